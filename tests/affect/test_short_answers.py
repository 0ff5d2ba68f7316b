"""A plain yes, a plain no, "when?" and "representative", in sixteen languages; and what says more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.short_answers import languages, names_human, short_answer
from humanely.affect.small_talk import languages as small_talks

YES = {
    "ar": "نعم من فضلك", "de": "Ja, gerne!", "en": "Yes please", "es": "Sí, por favor", "fr": "Oui, volontiers",
    "hi": "हाँ कृपया", "it": "Sì, grazie", "ja": "はい、お願いします", "ko": "네, 부탁드려요", "nl": "Ja graag",
    "pl": "Tak, poproszę", "pt": "Sim, por favor", "ru": "Да, пожалуйста", "sw": "ndiyo tafadhali",
    "tr": "evet lütfen", "zh": "好的，谢谢",
}  # fmt: skip
NO = {
    "ar": "لا شكرا", "de": "Nein danke", "en": "No thanks", "es": "No, gracias", "fr": "Non merci",
    "hi": "नहीं धन्यवाद", "it": "No, grazie", "ja": "いいえ、結構です", "ko": "아니요, 괜찮아요", "nl": "Nee, dank je",
    "pl": "Nie, dziękuję", "pt": "Não, obrigada", "ru": "Нет, спасибо", "sw": "hapana asante",
    "tr": "hayır teşekkürler", "zh": "不用了，谢谢",
}  # fmt: skip
WHEN = {
    "ar": "متى سيأتي أحد؟", "de": "Wann kommt jemand?", "en": "When will somebody come?",
    "es": "¿Cuánto tengo que esperar?", "fr": "Combien de temps faut-il attendre ?", "hi": "कोई कब आएगा?",
    "it": "Quando arriva qualcuno?", "ja": "いつ来ますか？", "ko": "얼마나 기다려야 하나요?",
    "nl": "Komt er nog iemand?",
    "pl": "Kiedy ktoś przyjdzie?", "pt": "Quanto tempo demora?", "ru": "Сколько ещё ждать?",
    "sw": "mtu atakuja lini?", "tr": "Ne kadar beklemem gerekiyor?", "zh": "还要等多久？",
}  # fmt: skip
HUMAN = {
    "ar": "موظف خدمة العملاء من فضلك", "de": "einen Mitarbeiter bitte!", "en": "REPRESENTATIVE",
    "es": "un agente por favor", "fr": "je veux un conseiller", "hi": "एजेंट से बात करनी है", "it": "operatore",
    "ja": "オペレーターにつないで", "ko": "상담원 연결해 주세요", "nl": "een medewerker graag", "pl": "Konsultant!",
    "pt": "falar com atendente", "ru": "Оператор", "sw": "mhudumu tafadhali", "tr": "müşteri temsilcisi",
    "zh": "转人工",
}  # fmt: skip


def test_all_languages_have_them() -> None:
    assert languages() == small_talks() == set(YES) == set(NO) == set(WHEN) == set(HUMAN)


@pytest.mark.parametrize("language", sorted(YES))
def test_each_is_known_for_what_it_is(language: str) -> None:
    found = [short_answer(words[language]) for words in (YES, NO, WHEN)]
    assert found == ["yes", "no", "when"]


@pytest.mark.parametrize(
    "text",
    [
        "no, that's not it", "No, that did not help", "yes it is broken", "yes and no", "ok", "thanks", "no problem",
        "when will my parcel come?", "ja, aber wo ist mein Paket?", "oui mais", "", "…", "yes " * 60, "I want to die",
        "no, I want to end it",
    ],
)  # fmt: skip
def test_what_says_more_is_no_short_answer(text: str) -> None:
    assert short_answer(text) is None


@pytest.mark.parametrize("language", sorted(HUMAN))
def test_who_names_a_human_and_no_more_wants_one(language: str) -> None:
    assert names_human(HUMAN[language])


@pytest.mark.parametrize(
    "text",
    [
        "human?", "Real person？", "هل أنت إنسان؟", "no human", "thanks, agent", "hello agent", "estate agent",
        "2 person", "Eine Person", "una persona", "une personne", "Mensch!", "your manager", "ya encargado", "谢谢客服",
        "an agent has called me", "my manager", "human error", "please", "I want to", "Danke, Mitarbeiter",
        "不要人工", "人工智能", "3 человека", "担当者がいません", "", "…", "agent " * 20,
    ],
)  # fmt: skip
def test_who_speaks_of_a_human_asks_for_none(text: str) -> None:
    assert not names_human(text)


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_in_time(text: str) -> None:
    assert short_answer(text) in {"yes", "no", "when", None}
    assert names_human(text) in {True, False}
