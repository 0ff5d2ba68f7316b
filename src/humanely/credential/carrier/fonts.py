"""The fonts that certificates and badges are set in: every script a name may be written in.

Latin, Greek and Cyrillic come with the typesetter. The rest are Noto fonts out of two packages, and whatever fonts
the machine has. A letter that no font has is refused by name of its script, and never becomes a box.
"""

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

FACE = "Libertinus Serif"
_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
_CJK = "Noto Sans CJK SC"


@cache
def fonts() -> "typst.Fonts":
    """All fonts there are, looked for once: that takes most of the time of the first certificate."""
    import typst

    specs = [find_spec(name) for name in _PACKAGES]
    folders = [folder for spec in specs if spec for folder in spec.submodule_search_locations or ()]
    return typst.Fonts(include_system_fonts=True, font_paths=folders)


@cache
def families() -> tuple[str, ...]:
    """Which fonts to try for a letter, in order; what none of them has is looked for in all others."""
    noto = [name for name in fonts().families() if name.startswith("Noto ")]
    # A Chinese, a Japanese and a Korean font draw the same letters differently; most names are Chinese.
    return (FACE, *sorted(noto, key=lambda name: (" CJK " in name, name != _CJK, name)))
