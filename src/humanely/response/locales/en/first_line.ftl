### What a human of the team may write first in English. No name, no time, no apology, nothing that was not said.

first-human =
    .a = I am a human from the team, and I have read what was written here.
    .b = You are with a human from the team now, and I have read all of it.
    .c = This is a human from the team. I have read everything up to here.
first-waited =
    .a = Thank you for waiting. I am a human from the team, and I have read what was written here.
    .b = You have waited, thank you. I am from the team and have read all of it.
    .c = Thanks for staying. I am a human from the team and have read everything up to here.
first-decision =
    .a = I am a human from the team. This is decided by me, not by a machine, and I have read all of it.
    .b = A human looks at this now, and that is me. I have read what was written here.
    .c = I am from the team, and I look at this myself. I have read everything up to here.
first-crisis =
    .a = I am a human from our team. I am here and reading what you write.
    .b = This is a human from our team. I am with you in this chat now.
    .c = A human is here now. I am reading, and I am staying in this chat.
