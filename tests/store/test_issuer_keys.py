"""The issuer's keys, on both engines: made once, hidden, retired and given up, each step in the ledger."""

import datetime as dt
import os

import msgspec
import pytest
from sqlalchemy import select

from humanely.credential.proof.multikey import decode
from humanely.store.issuer_keys import IssuerKeyMissing, IssuerKeys
from humanely.store.log.ledger import Ledger
from humanely.store.sql.credential_tables import issuer_keys
from humanely.store.sql.database import Database
from humanely.trust.root_key import RootKey, SecretUnreadable
from tests.store.people import ROOT

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DID = "did:web:care.example.org"


@pytest.fixture
def keys_kept(database: Database) -> IssuerKeys:
    """The keys of an issuer that has none yet."""
    return IssuerKeys(database, ROOT, os.urandom)


def test_a_key_is_made_at_first_use_and_is_the_same_ever_after(database: Database, keys_kept: IssuerKeys) -> None:
    first = keys_kept.signing(DID, NOON)
    again = IssuerKeys(database, ROOT, os.urandom).signing(DID, NOON + HOUR)
    assert (first.private, first.method) == (again.private, again.method)
    (record,) = keys_kept.all()
    assert (record.method, decode(record.public), first.controller) == (f"{DID}#{record.public}", first.public, DID)


def test_without_an_address_the_key_names_itself(keys_kept: IssuerKeys) -> None:
    key = keys_kept.signing("", NOON)
    assert key.controller == f"did:key:{keys_kept.all()[0].public}"


def test_the_private_part_is_not_in_the_database_in_the_clear(database: Database, keys_kept: IssuerKeys) -> None:
    key = keys_kept.signing(DID, NOON)
    with database.reading() as connection:
        kept = connection.scalar(select(issuer_keys.c.private))
    assert kept is not None
    assert key.private not in kept
    with pytest.raises(SecretUnreadable):
        IssuerKeys(database, RootKey(bytes(32)), os.urandom).signing(DID, NOON)


def test_a_newer_key_signs_and_a_retired_one_does_not(keys_kept: IssuerKeys) -> None:
    first = keys_kept.signing(DID, NOON)
    made = keys_kept.make(DID, "ada", NOON + HOUR)
    assert keys_kept.signing(DID, NOON + HOUR).method == made.method != first.method
    keys_kept.retire(made.public, "ada", NOON + 2 * HOUR)
    assert keys_kept.signing(DID, NOON + 2 * HOUR).method == first.method


def test_when_all_are_retired_another_is_made(keys_kept: IssuerKeys) -> None:
    first = keys_kept.signing(DID, NOON)
    keys_kept.retire(keys_kept.all()[0].public, "ada", NOON)
    assert keys_kept.signing(DID, NOON).method != first.method


def test_a_key_that_names_itself_signs_what_is_its_own_for_good(keys_kept: IssuerKeys) -> None:
    first = keys_kept.signing("", NOON)
    keys_kept.retire(keys_kept.all()[0].public, "ada", NOON)
    assert keys_kept.signing(first.controller, NOON).private == first.private
    assert keys_kept.signing("", NOON).controller != first.controller
    with pytest.raises(IssuerKeyMissing):
        keys_kept.signing("did:key:z6MkOfSomebodyElse", NOON)


def test_a_compromised_key_says_since_when_and_the_ledger_who_said_so(keys_kept: IssuerKeys, ledger: Ledger) -> None:
    public = keys_kept.make(DID, "ada", NOON).public
    lost = keys_kept.compromised(public, NOON, "bo", NOON + HOUR)
    assert (lost.standing, lost.compromised_since) == ("compromised", NOON)
    told = [msgspec.json.decode(kept.payload or b"") for kept in ledger.of_kind("key")]
    assert [(one["act"], one["by"], one["public"]) for one in told] == [
        ("issuer_key_made", "ada", public),
        ("issuer_key_compromised", "bo", public),
    ]


def test_a_key_that_is_none_cannot_be_retired(keys_kept: IssuerKeys) -> None:
    with pytest.raises(IssuerKeyMissing):
        keys_kept.retire("z6Mk", "ada", NOON)
