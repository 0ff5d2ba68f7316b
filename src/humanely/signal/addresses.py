"""Where e-mail addresses, network addresses and the secret parts of links stand in a text.

Every finder yields ``(start, end, kind)`` and takes linear time on any text.
"""

import ipaddress
import re
from collections.abc import Iterator

_LOCAL = re.compile(r"[\w.+%'’-]")
_DOMAIN = re.compile(r"[^\W_](?:[\w-]{0,62}\.){1,8}[^\W\d_][\w-]{1,62}")
_SPOKEN = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?[(\[{] ?at ?[)\]}] ?[\w-]{1,63}"
    r"(?:(?: ?[(\[{] ?dot ?[)\]}] ?| dot |\.)[^\W_][\w-]{1,62}){1,4}",
    re.IGNORECASE,
)
_IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\w)")
_IPV6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,8}(?:\.\d{1,3}){0,3}(?![\w:])")
_LINK_REST = re.compile(r"[^\s<>\"'`“”«»]{1,4000}")
_USERINFO = re.compile(r"[^\s/@<>\"?#]{1,256}@")
_PAIR = re.compile(r"(?<=[?&;#])([\w.\-\[\]%]{1,64})=([^\s&;#<>\"'`“”«»]{1,4000})")
_BARE_QUERY = re.compile(r"\?([^\s=&?#<>\"'`]{12,4000})(?=[\s#<>\"'`]|$)")
_SEGMENT = re.compile(r"(?<=[/#])[\w\-.~%=+]{16,}")
_TRAILING = ".,;:!?)]}'’\""
_PLACEHOLDER = re.compile(r"\[(?:e-mail|phone|card|iban|ip|token|name)\]")
_HARMLESS_LIST = (
    "page lang language locale hl sort order view tab category cat size color colour variant currency"
    " utm_source utm_medium utm_campaign utm_content utm_term"
)
_HARMLESS = frozenset(_HARMLESS_LIST.split())


def emails(text: str) -> Iterator[tuple[int, int, str]]:
    """E-mail addresses, also written with full-width or spoken "at"."""
    floor = 0
    for sign in re.finditer("[@＠]", text):
        start = sign.start()
        lowest = max(floor, start - 64)
        while start > lowest and _LOCAL.match(text[start - 1]):
            start -= 1
        while start < sign.start() and text[start] in ".'’-%":
            start += 1
        domain = _DOMAIN.match(text, sign.end())
        if start < sign.start() and domain:
            floor = domain.end()
            yield start, floor, "email"
    if "@" not in text and re.search(r"[(\[{] ?at ?[)\]}]", text, re.IGNORECASE):
        for spoken in _SPOKEN.finditer(text):
            yield spoken.start(), spoken.end(), "email"


def network(text: str) -> Iterator[tuple[int, int, str]]:
    """IPv4 and IPv6 addresses; of a dotted number only one with four parts of 0 to 255."""
    for pattern in (_IPV4, _IPV6):
        for found in pattern.finditer(text):
            if _is_address(found[0]):
                yield found.start(), found.end(), "ip"


def _is_address(written: str) -> bool:
    groups = [group for group in written.split(":") if group]
    if ":" in written and (len(groups) < 3 and not re.match("f[cde]|2[0-9a-f]{3}", written, re.IGNORECASE)):
        return False
    try:
        ipaddress.ip_address(written)
    except ValueError:
        return False
    return True


def secrets(text: str) -> Iterator[tuple[int, int, str]]:
    """The parts of links that may open something or name someone; host and path stay.

    Passwords before the host, values of the query and fragment (but for a few harmless
    keys such as ``page``), and path segments that look like keys.
    """
    floor = 0
    for scheme in re.finditer(r"://|\bwww\.", text):
        if scheme.end() < floor:
            continue
        user = _USERINFO.match(text, scheme.end())
        if user and not _PLACEHOLDER.fullmatch(user[0][:-1]):
            yield scheme.end(), user.end() - 1, "url_token"
        rest = _LINK_REST.match(text, scheme.end())
        floor = rest.end() if rest else scheme.end()
        for segment in _SEGMENT.finditer(text, scheme.end(), floor):
            start, end = segment.start(), _without_trailing(text, segment.start(), segment.end())
            if _looks_like_key(text[start:end]):
                yield start, end, "url_token"
    for pair in _PAIR.finditer(text):
        end = _without_trailing(text, pair.start(2), pair.end(2))
        harmless = pair[1].lower() in _HARMLESS and end - pair.start(2) <= 24
        if end > pair.start(2) and not harmless and not _PLACEHOLDER.fullmatch(text, pair.start(2), pair.end(2)):
            yield pair.start(2), end, "url_token"
    for bare in _BARE_QUERY.finditer(text):
        end = _without_trailing(text, bare.start(1), bare.end(1))
        if _looks_like_key(text[bare.start(1) : end]):
            yield bare.start(1), end, "url_token"


def _without_trailing(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


def _looks_like_key(segment: str) -> bool:
    """Long, without the hyphens between words that a title in a path has, letters and digits mixed."""
    letters = sum(map(str.isalpha, segment))
    digits = sum(map(str.isdigit, segment))
    longest = max(map(len, re.split(r"[-._~%]", segment)))
    mixed = digits >= 3 and letters >= 3 and (longest >= 12 or digits * 3 >= len(segment))
    cased = longest >= 20 and any(map(str.isupper, segment)) and any(map(str.islower, segment))
    return len(segment) >= 16 and (mixed or cased)
