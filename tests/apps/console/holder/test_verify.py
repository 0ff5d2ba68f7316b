"""Checking a credential on the public page: every answer in words, and nothing lost where nothing could be checked."""

import html
import re
from pathlib import Path

import httpx
import msgspec
import pytest
from litestar.testing import TestClient

from humanely.apps.console.words import LOCALES
from humanely.apps.serving.rate_limit import RateLimit
from humanely.apps.site.app import serve
from humanely.apps.site.start import Started
from humanely.credential.wording import say
from tests.apps.conftest import Client

MUSEUM = Path(__file__).parents[3] / "credential" / "verify" / "assets"
OF_EACH_VERDICT = (
    ("sound.json", "This credential is intact and in force."),
    ("one-letter-changed.json", "This credential is not valid."),
    ("expired.json", "This credential has expired."),
    ("future-clock.json", "This credential is not valid yet."),
    ("no-proof.json", "We could not find out whether this credential is valid."),
    ("picture-without-badge.png", "We could not find out whether this credential is valid."),
    ("sound.jwt", "This credential is intact and in force."),
    ("baked.png", "This credential is intact and in force."),
    ("baked.svg", "This credential is intact and in force."),
)


def show(client: Client, name: str, lang: str = "en") -> httpx.Response:
    """Show a file of the museum."""
    return client.post(f"/verify?lang={lang}", files={"file": (name, (MUSEUM / name).read_bytes())})


def words_of(page: httpx.Response) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


@pytest.mark.parametrize(("name", "headline"), OF_EACH_VERDICT)
def test_what_is_shown_is_answered_in_words(visitor: Client, name: str, headline: str) -> None:
    page = show(visitor, name)
    assert page.status_code == 200
    assert headline in words_of(page)
    assert page.text.count("<h1") == 1


def test_each_question_has_its_answer_beside_it(visitor: Client) -> None:
    said = words_of(show(visitor, "one-letter-changed.json"))
    assert "Can it be read? Yes" in said
    assert "Are these the words that the issuer signed? No" in said
    assert "Do we know the issuer? Not known" in said
    assert "Does the issuer still stand by it? Does not apply" in said


def test_what_does_not_hold_comes_with_what_to_do(visitor: Client) -> None:
    said = words_of(show(visitor, "one-letter-changed.json"))
    assert "The next step is with the person whose credential it is." in said
    assert "registry@school.example" in said
    assert "The file exactly as the issuer gave it out" in said


@pytest.mark.parametrize("lang", LOCALES)
def test_every_language_has_the_whole_answer(visitor: Client, lang: str) -> None:
    page = show(visitor, "expired.json", lang)
    assert page.status_code == 200
    assert f'<html lang="{lang}">' in page.text


def test_the_answer_can_be_read_in_another_language_without_the_file(visitor: Client) -> None:
    page = show(visitor, "baked.png")
    held = re.search(r'name="text" value="([^"]*)"', page.text)
    assert held is not None
    again = visitor.post("/verify?lang=de", data={"text": html.unescape(held[1])})
    assert say("de", "verify-verdict-valid-issuer-not-listed") in words_of(again)
    assert 'formaction="/verify?lang=de"' in page.text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There is nothing to check yet."),
        ("   \n", "There is nothing to check yet."),
        ("ABCD-EFGH-JKMN", "This is not a short code as we give them out"),
        ("http://127.0.0.1/credential.json", "We could not fetch anything from this address."),
        ("https://localhost/credential.json", "We could not fetch anything from this address."),
        ("https://user:secret@example.org/", "We could not fetch anything from this address."),
    ],
)
def test_what_cannot_be_checked_stays_as_it_was_typed(visitor: Client, text: str, says: str) -> None:
    page = visitor.post("/verify?lang=en", data={"text": text})
    assert page.status_code == 422
    assert says in words_of(page)
    assert html.escape(text.strip()) in page.text


def test_a_file_and_a_text_together_are_asked_about(visitor: Client) -> None:
    page = visitor.post("/verify", data={"text": "a code, perhaps"}, files={"file": ("a.json", b"{}")})
    assert page.status_code == 422
    assert "a code, perhaps" in page.text


def test_a_file_that_is_too_large_is_told_so(visitor: Client) -> None:
    page = visitor.post("/verify", files={"file": ("a.json", b" " * ((2 << 20) + 1))})
    assert (page.status_code, "This is larger than 2 MiB." in page.text) == (422, True)


def test_a_body_beyond_all_bounds_is_a_page_for_the_public(visitor: Client) -> None:
    page = visitor.post("/verify", files={"file": ("a.json", b" " * (9 << 20))})
    assert page.status_code == 413
    assert 'class="public"' in page.text


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"a": 1, "a": 2}', "\x00", "{}", "eyJ.eyJ.x" * 9])
def test_what_somebody_thought_out_is_answered_like_any_other(visitor: Client, text: str) -> None:
    assert visitor.post("/verify?lang=en", data={"text": text}).status_code in {200, 422}


def test_a_form_of_another_site_is_refused(visitor: Client) -> None:
    page = visitor.post("/verify", data={"text": "{}"}, headers={"sec-fetch-site": "cross-site"})
    assert page.status_code == 403
    assert 'class="public"' in page.text


def test_no_word_of_a_credential_is_markup(visitor: Client) -> None:
    text = '{"type": ["VerifiableCredential"], "issuer": "did:key:z", "name": "<script>alert(1)</script>"}'
    page = visitor.post("/verify", data={"text": text})
    assert page.status_code == 200
    assert "<script>" not in page.text


def test_who_shows_too_much_is_asked_to_wait(started: Started) -> None:
    services = msgspec.structs.replace(started.services, public_limit=RateLimit(0.01, 1))
    with TestClient(serve(services), raise_server_exceptions=False) as client:
        told = [client.post("/verify?lang=en", data={"text": "{}"}) for _ in range(2)]
    assert [one.status_code for one in told] == [200, 429]
    assert "Wait a minute, then try again." in told[-1].text
    assert int(told[-1].headers["retry-after"]) > 0
