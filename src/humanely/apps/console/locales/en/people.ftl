# A person and what is recorded of them.
people-lead = See, correct, hand over or erase what is recorded of somebody, when they ask for it.
people-id = Their id
people-id-hint = Exactly as your channel gives it. There is no list of people to browse.
people-find = Find
people-noted = That you looked at somebody is on record, with your name and the time.
problem-person-unknown = Nothing is recorded of a person of that id.
problem-person-unknown-fix = Check the id, letter by letter, as your channel gives it.
people-words = These are the words they read themselves when they ask: “you” is the person.
people-export = Save as a file
people-erase = Erase…
people-back = Back to the person
people-person = The person
people-consent = What they allowed
people-consent-text = The text they are asked with
people-consent-note = Note what they told you
people-no-consent = No consent was asked for, and none is needed so far.
people-act-granted = They agree
people-act-refused = They say no
people-act-withdrawn = They take it back
people-consent-noted = What they told you is on record and holds from now on.
people-history = { $count ->
    [one] What happened, one entry
   *[other] What happened, { $count } entries
}
people-what = What
people-for-what = What for
people-how = How
people-talks = Conversations
people-no-talks = No conversation can be read.
people-deleted = { $count ->
    [one] Of one more act, only that it happened is left.
   *[other] Of { $count } more acts, only that they happened is left.
}
people-more = { $count ->
    [one] One older conversation is in the file.
   *[other] { $count } older conversations are in the file.
}
people-said = Said
people-feels = says they feel { $feeling }
people-estimated = Estimated, of this message
people-likely = { $name }, { $sure } %
people-risk = a life may be at risk
people-not-estimated = Nothing was estimated.
people-correct = Correct this
people-felt = What they say they felt
people-take-away = Only take the estimate away
people-note = In their words, if they like
people-correct-save = Save what they say
people-corrected = What they say is on record. It outranks the estimate from now on.
people-correction = Corrected by the person
people-taken-away = the estimate was taken away
people-decided = Decided: { $action }
people-not-read = Not read: { $sense }, { $purpose }
people-held = Held until a human has looked
people-handoff = On the way to a human
people-outcome = What came of it
people-forwarded = Sent on by { $by }
people-noted-by-team = Noted by the team
people-looked-at = A human looked at the answer
people-contact = Where they can be written to
people-contact-gone = no longer
people-behaviour = How they used the page, counted on their device
people-counts = In { $window } s: { $clicks } clicks, { $rage } bursts of them, { $dead } without effect, { $retries } repeated, { $idle } s of pause
people-other = Recorded
people-about = What these parts are

erase-title = Erase a person
erase-goes = { $count ->
    [one] One act about this person can be read now. Afterwards nobody can read it, not even us.
   *[other] { $count } acts about this person can be read now. Afterwards nobody can read them, not even us.
}
erase-stays = That something was recorded stays in the ledger, sealed and under a pseudonym, so that nobody can change the record unnoticed. Who comes back later needs a new id.
erase-for-good = This is for good. There is no way back.
erase-sent-to = Other systems their words were sent to
erase-sent-to-hint = For the receipt, separated by commas. Leave it empty if there are none.
erase-type = Type their id to confirm
erase-type-hint = Exactly: { $id }
erase-differs = This is not their id. Nothing was erased.
erase-do = Erase for good
erased-title = Erased
erased-lead = It is done. Give the person this receipt; this page is not shown again.
erased-pseudonym = Stays in the ledger as
erased-key = Keys destroyed
erased-projections = Conversations and handoffs removed
erased-caches = Copies removed
erased-exports = Files removed
erased-unreached = What could not be reached
erased-receipt = The receipt as text
people-looked = { $count ->
    [one] The team looked at this record once
   *[other] The team looked at this record { $count } times
}
people-typing = How they typed, measured on their device
people-rhythm = In { $window } s: { $pause } ms between key presses (spread { $spread } ms), { $corrections } of 100 took something back
