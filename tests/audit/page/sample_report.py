"""An authored report with every kind of content the page has to show."""

import datetime as dt

from humanely.audit.report import (
    Breakdown,
    ConversationView,
    Coverage,
    Figure,
    Finding,
    GapCheck,
    JourneyPoint,
    LanguageShare,
    Outcome,
    Quote,
    Report,
    Slice,
    TurnView,
    Verdict,
)

START = dt.datetime(2025, 3, 3, 9, 12, tzinfo=dt.UTC)
REFUSED = "fewer than 20 conversations"


def figure(value: float, spread: float = 0.04, n: int = 412) -> Figure:
    return Figure(value, round(value - spread, 3), round(value + spread, 3), n)


def refused(n: int, why: str = REFUSED) -> Figure:
    return Figure(None, None, None, n, why)


def customer(  # noqa: PLR0913 - a turn on one line
    turn: int,
    text: str,
    valence: float | None,
    need: float,
    feeling: str | None = None,
    *,
    words: tuple[str, ...] = (),
    cues: tuple[str, ...] = (),
    whole: tuple[str, ...] = (),
) -> TurnView:
    time = START + dt.timedelta(minutes=3 * turn)
    return TurnView(turn, "customer", text, time, valence, feeling, need, None, None, {}, (), words, cues, whole)


def answer(  # noqa: PLR0913 - a turn on one line
    turn: int,
    text: str,
    shown: float | None,
    gap: float | None,
    parts: tuple[int, int, int, int] = (0, 0, 0, 0),
    *,
    speaker: str = "agent",
    against: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    whole: tuple[str, ...] = (),
) -> TurnView:
    time = START + dt.timedelta(minutes=3 * turn)
    named = dict(zip(("feels with", "understands", "asks", "acts"), parts, strict=True))
    return TurnView(turn, speaker, text, time, None, None, None, shown, gap, named, against, words, (), whole)


REFUND = ConversationView(
    "S-2041",
    "Asked for a person three times; the last message is the lowest of the conversation.",
    "en",
    "web chat",
    "refund",
    "standard",
    ("human_not_given", "angry_at_the_end", "cold_answer"),
    (
        customer(
            1,
            "Hi, my refund for order 7781 was promised for Monday. It is Thursday.",
            -0.35,
            0.45,
            "disappointment",
            words=("promised for Monday",),
            cues=("a promise was broken",),
        ),
        answer(
            2,
            "Thank you for contacting us. Refunds take 5 to 10 working days.",
            0.1,
            0.35,
            speaker="assistant",
            against=("stock phrase", "ignores the question"),
        ),
        customer(
            3,
            "I know the general rule. Somebody told me Monday. My rent is due tomorrow and I can't pay it.",
            -0.62,
            0.78,
            "nervousness",
            words=("rent is due tomorrow", "can't pay"),
            cues=("money at stake",),
        ),
        answer(
            4,
            "Refunds take 5 to 10 working days. Is there anything else?",
            0.02,
            0.76,
            speaker="assistant",
            against=("stock phrase", "says the same again"),
        ),
        customer(
            5,
            "Can I please talk to a person?",
            -0.6,
            0.8,
            "annoyance",
            words=("talk to a person",),
            cues=("asks for a human", "repeats"),
        ),
        answer(
            6,
            "I can help you with that! What is your order number?",
            0.12,
            0.68,
            (0, 0, 1, 0),
            speaker="assistant",
            against=("does not bring the human asked for",),
        ),
        customer(
            7,
            "I gave it in my first message. A human, please. This is humiliating.",
            -0.85,
            0.92,
            "anger",
            words=("A human, please", "humiliating"),
            cues=("asks for a human", "repeats", "said outright"),
        ),
        answer(
            8,
            "Thank you for contacting us. This chat will now close.",
            0.0,
            0.92,
            speaker="assistant",
            against=("dismissal",),
        ),
    ),
)

EXAM = ConversationView(
    "L-0317",
    "A strong moment met well: the next message reads much better.",
    "de",
    "e-mail",
    "certificate",
    "learners",
    ("worth_copying",),
    (
        customer(
            1,
            "Ich habe die Prüfung zum zweiten Mal nicht bestanden und schäme mich ehrlich gesagt.",
            -0.7,
            0.82,
            "embarrassment",
            words=("zweiten Mal nicht bestanden", "schäme mich"),
            cues=("failed attempt",),
        ),
        answer(
            2,
            "Das tut mir leid, zweimal so knapp ist wirklich bitter. Ihnen fehlten vier Punkte, alle im letzten Teil. "
            "Ich habe Ihnen bis Freitag einen Platz in der Übungsgruppe freigehalten. "
            "Was fiel Ihnen dort am schwersten?",
            0.86,
            -0.04,
            (2, 2, 2, 2),
            words=("zweimal so knapp ist wirklich bitter", "bis Freitag"),
        ),
        customer(
            3,
            "Danke, das hilft mir sehr. Vor allem die Zeit war knapp.",
            0.55,
            0.2,
            "gratitude",
            words=("hilft mir sehr",),
        ),
        answer(4, "Dann üben wir genau das. Bis Freitag!", 0.4, -0.2, (1, 0, 0, 1)),
    ),
)

FLIGHT = ConversationView(
    "T-1188",
    "Stranded at night; answered with a link.",
    "ar",
    "messenger",
    "change of booking",
    "standard",
    ("cold_answer",),
    (
        customer(
            1,
            "أُلغيت رحلتي وأنا عالقة في المطار مع طفلي منذ ست ساعات. أنا خائفة جدًا.",
            -0.8,
            0.9,
            "fear",
            words=("أنا خائفة جدًا",),
            cues=("said outright", "vulnerable"),
            whole=("vulnerable",),
        ),
        answer(
            2,
            "يرجى الاطلاع على الأسئلة الشائعة في موقعنا.",
            0.05,
            0.85,
            speaker="assistant",
            against=("stock phrase",),
            whole=("stock phrase",),
        ),
        customer(3, "هل يوجد أحد هنا؟", -0.5, 0.85, "sadness", cues=("asks for a human",), whole=("asks for a human",)),
        answer(4, "👍", None, None, speaker="assistant"),
    ),
)

THANKS = ConversationView(
    "S-2190",
    "More sympathy than a thank-you calls for.",
    "en",
    "web chat",
    "order",
    "premium",
    ("too_much",),
    (
        customer(1, "Quick one: does the blue lamp come with a bulb?", 0.05, 0.05, "curiosity"),
        answer(
            2,
            "Oh no, I am so deeply sorry for the confusion this must have caused you! Yes, it does!",
            0.55,
            -0.5,
            (2, 0, 0, 1),
            against=("gush",),
            words=("so deeply sorry",),
        ),
        customer(3, "All good, thanks!", 0.6, 0.02, "gratitude"),
        answer(4, "You're welcome.", 0.1, -0.08),
    ),
)

CONVERSATIONS = (REFUND, EXAM, FLIGHT, THANKS)

FINDINGS = (
    Finding(
        "human_not_given",
        "Asked for a person and did not get one",
        Verdict.FOUND,
        "In 61 conversations the customer asked for a person; in 44 of them no person ever spoke. "
        "On average they asked twice.",
        44,
        Figure(0.72, 0.60, 0.83, 61),
        0.81,
        "Let the bot hand over at the first request, and say at once when a person will be there.",
        quotes=(
            Quote("S-2041", 7, "customer", REFUND.turns[6].text, ("A human, please",), REFUND.turns[5].text),
            Quote(
                "T-1188",
                3,
                "customer",
                FLIGHT.turns[2].text,
                (),
                FLIGHT.turns[1].text,
                "ar",
                as_a_whole=("asks for a human",),
                facts=("after 9 h",),
            ),
            Quote(
                "S-1790", 9, "customer", "Is anybody real there? I have asked you four times now.", ("anybody real",)
            ),
        ),
        conversation_ids=("S-2041", "T-1188", "S-1790"),
    ),
    Finding(
        "cold_answer",
        "Cold answers to strong feeling",
        Verdict.FOUND,
        "After messages that called for a lot, 76 conversations got an answer that showed next to nothing of it.",
        76,
        Figure(0.184, 0.15, 0.22, 412),
        0.44,
        "Rewrite the five stock lines behind these answers so that they name what happened and the next step.",
        quotes=(
            Quote("S-2041", 4, "assistant", REFUND.turns[3].text, ("Is there anything else?",), REFUND.turns[2].text),
        ),
        conversation_ids=("S-2041", "T-1188"),
    ),
    Finding(
        "repeats_without_escalation",
        "Said it again, and nobody stepped in",
        Verdict.FOUND,
        "In 29 conversations the customer repeated the same request at least twice without anyone stepping in.",
        29,
        Figure(0.07, 0.05, 0.1, 412),
        0.52,
        "After the second repeat, bring in a person with the whole conversation at hand.",
        quotes=(
            Quote("S-1812", 5, "customer", "As I wrote twice: the code you sent does not work.", ("As I wrote twice",)),
        ),
        conversation_ids=("S-1812",),
    ),
    Finding(
        "angry_at_the_end",
        "Angry or hurt at the end",
        Verdict.FOUND,
        "31 conversations end on a message that reads as angry or hurt; "
        "the answer after it, if any, did not change that.",
        31,
        Figure(0.075, 0.05, 0.1, 412),
        0.47,
        "Write to these customers by hand this week: the list is in the findings file.",
        conversation_ids=("S-2041",),
    ),
    Finding(
        "worth_copying",
        "Strong moments met well",
        Verdict.FOUND,
        "23 answers met a strong moment and the next message read clearly better.",
        23,
        Figure(0.056, 0.04, 0.08, 412),
        0.0,
        "Show these in the next team meeting, and ask what made them possible.",
        good_news=True,
        quotes=(Quote("L-0317", 2, "agent", EXAM.turns[1].text, EXAM.turns[1].words, EXAM.turns[0].text),),
        conversation_ids=("L-0317",),
    ),
    Finding(
        "slow_first_answer",
        "Slow first answer",
        Verdict.CANNOT_TELL,
        "Only 31 of 412 conversations carry times, too few to tell.",
        0,
        refused(31),
        0.0,
        "Export the time of each message.",
    ),
    Finding(
        "wrong_language",
        "Answered in another language",
        Verdict.NOT_FOUND,
        "No answer was in another language than the message.",
        0,
        Figure(0.0, 0.0, 0.01, 412),
        0.0,
        "Nothing to do.",
    ),
    Finding(
        "apology_loop",
        "Apology after apology",
        Verdict.NOT_FOUND,
        "No conversation had three apologies in a row.",
        0,
        Figure(0.0, 0.0, 0.01, 412),
        0.0,
        "Nothing to do.",
    ),
)


def piece(name: str, n: int, gap: float, spread: float) -> Slice:
    need = 0.55
    return Slice(
        name, n, figure(gap, spread, n), figure(need, 0.03, n), figure(need - gap, 0.03, n), figure(0.5 * gap, 0.03, n)
    )


def small(name: str, n: int) -> Slice:
    return Slice(name, n, refused(n), refused(n), refused(n), refused(n))


BREAKDOWNS = (
    Breakdown(
        "journey",
        Verdict.FOUND,
        "Refunds have the widest gap, clearly wider than the rest.",
        (
            piece("refund", 96, 0.46, 0.06),
            piece("change of booking", 71, 0.36, 0.07),
            piece("order", 160, 0.24, 0.04),
            piece("certificate", 62, 0.17, 0.07),
            small("complaint about a partner shop", 6),
        ),
    ),
    Breakdown(
        "language",
        Verdict.FOUND,
        "Messages in Spanish meet a wider gap than the rest.",
        (piece("en", 228, 0.29, 0.04), piece("es", 74, 0.43, 0.07), piece("de", 61, 0.22, 0.07), small("ar", 14)),
    ),
    Breakdown(
        "channel",
        Verdict.NOT_FOUND,
        "No channel differs clearly from the rest.",
        (piece("web chat", 251, 0.32, 0.04), piece("e-mail", 118, 0.28, 0.05), piece("messenger", 43, 0.34, 0.09)),
    ),
    Breakdown(
        "group",
        Verdict.CANNOT_TELL,
        "One group is too small to tell whether it is served worse.",
        (piece("standard", 371, 0.32, 0.03), small("premium", 17), small("learners", 9)),
    ),
)

_VALENCES = (-0.12, -0.18, -0.24, -0.29, -0.31, -0.34, -0.3, -0.22, -0.1, 0.02)
_NEEDS = (0.42, 0.5, 0.55, 0.61, 0.63, 0.62, 0.58, 0.5, 0.41, 0.3)
_SHOWN = (0.3, 0.28, 0.24, 0.21, 0.2, 0.22, 0.24, 0.26, 0.27, 0.26)


def place(n: int) -> JourneyPoint:
    need, shown = figure(_NEEDS[n], 0.03), figure(_SHOWN[n], 0.03)
    return JourneyPoint(
        f"{10 * n}–{10 * n + 10}%",
        figure(_VALENCES[n], 0.05),
        need,
        shown,
        figure(round(_NEEDS[n] - _SHOWN[n], 2), 0.04),
    )


COVERAGE = Coverage(
    sources=("export-march.jsonl.gz", "export-april.csv"),
    rows=4_310,
    turns=4_227,
    conversations=412,
    customer_turns=2_188,
    distinct_texts=3_904,
    abstained_turns=131,
    rejects={"unknown speaker": 12, "no text": 3},
    skipped={"private note": 51, "duplicate": 17},
    masked={"email": 212, "phone": 88, "name": 391, "card": 2},
    languages=(
        LanguageShare("en", 2_402, "measured", answers_read=True),
        LanguageShare("es", 780, "measured", answers_read=True),
        LanguageShare("de", 640, "measured", answers_read=True),
        LanguageShare("ar", 140, "transferred", answers_read=True),
        LanguageShare("zz", 9, "off", answers_read=False),
        LanguageShare("not told", 4, "unknown", answers_read=False),
    ),
    first_time=START,
    last_time=START + dt.timedelta(days=47),
)

REPORT = Report(
    title="Where people were let down, and what to do first",
    generated_at=dt.datetime(2025, 4, 22, 8, 0, tzinfo=dt.UTC),
    version="0.1.0",
    model="humanely-text 1 (int8)",
    partial=None,
    summary=(
        "Across 412 conversations, answers showed clearly less empathy than the moments called for.",
        "The gap is widest in the middle of a conversation and in refunds, and wider in Spanish than in English.",
        "Three in four who asked for a person never got one.",
        "Where a strong moment was met, the next message read clearly better: 23 answers are worth copying.",
    ),
    gap=figure(0.31),
    need=figure(0.54, 0.02),
    shown=figure(0.23, 0.03),
    parts={
        "feels with": figure(0.34, 0.06),
        "understands": figure(0.52, 0.06),
        "asks": figure(0.41, 0.05),
        "acts": figure(0.63, 0.07),
    },
    cold_share=Figure(0.184, 0.148, 0.223, 412),
    exchanges=1_208,
    check=GapCheck(
        "associated",
        figure(-0.21, 0.08, 318),
        figure(0.01, 0.07, 318),
        "A smaller gap goes with a better next message here: 0.21 on the valence scale for one unit of gap "
        "(0.13 to 0.29), against 0.01 by chance. This is an association, not a cause.",
    ),
    findings=FINDINGS,
    journey=tuple(place(n) for n in range(10)),
    breakdowns=BREAKDOWNS,
    conversations=CONVERSATIONS,
    coverage=COVERAGE,
    outcomes=(
        Outcome(
            "satisfaction",
            Figure(2.9, 2.6, 3.2, 71),
            Figure(4.1, 4.0, 4.2, 260),
            Figure(-1.2, -1.5, -0.9, 331),
            "Conversations with a cold moment go with a satisfaction 1.2 points lower (0.9 to 1.5).",
        ),
        Outcome(
            "returned",
            Figure(0.31, 0.21, 0.42, 74),
            Figure(0.12, 0.09, 0.16, 320),
            Figure(0.19, 0.08, 0.3, 394),
            "Customers came back with the same matter more often after a cold moment: 31% against 12%.",
        ),
    ),
)
