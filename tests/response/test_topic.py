"""What messages are about, on authored messages in ten languages, and the ones that only look it."""

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from humanely.response.plan import Topic
from humanely.response.topic import TOPICS, languages, topic_of

_FILE = Path(__file__).parent / "assets" / "topics.toml"
AUTHORED: list[tuple[str, str, str]] = [
    (language, text, topic)
    for language, by_topic in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()
    for topic, texts in by_topic.items()
    for text in texts
]
REPLIED = ("de", "en", "es", "fr", "it", "pt")


def figures(language: str | None = None) -> tuple[float, float]:
    """Precision and recall on the authored messages, of one language or of all."""
    rows = [row for row in AUTHORED if language in (None, row[0])]
    pairs = [(topic, topic_of([text], spoken)) for spoken, text, topic in rows]
    named = [topic == found for topic, found in pairs if found != "other"]
    meant = [topic == found for topic, found in pairs if topic != "other"]
    return sum(named) / len(named), sum(meant) / len(meant)


def test_on_all_authored_messages_a_topic_is_right_and_seldom_missed() -> None:
    precision, recall = figures()
    assert precision >= 0.95
    assert recall >= 0.9


@pytest.mark.parametrize("language", sorted(languages()))
def test_in_each_language_a_topic_is_right_and_seldom_missed(language: str) -> None:
    precision, recall = figures(language)
    assert precision >= 0.95
    assert recall >= 0.8


@pytest.mark.parametrize("language", REPLIED)
def test_the_authored_messages_hold_every_topic_and_what_only_looks_like_one(language: str) -> None:
    mine = [topic for spoken, _, topic in AUTHORED if spoken == language]
    assert set(mine) == set(get_args(Topic))
    assert mine.count("other") >= 10


def test_every_language_of_replies_has_words() -> None:
    assert set(REPLIED) < languages()
    assert set(TOPICS) | {"other"} == set(get_args(Topic))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Where is the refund for my order?", "refund"),
        ("The certificate of my course is missing", "certificate"),
        ("My account was charged twice", "payment"),
        ("I want my money back for the parcel that never came", "refund"),
    ],
)
def test_the_more_specific_of_two_topics_is_meant(text: str, topic: str) -> None:
    assert topic_of([text], "en") == topic


def test_of_equally_specific_topics_the_last_is_meant() -> None:
    assert topic_of(["My certificate came, thank you. Now I need an appointment."], "en") == "appointment"
    assert topic_of(["Can I move my appointment?", "And my password does not work."], "en") == "access"


@pytest.mark.parametrize("text", ["in order to", "Of course", "Is this in order?", "It's your fault", "account for it"])
def test_words_that_only_look_like_a_topic_are_none(text: str) -> None:
    assert topic_of([text], "en") == "other"


def test_a_region_is_ignored_and_without_words_everything_is_other() -> None:
    assert topic_of(["Onde está o meu pedido?"], "pt-BR") == "order"
    assert topic_of(["Missä tilaukseni on?"], "fi") == "other"
    assert topic_of(["Where is my order?"], None) == "other"
    assert topic_of([], "en") == "other"
