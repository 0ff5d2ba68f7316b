"""Names in a person's record: every label has one in every language, and no two of a group share it."""

import re
from typing import get_args

import pytest

from humanely.affect.labels import GOEMOTIONS, SENTIMENTS, SITUATIONS
from humanely.affect.reading import LanguageStatus
from humanely.decision import law
from humanely.decision.decision import Action, Approach
from humanely.decision.moment import Setting
from humanely.people.handoff import Step
from humanely.people.review import Verdict
from humanely.response.channel import ChannelKind, Way
from humanely.response.phrasebook import LineBroken
from humanely.response.record_words import GROUPS, Part, about, need, word
from humanely.signal.turn import Speaker
from humanely.store.records import Scale
from humanely.store.team.deeds import Done, Read
from humanely.trust.consent import Act, How, Purpose, Sense, Standing
from humanely.trust.entry import Kind
from tests.response.authored import DIGIT, SIX, lines, shape

FILE = "record.ftl"
LABELS: dict[str, tuple[str, ...]] = {
    "emotion": GOEMOTIONS,
    "sentiment": SENTIMENTS,
    "situation": SITUATIONS,
    "purpose": get_args(law.Purpose),
    "sense": get_args(law.Sense),
    "standing": tuple(Standing),
    "consent": tuple(Act),
    "how": tuple(How),
    "action": get_args(Action),
    "approach": get_args(Approach),
    "step": get_args(Step),
    "verdict": (*get_args(Verdict), "none"),
    "entry": get_args(Kind),
    "speaker": tuple(Speaker),
    "channel": get_args(ChannelKind),
    "way": get_args(Way),
    "setting": get_args(Setting),
    "scale": get_args(Scale),
    "reading": get_args(LanguageStatus),
    "deed": (*get_args(Done), *get_args(Read)),
}
FIELD_WORDS = re.compile(r"valence|arousal|\bsentiment\b|\blabel|csat|\bnps\b|GDPR|probabilit[ey]", re.IGNORECASE)


@pytest.mark.parametrize("locale", SIX)
def test_every_label_of_every_type_has_a_name(locale: str) -> None:
    held = {name: set(variants) for name, variants in shape(locale, FILE).items()}
    assert {name: held[name] for name in LABELS} == {name: set(labels) for name, labels in LABELS.items()}


def test_consent_speaks_of_the_purposes_and_senses_of_the_law() -> None:
    assert set(Purpose) <= set(LABELS["purpose"])
    assert set(Sense) == set(LABELS["sense"])


@pytest.mark.parametrize("locale", SIX)
def test_every_locale_has_the_names_of_english(locale: str) -> None:
    assert shape(locale, FILE) == shape("en", FILE)


@pytest.mark.parametrize("locale", SIX)
def test_the_groups_are_those_of_the_file(locale: str) -> None:
    assert shape(locale, FILE).keys() == {*GROUPS, "about"}


@pytest.mark.parametrize("locale", SIX)
def test_no_two_labels_of_a_group_share_a_name(locale: str) -> None:
    found = lines(locale, "record", FILE)
    assert [name for name in GROUPS if _names(found, name) != len(shape(locale, FILE)[name])] == []


def _names(found: dict[tuple[str, str], str], group: str) -> int:
    return len({line for (name, _), line in found.items() if name == group})


@pytest.mark.parametrize("locale", SIX)
def test_names_are_plain_words_without_figures(locale: str) -> None:
    found = lines(locale, "record", FILE)
    plain = [line for line in found.values() if DIGIT.search(line) or "_" in line]
    assert not plain
    assert not [line for (name, _), line in found.items() if name != "about" and FIELD_WORDS.search(line)]


@pytest.mark.parametrize("locale", SIX)
def test_every_part_of_the_record_is_explained_in_a_sentence(locale: str) -> None:
    parts: tuple[Part, ...] = get_args(Part)
    assert all(about(part, locale).endswith(".") for part in parts)


@pytest.mark.parametrize("locale", SIX)
def test_need_has_four_names_in_order(locale: str) -> None:
    found = [need(level, locale) for level in range(4)]
    assert len(set(found)) == 4
    assert found[0] == word("need", "none", locale)
    assert found[3] == word("need", "strong", locale)


@pytest.mark.parametrize("level", [-1, 4])
def test_a_need_outside_its_range_is_refused(level: int) -> None:
    with pytest.raises(LineBroken, match=f"need {level}"):
        need(level, "en")


def test_an_unknown_label_is_refused() -> None:
    with pytest.raises(LineBroken, match="emotion"):
        word("emotion", "hangry", "en")


def test_a_language_without_names_is_served_in_english() -> None:
    assert word("emotion", "joy", "ja") == "Joy"
