"""Which terms are in force where."""

import pytest

from humanely.credential.linked.contexts import EMPTIED, NO_SCOPE, pinned, table_number
from humanely.credential.linked.fault import NotCanonical
from humanely.credential.linked.scope import EMPTY, Scope, entered

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OLD_CREDENTIALS = "https://www.w3.org/2018/credentials/v1"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EARLIER_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"
RECORD = "https://purl.imsglobal.org/spec/clr/v2p0/context.json"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"


def scope_of(*urls: str) -> Scope:
    scope = EMPTY
    for url in urls:
        scope = entered(scope, table_number(url) or 0)
    return scope


def test_a_context_entered_again_changes_nothing() -> None:
    scope = scope_of(CREDENTIALS, BADGES)
    assert entered(scope, table_number(CREDENTIALS) or 0) is scope


def test_a_protected_term_keeps_its_meaning_against_another_context() -> None:
    with pytest.raises(NotCanonical) as caught:
        scope_of(OLD_CREDENTIALS, CREDENTIALS)
    assert caught.value.fault == "context_changed"
    assert caught.value.term == "VerifiableCredential"


def test_terms_of_a_type_end_with_its_node() -> None:
    outside = scope_of(CREDENTIALS)
    inside = entered(outside, outside.terms["VerifiableCredential"].row.scope, of_type=True)
    assert "credentialStatus" in inside.terms
    assert "credentialStatus" not in outside.terms
    assert inside.outer is outside
    assert outside.outer is outside


def test_two_types_have_the_same_outside() -> None:
    outside = scope_of(CREDENTIALS)
    inside = entered(outside, outside.terms["VerifiableCredential"].row.scope, of_type=True)
    deeper = entered(inside, outside.terms["BitstringStatusList"].row.scope, of_type=True)
    assert {"credentialStatus", "encodedList"} <= set(deeper.terms)
    assert deeper.outer is outside


def test_a_term_of_ours_may_forget_all_others() -> None:
    assert entered(scope_of(CREDENTIALS), EMPTIED, own=True) is EMPTY


def test_names_of_classes_are_no_properties() -> None:
    terms = scope_of(CREDENTIALS, BADGES).terms
    assert terms["Criteria"].written == "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria>"
    assert not terms["Criteria"].is_property
    assert not terms["id"].is_property
    assert terms["name"].is_property


def test_a_prefix_that_no_context_before_defines_stands_as_it_is_written() -> None:
    # Open Badges 3.0.3 says xsd:dateTime and never what xsd is; every reader signs over exactly that.
    assert scope_of(BADGES).terms["awardedDate"].row.coercion == "xsd:dateTime"


def test_a_context_before_may_define_a_prefix() -> None:
    record = scope_of(EARLIER_BADGES, RECORD)
    association = entered(record, record.terms["Association"].row.scope, of_type=True)
    assert association.terms["sourceId"].row.coercion == "https://www.w3.org/2001/XMLSchema#anyURI"


def test_compact_iris_are_spelled_out_by_prefixes_only() -> None:
    record = scope_of(RECORD)
    subject = entered(record, record.terms["ClrSubject"].row.scope, of_type=True)
    assert subject.spelled("cred:issuer") == "https://www.w3.org/2018/credentials#issuer"
    assert subject.spelled("association:issuer") == "association:issuer"
    assert subject.spelled("cred://issuer") == "cred://issuer"
    assert subject.spelled("issuer") == "issuer"


def test_a_vocabulary_for_all_other_words_takes_those_no_term_has() -> None:
    scope = scope_of(CREDENTIALS, EXAMPLES)
    assert scope.meant("alumniOf") == "https://www.w3.org/ns/credentials/examples#alumniOf"
    assert scope.meant("name") == "https://schema.org/name"
    assert scope.meant("urn:x:1") == "urn:x:1"
    assert scope_of(CREDENTIALS).meant("alumniOf") == "alumniOf"


def test_most_terms_have_no_context_of_their_own() -> None:
    assert scope_of(CREDENTIALS).terms["name"].row.scope == NO_SCOPE


def scopes_of(first: str, second: str) -> list[Scope]:
    """What holds outside and inside of every type of two vocabularies, where they do not contradict each other."""
    try:
        outside = scope_of(first, second)
    except NotCanonical:
        return []
    numbers = {term.row.scope for term in outside.terms.values() if term.row.scope >= 0}
    return [outside, *(entered(outside, number, own=True) for number in numbers)]


@pytest.mark.parametrize("first", sorted(pinned().addresses))
def test_no_two_words_for_one_property_are_ever_in_force_together(first: str) -> None:
    # Else an expiry date could hide behind the word that nobody looks for.
    scopes = [scope for second in pinned().addresses for scope in scopes_of(first, second)]
    words = [[term.written for term in scope.terms.values() if term.is_property] for scope in scopes]
    assert [written for written in words if len(written) != len(set(written))] == []
