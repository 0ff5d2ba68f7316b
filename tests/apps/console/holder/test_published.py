"""What verifiers fetch: keys, lists, achievements; from anywhere, to be kept for a while."""

import json

import pytest

from humanely.credential.proof.controller import of_document
from humanely.credential.proof.proof_set import check
from humanely.credential.verify.status_list import decode, value_at
from humanely.pipeline.credentials import statuses
from tests.apps.conftest import Client
from tests.apps.console.holder.conftest import Offered


@pytest.mark.parametrize("path", ["/.well-known/did.json", "/did.json"])
def test_the_document_says_whose_keys_are_whose(visitor: Client, offered: Offered, path: str) -> None:
    offered()
    told = visitor.get(path, headers={"accept": "application/json"})
    assert told.headers["access-control-allow-origin"] == "*"
    document = json.loads(told.content)
    assert of_document(document, document["id"]).methods


def test_a_list_is_signed_and_says_who_is_revoked(visitor: Client, offered: Offered) -> None:
    one, other = offered(), offered("Bo Lindqvist")
    one.by_team(statuses.revoke, "holder_asked")
    told = visitor.get(f"/status/{one.now.list}/revocation")
    listed = json.loads(told.content)
    bits = decode(listed["credentialSubject"]["encodedList"])
    assert (value_at(bits, one.now.position), value_at(bits, other.now.position)) == (1, 0)
    assert {proof.verdict for proof in check(listed, {})} <= {"holds", "key_unknown"}
    assert "max-age=300" in told.headers["cache-control"]


def test_who_has_it_already_is_sent_nothing(visitor: Client, offered: Offered) -> None:
    path = f"/status/{offered().now.list}/suspension"
    tag = visitor.get(path).headers["etag"]
    again = visitor.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/status/1/message", "/status/x/revocation", "/status/99999/revocation", "/status/-1/revocation"]
)
def test_a_list_that_is_none_is_not_found(visitor: Client, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_an_achievement_is_a_page_for_people_and_data_for_programs(visitor: Client, offered: Offered) -> None:
    offered()
    page = visitor.get("/achievements/forklift-safety")
    data = visitor.get("/achievements/forklift-safety", headers={"accept": "application/json"})
    assert "24 of them right" in page.text
    assert json.loads(data.content)["name"] == "Safe driving of forklift trucks"


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_its_picture_is_drawn(visitor: Client, offered: Offered, ending: str, begins: bytes) -> None:
    offered()
    assert visitor.get(f"/achievements/forklift-safety.{ending}").content.lstrip().startswith(begins)


@pytest.mark.parametrize("name", ["no-such", "no-such.png", ".png", "%00"])
def test_an_achievement_that_is_none_is_not_found(visitor: Client, name: str) -> None:
    assert visitor.get(f"/achievements/{name}").status_code == 404
