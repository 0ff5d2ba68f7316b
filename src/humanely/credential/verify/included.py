"""Whether the issuing of a credential stands in its issuer's ledger, as the package that it came in says.

1. The checkpoint is signed by a ledger whose key is known.
2. The entry is one about a credential.
3. The inclusion proof leads from the entry to the root of the checkpoint.

What was recorded is sealed: an entry that is proven says that something about a credential was recorded then, not which
words. Those are the signature's to hold.
"""

import base64
import binascii
from typing import Literal

import msgspec

from humanely.credential.carrier.stapled import Included
from humanely.credential.verify.known import Known
from humanely.credential.verify.outcome import Statement
from humanely.errors import HumanelyError
from humanely.trust import note
from humanely.trust.checkpoint import open_signed
from humanely.trust.entry import Entry
from humanely.trust.merkle import ProofOutcome, leaf_hash, verify_inclusion

Fault = Literal["ledger-unknown", "ledger-false"]


class _Doubt(Exception):
    """Ends the look at a proof; never leaves this module."""

    def __init__(self, code: Fault) -> None:
        super().__init__(code)
        self.code = code


def checked(included: Included | None, known: Known) -> tuple[Statement, ...]:
    """What can be said of the entry in a ledger; nothing where the package names none."""
    if included is None:
        return ()
    try:
        entry = _proven(included, known)
    except _Doubt as doubt:
        return (Statement(doubt.code),)
    return (Statement("ledger-holds", {"date": entry.at}),)


def _proven(included: Included, known: Known) -> Entry:
    signed = included.checkpoint.encode()
    leaf, hashes = _bytes(included.entry), [_bytes(one) for one in included.proof]
    try:
        if note.verify(note.parse(signed), known.logs).reason == "unknown_key":
            raise _Doubt("ledger-unknown")
        head = open_signed(signed, known.logs).head
        entry = msgspec.json.decode(leaf, type=Entry)
    except (msgspec.MsgspecError, UnicodeDecodeError, HumanelyError):
        raise _Doubt("ledger-false") from None
    outcome = verify_inclusion(leaf_hash(leaf), included.index, head, hashes)
    if outcome is not ProofOutcome.PROVEN or entry.index != included.index or entry.kind != "credential":
        raise _Doubt("ledger-false")
    return entry


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise _Doubt("ledger-false") from None
