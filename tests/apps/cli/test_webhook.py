"""`humanely webhook`: secrets alone on stdout, the rest in words."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from humanely.store.data_folder import open_data
from tests.apps.cli.test_main import humanely

URL = "https://example.org/hooks"


@pytest.fixture
def data(folder: Path) -> Path:
    """A data folder that is there."""
    open_data(folder).close()
    return folder


def webhook(*arguments: str, data: Path) -> str:
    told = humanely("webhook", *arguments, "--data", str(data))
    assert told.returncode == 0, told.stderr
    return told.stdout


def listed(data: Path) -> dict[str, object]:
    """The one webhook there is."""
    (line,) = webhook("list", "--json", data=data).splitlines()
    found: dict[str, object] = json.loads(line)
    return found


def test_a_webhook_is_made_listed_rotated_tested_disabled_enabled_and_its_letters_replayed(data: Path) -> None:
    secret = webhook("add", URL, "--event", "handoff.*", "--words", data=data)
    assert secret.startswith("whsec_")
    name = str(listed(data)["id"])
    assert webhook("list", data=data) == f"{name}  {URL}  (handoff.*, with words)  told\n"
    assert webhook("rotate", name, data=data) not in {"", secret}
    assert "is on its way" in webhook("test", name, data=data)
    assert "1 waiting" in webhook("list", data=data)
    assert "disabled 20" in webhook("disable", name, data=data)
    letter = webhook("dead", name, data=data).split()[0]
    assert letter.startswith(f"msg_{name}_test")
    assert json.loads(webhook("dead", name, "--json", data=data))["fault"] == "disabled"
    assert webhook("enable", name, data=data).endswith("  told\n")
    assert webhook("replay", name, "--delivery", letter, data=data) == "1 sent again.\n"
    assert webhook("replay", name, data=data) == "0 sent again.\n"
    assert webhook("dead", name, data=data) == "Everything arrived, or is still tried.\n"


def test_its_acts_are_in_the_ledger_under_the_name_of_the_command(data: Path) -> None:
    webhook("add", URL, data=data)
    with closing(open_data(data)) as opened:
        (act,) = [one for one in opened.ledger.after(-1, 99) if one.kind == "webhook"]
    assert json.loads(act.payload or b"")["by"] == "command"


def test_none_there_are_said_so(data: Path) -> None:
    assert webhook("list", data=data) == "There are no webhooks yet.\n"


@pytest.mark.parametrize("command", ["rotate", "disable", "enable", "dead", "replay", "test"])
def test_a_webhook_that_is_not_there_is_said_so(data: Path, command: str) -> None:
    told = humanely("webhook", command, "0000", "--data", str(data))
    assert (told.returncode, told.stdout) == (1, "")
    assert "There is no webhook of that id." in told.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["http://example.org/"], "not encrypted"),
        ([URL, "--event", "handoff"], "an event that there is not"),
        ([], "Missing argument 'URL'"),
    ],
)
def test_one_that_makes_no_sense_is_wrong_use(data: Path, arguments: list[str], words: str) -> None:
    told = humanely("webhook", "add", *arguments, "--data", str(data))
    assert (told.returncode, told.stdout) == (2, "")
    assert words in " ".join(told.stderr.replace("│", "").split())
