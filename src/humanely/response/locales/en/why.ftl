### Why something was decided, for the person it is about. "told": by words or facts; "read": by an estimate alone.
### We estimate, we do not detect; a message may have felt like something, a person is not something. No diagnosis.

decided =
    .reply = You got an answer.
    .clarify = You were asked what you meant, rather than answered on a guess.
    .comfort = The reply took up how it felt before the matter itself.
    .offer = Something was proposed to you.
    .handoff = Your conversation was given to a human.
    .review = A human looks at the answer before you get it.
    .none = The assistant said nothing.

## One sentence for each reason.

because-crisis =
    .told = Words in your message can mean that a life is at risk, and then a human comes first.
    .read = Your message may have meant that a life is at risk, and then a human comes first.
because-human_present =
    .told = A human was in the conversation, and the assistant stays silent then.
because-nothing_new =
    .told = There was no new message from you to answer.
because-human_decision =
    .told = By law, a decision like this is made by a human.
because-asked =
    .told = You asked for a human.
    .read = Your message may have asked for a human.
because-human_awaited =
    .told = A human was called for you earlier, and had not come yet.
because-failed_attempts =
    .told = By what you wrote, several answers in a row did not help.
    .read = Several answers in a row may not have helped you.
because-not_settled =
    .told = By what you wrote, the matter is not settled after all.
    .read = The matter may not be settled after all.
because-sentiment_dip =
    .read = Your messages may have felt worse from one answer to the next.
because-high_stakes =
    .told = It was about something in which a mistake would cost you a lot.
because-vulnerable =
    .told = Something that you wrote, or that is noted about this conversation, asked for special care.
    .read = Your message may have come from a situation that asks for special care.
because-language_off =
    .told = The assistant does not read this language well enough.
because-low_confidence_again =
    .told = You had been asked already, and it was still not clear enough what was meant.
because-low_confidence =
    .told = It was not clear enough what was meant, or no answer at hand fitted well enough.
because-abuse_again =
    .told = Words that may hurt came again, so a human looks at it first.
    .read = Your messages may have been meant to hurt, so a human looks at it first.
because-abuse =
    .told = Your message had words that may hurt, so the reply was short and calm.
    .read = Your message may have been meant to hurt, so the reply was short and calm.
because-distress =
    .told = Your message had words that can speak of distress.
    .read = Your message may have felt distressed.
because-said_bad =
    .told = You said that you were not feeling well.
because-failed_attempt =
    .told = By what you wrote, the last answer did not help.
    .read = The last answer may not have helped you.
because-sarcasm =
    .read = Your words may have meant their opposite.
because-clear_need =
    .told = What you wrote seemed to call for being heard first.
    .read = Your message may have called for being heard first.
because-repeats =
    .told = You had to say something again.
    .read = You may have had to say something again.
because-left_open =
    .told = A question of yours was passed over in the last answer.
    .read = A question of yours may have been passed over in the last answer.
because-wants_facts_only =
    .told = You asked for the facts and nothing else.
    .read = You may have wanted the facts and nothing else.
because-open_question =
    .told = You asked something.
    .read = Your message may have been a question.
because-grateful =
    .told = You said thank you.
    .read = Your message may have been a thank-you.
because-offer_open =
    .told = There was something that could be proposed at this point.
because-message =
    .told = You wrote, and nothing called for more than an answer.
because-peer_question =
    .told = Others who learn or use the same may answer this best.
because-many_senses =
    .told = More than your words was read, as you had allowed.
because-sensitive_setting =
    .told = In a place like this a human stays involved.
because-crisis_before =
    .told = Earlier in this conversation a life may have been at risk.
because-sense_refused =
    .told = Something may not be read here, so it was not.
because-nobody_free =
    .told = Nobody from the team was free at that moment.
because-offers_removed =
    .told = Nothing was proposed to you, because nothing is sold to somebody who may be having a hard time.

your-words =
    .line = Your words: “{ $words }”.

## How sure.

sure =
    .stated = This rests on what was said or noted, not on an estimate.
    .fairly = This rests on an estimate, and a fairly sure one. It can still be wrong.
    .somewhat = This rests on an estimate that is only somewhat sure. It may be wrong.
    .unsure = This rests on an estimate that is not sure. It may well be wrong.

## What the person can do.

can =
    .see = You can see everything that is kept about you, in one file.
    .correct = If an estimate is wrong, say how it was. What you say counts more than any estimate.
    .switch_off = You can have the estimating switched off. You are helped all the same.
    .human = You can ask for a human to look at this.
