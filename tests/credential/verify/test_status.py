"""Places in status lists: which list counts, and which of several places."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from humanely.credential.proof.jwt import secure_jwt
from humanely.credential.verify import status_list
from humanely.credential.verify.known import Absence, Absent, Known, Obtained
from humanely.credential.verify.outcome import Check
from humanely.credential.verify.status import FRESH, MOST, checked, needed
from tests.credential.proof.making import CREATED, KEY, OTHER_KEY
from tests.credential.verify.making import FETCHED, LISTS, NOW, PLACE, known, listing, lists, ours

KNOWN = known()


def at(*places: Any, knowing: Known = KNOWN, now: dt.datetime = NOW) -> Check:
    return checked({**ours(), "credentialStatus": [*places]}, knowing, now)


def place(name: str, purpose: str = "revocation", index: Any = PLACE, **more: Any) -> dict[str, Any]:
    return {**status_list.entry(LISTS + name, purpose, 0), "statusListIndex": index, **more}


def served(name: str, document: bytes) -> Known:
    return msgspec.structs.replace(KNOWN, status_lists={LISTS + name: Obtained(document, FETCHED)})


def test_of_several_places_the_gravest_is_told() -> None:
    revoked, suspended = place("revoked"), place("suspended", "suspension")
    assert at(suspended, revoked, place("unreachable")).cause == "revoked"
    assert at(place("unreachable"), suspended, place("good")).cause == "suspended"
    assert at(place("good"), place("unreachable")).cause == "list-unreachable"
    assert at(place("good"), place("messages", "message")).cause == "status-message"
    assert at(place("good"), place("good")).cause == "status-good"
    assert at().cause == "status-none"


def test_no_place_is_hidden_behind_many_others() -> None:
    assert at(*[place("good")] * MOST).cause == "status-good"
    assert at(*[place("good")] * MOST, place("revoked")).cause == "index-unreadable"
    assert at(place("revoked"), *[place("good")] * MOST).cause == "revoked"


@pytest.mark.parametrize(
    ("why", "cause"),
    [
        ("unreachable", "list-unreachable"),
        ("refused", "list-refused"),
        ("bad", "list-bad"),
        ("not_asked", "list-not-asked"),
    ],
)
def test_a_list_that_could_not_be_had_is_told_with_its_dates(why: Absence, cause: str) -> None:
    absent = Absent(why, at=NOW, next_try=NOW + FRESH, last_good=FETCHED)
    check = at(place("x"), knowing=Known(status_lists={LISTS + "x": absent}))
    assert (check.cause, check.until, check.last_good) == (cause, NOW + FRESH, FETCHED)


@pytest.mark.parametrize("document", [b"", b"<html>", b"{}", b'{"type": ["BitstringStatusListCredential"]}'])
def test_what_is_no_list_is_told(document: bytes) -> None:
    assert at(place("x"), knowing=served("x", document)).cause == "list-bad"


def test_an_old_copy_shows_what_was_and_a_revocation_stays() -> None:
    later = NOW + FRESH + dt.timedelta(hours=1)
    assert at(place("good"), now=NOW + FRESH - dt.timedelta(hours=1)).cause == "status-good"
    old = at(place("good"), now=later)
    assert (old.cause, old.last_good) == ("list-copy-old", FETCHED)
    assert at(place("revoked"), now=later).cause == "revoked"
    paused = at(place("suspended", "suspension"), now=later)
    assert (paused.cause, paused.last_good) == ("list-copy-old", None)


@pytest.mark.parametrize(
    "fault",
    [
        {"statusListIndex": None},
        {"statusListIndex": "1.5"},
        {"statusListIndex": "-1"},
        {"statusListIndex": "٣"},
        {"statusListIndex": "9" * 13},
        {"statusPurpose": 1},
        {"statusListCredential": ["x"]},
        {"statusSize": 0},
        {"statusSize": 9},
        {"statusSize": True},
        {"statusSize": "1"},
    ],
)
def test_a_place_that_is_not_clear_is_told(fault: dict[str, Any]) -> None:
    assert at({**place("good"), **fault}).cause == "index-unreadable"


def test_an_index_may_be_a_number_too() -> None:
    assert at(place("good", index=PLACE)).cause == at(place("good", index=str(PLACE))).cause == "status-good"


def test_a_message_is_told_in_the_issuers_words_or_by_its_number() -> None:
    words = [{"status": "0x0", "message": "ok"}, {"status": "0X1", "message": "Renewed in spring"}]
    assert at(place("messages", "message", statusMessage=words)).values["message"] == "Renewed in spring"
    assert at(place("messages", "message")).values["message"] == "0x1"
    assert at(place("messages", "message", statusMessage=words, index=PLACE + 1)).cause == "status-good"


def test_a_newer_version_and_an_unknown_purpose_are_told() -> None:
    newer = served("newer", listing("newer", "refresh", status_list.bits_of([PLACE])))
    assert at(place("newer", "refresh"), knowing=newer).cause == "newer-version"
    several = served("several", listing("several", ["mood", "revocation"], status_list.bits_of([PLACE])))
    assert at(place("several", "mood"), knowing=several).cause == "status-kind-unknown"
    assert at(place("several"), knowing=several).cause == "revoked"


def test_lists_of_the_forerunner_are_read() -> None:
    def old(document: dict[str, Any]) -> dict[str, Any]:
        subject = {**document["credentialSubject"], "type": "StatusList2021"}
        subject["encodedList"] = subject["encodedList"].removeprefix("u")
        kinds = ["VerifiableCredential", "StatusList2021Credential"]
        return {**document, "type": kinds, "credentialSubject": subject}

    knowing = served("old", listing("old", "revocation", status_list.bits_of([PLACE]), change=old))
    assert at(place("old", type="StatusList2021Entry"), knowing=knowing).cause == "revoked"
    assert at(place("old", type="StatusList2021Entry", index=PLACE + 8), knowing=knowing).cause == "status-good"


def test_only_lists_that_can_be_read_are_needed() -> None:
    credential = {
        **ours(),
        "credentialStatus": [place("a"), place("a"), {"type": "Other", "statusListCredential": "b"}],
    }
    assert needed(credential) == (LISTS + "a",)
    assert set(lists()) >= {"good", "revoked"}


def test_a_list_may_be_a_jwt() -> None:
    made = status_list.list_credential(
        LISTS + "compact", KEY.controller, "revocation", status_list.bits_of([PLACE]), CREATED
    )
    assert at(place("compact"), knowing=served("compact", secure_jwt(made, KEY).encode())).cause == "revoked"
    of_another = secure_jwt({**made, "issuer": OTHER_KEY.controller}, OTHER_KEY)
    assert at(place("compact"), knowing=served("compact", of_another.encode())).cause == "list-of-another"
    head, body, _ = secure_jwt(made, KEY).split(".")
    forged = f"{head}.{body}.{'A' * 86}"
    assert at(place("compact"), knowing=served("compact", forged.encode())).cause == "list-unproven"


@pytest.mark.parametrize("end", [["2026-11-22T12:00:00Z"], "2026-11-22", None, 0])
def test_a_list_whose_end_cannot_be_read_says_nothing(end: Any) -> None:
    document = listing("x", "revocation", bytes(16_384), change=lambda one: {**one, "validUntil": end})
    assert at(place("x"), knowing=served("x", document)).cause == "list-bad"


def test_of_two_ends_of_a_list_the_first_counts() -> None:
    ends = {"validUntil": "2030-01-01T00:00:00Z", "expirationDate": "2026-11-22T12:00:00Z"}
    made = status_list.list_credential(LISTS + "x", KEY.controller, "revocation", bytes(16_384), CREATED)
    compact = secure_jwt({**made, **ends}, KEY).encode()
    assert at(place("x"), knowing=served("x", compact)).cause == "list-outdated"
