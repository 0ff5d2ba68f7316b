"""HTML bodies as the text a person would read."""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "tr",
        "table",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "hr",
        "section",
        "article",
    }
)
HIDDEN = frozenset({"script", "style", "head", "title"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
        self.hidden += tag in HIDDEN
        if tag == "img" and (said := dict(attrs).get("alt")) and len(said) <= 4:
            self.parts.append(said)  # an emoji drawn as a picture

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
        self.hidden = max(0, self.hidden - (tag in HIDDEN))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of(body: str) -> str:
    """Strip markup, keeping line breaks where blocks end; text without markup comes back as it is.

    >>> text_of("<p>It&#39;s <b>broken</b>.</p><p>Help!</p>")
    "It's broken.\\nHelp!"
    >>> text_of("3 < 5, fine")
    '3 < 5, fine'
    """
    if not re.search(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);", body):
        return body.strip()
    reader = _Reader()
    reader.feed(body)
    reader.close()
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\n\n?", "\n", "\n".join(line for line in lines if line))).strip()
