# What stands on every page.
skip = Skip to the content
nav = Parts of the console
nav-inbox = Inbox
nav-review = Review
nav-credentials = Credentials
nav-people = People
nav-decisions = Decisions
nav-replay = Replay
nav-ledger = Ledger
nav-team = Team
nav-webhooks = Webhooks
nav-keys = API keys
nav-settings = Settings
sign-out = Sign out
to-start = To the start
page-moved = This page has been brought up to date.
page-lost = The connection is lost. The page may be out of date.

column-when = When
column-place = Place
per-cent = { $value } %
gone = Erased, or its time has passed
older = Older
yes = yes
no = no

role-agent = agent
role-mentor = mentor
role-moderator = moderator
role-reviewer = reviewer
role-auditor = auditor
role-registrar = registrar
role-adjudicator = adjudicator
role-admin = admin

problem = Something went wrong
problem-not-allowed = Your roles do not include this.
problem-not-allowed-fix = { $count ->
    [one] Somebody with this role can do it, or give it to you through an admin: { $roles }.
   *[other] Somebody with one of these roles can do it, or an admin can give you one: { $roles }.
}
problem-gone = What was kept here is gone: the person was erased, or its time has passed.
problem-gone-fix = Nothing brings it back, and nothing is left to do.
problem-key-destroyed = This person was erased, so nothing new is recorded of them.
problem-key-destroyed-fix = Whoever comes back is given a new id.
problem-unknown = There is nothing at this address.
problem-unknown-fix = It may have moved, been erased, or ended. Begin at the start.
problem-form-foreign = This form was not sent from a page of this console, or the page was too old.
problem-form-foreign-fix = Go back, open the page again, and send it once more.
problem-too-large = What was sent is too large.
problem-too-large-fix = Go back and shorten it.
problem-malformed = The server could not read this request.
problem-malformed-fix = Go back and try again.
problem-fault = Something failed in Humanely itself.
problem-fault-fix = Try again. If it stays, tell whoever runs this server; its log says where it happened, and nothing of what was written.
problem-sign-in-needed = Nobody is signed in here.
problem-sign-in-needed-fix = Sign in, and open the page again.
