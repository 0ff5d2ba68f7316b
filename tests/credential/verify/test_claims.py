"""What a credential says of itself, made fit to stand in a sentence and in a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.verify.claims import about, contact, plain
from humanely.credential.verify.known import Known


@given(text=st.text(max_size=2_000))
def test_whatever_stands_there_becomes_one_short_line(text: str) -> None:
    said = plain(text)
    assert len(said) <= 160
    assert said.isprintable()
    assert said == said.strip()


def test_a_title_may_come_in_several_languages() -> None:
    title = [{"@value": "Zuhören", "@language": "de"}, {"@value": "Listening", "@language": "en"}]
    assert about({"name": title}).title == "Zuhören"
    assert about({"credentialSubject": {"achievement": {"name": "Listening"}}}).title == "Listening"
    assert about({"name": [1, None], "issuer": "did:web:a.example"}).issuer_id == "did:web:a.example"


@pytest.mark.parametrize(
    ("issuer", "field"),
    [
        ({"email": "javascript:alert(1)"}, "email"),
        ({"email": "a b@c.example"}, "email"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://a.example/\u202egro.elpmaxe"}, "url"),
        ({"phone": "call me"}, "phone"),
        ({"phone": 49301234567}, "phone"),
    ],
)
def test_what_is_no_address_is_not_given_as_one(issuer: dict[str, object], field: str) -> None:
    assert contact({"issuer": {**issuer, "name": "A"}}, Known(), is_signed=True) is None
    found = contact(
        {"issuer": {"phone": "+49 30 1234567", "url": "https://a.example", **issuer}}, Known(), is_signed=False
    )
    assert found is not None
    assert getattr(found, field) == ""
    assert found.source == "unproven"


def test_an_address_to_write_to_is_found() -> None:
    found = contact({"issuer": {"email": "mailto:registry@a.example"}}, Known(), is_signed=True)
    assert found is not None
    assert (found.email, found.source) == ("registry@a.example", "signed")
