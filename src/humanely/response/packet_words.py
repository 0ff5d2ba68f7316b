"""What stands beside a handoff, in words for staff: labels, reasons, deadlines, and what to take care of."""

from typing import Literal

from humanely.response.phrasebook import phrasebook, served

Group = Literal[
    "label",
    "level",
    "care",
    "avoid",
    "trend",
    "feeling",
    "valence",
    "sure",
    "clock",
    "given",
    "line",
    "reach",
    "reason",
]

_PLEASANT = 0.3
_VERY = 0.75
_SOME = 0.25


def word(group: Group, name: str, locale: str, **values: str) -> str:
    """The words of one thing; in English where the language has none.

    Raises:
        LineBroken: there is no such thing.

    >>> word("trend", "worse", "de"), word("clock", "answer", "en", at="09:15")
    ('Wird schlechter', 'First answer by 09:15')
    """
    return phrasebook(served(locale, "packet"), "packet").render(group, name, values)


def reason(name: str, says: str, locale: str) -> str:
    """Why, to staff: in English as the policy words it, elsewhere as it is authored, if it is.

    Args:
        name: of the reason.
        says: the policy's sentence; empty where no decision gave the reason.

    >>> reason("asked", "The person asked for a human.", "fr"), reason("our_own_rule", "We said so.", "fr")
    ('La personne a demandé un humain', 'We said so.')
    """
    book = phrasebook(served(locale, "packet"), "packet")
    known = name in book.variants("reason")
    if known and (book.locale != "en" or not says):
        return book.render("reason", name, {})
    return says or name.replace("_", " ")


def feeling(said: float, locale: str) -> str:
    """What a person said of how they feel, by its valence, [-1, 1].

    >>> feeling(-1.0, "en"), feeling(0.5, "en")
    ('Very bad', 'Good')
    """
    size = "very_" if abs(said) >= _VERY else ""
    name = "neutral" if abs(said) < _SOME else f"{size}{'good' if said > 0 else 'bad'}"
    return word("feeling", name, locale)


def valence(estimated: float, locale: str) -> str:
    """How a message may feel, by its valence, [-1, 1].

    >>> valence(-0.6, "en")
    'Rather unpleasant'
    """
    name = "unpleasant" if estimated <= -_PLEASANT else "pleasant" if estimated >= _PLEASANT else "neutral"
    return word("valence", name, locale)
