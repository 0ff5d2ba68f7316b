"""Laws of the authored lines, in every language."""

import re
from importlib import resources

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from humanely.affect.phrases import phrases
from humanely.response.phrasebook import LineBroken, LocaleUnknown, Phrasebook, locale_of, locales, phrasebook
from humanely.response.repair import repair
from humanely.response.rules import default_rules
from humanely.response.said import opening, said
from humanely.response.situation import Situation
from tests.response.occasions import LOCALES, TOPICS

FORMS = {"topic", "with", "about"}
WATCH = 60
SHORT = re.compile(r"step-(?!send_link$)|choice-open|acknowledge-(plain|grateful)")
BANNED = {
    "en": ("inconvenience", "rest assured", "valued customer", "calm down", "policy", "unfortunately", "as soon as"),
    "de": ("unannehmlichkeit", "sehr geehrte", "beruhigen", "leider", "zeitnah", "bemüht", "richtlinie"),
    "es": ("inconveniente", "molestias ocasionadas", "estimado cliente", "cálmese", "lamentablemente", "política"),
    "fr": ("désagrément", "gêne occasionnée", "cher client", "calmez", "malheureusement", "désolé", "politique"),
    "it": ("inconveniente", "disagio", "gentile cliente", "si calmi", "purtroppo", "al più presto"),
    "pt": ("inconveniente", "transtorno", "prezado", "acalme", "infelizmente", "obrigad", "assim que possível"),
}
SPEAKS_AGAINST = ("blame", "dismissal", "stock", "cheer", "empty_promise")
GLAD = ("acknowledge-grateful", "cheer")
"""To be glad with somebody who is glad is no cheer in pain."""
GENDERED_SELF = re.compile(r"\b(obrigad[oa]|désolée?|(?:estoy|sono|estou) \w+(?:ad|at|id)[oa])\b")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - named by the library
        self.found.add("topic" if node.id.name in FORMS else node.id.name)


def source(locale: str) -> str:
    return (resources.files("humanely.response") / "locales" / locale / "replies.ftl").read_text(encoding="utf-8")


def messages(locale: str) -> dict[str, ast.Message]:
    body = FluentParser().parse(source(locale)).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


def variables(attribute: ast.Attribute) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(attribute)
    return frozenset(visitor.found)


def lines(locale: str, *, familiar: bool) -> dict[str, list[str]]:
    """Every choosable line of a locale, by message."""
    book = phrasebook(locale)
    values = {"value": "7", **book.forms("delivery", familiar=familiar)}
    return {
        name: [book.render(name, variant, values, familiar=familiar) for variant in book.variants(name)]
        for name in messages(locale)
        if not name.startswith(("topic-", "fact-"))
    }


LINES = [(locale, familiar) for locale in LOCALES for familiar in (False, True)]


def test_the_locales_are_those_promised() -> None:
    assert locales() == set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_has_the_messages_and_variants_of_english(locale: str) -> None:
    mine, english = phrasebook(locale), phrasebook("en")
    assert messages(locale).keys() == messages("en").keys()
    assert {name: mine.variants(name) for name in messages("en")} == {
        name: english.variants(name) for name in messages("en")
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_every_variant_of_a_message_uses_the_same_variables_as_in_english(locale: str) -> None:
    english = {name: variables(message.attributes[0]) for name, message in messages("en").items()}
    found = {name: {variables(each) for each in message.attributes} for name, message in messages(locale).items()}
    assert found == {name: {used} for name, used in english.items()}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_message_is_written_twice(locale: str) -> None:
    written = re.findall(r"^([a-z][\w-]*) =", source(locale), re.MULTILINE)
    assert len(written) == len(set(written))


@pytest.mark.parametrize("locale", LOCALES)
def test_familiar_twins_have_a_formal_line(locale: str) -> None:
    names = {(name, each.id.name) for name, message in messages(locale).items() for each in message.attributes}
    twins = {(name, variant) for name, variant in names if variant.endswith("-familiar")}
    assert {(name, variant.removesuffix("-familiar")) for name, variant in twins} <= names


@pytest.mark.parametrize("locale", LOCALES)
def test_every_topic_has_its_forms(locale: str) -> None:
    assert {frozenset(phrasebook(locale).forms(topic)) for topic in TOPICS} == {frozenset(FORMS)}


@pytest.mark.parametrize(("locale", "familiar"), LINES)
def test_six_lines_a_message_each_opening_in_its_own_way(locale: str, familiar: bool) -> None:
    openings = {name: {opening(line) for line in said_by} for name, said_by in lines(locale, familiar=familiar).items()}
    assert {name: len(found) for name, found in openings.items()} == dict.fromkeys(openings, 6)


@pytest.mark.parametrize(("locale", "familiar"), LINES)
def test_what_must_fit_a_watch_does(locale: str, familiar: bool) -> None:
    long = [
        line
        for name, said_by in lines(locale, familiar=familiar).items()
        for line in said_by
        if SHORT.match(name) and len(line) > WATCH
    ]
    assert not long


@pytest.mark.parametrize(("locale", "familiar"), LINES)
def test_a_question_about_any_topic_fits_a_watch(locale: str, familiar: bool) -> None:
    book = phrasebook(locale)
    asked = [
        book.render("step-clarify", variant, book.forms(topic, familiar=familiar), familiar=familiar)
        for topic in TOPICS
        for variant in book.variants("step-clarify")
    ]
    assert [line for line in asked if len(line) > WATCH] == []


@pytest.mark.parametrize(("locale", "familiar"), LINES)
def test_what_opens_a_talk_and_asks_back_is_sent_even_to_a_question(locale: str, familiar: bool) -> None:
    book, asked = phrasebook(locale), Situation(messages=("?",), language=locale)
    lines = [
        book.render(name, variant, book.forms("refund", familiar=familiar), familiar=familiar)
        for name in ("step-clarify", "step-clarify_again", "step-greet", "step-close")
        for variant in book.variants(name)
    ]
    assert [line for line in lines if repair(line, asked, default_rules()).text != line] == []


@pytest.mark.parametrize(("locale", "familiar"), LINES)
def test_sorry_is_said_where_it_is_meant_and_nowhere_else(locale: str, familiar: bool) -> None:
    misplaced = [
        line
        for name, said_by in lines(locale, familiar=familiar).items()
        for line in said_by
        if said(line, locale).apologised != (name == "apologise-ours")
    ]
    assert not misplaced


@pytest.mark.parametrize(("locale", "familiar"), LINES)
def test_no_banned_phrase_no_cheer_no_shouting(locale: str, familiar: bool) -> None:
    everything = "\n".join(line for said_by in lines(locale, familiar=familiar).values() for line in said_by).casefold()
    assert [phrase for phrase in BANNED[locale] if phrase in everything] == []
    assert "!" not in everything
    assert not GENDERED_SELF.search(everything)


@pytest.mark.parametrize(("locale", "familiar"), LINES)
def test_no_line_has_words_that_speak_against_an_answer(locale: str, familiar: bool) -> None:
    lists = phrases(locale)
    assert lists is not None
    found = [
        (name, line, against)
        for name, said_by in lines(locale, familiar=familiar).items()
        for line in said_by
        for against in SPEAKS_AGAINST
        if (name, against) != GLAD and f"answer.{against}" in lists.find(lists.tokens(line))
    ]
    assert not found


def test_spanish_knows_tu_and_usted() -> None:
    book = phrasebook("es")
    assert book.render("choice-open", "a", {}) == "¿Qué le ayudaría más ahora mismo?"
    assert book.render("choice-open", "a", {}, familiar=True) == "¿Qué te ayudaría más ahora mismo?"
    assert book.forms("order", familiar=True)["with"] == "con tu pedido"


@pytest.mark.parametrize(("tag", "locale"), [("de-AT", "de"), ("pt_BR", "pt"), ("EN", "en")])
def test_a_region_is_served_by_its_language(tag: str, locale: str) -> None:
    assert locale_of(tag) == locale


@pytest.mark.parametrize("tag", ["ja", "", "deu", "../en"])
def test_an_unknown_language_is_said_to_be_unknown(tag: str) -> None:
    with pytest.raises(LocaleUnknown, match="Use one of de, en, es, fr, it, pt"):
        locale_of(tag)
    with pytest.raises(LocaleUnknown):
        phrasebook(tag)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("hello = Hello", "greeting", id="message_missing"),
        pytest.param("greeting =\n    .b = Hello", "greeting", id="variant_missing"),
        pytest.param("greeting =\n    .a = Hello { $name }", "greeting", id="value_missing"),
        pytest.param("greeting =\n    .a = Hello { -brand }", "greeting", id="term_missing"),
    ],
)
def test_museum_of_broken_lines(text: str, message: str) -> None:
    with pytest.raises(LineBroken, match=r"locales/en/replies\.ftl"):
        Phrasebook("en", text).render(message, "a", {})
