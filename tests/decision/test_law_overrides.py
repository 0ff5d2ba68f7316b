"""An operator's file makes the law stricter, or milder only where it is marked for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.decision.law import (
    CONSENTS,
    EFFECTS,
    PURPOSES,
    SENSES,
    SETTINGS,
    Circumstances,
    Consent,
    Purpose,
    Sense,
    Setting,
    duties,
    ruling,
)
from humanely.decision.law_file import LawFaulty, shipped
from humanely.decision.law_overrides import LooseningRefused, overridden

LAW = shipped()
HERE = Circumstances(setting="service", place="DE")
STRICT = [rule.id for rule in LAW.rules if not rule.overridable and rule.effect != "allowed"]
HEAD = 'version = "ours-1"\n'


def _override(rule: str, effect: str, until: str = "") -> str:
    said = f'until = "{until}"\n' if until else ""
    return f'{HEAD}[[override]]\nid = "{rule}"\neffect = "{effect}"\n{said}why = "Assessed on 2026-03-01."\n'


def test_an_overridable_rule_is_loosened_and_says_why() -> None:
    ours = overridden(LAW, _override("consent_to_profile", "notice", "noticed"), file="ours.toml")
    found = ruling(ours, HERE, sense="text", purpose="profile", consent="noticed")
    assert found.effect == "allowed"
    (reason,) = (reason for reason in found.reasons if reason.rule == "consent_to_profile")
    assert reason.says.endswith("Set by the operator: Assessed on 2026-03-01.")
    assert ruling(LAW, HERE, sense="text", purpose="profile", consent="noticed").effect == "notice"


def test_the_version_names_both_files() -> None:
    assert overridden(LAW, HEAD, file="ours.toml").version == f"{LAW.version}+ours-1"


def test_a_file_that_says_nothing_changes_nothing() -> None:
    ours = overridden(LAW, HEAD, file="ours.toml")
    assert (ours.rules, ours.duties) == (LAW.rules, LAW.duties)


def test_any_rule_is_made_stricter() -> None:
    ours = overridden(LAW, _override("notice_of_recording", "forbidden"), file="ours.toml")
    assert ruling(ours, HERE, sense="voice", purpose="answer", consent="granted").effect == "forbidden"


def test_what_is_allowed_may_be_made_to_wait_for_a_notice() -> None:
    ours = overridden(LAW, _override("answering", "notice", "noticed"), file="ours.toml")
    assert ruling(ours, HERE, sense="text", purpose="answer", consent="none").effect == "notice"


@pytest.mark.parametrize("rule", STRICT)
def test_a_strict_rule_is_not_loosened(rule: str) -> None:
    with pytest.raises(LooseningRefused, match=f"would loosen the rule '{rule}'") as caught:
        overridden(LAW, _override(rule, "allowed"), file="ours.toml")
    assert caught.value.rule == rule


def test_a_release_does_not_become_a_click() -> None:
    with pytest.raises(LooseningRefused, match="illinois_release"):
        overridden(LAW, _override("illinois_release", "notice", "granted"), file="ours.toml")


def test_a_later_consent_is_not_brought_forward() -> None:
    with pytest.raises(LooseningRefused, match="consent_to_emotion_recognition"):
        overridden(LAW, _override("consent_to_emotion_recognition", "notice", "noticed"), file="ours.toml")


def test_a_longer_refusal_is_stricter_than_a_forbidding_that_ends_with_it() -> None:
    ours = overridden(LAW, _override("refused", "forbidden"), file="ours.toml")
    assert ruling(ours, HERE, sense="text", purpose="answer", consent="granted").effect == "forbidden"


RULE = """
[[rule]]
id = "no_faces_here"
article = "Works agreement of 2026, § 4"
says = "We do not use cameras."
for_person = "No camera is used."
senses = ["face"]
places = ["EEA"]
effect = "forbidden"
"""
DUTY = """
[[duty]]
id = "evening_reminder"
article = "Works agreement of 2026, § 5"
says = "The person is reminded every hour."
for_person = "You are reminded every hour."
kind = "ai_reminder"
when = ["every_hours"]
every_h = 1
"""


def test_rules_and_duties_are_added() -> None:
    ours = overridden(LAW, HEAD + RULE + DUTY, file="ours.toml")
    found = ruling(ours, HERE, sense="face", purpose="note", consent="released")
    assert [reason.article for reason in found.reasons] == ["Works agreement of 2026, § 4"]
    assert duties(ours, HERE)[-1].id == "evening_reminder"


@pytest.mark.parametrize(
    ("source", "at", "field"),
    [
        ("", "the top", "version"),
        ('version = "two words"', "the top", "version"),
        (HEAD + "[[overrides]]\n", "the top", "overrides"),
        (HEAD + '[[override]]\nid = "refused"\neffect = "forbidden"\n', "override 'refused'", "why"),
        (_override("no_such_rule", "forbidden"), "override 'no_such_rule'", "id"),
        (_override("mark_the_author", "allowed"), "override 'mark_the_author'", "id"),
        (_override("consent_to_profile", "never"), "override 'consent_to_profile'", "effect"),
        (_override("consent_to_profile", "notice"), "rule 'consent_to_profile'", "until"),
        (_override("answering", "forbidden", "none"), "sense 'text', setting 'service', purpose 'answer'", "rule"),
        (HEAD + RULE.replace('["EEA"]', '["Europe"]'), "rule 'no_faces_here'", "places"),
        (HEAD + RULE.replace("no_faces_here", "refused"), "'refused'", "id"),
        (HEAD + DUTY.replace("evening_reminder", "mark_the_author"), "'mark_the_author'", "id"),
    ],
)
def test_a_bad_file_is_refused_by_rule_and_field(source: str, at: str, field: str) -> None:
    with pytest.raises(LawFaulty) as caught:
        overridden(LAW, source, file="ours.toml")
    assert (caught.value.at, caught.value.field) == (at, field)


@settings(deadline=None)  # a whole law is read each time
@given(
    rule=st.sampled_from([rule.id for rule in LAW.rules]),
    ends=st.sampled_from(
        [
            ("allowed", ""),
            ("notice", "noticed"),
            ("notice", "granted"),
            ("release", "released"),
            ("forbidden", ""),
        ]
    ),
    setting=st.sampled_from(SETTINGS),
    place=st.sampled_from([None, "DE", "US-IL"]),
    use=st.tuples(st.sampled_from(SENSES), st.sampled_from(PURPOSES), st.sampled_from(CONSENTS)),
)
def test_no_override_of_a_strict_rule_loosens_any_ruling(
    rule: str, ends: tuple[str, str], setting: Setting, place: str | None, use: tuple[Sense, Purpose, Consent]
) -> None:
    here = Circumstances(setting=setting, place=place)
    sense, purpose, consent = use
    overridable = next(one.overridable for one in LAW.rules if one.id == rule)
    try:
        ours = overridden(LAW, _override(rule, *ends), file="ours.toml")
    except LooseningRefused:
        assert not overridable
        return
    before = ruling(LAW, here, sense=sense, purpose=purpose, consent=consent)
    after = ruling(ours, here, sense=sense, purpose=purpose, consent=consent)
    assert overridable or EFFECTS.index(after.effect) >= EFFECTS.index(before.effect)
