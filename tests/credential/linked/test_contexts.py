"""The vocabularies held: what each address means, and what it has meant."""

from humanely.credential.linked import contexts
from humanely.credential.linked.contexts import MOST_CHOICES, choices, digests, known, named, pinned, table_number

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
KEYS = "https://w3id.org/security/suites/ed25519-2020/v1"


def test_the_content_of_a_standard_is_the_one_its_standard_gives_the_digest_of() -> None:
    # W3C, Verifiable Credentials Data Model 2.0, appendix B.1.
    assert digests(CREDENTIALS) == ("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",)


def test_an_address_we_do_not_hold_is_unknown() -> None:
    assert not known("https://example.org/context")
    assert digests("https://example.org/context") == ()
    assert table_number("https://example.org/context") is None


def test_an_address_that_has_had_several_contents_is_read_by_any_of_them() -> None:
    numbers = [table_number(BADGES, digest) for digest in digests(BADGES)]
    assert len(set(numbers)) == len(digests(BADGES)) > 1
    assert table_number(BADGES) == numbers[0]
    assert table_number(BADGES, "0" * 64) is None


def test_every_table_that_is_named_is_there() -> None:
    held = pinned()
    numbers = [version.table for versions in held.addresses.values() for version in versions]
    numbers += [row.scope for table in held.tables for row in table.terms.values()]
    assert set(numbers) <= set(range(len(held.tables))) | {contexts.NO_SCOPE, contexts.EMPTIED}


def test_other_choices_are_all_combinations_but_the_usual_one() -> None:
    found = [tuple(choice[url] for url in (BADGES, KEYS)) for choice in choices({"@context": [BADGES, KEYS]})]
    usual = (digests(BADGES)[0], digests(KEYS)[0])
    assert len(set(found)) == len(found) == len(digests(BADGES)) * len(digests(KEYS)) - 1 <= MOST_CHOICES
    assert usual not in found


def test_where_no_address_has_changed_there_is_nothing_else_to_try() -> None:
    assert list(choices({"@context": [CREDENTIALS]})) == []


def test_contexts_are_found_wherever_they_are_named_in_order() -> None:
    inside = {"@context": CREDENTIALS, "name": "inside"}
    assert named({"@context": [BADGES, {"a": "b"}], "endorsement": [inside, 1, inside]}) == [BADGES, CREDENTIALS]
