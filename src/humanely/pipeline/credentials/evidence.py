"""Files that somebody shows as evidence: few, not large, of a kind that people can look at, told by what is in them."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Literal

import msgspec

from humanely.errors import HumanelyError
from humanely.store.credential_records import EvidenceRecord, Media, Shown

MOST_BYTES = 5 << 20
MOST_FILES = 10

Fault = Literal["empty", "too_large", "too_many", "kind_unknown"]

_MAGIC: dict[bytes, Media] = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
_LONGEST_NAME = 120
_SAYS: dict[Fault, str] = {
    "empty": "is empty",
    "too_large": f"is larger than {MOST_BYTES >> 20} MiB",
    "too_many": f"is one too many: {MOST_FILES} can be shown",
    "kind_unknown": "is no PDF, PNG, JPEG or plain text",
}


class EvidenceRefused(HumanelyError):
    """A file cannot be taken.

    Attributes:
        number: of the file, counted from 1.
        fault: why.
    """

    code = "evidence_refused"
    status = 422

    def __init__(self, number: int, fault: Fault) -> None:
        super().__init__(
            f"File {number} {_SAYS[fault]}; nothing was sent, and what you wrote is kept.",
            fix=f"Show up to {MOST_FILES} files: PDF, PNG, JPEG or plain text, each of at most {MOST_BYTES >> 20} MiB.",
        )
        self.number = number
        self.fault = fault


class File(msgspec.Struct, frozen=True):
    """A file as it came."""

    name: str
    data: bytes


def media_of(data: bytes) -> Media | None:
    """What a file is, by its content; None for nothing that is taken.

    >>> media_of(b"%PDF-1.7 ..."), media_of(b"I was there."), media_of(b"MZ\\x00")
    ('application/pdf', 'text/plain', None)
    """
    for magic, media in _MAGIC.items():
        if data.startswith(magic):
            return media
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if any(letter < " " and letter not in "\t\r\n\f" for letter in text) else "text/plain"


def taken(
    files: Sequence[File], before: int, credential_id: str, person_id: str
) -> tuple[tuple[Shown, ...], tuple[EvidenceRecord, ...]]:
    """Files as they are recorded, and as the step names them that they are shown with.

    Args:
        before: how many were shown before.

    Raises:
        EvidenceRefused: one of them cannot be taken; none is.
    """
    records = []
    for number, file in enumerate(files, start=1):
        media = _checked(number, file, before)
        name = " ".join(file.name.replace("\\", "/").rsplit("/", 1)[-1].split())[:_LONGEST_NAME] or f"file {number}"
        records.append(
            EvidenceRecord(credential_id=credential_id, person_id=person_id, name=name, media=media, data=file.data)
        )
    shown = (
        Shown(after=at, name=one.name, media=one.media, size=len(one.data), sha256=sha256(one.data).hexdigest())
        for at, one in enumerate(records, start=1)
    )
    return tuple(shown), tuple(records)


def _checked(number: int, file: File, before: int) -> Media:
    if not file.data:
        raise EvidenceRefused(number, "empty")
    if len(file.data) > MOST_BYTES:
        raise EvidenceRefused(number, "too_large")
    if before + number > MOST_FILES:
        raise EvidenceRefused(number, "too_many")
    media = media_of(file.data)
    if media is None:
        raise EvidenceRefused(number, "kind_unknown")
    return media
