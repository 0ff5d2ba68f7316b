"""What happens is told as it happens, from where it broke off."""

import json
from collections.abc import Callable, Generator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from humanely.apps.widget.door import NEIGHBOURS
from humanely.apps.widget.events import MOST_STREAMS
from tests.apps.widget.conftest import Visiting

UPSET = "I have asked three times now and nobody answers."


def events(public: httpx.Client, visitor: Visiting, after: str = "-1") -> Generator[dict[str, Any], None, None]:
    """What a visitor's page is told."""
    headers = {"authorization": f"Bearer {visitor.began['token']}", "last-event-id": after}
    with public.stream("GET", "/widget/events", headers=headers) as told:
        assert told.status_code == 200
        for line in told.iter_lines():
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


def test_what_happens_is_told_from_where_it_broke_off(public: httpx.Client, visitor: Visiting) -> None:
    first = visitor.say(UPSET)
    second = visitor.say("Are you there?")
    whole = next(events(public, visitor))
    rest = next(events(public, visitor, str(first["place"])))
    assert whole["lines"][0]["text"] == UPSET
    assert rest["lines"][0]["text"] == "Are you there?"
    assert rest["place"] == second["place"]


def test_what_happens_meanwhile_is_told_as_it_happens(public: httpx.Client, visitor: Visiting) -> None:
    visitor.say(UPSET)
    told = events(public, visitor)
    next(told)
    visitor.post("human").raise_for_status()
    assert next(told)["handoff"] == "queued"
    told.close()


@pytest.mark.parametrize("after", ["x", "-2", "9" * 30])
def test_a_place_that_is_none_is_refused(public: httpx.Client, visitor: Visiting, after: str) -> None:
    headers = {"authorization": f"Bearer {visitor.began['token']}", "last-event-id": after}
    assert public.get("/widget/events", headers=headers).status_code == 422


def test_new_visitors_of_one_address_open_no_pages_without_end(
    public: httpx.Client, visit: Callable[..., Visiting]
) -> None:
    def opened(visitor: Visiting) -> int:
        headers = {"authorization": f"Bearer {visitor.began['token']}"}
        return pages.enter_context(public.stream("GET", "/widget/events", headers=headers)).status_code

    with ExitStack() as pages:
        visitors = [visit() for _ in range(NEIGHBOURS)] * MOST_STREAMS
        assert {opened(one) for one in visitors} == {200}
        assert opened(visit()) == 429
