"""What is decided at authored moments, and what holds of every decision."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.decision.decide import decide
from humanely.decision.decision import Decision
from humanely.decision.facts import facts
from humanely.decision.moment import HUMAN_DECISION, Bound, Moment, Rulings
from humanely.decision.policy import policy, shipped
from tests.decision.moments import NOW, RISK, customer, feels, moment, says

HELLO = "Hello, where can I change my address?"
ANSWER = "> You can change it under Profile, Address."
FAILED = "No, that's not it. I already tried that and it still doesn't work."
ASK = "I want to talk to a human, please."
THANKS = "Thank you so much, it works now!"
ABUSE = "You are a fucking idiot."
DUTY = Rulings(duties=(Bound(HUMAN_DECISION, "GDPR Art. 22"),))
NO_TEXT = Rulings(refused=(Bound("text", "GDPR Art. 7"),))

TABLE: dict[str, tuple[Moment, str, str]] = {
    # a life at risk, above all
    "risk in words": (moment("I want to end my life", crisis=RISK), "handoff", "crisis"),
    "risk while a human has the conversation": (
        moment("hi", "human> Hello", "I want to end my life", crisis=RISK, human_present=True), "handoff", "crisis"),
    "risk with nobody free": (moment("I want to end my life", crisis=RISK, humans_free=False), "handoff", "crisis"),
    "risk and thanks": (moment("Thanks. I will end my life", crisis=RISK), "handoff", "crisis"),
    "risk and an offer": (moment(THANKS, crisis=RISK, offers=("plan_upgrade",)), "handoff", "crisis"),
    "risk in a language that is off": (moment("x", crisis=RISK, language_status="off"), "handoff", "crisis"),
    "risk where text is refused": (moment("I want to end my life", crisis=RISK, rulings=NO_TEXT), "handoff", "crisis"),
    "risk and the law": (moment("I want to end my life", crisis=RISK, rulings=DUTY), "handoff", "crisis"),
    # silence
    "a human has the conversation": (moment(HELLO, "human> Hi, Ana here.", "ok", human_present=True), "none",
                                     "human_present"),
    "they say yes to a human": (moment(HELLO, "> Shall I?", "yes", accepts_human=True), "handoff", "asked"),
    "a human has it and is asked for": (moment(ASK, "human> Hi", ASK, human_present=True), "none", "human_present"),
    "a human has it and it fails": (moment(HELLO, "human> So", FAILED, human_present=True), "none", "human_present"),
    "given back to the assistant": (moment(HELLO, "human> Done!", "> Anything else?", "Where is my invoice?", since=2),
                                    "reply", "open_question"),
    "the assistant spoke last": (moment(HELLO, ANSWER), "none", "nothing_new"),
    "nothing said at all": (moment(), "none", "nothing_new"),
    "only the assistant greeted": (moment("> Hello!"), "none", "nothing_new"),
    # law
    "law leaves it to a human": (moment("Please decide on my refund.", rulings=DUTY), "review", "human_decision"),
    "law, and a human asked for": (moment(ASK, rulings=DUTY), "handoff", "human_decision"),
    "law, and two failures": (moment(HELLO, ANSWER, FAILED, "> Try again.", FAILED, rulings=DUTY), "handoff",
                              "human_decision"),
    # asked for a human
    "asked in words": (moment(ASK), "handoff", "asked"),
    "asked in German": (moment("Ich möchte mit einem Menschen sprechen.", language="de"), "handoff", "asked"),
    "asked in Spanish": (moment("Quiero hablar con una persona.", language="es"), "handoff", "asked"),
    "asked as the model reads it": (moment(("Proszę z kimś z was porozmawiać", customer(asks_for_human=0.9)),
                                           language="pl"), "handoff", "asked"),
    "asked, perhaps": (moment(("Who sits in the studio?", customer(asks_for_human=0.42))), "reply", "open_question"),
    "asked before and still waiting": (moment(ASK, "> A human will join.", "ok", human_awaited=True), "handoff",
                                       "asked"),
    "asked before its handoff ended": (moment(ASK, "human> Solved!", "> Anything else?", "Where is my invoice?",
                                              since=2), "reply", "open_question"),
    "asked with nobody free": (moment(ASK, humans_free=False), "handoff", "asked"),
    "asked with thanks": (moment("Thanks, but I want to talk to a human."), "handoff", "asked"),
    "asked in anger": (moment("You fucking idiot, let me talk to a human!"), "handoff", "asked"),
    "asked where text is refused": (moment(ASK, rulings=NO_TEXT), "handoff", "asked"),
    # failed attempts
    "no, that's not it": (moment(HELLO, ANSWER, "No, that's not it."), "clarify", "failed_attempt"),
    "failed twice": (moment(HELLO, ANSWER, FAILED, "> Try again.", FAILED), "handoff", "failed_attempts"),
    "failed twice with an answer between": (
        moment(HELLO, ANSWER, FAILED, "> Which page?", "The profile page.", "> Press save.", FAILED), "handoff",
        "failed_attempts"),
    "failed, solved, failed at something else": (
        moment(HELLO, ANSWER, FAILED, "> Press save.", THANKS, "> You're welcome.", FAILED), "clarify",
        "failed_attempt"),
    "failed here and in an earlier conversation": (moment(HELLO, ANSWER, FAILED, failed_before=1), "handoff",
                                                   "failed_attempts"),
    "tried alone before asking": (moment("I already tried a new password. What else can I do?"), "comfort",
                                  "clear_need"),
    "two failed messages in a row are one attempt": (moment(HELLO, ANSWER, "No, that's not it.", "That's not it."),
                                                     "clarify", "failed_attempt"),
    "failed before the handoff only": (
        moment(HELLO, ANSWER, FAILED, "human> Fixed.", "> Anything else?", "How do I log in?", since=4), "reply",
        "open_question"),
    # the feeling over the conversation
    "a fall across an answer": (
        moment(("I hoped for a good trip", customer(0.4)), "> Your flight is cancelled.",
               ("This is terrible, nobody listens", customer(-0.8))), "handoff", "sentiment_dip"),
    "a slow slide": (
        moment(("So it goes here", customer(0.0)), "> Please wait.", ("Hm, bad", customer(-0.25)), "> Please wait.",
               ("This is terrible, nobody listens", customer(-0.6))), "handoff", "sentiment_dip"),
    "one low message is no trajectory": (moment(("This is terrible, nobody listens", customer(-0.9))), "comfort",
                                         "clear_need"),
    "low from the start": (
        moment(("This is terrible, nobody listens", customer(-0.8)), "> Tell me more.",
               ("This is terrible, nobody listens to me", customer(-0.8))), "comfort", "clear_need"),
    "low and then better": (
        moment(("I hoped for a good trip", customer(0.4)), "> Cancelled.", ("Terrible", customer(-0.8)), "> Rebooked.",
               ("Fine then", customer(0.2))), "reply", "message"),
    "a plain no": (moment(("Great, thank you", customer(0.6)), "> Anything else?", ("No", customer(-0.5))), "reply",
                   "message"),
    # high stakes
    "an appeal": (moment("How do I appeal?", tags=frozenset(("appeal",))), "review", "high_stakes"),
    "a refund that failed": (moment(HELLO, ANSWER, FAILED, tags=frozenset(("refund",))), "handoff", "high_stakes"),
    "thanks in a refund": (moment(HELLO, ANSWER, THANKS, tags=frozenset(("refund",))), "reply", "grateful"),
    "thanks and a question in a refund": (
        moment("Thanks! And when will the money come?", tags=frozenset(("refund",))), "review", "high_stakes"),
    "billing is no high stake": (moment("Where is my invoice?", tags=frozenset(("billing",))), "reply",
                                 "open_question"),
    # a vulnerable person
    "vulnerable as the model reads it": (moment(("Since he died I do the papers", customer(vulnerable=0.8))),
                                         "handoff", "vulnerable"),
    "vulnerable by mark": (moment(HELLO, tags=frozenset(("bereaved",))), "handoff", "vulnerable"),
    # doubt
    "language off": (moment("Kur mano siunta?", language="lt", language_status="off"), "handoff", "language_off"),
    "language off, and thanks": (moment("Thanks!", language_status="off"), "handoff", "language_off"),
    "language not told": (moment("Blorp frandel quist mavren", language=None, language_status="unknown"), "clarify",
                          "low_confidence"),
    "asked back once already": (moment("Blorp frandel quist", language=None, language_status="unknown", asked_back=1),
                                "handoff", "low_confidence_again"),
    "a plain yes": (moment("> Shall I?", "yes", language=None, language_status="unknown"), "reply", "message"),
    "a plain ok, not confident": (moment("> Shall I?", ("ok", customer(0.0, confident=False)),
                                         language_status="transferred"), "reply", "message"),
    "transferred and abstaining": (moment(("Gdzie jest moja paczka", customer(confident=False)), language="pl",
                                          language_status="transferred"), "clarify", "low_confidence"),
    "no answer at hand fits": (moment(HELLO, answer_fit=0.2), "clarify", "low_confidence"),
    "an answer at hand fits": (moment(HELLO, answer_fit=0.9), "reply", "open_question"),
    # abuse
    "abuse gets one calm reply": (moment(ABUSE), "reply", "abuse"),
    "abuse again": (moment(ABUSE, "> I want to help. What happened?", ABUSE), "review", "abuse_again"),
    "abuse twice in one go is still the first": (moment(ABUSE, ABUSE), "reply", "abuse"),
    "abuse before the handoff": (moment(ABUSE, "human> Hi.", "> Back with me.", ABUSE, since=2), "reply", "abuse"),
    # the next step
    # what the person says they feel
    "says very bad": (moment((HELLO, says(-1.0))), "comfort", "said_bad"),
    "says bad": (moment((HELLO, says(-0.5))), "comfort", "said_bad"),
    "says bad, and wants the facts": (moment(("Just the number please", says(-0.5))), "reply", "wants_facts_only"),
    "says good": (moment((HELLO, says(1.0, valence=-0.9))), "reply", "open_question"),
    "says bad and thanks": (moment(HELLO, ANSWER, (THANKS, says(-0.5))), "comfort", "said_bad"),
    "says very bad, and an offer": (moment((HELLO, says(-1.0)), offers=("next_course",)), "comfort", "said_bad"),
    "thanks": (moment(HELLO, ANSWER, THANKS), "reply", "grateful"),
    "thanks for what helped": (moment(HELLO, ANSWER, "That helped a lot, thank you"), "reply", "grateful"),
    "thanks, and no help": (moment(HELLO, ANSWER, "Thanks, but that did not help"), "clarify", "failed_attempt"),
    "thanks for nothing": (moment(HELLO, ANSWER, ("Thanks for nothing", customer(-0.1, sarcastic=0.9))), "comfort",
                           "sarcasm"),
    "grief": (moment(("My mother is gone", feels(-0.2, grief=0.9))), "comfort", "distress"),
    "fear where text is refused": (moment(("My mother is gone", feels(-0.2, grief=0.9)), rulings=NO_TEXT), "reply",
                                   "message"),
    "tears of joy": (moment(("Thank you, I cried with joy", customer(0.9, distress=0.6))), "reply", "grateful"),
    "facts only": (moment(("Just the price, no small talk", customer(wants_facts_only=0.9))), "reply",
                   "wants_facts_only"),
    "facts only, annoyed": (moment(("Nobody listens! Just the price, no small talk", customer(wants_facts_only=0.9))),
                            "reply", "wants_facts_only"),
    "a question": (moment(HELLO), "reply", "open_question"),
    "a greeting": (moment("Hello"), "reply", "message"),
    "two messages in a row": (moment(HELLO, ASK, "Hello?"), "handoff", "asked"),
    # offers
    "an offer at ease": (moment(HELLO, ANSWER, THANKS, offers=("next_course",)), "offer", "offer_open"),
    "an offer nobody allowed": (moment(HELLO, ANSWER, THANKS, offers=("timeshare",)), "reply", "grateful"),
    "an offer with a question open": (moment(HELLO, offers=("next_course",)), "reply", "open_question"),
    "an offer in grief": (moment(("My mother is gone", feels(-0.2, grief=0.9)), offers=("next_course",)), "comfort",
                          "distress"),
    "an offer after a crisis": (moment(HELLO, ANSWER, THANKS, offers=("next_course",), crisis_before=True), "reply",
                                "grateful"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_each_authored_moment_is_decided_for_its_reason(name: str) -> None:
    known, action, leading = TABLE[name]
    decision = decide(known, shipped())
    assert (decision.action, decision.leading) == (action, leading)


def test_the_table_is_large_enough() -> None:
    assert len(TABLE) >= 60


EAGER = policy('name = "eager"\n[rules.eager]\nstep = "next"\nwhen = ["message"]\naction = "reply"')
TEXTS = (HELLO, FAILED, ASK, THANKS, ABUSE, "ok", "Nobody listens!", "Thanks for nothing", "Blorp frandel quist")
READS = st.builds(
    lambda valence, confident, names: customer(valence, confident=confident, **names),
    st.none() | st.floats(-1, 1),
    st.booleans(),
    st.dictionaries(st.sampled_from(["asks_for_human", "vulnerable", "distress"]), st.floats(0.4, 1), max_size=2),
)
TURNS = st.tuples(st.sampled_from(TEXTS), READS) | st.sampled_from([ANSWER, "human> Hello, Ana here."])
RULINGS = st.builds(
    lambda refused, duties: Rulings(refused, duties),
    st.sampled_from([(), NO_TEXT.refused]),
    st.sampled_from([(), DUTY.duties]),
)
ABOUT = st.fixed_dictionaries(
    {},
    optional={
        "language_status": st.sampled_from(["measured", "transferred", "off", "unknown"]),
        "crisis": st.sampled_from([None, RISK]),
        "crisis_before": st.booleans(),
        "rulings": RULINGS,
        "tags": st.frozensets(st.sampled_from(["appeal", "refund", "bereaved", "peer_question"])),
        "senses": st.frozensets(st.sampled_from(["text", "voice", "behaviour"])),
        "offers": st.sampled_from([(), ("next_course",), ("timeshare", "plan_upgrade")]),
        "human_present": st.booleans(),
        "human_awaited": st.booleans(),
        "humans_free": st.booleans(),
        "failed_before": st.integers(0, 3),
        "asked_back": st.integers(0, 2),
        "answer_fit": st.none() | st.floats(0, 1),
    },
)
MOMENTS = st.builds(lambda said, about: moment(*said, **about), st.lists(TURNS, max_size=6), ABOUT)


def priority(decision: Decision) -> float:
    return decision.handoff.priority if decision.handoff else 0.0


def changed(known: Moment, **about: object) -> Moment:
    return msgspec.structs.replace(known, **about)


def named(decision: Decision) -> set[str]:
    others = (reason for other in decision.alternatives for reason in other.reasons)
    return {reason.name for reason in (*decision.reasons, *others)}


@given(MOMENTS)
def test_crisis_wins_whatever_else_holds(known: Moment) -> None:
    decision = decide(changed(known, crisis=RISK), shipped())
    assert (decision.action, decision.leading, priority(decision)) == ("handoff", "crisis", 1.0)
    assert decision.crisis == RISK


@given(MOMENTS)
def test_crisis_and_asking_never_lower_the_priority(known: Moment) -> None:
    before = priority(decide(known, shipped()))
    assert priority(decide(changed(known, crisis=RISK), shipped())) >= before
    assert priority(decide(changed(known, human_awaited=True), shipped())) >= before - 1e-12


@given(MOMENTS)
def test_who_asks_gets_a_human_unless_one_is_there_or_nothing_is_new(known: Moment) -> None:
    decision = decide(changed(known, human_awaited=True), shipped())
    assert (decision.action == "handoff") != (decision.leading in {"human_present", "nothing_new"})


@given(
    MOMENTS, st.sampled_from(["tags", "rulings", "human_awaited", "failed_before", "crisis", "crisis_before", "senses"])
)
def test_taking_evidence_away_never_adds_a_reason(known: Moment, what: str) -> None:
    nothing = {
        "tags": frozenset(),
        "rulings": Rulings(known.rulings.refused),
        "senses": frozenset(),
        "failed_before": 0,
        "crisis": None,
    }
    less = changed(known, **{what: nothing.get(what, False)})
    held = facts(known, shipped().thresholds, shipped().marks)
    left = facts(less, shipped().thresholds, shipped().marks)
    assert left.names <= held.names
    assert named(decide(less, shipped())) <= held.names | {"offers_removed"}


@given(MOMENTS)
def test_the_same_moment_is_decided_alike(known: Moment) -> None:
    again = msgspec.structs.replace(known)
    assert decide(known, shipped()) == decide(again, shipped())


@given(MOMENTS)
def test_every_reason_has_evidence_and_says_something(known: Moment) -> None:
    decision = decide(known, shipped())
    assert decision.reasons
    for reason in (*decision.reasons, *(one for other in decision.alternatives for one in other.reasons)):
        assert reason.evidence
        assert reason.says
        assert 0 <= reason.weight <= 1


@given(MOMENTS)
def test_words_given_as_evidence_stand_in_their_turn(known: Moment) -> None:
    words = [one for reason in decide(known, shipped()).reasons for one in reason.evidence if one.kind == "words"]
    said = [one for one in words if one.turn is not None and one.value not in RISK.words]
    assert all(one.value in known.readings[one.turn or 0].turn.text for one in said)


@given(MOMENTS)
def test_confidence_is_a_probability(known: Moment) -> None:
    assert 0 <= decide(known, shipped()).confidence <= 1


@given(MOMENTS)
def test_a_handoff_is_a_typed_value_and_nothing_else_is_one(known: Moment) -> None:
    decision = decide(known, shipped())
    assert (decision.handoff is not None) == (decision.action == "handoff")


@given(MOMENTS)
def test_a_human_in_the_conversation_silences_the_assistant(known: Moment) -> None:
    assert decide(changed(known, human_present=True, crisis=None), shipped()).action == "none"


@given(MOMENTS)
def test_nobody_in_distress_is_offered_anything(known: Moment) -> None:
    trouble = {"crisis", "crisis_before", "distress", "said_bad", "vulnerable"}
    decision = decide(changed(known, offers=("next_course",)), shipped())
    held = facts(known, shipped().thresholds, shipped().marks).names
    proposed = "offer" in {decision.action, *(other.action for other in decision.alternatives)}
    assert held.isdisjoint(trouble) or not proposed


@given(MOMENTS)
def test_nothing_doubtful_is_answered_confidently(known: Moment) -> None:
    names = facts(known, EAGER.thresholds, EAGER.marks).names
    doubtful = not names.isdisjoint({"language_off", "low_confidence"}) and "grateful" not in names
    assert decide(known, EAGER).action not in {"reply", "offer"} or not doubtful


def test_nobody_free_hands_over_with_plan_b_among_the_reasons() -> None:
    decision = decide(moment(ASK, humans_free=False), shipped())
    assert decision.handoff is not None
    assert decision.handoff.plan == "plan_b"
    assert decision.reasons[-1].name == "nobody_free"
    assert decision.reasons[-1].evidence[0].value == f"nobody was free at {NOW:%Y-%m-%d %H:%M} UTC"


def test_a_human_who_has_the_conversation_is_alerted_to_a_life_at_risk() -> None:
    decision = decide(moment(HELLO, "human> Hi", "I want to end my life", crisis=RISK, human_present=True), shipped())
    assert decision.handoff is not None
    assert decision.handoff.plan == "alert"


def test_offers_that_are_struck_name_their_rule() -> None:
    decision = decide(TABLE["an offer in grief"][0], shipped())
    struck = next(reason for reason in decision.reasons if reason.name == "offers_removed")
    assert struck.evidence[0].value.startswith("no_offer_in_distress (EU AI Act Art. 5(1)(a), (b)), by distress")


def test_reasons_of_one_action_add_up_to_its_priority() -> None:
    alone = decide(moment(ASK), shipped())
    both = decide(moment(ASK, tags=frozenset(("bereaved",))), shipped())
    assert priority(alone) == pytest.approx(0.7)
    assert priority(both) == pytest.approx(1 - 0.3 * 0.4)


def test_what_came_second_is_an_alternative_with_its_reasons() -> None:
    decision = decide(moment(HELLO, ANSWER, FAILED), shipped())
    assert [(one.action, [reason.name for reason in one.reasons]) for one in decision.alternatives] == [
        ("comfort", ["clear_need"])
    ]


def test_a_refused_sense_is_named_and_not_used() -> None:
    heard = moment(HELLO, senses=frozenset(("text", "voice")))
    refused = changed(heard, rulings=Rulings(refused=(Bound("voice", "EU AI Act Art. 5(1)(f)"),)))
    assert decide(heard, shipped()).approach == "multimodal"
    decision = decide(refused, shipped())
    assert decision.approach == "contextual"
    assert decision.reasons[-1].evidence[0].value == "voice: EU AI Act Art. 5(1)(f)"


APPROACHES = {
    "scripted": moment(HELLO, ANSWER, THANKS),
    "contextual": moment(HELLO),
    "multimodal": moment(HELLO, senses=frozenset(("text", "behaviour"))),
    "human_in_the_loop": moment(HELLO, setting="health"),
    "community": moment(HELLO, tags=frozenset(("peer_question",))),
}


@pytest.mark.parametrize("approach", APPROACHES)
def test_each_approach_has_its_moment(approach: str) -> None:
    assert decide(APPROACHES[approach], shipped()).approach == approach


def test_what_was_read_but_not_believed_lowers_the_confidence() -> None:
    assert decide(TABLE["asked, perhaps"][0], shipped()).confidence == pytest.approx(0.58)


def test_an_operators_review_gives_way_to_a_handoff_and_keeps_its_reason() -> None:
    own = policy('name = "own"\n[rules.first]\nstep = "escalation"\nwhen = ["message"]\naction = "review"')
    decision = decide(moment(HELLO, tags=frozenset(("bereaved",))), own)
    assert decision.action == "handoff"
    assert [reason.name for reason in decision.reasons] == ["message", "vulnerable"]
