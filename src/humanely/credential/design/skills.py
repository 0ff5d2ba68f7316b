"""Skills and careers an achievement speaks for: plain names, and codes of frameworks such as ESCO as plain data.

Nothing is looked up: whoever designs writes the code and the address of the skill, and machines may follow it.
"""

import msgspec

from humanely.credential.design.form import Form
from humanely.credential.design.spelling import IDENTIFIER

NAME_CHARACTERS = 120
NOTE_CHARACTERS = 400


class Skill(msgspec.Struct, frozen=True):
    """One skill.

    Attributes:
        framework: whose list it is on, as "ESCO"; None for a skill in one's own words.
        code: its code there.
        url: its address there; only with it can machines compare. ESCO's begin with http://.
        level: how far, in the framework's own words, as "B1" or "4".
    """

    name: str
    framework: str | None = None
    code: str | None = None
    url: str | None = None
    level: str | None = None


class Career(msgspec.Struct, frozen=True):
    """An occupation in which the skills are asked for.

    Attributes:
        code: of the occupation, as "ISCO-08 4321".
        note: what else it takes, told to the holder. It is advice, no claim, and goes into no credential.
    """

    name: str
    code: str | None = None
    note: str | None = None


def skill(form: Form) -> Skill:
    """A skill as filled in; a code without its framework means nothing to anybody, and is a fault."""
    found = Skill(
        name=form.text("name", NAME_CHARACTERS),
        framework=form.maybe_text("framework", NAME_CHARACTERS),
        code=form.maybe_text("code", NAME_CHARACTERS),
        url=form.maybe_pattern("url", IDENTIFIER, "not_identifier"),
        level=form.maybe_text("level", NAME_CHARACTERS),
    )
    if (found.code or found.url) and form.given("framework") is None:
        form.fault("framework", "framework_missing")
    return found


def career(form: Form) -> Career:
    """An occupation as filled in."""
    return Career(
        name=form.text("name", NAME_CHARACTERS),
        code=form.maybe_text("code", NAME_CHARACTERS),
        note=form.maybe_text("note", NOTE_CHARACTERS),
    )
