"""The rules of the house, as far as they answer questions of their own."""

import datetime as dt

import msgspec
import pytest

from humanely.people.calendar import Calendar
from humanely.people.opening_hours import ALWAYS, read_hours
from humanely.trust.consent import ConsentText, Purpose, Sense
from tests.apps.recorded import NOON
from tests.pipeline.room import PLAIN, arrival

OFFICE = msgspec.structs.replace(PLAIN, calendar=Calendar(hours=read_hours("Mon-Fri 09:00-17:00 UTC", "") or ALWAYS))
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)


def text(locale: str, purpose: Purpose = Purpose.ESTIMATE) -> ConsentText:
    return ConsentText(purpose, "1", locale, f"May we, in {locale}?")


TEXTS = (text("en"), text("de"), text("pt-BR"), text("fr", Purpose.LEARN))


def test_a_team_without_hours_is_always_there() -> None:
    assert PLAIN.humans_free(NOON)


def test_a_team_with_hours_is_there_in_them() -> None:
    assert OFFICE.humans_free(MONDAY)
    assert not OFFICE.humans_free(MONDAY - dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("locale", "found"),
    [("de", "de"), ("de-AT", "de"), ("pt", "pt-BR"), ("pt-BR", "pt-BR"), ("ja", "en"), (None, "en")],
)
def test_a_consent_text_is_shown_in_the_nearest_language(locale: str | None, found: str) -> None:
    asking = msgspec.structs.replace(PLAIN, consent_texts=TEXTS)
    assert {one.purpose: one.locale for one in asking.texts(locale)}[Purpose.ESTIMATE] == found


def test_there_is_one_text_for_a_purpose() -> None:
    asking = msgspec.structs.replace(PLAIN, consent_texts=TEXTS)
    assert sorted(one.purpose for one in asking.texts("de")) == sorted([Purpose.ESTIMATE, Purpose.LEARN])


def test_the_place_of_the_turn_goes_before_that_of_the_house() -> None:
    here = msgspec.structs.replace(PLAIN, place="DE")
    assert here.circumstances(arrival("Hello", place="FR")).place == "FR"
    assert here.circumstances(arrival("Hello")).place == "DE"


def test_who_is_tagged_as_a_minor_is_one() -> None:
    assert PLAIN.circumstances(arrival("Hello", tags=frozenset({"minor"}))).minor
    assert PLAIN.circumstances(arrival("Hello", minor=True)).minor
    assert not PLAIN.circumstances(arrival("Hello")).minor


def test_a_reminder_is_due_where_the_law_says_so() -> None:
    companion = msgspec.structs.replace(PLAIN, setting="companion", place="US-NY")
    assert companion.reminder(arrival("Hello")) == dt.timedelta(hours=3)
    assert PLAIN.reminder(arrival("Hello")) is None


def test_a_text_about_clicks_is_not_shown_for_words() -> None:
    clicks = ConsentText(Purpose.ESTIMATE, "1", "de", "Dürfen wir Klicks zählen?", Sense.BEHAVIOUR)
    house = msgspec.structs.replace(PLAIN, consent_texts=(*TEXTS, clicks))
    assert house.texts("de", Sense.BEHAVIOUR) == (clicks,)
    assert clicks not in house.texts("de")
