"""The bytes that proofs are made over: the same as an independent reader's, or none."""

import json
import time
from collections.abc import Callable, Mapping
from functools import reduce
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld  # type: ignore[import-untyped]

from humanely.credential.linked import contexts
from humanely.credential.linked.canonical import canonical, canonical_nquads
from humanely.credential.linked.fault import NotCanonical
from tests.credential.linked.published import ABSENT, BADGES, CREDENTIALS, DATA, RECORD, oracle, sample, samples
from training.contexts import PUBLISHED

WHOLE = canonical(sample())
SUITES = DATA / "w3c-vc-di-eddsa" / "TestVectors"
UNDEFINED = "1edtech-public-validator/ob30/simple-multiple-proofs.json"
"""A public sample whose second proof has a type that none of its contexts defines."""


def shuffled(value: Any, chance: Random) -> Any:
    """The same JSON with the keys of every object in another order."""
    if isinstance(value, list):
        return [shuffled(item, chance) for item in value]
    if not isinstance(value, dict):
        return value
    keys = chance.sample(list(value), len(value))
    return {key: shuffled(value[key], chance) for key in keys}


def nested(around: Callable[[Any], Any]) -> Any:
    """Something in something in something."""
    return reduce(lambda inside, _: around(inside), range(2000), "a")


def read_or_refused(document: dict[str, Any]) -> bytes:
    try:
        return canonical(document)
    except NotCanonical as refused:
        return refused.fault.encode()


# Laws


@given(chance=st.randoms(use_true_random=False), indent=st.sampled_from([None, 0, 1, 4]))
def test_neither_the_order_of_keys_nor_whitespace_changes_anything(chance: Random, indent: int | None) -> None:
    text = json.dumps(shuffled(sample(), chance), indent=indent, ensure_ascii=chance.random() < 0.5)
    assert canonical(json.loads(text)) == WHOLE


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value that is neither an object nor a list, vocabularies left out."""
    if not isinstance(value, dict | list):
        return [way]
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    return [place for step, item in steps if step != "@context" for place in places(item, (*way, step))]


def changed(way: tuple[Any, ...], value: Any) -> dict[str, Any]:
    document: Any = sample()
    inside = reduce(lambda held, step: held[step], way[:-1], document)
    inside[way[-1]] = value
    return dict(document)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["a", "urn:x:1", "_:b"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "type", "name", "@value", "@type", "@list", "proof"]), inside, max_size=3
        )
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("way", places(sample()), ids=lambda way: "/".join(map(str, way)))
def test_no_value_can_be_changed_or_left_out_unnoticed(way: tuple[Any, ...]) -> None:
    assert read_or_refused(changed(way, "urn:other")) != WHOLE
    assert read_or_refused(changed(way, None)) != WHOLE


@given(way=st.sampled_from(places(sample())), value=JSON)
def test_whatever_stands_anywhere_is_read_or_refused(way: tuple[Any, ...], value: Any) -> None:
    assert read_or_refused(changed(way, value))


@pytest.mark.parametrize("url", sorted(set(contexts.pinned().addresses) - {CREDENTIALS, BADGES}))
@pytest.mark.parametrize("place", [0, 1])
def test_a_swapped_vocabulary_is_noticed(url: str, place: int) -> None:
    document = sample()
    document["@context"][place] = url
    assert read_or_refused(document) != WHOLE


@pytest.mark.parametrize("place", [0, 1])
def test_a_vocabulary_left_out_is_noticed(place: int) -> None:
    document = sample()
    del document["@context"][place]
    assert read_or_refused(document) == b"term_undefined"


def test_an_older_content_of_the_same_address_explains_what_the_usual_one_does_not() -> None:
    signed = canonical(sample())
    document = sample()
    document["@context"][1] = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
    assert read_or_refused(document) == b"context_changed"
    assert [read(document, choice)[0] for choice in contexts.choices(document)].count(signed) == 1


@pytest.mark.parametrize(
    "deep",
    [
        {"name": nested(lambda inside: [inside])},
        {"proof": nested(lambda inside: {"type": "VerifiableCredential", "evidence": inside})},
        {"_sd": nested(lambda inside: [inside])},
    ],
    ids=list,
)
def test_a_document_nested_without_end_is_refused(deep: dict[str, Any]) -> None:
    with pytest.raises(NotCanonical):
        canonical({**sample(), **deep})


@pytest.mark.parametrize("padding", [0, 500])
def test_a_poisoned_credential_is_refused_in_a_tenth_of_a_second(padding: int) -> None:
    names = [f"_:n{number}" for number in range(10)]
    knot = [
        {"id": name, "type": "VerifiableCredential", "evidence": [{"id": other} for other in names if other != name]}
        for name in names
    ]
    tags = [f"tag {number}" for number in range(padding)]
    document = changed(("credentialSubject", "achievement", "tag"), tags)
    begun = time.process_time()
    assert read_or_refused({**document, "evidence": knot}) == b"too_complex"
    assert time.process_time() - begun < 0.1


def test_a_chain_of_parts_that_are_all_alike_is_refused() -> None:
    chain = [(f"_:n{number}", "<urn:p>", f"_:n{(number + 1) % 900}", "") for number in range(900)]
    with pytest.raises(NotCanonical) as caught:
        canonical_nquads(chain)
    assert caught.value.fault == "too_complex"


def test_a_text_that_is_not_unicode_is_refused() -> None:
    with pytest.raises(NotCanonical) as caught:
        canonical({**sample(), "description": "\ud800"})
    assert caught.value.fault == "malformed"


def test_a_record_of_two_hundred_credentials_is_read_in_good_time() -> None:
    inside = [{**sample(), "id": f"urn:x:{number}"} for number in range(200)]
    record = {
        "@context": [CREDENTIALS, RECORD, BADGES],
        "id": "urn:x:record",
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": "https://school.example/",
        "credentialSubject": {"type": ["ClrSubject"], "verifiableCredential": inside},
    }
    begun = time.process_time()
    assert canonical(record).count(b'"Teamarbeit"@de') == 200
    assert time.process_time() - begun < 5


# Beside an independent reader


@pytest.mark.public_data
@ABSENT
def test_every_public_sample_is_read_as_pyld_reads_it() -> None:
    found = samples()
    undefined = found.pop(UNDEFINED)
    assert len(found) >= 11
    assert {name: canonical(document) for name, document in found.items()} == {
        name: oracle(document) for name, document in found.items()
    }
    assert read_or_refused(undefined) == b"term_undefined"


@pytest.mark.public_data
@ABSENT
@pytest.mark.parametrize(
    ("made", "document"),
    [
        ("eddsa-rdfc-2022/canonDocDataInt.txt", "unsigned.json"),
        ("eddsa-rdfc-2022/proofCanonDataInt.txt", "eddsa-rdfc-2022/proofConfigDataInt.json"),
        ("Ed25519Signature2020/canonDocEdSig.txt", "unsigned.json"),
        ("Ed25519Signature2020/proofCanonEdSig.txt", "Ed25519Signature2020/proofConfigEdSig.json"),
    ],
)
def test_the_public_vectors_of_the_suites_come_out_as_they_say(made: str, document: str) -> None:
    assert canonical(json.loads((SUITES / document).read_bytes())) == (SUITES / made).read_bytes()


ADDRESSES = [(url, number) for url, contents in PUBLISHED.items() for number in range(len(contents))]


def probes(url: str, number: int) -> list[dict[str, Any]]:
    """One document for each property of a vocabulary, alone and below each of its types."""
    tables = contexts.pinned().tables
    top = tables[contexts.pinned().addresses[url][number].table]
    head: dict[str, Any] = {"@context": [url] if "id" in top.terms else [CREDENTIALS, url], "id": "urn:x:1"}
    found = [{**head, term: value} for term in top.terms for value in values(top, term)]
    found += [{**head, "name": "a", "own": "b", "type": "Own"}]
    for name in top.terms:
        found.append({**head, "type": name})
        below = tables[top.terms[name].scope] if top.terms[name].scope >= 0 else contexts.Table({})
        found += [{**head, "type": name, term: value} for term in below.terms for value in values(below, term)]
    return found


def values(table: contexts.Table, term: str) -> list[Any]:
    """Values that try how a term is read."""
    scope = table.terms[term].scope
    inside = contexts.pinned().tables[scope].terms if scope >= 0 else {}
    nodes = [{"id": "urn:x:2", other: "urn:x:3"} for other in inside if other not in {"id", "type"}]
    return ["urn:x:2", ["b", "a"], 2.5, True, 3, {"id": "urn:x:2", "type": "urn:x:own"}, *nodes, *inside]


@pytest.mark.public_data
@ABSENT
@pytest.mark.parametrize(("url", "number"), ADDRESSES)
def test_every_term_means_what_the_published_document_means(url: str, number: int) -> None:
    pins = {url: contexts.digests(url)[number]}
    told = [(probe, *read(probe, pins)) for probe in probes(url, number)]
    wrong = [probe for probe, made, refused in told if not refused and made != oracle(probe, {url: number})]
    assert wrong == []
    # What is refused is a keyword, the name of a class, a half address or an empty graph: never most of it.
    assert len([refused for _, _, refused in told if refused]) <= 0.7 * len(told)


def read(document: dict[str, Any], pins: Mapping[str, str]) -> tuple[bytes, str]:
    try:
        return canonical(document, pins), ""
    except NotCanonical as refused:
        return b"", refused.fault


@pytest.mark.public_data
@ABSENT
@pytest.mark.parametrize("first", PUBLISHED)
def test_vocabularies_contradict_each_other_where_pyld_says_so(first: str) -> None:
    documents = [{"@context": [first, second], "id": "urn:x:1", "type": []} for second in PUBLISHED]
    assert {refused_for_contradiction(document) for document in documents} <= {"both", "neither"}


def refused_for_contradiction(document: dict[str, Any]) -> str:
    here, there = read(document, {})[1] == "context_changed", False
    try:
        oracle(document)
    except jsonld.JsonLdError as wrong:
        there = getattr(root_of(wrong), "code", "") == "protected term redefinition"
    return {(True, True): "both", (False, False): "neither", (True, False): "here"}.get((here, there), "there")


def root_of(wrong: BaseException) -> BaseException:
    return root_of(wrong.__cause__) if wrong.__cause__ else wrong


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\r"), max_size=6)
IDS = st.sampled_from(["urn:x:1", "urn:x:2", "_:one", "_:two", "did:key:z6Mk", "half"])
PLAIN = TEXT | st.integers() | st.booleans() | st.floats(0.001, 0.999) | st.none()
SPOKEN = st.fixed_dictionaries(
    {"@value": TEXT, "@language": st.sampled_from(["de", "fr-CA"])},
    optional={"@direction": st.sampled_from(["ltr", "rtl"])},
)


def node_of(inside: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    names = ["VerifiableCredential", "AchievementSubject", "Achievement", "DataIntegrityProof", "ResultDescription"]
    words = ["name", "description", "issuer", "credentialSubject", "achievement", "criteria", "proof", "allowedValue"]
    more = ["evidence", "result", "tag", "proofPurpose", "created", "creditsEarned", "_sd", "related", "alignment"]
    said = st.dictionaries(st.sampled_from(words + more), inside, max_size=5)
    head = st.fixed_dictionaries({"type": st.lists(st.sampled_from(names), max_size=2)}, optional={"id": IDS})
    return st.builds(lambda one, other: {**one, **other}, said, head)


VALUES = st.recursive(PLAIN | SPOKEN, lambda inside: st.lists(inside, max_size=3) | node_of(inside), max_leaves=12)


@pytest.mark.public_data
@ABSENT
@settings(max_examples=400)
@given(document=node_of(VALUES))
def test_whatever_is_read_is_read_as_pyld_reads_it(document: dict[str, Any]) -> None:
    document = {"@context": [CREDENTIALS, BADGES], **document}
    made, refused = read(document, {})
    assert refused or made == oracle(document)
