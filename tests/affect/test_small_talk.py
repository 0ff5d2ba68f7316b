"""Greetings and closings, in sixteen languages, and messages that say more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.crisis import crisis
from humanely.affect.farewell import languages as farewells
from humanely.affect.small_talk import language_of, languages, only_closes, only_greets, small_talk

GREETINGS = {
    "ar": "السلام عليكم", "de": "Guten Tag zusammen", "en": "hi there", "es": "hola buenas", "fr": "Bonjour à tous",
    "hi": "नमस्ते", "it": "Buongiorno", "ja": "こんにちは", "ko": "안녕하세요", "nl": "Hoi", "pl": "Dzień dobry",
    "pt": "Olá, tudo bem?", "ru": "Здравствуйте!", "sw": "habari", "tr": "Merhaba", "zh": "你好，在吗",
}  # fmt: skip
CLOSINGS = {
    "ar": "شكرا", "de": "Alles klar, danke", "en": "alright, thanks", "es": "vale gracias", "fr": "d'accord merci",
    "hi": "ठीक है धन्यवाद", "it": "va bene grazie", "ja": "わかりました。ありがとうございます", "ko": "네 감사합니다",
    "nl": "oké bedankt", "pl": "dobrze, dziękuję", "pt": "tá bom, obrigada", "ru": "хорошо, спасибо",
    "sw": "sawa asante", "tr": "tamam teşekkürler", "zh": "好的谢谢",
}  # fmt: skip


def test_all_languages_have_both() -> None:
    assert languages() == farewells() == set(GREETINGS) == set(CLOSINGS)


@pytest.mark.parametrize("language", sorted(GREETINGS))
def test_a_greeting_opens_a_talk_and_a_closing_ends_it(language: str) -> None:
    assert small_talk([GREETINGS[language]], opens=True) == "greets"
    assert small_talk([CLOSINGS[language]], opens=False) == "closes"


@pytest.mark.parametrize(
    "text",
    ["Hello", "heyyyy!!", "Hello [name]", "Hi, I have a question", "hello? anyone there?", "Moin", "good morning team"],
)
def test_more_greetings(text: str) -> None:
    assert only_greets(text)


@pytest.mark.parametrize(
    "text", ["ok", "OK 👍", "thanks, bye", "Okay great, thank you so much!", "got it", "bye", "nix, tschüss"]
)
def test_more_closings(text: str) -> None:
    assert only_closes(text)


@pytest.mark.parametrize(
    "text",
    [
        "no", "yes", "ja", "nothing", "ok but why?", "ok?", "Hello, my parcel is late", "thanks for nothing",
        "goodbye everyone", "great, now it is broken", "Hello I want to die", "fine, I'll leave then",
        "I have a question", "", "…", "hi " * 60,
    ],
)  # fmt: skip
def test_what_says_more_or_may_be_an_answer_is_no_small_talk(text: str) -> None:
    assert not only_greets(text)
    assert not only_closes(text)


def test_one_word_may_greet_and_take_leave() -> None:
    assert small_talk(["Ciao"], opens=True) == "greets"
    assert small_talk(["Ciao"], opens=False) == "closes"
    assert small_talk(["Hello again"], opens=False) == "greets"


@pytest.mark.parametrize("language", sorted(GREETINGS))
def test_small_talk_tells_its_language(language: str) -> None:
    assert language_of(GREETINGS[language]) == language
    assert language_of(CLOSINGS[language]) == language


def test_words_of_several_languages_tell_none() -> None:
    assert language_of("Hi") is None
    assert language_of("Where is my parcel?") is None


@pytest.mark.parametrize("language", sorted(GREETINGS))
def test_a_closing_does_not_alarm_the_model_of_risk(language: str) -> None:
    assert not crisis(CLOSINGS[language], language, 0.99, 0.2).fired


@pytest.mark.parametrize(
    "text",
    ["thanks for everything", "gracias por todo", "merci pour tout", "grazie per tutto", "danke für alles", "no"],
)
def test_what_may_be_more_than_small_talk_still_alarms_it(text: str) -> None:
    assert crisis(text, None, 0.99, 0.2).fired


def test_every_message_that_waits_has_to_be_small_talk() -> None:
    assert small_talk(["Hello", "Hi?"], opens=True) == "greets"
    assert small_talk(["Hello", "where is my parcel"], opens=True) is None
    assert small_talk([], opens=True) is None


@given(st.text("好的谢拜hi ok.,!你", max_size=80))
def test_no_text_takes_long_to_tell(text: str) -> None:
    assert small_talk([text], opens=True) in {"greets", "closes", None}


def test_a_text_that_could_be_read_in_many_ways_is_told_at_once() -> None:
    assert not only_closes("好的" * 38 + "x")


@pytest.mark.parametrize(
    "text",
    [
        "are you a real person?", "Hi, is this a bot?", "Bist du ein Mensch?", "¿Eres un robot?",
        "vous êtes un robot ou quoi ?", "Sei un robot?", "Você é um robô?", "вы робот?", "你是机器人吗？", "AIですか？",
    ],
)  # fmt: skip
def test_who_only_asks_whether_a_machine_answers(text: str) -> None:
    assert small_talk([text], opens=False) == "asks_who"


@pytest.mark.parametrize(
    "text", ["are you a real person? my parcel is late", "Is this a real person's account?", "can I talk to a person?"]
)
def test_who_asks_for_more_is_not_taken_for_small_talk(text: str) -> None:
    assert small_talk([text], opens=False) is None
