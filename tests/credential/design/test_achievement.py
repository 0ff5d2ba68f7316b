import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design.achievement import Achievement, AchievementFaulty, NextStep, Renewal, Step, checked
from humanely.credential.design.form import Fault
from humanely.credential.design.hints import hints
from humanely.credential.wording import LOCALES, has
from tests.credential.design.authored import FILES, achievement, forklift, raw
from tests.credential.design.test_form import anything

ROOM = Path(__file__).parents[3] / "src" / "humanely" / "credential" / "design"


def faults(form: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(AchievementFaulty) as caught:
        checked(form)
    return [(fault.field, fault.code) for fault in caught.value.faults]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_authored_achievements_are_sound_and_leave_nothing_to_hint_at(file: Path) -> None:
    found = checked(raw(file))
    assert found.id == file.stem
    assert found.versions
    assert hints(found) == ()


def test_three_achievements_are_authored_one_for_each_stake() -> None:
    assert sorted(checked(raw(file)).stakes for file in FILES) == ["employment", "everyday", "licence"]


def test_an_empty_form_has_all_of_its_faults_at_once_in_its_order() -> None:
    needed = ["id", "name", "description", "criteria", "meaning", "alternative_text", "language", "contact"]
    assert faults({}) == [(field, "missing") for field in needed]


def test_the_error_says_every_fault_and_what_to_do() -> None:
    with pytest.raises(AchievementFaulty, match=r"has 1 fault\. colour: This is no colour\. Please write #"):
        checked(forklift() | {"colour": "blue"})


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"id": "Fork Lift"}, ("id", "not_id")),
        ({"id": "a" * 65}, ("id", "not_id")),
        ({"alternative_text": " "}, ("alternative_text", "missing")),
        ({"stakes": "huge"}, ("stakes", "not_among")),
        ({"review": False}, ("review", "review_needed")),
        ({"language": "English"}, ("language", "not_language")),
        ({"picture": "picture.png"}, ("picture", "not_link")),
        ({"valid_for_days": 0}, ("valid_for_days", "not_whole")),
        ({"renewal": None}, ("renewal", "renewal_missing")),
        ({"parts": ["diary"]}, ("parts", "not_among")),
        ({"parts": "project"}, ("parts", "not_among")),
        ({"contact": {"name": "Desk"}}, ("contact.email", "no_way_to_reach")),
        ({"contact": {"name": "Desk", "email": "desk"}}, ("contact.email", "not_email")),
        ({"contact": {"name": "Desk", "phone": "ask"}}, ("contact.phone", "not_phone")),
        ({"skills": [{"name": "x", "code": "S8"}]}, ("skills.1.framework", "framework_missing")),
        ({"skills": [{"name": "x", "framework": "E", "url": "S8"}]}, ("skills.1.url", "not_identifier")),
        ({"careers": [{"code": "8344"}]}, ("careers.1.name", "missing")),
        ({"next_steps": [{"url": "https://a.example.org"}]}, ("next_steps.1.says", "missing")),
        ({"criterias": "x"}, ("criterias", "unknown_field")),
        ({"versions": {"deutsch": None}}, ("versions.deutsch", "not_form")),
    ],
)
def test_one_slip_is_one_fault_that_names_its_field(changes: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(forklift() | changes) == [fault]


def test_each_step_has_an_id_and_a_time_of_its_own() -> None:
    step = {"id": "theory", "name": "Theory", "says": "Read."}
    both = [step | {"minutes": 5}, step]
    form = forklift() | {"steps": both, "versions": {}}
    assert faults(form) == [("steps.2.minutes", "missing"), ("steps", "same_step")]


def test_steps_without_any_id_are_not_called_the_same() -> None:
    form = forklift() | {"steps": [{"name": "a", "says": "b", "minutes": 1}] * 2, "versions": {}}
    assert faults(form) == [("steps.1.id", "missing"), ("steps.2.id", "missing")]


def test_versions_are_of_other_languages_and_of_steps_that_there_are() -> None:
    words = forklift()["versions"]["de"]
    astray = words | {"steps": {"flying": {"name": "Fliegen", "says": "Hoch hinaus."}}}
    assert faults(forklift() | {"versions": {"en": words, "Deutsch": words, "fr": astray}}) == [
        ("versions.en", "language_twice"), ("versions.Deutsch", "not_language"), ("versions.fr.steps", "step_unknown"),
    ]  # fmt: skip


def test_where_much_hangs_on_it_a_human_approves_without_being_asked_for() -> None:
    form = forklift()
    assert [checked(form | {"stakes": stakes}).review for stakes in ("everyday", "employment", "licence")] == [
        False, True, True,
    ]  # fmt: skip
    assert checked(form | {"stakes": "everyday", "review": True}).review


def test_it_speaks_another_language_and_keeps_what_is_not_translated() -> None:
    german = achievement().said_in("de-AT")
    assert (german.language, german.name) == ("de", "Sicher Gabelstapler fahren")
    assert german.next_steps == (NextStep(german.next_steps[0].says),)
    assert [step.name for step in german.steps][:2] == ["Theorie", "Practice questions"]
    assert german.renewal == Renewal(
        forklift()["versions"]["de"]["renewal"], "https://school.example.org/forklift/refresher"
    )
    assert german.contact == achievement().contact


def test_what_never_runs_out_needs_no_renewal_in_any_language() -> None:
    spanish = achievement("spanish-b1.toml").said_in("es")
    assert (spanish.renewal, spanish.valid_for_days, spanish.language) == (None, None, "es")


@pytest.mark.parametrize("language", ["en", "en-GB", "pl"])
def test_a_language_it_is_not_written_in_leaves_it_as_it_is(language: str) -> None:
    assert achievement().said_in(language) == achievement()


def test_a_step_says_how_long_it_takes_and_whether_it_may_be_skipped() -> None:
    assert achievement().steps[1] == Step(
        "practice-questions", "Practice questions", forklift()["steps"][1]["says"], 45, optional=True
    )


def test_the_guide_names_every_field_of_the_form() -> None:
    guide = (ROOM.parents[3] / "docs" / "credentials.md").read_text(encoding="utf-8")
    assert [field for field in Achievement.__struct_fields__ if f"`{field}`" not in guide] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fault_and_hint_that_the_room_knows_has_its_words(locale: str) -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in ROOM.glob("*.py"))
    codes = re.findall(r'(?:fault|maybe_pattern|pattern)\([^)]*?"([a-z]+_[a-z_]+)"(?:\)|, \w+=)', source)
    told = [f"design-fault-{code}" for code in codes] + [
        f"design-hint-{code}" for code in re.findall(r'Hint\("\w+", "(\w+)"', source)
    ]
    assert len(told) > 25
    assert [key for key in told if not has(locale, key.replace("_", "-"))] == []


@given(
    field=st.sampled_from([*forklift(), "picture", "versions.de"]),
    value=anything,
)
def test_whatever_is_filled_in_it_is_read_or_its_faults_are_told(field: str, value: Any) -> None:
    assert all(fault.says("de") for fault in read_or_told(forklift() | {field: value}))


def read_or_told(form: dict[str, Any]) -> tuple[Fault, ...]:
    try:
        checked(form)
    except AchievementFaulty as faulty:
        return faulty.faults
    return ()
