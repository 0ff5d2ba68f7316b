"""A farewell to a talk is no farewell to life, and what may be one is left to the model."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.crisis import crisis
from humanely.affect.farewell import is_farewell, languages

PLAIN = {
    "en": ["nothing bye", "no thanks bye", "Bye", "bye!", "goodbye then", "That's all, bye.", "byeeee", "ok bye 👋🏽"],
    "de": ["nix, tschüss", "Nein danke, tschüß!", "Das wars, auf Wiedersehen", "nö, das war alles. Ciao"],
    "es": ["adiós", "nada, adiós", "no, gracias. Hasta luego", "eso es todo, chao"],
    "fr": ["non merci, au revoir", "rien, au revoir", "c'est tout, bonne journée"],
    "it": ["no grazie, ciao", "niente, arrivederci"],
    "pt": ["não, obrigada, tchau", "só isso, até logo"],
    "nl": ["nee bedankt, doei", "niks, dag", "dat was het, tot ziens!"],
    "pl": ["nie, dziękuję, do widzenia", "to wszystko, pa"],
    "tr": ["hayır, teşekkürler, hoşça kalın", "yok, iyi günler", "bu kadar, görüşürüz"],
    "ru": ["ничего, пока", "Нет, спасибо, до свидания", "это всё, всего доброго"],
    "ar": ["لا شكرا، مع السلامة", "هذا كل شيء، باي"],
    "hi": ["नहीं धन्यवाद, बाय", "बस, फिर मिलेंगे"],
    "ja": ["いいえ、大丈夫です。失礼します", "ありがとうございました。ではまた"],
    "ko": ["아니요, 감사합니다. 안녕히 계세요", "없어요. 수고하세요"],
    "sw": ["hapana asante, kwaheri", "ni hayo tu, siku njema"],
    "zh": ["没有了，谢谢，再见", "不用了，拜拜"],
}


@pytest.mark.parametrize(("language", "text"), [(code, one) for code, own in PLAIN.items() for one in own])
def test_where_a_message_only_takes_leave_the_model_alone_does_not_fire(language: str, text: str) -> None:
    assert crisis(text, language, 0.9, 0.2).fired is False
    assert crisis(text, language, 0.9, 0.2).probability == 0.9


def test_every_list_has_its_example() -> None:
    assert set(PLAIN) == languages()


@pytest.mark.parametrize(
    "text",
    [
        "goodbye everyone",
        "goodbye forever",
        "goodbye world",
        "this is goodbye",
        "I won't be here tomorrow, bye",
        "bye forever",
        "goodbye my friends",
        "goodbye mum",
        "bye all",
        "thank you for everything, goodbye",
        "nothing matters, bye",
        "nothing left, bye",
        "I'm done, bye",
        "no more, goodbye",
        "goodbye...",
        "goodbye…",
        "bye 😢",
        "bye 💔",
        "sorry for everything bye",
        "take care of my dog, bye",
        "nothing",
        "no",
        "adieu",
        "adieu à tous",
        "adiós a todos",
        "adiós para siempre",
        "adiós mundo",
        "tschüss ihr lieben",
        "tschüss für immer",
        "lebt wohl",
        "addio",
        "ciao per sempre",
        "adeus",
        "tchau para sempre",
        "vaarwel",
        "dag allemaal",
        "żegnajcie",
        "do widzenia na zawsze",
        "elveda",
        "hoşça kalın dostlarım",
        "прощайте",
        "пока навсегда",
        "وداعا",
        "مع السلامة للأبد",
        "अलविदा",
        "さようなら",
        "다들 안녕히 계세요",
        "kwaheri milele",
        "永别了",
        "再见了世界",
        "",
    ],
)
def test_what_may_be_a_farewell_to_life_fires_as_before(text: str) -> None:
    assert not is_farewell(text)
    assert crisis(text, None, 0.9, 0.2).fired


def test_words_of_risk_are_never_held_back() -> None:
    assert crisis("I want to die. bye", "en", 0.0, 0.2).layer == "words"


@given(st.text(max_size=80))
def test_one_word_more_is_more_than_a_farewell(text: str) -> None:
    assert not is_farewell(f"bye {text} everyone")


def test_a_farewell_said_over_and_over_takes_no_time() -> None:
    started = time.perf_counter()
    for text in ("bye " * 15, "no " * 19 + "x", "bye bye " * 7 + "x", "拜" * 59 + "x", " " * 59 + "x"):
        is_farewell(text)
    assert time.perf_counter() - started < 0.5
