"""One pass over an SVG by expat: where its root ends and where credentials stand; entities stop it at once.

A picture may name a document type, as SVG 1.1 does, but neither define nor use entities, and nothing is ever fetched.
"""

import re
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

import msgspec

from humanely.credential.carrier.unreadable import CarrierUnreadable

MAX_BYTES = 8 << 20
MAX_DEPTH = 200
SVG = "http://www.w3.org/2000/svg"
NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
OLD_NAMESPACE = "http://openbadges.org"
ELEMENT = f"{NAMESPACE} credential"
OLD_ELEMENT = f"{OLD_NAMESPACE} assertion"

_TAG = re.compile(rb"""<(?:[^'">]|"[^"]*"|'[^']*')*+>""")

Visit = Callable[[str, dict[str, str]], None]
"""Called with each element (namespace, space, name) and its attributes; raises to stop the reading."""


class Baked(msgspec.Struct):
    """One element that carries a credential: from which byte to which it stands, and what it says."""

    start: int
    end: int
    verify: str
    parts: list[str] = []

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(self.parts)


class Reading:
    """What one pass finds.

    Attributes:
        root_end: the first byte after the root's start tag.
        current: elements of Open Badges 3.0, in order.
        old: elements of Open Badges 2.0, in order.

    Raises:
        CarrierUnreadable: `too_large`, `not_text`, `entities`, `damaged`.
    """

    def __init__(self, picture: bytes, visit: Visit | None = None) -> None:
        self.root_end = 0
        self.current: list[Baked] = []
        self.old: list[Baked] = []
        self._picture = picture
        self._visit = visit
        self._depth = 0
        self._open: Baked | None = None
        self._parser = self._make_parser()
        if len(picture) > MAX_BYTES:
            raise CarrierUnreadable("too_large")
        try:
            picture.decode()
            self._parser.Parse(picture, True)
        except UnicodeDecodeError as error:
            raise CarrierUnreadable("not_text") from error
        except expat.ExpatError as error:
            raise CarrierUnreadable("damaged") from error

    def _make_parser(self) -> Any:
        # Whatever the file declares: what is not UTF-8 has been refused, and places are counted in these bytes.
        parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = parser.SkippedEntityHandler = _entity
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._characters
        if self._visit:
            parser.ProcessingInstructionHandler = _instruction
        return parser

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
        if has_internal_subset:
            raise CarrierUnreadable("entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._open or self._depth > MAX_DEPTH:
            raise CarrierUnreadable("damaged")
        at = self._parser.CurrentByteIndex
        if self._depth == 1:
            self._root(name, at)
        if name in (ELEMENT, OLD_ELEMENT):
            self._open = Baked(start=at, end=self._tag_end(at), verify=attributes.get("verify", ""))
            (self.current if name == ELEMENT else self.old).append(self._open)
        elif self._visit:
            self._visit(name, attributes)

    def _root(self, name: str, at: int) -> None:
        if name.rpartition(" ")[2] != "svg":
            raise CarrierUnreadable("damaged")
        self.root_end = self._tag_end(at)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._open and name in (ELEMENT, OLD_ELEMENT):
            # An element without content ends with the tag that starts it.
            if not self._picture.endswith(b"/>", self._open.start, self._open.end):
                self._open.end = self._tag_end(self._parser.CurrentByteIndex)
            self._open = None

    def _characters(self, text: str) -> None:
        if self._open:
            self._open.parts.append(text)

    def _tag_end(self, at: int) -> int:
        found = _TAG.match(self._picture, at)
        if not found:  # pragma: no cover - expat has read this tag
            raise CarrierUnreadable("damaged")
        return found.end()


def _entity(*_what: object) -> None:
    raise CarrierUnreadable("entities")


def _instruction(_target: str, _data: str) -> None:
    raise CarrierUnreadable("active_content")
