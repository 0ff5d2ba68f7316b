### What a person is told before anything else. "short" is for a watch, a text message or a voice: 60 characters.

ai =
    .full = You are writing with an AI assistant, not with a human. You can ask for a human at any time.
    .short = This is an AI assistant. You can ask for a human.
ai_again =
    .full = The AI assistant is answering again now, not a human. You can ask for a human at any time.
    .short = The AI assistant is back. You can ask for a human.
estimates =
    .full = From your words we may estimate how a message feels, so that we can answer it better. An estimate can be wrong. If you do not want this, tell us and it stops; you are helped all the same.
    .short = We may estimate how your words feel. Say no and it stops.

# Who wrote a message.

author =
    .ai = Written by an AI assistant
    .human = Written by a human
    .ai_draft_human_sent = Drafted by an AI assistant, checked and sent by a human
