"""A package's proof that an issuing stands in a ledger: told as it is, and never more than it shows."""

import base64
import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.carrier.stapled import Included
from humanely.credential.verify.included import checked
from humanely.credential.verify.known import Known
from humanely.credential.verify.outcome import Statement
from humanely.trust.checkpoint import Checkpoint, sign
from humanely.trust.entry import Entry
from humanely.trust.merkle import inclusion_proof, leaf_hash, root_of
from humanely.trust.signing_key import Signer

AT = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SIGNER = Signer("humanely/school", bytes(32))
KNOWN = Known(logs=(SIGNER.verifier,))
PLACE = 3


def entry(index: int, kind: str = "credential") -> Entry:
    return Entry(index, AT + dt.timedelta(days=index), kind, "ada", bytes(32))  # type: ignore[arg-type]


LEAVES = [entry(index).leaf for index in range(7)]


def in_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def included(leaves: list[bytes] = LEAVES, place: int = PLACE, signer: Signer = SIGNER) -> Included:
    hashes = [leaf_hash(one) for one in leaves]
    return Included(
        entry=in_base64(leaves[place]),
        index=place,
        proof=tuple(in_base64(one) for one in inclusion_proof(hashes, place, len(leaves))),
        checkpoint=sign(Checkpoint(signer.verifier.name, len(leaves), root_of(hashes)), signer).decode(),
    )


def told(one: Included | None, known: Known = KNOWN) -> list[str]:
    return [statement.code for statement in checked(one, known)]


def changed(**values: Any) -> Included:
    return msgspec.structs.replace(included(), **values)


def test_a_true_proof_is_told_with_the_day_of_the_entry() -> None:
    assert checked(included(), KNOWN) == (Statement("ledger-holds", {"date": AT + dt.timedelta(days=PLACE)}),)


def test_without_an_entry_or_without_the_key_of_the_ledger_nothing_is_claimed() -> None:
    assert told(None) == []
    assert told(included(), Known()) == ["ledger-unknown"]
    other = Signer("humanely/elsewhere", bytes([1]) * 32)
    assert told(included(signer=other)) == ["ledger-unknown"]


@pytest.mark.parametrize(
    "false",
    [
        changed(index=PLACE + 1),
        changed(index=-1),
        changed(index=99),
        changed(proof=()),
        changed(proof=included().proof[:-1]),
        changed(proof=(*included().proof, included().proof[0])),
        changed(proof=(in_base64(b"short"),)),
        changed(proof=("not base64!",)),
        changed(entry=in_base64(entry(4).leaf)),
        changed(entry=in_base64(b"{}")),
        changed(
            entry=in_base64(
                b'{"at":"2026-01-02T03:04:05","index":3,"kind":"credential","payload_hash":"","subject":""}'
            )
        ),
        changed(checkpoint="humanely/school\n7\n"),
        changed(checkpoint=included().checkpoint.replace("\n7\n", "\n8\n")),
        included([entry(index, "consent").leaf for index in range(7)]),
        included([entry(index + 1).leaf for index in range(7)]),
    ],
    ids=lambda one: "",
)
def test_a_false_proof_is_told(false: Included) -> None:
    assert told(false) == ["ledger-false"]


@given(part=st.integers(0, len(included().proof) - 1), bit=st.integers(0, 255))
def test_a_flipped_bit_of_a_proof_is_a_false_proof(part: int, bit: int) -> None:
    hashes = [bytearray(base64.b64decode(one)) for one in included().proof]
    hashes[part][bit // 8] ^= 1 << bit % 8
    assert told(changed(proof=tuple(in_base64(bytes(one)) for one in hashes))) == ["ledger-false"]
