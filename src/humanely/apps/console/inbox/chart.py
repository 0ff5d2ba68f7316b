"""Feeling over time, as points of a drawing: said and estimated apart, and how sure an estimate is."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from humanely.response import packet_words
from humanely.store.conversation import ConversationState

WIDTH, HEIGHT, EDGE = 640, 96, 12
FEWEST = 2
"""Points without which there is nothing to see over time."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One message of the person.

    Attributes:
        number: of the message, from 1; place: its id.
        x, y: in the drawing, from its left and its top.
        how: ``said`` by the person, or estimated: ``sure``, ``unsure``.
        words: what it says.
    """

    number: int
    place: int
    x: int
    y: int
    how: Literal["said", "sure", "unsure"]
    words: str


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing.

    Attributes:
        line: points of the line, as SVG has them.
        middle: where neither pleasant nor unpleasant is, from the top.
    """

    marks: tuple[Mark, ...]
    line: str
    width: int = WIDTH
    height: int = HEIGHT
    middle: int = HEIGHT // 2


def chart(state: ConversationState, locale: str) -> Chart | None:
    """How the person's messages may have felt, one after the other; None where fewer than two can be told."""
    told = [
        (place, one) for place, one in zip(state.places, state.readings, strict=True)
        if one.turn.is_customer and one.felt is not None
    ]  # fmt: skip
    if len(told) < FEWEST:
        return None
    marks = []
    for at, (place, one) in enumerate(told):
        felt, said = one.felt or 0.0, one.said is not None
        marks.append(
            Mark(
                number=at + 1,
                place=place,
                x=EDGE + round(at * (WIDTH - 2 * EDGE) / (len(told) - 1)),
                y=EDGE + round((1 - felt) / 2 * (HEIGHT - 2 * EDGE)),
                how="said" if said else "sure" if one.settled else "unsure",
                words=packet_words.feeling(felt, locale) if said else packet_words.valence(felt, locale),
            )
        )
    return Chart(marks=tuple(marks), line=_line(marks))


def _line(marks: Sequence[Mark]) -> str:
    return " ".join(f"{one.x},{one.y}" for one in marks)
