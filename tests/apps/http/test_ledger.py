"""Proofs over HTTP hold for whoever checks them, with nothing but the answer and a checkpoint."""

import base64
import datetime as dt
from typing import Any

from humanely.apps.site.start import Started
from humanely.trust.checkpoint import open_signed
from humanely.trust.entry import Entry
from humanely.trust.merkle import Head, leaf_hash, verify_consistency, verify_inclusion
from tests.apps.conftest import Client
from tests.apps.http.test_turns import turn


def raw(text: str) -> bytes:
    return base64.b64decode(text)


def head(told: dict[str, Any]) -> Head:
    return Head(told["size"], raw(told["root"]))


def hashes(told: dict[str, Any]) -> tuple[bytes, ...]:
    return tuple(map(raw, told["hashes"]))


def test_the_checkpoint_is_signed_by_this_log(client: Client, started: Started) -> None:
    turn(client, "signed")
    answer = client.get("/v1/ledger/checkpoint")
    signed = open_signed(answer.content, [started.data.signer.verifier])
    assert signed.head == started.data.ledger.head()
    assert answer.headers["content-type"].startswith("text/plain")


def test_an_entry_is_proven_to_stand_in_the_log(client: Client) -> None:
    place = int(turn(client, "proven").json()["id"])
    told = client.get("/v1/ledger/proof", params={"index": place}).json()
    entry = told["entry"]
    at = dt.datetime.fromisoformat(entry["at"])
    leaf = Entry(entry["index"], at, entry["kind"], entry["subject"], raw(entry["payload_hash"])).leaf
    assert verify_inclusion(leaf_hash(leaf), place, head(told["head"]), hashes(told))


def test_an_older_log_is_proven_to_be_the_beginning(client: Client) -> None:
    turn(client, "older")
    told = client.get("/v1/ledger/proof", params={"from": 2}).json()
    assert verify_consistency(head(told["old"]), head(told["head"]), hashes(told))


def test_what_lies_outside_the_log_has_no_proof(client: Client) -> None:
    assert client.get("/v1/ledger/proof", params={"index": 10**12}).json()["type"].endswith(":outside_tree")
    assert client.get("/v1/ledger/proof", params={"index": 0, "from": 1}).status_code == 422
    assert client.get("/v1/ledger/proof", params={"index": -1}).json()["field"] == "index"
    assert client.get("/v1/ledger/proof?index=0&index=1").status_code == 422
