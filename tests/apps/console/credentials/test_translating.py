"""The words of an achievement in another language: added, changed and taken away, in new versions."""

from humanely.pipeline.credentials import designs
from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.credentials.conftest import Office, done

WORDS = "/credentials/achievements/fork-lift/words"
SPANISH: dict[str, str | list[str]] = {
    "language": "es",
    "name": "Carretilla",
    "description": "Ayuda.",
    "criteria": "Mostrado dos veces.",
    "meaning": "Usted puede.",
    "alternative_text": "Una cruz.",
    "step_name": ["Leer", ""],
    "step_says": ["Lea la hoja.", ""],
}


def test_a_language_is_added_changed_and_taken_away(registrar: Client, office: Office) -> None:
    assert "Shown on a doll, twice." in registrar.get(WORDS).text
    done(registrar, WORDS, WORDS, **SPANISH)
    found = office.done(lambda desk, _: designs.one(desk, "fork-lift")).achievement
    assert found.said_in("es").steps[0].says == "Lea la hoja."
    assert found.said_in("es").steps[1].name == "Watch"
    assert 'value="es"' in registrar.get(f"{WORDS}?language=es").text
    assert "Carretilla" in registrar.get("/credentials/achievements/fork-lift?language=es").text
    done(registrar, WORDS, WORDS, **SPANISH, do="remove")
    assert office.done(lambda desk, _: designs.one(desk, "fork-lift")).achievement.versions == {}


def test_faults_stand_beside_their_field_and_nothing_is_lost(registrar: Client) -> None:
    answer = send(registrar, WORDS, WORDS, **{**SPANISH, "language": "Spanish", "meaning": "", "step_name": ["", ""]})
    assert answer.status_code == 422
    assert 'id="language-fault"' in answer.text
    assert 'id="meaning-fault"' in answer.text
    assert "Lea la hoja." in answer.text
