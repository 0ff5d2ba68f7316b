"""What a visitor decides about themselves, and that it is only about themselves."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.apps.running import Running
from tests.apps.widget.conftest import Visiting

UPSET = "I have asked three times now and nobody answers."
COUNTS: dict[str, Any] = {"window_s": 60, "clicks": 9, "rage_clicks": 1, "dead_clicks": 2, "retries": 0, "idle_s": 12}
YES: dict[str, Any] = {"purpose": "estimate", "version": "1", "locale": "en"}


def standing(consents: list[dict[str, Any]]) -> dict[str, str]:
    return {one["sense"]: one["standing"] for one in consents}


def test_a_feeling_counts_for_what_was_written_last(visitor: Visiting) -> None:
    visitor.say(UPSET)
    visitor.post("feeling", feeling="very_bad").raise_for_status()
    kept = visitor.post("export", locale="en").json()["conversations"][0]["happened"]
    assert [one["feeling"] for one in kept if one["what"] == "correction"] == ["Very bad"]


def test_a_feeling_sent_with_the_words_counts_for_them(visitor: Visiting) -> None:
    assert visitor.say(UPSET, feeling="bad")["lines"][0]["feeling"] == -0.5


def test_a_feeling_about_nothing_is_refused(visitor: Visiting) -> None:
    assert visitor.post("feeling", feeling="good").status_code == 404
    assert visitor.post("feeling", feeling="furious").status_code == 422


def test_nothing_is_allowed_before_it_is_asked_and_each_sense_has_its_own_words(visitor: Visiting) -> None:
    text, behaviour = visitor.began["consents"]
    assert (text["sense"], behaviour["sense"]) == ("text", "behaviour")
    assert {text["standing"], behaviour["standing"]} == {"not_asked"}
    assert text["text"] != behaviour["text"]


def test_a_yes_for_words_is_none_for_clicks(visitor: Visiting) -> None:
    stands = visitor.post("consent", act="granted", **YES).raise_for_status().json()["consents"]
    assert standing(stands) == {"text": "granted", "behaviour": "not_asked"}


def test_a_yes_can_be_taken_back(visitor: Visiting) -> None:
    visitor.post("consent", act="granted", **YES).raise_for_status()
    visitor.post("consent", act="withdrawn", **YES).raise_for_status()
    assert standing(visitor.post("consents").json()["consents"])["text"] == "withdrawn"


def test_a_yes_to_words_nobody_was_shown_is_refused(visitor: Visiting) -> None:
    told = visitor.post("consent", act="granted", **{**YES, "version": "of my own"})
    assert told.status_code == 409


def test_counts_are_dropped_without_a_yes_and_that_is_on_record(visitor: Visiting) -> None:
    visitor.say(UPSET)
    assert visitor.post("behaviour", **COUNTS).json() == {"recorded": False}
    kept = visitor.post("export", locale="en").json()["conversations"][0]["happened"]
    assert "behaviour" not in {one["what"] for one in kept}
    assert "What you do on the page" in [one.get("sense") for one in kept]


def test_counts_are_kept_after_a_yes_and_shown_to_the_person(visitor: Visiting) -> None:
    visitor.post("consent", act="granted", sense="behaviour", **YES).raise_for_status()
    assert visitor.post("behaviour", **COUNTS).json() == {"recorded": True}
    kept = visitor.post("export").json()["conversations"][0]["happened"]
    assert [{name: one[name] for name in COUNTS} for one in kept if one["what"] == "behaviour"] == [COUNTS]


def test_a_browser_that_asks_for_privacy_is_heeded_whatever_was_allowed(visitor: Visiting) -> None:
    visitor.post("consent", act="granted", sense="behaviour", **YES).raise_for_status()
    assert visitor.post("behaviour", headers={"sec-gpc": "1"}, **COUNTS).json() == {"recorded": False}


@pytest.mark.parametrize("wrong", [{"window_s": 0}, {"clicks": -1}, {"keys": "abc"}, {"idle_s": 1.5}])
def test_counts_that_are_none_are_refused(visitor: Visiting, wrong: dict[str, Any]) -> None:
    assert visitor.post("behaviour", **{**COUNTS, **wrong}).status_code == 422


RHYTHM: dict[str, Any] = {"window_s": 60, "pause_ms": 180, "spread_ms": 60, "corrections": 7}


def test_a_rhythm_is_kept_after_a_yes_of_its_own_only_and_never_where_privacy_is_asked_for(
    of_typing: Callable[..., Running],
) -> None:
    with httpx.Client(base_url=of_typing().address) as client:
        visitor = Visiting(client, locale="en")
        assert visitor.post("typing", **RHYTHM).json() == {"recorded": False}
        visitor.post("consent", act="granted", sense="typing", **YES).raise_for_status()
        assert visitor.post("typing", headers={"sec-gpc": "1"}, **RHYTHM).json() == {"recorded": False}
        assert visitor.post("typing", **RHYTHM).json() == {"recorded": True}
        assert visitor.post("typing", **RHYTHM, keys="abc").status_code == 422
        kept = visitor.post("export", locale="en").json()["conversations"][0]["happened"]
    assert [{name: one[name] for name in RHYTHM} for one in kept if one["what"] == "typing"] == [RHYTHM]


def test_where_the_law_bars_it_nobody_is_asked_about_typing_and_a_yes_counts_for_nothing(
    of_typing: Callable[..., Running],
) -> None:
    with httpx.Client(base_url=of_typing("education").address) as client:
        visitor = Visiting(client, locale="en")
        assert visitor.began["consents"] == []
        visitor.post("consent", act="granted", sense="typing", **YES).raise_for_status()
        assert visitor.post("typing", **RHYTHM).json() == {"recorded": False}
        (stands,) = visitor.post("consents", locale="en").json()["consents"]
    assert (stands["standing"], stands["text"]) == ("granted", "")


def test_why_is_told_of_ones_own_answers_only(visit: Callable[..., Visiting]) -> None:
    one, other = visit(locale="en"), visit(locale="en")
    place = one.say(UPSET)["lines"][-1]["place"]
    assert one.post("why", place=place, locale="en").json()["text"]
    assert other.post("why", place=place).status_code == 404


def test_deleting_takes_all_of_ones_own_and_nothing_else(visit: Callable[..., Visiting]) -> None:
    one, other = visit(locale="en"), visit(locale="en")
    one.say(UPSET)
    other.say("I am still here.")
    assert one.post("erase").status_code == 422
    assert one.post("erase", sure=True).json()["erased"]["key"] == 1
    assert one.post("say", text="Hello?").status_code == 410
    assert "I am still here." in other.post("export").text


def test_whoever_wrote_nothing_gets_an_empty_file(visitor: Visiting) -> None:
    assert visitor.post("export").json()["conversations"] == []
