import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design.build import CONTEXTS, StatusEntry, build, written
from humanely.credential.design.recipient import Recipient
from humanely.credential.linked.canonical import canonical
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.credential.proof.proof_set import secure
from tests.credential.design.authored import FILES, ISSUED, achievement, issuance


def endorsement() -> dict[str, Any]:
    """A whole endorsement with its own proofs."""
    key = IssuerKey.of_did_key(bytes(31) + b"\1")
    said = {
        "@context": list(CONTEXTS),
        "id": "urn:uuid:7f0b",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Endorsement by a mentor",
        "issuer": {"id": key.controller, "type": ["Profile"], "name": "Noor Haddad"},
        "validFrom": written(ISSUED),
        "credentialSubject": {
            "id": issuance().id, "type": ["EndorsementSubject"], "endorsementComment": "I saw her drive.",
        },
    }  # fmt: skip
    return secure(said, key, ISSUED)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_term_of_all_that_can_be_said_is_defined_in_the_contexts(file: Any) -> None:
    credential = build(achievement(file.name), issuance(endorsements=(endorsement(),)))
    statements = canonical(credential).decode()
    said = [
        "I saw her drive.", "Ada drove the night shift of the spring fair.", "A plan of safe ways through the hall.",
        "Calm, and looks twice.", "Ada Bauer", "emailAddress", "#94567", "corrected", achievement(file.name).meaning,
        achievement(file.name).alternative_text, achievement(file.name).contact.email or "",
    ]  # fmt: skip
    assert [words for words in said if words not in statements] == []


def test_it_is_an_open_badge_with_what_one_needs_and_nothing_else() -> None:
    bare = issuance(
        recipient=Recipient(did="did:example:ada"), statuses=(), story=None, evidence=(), schema=None, picture=None
    )
    credential = build(achievement("community-mentor.json"), bare)
    assert list(credential) == [
        "@context", "id", "type", "name", "description", "issuer", "validFrom", "credentialSubject",
    ]  # fmt: skip
    assert credential["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert set(credential["credentialSubject"]) == {"id", "type", "achievement"}
    assert "image" not in credential["credentialSubject"]["achievement"]


def test_the_address_of_the_holder_stands_nowhere() -> None:
    assert "ada@example.org" not in str(build(achievement(), issuance())).lower()


def test_it_runs_out_as_the_achievement_says() -> None:
    credential = build(achievement(), issuance())
    assert (credential["validFrom"], credential["validUntil"]) == ("2026-03-01T09:30:00Z", "2031-03-01T09:30:00Z")
    assert "validUntil" not in build(achievement("spanish-b1.toml"), issuance())


def test_meaning_next_steps_and_renewal_are_told_a_sentence_a_line() -> None:
    lines = build(achievement(), issuance())["description"].split("\n")
    assert lines[0] == achievement().meaning
    assert lines[2].endswith("(https://school.example.org/reach-truck)")
    assert lines[3].startswith("Before five years are over")


def test_it_speaks_the_language_of_its_holder_and_names_the_others() -> None:
    said = build(achievement(), issuance(recipient=Recipient(did="did:example:ada", language="de")))
    shown = said["credentialSubject"]["achievement"]
    assert (said["name"], shown["inLanguage"]) == ("Sicher Gabelstapler fahren", "de")
    assert shown["image"]["caption"] == "Ein Gabelstapler von der Seite, die Gabel gesenkt, in einem blauen Ring."
    assert [(one["id"], one["inLanguage"]) for one in shown["related"]] == [(f"{issuance().achievement_id}#en", "en")]


def test_skills_are_tags_and_those_with_an_address_are_aligned_and_careers_stay_out() -> None:
    credential = build(achievement(), issuance())
    shown = credential["credentialSubject"]["achievement"]
    assert shown["tag"] == [
        "working with machinery and specialised equipment", "handling and moving", "daily check of a forklift truck",
    ]  # fmt: skip
    assert [(one["targetFramework"], one["targetCode"]) for one in shown["alignment"]] == [
        ("ESCO", "S8"),
        ("ESCO", "S6"),
    ]
    assert "Lifting truck operator" not in str(credential)


def test_who_to_ask_stands_with_the_issuer() -> None:
    assert build(achievement(), issuance())["issuer"] == {
        "id": "did:web:school.example.org", "type": ["Profile"], "name": "Harbour Logistics School",
        "email": "training@school.example.org", "phone": "+44 20 7946 0101", "url": "https://school.example.org/forklift",
    }  # fmt: skip


def test_places_in_status_lists_are_written_as_the_lists_are_read() -> None:
    revocation, _, message = build(achievement(), issuance())["credentialStatus"]
    assert revocation == {
        "id": "https://school.example.org/status/1#94567", "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation", "statusListIndex": "94567",
        "statusListCredential": "https://school.example.org/status/1",
    }  # fmt: skip
    assert message["statusSize"] == 2
    assert message["statusMessage"][3] == {"status": "0x3", "message": "other"}


@pytest.mark.parametrize(("messages", "size"), [(("a", "b"), 1), (("a", "b", "c", "d"), 2), (("x",) * 8, 3)])
def test_a_message_takes_as_many_bits_as_it_has_values(messages: tuple[str, ...], size: int) -> None:
    entry = StatusEntry("message", "https://school.example.org/status/3", 7, messages)
    assert build(achievement(), issuance(statuses=(entry,)))["credentialStatus"][0]["statusSize"] == size


@given(st.datetimes(min_value=dt.datetime(1, 1, 3), max_value=dt.datetime(9999, 12, 29), timezones=st.timezones()))  # noqa: DTZ001
def test_a_moment_is_written_in_utc_and_read_back_to_the_second(moment: dt.datetime) -> None:
    assert dt.datetime.fromisoformat(written(moment)) == moment.astimezone(dt.UTC).replace(microsecond=0)


@given(name=st.text(min_size=1), story=st.text(min_size=1), salt=st.text(min_size=16))
def test_no_words_of_a_person_can_drop_a_statement(name: str, story: str, salt: str) -> None:
    recipient = Recipient(email="ada@example.org", name=name)
    plain = canonical(build(achievement(), issuance(recipient=Recipient(email="ada@example.org", name="Ada"))))
    odd = canonical(build(achievement(), issuance(recipient=recipient, story=story, salt=salt)))
    assert odd.count(b" .\n") == plain.count(b" .\n")
