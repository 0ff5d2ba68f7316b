"""What an earlier answer leaves behind, so that the next does not say it again."""

import msgspec

from humanely.affect.phrases import phrases

OPENING_WORDS = 2


class Said(msgspec.Struct, frozen=True):
    """An answer of ours, by a machine or by a person.

    Attributes:
        opening: its first two words, folded; see `opening`.
        apologised: it said sorry.
        variants: ids of the authored lines it was composed of; empty for any other answer.
    """

    opening: str
    apologised: bool = False
    variants: tuple[str, ...] = ()


def opening(text: str) -> str:
    """The first two words, without marks and capitals: two answers with the same opening sound like a machine.

    >>> opening("That's on us: the parcel never left.")
    "that's on"
    """
    words = (word.strip("¡¿!?.,:;–—…\"'«»„“”") for word in text.casefold().split())
    return " ".join([word for word in words if word][:OPENING_WORDS])


def said(text: str, language: str | None) -> Said:
    """What any answer leaves behind, such as one written by a person.

    Args:
        text: the answer.
        language: of the answer; where it has no phrase list, apologies in it cannot be told.

    >>> said("Sorry, my slip. A new one leaves today.", "en")
    Said(opening='sorry my', apologised=True, variants=())
    """
    lists = phrases(language)
    found = {} if lists is None else lists.find(lists.tokens(text))
    return Said(opening(text), apologised="answer.apology" in found)
