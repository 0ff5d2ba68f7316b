# What came of verifying a credential. Nobody is accused without proof; every sentence can be read aloud.

## The answer

verify-verdict-valid = This credential is valid.
verify-verdict-valid-issuer-by-address = This credential is valid. It was signed for the web address { $host }.
verify-verdict-valid-issuer-not-listed = This credential is intact and in force. We do not know who its issuer is.
verify-verdict-invalid = This credential is not valid.
verify-verdict-revoked = The issuer has revoked this credential.
verify-verdict-suspended = The issuer has suspended this credential for now.
verify-verdict-expired = This credential has expired.
verify-verdict-not_yet_valid = This credential is not valid yet.
verify-verdict-cannot_tell = We could not find out whether this credential is valid.

## The questions and their answers

verify-question-readable = Can it be read?
verify-question-signature = Are these the words that the issuer signed?
verify-question-issuer = Do we know the issuer?
verify-question-time = Is it in force today?
verify-question-status = Does the issuer still stand by it?
verify-question-schema = Is it built as it should be?
verify-question-endorsements = Do its endorsements hold?
verify-answer-yes = Yes
verify-answer-no = No
verify-answer-not_known = Not known
verify-answer-not_applicable = Does not apply

## Can it be read?

verify-cause-readable = The credential could be read.
verify-cause-file-unreadable = We found no credential that we can read in this file. That says nothing against the person who showed it.
verify-cause-too-large = The file is larger than any credential we read, so we have not opened it.
verify-cause-not-json = The file breaks off or was damaged on its way, so it cannot be read. That says nothing against the person who showed it.
verify-cause-not-a-credential = The file can be read, but it is not a credential.
verify-cause-older-badge = This is a badge of Open Badges 2.0, an older kind that we can read but not check. That says nothing against it: whoever issued it can say whether it holds.
verify-cause-duplicate-key = The file says the same thing twice, and each time it may say something else. Nobody can tell which of the two was signed, and no issuer's system writes a credential like this.

verify-file-empty = The file is empty.
verify-file-too-large = The file is too large.
verify-file-unknown-kind = The file is none of the kinds that carry a credential. These are JSON, JWT, PNG, SVG, PDF, and our packages.
verify-file-damaged = The file is incomplete or damaged.
verify-file-nothing-inside = The file is sound, but there is no credential in it. Chats and social networks often take it out of a picture.
verify-file-several-inside = There is more than one credential in the file.
verify-file-only-an-address = The picture holds only the web address of the badge. Open that address, and check what you find there.
verify-file-not-text = What is in the file is not readable text.
verify-file-bomb = A small part of the file unpacks into far more than a credential needs, so we stopped.
verify-file-entities = The picture defines text of its own, which no badge needs and which can do harm, so we did not open it.
verify-file-active-content = The picture holds a program or loads something from elsewhere, so we did not open it.
verify-file-locked = The PDF is locked with a password.
verify-file-path-unsafe = The package names a file outside itself, so we did not open it.
verify-file-not-json = The text is not complete JSON.
verify-file-not-an-object = The text is JSON, but not a credential.
verify-file-duplicate-key = A name stands twice in the same place.
verify-file-too-deep = Its parts are nested deeper than those of any credential.
verify-file-bad-text = It holds characters that are not text.
verify-file-bad-number = It holds a number that computers do not all read alike.

## Are these the words that the issuer signed?

verify-cause-signature-holds = Every word is as the issuer signed it.
verify-cause-signature-does-not-match = What this file says is not what the issuer signed. Either something in it was changed afterwards, or the signature belongs to something else. We cannot see how that came about, or whether it was on purpose.
verify-cause-signature-malformed = The signature in this file is incomplete or damaged. That can happen when a file is copied or converted.
verify-cause-signature-of-another = This credential was signed by somebody else than the issuer it names.
verify-cause-signature-missing = This file carries no signature, so nothing in it can be checked. The credential itself may be perfectly good.
verify-cause-signature-ended = The issuer signed this credential, but the signature was meant to last only until { $ended }.
verify-cause-signature-not-reached = The signature could not be looked at.
verify-cause-key-unreachable = The issuer's key could not be fetched, because { $issuer } did not answer. That says nothing about the credential.
verify-cause-key-not-asked = The issuer's key is needed from { $issuer }, and nobody has asked for it yet. That says nothing about the credential.
verify-cause-key-refused = The issuer's key could not be fetched: { $issuer } is not at a public address, or has nothing there. That says nothing about the holder.
verify-cause-key-document-bad = The issuer publishes its keys in a form that we cannot rely on. That is for the issuer to put right, not for the holder.
verify-cause-key-not-listed = The key that signed this credential is not, or no longer, among those that the issuer publishes. Issuers change their keys; only the issuer can say whether this one was theirs.
verify-cause-key-kind-unknown = We know no way to look up the issuer's key from the identifier that it uses. Another verifier may know one.
verify-cause-key-revoked = The key that signed this credential was taken out of use before the date of the signature, so we cannot tell who used it.
verify-cause-key-compromised = Since { $since } somebody else may have had the key that signed this credential, and the issuer's ledger does not show that it was issued before then. So the signature alone no longer says who made it. That says nothing about the person who shows it; the issuer can look it up, and issue it anew.
verify-cause-key-for-another-purpose = The issuer publishes the key that signed this credential, but not for signing credentials.
verify-cause-suite-unknown = The credential is signed in a way that we cannot check. Another verifier may be able to.
verify-cause-words-not-covered = Some words of this credential are not covered by its signature. The issuer's system may have made a slip, or somebody may have added them. Please do not rely on them.
verify-cause-words-not-covered-named = The part “{ $detail }” of this credential is not covered by its signature. The issuer's system may have made a slip, or somebody may have added it. Please do not rely on it.
verify-cause-vocabulary-unknown = The credential uses a vocabulary that we do not have. It may be newer than this verifier.
verify-cause-vocabulary-unknown-named = The credential uses the vocabulary “{ $detail }”, which we do not have. It may be newer than this verifier.
verify-cause-too-tangled = The credential is tangled in a way that would take very long to check, so we stopped. Ordinary credentials are not built like this.

## Do we know the issuer?

verify-cause-issuer-listed = The issuer is { $issuer }, whom we know.
verify-cause-issuer-not-listed = The issuer is not in our records. Being unknown to us says nothing bad about it; its name is only what it calls itself.
verify-cause-issuer-by-address = The issuer is not in our records, but the signature belongs to the web address { $host }. See for yourself whether that is the organisation you think of.
verify-cause-issuer-unproven = Who the issuer is cannot be said before the signature is checked.
verify-cause-issuer-not-reached = There is no issuer to look up.

## Is it in force today?

verify-cause-within-its-time = It is in force until { $until }.
verify-cause-without-end = It is in force and names no end.
verify-cause-expired = Its term ended on { $ended }. What it says was true in its time stays true; it only is no longer in force.
verify-cause-expired-renewable = Its term ended on { $ended }. What it says was true in its time stays true. It can be renewed at { $renewal }.
verify-cause-not-yet-valid = It comes into force on { $starts }. If that seems wrong, look at the clock and date of this computer, too.
verify-cause-time-unreadable = Its dates are not written in a way that everybody reads alike, so we cannot tell when it is in force.
verify-cause-time-not-reached = There are no dates to look at.

## Does the issuer still stand by it?

verify-cause-status-none = The issuer keeps no public list in which this credential could be revoked.
verify-cause-status-good = The issuer's list shows neither a revocation nor a suspension.
verify-cause-status-message = The issuer has left a message about it, which reads: “{ $message }”
verify-cause-newer-version = It is good, and the issuer offers a newer version of it.
verify-cause-revoked = The issuer has taken this credential back. The list does not say why, and there are many reasons, mistakes of the issuer among them.
verify-cause-revoked-under-appeal = The issuer has taken this credential back, and the holder has appealed. Please do not draw conclusions before the appeal is decided.
verify-cause-suspended = The issuer has paused this credential. A pause is not a judgement, and it can be lifted.
verify-cause-suspended-under-appeal = The issuer has paused this credential while an appeal is looked at. Please do not draw conclusions before it is decided.
verify-cause-list-unreachable = The issuer's status list could not be fetched, so we do not know whether the credential was revoked since.
verify-cause-list-not-asked = Nobody has asked for the issuer's status list yet, so we do not know whether the credential was revoked since.
verify-cause-list-refused = The issuer's status list is not at a public address, or is not there, so we do not know whether the credential was revoked since.
verify-cause-list-bad = What the issuer publishes as its status list cannot be read as one.
verify-cause-list-unproven = The signature of the issuer's status list could not be confirmed, so we do not go by it.
verify-cause-list-of-another = The status list that the credential points to belongs to somebody else, or is another list, so we do not go by it.
verify-cause-list-for-another-purpose = The status list that the credential points to is kept for another purpose than “{ $purpose }”, so it does not answer the question.
verify-cause-list-too-short = The issuer's status list is shorter than the standard demands, so that reading it could give the holder away. We do not go by it.
verify-cause-list-bytewise = The issuer's status list seems to be written with a whole byte for each credential instead of one bit, as one large platform does. Read by the standard, it would answer for somebody else's credential.
verify-cause-list-too-large = The issuer's status list unpacks into far more than a list needs, so we stopped.
verify-cause-list-outdated = The issuer's status list was good only until { $ended }, and the issuer has not renewed it.
verify-cause-list-copy-old = Our copy of the issuer's status list is from { $read }. What has changed since, we cannot see.
verify-cause-index-outside = The place in the status list that the credential names does not exist.
verify-cause-index-unreadable = The credential does not say clearly where in a status list it stands.
verify-cause-status-kind-unknown = The issuer keeps the status of its credentials in a way that we cannot read.
verify-cause-status-not-reached = The status was not looked at, for only a credential whose signature holds proves where it stands.

## Is it built as it should be?

verify-cause-structure-good = It is built as the standard demands.
verify-cause-structure-broken = Something is missing without which nobody can issue a credential.
verify-cause-badge-incomplete = The credential is as good as its signature, but as an Open Badge it is incomplete. Some programs may not take it.
verify-cause-structure-not-reached = There is nothing whose structure could be looked at.

verify-rule-context = It does not begin with the vocabulary of verifiable credentials.
verify-rule-type = It does not call itself a verifiable credential.
verify-rule-issuer = It names no issuer, or names it without an identifier.
verify-rule-subject = It says nothing about anybody.
verify-rule-id = Its own identifier is not an address.
verify-rule-issued-on = The date on which it was issued is missing.
verify-rule-status-form = It does not say of what kind its status is.
verify-rule-badge-context = It does not name the vocabulary of Open Badges 3.0.
verify-rule-badge-id = It has no identifier of its own.
verify-rule-badge-start = It does not say from when on it is valid.
verify-rule-badge-issuer = The issuer is not described by a profile.
verify-rule-badge-subject = Its subject is not marked as one who achieved something.
verify-rule-badge-holder = It does not say whose it is.
verify-rule-badge-achievement = It names no achievement.
verify-rule-achievement-id = The achievement has no identifier.
verify-rule-achievement-type = The achievement is not marked as one.
verify-rule-achievement-name = The achievement has no name.
verify-rule-achievement-description = The achievement has no description.
verify-rule-achievement-criteria = The achievement does not say what it was earned for.

## Do its endorsements hold?

verify-cause-endorsements-none = It carries no endorsements, and needs none.
verify-cause-endorsements-hold = { $count ->
    [one] Its endorsement holds.
   *[other] All of its { $count } endorsements hold.
}
verify-cause-endorsements-unchecked = Not every endorsement could be checked; { $good } of { $count } hold. The credential itself is not affected.
verify-cause-endorsements-withdrawn = An endorsement was withdrawn or has run out; { $good } of { $count } hold. The credential itself is not affected.
verify-cause-endorsements-of-other-words = An endorsement was given for other words than these; { $good } of { $count } hold. The credential itself is not affected.
verify-cause-endorsements-do-not-match = An endorsement is not as it was signed; { $good } of { $count } hold. The credential itself is not affected.
verify-cause-endorsements-not-reached = There are no endorsements to look at.

## What can be said all the same

verify-still-signed = The words were signed with the key of { $issuer } on { $date }.
verify-still-signed-undated = The words were signed with the key of { $issuer }.
verify-still-term-from = By its own terms it is valid from { $from } on.
verify-still-term-until = By its own terms it is valid until { $until }.
verify-still-term-from-until = By its own terms it is valid from { $from } to { $until }.
verify-still-says-from = The file itself says that it is valid from { $from } on. We could not confirm that.
verify-still-says-until = The file itself says that it is valid until { $until }. We could not confirm that.
verify-still-says-from-until = The file itself says that it is valid from { $from } to { $until }. We could not confirm that.
verify-still-in-force-on = On { $date } the issuer's list showed nothing against it.
verify-still-package-key = With the key record that came in the package, seen on { $date }, the signature holds. We could not confirm that record with the issuer.
verify-still-ledger-holds = The package proves that the issuer's ledger recorded a step in the life of a credential on { $date }. The ledger keeps the words sealed; those are what the signature is for.
verify-still-ledger-false = The package says that the issuing stands in the issuer's ledger, but the proof that it brings for this does not hold. Please do not rely on that part; the signature is checked apart from it.
verify-still-ledger-unknown = The package also brings a proof from a ledger whose key we do not know, so we have not gone by it.
verify-still-presentation = The credential came in a presentation, by which a wallet says who shows it. What was checked is the credential; who shows it was not.
verify-still-inside-only = What was checked is the credential inside this file. What the picture or the page around it shows is not covered by the signature.

## What to do now

verify-turn-nobody = Nobody has to do anything right now.
verify-turn-nobody-retry = Nobody has done anything wrong. Please try again later.
verify-turn-holder = The next step is with the person whose credential it is.
verify-turn-issuer = The next step is with the issuer. The holder cannot put this right alone.
verify-turn-verifier = The next step is with whoever is checking.
verify-turn-us = The next step is with us, or with a verifier that can read this kind. Nobody else has to do anything.

verify-settles = What would settle it:
verify-evidence-original_file = The file exactly as the issuer gave it out, not a screenshot and not a copy out of a chat.
verify-evidence-issuer_confirmation = A confirmation by the issuer, asked for at an address that you found independently of this file.
verify-evidence-issuer_records = The issuer's own record of the achievement, such as an entry in its register.
verify-evidence-new_credential = A new credential from the same issuer.
verify-evidence-appeal = An appeal by the holder to the issuer, which a person there decides.
verify-evidence-newer_list = A newer copy of the issuer's status list.
verify-evidence-later_try = The same check again, later.

verify-contact-record = { $name } can be reached at { $where }. We have this from our own records.
verify-contact-signed = { $name } can be reached at { $where }. This stands in the credential, under the issuer's signature.
verify-contact-unproven = The file names { $where } for { $name }. We could not confirm that, so please look for the issuer's address yourself first.
verify-contact-none = The credential does not say where its issuer can be reached.
verify-contact-nameless = the issuer

verify-until-appeal-decided = The appeal is to be decided by { $until }.
verify-until-appeal-filed = An appeal can be filed until { $until }.
verify-appeal-at = The appeal is handled at { $url }.
verify-until-retry = The next try makes sense after { $until }, Coordinated Universal Time.
verify-until-starts = It takes until { $until }.
verify-until-none = No time limit is known to us.
verify-last-good = This was last found in order on { $date }.
