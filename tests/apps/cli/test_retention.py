"""`humanely retention`: what is due goes, the ledger says so and still verifies."""

import json
from contextlib import closing
from pathlib import Path

from humanely.store.data_folder import open_data
from tests.apps.cli.test_main import humanely


def payloads(folder: Path) -> set[bytes | None]:
    with closing(open_data(folder)) as data:
        return {kept.payload for kept in data.ledger.person("p-1")}


def test_a_dry_run_says_what_is_due_and_erases_nothing(folder: Path) -> None:
    told = humanely("retention", "run", "--data", str(folder), "--dry-run")
    assert told.returncode == 0
    assert told.stdout.splitlines() == [
        "Due:",
        "response: 9, kept for 365 days. Kept with the decision it carried out.",
    ]
    assert payloads(folder) == {b"words"}


def test_a_run_erases_what_is_due_and_the_ledger_still_verifies(folder: Path) -> None:
    told = humanely("retention", "run", "--data", str(folder))
    assert told.stdout.startswith("Erased:\nresponse: 9, kept for 365 days.")
    assert payloads(folder) == {None}
    verified = humanely("ledger", "verify", "--data", str(folder))
    assert verified.returncode == 0
    assert "Read: 10 entries, 9 of them without their payload on purpose." in verified.stdout


def test_a_second_run_finds_nothing_due(folder: Path) -> None:
    first = humanely("retention", "run", "--data", str(folder), "--json")
    assert json.loads(first.stdout) == {"response": 9}
    assert humanely("retention", "run", "--data", str(folder)).stdout == "Nothing is due.\n"


def test_the_operators_own_schedule_counts(folder: Path) -> None:
    own = '[response]\ndays = 36500\nreason = "An order of the court."\n'
    (folder / "retention.toml").write_text(own, encoding="utf-8")
    assert humanely("retention", "run", "--data", str(folder)).stdout == "Nothing is due.\n"


def test_a_schedule_that_cannot_be_used_erases_nothing(folder: Path) -> None:
    (folder / "retention.toml").write_text("[response]\ndays = -1\n", encoding="utf-8")
    told = humanely("retention", "run", "--data", str(folder))
    assert told.returncode == 1
    assert "retention.toml" in told.stderr
    assert payloads(folder) == {b"words"}
