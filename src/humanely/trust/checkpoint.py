"""Checkpoints: what the log was at one moment, signed, so that it can be kept where nobody can rewrite it.

The text of a checkpoint is the origin (the log's name), the size in decimal, the root in base64 and, rarely,
further lines, which are kept but mean nothing here.

Source: C2SP tlog-checkpoint.
"""

import re
from collections.abc import Sequence

import msgspec

from humanely.errors import HumanelyError
from humanely.trust import note
from humanely.trust.merkle import HASH_BYTES, Head
from humanely.trust.signing_key import Signer, Verifier, decode_base64, encode_base64

_SIZE = re.compile(r"0|[1-9][0-9]{0,17}", re.ASCII)
"""Decimal without leading zeros; 18 digits fit every database's integers."""


class CheckpointMalformed(HumanelyError):
    """A text is not that of a checkpoint."""

    code = "checkpoint_malformed"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"A checkpoint cannot be read: {fault}.",
            fix="Take the checkpoint again, byte for byte, from where it was first written.",
        )
        self.fault = fault


class CheckpointUnproven(HumanelyError):
    """A checkpoint is well formed, but no signature makes it one of this log."""

    code = "checkpoint_unproven"

    def __init__(self, fault: str) -> None:
        super().__init__(
            f"A checkpoint cannot be trusted: {fault}.",
            fix="Check that the verifier key is this log's, and every key it has signed with is given.",
        )
        self.fault = fault


class Checkpoint(msgspec.Struct, frozen=True):
    """The log named `origin` had `size` entries under `root`.

    >>> print(Checkpoint("example.org/log", 0, bytes(32)).text, end="")
    example.org/log
    0
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """Size and root."""
        return Head(self.size, self.root)

    @property
    def text(self) -> str:
        """What is signed."""
        return "".join(f"{line}\n" for line in (self.origin, self.size, encode_base64(self.root), *self.extensions))


def parse(text: str) -> Checkpoint:
    """Read the text of a checkpoint; who signed it is not looked at.

    Raises:
        CheckpointMalformed: with the fault named.
    """
    *lines, rest = text.split("\n")
    if rest:
        raise CheckpointMalformed("its last line does not end in a newline")
    if len(lines) < 3 or not all(lines):
        raise CheckpointMalformed("it is not at least three lines with something on each")
    origin, size, encoded, *extensions = lines
    if not _SIZE.fullmatch(size):
        raise CheckpointMalformed("its size is not a plain decimal number")
    root = decode_base64(encoded)
    if root is None or len(root) != HASH_BYTES:
        raise CheckpointMalformed(f"its root is not the base64 of {HASH_BYTES} bytes")
    return Checkpoint(origin, int(size), root, tuple(extensions))


def sign(checkpoint: Checkpoint, *signers: Signer) -> bytes:
    """The checkpoint as a signed note; sign no two that contradict each other.

    Raises:
        CheckpointMalformed: its text would not be read back as it is.
        NoteMalformed: a control character in it, or no signer.
    """
    if parse(checkpoint.text) != checkpoint:
        raise CheckpointMalformed("a line of it contains a newline")
    return note.sign(checkpoint.text, *signers).encode()


def open_signed(signed: bytes, verifiers: Sequence[Verifier]) -> Checkpoint:
    """The checkpoint in a signed note, once its signature holds; never without.

    The origin must be the name of a key that signed, so that a key that signs for two logs cannot lend one log's
    checkpoint to the other.

    Raises:
        CheckpointMalformed: it is no signed note, or its text is no checkpoint.
        CheckpointUnproven: no known key signed it, a signature does not hold, or it is another log's.
    """
    try:
        opened = note.parse(signed)
    except note.NoteMalformed as malformed:
        raise CheckpointMalformed(malformed.fault) from malformed
    verdict = note.verify(opened, verifiers)
    if verdict.reason == "unknown_key":
        raise CheckpointUnproven("none of the known keys signed it")
    if verdict.reason == "signature_bad":
        raise CheckpointUnproven(f"the signature of {verdict.names[0]!r} does not hold")
    checkpoint = parse(opened.text)
    if checkpoint.origin not in verdict.names:
        raise CheckpointUnproven("its origin is not the name of a key that signed it")
    return checkpoint
