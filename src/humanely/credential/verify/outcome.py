"""What came of verifying a credential: seven checks, the verdict that follows, and what can be said all the same."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

import msgspec

from humanely.credential.verify.cause import CAUSES, Answer, Cause, Evidence, Name, Turn, Verdict

Value = str | int | datetime

FIRST: tuple[Name, ...] = ("readable", "signature", "schema")
"""What comes before everything else: of a credential that nobody has shown to be the issuer's, neither the dates nor
the status prove anything. Of these, proof comes before doubt."""
THEN: tuple[Verdict, ...] = ("revoked", "suspended", "expired", "not_yet_valid", "cannot_tell")
"""Which verdict goes before which: what the issuer did before what the calendar did, and what is known before what is
not. A credential that is both expired and revoked is told as revoked; one whose term is over as expired, even if its
status could not be asked for."""


class Contact(msgspec.Struct, frozen=True):
    """Where an issuer can be asked.

    Attributes:
        name: of the issuer; empty where it gives none.
        source: from where we have it: the verifier's own records, the credential under a signature that holds, or a
            file that proves nothing; who writes to an address of the last kind should find it independently first.
    """

    name: str = ""
    email: str = ""
    url: str = ""
    phone: str = ""
    source: Literal["record", "signed", "unproven"] = "unproven"


class Check(msgspec.Struct, frozen=True, omit_defaults=True):
    """One question about a credential, and its answer.

    Attributes:
        name: the question.
        answer: yes, no, not known, or it does not apply.
        cause: why, one of `CAUSES`.
        turn: who can do something about it.
        contact: whom to ask; None where there is nobody to ask, or nobody says where.
        evidence: what would settle it, best first.
        until: the last moment, or the one to try again at: of an appeal, of its decision, of the next try.
        last_good: when this check last came out well, or the copy is from which it did.
        values: what the words need: an issuer, a date, a term.
        rules: of the structure, those that are broken.
    """

    name: Name
    answer: Answer
    cause: str
    turn: Turn = "nobody"
    contact: Contact | None = None
    evidence: tuple[Evidence, ...] = ()
    until: datetime | None = None
    last_good: datetime | None = None
    values: Mapping[str, Value] = {}
    rules: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True):
    """Something that can be said whatever the verdict; its words stand under ``verify-still-<code>``."""

    code: str
    values: Mapping[str, Value] = {}


class Outcome(msgspec.Struct, frozen=True):
    """What came of verifying a credential.

    Attributes:
        at: aware; the moment it was verified for.
        checks: one for each of the seven questions, in their order.
        about: what the credential says it is; nothing here is proven unless the signature holds.
        statements: what can still be said.
    """

    at: datetime
    checks: tuple[Check, ...]
    about: "About"
    statements: tuple[Statement, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The answer in one word; see `FIRST` and `THEN` for what goes before what."""
        return verdict_of(self.checks)

    @property
    def deciding(self) -> Check:
        """The check that the verdict comes from; of a valid credential, that of its signature."""
        verdict = self.verdict
        leading = (check for check in _by_weight(self.checks) if cause_of(check).leads_to == verdict)
        return next(leading, self.check("signature"))

    def check(self, name: Name) -> Check:
        """The check of a name."""
        return next(check for check in self.checks if check.name == name)


class About(msgspec.Struct, frozen=True):
    """What a credential says of itself: ids, names and dates as its file has them."""

    id: str = ""
    title: str = ""
    issuer_id: str = ""
    issuer_name: str = ""
    holder_name: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    signed_at: datetime | None = None


def check_of(cause: str, **values: Value) -> Check:
    """The check that a cause answers, with what follows from it.

    >>> check_of("status-good").answer
    'yes'
    """
    what = CAUSES[cause]
    return Check(what.check, what.answer, cause, what.turn, evidence=what.evidence, values=values)


def cause_of(check: Check) -> Cause:
    """What follows from the cause of a check."""
    return CAUSES[check.cause]


def verdict_of(checks: Iterable[Check]) -> Verdict:
    """The verdict that checks lead to.

    >>> verdict_of([check_of("signature-holds"), check_of("expired"), check_of("revoked")])
    'revoked'
    >>> verdict_of([check_of("key-unreachable"), check_of("expired")])
    'cannot_tell'
    """
    leading = (cause_of(check).leads_to for check in _by_weight(checks))
    return next((verdict for verdict in leading if verdict is not None), "valid")


def _by_weight(checks: Iterable[Check]) -> list[Check]:
    return sorted(checks, key=_weight)


def _weight(check: Check) -> tuple[int, int]:
    leads_to = cause_of(check).leads_to
    if leads_to is None:
        return 2, 0
    if check.name in FIRST and leads_to in ("invalid", "cannot_tell"):
        return 0, leads_to != "invalid"
    return 1, THEN.index(leads_to)
