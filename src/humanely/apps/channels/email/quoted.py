"""What somebody wrote in a reply, without what they quote.

It ends at the line we ask to write above, or at what programs put in front of a quotation, in a few languages.
"""

import re

from humanely.apps.channels.email.words import all_words

_ATTRIBUTION = re.compile(
    r"""^(
      on\b.{5,200}\bwrote: | am\b.{5,200}\bschrieb\b.{0,200}: | le\b.{5,200}\ba\ ?écrit\ ?:
    | el\b.{5,200}\bescribió: | il\b.{5,200}\bha\ scritto: | em\b.{5,200}\bescreveu: | op\b.{5,200}\bschreef\b.{0,200}:
    | -{2,}\s*(original\ message|ursprüngliche\ nachricht|message\ d'origine|mensaje\ original)\s*-{2,}
    | (from|von|de|da):\s.+@.+
    | _{10,}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNATURE = "-- "


def own_words(text: str) -> str:
    """What the sender wrote themselves.

    >>> own_words("Thank you!\\n\\nOn Mon, 2 Mar 2026 at 10:00, Help <help@example.org> wrote:\\n> It left today.")
    'Thank you!'
    """
    kept: list[str] = []
    lines = text.replace("\r\n", "\n").split("\n")
    for at, line in enumerate(lines):
        # A long line in front of a quotation is broken in two by many programs.
        if _ends_here(line) or _ends_here(f"{line.strip()} {lines[at + 1].strip()}" if at + 1 < len(lines) else ""):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _ends_here(line: str) -> bool:
    bare = line.strip()
    unquoted = bare.lstrip("> ").strip("*_ ")
    ours = any(one.above in unquoted for one in all_words().values())
    return line == _SIGNATURE or ours or bool(_ATTRIBUTION.match(bare))
