"""What stands beside a handoff, for staff: every reason, clock and kind has its words in six languages."""

from typing import get_args

import pytest

from humanely.decision.facts import TRIGGERS
from humanely.decision.policy import shipped
from humanely.people.handoff import Clock
from humanely.people.sla import LEVELS
from humanely.pipeline.handoffs.feeling import Trend
from humanely.pipeline.handoffs.given import GivenKind
from humanely.pipeline.handoffs.packet import AVOIDED, Care
from humanely.response.packet_words import feeling, reason, valence, word
from tests.response.authored import SIX, lines, shape

FILE = "packet.ftl"
CALLS = {"handoff", "review"}
LABELS = {
    "level": set(LEVELS),
    "care": set(get_args(Care)),
    "avoid": set(AVOIDED),
    "trend": set(get_args(Trend)),
    "clock": {*get_args(Clock), "timeout"},
    "given": set(get_args(GivenKind)),
}


@pytest.mark.parametrize("locale", SIX)
def test_every_locale_has_the_words_of_english(locale: str) -> None:
    assert shape(locale, FILE) == shape("en", FILE)


@pytest.mark.parametrize("name", LABELS)
def test_every_label_has_its_words_and_no_word_is_without_a_label(name: str) -> None:
    assert set(shape("en", FILE)[name]) == LABELS[name]


def test_every_reason_that_calls_a_human_has_its_words() -> None:
    calling = {name for rule in shipped().rules.values() if rule.action in CALLS for name in rule.when}
    own = {"crisis", "crisis_before", "asked", "human_awaited", "human_decision", "no_words", "draft_rejected"}
    known = set(shape("en", FILE)["reason"])
    assert known >= calling | own
    assert known - set(TRIGGERS) == {"no_words", "draft_rejected", "review_overdue"}


@pytest.mark.parametrize("locale", SIX)
def test_no_two_reasons_sound_alike(locale: str) -> None:
    said = [line for (name, _), line in lines(locale, "packet", FILE).items() if name == "reason"]
    assert len(said) == len(set(said))


def test_an_operators_own_words_for_a_reason_stand_in_english() -> None:
    assert reason("asked", "They want us.", "en") == "They want us."
    assert reason("asked", "They want us.", "de") == "Die Person hat nach einem Menschen gefragt"


@pytest.mark.parametrize(("value", "says"), [(-1, "Very bad"), (-0.5, "Bad"), (0, "Neither"), (0.5, "Good")])
def test_what_was_said_of_a_feeling_reads_as_it_was_said(value: float, says: str) -> None:
    assert feeling(value, "en").startswith(says)


def test_an_estimate_is_never_more_than_rather() -> None:
    assert (valence(-1, "en"), word("sure", "no", "en")) == ("Rather unpleasant", "Unsure")
