# The ledger.
ledger-lead = Every act is an entry here, in order. What was said is sealed; that something was changed, removed or reordered would show.
ledger-head = The ledger now
ledger-size = Entries
ledger-root = Root
ledger-verifier = Public key
ledger-verify = Verify all of it
ledger-right = Nothing is wrong: the ledger holds what was recorded.
ledger-wrong = { $count ->
    [one] One thing is wrong.
   *[other] { $count } things are wrong.
}
ledger-extent = Read: { $entries } entries, { $erased } of them without their payload on purpose. Held by a signed checkpoint: the first { $proven }.
ledger-one = Prove one record
ledger-prove = Prove it
ledger-holds = Record { $place } stands in the ledger of { $size } entries
ledger-holds-not = This record does not lead to the root
ledger-kind = Kind
ledger-subject = Pseudonym
ledger-hash = Hash
ledger-proof-text = The proof, to hand on
ledger-check = Check a proof
ledger-paste = A proof somebody gave you
ledger-paste-hint = The whole JSON, as this page or GET /v1/ledger/proof gives it.
ledger-check-do = Check it
ledger-leads = Its hashes lead to the root it names.
ledger-head-ours = This ledger had that root at that size.
ledger-old-ours = This ledger had the older root, too.
ledger-record-ours = The record at that place here is the same.
ledger-checkpoints = Signed checkpoints
ledger-checkpoints-lead = Keep one where nobody here can change it: it shows later whether anything before it was changed.
ledger-entries = { $count ->
    [one] one entry
   *[other] { $count } entries
}
ledger-unsigned = Nothing has been signed yet.
ledger-acts = The newest acts, without their words
ledger-acts-table = Newest acts
kind-consent = consent
kind-law = not read, by law
kind-estimate = message
kind-decision = decision
kind-response = answer
kind-handoff = handoff
kind-note = note
kind-review = review
kind-contact = way to reach
kind-correction = correction
kind-erasure = erasure
kind-outcome = outcome
kind-key = API key
kind-staff = team
kind-setting = setting
kind-webhook = webhook
kind-achievement = achievement
kind-credential = credential
kind-appeal = appeal
kind-endorsement = endorsement
kind-behaviour = behaviour
