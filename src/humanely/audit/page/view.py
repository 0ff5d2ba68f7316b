"""What every part of the page is made of: one frozen view for one template, and a chart with its table."""

from typing import ClassVar

import msgspec
from markupsafe import Markup

from humanely.audit.page.words import FigureText, written
from humanely.audit.report import Figure


class View(msgspec.Struct, frozen=True):
    """A part of the page: its template uses exactly its fields."""

    template: ClassVar[str]


class Table(msgspec.Struct, frozen=True):
    """Rows under their columns; the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chart(msgspec.Struct, frozen=True):
    """A drawing, what it shows in words, and the same as a table; no drawing where all was refused."""

    drawing: Markup | None
    caption: str
    table: Table


def cell(figure: Figure, *, share: bool = False) -> str:
    """A figure in one table cell.

    >>> cell(Figure(0.31, 0.27, 0.35, 412)), cell(Figure(None, None, None, 3, "fewer than 20"))
    ('0.31 (0.27 to 0.35)', 'not given: fewer than 20')
    """
    text: FigureText = written(figure, share=share)
    if text.refused is not None:
        return f"not given: {text.refused}"
    return f"{text.value} ({text.interval})" if text.interval else text.value
