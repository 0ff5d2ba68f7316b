"""What can come of checking one proof."""

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

Verdict: TypeAlias = Literal[
    "holds",
    "does_not_match",
    "key_unknown",
    "wrong_controller",
    "wrong_purpose",
    "suite_unknown",
    "malformed",
    "terms_dropped",
    "context_unknown",
    "too_complex",
    "key_revoked",
]


class ProofChecked(msgspec.Struct, frozen=True):
    """What came of one proof.

    Attributes:
        suite: as the proof names it; of a JWT its algorithm; empty where none is named.
        method: id of the key as the proof names it; empty where it does not.
        created: aware; what the signer claims, to be held against the clock by whoever has one.
        verdict: "does_not_match" only if the key was there and the signature is not of what is shown.
        expires: aware; from when on the signer no longer stands by this proof.
        detail: the term or address of the vocabulary that stood in the way; of a proof that holds, the address whose
            content was another when it was made, if one was.
    """

    suite: str
    method: str
    created: dt.datetime | None
    verdict: Verdict
    expires: dt.datetime | None = None
    detail: str | None = None


class Refused(Exception):
    """Ends the check of one proof with its verdict; never leaves this room."""

    def __init__(self, verdict: Verdict, detail: str | None = None) -> None:
        super().__init__(verdict)
        self.verdict = verdict
        self.detail = detail
