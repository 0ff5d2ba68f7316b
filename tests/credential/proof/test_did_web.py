"""Where documents of did:web lie, and the places that nobody is sent to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.proof.did_web import DidWebMalformed, did_web_url


@pytest.mark.parametrize(
    ("did", "url"),
    [
        ("did:web:issuer.example", "https://issuer.example/.well-known/did.json"),
        ("did:web:issuer.example:a", "https://issuer.example/a/did.json"),
        ("did:web:a-b.issuer.example:a:B_c.d~e-f:9", "https://a-b.issuer.example/a/B_c.d~e-f/9/did.json"),
        ("did:web:xn--bcher-kva.example", "https://xn--bcher-kva.example/.well-known/did.json"),
    ],
)
def test_a_did_web_says_where_its_document_lies(did: str, url: str) -> None:
    assert did_web_url(did) == url


@pytest.mark.parametrize(
    "host",
    ["", "localhost", "issuer", "127.0.0.1", "2130706433", "0x7f.1", "1.2", "[::1]", "%5B%3A%3A1%5D", "a..b", ".a.b",
     "a.b.", "-a.b", "a-.b", "a.localhost", "printer.local", "vault.internal", "box.home.arpa", "user@issuer.example",
     "issuer.example%3A8443", "issuer.example%2Fx", "Issuer.Example", "bücher.example", "a_b.example",
     "issuer.example/..", "issuer.example?x", "issuer.example#x", "issuer.example\n", "a" * 64 + ".example",
     "a." * 130 + "example"],
)  # fmt: skip
def test_a_host_that_is_no_public_name_is_refused(host: str) -> None:
    with pytest.raises(DidWebMalformed, match="host is not a public name"):
        did_web_url(f"did:web:{host}")


@pytest.mark.parametrize("path", ["", ":", ".", "..", "a:..", "a/b", "%2e%2e", "a b", "a?b", "a#b", "é", "a\n"])
def test_a_path_that_is_not_plain_is_refused(path: str) -> None:
    with pytest.raises(DidWebMalformed, match="part of its path"):
        did_web_url(f"did:web:issuer.example:{path}")


@pytest.mark.parametrize("did", ["", "did:key:z6Mk", "DID:WEB:issuer.example", "did:web:issuer.example" + ":a" * 1000])
def test_what_is_no_did_web_or_endless_is_refused(did: str) -> None:
    with pytest.raises(DidWebMalformed, match="does not begin"):
        did_web_url(did)


@given(st.text(st.sampled_from("abA1.:%/@#?-_[]\\ \n"), max_size=20))
def test_whatever_follows_the_address_is_https_and_of_the_named_host(rest: str) -> None:
    try:
        url = did_web_url(f"did:web:{rest}")
    except DidWebMalformed:
        return
    host = rest.split(":")[0]
    assert url.startswith(f"https://{host}/")
    assert not set(url.removeprefix("https://")) & set("@#?%\\ \n[]:")
