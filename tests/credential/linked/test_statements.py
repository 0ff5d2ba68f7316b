"""What a document says, and that nothing of it is lost or said in a second way."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.linked.contexts import pinned
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.linked.statements import statements
from tests.credential.linked.published import BADGES, CREDENTIALS, RECORD, sample

XSD = "http://www.w3.org/2001/XMLSchema#"
SCHEMA = "https://schema.org/"
TERMS = {term for table in pinned().tables for term in table.terms}


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Every object in a document that something is said of."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)


NODES = len([node for node in nodes(sample()) if "@value" not in node])


def badge(**said: Any) -> dict[str, Any]:
    return {"@context": [CREDENTIALS, BADGES], "id": "urn:x:1", "type": "VerifiableCredential", **said}


def objects(**said: Any) -> list[str]:
    """What stands for the values given, types left out."""
    return [quad[2] for quad in statements(badge(**said)) if not quad[1].endswith("ns#type>")]


def fault_of(document: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(NotCanonical) as caught:
        statements(document)
    return caught.value.fault, caught.value.term


# Nothing is lost


@given(
    key=st.one_of(st.sampled_from(["honours", "@honours", "@graph", "@id", "@type", "@reverse", "x:y"]), st.text())
    .filter(lambda key: key not in TERMS and key != "@context"),
    value=st.sampled_from(["summa cum laude", None, [], {}, 1, True, {"id": "urn:x:2"}]),
    place=st.integers(min_value=0, max_value=NODES - 1),
)  # fmt: skip
def test_a_word_that_no_vocabulary_defines_is_refused_wherever_it_stands(key: str, value: object, place: int) -> None:
    document = sample()
    [node for node in nodes(document) if "@value" not in node][place][key] = value
    with pytest.raises(NotCanonical):
        statements(document)


@pytest.mark.parametrize(
    ("said", "fault", "term"),
    [
        ({"honours": "summa cum laude"}, "term_undefined", "honours"),
        ({"@graph": []}, "term_undefined", "@graph"),
        ({"@included": {}}, "term_undefined", "@included"),
        ({"achievement": {}}, "term_undefined", "achievement"),
        ({"name": {"@value": "a", "@index": "b"}}, "term_undefined", "@index"),
        ({"type": ["VerifiableCredential", "Diploma"]}, "term_undefined", "Diploma"),
        ({"type": ["VerifiableCredential", "id"]}, "term_undefined", "id"),
        ({"id": "credentials/1"}, "term_relative", "credentials/1"),
        ({"id": ""}, "term_relative", ""),
        ({"issuer": "school"}, "term_relative", "school"),
        ({"image": {"id": "a.png"}}, "term_relative", "a.png"),
        ({"proof": {}}, "malformed", "proof"),
        ({"proof": "urn:x:2"}, "malformed", "proof"),
        ({"type": None}, "malformed", "type"),
        ({"type": ["VerifiableCredential", 1]}, "malformed", "type"),
        ({"id": None}, "malformed", "id"),
        ({"name": float("inf")}, "malformed", ""),
        ({"name": 10**400}, "malformed", ""),
        ({"name": {1, 2}}, "malformed", ""),
    ],
)
def test_what_would_be_lost_is_refused_and_named(said: dict[str, Any], fault: str, term: str) -> None:
    assert fault_of(badge(**said)) == (fault, term)


@pytest.mark.parametrize(
    ("context", "term"),
    [
        ([CREDENTIALS, "https://example.org/context"], "https://example.org/context"),
        ([CREDENTIALS, {"@vocab": "https://example.org/"}], "@context"),
        ([CREDENTIALS, {"honours": "https://example.org/honours"}], "@context"),
        ([CREDENTIALS, [BADGES]], "@context"),
        ([CREDENTIALS, None], "@context"),
        ({"name": "https://schema.org/name"}, "@context"),
        (None, "@context"),
    ],
)
def test_only_vocabularies_that_are_held_here_are_read(context: object, term: str) -> None:
    assert fault_of({**badge(name="a"), "@context": context}) == ("context_unknown", term)


def test_a_content_that_an_address_never_had_is_not_held() -> None:
    with pytest.raises(NotCanonical) as caught:
        statements(badge(name="a"), {CREDENTIALS: "0" * 64})
    assert (caught.value.fault, caught.value.term) == ("context_unknown", CREDENTIALS)


def test_without_a_vocabulary_no_word_means_anything() -> None:
    assert fault_of({"id": "urn:x:1", "name": "a"}) == ("term_undefined", "id")


@pytest.mark.parametrize("said", [{}, {"name": None}, {"name": []}])
def test_a_document_that_says_nothing_is_refused(said: dict[str, Any]) -> None:
    assert fault_of({"@context": CREDENTIALS, "id": "urn:x:1", **said}) == ("malformed", "id")


# One spelling


@pytest.mark.parametrize(
    ("said", "fault", "term"),
    [
        # An expiry date, a status or a type that readers of the JSON would not find.
        (
            {"https://www.w3.org/2018/credentials#validUntil": {"@value": "2020-01-01T00:00:00Z"}},
            "term_undefined",
            "https://www.w3.org/2018/credentials#validUntil",
        ),
        (
            {"validUntil": {"@value": "2020-01-01T00:00:00Z", "@type": f"{XSD}dateTime"}},
            "malformed",
            "validUntil",
        ),
        ({"@id": "urn:x:2"}, "term_undefined", "@id"),
        ({"@type": "VerifiableCredential"}, "term_undefined", "@type"),
        ({"name": {"@value": "Teamwork"}}, "malformed", "name"),
        ({"name": {"@value": "Teamwork", "@type": f"{XSD}string"}}, "malformed", "name"),
        ({"name": {"@value": "Teamwork", "@type": "@id"}}, "term_undefined", "@id"),
        ({"name": {"@value": 1, "@language": "en"}}, "malformed", "name"),
        ({"name": {"@value": "a", "@language": "en", "@type": "@json"}}, "malformed", "name"),
        ({"Criteria": "urn:x:2"}, "term_undefined", "Criteria"),
        (
            {"type": ["VerifiableCredential", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement"]},
            "term_undefined",
            "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement",
        ),
    ],
)
def test_nothing_can_be_said_in_a_second_way(said: dict[str, Any], fault: str, term: str) -> None:
    assert fault_of(badge(**said)) == (fault, term)


def test_the_document_is_not_continued_inside_itself() -> None:
    again = {"id": "urn:x:1", "type": ["VerifiableCredential"], "validUntil": "2020-01-01T00:00:00Z"}
    assert fault_of(badge(evidence=again)) == ("malformed", "id")


def test_a_node_inside_may_speak_of_the_document() -> None:
    subject = {"id": "urn:x:1", "type": ["EndorsementSubject"], "endorsementComment": "Well deserved."}
    assert '"Well deserved."' in objects(credentialSubject=subject)


# What is said


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"issuer": "did:key:z6Mk"}, ["<did:key:z6Mk>"]),
        ({"issuer": {"id": "did:key:z6Mk"}}, ["<did:key:z6Mk>"]),
        ({"validFrom": "2026-01-01T00:00:00Z"}, [f'"2026-01-01T00:00:00Z"^^<{XSD}dateTime>']),
        ({"validFrom": 2026}, [f'"2026"^^<{XSD}dateTime>']),
        ({"issuer": 7}, [f'"7"^^<{XSD}integer>']),
        ({"name": {"@value": "Bravo", "@language": "fr"}}, ['"Bravo"@fr']),
        ({"name": {"@value": "أحسنت", "@direction": "rtl"}}, ['"أحسنت"^^<https://www.w3.org/ns/i18n#_rtl>']),
        ({"name": {"@value": "3", "@type": "urn:x:mark"}}, ['"3"^^<urn:x:mark>']),
        ({"name": {"@value": 3, "@type": "urn:x:mark"}}, ['"3"^^<urn:x:mark>']),
        ({"name": {"@value": [1], "@type": "@json"}}, ['"[1]"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>']),
        ({"name": ["a", ["b", None], None]}, ['"a"', '"b"']),
        ({"name": None, "description": "a"}, ['"a"']),
        ({"evidence": {}}, ["_:b1"]),
        ({"evidence": [{"id": "_:e"}, {"id": "_:f"}, {"id": "_:e"}]}, ["_:b1", "_:b2", "_:b1"]),
        ({"_sd": ["b", None]}, ['"[\\"b\\",null]"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>']),
        ({"type": ["VerifiableCredential", "urn:x:own"], "name": "a"}, ['"a"']),
    ],
)
def test_values_are_read_as_their_terms_say(said: dict[str, Any], expected: list[str]) -> None:
    assert objects(**said) == expected


def test_a_list_keeps_its_order_and_lists_inside_it() -> None:
    said = statements(
        {
            "@context": [CREDENTIALS, BADGES],
            "id": "urn:x:1",
            "type": "ResultDescription",
            "allowedValue": ["a", ["b"], None, []],
        }
    )
    cells = {quad[0]: quad[2] for quad in said if quad[1].endswith("first>")}
    following = {quad[0]: quad[2] for quad in said if quad[1].endswith("rest>")}
    first = next(quad[2] for quad in said if quad[1].endswith("allowedValue>"))
    second = following[first]
    third = following[second]
    nil = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"
    assert (cells[first], cells[cells[second]], cells[third]) == ('"a"', '"b"', nil)
    assert following[third] == following[cells[second]] == nil


def test_each_proof_stands_in_a_graph_of_its_own() -> None:
    proof = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"}
    said = statements(badge(proof=[proof, deepcopy(proof)]))
    graphs = [quad[2] for quad in said if quad[1] == "<https://w3id.org/security#proof>"]
    assert len(set(graphs)) == 2
    assert {quad[3] for quad in said if quad[1].endswith("cryptosuite>")} == set(graphs)


def test_words_of_a_fixed_vocabulary_are_read_by_their_own_context() -> None:
    said = statements(
        {"@context": CREDENTIALS, "type": "DataIntegrityProof", "proofPurpose": ["assertionMethod", "urn:x:own"]}
    )
    assert [quad[2] for quad in said[1:]] == ["<https://w3id.org/security#assertionMethod>", "<urn:x:own>"]


def test_a_word_that_a_fixed_vocabulary_has_not_is_refused() -> None:
    document = {"@context": CREDENTIALS, "type": "DataIntegrityProof", "proofPurpose": "applause"}
    assert fault_of(document) == ("term_undefined", "applause")


def test_credentials_inside_a_presentation_bring_their_own_vocabulary() -> None:
    inside = {"@context": [CREDENTIALS], "id": "urn:x:2", "type": "VerifiableCredential", "name": "a"}
    document = {"@context": CREDENTIALS, "type": "VerifiablePresentation", "verifiableCredential": inside}
    assert any(quad[:3] == ("<urn:x:2>", f"<{SCHEMA}name>", '"a"') and quad[3] for quad in statements(document))
    bare = {key: value for key, value in inside.items() if key != "@context"}
    assert fault_of({**document, "verifiableCredential": bare}) == ("term_undefined", "VerifiableCredential")
    assert fault_of({**document, "verifiableCredential": "text"}) == ("malformed", "verifiableCredential")


def test_a_record_holds_whole_credentials() -> None:
    inside = badge(name="a")
    subject = {"type": "ClrSubject", "verifiableCredential": [{**inside, "id": "urn:x:2"}]}
    said = statements({**badge(credentialSubject=subject), "@context": [CREDENTIALS, RECORD, BADGES]})
    assert ("<urn:x:2>", f"<{SCHEMA}name>", '"a"', "") in said
