"""What things are called in a person's own record, in words they understand (GDPR Art. 12, 15).

Every label that may stand in an export has a name here: emotions and situations, purposes and senses, what was decided
and what came of it. Beside them stand sentences that say what such a part is.
"""

from typing import Literal, get_args

from humanely.response.phrasebook import LineBroken, phrasebook, served

Group = Literal[
    "emotion", "sentiment", "need", "feeling", "situation", "purpose", "sense", "standing", "consent", "how", "action",
    "approach", "step", "verdict", "entry", "speaker", "channel", "way", "setting", "scale", "reading",
    "deed",
]  # fmt: skip
"""Which kind of label: `need` is the empathy called for; `standing` what holds of a consent, `consent` what happened to
it, `how` the way it reached us; `step` one of a handoff, `verdict` what a human made of an answer; `entry` the kind of
an act; `way` how somebody is reached who is gone; `reading` how far a language is read; `deed` what
somebody of the team did with the record."""

Part = Literal["estimate", "emotion", "need", "situation", "decision", "consent", "looked", "erased"]

GROUPS: tuple[Group, ...] = get_args(Group)


def word(group: Group, label: str, locale: str) -> str:
    """The name of a label; in English where the language has none.

    Raises:
        LineBroken: the label is none of its group.

    >>> word("emotion", "annoyance", "de-AT"), word("standing", "not_asked", "en")
    ('Ärger', 'You were not asked')
    """
    return phrasebook(served(locale, "record"), "record").render(group, label, {})


def need(level: int, locale: str) -> str:
    """The name of the empathy called for, 0 none to 3 strong.

    Raises:
        LineBroken: the level is outside its range.

    >>> need(2, "en")
    'Clear empathy called for'
    """
    levels = phrasebook(served(locale, "record"), "record").variants("need")
    if not 0 <= level < len(levels):
        raise LineBroken(locale, f"need {level}", "record.ftl")
    return word("need", levels[level], locale)


def about(part: Part, locale: str) -> str:
    """One sentence on what a part of the record is.

    >>> about("situation", "en")
    'What a message may say about where you stand.'
    """
    return phrasebook(served(locale, "record"), "record").render("about", part, {})
