# What is wrong with a field, and what to do.
design-fault-missing = This is needed. Please fill it in.
design-fault-not-text = This should be text. Please write it in words.
design-fault-hidden-characters = There are hidden characters in it that can turn the order of the letters around. Please type it anew, without copying.
design-fault-too-long = This has { $length } characters; there is room for { $most }. Please shorten it.
design-fault-not-link = This is no address that begins with https://. Please copy it from the browser’s address bar.
design-fault-not-identifier = This is no address that begins with https:// or http://. Please copy it from the framework’s own page.
design-fault-not-language = This is no language tag. Please write two or three small letters, such as “en”, “de” or “pt-BR”.
design-fault-not-colour = This is no colour. Please write # and six digits or letters from a to f, such as #1d4f91.
design-fault-not-email = This is no e-mail address. Please check it for a missing @ or dot, and for commas.
design-fault-not-phone = This is no telephone number. Please write it in digits, best with the country’s code, such as +49 30 123456.
design-fault-not-did = This is no decentralised identifier. It begins with “did:”, such as did:key:z6Mk…
design-fault-not-id = Please use small letters, digits and single hyphens, 64 at most, such as “forklift-safety”.
design-fault-id-taken = Another achievement has this id. Please choose another one, or change that achievement instead.
design-fault-not-among = Please choose one of these: { $among }.
design-fault-not-whole = Please write a whole number from { $least } to { $most }.
design-fault-not-flag = Please answer yes or no.
design-fault-not-list = This should be a list, even if it has only one entry.
design-fault-not-form = This should have fields of its own. Please fill them in one by one.
design-fault-too-many = There are { $length } entries; there is room for { $most }. Please keep those that matter most.
design-fault-unknown-field = There is no such field. Please check how it is spelled; nothing of it would be kept.
design-fault-framework-missing = A code says nothing without its list. Please name the framework, such as ESCO.
design-fault-no-way-to-reach = People need at least one way to ask: an e-mail address, a page or a telephone number.
design-fault-review-needed = Work or a licence depends on this, so a human approves each credential. Please leave the review on.
design-fault-renewal-missing = It runs out, so its holders need to know how to renew it. Please say how, or let it hold for ever.
design-fault-same-step = Two steps are called “{ $step }”. Please give each an id of its own.
design-fault-language-twice = This is the language the form itself is written in. Please remove this version or change its language.
design-fault-step-unknown = A step is translated that does not exist. Please use the ids of the steps above.
design-fault-nobody-named = There is neither an e-mail address nor a DID, so nobody could show that it is theirs. Please add one.
design-fault-project-missing = There is a link to a project but no word about it. Please say in a sentence what was made.
design-fault-cells-over = This row has more cells than the first row. Please look for a separator too many, or put the text in quotation marks.
design-fault-duplicate = The same person stands in row { $row } already. Please keep one of the two rows.
design-fault-has-it = This person has this already. Please remove the row, or correct the earlier credential instead.

# What could be plainer or kinder.
design-hint-sentence-long = One sentence has { $words } words. Two shorter ones are easier to follow.
design-hint-meaning-without-you = This is told to the person who holds it. Say “you”: “You can …”, “You know how to …”.
design-hint-alternative-text-is-name = This repeats the name. Say what the picture shows, for somebody who does not see it.
design-hint-next-steps-empty = What can come next? One sentence helps people to go on.
design-hint-steps-empty = With steps, people can see how far they are and how long the rest takes.

# Tables of recipients.
design-table-too-large = The table is too large. Please split it into several files.
design-table-too-many-rows = The table has too many rows. Please split it into several files.
design-table-not-text = This cannot be read as a table. Please save it in the spreadsheet as “CSV UTF-8”.
design-table-empty = There is nobody in the table. Please give a first row with the names of the columns, and a row for each person below it.
design-table-quotes = A quotation mark opens and never closes. Please save the table as CSV anew.
design-table-column-missing = No column says who the people are. Please call one of them “email” or “did” in the first row.
design-table-column-twice = Two columns mean the same. Please keep one of them.
design-batch-fault-column = What to mend
design-batch-note-encoding = The file is not in UTF-8; it was read as Windows-1252. Please look at names with accents.
design-batch-note-ignored = Not needed, and not read: { $columns }.

# Where somebody stands.
design-feedback-no-steps = There are no separate steps here. The criteria say what is asked for.
design-feedback-welcome = You can start with any step you like; the first one is a good place.
design-feedback-welcome-back = Good to see you again. Everything you did is still here, and nothing has to be done twice.
design-feedback-first-step = The first step is done.
design-feedback-going = You are on your way.
design-feedback-nearly = One step that is needed is left.
design-feedback-only-optional = Everything that is needed is done. The rest is up to you.
design-feedback-complete = All steps are done.
design-feedback-in-review = All steps are done. A person looks at it now, before it is issued.
design-done = { $done } of { $all } { $all ->
    [one] step
   *[other] steps
} done.
design-next = Next: { $step }, { $duration }.
design-time-left = Left to do: { $duration }.
design-skip = You may skip: { $steps }.
design-minutes = about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
design-hours = about { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}

# What a recipient is asked.
design-ask-language = Which language should your credential speak?
design-ask-language-why = So that you, and whoever you show it to, can read it.
design-ask-language-skipped = It is written in the language of the achievement. You can ask for another one later.
design-ask-email = Where can we reach you?
design-ask-email-why = To send you the link to your credential, and to tell you if anything about it changes. Your address does not stand in the credential, only a fingerprint of it by which you can show that it is yours.
design-ask-email-skipped = You can still name a decentralised identifier (DID). With neither, we cannot issue it yet; what you did stays here.
design-ask-name = Which name should stand in the credential?
design-ask-name-why = So that people you show it to can see that it is yours. Use the name you go by.
design-ask-name-skipped = No name stands in it. You can still show that it is yours by your e-mail address or DID.
design-ask-name-skipped-employment = No name stands in it. An employer may ask you to show in another way that it is yours. You can add the name later.
design-ask-name-skipped-licence = No name stands in it. At an inspection you would have to show in another way that it is yours. You can add the name later.
design-ask-project = Would you like to show something you made?
design-ask-project-why = A project says more than a title does. You choose what is told.
design-ask-project-skipped = The credential counts just as much without it.
design-ask-mentor-note = Would you like a mentor to say something about your work?
design-ask-mentor-note-why = A few words by somebody who saw it help others to picture it. You read them first.
design-ask-mentor-note-skipped = The credential counts just as much without it.

# What could not be taken over from a badge from elsewhere.
design-left-achievement-elsewhere = What the badge is for is not in the file; only an address of it is.
design-left-issuer-elsewhere = The issuer’s name is not in the file; only an address is.
design-left-criteria-elsewhere = What had to be done is not in the file; at most an address is.
design-left-date = The date it was given could not be read.
design-left-identity = Whom it names was not taken over, and nothing shows here that it is yours.
design-left-evidence = The evidence and its story stay in the original badge.
design-left-endorsements = Endorsements stay in the original badge.
design-left-picture = The picture stays in the original badge.
design-left-results = Results and marks stay in the original badge.
design-left-proof = Nothing about it was checked here.

# What a smaller credential may keep.
design-claim-name = Your name
design-claim-meaning = What it says about you, and what comes next
design-claim-story = Your story
design-claim-evidence = Projects and mentors’ notes
design-claim-skills = Skills
