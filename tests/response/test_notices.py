"""Notices: in every language of the crisis card, short where the channel is, with nothing that nobody can know."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.people.crisis_card import locales as card_locales
from humanely.response.channel import LIMITS, ChannelKind
from humanely.response.notices import NoticeKind, mark, notice
from humanely.response.phrasebook import locales, phrasebook
from humanely.response.situation import Author
from humanely.signal.language import identify
from tests.response.authored import DIGIT, SIX, lines, shape, twins

EVERY = sorted(card_locales())
KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)
CHANNELS: tuple[ChannelKind, ...] = get_args(ChannelKind)
AUTHORS: tuple[Author, ...] = get_args(Author)
CLAIMS = re.compile(r"\b(detect|know how|erkennen|wissen|detectamos|détect|rileviamo|detecta)", re.IGNORECASE)


def test_notices_are_written_in_every_language_of_the_crisis_card() -> None:
    assert locales("notices") == card_locales()


@pytest.mark.parametrize("locale", EVERY)
def test_every_locale_has_the_notices_of_english(locale: str) -> None:
    assert shape(locale, "notices.ftl") == shape("en", "notices.ftl")
    assert twins(locale, "notices.ftl").keys() <= lines(locale, "notices", "notices.ftl").keys()


@pytest.mark.parametrize("locale", EVERY)
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_notice_fits_its_channel(locale: str, channel: ChannelKind, kind: NoticeKind) -> None:
    found = notice(kind, locale, channel, familiar=True)
    assert found.locale == locale
    assert 0 < len(found.text) <= LIMITS[channel]


@pytest.mark.parametrize("locale", EVERY)
def test_no_notice_has_a_digit_or_shouts_or_claims_to_know(locale: str) -> None:
    everything = "\n".join(lines(locale, "notices", "notices.ftl").values())
    assert not DIGIT.search(everything)
    assert not set("!！{}") & set(everything)
    assert not CLAIMS.search(everything)


@pytest.mark.parametrize("locale", EVERY)
def test_a_notice_is_in_its_language(locale: str) -> None:
    assert {identify(notice(kind, locale).text) for kind in KINDS} == {locale}


@pytest.mark.parametrize("locale", EVERY)
def test_the_machine_the_human_and_both_have_marks_of_their_own(locale: str) -> None:
    assert len({mark(author, locale) for author in AUTHORS}) == len(AUTHORS)


def test_familiar_words_are_used_where_they_differ() -> None:
    assert notice("ai", "de").text.endswith("Sie können jederzeit einen Menschen verlangen.")
    assert notice("ai", "de", familiar=True).text.endswith("Du kannst jederzeit einen Menschen verlangen.")


@pytest.mark.parametrize(("tag", "locale"), [("pt-BR", "pt"), ("zh_Hant", "zh"), ("is", "en"), ("", "en")])
def test_a_tag_is_served_by_its_language_and_otherwise_by_english(tag: str, locale: str) -> None:
    assert notice("estimates", tag).locale == locale


@given(st.text(max_size=12))
def test_any_tag_gets_a_notice(tag: str) -> None:
    assert notice("ai", tag).locale in locales("notices")


@pytest.mark.parametrize("locale", SIX)
def test_the_notices_of_a_first_message_fit_one_watch_line_each(locale: str) -> None:
    book = phrasebook(locale, "notices")
    assert max(len(book.render(kind, "short", {}, familiar=True)) for kind in KINDS) <= LIMITS["watch"]
