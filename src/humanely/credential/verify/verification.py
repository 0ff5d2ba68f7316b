"""Verify a credential: what would have to be fetched for it, and what came of it. Nothing is fetched here.

1. Can it be read, and is it a credential?
2. Is it built as it should be?
3. Are these the words that were signed, and by the issuer it names?
4. Who is the issuer?
5. Does it hold at this time?
6. Does the issuer still stand by it?
7. Do the endorsements hold?
"""

from datetime import datetime

import msgspec

from humanely.credential.carrier.presented import Presented, presented
from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.credential.proof import proof_set
from humanely.credential.proof.strict_json import CredentialUnreadable
from humanely.credential.verify import (
    claims,
    endorsements,
    included,
    packaged,
    presentation,
    secured,
    status,
    structure,
    term,
    witness,
)
from humanely.credential.verify.claims import Json, plain
from humanely.credential.verify.known import Known, Needs
from humanely.credential.verify.outcome import About, Check, Contact, Outcome, Statement, Value, check_of
from humanely.credential.verify.secured import Secured
from humanely.credential.verify.signature import Signature

_UNREAD = {"too_large": "too-large", "not_json": "not-json", "duplicate_key": "duplicate-key"}
_PICTURES = ("png", "svg", "pdf")
_NOT_REACHED = (
    "signature-not-reached",
    "issuer-not-reached",
    "time-not-reached",
    "status-not-reached",
    "structure-not-reached",
    "endorsements-not-reached",
)


def verify_file(data: bytes, known: Known, now: datetime) -> Outcome:
    """Verify whatever somebody shows us: JSON, a JWT, a baked PNG or SVG, a PDF, a stapled package.

    Args:
        now: aware.

    >>> from datetime import UTC
    >>> verify_file(b"A photo, perhaps", Known(), datetime(2026, 11, 22, tzinfo=UTC)).verdict
    'cannot_tell'
    """
    try:
        shown = presented(data)
    except CarrierUnreadable as fault:
        return unreadable(fault, now)
    return verify(shown, known, now)


def unreadable(fault: CarrierUnreadable | CredentialUnreadable, now: datetime) -> Outcome:
    """The outcome where nothing could be taken out of what was shown."""
    cause = "file-unreadable" if isinstance(fault, CarrierUnreadable) else _UNREAD.get(fault.fault, "file-unreadable")
    check = msgspec.structs.replace(check_of(cause), rules=(fault.fault.replace("_", "-"),))
    return Outcome(now, (check, *map(check_of, _NOT_REACHED)), About())


def needs(shown: Presented) -> Needs:
    """What would have to be fetched; of what cannot be read, nothing."""
    try:
        held, _ = _read(shown)
    except (CarrierUnreadable, CredentialUnreadable):
        return Needs()
    credential = held.credential
    of_endorsements, their_lists = endorsements.needed(credential)
    return Needs(
        tuple(dict.fromkeys((*held.needed, *of_endorsements))),
        tuple(dict.fromkeys((*status.needed(credential), *their_lists))),
        claims.about(credential).id,
        witness.content(credential),
    )


def verify(shown: Presented, known: Known, now: datetime) -> Outcome:
    """Verify a credential.

    Args:
        known: everything that is known beside it; what is missing there is told as not known.
        now: aware.
    """
    known = packaged.joined(known, shown.extra)
    try:
        held, is_presented = _read(shown)
    except (CarrierUnreadable, CredentialUnreadable) as fault:
        return unreadable(fault, now)
    credential, signed = held.credential, secured.checked(held, known, now)
    if not structure.is_credential(credential):
        cause = "older-badge" if structure.is_older_badge(credential) else "not-a-credential"
        return Outcome(now, (check_of(cause), *map(check_of, _NOT_REACHED)), About())
    about = claims.about(credential, signed.created)
    checks = (
        check_of("readable"),
        signed.check,
        _issuer(proof_set.issuer_of(credential), about, signed, known),
        term.checked(credential, now),
        _status(credential, signed, known, now),
        structure.checked(credential),
        endorsements.checked(credential, known, now),
    )
    contact = claims.contact(credential, known, is_signed=signed.holds)
    statements = [*_statements(about, signed, checks), *_of_carrier(shown, held, signed, known, now)]
    statements += [Statement("presentation")] if is_presented else []
    return Outcome(now, tuple(_with(contact, check) for check in checks), about, tuple(statements))


def _read(shown: Presented) -> tuple[Secured, bool]:
    """The credential, and whether it came in a presentation."""
    data = shown.jwt.encode() if shown.jwt is not None else shown.document or b""
    return presentation.unwrapped(secured.of_bytes(data))


def _issuer(issuer: str, about: About, signed: Signature, known: Known) -> Check:
    """Who is behind the key: somebody the verifier knows, a web address, or nobody who is known.

    Args:
        issuer: as the credential has it; what is shown of it may look like somebody else's id.
    """
    name = known.issuers.get(issuer)
    if not signed.holds:
        return check_of("issuer-unproven", issuer=about.issuer_name or about.issuer_id)
    if name is not None:
        return check_of("issuer-listed", issuer=plain(name))
    if issuer == about.issuer_id and issuer.startswith(("did:web:", "https://")):
        host = issuer.removeprefix("did:web:").removeprefix("https://").split(":")[0].split("/")[0]
        return check_of("issuer-by-address", host=host)
    return check_of("issuer-not-listed", issuer=about.issuer_name or about.issuer_id)


def _status(credential: Json, signed: Signature, known: Known, now: datetime) -> Check:
    """The status, once the place in the list is the issuer's word and not somebody else's."""
    return status.checked(credential, known, now) if signed.holds else check_of("status-not-reached")


def _with(contact: Contact | None, check: Check) -> Check:
    """A check with whom to ask, where there is something to ask."""
    if contact is None or check.answer in ("yes", "not_applicable"):
        return check
    return msgspec.structs.replace(check, contact=contact)


def _of_carrier(
    shown: Presented, held: Secured, signed: Signature, known: Known, now: datetime
) -> tuple[Statement, ...]:
    """What the file around the credential adds: a picture that may show anything; in a package, keys that nobody has
    confirmed, and an entry in a ledger."""
    if shown.kind in _PICTURES:
        return (Statement("inside-only"),)
    if shown.extra is None:
        return ()
    issuer = proof_set.issuer_of(held.credential)
    seen = next((one.seen for one in shown.extra.keys if one.id == issuer), None)
    told = []
    if signed.check.answer == "not_known" and seen is not None:
        again = secured.checked(held, packaged.trusted(Known(), shown.extra), now)
        told += [Statement("package-key", {"date": seen})] if again.holds else []
    return (*told, *included.checked(shown.extra.included, known))


def _statements(about: About, signed: Signature, checks: tuple[Check, ...]) -> tuple[Statement, ...]:
    """What can be said whatever the verdict: of words that are proven, or as the file has it."""
    found = []
    if signed.holds:
        found.append(_dated("signed", about, {"issuer": _issuer_name(about, checks)}))
    prefix = "term" if signed.holds else "says"
    if about.valid_from or about.valid_until:
        found.append(_term(prefix, about))
    status_check = next(check for check in checks if check.name == "status")
    if status_check.answer != "yes" and status_check.last_good is not None:
        found.append(Statement("in-force-on", {"date": status_check.last_good}))
    return tuple(found)


def _issuer_name(about: About, checks: tuple[Check, ...]) -> str:
    """As the verifier knows the issuer, or else its id: a name it may have given itself is nobody's key."""
    listed = next((check.values["issuer"] for check in checks if check.cause == "issuer-listed"), "")
    return str(listed) or about.issuer_id


def _dated(code: str, about: About, values: dict[str, Value]) -> Statement:
    if about.signed_at is None:
        return Statement(f"{code}-undated", values)
    return Statement(code, {**values, "date": about.signed_at})


def _term(prefix: str, about: About) -> Statement:
    ends = {"from": about.valid_from, "until": about.valid_until}
    told: dict[str, Value] = {name: date for name, date in ends.items() if date is not None}
    return Statement(f"{prefix}-{'-'.join(told)}", told)
