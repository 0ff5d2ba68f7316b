"""Which SVG we are willing to show: one that only draws.

An allowlist, because a browser runs what it finds: scripts, event handlers, foreign content, links, and styles that
load. Whoever serves an SVG asks here first, and still sends it with a content security policy.
"""

import re

from humanely.credential.carrier.svg_reading import SVG, Reading
from humanely.credential.carrier.unreadable import CarrierUnreadable

_ELEMENT = re.compile(
    f"{SVG} (?:svg|g|defs|symbol|use|title|desc|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath"
    "|linearGradient|radialGradient|stop|pattern|clipPath|mask|marker|filter|feBlend|feColorMatrix|feComposite"
    "|feDropShadow|feFlood|feGaussianBlur|feMerge|feMergeNode|feOffset)"
)
_FUNCTION = re.compile("matrix|translate|scale|rotate|skewx|skewy|rgba?|hsla?|calc")
_CALL = re.compile(r"([\w-]*)\s*\(\s*['\"]?(.?)", re.DOTALL)
_WORDS_ONLY = re.compile(r"aria-[a-z]+|data-[a-z-]+|id|class|role|lang")
_HREF = re.compile(r"(?:.* )?href")
_XML_BASE = "http://www.w3.org/XML/1998/namespace base"


def refuse_active(picture: bytes) -> None:
    """Let a picture pass that only draws.

    Raises:
        CarrierUnreadable: `active_content` for scripts, event handlers, styles that load, foreign content, links and
            anything from elsewhere; `damaged`, `too_large`, `entities`, `not_text` for what is no sound SVG.

    >>> refuse_active(b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="5" fill="url(#sky)"/></svg>')
    """
    Reading(picture, _visit)


def _visit(name: str, attributes: dict[str, str]) -> None:
    if not _ELEMENT.fullmatch(name) or any(_acts(key, value) for key, value in attributes.items()):
        raise CarrierUnreadable("active_content")


def _acts(name: str, value: str) -> bool:
    """Whether an attribute does or loads something; CSS may hide a word behind a backslash."""
    if name.rpartition(" ")[2].lower().startswith("on") or name == _XML_BASE:
        return True
    if _HREF.fullmatch(name):
        return not value.strip().startswith("#")
    if _WORDS_ONLY.fullmatch(name):
        return False
    return "\\" in value or "@" in value or any(_loads(call[1], call[2]) for call in _CALL.finditer(value))


def _loads(function: str, first: str) -> bool:
    return first != "#" if function.lower() == "url" else not _FUNCTION.fullmatch(function.lower())
