"""One script of ours: small, whole, from nowhere else."""

import gzip
import json
import re
from importlib.resources import files
from typing import Any

import httpx
import pytest

from humanely.apps.widget.files import LOCALES, PARTS, script, words

WORDS = {locale: json.loads(words(locale).plain)["words"] for locale in LOCALES}


def test_the_script_is_under_15_kb_as_it_travels() -> None:
    assert len(gzip.compress(script().plain, 9)) < 15_000
    assert len(script().packed) < 15_000


def test_every_part_is_in_the_script_once() -> None:
    there = {path.name for path in (files("humanely.apps.widget") / "client").iterdir()}
    assert there == {f"{part}.js" for part in PARTS}


@pytest.mark.parametrize(
    "never",
    [
        "innerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "document.cookie",
        ".style.",
        "event.code",
    ],
)
def test_the_script_does_nothing_a_strict_page_forbids(never: str) -> None:
    assert never not in script().plain.decode()


def test_the_script_names_no_address() -> None:
    assert re.findall(r"https?://[a-z]+", script().plain.decode()) == []


def test_the_script_is_sent_packed_and_only_once(public: httpx.Client) -> None:
    first = public.get("/widget.js")
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["content-type"].startswith("text/javascript")
    again = public.get("/widget.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = public.get("/widget.js", headers={"accept-encoding": "identity"})
    assert plain.content == first.content


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_every_word_of_english(locale: str) -> None:
    assert WORDS[locale].keys() == WORDS["en"].keys()
    assert [name for name, text in WORDS[locale].items() if not text.strip()] == []


@pytest.mark.parametrize("locale", [one for one in LOCALES if one != "en"])
def test_every_language_is_translated(locale: str) -> None:
    same = {name for name, text in WORDS[locale].items() if text == WORDS["en"][name]}
    assert same <= {"dir", "no", "contact", "for_marketing"}


def test_every_word_the_script_uses_is_there_and_the_other_way_round() -> None:
    source = script().plain.decode()
    used = set(re.findall(r"\bwords\.(\w+)", source))
    looked_up = {name for name in WORDS["en"] if name.startswith(("for_", "by_"))}
    feelings = {"very_bad", "bad", "neutral", "good", "very_good"}
    assert used | looked_up | feelings | {"title"} == set(WORDS["en"])


@pytest.mark.parametrize(
    ("spoken", "served"), [("de-AT.json", "de"), ("en.json", "en"), ("is.json", "en"), ("%F0%9F%98%80.json", "en")]
)
def test_the_nearest_language_is_served(public: httpx.Client, spoken: str, served: str) -> None:
    told: dict[str, Any] = public.get(f"/widget/words/{spoken}").raise_for_status().json()
    assert told["locale"] == served


def test_the_demo_page_is_as_strict_as_a_page_can_be(public: httpx.Client) -> None:
    page = public.get("/demo")
    assert "require-trusted-types-for 'script'" in page.headers["content-security-policy"]
    assert re.findall(r"https?://(?!chat\.example)", page.text) == []
