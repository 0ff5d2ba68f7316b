"""`humanely person`: what is kept of somebody, shown and erased."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from humanely.apps.settings import house, read_settings
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.person.consent import Answered, answer
from humanely.store.conversations import Conversations
from humanely.store.data_folder import open_data
from humanely.trust.consent import Act, Purpose
from tests.apps.cli.test_main import humanely
from tests.apps.recorded import NOON, reader, recorded


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    place = tmp_path / "data"
    recorded(place, [Arrival(conversation_id="c-1", person_id="ada", text="My lamp is broken.", noticed=True)])
    return place


def test_everything_of_a_person_is_one_json_file(kept: Path) -> None:
    told = humanely("person", "export", "ada", "--data", str(kept))
    found = json.loads(told.stdout)
    assert (told.returncode, told.stderr) == (0, "")
    assert (found["person_id"], found["locale"]) == ("ada", "en")
    assert found["conversations"][0]["happened"][0]["text"] == "My lamp is broken."


def test_it_comes_in_the_language_that_is_asked_for(kept: Path) -> None:
    assert (
        json.loads(humanely("person", "export", "ada", "--data", str(kept), "--locale", "fr").stdout)["locale"] == "fr"
    )


def test_consents_are_told_in_words(kept: Path) -> None:
    assert humanely("person", "consents", "ada", "--data", str(kept)).stdout == (
        "Nothing was asked, and nothing answered.\n"
    )
    with closing(open_data(kept)) as data:
        rules = house(read_settings(kept), kept, reader().estimator)
        no = Answered(act=Act.REFUSED, purpose=Purpose.ESTIMATE)
        answer(no, "ada", Conversations(data.ledger), rules, NOON)
    told = humanely("person", "consents", "ada", "--data", str(kept)).stdout
    assert "To estimate how a message feels · Your words: " in told
    assert "You said no, no text, Through the service you use" in told
    found = json.loads(humanely("person", "consents", "ada", "--data", str(kept), "--json").stdout)
    assert [one["act"] for one in found["consent_history"]] == ["You said no"]


def test_an_erased_person_is_gone_and_the_receipt_says_so(kept: Path) -> None:
    told = humanely("person", "erase", "ada", "--data", str(kept), "--yes", "--sent-to", "the helpdesk")
    assert told.returncode == 0
    assert told.stdout.startswith("Erased on ")
    assert "- the key, without which nothing that was said can be read again" in told.stdout
    assert "Messages already sent to the helpdesk are kept there" in told.stdout
    left = humanely("person", "export", "ada", "--data", str(kept)).stdout
    assert "lamp" not in left
    assert json.loads(left)["conversations"] == []
    assert humanely("ledger", "verify", "--data", str(kept)).returncode == 0


def test_the_receipt_is_there_for_programs(kept: Path) -> None:
    found = json.loads(humanely("person", "erase", "ada", "--data", str(kept), "--yes", "--json").stdout)
    assert found["erased"]["key"] == 1
    assert found["erased"]["projections"] == 1
    assert len(found["pseudonym"]) == 64
    assert all(isinstance(line, str) for line in found["unreached"])


@pytest.mark.parametrize("said", ["n\n", "\n", ""])
def test_without_a_yes_nothing_is_erased(kept: Path, said: str) -> None:
    told = humanely("person", "erase", "ada", "--data", str(kept), stdin=said)
    assert (told.returncode, told.stdout) == (1, "")
    assert "entries say of 'ada', for good?" in told.stderr
    assert "lamp" in humanely("person", "export", "ada", "--data", str(kept)).stdout


def test_a_yes_on_standard_input_is_one(kept: Path) -> None:
    assert "Erased on " in humanely("person", "erase", "ada", "--data", str(kept), stdin="y\n").stdout


@pytest.mark.parametrize("command", ["export", "consents", "erase"])
def test_somebody_unknown_is_an_error(kept: Path, command: str) -> None:
    told = humanely("person", command, "eve", "--data", str(kept))
    assert (told.returncode, told.stdout) == (1, "")
    assert "Nothing is recorded of a person of that id." in told.stderr


def test_a_folder_where_no_server_was_started_is_refused(tmp_path: Path) -> None:
    told = humanely("person", "export", "ada", "--data", str(tmp_path / "nothing"))
    assert told.returncode == 1
    assert "humanely serve --data DIR" in told.stderr
