"""Does the issuer still stand by a credential? What its places in status lists say.

Source: W3C Bitstring Status List v1.0 (2025), section 3.2. Lists of its forerunner StatusList2021 are read, too.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from humanely.credential.proof import instant, strict_json
from humanely.credential.proof.proof_set import issuer_of
from humanely.credential.verify import secured
from humanely.credential.verify.claims import Json, is_typed, objects, plain
from humanely.credential.verify.known import Absence, Absent, Fetched, Known, Obtained
from humanely.credential.verify.outcome import Check, Value, check_of
from humanely.credential.verify.secured import Secured
from humanely.credential.verify.status_list import Fault, StatusListUnreadable, decode, value_at
from humanely.credential.verify.term import ENDS, SKEW

FRESH = timedelta(hours=24)
"""An older copy of a list says what was, not what is."""
APPEAL = "appeal_under_way"
"""The message, in a list of the purpose "message", by which we say that an appeal is not decided yet."""
MOST = 16
"""Places in lists that are looked at; where there are more, one that was not may be the one that counts."""

_KINDS = {
    "BitstringStatusListEntry": ("BitstringStatusListCredential", "BitstringStatusList"),
    "StatusList2021Entry": ("StatusList2021Credential", "StatusList2021"),
}
_ABSENT: Mapping[Absence, str] = {
    "unreachable": "list-unreachable",
    "refused": "list-refused",
    "bad": "list-bad",
    "not_asked": "list-not-asked",
}
_UNREADABLE: Mapping[Fault, str] = {
    "encoding": "list-bad",
    "too_large": "list-too-large",
    "too_short": "list-too-short",
    "bytewise": "list-bytewise",
    "outside": "index-outside",
}
_RAISED = {"revocation": "revoked", "suspension": "suspended", "refresh": "newer-version"}
_ORDER = ("revoked", "suspended")
_GREATEST_SIZE = 8


class _Doubt(Exception):
    """Ends the look at one place with a check; never leaves this module."""

    def __init__(self, cause: str, **values: Value) -> None:
        self.check = check_of(cause, **values)


def needed(credential: Json) -> tuple[str, ...]:
    """Addresses of the lists that a credential has a place in."""
    places = [one for one in _places(credential)[:MOST] if _is_read(one)]
    return tuple(dict.fromkeys(url for one in places if isinstance(url := one.get("statusListCredential"), str)))


def checked(credential: Json, known: Known, now: datetime) -> Check:
    """The check of the status: of several places, revoked goes before suspended, what is raised before what could
    not be read, and that before what is good.

    Args:
        credential: whose own signature holds.
        now: aware.
    """
    places = _places(credential)
    found = [_at_place(place, issuer_of(credential), known, now) for place in places[:MOST]]
    found += [check_of("index-unreadable")] if len(places) > MOST else []
    if not found:
        return check_of("status-none")
    messages = {str(check.values["message"]) for check in found if check.cause == "status-message"}
    worst = min(found, key=_weight)
    if worst.answer == "no":
        return _appealed(worst, credential, known, messages)
    return worst


def _places(credential: Json) -> list[Json]:
    return list(objects(credential.get("credentialStatus")))


def _is_read(place: Json) -> bool:
    return any(is_typed(place, kind) for kind in _KINDS)


def _weight(check: Check) -> tuple[int, int]:
    if check.answer == "no":
        return 0, _ORDER.index(check.cause)
    return (1 if check.answer == "not_known" else 2 if check.cause != "status-good" else 3), 0


def _appealed(check: Check, credential: Json, known: Known, messages: set[str]) -> Check:
    appeal = known.appeals.get(str(credential.get("id")))
    if APPEAL not in messages and appeal is None:
        return check
    is_under_way = APPEAL in messages or (appeal is not None and appeal.under_way)
    said = check_of(f"{check.cause}-under-appeal") if is_under_way else check
    values: dict[str, Value] = {**check.values, "appeal_url": appeal.url} if appeal else {**check.values}
    until = appeal.until if appeal else None
    return msgspec.structs.replace(said, until=until, last_good=check.last_good, values=values)


def _at_place(place: Json, issuer: str, known: Known, now: datetime) -> Check:
    try:
        purpose, size, index, url = _read(place)
        held: Fetched = known.status_lists.get(url, Absent())
        if isinstance(held, Absent):
            check = check_of(_ABSENT[held.why], url=plain(url))
            return msgspec.structs.replace(check, until=held.next_try, last_good=held.last_good)
        subject = _proven_subject(held, url, issuer, known, now)
        if purpose not in _purposes(subject):
            return check_of("list-for-another-purpose", purpose=plain(purpose))
        value = value_at(decode(str(subject.get("encodedList", ""))), index, size)
    except _Doubt as doubt:
        return doubt.check
    except StatusListUnreadable as unread:
        return check_of(_UNREADABLE[unread.fault])
    return _meant(value, purpose, place, held, now)


def _read(place: Json) -> tuple[str, int, int, str]:
    """Purpose, bits for each entry, index and address of a place."""
    if not _is_read(place):
        raise _Doubt("status-kind-unknown", kind=plain(place.get("type")))
    purpose, url, text = (place.get(name) for name in ("statusPurpose", "statusListCredential", "statusListIndex"))
    size, number = place.get("statusSize", 1), str(text)
    is_index = isinstance(text, str | int) and number.isascii() and number.isdigit() and len(number) <= 12
    if not (isinstance(purpose, str) and isinstance(url, str) and is_index and _is_size(size)):
        raise _Doubt("index-unreadable")
    return purpose, size, int(number), url


def _is_size(size: Any) -> bool:
    return type(size) is int and 1 <= size <= _GREATEST_SIZE


def _proven_subject(held: Obtained, url: str, issuer: str, known: Known, now: datetime) -> Json:
    """What a list says, once it is the issuer's own, the one asked for, and in its time."""
    came = _listing(held)
    listing = came.credential
    kinds = next((kinds for kinds in _KINDS.values() if is_typed(listing, kinds[0])), None)
    subject = next(objects(listing.get("credentialSubject")), None)
    if kinds is None or subject is None or not is_typed(subject, kinds[1]):
        raise _Doubt("list-bad")
    if issuer_of(listing) != issuer or listing.get("id", url) != url:
        raise _Doubt("list-of-another")
    proof = secured.checked(came, known, now)
    if not proof.holds:
        raise _Doubt("list-unproven")
    ends = [instant.read(listing[name]) for name in ENDS if name in listing]
    if None in ends:
        raise _Doubt("list-bad")
    if passed := [end for end in ends if end and end < now - SKEW]:
        raise _Doubt("list-outdated", ended=min(passed))
    return subject


def _listing(held: Obtained) -> Secured:
    try:
        return secured.of_bytes(held.document)
    except strict_json.CredentialUnreadable:
        raise _Doubt("list-bad") from None


def _purposes(subject: Json) -> list[Any]:
    purpose = subject.get("statusPurpose")
    return purpose if isinstance(purpose, list) else [purpose]


def _meant(value: int, purpose: str, place: Json, held: Obtained, now: datetime) -> Check:
    if value and purpose == "message":
        check = check_of("status-message", message=_message(place, value))
    elif value:
        cause = _RAISED.get(purpose)
        check = check_of(cause) if cause else check_of("status-kind-unknown", kind=plain(purpose))
    else:
        check = check_of("status-good")
    # What is revoked stays revoked; everything else may have changed since.
    if now - held.at > FRESH and check.cause != "revoked":
        check = check_of("list-copy-old", read=held.at)
    return msgspec.structs.replace(check, last_good=None if value else held.at)


def _message(place: Json, value: int) -> str:
    """The words that an issuer has for a value, such as 0x1."""
    for one in objects(place.get("statusMessage")):
        said = str(one.get("status", ""))
        if said.lower() == hex(value):
            return plain(one.get("message"))
    return hex(value)
