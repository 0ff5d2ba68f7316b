"""Every finding an audit can make: its name, what it says in plain words, and what to do first.

In the sentences ``{people}`` is the number of conversations affected, ``{base}`` those where it could have
happened, ``{share}`` the share of the two with its interval.
"""

import msgspec

from humanely.audit import detectors
from humanely.audit.detectors import Detect


class Kind(msgspec.Struct, frozen=True):
    """One kind of finding.

    Attributes:
        found, not_found, cannot_tell: the sentence for each verdict.
        do_first: the first thing to do about it.
        says_where: whether the sentence names the place of the conversation, and the step of the journey.
    """

    code: str
    title: str
    detect: Detect
    found: str
    not_found: str
    cannot_tell: str
    do_first: str
    good_news: bool = False
    says_where: bool = False


KINDS: tuple[Kind, ...] = (
    Kind(
        "human_not_given",
        "Asked for a human, and none came",
        detectors.human_not_given,
        "In {people} of the {base} conversations in which somebody asked for a human, no human came ({share}).",
        "In all {base} conversations in which somebody asked for a human, one came.",
        "Nobody asked for a human where the export names an assistant (say --speaker assistant=…).",
        "Make “talk to a person” an act of the system, not a sentence: every such ask opens a case, and the "
        "person is told who comes and when.",
    ),
    Kind(
        "cold_answer",
        "Cold answers where empathy was due",
        detectors.cold_answer,
        "In {people} of the {base} conversations that called for empathy, an answer showed far less than the "
        "moment called for ({share}).",
        "None of the {base} conversations that called for empathy met a cold answer.",
        "No answer to a clear need for empathy could be read.",
        "Rewrite the few scripted lines that come up in these moments: name what happened to this person, own our "
        "part, and say what happens next and when.",
    ),
    Kind(
        "hurt_at_end",
        "Angry or hurt at the end",
        detectors.hurt_at_end,
        "Of the {base} conversations whose last message can be read, {people} end angry or hurt ({share}).",
        "None of the {base} conversations whose last message can be read ends angry or hurt.",
        "No last message of a customer can be read with enough certainty.",
        "Have a person read these endings this week and write to those whose matter is still open.",
    ),
    Kind(
        "repeats_without_escalation",
        "Failed twice, nobody took over",
        detectors.repeats_without_escalation,
        "In {people} of the {base} conversations where something did not work, the customer said so twice or more "
        "and nobody new took over ({share}).",
        "Where something did not work ({base} conversations), nobody had to say so twice without the matter moving.",
        "No message reads as if an attempt had failed.",
        "Count “that did not work” as a failed attempt; after the second, bring in a human with the whole story.",
    ),
    Kind(
        "unanswered",
        "Left without an answer",
        detectors.unanswered,
        "{people} of {base} conversations end with a question, a plea or a failed attempt that got no answer at all "
        "({share}).",
        "None of {base} conversations ends with a question, a plea or a failed attempt left open.",
        "No message of a customer could be read.",
        "List the open ones every morning; an honest “we need until Thursday” is an answer.",
    ),
    Kind(
        "dip",
        "Feeling falls after an answer",
        detectors.dip,
        "In {people} of {base} conversations the customer's feeling falls sharply from before an answer to after it "
        "({share}).",
        "In none of {base} conversations the customer's feeling falls sharply after an answer.",
        "Too few conversations have two customer messages that can be read with enough certainty.",
        "Read the answers before these falls side by side: what they share (a policy, a form, a refusal) is the "
        "thing to rewrite.",
        says_where=True,
    ),
    Kind(
        "wrong_language",
        "Answered in another language",
        detectors.wrong_language,
        "In {people} of {base} conversations an answer is in another language than the customer writes ({share}).",
        "No answer that can be told is in another language than the customer's ({base} conversations).",
        "The language of the customers could not be told.",
        "Take the language from the customer's last message, and route to people who speak it.",
    ),
    Kind(
        "empty_promise",
        "Promises without a step or a time",
        detectors.empty_promise,
        "In {people} of {base} conversations an answer promises to look into it without a step or a time, and the "
        "customer comes back ({share}).",
        "In none of {base} conversations an empty promise made the customer come back.",
        "No answer could be read.",
        "Replace “we will look into it” by who does what by when, and keep that date for them.",
    ),
    Kind(
        "apology_loop",
        "One apology after another",
        detectors.apology_loop,
        "In {people} of the {base} conversations with several answers, an apology follows an apology while nothing "
        "moves ({share}).",
        "None of the {base} conversations with several answers apologises twice in a row.",
        "No conversation has two answers in a language whose words of apology we know.",
        "Apologise once, for one thing; the second answer must bring a step.",
    ),
    Kind(
        "slow_first_answer",
        "Slow first answer",
        detectors.slow_first_answer,
        "In {people} of the {base} conversations that were answered, the first answer took eight hours or more "
        "({share}).",
        "In the {base} conversations that were answered, the first answer came within eight hours.",
        "The export has no times of day, so speed cannot be told.",
        "Say at once, in the first minute, when a real answer will come; then sort the queue by need, not by age.",
    ),
    Kind(
        "too_much",
        "More sympathy than was called for",
        detectors.too_much,
        "In {people} of {base} conversations a plain question or a thank-you met a flood of sympathy ({share}).",
        "In none of {base} conversations a plain question met a flood of sympathy.",
        "No answer to a plain question could be read.",
        "Take the stock sympathy out of answers to plain questions; a short, clear answer is the kind one.",
    ),
    Kind(
        "best_answer",
        "Answers worth copying",
        detectors.best_answer,
        "In {people} of the {base} conversations with a clear need for empathy, an answer met the feeling and "
        "moved the matter on ({share}).",
        "None of the {base} conversations with a clear need for empathy has an answer we would hold up as an example.",
        "No answer to a clear need for empathy could be read.",
        "Show these to the team, and ask those who wrote them how they work.",
        good_news=True,
    ),
)
