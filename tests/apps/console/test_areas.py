"""The parts of the console, as the guide tells of them."""

import re
from pathlib import Path

from humanely.apps.console.areas import AREAS, areas_of
from humanely.apps.console.words import words
from humanely.people.roles import Permission, needed

GUIDE = Path(__file__).parents[3] / "docs" / "console.md"


def test_the_guide_names_every_part_with_who_sees_it() -> None:
    rows = re.findall(r"^\| (.+?) \| .+? \| (.+?) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {part: roles for part, roles in rows if part != "Part"}
    assert told == {words("en").say(f"nav-{one.name}"): ", ".join(needed(one.permission)) for one in AREAS}


def test_who_may_do_everything_sees_every_part() -> None:
    assert areas_of(frozenset(Permission)) == AREAS
