"""Laws of the layer of words for risk to life, and what its lists fire on and leave alone."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.affect import phrases
from humanely.affect.crisis import crisis, languages, words_of_risk

SAID = {
    "en": "I want to kill myself",
    "de": "Ich will nicht mehr leben",
    "es": "Ya no quiero vivir",
    "fr": "J'ai envie de mourir",
    "it": "Voglio farla finita",
    "pt": "Não quero mais viver",
    "nl": "Ik wil niet meer leven",
    "pl": "Nie chcę już żyć",
    "tr": "Ölmek istiyorum",
    "ru": "Я не хочу больше жить",
    "ar": "أريد أن أموت",
    "hi": "मैं मरना चाहता हूं",
    "zh": "我真的不想活了",
    "ja": "もう死にたいです",
    "ko": "그냥 죽고 싶어요",
    "sw": "Nataka kufa",
    "uk": "Я не хочу жити",
    "cs": "Už nechci žít",
    "sv": "Jag vill inte leva längre",
    "da": "Jeg vil ikke leve mere",
    "no": "Jeg vil ikke leve lenger",
    "fi": "En halua enää elää",
    "el": "Θέλω να πεθάνω",
    "ro": "Vreau să mor",
    "hu": "Nem akarok élni",
    "he": "אני רוצה למות",
    "fa": "میخوام خودکشی کنم",
    "id": "Aku ingin mati saja",
    "vi": "Tôi muốn chết",
    "th": "ฉันอยากตาย",
    "bg": "Искам да умра",
    "hr": "Ne želim više živjeti",
    "sr": "Не желим више да живим",
}


@pytest.mark.parametrize("language", sorted(SAID))
def test_every_list_knows_the_plainest_way_to_say_it(language: str) -> None:
    assert words_of_risk(SAID[language], language)


@pytest.mark.parametrize("language", sorted(SAID))
def test_it_fires_too_where_the_language_is_not_known(language: str) -> None:
    assert words_of_risk(SAID[language], None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Želim da se ubijem"),
        ("sr", "Желим да се убијем"),
        ("hr", "Желим да се убијем"),
        ("da", "Jeg vil ikke våkne opp mer, jeg vil dø i kveld"),
        ("no", "Jeg hænger mig i aften"),
    ],
)
def test_words_are_found_where_a_short_text_is_taken_for_a_language_near_its_own(language: str, text: str) -> None:
    assert words_of_risk(text, language)


def test_every_list_has_its_example() -> None:
    assert set(SAID) == languages()


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to wake up tomorrow.",
        "They'd all be better off without me",
        "im gonna end it all tonight",
        "honestly there is no reason to live",
        "I'm so tired of living",
        "My son says he wants to kill himself, what do I do?",
        "I have been thinking about suicide",
        "everyone would be happier if I was dead",
        "I just want to unalive myself",
        "gonna kms",
        "i cant do this anymore, i have pills here",
    ],
)
def test_what_people_say_of_it(text: str) -> None:
    assert words_of_risk(text, "en")


@pytest.mark.parametrize("text", ["ich hab mir was angetan", "Meine Schwester hat sich etwas angetan"])
def test_what_was_done_already_fires(text: str) -> None:
    assert words_of_risk(text, "de")


def test_what_others_did_does_not() -> None:
    assert words_of_risk("Was haben Sie mir da angetan, das Paket ist zerdrückt", "de") == ()


PASTE = 'Traceback (most recent call last): File "quiz.py", line 3, in load. The module could not be read. ' * 4


@pytest.mark.parametrize("language", sorted(SAID))
def test_words_of_any_language_are_found_in_a_long_paste_of_another(language: str) -> None:
    assert words_of_risk(f"{PASTE}\n{SAID[language]}.\n{PASTE}", "en")


def test_a_long_paste_alone_does_not_fire() -> None:
    assert words_of_risk(PASTE, "en") == ()


def test_chinese_words_are_not_looked_for_in_japanese() -> None:
    asks = "遺言書の保管制度は予約が要りますか。父が還暦の記念に書くと張り切っておりまして。"
    assert words_of_risk(asks * 6, "ja") == ()


@pytest.mark.parametrize(
    "text",
    [
        "I'm dying to see the new model!",
        "This queue is killing me",
        "I could kill for a coffee",
        "bored to death in your waiting line",
        "I could kill myself for forgetting the password",
        "My battery wants to die after an hour",
        "How do I kill the process?",
        "I cut myself on your knife while opening the box",
        "The operation is on Monday and I don't want to die",
        "I would never kill myself",
        "Is Suicide Squad on your streaming plan?",
        "My thesis is on suicide rates. Does the library have the figures?",
        "Does the policy have a suicide clause?",
        "When does the suicide prevention course start?",
        "My father took his own life last year. How do I close his account?",
        "It is 12 kms from here",
        "I can't live without my phone",
    ],
)
def test_idiom_study_contracts_and_mourning_do_not_fire(text: str) -> None:
    assert words_of_risk(text, "en") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ich sterbe vor Neugier"),
        ("es", "Me muero de risa"),
        ("fr", "Je meurs de faim, où est ma commande ?"),
        ("it", "Sto morendo dal ridere"),
        ("pt", "Estou morrendo de fome"),
        ("ru", "Умираю от смеха"),
        ("zh", "笑死我了"),
        ("ja", "死ぬほど美味しい"),
        ("ko", "배고파 죽겠어요"),
    ],
)
def test_idiom_of_other_languages_does_not_fire(language: str, text: str) -> None:
    assert words_of_risk(text, language) == ()


def test_a_plain_wish_fires_beside_study_and_mourning() -> None:
    assert words_of_risk("I failed my thesis and I want to die", "en")
    assert words_of_risk("My father died last year and I want to kill myself", "en")


@pytest.mark.parametrize("apostrophe", ["'", "‘", "’", "ʼ", "`", "´", ""])
def test_any_apostrophe_fires_the_same(apostrophe: str) -> None:
    assert words_of_risk(f"I don{apostrophe}t want to live", "en")


@pytest.mark.parametrize(
    "text",
    [
        "i want to dieeee",
        "I WANT TO DIE",
        "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "i want to d i e",
        "i want to d1e",
        "thinking about su1cide",
        "thinking about s*icide",
        "thinking about sui*ide",
        "i want to k*ll myself",
        "k1ll myse1f",
        "i wa\u00adnt to d\u200bie",
        "I want to... die",
    ],
)
def test_ways_to_write_around_a_filter(text: str) -> None:
    assert words_of_risk(text, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "j ai envie de mourir".replace("j ai", "jai")),
        ("pl", "nie chce juz zyc"),
        ("de", "ich moechte sterben"),
        ("ar", "أُرِيدُ أَنْ أَمُوت"),
        ("ar", "اريد ان اموـــت"),
        ("zh", "我想自s"),
        ("zh", "我想自殺"),
        ("ja", "シニタイ"),
        ("ko", "죽고싶어"),
        ("hi", "main marna chahta hoon"),
    ],
)
def test_accents_marks_and_other_spellings_may_be_missing(language: str, text: str) -> None:
    assert words_of_risk(text, language)


@settings(deadline=None)  # a list is loaded when first needed
@given(
    language=st.sampled_from(sorted(SAID)),
    hidden=st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\ufe0f\u202e"),
    at=st.integers(0, 40),
    upper=st.booleans(),
)
def test_case_and_what_cannot_be_seen_change_nothing(language: str, hidden: str, at: int, upper: bool) -> None:
    text = SAID[language].upper() if upper else SAID[language]
    assert words_of_risk(text[:at] + hidden + text[at:], language)


@settings(deadline=None)  # a list is loaded when first needed
@given(st.text(), st.sampled_from([None, *sorted(SAID), "xx", "en-GB", ""]))
def test_no_text_makes_it_fail(text: str, language: str | None) -> None:
    assert all(words and words in text for words in words_of_risk(text, language))


@settings(deadline=None)  # a list is loaded when first needed
@given(before=st.text(alphabet="abc ,.\n’é漢한👍", max_size=300), language=st.sampled_from(["en", None]))
def test_what_stands_before_in_other_sentences_changes_nothing(before: str, language: str | None) -> None:
    said = "I want to kill myself"
    assert any("kill myself" in words for words in words_of_risk(f"{before}. {said}", language))


def test_the_words_are_those_of_the_text() -> None:
    assert words_of_risk("Ça suffit 👍🏽 … I don’t WANT to\u200b live. Bye", "en") == ("don’t WANT to\u200b live",)


def test_the_words_of_a_long_text_are_few_and_none_twice() -> None:
    words = words_of_risk("I want to die. " * 1000 + "".join(f"I want to {'d' * n}ie. " for n in range(2, 40)), "en")
    assert len(words) <= 16
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    "text",
    [
        "I want to know where my parcel is, it was to be here on Monday. " * 3200,
        "a" * 200_000,
        "d i e " * 33_000,
        "i want to " * 20_000,
        "我的包裹在哪里" * 28_000,
        "s*" * 100_000,
        "1a" * 100_000,
        "\u0301" * 200_000,
    ],
    ids=["plain", "one word", "letters", "begun", "without spaces", "masked", "mixed", "marks"],
)
def test_a_long_text_takes_no_long_time(text: str) -> None:
    words_of_risk("so that lists are loaded", "en")
    words_of_risk(text[:1000], "en")
    began = time.process_time()
    words_of_risk(text, "en")
    # 50 ms where nothing else runs; a slow blow-up would take minutes.
    assert time.process_time() - began < 2


def test_the_lists_are_not_taken_for_lists_of_cues() -> None:
    assert "crisis" not in phrases.languages()


@pytest.mark.parametrize(
    ("text", "probability", "layer"),
    [
        ("I want to die", 0.9, "both"),
        ("I want to die", 0.1, "words"),
        ("Where is it?", 0.9, "model"),
        ("Where is it?", 0.1, None),
    ],
)
def test_either_layer_is_enough(text: str, probability: float, layer: str | None) -> None:
    told = crisis(text, "en", probability, 0.5)
    assert (told.fired, told.layer, told.probability) == (layer is not None, layer, probability)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "took thirty paracetamol, close my account please"),
        ("en", "im going to self delete, not the profile, me"),
        ("en", "I intend to be dead before the weekend"),
        ("de", "ich bring mich heute wegen denen um"),
        ("de", "Morgen werfe ich mich vor den Zug"),
        ("de", "Ich mache meinem Leben morgen selbst ein Ende"),
        ("nl", "ik wil mezelf vanavond iets aandoen"),
        ("nl", "dan beëindig ik zelf mijn leven"),
        ("fr", "j'ai déjà fixé la date pour mourir"),
        ("fr", "jpense me buter samedi"),
        ("es", "me voi a matar"),
        ("es", "No me van a encontrar viva"),
        ("it", "domani mi ucciderò"),
        ("it", "mi sto tagliando da ieri"),
        ("pt", "quero me desviver"),
        ("pt", "Vou pôr fim aos meus dias"),
    ],
)
def test_intent_means_and_words_around_a_filter_in_western_languages(language: str, text: str) -> None:
    assert words_of_risk(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I can't go on to the next screen"),
        ("en", "There is no way out of this chat"),
        ("en", "I plan to be dead tired by nine"),
        ("de", "Ich bin nicht mehr da wohnhaft"),
        ("de", "Ich finde keinen Ausweg aus dem Menü"),
        ("nl", "Er is geen uitweg meer uit dit menu"),
        ("fr", "Je veux en finir demain avec cette démarche"),
        ("fr", "Mon patron va me tuer"),
        ("es", "Ya no vivo en Sevilla"),
        ("es", "Hoy es mi último día en la oficina"),
        ("it", "Abbiamo deciso di partire giovedì"),
        ("it", "Vorrei non esserci più nella vostra lista"),
        ("pt", "Essa sobremesa é de morrer"),
        ("pt", "Hoje é meu último dia no estágio"),
    ],
)
def test_addresses_menus_farewells_to_work_and_idiom_do_not_fire(language: str, text: str) -> None:
    assert words_of_risk(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "wylogowuję się z życia, dobranoc"),
        ("pl", "tnę się od roku"),
        ("tr", "balkondan bırakacağım kendimi"),
        ("tr", "keşke beni kurtarmasaydınız"),
        ("sw", "wataokota maiti yangu mtoni"),
        ("ru", "завязываю жить"),
        ("ru", "я в одном шаге от суицида"),
        ("ar", "نويت أنتحر"),
        ("ar", "ana ra7 mawwet 7ali"),
        ("hi", "मैं ज़िंदा ही नहीं रहूँगा"),
        ("hi", "میں مرنا چاہتی ہوں"),
        ("ja", "人生からログアウトします"),
        ("ja", "〇にたい"),
        ("ko", "너무 힘들어서 죽을 생각만 해요"),
        ("ko", "제 손으로 떠나려고 합니다"),
        ("zh", "我准备注销人生了"),
        ("zh", "故意把自己划伤"),
    ],
)
def test_intent_means_and_words_around_a_filter_in_other_languages(language: str, text: str) -> None:
    assert words_of_risk(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "nie widzę wyjścia z menu"),
        ("pl", "tnę się nożem do chleba"),
        ("tr", "bu telefonu camdan atacağım artık"),
        ("tr", "şirketteki son günüm cuma"),
        ("sw", "nimechoka kuishi kwa wazazi"),
        ("ru", "дедушка ночью не проснулся, как закрыть вклад"),
        ("ru", "с понедельника прекращаю жить в кредит"),
        ("ar", "لن أكون موجودة غدا، خلوا الطلب عند الجيران"),
        ("hi", "aaj 12 kms karna hai"),
        ("hi", "ऑफिस में आज मेरा आखिरी दिन है"),
        ("ja", "御社とのお取引はこれで終わりにします"),
        ("ko", "이 제품은 굳이 살 이유가 없어요"),
        ("ko", "고양이가 팔에 상처를 냈어요"),
        ("zh", "我不在了,已经离职"),
        ("zh", "退出人生重开模拟器闪退"),
    ],
)
def test_work_goods_games_and_mourning_of_other_languages_do_not_fire(language: str, text: str) -> None:
    assert words_of_risk(text, language) == ()


ACTS = [
    line.split("\t")
    for line in (Path(__file__).parent / "assets" / "words_of_risk.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("language", "fires", "text"), ACTS)
def test_an_act_and_no_more_of_life_fire_and_no_more_of_a_service_does_not(
    language: str, fires: str, text: str
) -> None:
    assert bool(words_of_risk(text, language)) == (fires == "1")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Mình cần tư vấn về gói cước", False),
        ("Từ từ rồi giao cũng được", False),
        ("Tủ sắt này giá bao nhiêu?", False),
        ("tu van giup minh goi cuoc nay", False),
        ("Tôi muốn tự tử", True),
        ("TÔI MUỐN TỰ TỬ", True),
        ("toi muon tu tu", True),
        ("Bạn tôi tự tử rồi, cứu với", True),
    ],
)
def test_where_marks_change_what_is_said_they_count(text: str, fires: bool) -> None:
    assert bool(words_of_risk(text, "vi")) == fires
    assert bool(words_of_risk(text, None)) == fires
