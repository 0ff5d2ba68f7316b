"""`humanely credential`: designs with every fault, classes row by row, packages that verify, keys with their dates."""

import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from humanely.store.data_folder import open_data
from tests.apps.cli.test_main import humanely

EXAMPLES = Path(__file__).parents[3] / "examples" / "achievements"
ASSETS = Path(__file__).parents[2] / "credential" / "verify" / "assets"
MENTOR, LICENCE = EXAMPLES / "community-mentor.json", EXAMPLES / "forklift-safety.toml"
MIXED = "Email,Name\nann@example.org,Ann\nnobody,Bob\ncem@example.org,Cem\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two designs in it."""
    place = tmp_path_factory.mktemp("credentials") / "data"
    with closing(open_data(place)):
        pass
    for file in (MENTOR, LICENCE):
        told = humanely("credential", "design", str(file), "--data", str(place))
        assert (told.returncode, told.stdout) == (0, f"{file.stem}  version 1\n"), told.stderr
    return place


def issue(folder: Path, table: str, *options: str, of: str = "community-mentor") -> tuple[int, str, str]:
    """Issue to a table."""
    told = humanely(
        "credential", "issue", "--achievement", of, "--csv", "-", *options, "--data", str(folder), stdin=table
    )
    return told.returncode, told.stdout, told.stderr


def test_every_fault_of_a_design_is_told_at_once_and_nothing_is_kept(folder: Path) -> None:
    told = humanely("credential", "design", "-", "--data", str(folder), stdin='{"name": "Nothing", "colour": "red"}')
    assert told.returncode == 1
    assert "Nothing was kept." in told.stderr
    assert "  meaning: This is needed." in told.stderr
    assert "  colour: This is no colour." in told.stderr


def test_what_is_no_design_is_wrong_use(folder: Path) -> None:
    told = humanely("credential", "design", "-", "--data", str(folder), stdin="a: b")
    assert (told.returncode, told.stderr.splitlines()[0]) == (2, "This is neither JSON nor TOML.")
    assert humanely("credential", "design", "/nowhere.toml", "--data", str(folder)).returncode == 2


def test_a_look_issues_nothing_and_bad_rows_are_written_to_be_mended(folder: Path, tmp_path: Path) -> None:
    mend = tmp_path / "mend.csv"
    status, out, err = issue(folder, MIXED, "--preview", "--bad", str(mend))
    assert (status, out) == (1, "")
    assert "2 rows are ready, 1 are faulty." in err
    assert "  Row 3: Email: This is no e-mail address." in err
    assert "nobody" in mend.read_text(encoding="utf-8-sig")
    assert issue(folder, MIXED.replace("nobody", "b@example.org"), "--preview")[0] == 0


def test_all_or_none_are_issued_unless_the_good_ones_are_asked_for(folder: Path) -> None:
    status, out, err = issue(folder, MIXED)
    assert (status, out) == (1, "")
    assert "nothing was issued" in err
    status, out, _ = issue(folder, MIXED, "--good-ones", "--json")
    told = json.loads(out)
    assert (status, len(told["issued"]), told["waiting"], told["refused"]) == (0, 2, [], [])
    assert "2 rows are ready" not in issue(folder, MIXED, "--preview")[2]


def test_where_a_licence_depends_on_it_each_waits(folder: Path) -> None:
    status, out, _ = issue(folder, "Email\nlee@example.org\n", of="forklift-safety")
    assert (status, out.split("  ")[1]) == (0, "0 issued, 1 wait for a second person\n")


def test_a_package_verifies_by_itself(folder: Path, tmp_path: Path) -> None:
    code = json.loads(issue(folder, "Email,Name\npia@example.org,Pia\n", "--json")[1])["issued"][0]
    out = tmp_path / "pia.zip"
    told = humanely("credential", "export", code.lower(), "--out", str(out), "--data", str(folder))
    assert (told.returncode, told.stdout) == (0, f"{out}\n"), told.stderr
    verified = humanely("verify", str(out), "--offline", "--trust-package", "--json")
    assert json.loads(verified.stdout)["verdict"] == "valid"
    assert humanely("credential", "export", "2222", "--out", str(out), "--data", str(folder)).returncode == 1


def test_keys_are_listed_without_their_private_part(folder: Path) -> None:
    told = humanely("credential", "keys", "--data", str(folder)).stdout
    assert re.fullmatch(r"z6Mk\w+  active  made \d{4}-\d\d-\d\d\n", told)
    assert json.loads(humanely("credential", "keys", "--json", "--data", str(folder)).stdout)["standing"] == "active"


def test_a_badge_from_elsewhere_is_looked_at_and_never_called_checked() -> None:
    badge = (ASSETS / "badge-of-version-2.json").read_text()
    told = humanely("credential", "look", "-", stdin=badge)
    assert (told.returncode, told.stdout.splitlines()[0]) == (0, "Listens well")
    assert told.stdout.endswith("This is what it says; nothing of it was checked.\n")
    assert json.loads(humanely("credential", "look", "-", "--json", stdin=badge).stdout)["source"] == "open_badges_2"
    other = humanely("credential", "look", "-", stdin="{}")
    assert (other.returncode, other.stdout) == (1, "")
    assert "This is no Open Badge of version 2.0 or 3.0." in other.stderr
