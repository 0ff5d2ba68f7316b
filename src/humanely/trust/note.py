"""Signed notes: a short text with signatures below it, readable by people and by other logs' tools.

A note is the text, an empty line, and a line `— name base64(key id + signature)` for each signature.

Source: C2SP signed-note.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from humanely.errors import HumanelyError
from humanely.trust.signing_key import (
    KEY_ID_BYTES,
    Signature,
    Signer,
    Verifier,
    decode_base64,
    encode_base64,
    is_key_name,
)

MAX_NOTE_BYTES = 1 << 20
MAX_SIGNATURES = 100
"""The specification asks for room for 16; Go's reader stops at 100 too."""

_DASH = "— "


class NoteMalformed(HumanelyError):
    """Bytes are not a signed note, or a text cannot be made into one."""

    code = "note_malformed"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"A signed note cannot be read or made: {fault}.",
            fix="Take the note again, byte for byte, from where it was first written.",
        )
        self.fault = fault


class Note(msgspec.Struct, frozen=True):
    """A text and the signatures below it; nothing in it counts before `verify` says so."""

    text: str
    signatures: tuple[Signature, ...]

    def encode(self) -> bytes:
        """The note as it is written to a file or sent."""
        lines = (f"{_DASH}{s.name} {encode_base64(s.key_id + s.signature)}\n" for s in self.signatures)
        return f"{self.text}\n{''.join(lines)}".encode()


class NoteVerdict(msgspec.Struct, frozen=True):
    """What came of checking a note; true only when `reason` is `verified`.

    Attributes:
        reason: `verified`; `unknown_key` when no known key signed; `signature_bad` when the signature of a known
            key does not hold, even beside others that do.
        names: of the keys that verified, or of those that failed.
    """

    reason: Literal["verified", "unknown_key", "signature_bad"]
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.reason == "verified"


def sign(text: str, *signers: Signer) -> Note:
    """Make a note of `text` with one signature of each signer.

    Raises:
        NoteMalformed: the text does not end in a newline, has a control character or is no valid Unicode; or
            there is no signer, or too many.
    """
    _require_text(text)
    _require_signature_count(len(signers))
    return Note(text, tuple(signer.sign(text) for signer in signers))


def parse(note: bytes) -> Note:
    """Read a note; who signed it is not looked at yet.

    Raises:
        NoteMalformed: the bytes are not a signed note, with the fault named.
    """
    if len(note) > MAX_NOTE_BYTES:
        raise NoteMalformed(f"it is longer than {MAX_NOTE_BYTES} bytes")
    try:
        whole = note.decode()
    except UnicodeDecodeError:
        raise NoteMalformed("it is not UTF-8") from None
    head, empty_line, tail = whole.rpartition("\n\n")
    if not empty_line:
        raise NoteMalformed("there is no empty line between text and signatures")
    text = head + "\n"
    _require_text(text)
    lines = tail.split("\n")
    if lines.pop():
        raise NoteMalformed("the last line does not end in a newline")
    _require_signature_count(len(lines))
    return Note(text, tuple(_parse_signature(line) for line in lines))


def verify(note: Note, verifiers: Sequence[Verifier]) -> NoteVerdict:
    """Check the signatures of the known keys; those of others are passed over.

    One known key's bad signature spoils the whole note (C2SP signed-note, "Signatures").

    >>> signer = Signer("example.org/log", bytes(32))
    >>> note = sign("Hello\\n", signer)
    >>> verify(note, [signer.verifier])
    NoteVerdict(reason='verified', names=('example.org/log',))
    >>> verify(note, [])
    NoteVerdict(reason='unknown_key', names=())
    """
    known = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    checked = [
        (signature.name, known[signature.name, signature.key_id].holds(note.text, signature))
        for signature in note.signatures
        if (signature.name, signature.key_id) in known
    ]
    bad = tuple(name for name, holds in checked if not holds)
    if bad:
        return NoteVerdict("signature_bad", bad)
    if not checked:
        return NoteVerdict("unknown_key")
    return NoteVerdict("verified", tuple(name for name, _ in checked))


def _require_text(text: str) -> None:
    if not text.endswith("\n"):
        raise NoteMalformed("the text does not end in a newline")
    if any(c < " " and c != "\n" for c in text):
        raise NoteMalformed("there is a control character")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise NoteMalformed("the text is not valid Unicode")


def _require_signature_count(count: int) -> None:
    if not 1 <= count <= MAX_SIGNATURES:
        raise NoteMalformed(f"it has {count} signatures where 1 to {MAX_SIGNATURES} belong")


def _parse_signature(line: str) -> Signature:
    if not line.startswith(_DASH):
        raise NoteMalformed("a signature line does not begin with an em dash and a space")
    name, space, encoded = line.removeprefix(_DASH).partition(" ")
    if not space or not is_key_name(name):
        raise NoteMalformed("a signature line names no key")
    signature = decode_base64(encoded)
    if signature is None or len(signature) <= KEY_ID_BYTES:
        raise NoteMalformed("a signature is not the base64 of a key id and a signature")
    return Signature(name, signature[:KEY_ID_BYTES], signature[KEY_ID_BYTES:])
