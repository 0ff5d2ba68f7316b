"""One of our templates and the data for it, set by typst.

A template is ours; what people typed reaches it as a JSON string, so no letter of theirs is ever markup.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from humanely.credential.carrier.fonts import families, fonts
from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.errors import HumanelyError

if TYPE_CHECKING:
    import typst

Json = dict[str, Any]

_TEMPLATES = files("humanely.credential.carrier") / "templates"
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_MODIFIERS = "\ufe0e\ufe0f\u200d"
"""What joins and varies emoji."""


class LettersMissing(HumanelyError):
    """No font on this machine has some letters; a certificate with boxes in place of a name is not one."""

    code = "letters_missing"
    status = 503

    def __init__(self, scripts: tuple[str, ...]) -> None:
        super().__init__(
            f"No font on this machine has letters of these scripts: {', '.join(scripts)}.",
            fix="Install fonts that have them: pip install manimgx-fonts manimgx-fonts-cjk",
        )
        self.scripts = scripts


def set_pdf(template: str, view: Json, *, credential: str, standards: tuple[str, ...], timestamp: int) -> bytes:
    """A PDF of a template, with the credential for it to attach.

    Args:
        template: the name of one of ours, without its ending.
        view: what the template shows.
        credential: the credential, as it is attached.
        standards: as typst names them.
        timestamp: in seconds since 1970, for the date of the document: the same data give the same bytes.

    Raises:
        LettersMissing: no font has a letter of the view.
        CarrierUnreadable: a picture of the view is `damaged`.
    """
    inputs = {"view": _as_text(view), "credential": credential}
    return _checked(template, inputs, pdf_standards=list(standards), timestamp=timestamp)[0]


def set_picture(template: str, view: Json, form: Literal["svg", "png"], *, ppi: float = 144.0) -> bytes:
    """A picture of a template; its letters are drawn, so that it looks the same on every machine.

    Raises:
        LettersMissing: no font has a letter of the view.
    """
    # Only a PDF standard has missing letters refused, so one is asked first.
    inputs = _checked(template, {"view": _as_text(view)}, pdf_standards=["a-3b"], timestamp=0)[1]
    return _compiled(template, inputs, format=form, ppi=ppi)


def _checked(template: str, inputs: dict[str, str], **options: Any) -> tuple[bytes, dict[str, str]]:
    """A PDF, and the inputs it was made of: those given, without decoration that no font has."""
    import typst

    try:
        return _compiled(template, inputs, format="pdf", **options), inputs
    except typst.TypstError as error:
        left_out = _may_be_left_out(error)
    kept = inputs | {"view": "".join(letter for letter in inputs["view"] if letter not in left_out)}
    return _compiled(template, kept, format="pdf", **options), kept


def _compiled(template: str, inputs: dict[str, str], **options: Any) -> bytes:
    import typst

    # Its overloads name every standard; ours come as options.
    compiler: Callable[..., bytes] = typst.compile
    return compiler(_source(template), font_paths=fonts(), sys_inputs=inputs, **options)


def _as_text(view: Json) -> str:
    return msgspec.json.encode(view | {"fonts": families()}).decode()


def _may_be_left_out(error: "typst.TypstError") -> set[str]:
    """Which letters made a template fail, when a text says the same without them."""
    if error.message.startswith(("failed to parse SVG", "failed to process image")):
        raise CarrierUnreadable("damaged") from error
    missing = set("".join(_MISSING.findall(error.diagnostic)))
    needed = {letter for letter in missing if not _only_decorates(letter)}
    if needed:
        raise LettersMissing(tuple(sorted({_script(letter) for letter in needed}))) from None
    if not missing:
        raise error  # pragma: no cover - a fault of the template
    return missing


@cache
def _source(template: str) -> bytes:
    return (_TEMPLATES / f"{template}.typ").read_bytes()


def _only_decorates(letter: str) -> bool:
    """Emoji and what varies them: where no font has them, a text says the same without them."""
    return unicodedata.category(letter) in ("So", "Sk") or letter in _MODIFIERS


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNNAMED").split()[0].lower()
