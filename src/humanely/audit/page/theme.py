"""One look for all charts: colours that follow the page from light to dark, and no fixed size."""

import re
from typing import Any

from markupsafe import Markup

from humanely.audit.page.marking import visible

COLOURS: dict[str, str] = {
    "#a0b001": "var(--ink)",
    "#a0b002": "var(--soft)",
    "#a0b003": "var(--line)",
    "#a0b004": "var(--need)",
    "#a0b005": "var(--shown)",
    "#a0b006": "var(--feeling)",
    "#a0b007": "var(--cold)",
    "#a0b008": "var(--paper)",
    "#a0b009": "var(--wash)",
}
"""The drawing library knows fixed colours only: each stands for a custom property of the page."""

INK, SOFT, LINE, NEED, SHOWN, FEELING, COLD, PAPER, WASH = COLOURS

GROWTH = 1.2
"""How much larger than drawn a chart may stand where there is room; on a phone it shrinks to fit."""

_FONT = "Noto Sans"  # measures the labels; the page's own font draws them

CONFIG: dict[str, Any] = {
    "background": None,
    "font": _FONT,
    "padding": 4,
    "view": {"stroke": None},
    "axis": {
        "labelColor": SOFT, "titleColor": SOFT, "labelFontSize": 11.5, "titleFontSize": 11.5, "titleFontWeight": 400,
        "gridColor": LINE, "domain": False, "ticks": False, "labelPadding": 6, "titlePadding": 8,
    },
    "text": {"color": INK, "fontSize": 12},
}  # fmt: skip

_DRAWING_ROLES = re.compile(r' (?:aria-[a-z]+|role|pointer-events|xmlns:xlink|font-family)="[^"]*"')
_LONG_DECIMALS = re.compile(r"(\d\.\d{2})\d+")
_COLOUR = re.compile("|".join(COLOURS))
_OWN_ID = re.compile(r'(\bid="|url\(#)')
_OPENING = re.compile(r"<svg [^>]*?width=\"([\d.]+)\" height=\"([\d.]+)\"[^>]*>")


def inline(svg: str, *, name: str, title: str, description: str) -> Markup:
    """A drawn chart as part of the page.

    Ids become unique by `name`, colours become custom properties, the size follows the page, and the
    chart is one image to a screen reader: `title` and `description` say what it shows.
    """
    svg = _DRAWING_ROLES.sub("", svg)
    svg = _COLOUR.sub(lambda found: COLOURS[found[0]], svg)
    svg = _OWN_ID.sub(rf"\g<1>{name}-", svg)
    svg = _LONG_DECIMALS.sub(r"\1", svg)
    opening = _OPENING.search(svg)
    if opening is None:
        raise ValueError("a drawn chart starts with an svg element that has a width and a height")
    head = Markup(
        '<svg class="chart" width="{wide}" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{n}-t {n}-d">'
        '<title id="{n}-t">{t}</title><desc id="{n}-d">{d}</desc>'
    ).format(
        wide=round(GROWTH * float(opening[1])),
        w=opening[1],
        h=opening[2],
        n=name,
        t=visible(title),
        d=visible(description),
    )
    return head + Markup(svg[opening.end() :])  # noqa: S704 - the drawing library escapes the labels; held by a test


def label(text: str, limit: int = 24) -> str:
    """A name short enough for an axis.

    >>> label("Credentials and certificates of all kinds")
    'Credentials and certifi…'
    """
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
