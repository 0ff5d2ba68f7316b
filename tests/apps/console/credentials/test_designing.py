"""Designing in the console: every fault at once beside its field, nothing lost, a look before it is saved."""

from pathlib import Path

import pytest

from humanely.pipeline.credentials import designs
from tests.apps.conftest import Client
from tests.apps.console.conftest import send, token_in
from tests.apps.console.credentials.conftest import FIRST_AID, Office, done

NEW, IMPORT = "/credentials/achievements/new", "/credentials/achievements/import"
EXAMPLES = sorted((Path(__file__).parents[4] / "examples" / "achievements").iterdir())
GOOD: dict[str, str | list[str]] = {
    "name": "Bicycle repair",
    "description": "Repairs ordinary bicycles.",
    "criteria": "A puncture and a brake, repaired alone.",
    "meaning": "You can keep a bicycle safe.",
    "alternative_text": "A spanner over a wheel.",
    "language": "en",
    "contact_name": "Workshop",
    "contact_email": "table@example.org",
    "step_name": ["Puncture", "", "Brake"],
    "step_says": ["Mend one.", "", "Set one."],
    "step_minutes": ["30", "", "45"],
    "step_optional": ["", "", "yes"],
}


def test_a_new_design_is_saved_with_an_id_made_of_its_name(registrar: Client, office: Office) -> None:
    page = done(registrar, NEW, NEW, **GOOD)
    assert "It is saved." in page.text
    found = office.done(lambda desk, _: designs.one(desk, "bicycle-repair")).achievement
    assert [(step.id, step.minutes, step.optional) for step in found.steps] == [
        ("puncture", 30, False),
        ("brake", 45, True),
    ]


def test_a_new_design_takes_nobody_elses_place(registrar: Client, office: Office) -> None:
    answer = send(registrar, NEW, NEW, **{**GOOD, "name": "First aid"})
    assert answer.status_code == 422
    assert "Another achievement has this id." in answer.text
    assert office.done(lambda desk, _: designs.one(desk, "first-aid")).achievement.description != GOOD["description"]


def test_every_fault_stands_beside_its_field_and_nothing_is_lost(registrar: Client) -> None:
    wrong = {
        **GOOD,
        "name": "Wrong on purpose",
        "meaning": "",
        "colour": "blue",
        "contact_email": "nobody",
        "step_minutes": ["soon", "", "45"],
    }
    answer = send(registrar, NEW, NEW, **wrong)
    assert answer.status_code == 422
    assert "4 things need a second look." in answer.text
    for field in ("meaning", "colour", "contact-email", "steps-1-minutes"):
        assert f'id="{field}-fault"' in answer.text
        assert f'href="#{field}"' in answer.text
    for kept in ("Wrong on purpose", 'value="blue"', 'value="nobody"', 'value="soon"', "Mend one."):
        assert kept in answer.text


def test_a_look_saves_nothing_and_shows_picture_page_and_hints(registrar: Client, office: Office) -> None:
    answer = send(registrar, NEW, NEW, **{**GOOD, "name": "Only looked at", "do": "look"})
    assert answer.status_code == 200
    assert "Nothing is saved yet." in answer.text
    assert 'src="data:image/svg+xml;base64,' in answer.text
    assert "You can keep a bicycle safe." in answer.text
    assert "What can come next? One sentence helps people to go on." in answer.text
    assert all(one.achievement.id != "only-looked-at" for one in office.done(lambda desk, _: designs.every(desk)))


def test_more_rows_keep_what_is_there(registrar: Client) -> None:
    answer = send(registrar, NEW, NEW, **{**GOOD, "do": "rows"})
    assert 'value="Puncture"' in answer.text
    assert 'id="steps-6-name"' in answer.text
    assert 'id="steps-7-name"' not in answer.text


def test_a_change_makes_a_new_version_and_other_languages_stay(registrar: Client, office: Office) -> None:
    edit = "/credentials/achievements/first-aid/edit"
    before = office.done(lambda desk, _: designs.one(desk, "first-aid"))
    page = registrar.get(edit)
    assert 'value="First aid"' in page.text
    kept = page.text.split('name="kept" value="')[1].split('"')[0].replace("&#34;", '"')
    said = {**GOOD, "name": "First aid", "description": "Helps until help comes, calmly.", "kept": kept}
    done(registrar, edit, edit, **said)
    found = office.done(lambda desk, _: designs.one(desk, "first-aid"))
    assert found.version == before.version + 1
    assert found.achievement.versions["de"].name == "Erste Hilfe"
    office.done(lambda desk, asked: designs.save(desk, asked, FIRST_AID))


def test_what_is_not_there_is_not_changed_into_being(registrar: Client) -> None:
    answer = send(registrar, NEW, "/credentials/achievements/nowhere/edit", **GOOD)
    assert answer.status_code == 404


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_design_from_a_file_fills_in_the_form(registrar: Client, path: Path) -> None:
    token = token_in(registrar.get(IMPORT))
    answer = registrar.post(IMPORT, data={"csrf": token}, files={"file": (path.name, path.read_bytes())})
    assert answer.status_code == 200, answer.text
    assert f'value="{path.stem}"' in answer.text
    assert "Nothing is saved yet." in answer.text


def test_a_pasted_design_with_faults_is_shown_with_them_those_without_an_input_too(registrar: Client) -> None:
    answer = send(registrar, IMPORT, IMPORT, text='{"name": "Pasted", "colour": "red", "odd": 1}')
    assert answer.status_code == 422
    assert 'value="Pasted"' in answer.text
    assert 'id="colour-fault"' in answer.text
    assert "<code>odd</code>: There is no such field." in answer.text


@pytest.mark.parametrize(("text", "says"), [("", "nothing to take over"), ("a: b", "neither JSON nor TOML")])
def test_what_is_no_design_is_said_to_be_none_and_kept(registrar: Client, text: str, says: str) -> None:
    answer = send(registrar, IMPORT, IMPORT, text=text)
    assert answer.status_code == 422
    assert says in answer.text
    assert text in answer.text
