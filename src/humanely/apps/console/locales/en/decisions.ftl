# Decisions, and what another policy would decide.
decisions-lead = What was decided, the newest first, each with what led to it.
decisions-replay = Try another policy
decisions-action = What was decided
decisions-because = What led to it
decisions-sure = Evidence
decisions-human = a human is due
decisions-crisis = a life may be at risk
decisions-none = Nothing has been decided yet.
decisions-none-more = The first decision appears here with the first message.
decisions-evidence = What it rests on
decisions-weight = Weight
decisions-why-staff = Why, in full
decisions-why-person = Why, as the person reads it
decisions-instead = Also called for: { $action }
decisions-nothing-else = Nothing else was called for.
decisions-language = The same in another language
decisions-urgency = Urgency
decisions-policy = Policy
decisions-conversation = Conversation
replay-lead = See what a policy would have decided on what is recorded. Nothing is changed, nobody is answered.
replay-text = The policy to try
replay-hint = Only what differs from the shipped policy, and a name. It begins with the one in effect.
replay-try = Try it
replay-changed = { $changed ->
    [0] None of { $decisions } decisions in { $conversations } conversations would change.
    [one] One of { $decisions } decisions in { $conversations } conversations would change.
   *[other] { $changed } of { $decisions } decisions in { $conversations } conversations would change.
}
replay-bounded = Only { $count } conversations were looked at; the command humanely replay looks at all.
replay-actions = How often
replay-kinds = What would change
replay-now = Now
replay-then = With this text
replay-more = More or fewer
replay-count = Decisions
replay-unknown = What nobody can know: how the conversations would have gone on after another decision.
