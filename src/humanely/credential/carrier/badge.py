"""The picture of a badge, drawn from what the achievement says: the same achievement has the same picture for ever."""

import hashlib
import re
from xml.sax.saxutils import escape, quoteattr

import msgspec

from humanely.credential.carrier.typesetting import set_picture
from humanely.credential.wording import say
from humanely.errors import HumanelyError

COLOUR = "#1f5c66"
"""Of achievements that name none."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SIZE_PT = 300


class ColourMalformed(HumanelyError):
    """A colour is not written as six hexadecimal digits."""

    code = "colour_malformed"

    def __init__(self) -> None:
        super().__init__("The colour of the badge cannot be read.", fix=f"Write it as #rrggbb, for example {COLOUR}.")


class BadgeView(msgspec.Struct, frozen=True):
    """What a badge shows.

    Attributes:
        name: of the achievement.
        issuer: who awards it.
        locale: of the alternative text.
        colour: ``#rrggbb``.
        level: a word or two; may be empty.
    """

    name: str
    issuer: str
    locale: str = "en"
    colour: str = COLOUR
    level: str = ""


class Badge(msgspec.Struct, frozen=True):
    """A drawn badge.

    Attributes:
        svg: it only draws, as `drawing.refuse_active` demands, and says its alternative text.
        png: the same, 600 pixels wide and high unless asked otherwise, with a transparent ground.
        said: the alternative text.
    """

    svg: bytes
    png: bytes
    said: str


def said(view: BadgeView) -> str:
    """The alternative text of the picture.

    >>> said(BadgeView(name="First aid", issuer="City School"))
    'Badge: First aid, awarded by City School.'
    """
    key = "certificate-badge-said-level" if view.level else "certificate-badge-said"
    return say(view.locale, key, achievement=view.name, issuer=view.issuer, level=view.level)


def picture(view: BadgeView, *, pixels: int = 600) -> Badge:
    """Draw a badge.

    Args:
        pixels: width and height of the PNG.

    Raises:
        ColourMalformed: the colour is not ``#rrggbb``.
        LettersMissing: no font has a letter of the name, the issuer or the level.
    """
    must_be_colour(view.colour)
    # What makes the rosette: a number of the name and the issuer that no later version may change.
    seed = int.from_bytes(hashlib.sha256(f"{view.name}\n{view.issuer}".encode()).digest()[:4])
    shown = {"name": view.name, "issuer": view.issuer, "level": view.level, "colour": view.colour, "seed": seed}
    drawn = set_picture("badge", shown, "svg")
    png = set_picture("badge", shown, "png", ppi=72 * pixels / _SIZE_PT)
    return Badge(svg=_named(drawn, said(view)), png=png, said=said(view))


def must_be_colour(colour: str) -> None:
    """Refuse what is not ``#rrggbb``."""
    if not _COLOUR.fullmatch(colour):
        raise ColourMalformed


def _named(svg: bytes, text: str) -> bytes:
    """The drawing with its alternative text, for those who do not see it."""
    start, end = svg.split(b">", 1)
    label = f' role="img" aria-label={quoteattr(text)}><title>{escape(text)}</title>'
    return start + label.encode() + end
