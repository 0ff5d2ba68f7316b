"""Text as it was written, for a place that reads Markdown: no headings, links, pictures or mentions come of it."""

import re

_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|!&]")
_AT_THE_START = re.compile(r"^[^\S\n]*(?:([#+=-])|(\d{1,9})([.)]))?", re.MULTILINE)
"""What makes a heading, a list, a rule or a block of code, with the white space before it."""


def escaped(text: str) -> str:
    """A text in Markdown that is shown as the text itself; white space at the start of a line goes.

    Source: CommonMark 0.31, section 2.4: a backslash before a sign makes it mean itself.

    >>> print(escaped("# [free](https://x.example) *now*"))
    \\# \\[free\\](https://x.example) \\*now\\*
    """
    return _AT_THE_START.sub(_started, _ANYWHERE.sub(r"\\\g<0>", text))


def _started(found: re.Match[str]) -> str:
    sign, number, end = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{end}" if number else ""
