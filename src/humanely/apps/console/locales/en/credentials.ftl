# Credentials, for staff.
cred-parts = Parts of credentials
cred-part-list = Credentials
cred-part-untold = Not told yet
cred-part-achievements = Achievements
cred-part-appeals = Appeals
cred-part-figures = Figures
cred-part-endorsements = Endorsements
cred-part-keys = Issuer keys
cred-keys-down = to the next one
cred-keys-up = to the one before
cred-keys-back = back to the list

# The list, and one credential.
cred-issue = Issue
cred-await = { $count ->
    [one] One credential waits for a second person.
   *[other] { $count } credentials wait for a second person.
}
cred-any = any
cred-who = For
cred-of = Achievement
cred-state = State
cred-since = Since
cred-until = Valid until
cred-code = Code
cred-show = Show
cred-batch = Batch
cred-unreadable = can no longer be read
cred-for-ever = no end
cred-under-appeal = under appeal
cred-none = There is nothing here.
cred-none-more = Choose an achievement, and issue it to one person or to a class.
cred-state-prepared = prepared
cred-state-awaiting_review = waits for a second person
cred-state-offered = offered
cred-state-collected = collected
cred-state-valid = collected
cred-state-suspended = paused
cred-state-revoked = revoked
cred-state-superseded = replaced
cred-state-cancelled = cancelled
cred-state-expired = expired
cred-state-gone = erased
cred-says = What it says
cred-version = version { $version }
cred-name = Name
cred-left-out = left out
cred-email = E-mail address
cred-email-hidden = (not in the credential, only a salted hash)
cred-language = Language
cred-offered = Offered
cred-collected = Collected
cred-shared = Shown by its holder
cred-replaces = Takes the place of
cred-replaced-by = Replaced by
cred-public = Public page
cred-story = Story
cred-evidence-project = A project
cred-evidence-mentor_note = A mentor’s note
cred-history = What was done
cred-do = What can be done
cred-issue-now = Issue
cred-approve = Approve and issue
cred-submit = Send for review
cred-second = You prepared this. Another member looks at it before it is issued.
cred-appealed = The holder has appealed. Meanwhile nobody reads a reason.
cred-due = Due
cred-link = The holder’s link
cred-link-hint = By it the holder sees where it stands, collects, shows and appeals. Each link is good for a year.
cred-link-make = Make a link
cred-link-once = The holder’s link, shown this once
cred-link-more = Pass it on to the holder alone, by a way you know to be theirs: whoever has it acts as they do.
cred-untold-lead = What was done is told by mail, once. Whoever no mail has reached stands here: pass it on with a link, and note that you did.
cred-untold-what = What happened
cred-untold-none = Everybody has been told.
cred-untold-none-more = Whoever no mail reaches appears here.
cred-untold-expiring = Runs out soon
cred-untold-not_sent = no mail went out yet
cred-untold-no_address = no address for mail
cred-untold-refused = their mail server takes no mail
cred-untold-late = too late for a mail
cred-untold-yet = The holder has not been told yet:
cred-untold-done = I have told them
cred-told-noted = It is noted; nothing more is sent of it.
cred-link-void = Somebody else may have a link
cred-link-void-hint = All links they were given lead nowhere after that, to this and their other credentials. Make a new one for them.
cred-link-void-do = Make all links void
cred-links-void = Their links lead nowhere any more. Make a new one and pass it on.
cred-change = Change
cred-change-hint = You see what the holder will read before anything is done.
cred-send-back = Send back
cred-package = When we are gone
cred-package-hint = Everything that is needed to check it without this server.
cred-package-save = Save the package
cred-endorsed-asked = asked for
cred-endorsed-given = given
cred-endorsed-held = held
cred-endorsed-awaits-holder = waiting for the holder
cred-endorsed-published = published
cred-endorsed-withdrawn = withdrawn
cred-endorsed-removed = removed

# Steps, as the history tells of them.
cred-step-credential-prepared = Prepared
cred-step-credential-submitted = Sent for review
cred-step-credential-sent_back = Sent back
cred-step-credential-offered = Signed and offered
cred-step-credential-collected = Collected
cred-step-credential-shared = Shown to whoever has its address
cred-step-credential-unshared = Hidden again
cred-step-credential-suspended = Paused
cred-step-credential-restored = Restored
cred-step-credential-revoked = Revoked
cred-step-credential-superseded = Replaced by a corrected one
cred-step-credential-cancelled = Cancelled
cred-step-appeal-filed = Appeal filed
cred-step-appeal-evidence_wanted = Asked to show something
cred-step-appeal-evidence_given = Something was shown
cred-step-appeal-proposed = Decision proposed
cred-step-appeal-sent_back = Proposal sent back
cred-step-appeal-decided = Appeal decided
cred-step-appeal-withdrawn = Appeal withdrawn
cred-step-appeal-overdue = The appeal’s time has passed
cred-step-endorsement-asked = Endorsement asked for
cred-step-endorsement-given = Endorsement given
cred-step-endorsement-held = Endorsement held for a moderator
cred-step-endorsement-cleared = Endorsement passed on to the holder
cred-step-endorsement-published = Endorsement published
cred-step-endorsement-withdrawn = Endorsement withdrawn
cred-step-endorsement-reported = Endorsement reported
cred-step-endorsement-removed = Endorsement removed
cred-party-staff = the team
cred-party-holder = the holder
cred-party-endorser = the endorser
cred-party-clock = by itself

# Changing one.
cred-do-suspended = Pause
cred-do-restored = Restore
cred-do-revoked = Revoke
cred-do-cancelled = Cancel
cred-do-superseded = Correct
cred-means-suspended = It counts for nothing until it is restored. Use this while something is looked into.
cred-means-restored = It counts again as it did before.
cred-means-revoked = It is taken back for good; after that only an appeal restores it.
cred-means-cancelled = It is called off before it is collected.
cred-holder-reads = The holder will read:
cred-anybody-reads = Whoever checks it reads:
cred-no-reason = Why stands in no list.
cred-why = Why
cred-why-hint = The holder reads what stands beneath the reason you choose.
cred-reason-issued_in_error = Issued by mistake
cred-reason-requirements_not_met = Something it asks for was not shown
cred-reason-misconduct = Its rules were not kept
cred-reason-holder_asked = The holder asked for it
cred-reason-key_compromised = The key was in other hands
cred-reason-superseded = A newer one takes its place
cred-note = Note for the team
cred-note-hint = The holder reads it only in the export of their data.
cred-told = To the holder
cred-told-hint = You need not write anything. They read it on their page and in the mail, nobody else does: what is missing, what would help, and by when you look at it. At most { $most } characters.
problem-credential-told-too-long = What you write to the holder is too long.
problem-credential-told-too-long-fix = Say what is missing, what would help, and by when; the rest can go into the note for the team.
cred-read-first = See what the holder will read
cred-leave = Leave it as it is

# Achievements.
cred-design = Design an achievement
cred-import = Take one over
cred-achievements-none = Nothing can be achieved yet.
cred-achievements-none-more = Design an achievement: what it asks for, what it means, and what comes next.
cred-retired = no longer issued
cred-live = is issued
cred-four-eyes = two people look
cred-stakes-everyday = everyday
cred-stakes-employment = work depends on it
cred-stakes-licence = a licence depends on it
cred-issued-count = { $count ->
    [0] none issued yet
    [one] { $count } issued
   *[other] { $count } issued
}
cred-issue-one = Issue to one person
cred-issue-class = Issue to a class
cred-face = As the holder sees it
cred-valid = Valid for
cred-learner-reads = What the learner reads:
cred-optional = may be skipped
cred-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
cred-learners = Learners on the way
cred-design-change = Change the design
cred-version-hint = A change makes a new version. What was issued stays as it was.
cred-new-version = New version
cred-languages = Other languages
cred-words-in = Words in “{ $language }”
cred-words-more = Add a language
cred-retire = Issue no more
cred-retire-hint = What was issued stays. Saving a new version takes it up again.
cred-retired-hint = Save a new version to issue it again.

# The form of a design.
cred-design-lead = Write it for the person who will hold it. Everything can be changed later.
cred-faults = { $count ->
    [one] One thing needs a second look.
   *[other] { $count } things need a second look.
}
cred-faults-more = Nothing is saved yet, and nothing you typed is lost.
cred-not-saved = Nothing is saved yet.
cred-hint = Hint:
cred-about = What it is
cred-rules = How it is issued
cred-picture = The picture
cred-save = Save
cred-look = See it first
cred-rows = More rows
cred-kept-languages = Other languages are kept: { $languages }. Their words are changed on the achievement’s page.
cred-field-name = Name
cred-field-name-hint = What people will call it, such as “First aid”.
cred-field-id = Short name for addresses
cred-field-id-hint = Leave it empty to have it made of the name. It stays for good.
cred-field-description = Description
cred-field-description-hint = One or two sentences for somebody who has never heard of it.
cred-field-criteria = What has to be done or shown
cred-field-criteria-hint = So that anybody can tell whether it was.
cred-field-meaning = What it means
cred-field-meaning-hint = Told to the holder: “You can …”.
cred-field-language = Language
cred-field-language-hint = Of these words, such as “en”, “de” or “pt-BR”.
cred-field-stakes = What depends on it
cred-field-stakes-hint = Where work or a licence depends on it, two people look at each credential.
cred-field-review = A second person looks before it is issued
cred-field-valid_for_days = Valid for, in days
cred-field-valid_for_days-hint = Empty for no end.
cred-field-renewal = How to renew it
cred-field-renewal-says = How to renew it
cred-field-renewal-hint = Needed where it runs out.
cred-field-renewal-url = Address for renewing
cred-field-parts = What the person may add
cred-field-parts-hint = Each may be left out; the credential counts just as much.
cred-field-contact = Who answers questions
cred-field-contact-hint = Holders and verifiers read this. At least one way to reach them.
cred-field-contact-name = Name of the desk or person
cred-field-contact-email = E-mail address
cred-field-contact-url = Page
cred-field-contact-phone = Telephone
cred-field-alternative_text = What the picture shows
cred-field-alternative_text-hint = For whoever does not see it.
cred-field-colour = Colour
cred-field-colour-hint = Such as #1d4f91.
cred-field-level = A short word on the picture
cred-field-level-hint = Such as B1; may be empty.
cred-field-picture = Address of a picture of your own
cred-field-picture-hint = Empty for the one that is drawn.
cred-field-next_steps = What can come next
cred-field-next_steps-hint = One sentence each, to the holder.
cred-field-next_steps-says = In a sentence
cred-field-next_steps-url = Address, if there is one
cred-field-steps = The way
cred-field-steps-hint = Each step with how long it takes most people.
cred-field-steps-id = Short name
cred-field-steps-name = Step
cred-field-steps-says = What is to be done
cred-field-steps-minutes = Minutes
cred-field-steps-optional = May be skipped
cred-field-skills = Skills
cred-field-skills-hint = In your own words, or with the code and the address of a framework such as ESCO.
cred-field-skills-name = Skill
cred-field-skills-framework = Framework
cred-field-skills-code = Code
cred-field-skills-url = Address in the framework
cred-field-skills-level = Level
cred-field-careers = Where these skills are asked for
cred-field-careers-hint = Advice to the holder; it goes into no credential.
cred-field-careers-name = Occupation
cred-field-careers-code = Code
cred-field-careers-note = What else it takes
cred-import-lead = Paste a design as JSON or TOML, or choose a file. You see it in the form before anything is saved.
cred-import-file = File
cred-import-text = Or its text
cred-import-do = Fill in the form with it
cred-import-nothing = There is nothing to take over yet. Choose a file, or paste a text.
cred-import-unreadable = This is neither JSON nor TOML. Please look for a quotation mark or a comma that is missing.
cred-words = Words in another language
cred-words-lead = Each text beside the first. What you leave empty is said in the first language.
cred-words-remove = Take this language away

# Issuing.
cred-issue-lead = Only what the credential needs. An e-mail address or a DID is enough.
cred-correct-lead = A new credential takes the place of this one, and each names the other.
cred-review-first = Another member looks at it before it is issued.
cred-email-hint = It does not stand in the credential, only a fingerprint of it.
cred-name-hint = As it shall stand in the credential; may be left out.
cred-language-first = that of the achievement ({ $language })
cred-project-hint = What was made, in a sentence. May be left out.
cred-project-url = Link to the project
cred-project-url-hint = Begins with https://
cred-mentor-hint = What somebody says who saw it. The holder reads it, too.
cred-more = More
cred-did = Decentralised identifier (DID)
cred-did-hint = In place of the e-mail address, or beside it.
cred-story-hint = What connects the evidence, in plain sentences.
cred-send-review = Send for review
cred-asks = What the person may be asked
cred-asks-hint = Ask nothing else.
cred-if-skipped = If it is left out:
cred-class-table = The table
cred-class-again = Another table
cred-class-hint = CSV as any spreadsheet saves it. The first row names the columns: email or did; name, language, project, mentor note. Nothing is issued yet.
cred-class-file = CSV file
cred-class-look = Look at it
cred-class-seen = { $good ->
    [one] One row is ready
   *[other] { $good } rows are ready
}, { $bad ->
    [0] none needs mending
    [one] one needs mending
   *[other] { $bad } need mending
}
cred-class-columns = Read: { $columns }
cred-class-all = { $count ->
    [one] Issue it
   *[other] Issue all { $count }
}
cred-class-good = { $count ->
    [one] Issue the good one
   *[other] Issue the { $count } good ones
}
cred-class-bad = { $count ->
    [one] Save the bad row to mend it
   *[other] Save the { $count } bad rows to mend
}
cred-class-faulty = Rows to mend
cred-class-ready = Rows that are ready
cred-class-more-bad = And { $count } more; the file has all of them.
cred-class-more-good = And { $count } more.
cred-row = Row
cred-cells = As it stands
cred-mend = What to mend
cred-goes-to = Goes to
cred-total = { $count ->
    [one] One credential
   *[other] { $count } credentials
}
cred-batch-more = And { $count } more.
cred-approve-all = Approve all { $count }
cred-refused = { $count ->
    [one] One was not issued:
   *[other] { $count } were not issued:
}
cred-undo = Undo the whole batch
cred-undo-means = { $revokes ->
    [one] One that was collected is revoked
   *[other] { $revokes } that were collected are revoked
}; { $cancels ->
    [one] one that was not is cancelled
   *[other] { $cancels } that were not are cancelled
}. Each holder reads why, and may appeal.
cred-undo-do = Undo all { $count }
cred-person = E-mail address or id
cred-person-hint = As the credential would be issued to.
cred-way-done = done
cred-way-skipped = skipped
cred-way-open = open
cred-way-do-done = Done
cred-way-do-skipped = Skip
cred-way-do-open = Open again

# Appeals.
cred-appeals-lead = One person proposes, another decides. Whoever is appealed against has no part in it.
cred-appeals-waiting = Appeals that wait
cred-appeals-none = No appeal waits.
cred-appeals-none-more = When somebody appeals, it appears here with its date.
cred-appeals-ended = Ended
cred-turn = Whose turn
cred-turn-first = a first look
cred-turn-second = a second person
cred-turn-person = the person shows something
cred-yours = you proposed
cred-late = late
cred-late-count = { $count } late
cred-filed = Filed
cred-outcome = Outcome
cred-ended = Ended
cred-in-time = In time
cred-appeal = Appeal
cred-appeal-filed = waits for a first look
cred-appeal-evidence_wanted = waits for the person
cred-appeal-proposed = waits for a second person
cred-appeal-decided = decided
cred-appeal-withdrawn = withdrawn
cred-appeal-said = What the person says
cred-appeal-agent = written for them by
cred-appeal-wish = What they ask for
cred-appeal-files = What they show
cred-appeal-files-hint = Files are saved, not opened here. Open them as you would any file from outside.
cred-kib = { $size } KiB
cred-appeal-waits = We asked to see:
cred-propose = Propose a decision
cred-propose-hint = A second person looks at it before anything happens.
cred-decision = Decision
cred-decision-upheld = What was done stands
cred-decision-upheld-hint = nothing changes
cred-decision-overturned = What was done is undone
cred-decision-overturned-hint = it counts again with the decision
cred-decision-partly = Part of it is put right
cred-decision-partly-hint = correct the credential after the decision
cred-reasons = Reasons
cred-reasons-hint = The person reads this as you write it. They read “{ $language }”.
cred-decide = Decide
cred-decide-do = Decide as proposed
cred-proposed-by = Proposed by
cred-answers = Who answers for it
cred-answers-hint = The person reads this name.
cred-appeal-send-back = Send the proposal back
cred-another = Somebody else decides: you proposed this, or had a part in what is appealed.
cred-outcome-would = What the person would read
cred-outcome-reads = What the person reads
cred-against = What it is against
cred-beside = Beside the appeal
cred-ask = Ask to see something
cred-ask-hint = While we wait for it, our clock stands still and theirs does not run out.
cred-ask-what = What we would like to see
cred-figures-title = Figures on appeals
cred-figures-lead = Appeals filed since
cred-figures-all = All
cred-figures-none = Nobody has appealed.
cred-figures-none-more = Figures appear with the first appeals.
cred-open = Open
cred-decided = Decided
cred-overturned = Overturned, in part or whole
cred-too-few = too few to say (below { $least })

# Endorsements.
cred-endorsements-lead = What others say of somebody’s credential is read by a machine first; where it is in doubt, you decide. Until then not even the holder reads it. What passes is shown once its holder wants it to be.
cred-endorsements-none = Nothing waits.
cred-endorsements-none-more = What is held or reported appears here.
cred-held = Held before publishing
cred-reported = Reported by a reader
cred-relation-peer = peer of
cred-relation-mentor = mentor of
cred-relation-employer = employer of
cred-doubt-abuse = may hurt
cred-doubt-abuse-means = It may insult or demean somebody. That is an estimate; you may read it otherwise.
cred-doubt-crisis = may tell of a risk to life
cred-doubt-crisis-means = It may tell of a risk to life. Think of the person before the page: does somebody need to be reached?
cred-doubt-private = may tell of something private
cred-doubt-private-means = It may tell of somebody’s health or hardship. Would they want everybody to read that?
cred-doubt-personal_data = holds an address or a number
cred-doubt-personal_data-means = Addresses and numbers were masked. Is anything left that should not be public?
cred-doubt-unread = could not be read
cred-doubt-unread-means = Its language cannot be estimated here, so a person reads it.
cred-doubt-reported = reported
cred-doubt-reported-means = A reader thought it should not stand there. It is hidden until you decide.
cred-doubt-reported-again = reported again
cred-doubt-reported-again-means = A reader thought it should not stand there. As somebody of the team published it before, it is still shown; decide again.
cred-clear = Let it pass
cred-remove = Remove
cred-remove-why = Why, for the record
cred-endorsement-clear = It passes. It is shown as its holder wishes.
cred-endorsement-remove = It is removed, and its words are gone from the page.

# Issuer keys.
cred-issuer = Issued as
cred-address = Address
cred-key-not-public = This address is not public, so credentials name the key itself (did:key). On a machine of your own that is fine. For real credentials set credentials.address to your https address first: it stands in every credential.
cred-key-renew = Make a new key
cred-key-public = Public key
cred-key-method = Named in credentials as
cred-key-made = Made
cred-key-retired-at = Retired
cred-key-lost-since = In other hands since
cred-key-active = signs
cred-key-active-means = The newest of those that sign is used.
cred-key-retired = retired
cred-key-retired-means = It signs nothing more. What it signed stays good.
cred-key-compromised = compromised
cred-key-compromised-means = Only what the ledger saw before that moment stays good. What came later is revoked and issued anew.
cred-key-retire = Retire
cred-key-lose = Somebody else may have had it
cred-key-lose-means = From that moment on nothing it signed counts. This cannot be taken back.
cred-key-since = Since (UTC)
cred-key-lose-do = Note it as compromised

# After something was done.
cred-issued = It is issued. Make the holder’s link and pass it on.
cred-waits = It waits for a second person.
cred-submitted = It is sent for review.
cred-sent-back = It is sent back.
cred-corrected = The corrected one is issued. Make the holder’s link and pass it on.
cred-suspended = It is paused.
cred-restored = It counts again.
cred-revoked = It is revoked.
cred-cancelled = It is cancelled.
cred-retired-now = Nothing more is issued for it.
cred-design-saved = It is saved.
cred-batch-issued = The batch is issued.
cred-batch-waits = The batch waits for a second person.
cred-batch-approved = All that waited is issued.
cred-batch-undone = The batch is undone.
cred-step-noted = It is noted.
cred-done-asked = The person is asked. The appeal waits for them.
cred-done-proposed = The proposal is recorded. A second person looks at it.
cred-done-decided = The appeal is decided, and the person is told.
cred-done-back = The proposal is sent back.
cred-done-key-made = A new key signs from now on.
cred-done-key-retired = The key signs nothing more.
cred-done-key-lost = It is noted. Revoke and issue anew what it signed since then.

problem-credential-missing = There is no credential of this code here.
problem-credential-missing-fix = Compare the code with the one on the credential; it has three groups of four.
problem-credential-gone = What was recorded of this credential is erased, or its time has passed.
problem-credential-gone-fix = Whoever holds a copy can still have it checked.
problem-credential-step-impossible = This cannot be done with the credential as it stands.
problem-credential-step-impossible-fix = Look at it again: somebody else may have acted meanwhile.
problem-credential-review-missing = Work or a licence may depend on this, so a second person looks at it first.
problem-credential-review-missing-fix = Send it for review.
problem-credential-reason-missing = A credential is revoked for a reason only; nothing was done.
problem-credential-reason-missing-fix = Choose one.
problem-four-eyes = Whoever prepared it cannot approve it.
problem-four-eyes-fix = Ask another member of the team to look at it.
problem-second-reviewer = An appeal is decided by a second person: not by whoever proposed the decision, nor by whoever issued or changed the credential.
problem-second-reviewer-fix = Ask another member of the team to look at it.
problem-appeal-step-impossible = This cannot be done with the appeal as it stands.
problem-appeal-step-impossible-fix = Look at it again: somebody else may have acted meanwhile.
problem-appeal-reasons-missing = Something is missing that the person reads; nothing was recorded.
problem-appeal-reasons-missing-fix = Choose a decision, and give reasons in words. A decision needs the name of who answers for it.
problem-endorsement-step-impossible = This cannot be done with the endorsement as it stands.
problem-endorsement-step-impossible-fix = Look at it again: it may have been withdrawn.
problem-achievement-missing = There is no such achievement.
problem-achievement-missing-fix = Go back to the list.
problem-achievement-retired = This achievement is no longer issued.
problem-achievement-retired-fix = Save a new version of it to issue it again, or use another.
problem-batch-not-clean = Some rows need mending, so nothing was issued.
problem-batch-not-clean-fix = Mend them and upload the table again, or issue the good ones only.
problem-table-unreadable = The table cannot be read.
problem-table-unreadable-fix = Save it as CSV in UTF-8, and try again.
problem-short-code-slip = This is not a code as we give them out: some characters do not fit together.
problem-short-code-slip-fix = Compare it with the code on the credential. 0, O, 1, I and L are not in it.
problem-step-needed = This step is needed; it cannot be skipped.
problem-step-needed-fix = It can be done in as many sittings as they like.
problem-since-unfit = The moment cannot be used.
problem-since-unfit-fix = Give a day and a time in UTC that have passed.
problem-issuer-key-unknown = There is no such key.
problem-issuer-key-unknown-fix = Take it from the list of keys.
problem-not-there = There is nothing of that name here.
problem-not-there-fix = Go back to the list.
problem-recipient-unknown = The credential names nobody.
problem-recipient-unknown-fix = Give an e-mail address or a DID.
