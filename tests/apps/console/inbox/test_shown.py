"""A handoff in words."""

import pytest

from humanely.apps.console.inbox.shown import Shown, deadline, feeling, reason, shown
from humanely.people.routing import Fit
from humanely.pipeline.handoffs.feeling import Estimated, Feeling, SaidFeeling
from humanely.pipeline.handoffs.inbox import Item
from humanely.pipeline.handoffs.packet import Due
from humanely.store.handoffs import Standing
from tests.apps.recorded import MINUTE, NOON

ADA, BEN = "a" * 16, "b" * 16


UNKNOWN = Feeling()


def drawn(known: Feeling = UNKNOWN, *, locale: str = "en", **of_row: object) -> Shown:
    """A handoff as Ada sees it."""
    row = Standing(**{"place": 7, "state": "queued", "priority": 0.7, "opened_at": NOON, **of_row})  # type: ignore[arg-type]
    item = Item(
        standing=row, person_id="grace", level="urgent", reason="asked", says="The person asked for a human.",
        waits_since=NOON, due=Due("answer", NOON + MINUTE), crisis=False, feeling=known, last="Hello?",
        fit=Fit(True, ("overdue", "language")),
    )  # fmt: skip
    return shown(item, {ADA: "Ada", BEN: "Ben"}, ADA, locale, NOON + 2 * MINUTE)


def test_why_it_stands_where_it_stands_is_said() -> None:
    assert drawn().fits == ("a deadline has passed", "your language")
    assert drawn(locale="de").fits == ("eine Frist ist verstrichen", "Ihre Sprache")


def test_a_deadline_that_has_passed_says_so() -> None:
    late = drawn().due
    assert late is not None
    assert (late.what, late.passed) == ("First answer", True)
    assert deadline(None, "en", NOON) is None


def test_who_has_it_is_named() -> None:
    held = drawn(state="joined", agent=BEN)
    assert (held.holder, held.mine, held.awaited, held.fits) == ("Ben", False, False, ())
    assert drawn(state="joined", agent=ADA).mine


def test_for_whom_it_is_left_is_named_and_it_is_nobody_s_yet() -> None:
    left = drawn(agent=ADA)
    assert (left.holder, left.mine, left.awaited) == ("Ada", False, True)


def test_what_was_said_and_what_is_estimated_stand_apart_with_how_sure_it_is() -> None:
    known = Feeling(said=SaidFeeling(3, -0.5), estimated=Estimated(place=4, valence=-0.8), trend="worse", change=-0.6)
    assert feeling(known, "en") == ("Bad", "Rather unpleasant (unsure), getting worse")
    assert feeling(Feeling(), "en") == ("", "")


def test_a_message_that_is_neither_this_nor_that_is_no_news_in_a_list() -> None:
    assert drawn(Feeling(estimated=Estimated(place=4, valence=0.1, sure=True))).estimated == ""
    assert drawn(Feeling(estimated=Estimated(place=4, valence=-0.4, sure=True))).estimated != ""


def test_that_they_were_told_nobody_has_come_is_shown() -> None:
    assert drawn(state="timed_out").state == "they were told that nobody has come yet"


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr"])
def test_without_a_reason_somebody_came_by_themselves(locale: str) -> None:
    assert reason("", "", locale)
