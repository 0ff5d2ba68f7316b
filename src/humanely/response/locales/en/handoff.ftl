### What we say in English around a handoff. Attributes a to d of a message say the same in other words.
### No time that is not given, no apology, nothing that claims to know how a person feels. "handoff-" fits a watch: 60 characters.

## The seven steps, and an answer that a human looks at first.

handoff-offered =
    .a = Shall I bring in a human from the team?
    .b = Would you like a human to take over?
    .c = A human can take over here: would you like that?
    .d = Do you want me to ask a human in?
handoff-connect =
    .a = I'm passing this to a human in the team now.
    .b = This goes to a human in the team now.
    .c = A human in the team is being told now.
    .d = Now a human in the team is called in.
handoff-plan_b =
    .a = Nobody is free right now. Your case stays open.
    .b = Right now nobody is free, so your case stays open.
    .c = At the moment nobody is free. The case stays open.
    .d = The team is not free just now. Your case stays open.
handoff-alert =
    .a = The human who is with you has been told.
    .b = Your human in the team knows about this now.
    .c = I have told the human you are writing with.
    .d = Whoever is with you from the team has been told.
handoff-waiting =
    .a = It is with the team, and this goes along.
    .b = The team has it, and your new message too.
    .c = A human has been asked for, that still stands.
    .d = Your new message is with the team as well.
handoff-waiting_plan_b =
    .a = Nobody is free right now. This is kept with your case.
    .b = The team is not there just now, but your case is kept.
    .c = Your message is kept, even while nobody is free.
    .d = What you wrote stays with the case, nobody is free yet.
handoff-crisis =
    .a = A human of our team is being told now.
    .b = Right now a human of our team is being told.
    .c = I am telling a human of our team now.
    .d = Our team is being told now: a human reads this first.
handoff-crisis_plan_b =
    .a = Until a human of ours writes, use the help above.
    .b = Please use the help above until our team can write.
    .c = The help above is there before our team can write.
    .d = Our team is told. The help above is there sooner.
handoff-joined =
    .a = A human from the team is here now.
    .b = You are with a human from the team now.
    .c = From here on a human from the team writes.
    .d = Now a human from the team takes over.
handoff-left =
    .a = The human has left the chat. It stays open.
    .b = Nobody from the team is here any more.
    .c = From the team nobody is in the chat any more.
    .d = Whoever was here from the team has left.
handoff-timed_out =
    .a = Nobody from the team has come yet.
    .b = So far nobody from the team was free.
    .c = You have waited, and nobody has come so far.
    .d = The team has not been free until now.
handoff-declined =
    .a = Then it goes on here for now.
    .b = For now we go on here.
    .c = All right, we carry on here.
    .d = Let's go on here for now.
handoff-returned =
    .a = You are back with the assistant now.
    .b = The assistant is here again.
    .c = From here on it is the assistant again.
    .d = Now the assistant goes on.
handoff-held =
    .a = A human looks at the answer first.
    .b = Before you get the answer, a human reads it.
    .c = This answer goes past a human first.
    .d = First a human checks what I would answer.

## Why a human comes, where it helps to say it.

because-asked =
    .a = You asked for a human, and that is right.
    .b = A human is what you asked for.
    .c = Of course you can speak with a human.
    .d = You want to speak with a human, that is understood.
because-failed =
    .a = What was tried so far has not solved it.
    .b = You have tried enough, another round would not help you.
    .c = My answers have not got you there.
    .d = This needs more than I can do here.
because-stakes =
    .a = Too much depends on this for a guess of mine.
    .b = This matters too much to be left to a machine.
    .c = A lot hangs on this, so a human looks at it.
    .d = For something this important a human is the right one.
because-distress =
    .a = Thank you for writing this.
    .b = That sounds like a lot to carry.
    .c = It is good that you wrote this.
    .d = What you write sounds hard.
because-language =
    .a = I do not read your language well enough.
    .b = Your language is one I cannot read well.
    .c = In your language I would get things wrong.
    .d = I cannot answer well in your language.
because-unclear =
    .a = I would only be guessing here.
    .b = Here I am not sure enough to answer well.
    .c = I may be misreading what you need.
    .d = My answer would not be good enough for this.
because-dip =
    .a = This has not gone the way it should for you.
    .b = My answers may have made this harder.
    .c = It may be that I am not much help here.
    .d = You should not have to go on like this with me.
because-decision =
    .a = A decision like this is made by a human.
    .b = This is for a human to decide, not for a machine.
    .c = Only a human may decide this.
    .d = A machine does not decide this.

## What happens with what was said.

kept-handed =
    .a = What you wrote goes along, so you need not say it again.
    .b = All your messages go along, you do not have to start over.
    .c = They see what you wrote, nothing has to be repeated.
    .d = You need not explain it again, your messages go along.
kept-open =
    .a = What you wrote is kept for the team.
    .b = All you have written is there when the team reads it.
    .c = Nothing gets lost, the team sees what you wrote.
    .d = Your messages stay here for the team to read.
kept-joined =
    .a = They can see what you have written.
    .b = What you wrote is there for them to read.
    .c = Your messages so far are open to them.
    .d = All that was said here is in front of them.
kept-returned =
    .a = What you two wrote is kept here.
    .b = All that was said stays in this chat.
    .c = Nothing of what you discussed is lost.
    .d = What came up with the human is still here.
kept-crisis =
    .a = You can go on writing here.
    .b = It is fine to keep writing here.
    .c = Write here if you like, it is read.
    .d = This chat stays open for you.
kept-held =
    .a = It comes here once it has been looked at.
    .b = You get it here, or better words from a human.
    .c = The human may change it or write to you directly.
    .d = What you get is what a human stands by.

## A choice.

choice-more =
    .a = If there is more to say, write it here.
    .b = You can add anything that matters to you.
    .c = Anything you add here goes along.
    .d = Feel free to write on meanwhile.
choice-ask =
    .a = You can ask for a human at any time.
    .b = A human is still yours for the asking.
    .c = If you want a human later, say so.
    .d = Just say so if you would like a human.

## Opening hours, as the operator gives them.

fact-hours =
    .label = Hours: { $value }
    .sentence = The team is there: { $value }.
