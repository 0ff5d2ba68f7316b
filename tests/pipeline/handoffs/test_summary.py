"""A summary in the conversation's own sentences: how often it picks what a reader would, and what it never does.

The cases are authored by us (``assets/summaries.jsonl``), eight in each of six languages: half of them were looked at
while the rules were made, the other half only counted. A reader marked the message that says what the conversation is
about, and the one that holds what is still open.
"""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.pipeline.handoffs.summary import LONGEST, MOST, Point, Spoken, Summary, shortened, summary

HELD_OUT = 0.9
"""At least this share of the held-out half; with 24 cases one miss more or less is 4 points."""
TUNING = 0.95


class Turn(msgspec.Struct, frozen=True):
    by: str
    text: str


class Case(msgspec.Struct, frozen=True):
    id: str
    language: str
    half: str
    turns: tuple[Turn, ...]
    problem: int
    open_question: int

    @property
    def spoken(self) -> list[Spoken]:
        return [Spoken(at, one.by == "customer", one.text, self.language) for at, one in enumerate(self.turns)]

    @property
    def summary(self) -> Summary:
        return summary(self.spoken)


LINES = (Path(__file__).parent / "assets" / "summaries.jsonl").read_bytes().splitlines()
CASES = [msgspec.json.decode(line, type=Case) for line in LINES]
texts = st.lists(st.tuples(st.booleans(), st.text(max_size=200)), max_size=8)


def place(point: Point | None) -> int | None:
    return None if point is None else point.place


def share(half: str, kind: str) -> float:
    """Share of a half in which the message picked is the one that a reader marked."""
    cases = [case for case in CASES if case.half == half]
    hits = [place(getattr(case.summary, kind)) == getattr(case, kind) for case in cases]
    return hits.count(True) / len(hits)


def test_there_are_enough_cases_in_enough_languages_and_half_of_them_are_held_out() -> None:
    assert (len(CASES), len({case.language for case in CASES})) == (48, 6)
    assert sum(case.half == "held_out" for case in CASES) == 24


@pytest.mark.parametrize("kind", ["problem", "open_question"])
@pytest.mark.parametrize(("half", "least"), [("tuning", TUNING), ("held_out", HELD_OUT)])
def test_it_picks_the_message_a_reader_would(kind: str, half: str, least: float) -> None:
    assert share(half, kind) >= least


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_point_is_word_for_word_what_was_said_where_it_says(case: Case) -> None:
    found = case.summary
    points = [one for one in (found.problem, found.open_question) if one] + [*found.tried, *found.promised]
    squeezed = [" ".join(case.turns[one.place].text.split()) for one in points]
    assert [one.text in said for one, said in zip(points, squeezed, strict=True)] == [True] * len(points)
    assert [one.customer for one in points] == [case.turns[one.place].by == "customer" for one in points]


def test_who_only_greets_and_asks_for_a_human_has_told_no_problem_yet() -> None:
    said = [Spoken(0, True, "Hello", "en"), Spoken(2, True, "Can I talk to a person?", "en")]
    assert summary(said) == Summary()


def test_what_was_settled_before_is_not_the_problem_now() -> None:
    said = [
        "My invoice is wrong, the address is the old one.",
        "ok thanks, bye",
        "My card was stolen, please block it.",
    ]
    found = summary([Spoken(at, True, text, "en") for at, text in enumerate(said)])
    assert place(found.problem) == 2


def said(*lines: str) -> list[Spoken]:
    """A conversation in English; lines after a ``<`` are ours."""
    return [Spoken(at, not line.startswith("<"), line.lstrip("< "), "en") for at, line in enumerate(lines)]


def test_thanks_while_nobody_has_answered_settle_nothing() -> None:
    found = summary(
        said(
            "My parcel was due on Thursday and has not come.",
            "I want to talk to a human being.",
            "Thanks",
            "< Thank you for waiting. Which order number is it?",
            "It is 4711-22. When will it be here?",
        )
    )
    assert (place(found.problem), place(found.open_question)) == (0, 4)


def test_an_opening_question_gives_way_to_the_trouble_told_after_we_asked_back() -> None:
    found = summary(
        said(
            "Hello, can you help me with my order?",
            "< Sure, what is it about?",
            "It has been six days and nothing happened, the box is still at your depot.",
        )
    )
    assert (place(found.problem), found.open_question) == (2, None)


def test_a_question_that_was_answered_is_not_open_any_more() -> None:
    found = summary(
        said(
            "Can I download lessons?",
            "< Yes, in the app: the arrow beside a lesson.",
            "Great, that works. My certificate shows the wrong name though.",
        )
    )
    assert (place(found.problem), found.open_question) == (2, None)


def test_a_question_whose_answer_did_not_help_is_still_open() -> None:
    found = summary(
        said("Where is my blue parcel from May?", "< Please look in the letter box.", "I already tried that.")
    )
    assert place(found.open_question) == 0


@pytest.mark.parametrize("done", ["I already looked there.", "I did that already."])
def test_where_they_looked_already_is_told_as_tried_beside_what_sent_them_there(done: str) -> None:
    found = summary(said("Where is my parcel?", "< Please look in the letter box.", done))
    assert [(one.place, one.text) for one in found.tried] == [(1, "Please look in the letter box."), (2, done)]


def test_what_is_needed_stands_without_the_anger_around_it_and_what_is_told_once_stands_once() -> None:
    found = summary(
        said(
            "Hello, where is my order?",
            '< Under "My orders" each order shows where it is.',
            'It still says "on its way", like it has for six days, and nobody does anything about my parcel!',
            "That does not help at all. I need it on Friday, it is a present for my son.",
        )
    )
    assert found.open_question == Point(3, "I need it on Friday, it is a present for my son.")
    assert [one.place for one in found.tried] == [1, 3]


def test_what_we_asked_back_is_nothing_they_tried() -> None:
    asked_back = "< There is no clear cause yet, and I want to find the real one. Which parcel is it?"
    assert [one.place for one in summary(said("My parcel has not come.", asked_back, "That did not help.")).tried] == [
        2
    ]


def test_anger_alone_is_no_open_question() -> None:
    found = summary(said("My parcel has not come.", "< One moment.", "This is ridiculous, I am really angry now!"))
    assert found.open_question is None


def test_a_greeting_is_no_part_of_the_question() -> None:
    assert summary(said("Hello, where is my order?")).problem == Point(0, "where is my order?")


def test_a_rhetorical_question_wants_no_answer() -> None:
    said = ["Where is my refund for the lamp?", "How many times do I have to tell you?"]
    assert place(summary([Spoken(at, True, text, "en") for at, text in enumerate(said)]).open_question) == 0


def test_what_we_promised_is_kept_and_our_questions_are_no_promises() -> None:
    said = [
        Spoken(0, True, "My lamp arrived broken.", "en"),
        Spoken(1, False, "We will refund you in full by Friday. Shall I call you tomorrow?", "en"),
    ]
    assert [one.text for one in summary(said).promised] == ["We will refund you in full by Friday."]


@given(said=texts, language=st.sampled_from(["en", "de", "ja", None]))
def test_whatever_is_said_it_stays_short(said: list[tuple[bool, str]], language: str | None) -> None:
    found = summary([Spoken(at, customer, text, language) for at, (customer, text) in enumerate(said)])
    points = [one for one in (found.problem, found.open_question, *found.tried, *found.promised) if one]
    assert len(found.tried) <= MOST
    assert len(found.promised) <= MOST
    assert max((len(one.text) for one in points), default=0) <= LONGEST


@given(text=st.text(max_size=60), most=st.integers(1, 80))
def test_what_is_shortened_fits(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_a_question_the_faq_answered_is_neither_the_problem_nor_open() -> None:
    found = summary([
        Spoken(0, True, "Hello, how long does delivery take?", "en"),
        Spoken(1, False, "Three working days after your order.", "en", tells=True),
        Spoken(2, True, "It is order 884213, and it should have come on Monday.", "en"),
        Spoken(3, True, "This is the second time. I am really disappointed.", "en"),
    ])  # fmt: skip
    assert place(found.problem) == 2
    assert place(found.open_question) != 0


def test_a_question_whose_answer_did_not_help_is_still_the_problem() -> None:
    found = summary([
        Spoken(0, True, "How do I reset my password? The link never comes.", "en"),
        Spoken(1, False, "Press Forgotten your password?", "en", tells=True),
        Spoken(2, True, "I already tried that.", "en"),
    ])  # fmt: skip
    assert place(found.problem) == 0
