"""Facts about the check before anything is sent."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.response.check import NEEDS_WORDS, check
from humanely.response.finding import Verdict
from humanely.response.rules import default_rules, read_rules
from humanely.response.situation import Situation

CASES = tomllib.loads((Path(__file__).parent / "assets" / "check.toml").read_text(encoding="utf-8"))
RULES = default_rules()
UPSET = Situation(messages=("It broke again and nobody cares.",), language="en", valence=-0.7)


def cases(kind: str) -> list[tuple[str, ...]]:
    lines = ((name, line) for name, drafts in CASES.items() for line in drafts[kind].strip().splitlines())
    return [(name, *line.split(" | ")) for name, line in lines]


def judged(draft: str, **situation: object) -> Verdict:
    return check(draft, Situation(**{"language": "en", **situation}), RULES)  # type: ignore[arg-type]


def names(draft: str, **situation: object) -> set[str]:
    return {one.name for one in judged(draft, **situation).findings}


@pytest.mark.parametrize(("name", "language", "draft"), cases("bad"))
def test_what_must_not_be_said_is_found(name: str, language: str, draft: str) -> None:
    assert name in names(draft, language=language)


@pytest.mark.parametrize(("name", "language", "draft"), cases("good"))
def test_what_is_near_to_it_passes(name: str, language: str, draft: str) -> None:
    assert name not in names(draft, language=language)


@pytest.mark.parametrize(
    ("language", "yes"), [("en", "Yes."), ("de", "Ja."), ("es", "Sí."), ("fr", "Oui."), ("pl", "Tak."), ("ru", "Да.")]
)
def test_a_plain_yes_passes(language: str, yes: str) -> None:
    assert check(yes, Situation(messages=("Is it open?",), language=language), RULES).passed


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        ("Your order 99812 is ready.", "invented_number"),
        ("That comes to €49.", "invented_amount"),
        ("That comes to 12 EUR.", "invented_amount"),
        ("It costs 1,299 in all.", "invented_number"),
        ("You get 15% off.", "invented_amount"),
        ("It is due on 12 March.", "invented_date"),
        ("It is due on 2026-03-12.", "invented_date"),
        ("Call +44 20 7946 0958.", "invented_phone"),
        ("Call 0800 111 222 any time.", "invented_phone"),
        ("See https://help.example.org/a for more.", "invented_link"),
        ("See www.example.com for more.", "invented_link"),
    ],
)
def test_particulars_that_nobody_gave_are_invented(draft: str, name: str) -> None:
    assert name in names(draft)


@pytest.mark.parametrize(
    ("draft", "fact"),
    [
        ("Your order 99812 is ready.", "order #99812"),
        ("That comes to €49.", "price: 49.00 EUR"),
        ("It costs 1,299 in all.", "1.299 EUR"),
        ("It is due on 12 March.", "due 2026-03-12"),
        ("It is due on March 12th.", "due 12.03.2026"),
        ("Call +44 20 7946 0958.", "helpline +442079460958"),
        ("See https://help.example.org/a for more.", "help.example.org/a"),
        ("Your card number ends in 42.", ""),
        ("We are here 24/7.", ""),
        ("Step 2 takes 10 seconds.", ""),
    ],
)
def test_particulars_that_were_given_pass(draft: str, fact: str) -> None:
    assert not {name for name in names(draft, facts=(fact,)) if name.startswith("invented")}


def test_numbers_of_both_of_two_turns_in_a_row_are_given() -> None:
    assert check(
        "Order 5512 is here, 7731 is not.", Situation(messages=("5512?", "and 7731"), language="en"), RULES
    ).passed


def test_a_question_in_the_first_of_two_turns_is_not_bypassed() -> None:
    asked = ("Where is my parcel?", "I have waited for days.")
    assert "unanswered_question" in names("Thank you for your message. We are sorry.", messages=asked)
    assert "unanswered_question" not in names("We are sorry. It is in Leeds.", messages=asked)


@pytest.mark.parametrize(
    "draft",
    [
        "Write to bob@example.org.",
        "Hello Anna, it is done.",
        "Use DE89 3704 0044 0532 0130 00.",
        "Card 4111 1111 1111 1111.",
    ],
)
def test_personal_data_that_nobody_gave_is_found(draft: str) -> None:
    found = judged(draft)
    assert "personal_data" in {one.name for one in found.findings}
    given = Situation(language="en", messages=(draft,))
    assert "personal_data" not in {one.name for one in check(draft, given, RULES).findings}


def test_the_persona_may_name_itself() -> None:
    assert "personal_data" not in names("My name is Mia.", persona="Mia")


def test_a_second_apology_in_a_row_is_found_and_the_customers_own_is_not() -> None:
    assert "second_apology" in names("I'm sorry, it is late.", previous_answers=("We apologise.",))
    assert "second_apology" not in names("I'm sorry, it is late.", messages=("Sorry I was stupid",))
    assert "second_apology" not in names("No need to apologise.", previous_answers=("We apologise.",))
    assert "second_apology" in names("Es tut mir leid.", language="de", previous_answers=("Entschuldigung.",))


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        ("Great news, it moved.", "cheer_in_pain"),
        ("It moved 🎉", "emoji_in_pain"),
        ("It moved!", "exclamation_in_pain"),
    ],
)
def test_cheer_fits_joy_and_not_pain(draft: str, name: str) -> None:
    assert name in {one.name for one in check(draft, UPSET, RULES).findings}
    assert name not in names(draft, valence=0.6)


def test_the_reply_is_in_the_language_of_the_last_message() -> None:
    german = "Ihr Paket liegt in der Filiale und kann dort abgeholt werden."
    assert "wrong_language" in names(german, language="en")
    assert "wrong_language" not in names(german, language="de")
    assert "wrong_language" not in names("Ok, Berlin.", language="fr")


def test_what_was_given_is_not_asked_again() -> None:
    ask = "Could you send me your order number?"
    assert "asks_again" in names(ask, messages=("Order 448812 never came",))
    assert "asks_again" not in names(ask, messages=("It never came",))
    assert "asks_again" in names("What is your email?", messages=("write to me: a@example.org",))


def test_who_speaks_is_said_truly() -> None:
    assert "speaks_over_human" in names("It is done.", human_speaking=True)
    assert "pretends_human" not in names("I'm a real person.", author="human")
    assert "pretends_machine" in names("I'm just a bot.", author="human")


def test_methods_are_named_only_where_the_talk_is_not_of_suicide() -> None:
    assert "unsafe_wording" in names("Keep the sleeping pills away.", crisis=True)


def test_a_decided_handoff_may_be_spoken() -> None:
    assert "spoken_handoff" not in names("I'm transferring you now.", handoff_decided=True)


def test_fit_for_the_channel() -> None:
    assert names("") == {"empty"}
    assert "left_over" in names("Hello {{name}}, it is done.")
    assert "too_long" in names("It is done. " * 20, channel="watch")
    assert "too_long" in names("It is done.", max_characters=5)


def test_an_operator_allows_promises_and_bans_phrases() -> None:
    rules = read_rules('promises = ["refund"]\nbanned = ["Kind regards"]')
    found = check("We'll refund you. kind regards", Situation(language="en"), rules).findings
    assert [one.name for one in found] == ["banned_phrase"]


def test_a_promise_and_a_deadline_that_a_fact_makes_pass() -> None:
    assert not names("You will get a full refund by Friday.", facts=("approved: full refund", "paid out Friday"))


def test_without_words_the_verdict_says_what_did_not_run() -> None:
    assert check("Tack, paketet är på väg.", Situation(language="sv"), RULES).not_run == NEEDS_WORDS
    assert judged("It is on its way.").not_run == ()


@given(draft=st.text(max_size=200), valence=st.floats(-1, 1))
def test_spans_lie_in_the_draft_and_the_verdict_is_the_same_again(draft: str, valence: float) -> None:
    situation = Situation(language="en", valence=valence)
    verdict = check(draft, situation, RULES)
    assert all(0 <= one.span[0] <= one.span[1] <= len(draft) for one in verdict.findings)
    assert verdict == check(draft, situation, RULES)


def test_a_long_draft_takes_well_under_a_tenth_of_a_second() -> None:
    draft = ("Your parcel 4711 reached Leeds and waits for you there. " * 40)[:2000]
    check(draft, UPSET, RULES)
    took = []
    for turn in range(5):
        start = time.perf_counter()
        check(draft[:-1] + str(turn), UPSET, RULES)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.1
