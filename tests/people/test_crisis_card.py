"""The crisis card: its numbers, its words, its order and its length, in every locale and country."""

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from babel.dates import format_date
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humanely.affect.crisis import languages
from humanely.people.crisis_card import FINDER, MAX_LINES, card, locales
from humanely.people.emergency import countries, emergency
from humanely.people.helpline_file import read_directory
from humanely.people.helplines import Directory, Line
from humanely.people.opening_hours import read_hours

ASSETS = Path(__file__).parent / "assets"
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "platform" / "open-helplines" / "helplines.json"
DIRECTORY = read_directory((ASSETS / "directory.json").read_bytes())
NEVER: dict[str, list[str]] = tomllib.loads((ASSETS / "never.toml").read_text(encoding="utf-8"))
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
LOCALES = [
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko",
    "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "sw", "th", "tr", "uk", "vi", "zh",
]  # fmt: skip
UNSPACED = ("ja", "zh")
ISOLATES = "\u2066\u2067\u2068\u2069"
CLOCK_TIME = re.compile(r"(?<!\d)[0-2]\d:[0-5]\d(?!\d)")

unhurried = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
hours = st.sampled_from(
    ["24/7", "Daily 20:00–02:00", "Mon–Fri 09:00–17:00", "Sat 00:00–24:00", "Daily 09:00–17:00 ET", "some nights"]
)
all_countries = st.one_of(st.none(), st.sampled_from([*sorted(countries()), "PK", "KP"]))


lines = st.builds(
    Line,
    record=st.sampled_from(["one", "two"]),
    country=st.just("GB"),
    name=st.text("Lamp ランプ مصباح", min_size=1, max_size=8),
    local_name=st.sampled_from([None, "Llais", "あさの電話", "صوت"]),
    method=st.sampled_from(["phone", "text"]),
    dial=st.integers(10, 10**9).map(str),
    word=st.sampled_from([None, "LAMP"]),
    languages=st.sampled_from(LOCALES).map(lambda locale: (locale,)),
    hours_text=hours,
    free=st.booleans(),
    anonymous=st.sampled_from([True, False, None]),
    categories=st.just(("suicide_prevention",)),
    verified_at=st.dates(date(2024, 11, 22), date(2026, 11, 22)),
)


@st.composite
def directories(draw: st.DrawFn, country: str | None) -> Directory:
    """Lines of one country, with hours as its clock tells them."""
    place = country or "GB"
    found = draw(st.lists(lines, max_size=4))
    return Directory(
        tuple(msgspec.structs.replace(line, country=place, hours=read_hours(line.hours_text, place)) for line in found)
    )


def resource(locale: str) -> ast.Resource:
    text = (files("humanely.people") / "locales" / f"{locale}.ftl").read_text(encoding="utf-8")
    return FluentParser().parse(text)


class _Parts(Visitor):
    """The words of a message and the names of its placeables."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.names: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the parser's name
        self.words.append(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802
        self.words.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(locale: str) -> dict[str, _Parts]:
    found: dict[str, _Parts] = {}
    for entry in resource(locale).body:
        assert isinstance(entry, ast.Message | ast.Comment), f"{locale}: not Fluent, or written twice: {entry}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found
            found[entry.id.name] = _Parts()
            found[entry.id.name].visit(entry)
    return found


def bare(text: str) -> str:
    return text.translate({ord(mark): None for mark in ISOLATES})


def allowed(country: str | None, lines: tuple[Line, ...], locale: str) -> Iterator[str]:
    """Everything with a digit that a card may say, as it must stand there."""
    known = emergency(country)
    yield from filter(None, (known.general, known.ambulance, known.police) if known else ())
    for line in lines:
        yield from (line.dial or "", line.name, line.local_name or "", line.hours_text)
    if lines:
        yield format_date(min(line.verified_at for line in lines), "long", locale=locale)


def test_every_locale_is_written() -> None:
    assert sorted(locales()) == LOCALES == sorted(NEVER)


def test_whoever_is_heard_by_their_words_is_answered_in_their_language() -> None:
    assert languages() == locales()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_has_every_message_with_the_same_placeables(locale: str) -> None:
    reference = {name: parts.names for name, parts in messages("en").items()}
    assert {name: parts.names for name, parts in messages(locale).items()} == reference


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_hold_no_digit_and_no_question(locale: str) -> None:
    text = "".join(word for parts in messages(locale).values() for word in parts.words)
    assert not any(letter.isdigit() for letter in text)
    assert not set("?？؟;՞!！") & set(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_apologise_for_nothing_and_name_no_method(locale: str) -> None:
    text = "\n".join(word for parts in messages(locale).values() for word in parts.words).lower()
    assert [word for word in NEVER[locale] if word in text] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_two_locales_share_their_words(locale: str) -> None:
    mine = messages(locale)["help"].words
    assert [other for other in LOCALES if messages(other)["help"].words == mine] == [locale]


@unhurried
@given(data=st.data(), locale=st.sampled_from(LOCALES), country=all_countries)
def test_every_number_on_a_card_comes_from_the_directory_or_the_emergency_list(
    data: st.DataObject, locale: str, country: str | None
) -> None:
    directory = data.draw(directories(country))
    zone = data.draw(st.sampled_from([None, ZoneInfo("Asia/Kathmandu"), ZoneInfo("America/New_York")]))
    shown = card(locale, country, directory, NOW, zone=zone)
    # Times go first: a number to dial may be the minutes of one.
    left = CLOCK_TIME.sub("", bare(shown.text))
    for value in sorted(allowed(country, shown.lines, locale), key=len, reverse=True):
        left = left.replace(value, "") if value else left
    assert not any(letter.isdigit() for letter in left), left


@unhurried
@given(data=st.data(), locale=st.sampled_from(LOCALES), country=all_countries)
def test_a_card_is_filled_whole_and_in_order(data: st.DataObject, locale: str, country: str | None) -> None:
    directory = data.draw(directories(country))
    shown = card(locale, country, directory, NOW)
    known = emergency(country)
    rows = bare(shown.text).split("\n")
    assert not re.search(r"[{}$]|\bNone\b", shown.text)
    assert ".." not in shown.text  # a date may bring a full stop of its own
    assert all((known.general or known.ambulance or "") in rows[0] for known in [known] if known)
    assert all((line.dial or "") in row for line, row in zip(shown.lines, rows[2:], strict=False))
    assert (FINDER in rows[1]) == (shown.lines == ())
    assert len(shown.lines) <= MAX_LINES
    assert rows[-1 - bool(shown.lines)] == "".join(messages(locale)["not-crisis-service"].words)
    assert rows[-3 - bool(shown.lines)] == "".join(messages(locale)["told"].words)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_card_without_a_country_says_where_to_find_help_and_shows_no_number(locale: str) -> None:
    shown = card(locale, None, DIRECTORY, NOW)
    assert (shown.lines, shown.warnings) == ((), ())
    assert FINDER in shown.text
    assert not any(letter.isdigit() for letter in shown.text)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_card_is_short_and_so_are_its_sentences(locale: str) -> None:
    """The bound for scripts without spaces is in characters: about two to a word."""
    shown = card(locale, "GB", DIRECTORY, NOW)
    per_word = 2 if locale in UNSPACED else 1
    words = [list(row) if locale in UNSPACED else row.split() for row in bare(shown.text).split("\n")]
    fixed = re.split(r"[.。।]\s*", "".join("".join(messages(locale)[name].words) for name in ("told", "help")))
    lengths = [len(sentence) if locale in UNSPACED else len(sentence.split()) for sentence in fixed]
    assert sum(map(len, words)) <= 130 * (4 if locale in UNSPACED else 1)
    assert max(lengths) <= 14 * per_word


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("pt-BR", "pt"),
        ("PT_br", "pt"),
        ("zh-Hans-CN", "zh"),
        ("fr-CA-x-any", "fr"),
        ("nb-NO", "no"),
        ("nn", "no"),
        ("iw", "he"),
        ("in-ID", "id"),
        ("bs", "hr"),
        ("cy", "en"),
        ("", "en"),
        ("../en", "en"),
    ],
)
def test_a_locale_falls_back_part_by_part(asked: str, written: str) -> None:
    assert card(asked, "GB", DIRECTORY, NOW).locale == written


def test_a_person_whose_locale_is_not_written_still_gets_the_lines_in_their_language_first() -> None:
    assert card("cy", "GB", DIRECTORY, NOW).lines[0].dial == "01632 960003"


def test_numbers_stand_in_isolates_only_where_the_text_runs_from_right_to_left() -> None:
    arabic, german = card("ar", "GB", DIRECTORY, NOW), card("de", "GB", DIRECTORY, NOW)
    assert "\u2066999\u2069" in arabic.text
    assert "\u206601632 960002\u2069" in arabic.text
    assert not set(ISOLATES) & set(german.text)
    assert arabic.lines == german.lines
    assert not set(ISOLATES) & {letter for line in arabic.lines for letter in line.dial or ""}


def test_a_name_that_runs_from_right_to_left_does_not_turn_the_number_beside_it() -> None:
    line = msgspec.structs.replace(DIRECTORY.lines[1], name="صوت")
    assert "01632 960002 – \u2068صوت\u2069 (free" in card("en", "GB", Directory((line,)), NOW).text


def test_the_card_of_a_sunday_evening() -> None:
    assert card("en", "GB", DIRECTORY, NOW).text.split("\n") == [
        "If your life is in danger now, call 999.",
        "These people listen and help:",
        "Call 01632 960002 – Harbour Line (free, anonymous, open day and night)",
        "Text HARBOUR to 00960 – Harbour Line (open day and night)",
        "Call 01632 960003 – Voice of Wales (opens: Monday 09:00)",
        "A person of our team is being told now.",
        "Help exists, and it works. You do not have to go through this alone.",
        "We are not a crisis service.",
        "These numbers were last checked on August 1, 2025.",
    ]


def test_the_operator_is_warned_of_the_records_of_the_country() -> None:
    assert [warning.record for warning in card("en", "gb", DIRECTORY, NOW).warnings] == ["gb-harbour", "gb-forgotten"]
    assert card("en", "JP", DIRECTORY, NOW).warnings == ()


def noted(country: str, words: str, now: datetime, zone: ZoneInfo | None = None) -> str:
    """What stands in brackets after a line with these hours."""
    line = msgspec.structs.replace(
        DIRECTORY.lines[0], country=country, hours_text=words, hours=read_hours(words, country), free=None
    )
    return card("en", country, Directory((line,)), now, zone=zone).text.split("\n")[2].partition("(")[2][:-1]


@pytest.mark.parametrize(
    ("country", "words", "zone", "note"),
    [
        ("JP", "Daily 02:00–05:00 JST", None, "open now, until 05:00"),
        ("JP", "Daily 02:00–05:00 JST", "Asia/Kolkata", "open now, until 01:30"),
        ("JP", "Daily 04:00–05:00 JST", None, "opens: 04:00"),
        ("JP", "Daily 01:00–02:00 JST", None, "opens: Tuesday 01:00"),
        ("JP", "Mon–Tue 00:00–24:00 JST", None, "open now"),
        ("JP", "some nights, 20:00", None, "hours: some nights, 20:00"),
        ("JP", "Daily 00:00–24:00", None, "open day and night"),
        ("US", "Daily 08:00–20:00 ET", None, "open now, hours: Daily 08:00–20:00 ET"),
        ("US", "Daily 20:00–21:00 ET", None, "closed now, hours: Daily 20:00–21:00 ET"),
        ("US", "Daily 08:00–20:00 ET", "America/Los_Angeles", "open now, until 17:00"),
        ("US", "Daily 08:00–20:00", "America/Los_Angeles", "hours: Daily 08:00–20:00"),
        ("US", "24/7", None, "open day and night"),
    ],
)
def test_hours_are_told_in_the_persons_time_or_in_the_directorys_words(
    country: str, words: str, zone: str | None, note: str
) -> None:
    now = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    assert noted(country, words, now, ZoneInfo(zone) if zone else None) == note


@unhurried
@given(st.integers(0, 7 * 24 * 60))
def test_a_line_of_unknown_hours_is_never_called_open(minutes: int) -> None:
    assert "open" not in noted("GB", "by day, not by night", NOW + timedelta(minutes=minutes))


@pytest.mark.public_data
@pytest.mark.skipif(not SHARED.exists(), reason="the public directory is not beside the project")
@pytest.mark.parametrize("locale", LOCALES)
def test_cards_from_the_public_directory_show_its_numbers_as_they_stand(locale: str) -> None:
    directory = read_directory(SHARED.read_bytes())
    places = sorted({line.country for line in directory.lines})
    cards = [card(locale, place, directory, datetime(2026, 11, 22, tzinfo=UTC)) for place in places]
    assert all((line.dial or "") in bare(shown.text) for shown in cards for line in shown.lines)
    assert all(shown.lines for shown in cards)
    assert max(len(shown.text.split()) for shown in cards) <= 130
