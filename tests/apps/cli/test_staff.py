"""`humanely staff`: who helps is added, listed, changed and disabled; a link is printed once, alone on stdout."""

import datetime as dt
import json
from contextlib import closing
from pathlib import Path

import pytest

from humanely.people.roles import Role
from humanely.store.data_folder import open_data
from humanely.store.team.staff import Staff
from tests.apps.cli.test_main import humanely

NEW = ("--name", "Ada", "--role", "agent", "--language", "de", "--skill", "billing")


def staff(folder: Path, command: str, *options: str) -> str:
    told = humanely("staff", command, *options, "--data", str(folder))
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


def test_the_link_that_is_printed_sets_a_password(folder: Path) -> None:
    link = staff(folder, "add", "Ada@example.org", *NEW, "--address", "https://care.example.org/")
    address, _, token = link.rpartition("/welcome/")
    with closing(open_data(folder)) as data:
        team = Staff(data.database, data.root_key, data.entropy)
        member = team.invitations.accept(token, "a few words in a row", dt.datetime.now(dt.UTC))
    assert address == "https://care.example.org"
    assert (member.login, member.roles, member.languages) == ("ada@example.org", (Role.AGENT,), ("de",))


def test_a_new_link_is_another(folder: Path) -> None:
    first = staff(folder, "add", "ada", *NEW)
    assert staff(folder, "invite", "ADA") != first


def test_everybody_is_listed(folder: Path) -> None:
    assert staff(folder, "list") == "There is nobody yet."
    assert staff(folder, "list", "--json") == ""
    staff(folder, "add", "ada", *NEW)
    assert staff(folder, "list") == "ada  Ada  (agent; de; billing)  invited"
    (line,) = staff(folder, "list", "--json").splitlines()
    assert {"login": "ada", "roles": ["agent"], "standing": "invited"}.items() <= json.loads(line).items()


def test_only_what_is_given_changes(folder: Path) -> None:
    staff(folder, "add", "ada", *NEW)
    changed = json.loads(staff(folder, "change", "ada", "--role", "reviewer", "--away", "--json"))
    assert (changed["roles"], changed["available"], changed["skills"]) == (["reviewer"], False, ["billing"])


def test_who_is_disabled_can_be_enabled(folder: Path) -> None:
    staff(folder, "add", "ada", *NEW)
    assert staff(folder, "disable", "ada").endswith("disabled")
    told = humanely("staff", "invite", "ada", "--data", str(folder))
    assert (told.returncode, told.stdout) == (2, "")
    assert staff(folder, "enable", "ada").endswith("invited")


def test_the_last_admin_stays(folder: Path) -> None:
    staff(folder, "add", "grace", "--name", "Grace", "--role", "admin")
    told = humanely("staff", "disable", "grace", "--data", str(folder))
    assert told.returncode == 1
    assert "This is the last admin" in told.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["ada", "--role", "agent"], "Missing option '--name'"),
        (["ada", "--name", "Ada", "--role", "boss"], "'boss' is not one of"),
        (["a da", *NEW], "that is no login"),
        (["ada", *NEW, "--capacity", "500"], "the capacity is 500"),
    ],
)
def test_what_cannot_be_is_wrong_use(folder: Path, options: list[str], words: str) -> None:
    told = humanely("staff", "add", *options, "--data", str(folder))
    assert (told.returncode, told.stdout) == (2, "")
    assert words in " ".join(told.stderr.replace("│", "").split())


def test_who_is_not_there_is_named(folder: Path) -> None:
    told = humanely("staff", "disable", "nobody", "--data", str(folder))
    assert told.returncode == 1
    assert "There is no member 'nobody' of the team." in told.stderr
