"""What the widget is made of, as files of our own: its script, its words, the page that shows it.

The script is its parts, one after the other: nothing is built, and nothing comes from anywhere else.
"""

import gzip
import hashlib
import re
from functools import cache
from importlib.resources import files

import msgspec
from litestar import Response

from humanely.apps.widget.door import AnyRequest
from humanely.response.notices import mark

PARTS = (
    "opening", "elements", "kept", "wire", "style", "lines", "talking", "human", "asking", "choices", "behaviour",
    "rhythm", "panel", "frame", "closing",
)  # fmt: skip
LOCALES = ("en", "ar", "de", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sw", "tr", "zh")

_HERE = files("humanely.apps.widget")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_.])", re.IGNORECASE)


class Served(msgspec.Struct, frozen=True):
    """A file as it is sent.

    Attributes:
        etag: names these very bytes.
    """

    plain: bytes
    packed: bytes
    media_type: str
    etag: str


def served(plain: bytes, media_type: str) -> Served:
    """Bytes, ready to be sent; the same bytes always have the same name."""
    return Served(plain, gzip.compress(plain, mtime=0), media_type, f'"{hashlib.sha256(plain).hexdigest()[:32]}"')


@cache
def script() -> Served:
    """The script, whole."""
    parts = ((_HERE / "client" / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    return served("\n".join(parts).encode(), "text/javascript")


@cache
def words(locale: str, title: str = "") -> Served:
    """The words of the widget.

    Args:
        locale: one of `LOCALES`.
        title: of the panel; empty for the one in these words.
    """
    own = msgspec.json.decode((_HERE / "words" / f"{locale}.json").read_bytes(), type=dict[str, str])
    own["by_ai_draft_human_sent"] = mark("ai_draft_human_sent", locale)
    told = {"locale": locale, "title": title or own["title"], "words": own}
    return served(msgspec.json.encode(told), "application/json")


def nearest(spoken: str) -> str:
    """The locale of ours for a language tag; English where the language is none of ours.

    >>> nearest("de-AT"), nearest("zh_Hant.json"), nearest("is"), nearest("")
    ('de', 'zh', 'en', 'en')
    """
    found = _LANGUAGE.match(spoken)
    language = found[0].lower() if found else ""
    return language if language in LOCALES else "en"


@cache
def demo(name: str) -> Served:
    """A file of the page that shows the widget."""
    kinds = {"html": "text/html", "css": "text/css"}
    return served((_HERE / "demo" / name).read_bytes(), kinds[name.rpartition(".")[2]])


def send(request: AnyRequest, file: Served, **headers: str) -> Response[bytes]:
    """Send a file, packed where the browser can unpack it; nothing where it has these very bytes.

    Any page may read it: it holds nothing of anybody.
    """
    told = {
        "etag": file.etag,
        "cache-control": "public, max-age=300",
        "vary": "Accept-Encoding",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    if request.headers.get("if-none-match") == file.etag:
        return Response(b"", status_code=304, headers=told)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.packed, media_type=file.media_type, headers={**told, "content-encoding": "gzip"})
    return Response(file.plain, media_type=file.media_type, headers=told)
