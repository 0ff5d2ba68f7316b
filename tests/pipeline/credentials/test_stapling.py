"""A package: all that is needed to check a credential when this server is gone."""

import base64

import msgspec
import pytest

from humanely.credential.carrier.stapled import opened
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import issuing, stapling
from humanely.pipeline.credentials.stapling import Layers, Witness
from humanely.trust.checkpoint import open_signed
from humanely.trust.merkle import ProofOutcome, leaf_hash, verify_inclusion
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import ADA, School, by


def witness(school: School) -> Witness:
    return Witness(lambda: school.data.checkpoint(NOON), school.data.signer.verifier.encode())


def test_a_package_holds_what_a_check_needs_and_the_ledger_proves_it(school: School) -> None:
    held = school.collected()
    layers = Layers(locale="de", certificate=b"%PDF-1.7", picture=None)
    parts = opened(stapling.package(school.desk, held.id, NOON, witness(school), layers))
    assert (parts.credential.decode(), parts.locale, parts.certificate) == (held.document, "de", b"%PDF-1.7")
    assert [one.id for one in parts.keys] == ["did:web:care.example.org"]
    assert len(parts.status_lists) == 2
    assert parts.included is not None
    head = open_signed(parts.included.checkpoint.encode(), [school.data.signer.verifier]).head
    leaf = base64.b64decode(parts.included.entry)
    hashes = [base64.b64decode(one) for one in parts.included.proof]
    assert msgspec.json.decode(leaf)["kind"] == "credential"
    assert verify_inclusion(leaf_hash(leaf), parts.included.index, head, hashes) is ProofOutcome.PROVEN


def test_what_is_not_signed_cannot_be_packed(school: School) -> None:
    begun = issuing.prepare(school.desk, by("reg"), "first-aid", ADA)
    with pytest.raises(NotThere):
        stapling.package(school.desk, begun.id, NOON, witness(school))
