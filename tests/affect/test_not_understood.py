"""Answers that say they did not understand, and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.not_understood import clauses, languages, not_understood

ONLY_THAT = {
    "en": [
        "Sorry, I did not understand. Please type 'billing' or 'delivery'.",
        "Hmm, I didn't catch that. Could you put it in other words?",
        "I'm sorry, I don't understand your question. Please choose one of these: 1. Orders 2. Returns 3. Other",
        "I'm just a bot and still learning. I'm not sure what you mean, please try again.",
        "That is not a valid option. Reply 1 for orders or 2 for returns.",
        "Oops! I couldn't recognise your request.\nHere are things you can ask:\n- Track my parcel\n- Opening hours",
    ],
    "de": [
        "Entschuldigung, das habe ich leider nicht verstanden. Bitte formulieren Sie Ihre Frage um.",
        "Ich verstehe Sie leider nicht. Wählen Sie bitte eine der folgenden Optionen: Rechnung, Lieferung, Sonstiges.",
        "Leider konnte ich Ihre Anfrage nicht verstehen, bitte versuchen Sie es noch einmal.",
    ],
    "es": [
        "Lo siento, no te he entendido. Escribe MENÚ para ver las opciones.",
        "Perdona, no entiendo tu mensaje. ¿Puedes decirlo de otra manera?",
    ],
    "fr": [
        "Désolé, je n'ai pas compris votre demande. Veuillez choisir une option ci-dessous.",
        "Je ne comprends pas. Pouvez-vous reformuler ?",
    ],
    "it": [
        "Mi dispiace, non ho capito la tua richiesta. Scegli una delle seguenti opzioni.",
        "Scusa, non riesco a capire. Puoi ripetere con altre parole?",
    ],
    "pt": [
        "Desculpe, não entendi a sua pergunta. Digite 1 para pedidos ou 2 para trocas.",
        "Não consegui entender. Pode reformular, por favor?",
    ],
    "nl": [
        "Sorry, ik heb je vraag niet begrepen. Kies een van de volgende onderwerpen.",
        "Dat begrijp ik helaas niet. Kunt u het anders formuleren?",
    ],
    "pl": [
        "Przepraszam, nie rozumiem. Proszę wpisać numer zamówienia.",
        "Niestety nie zrozumiałem Twojej wiadomości. Wybierz jedną z poniższych opcji.",
    ],
    "tr": [
        "Üzgünüm, sizi anlayamadım. Lütfen aşağıdaki seçeneklerden birini seçin.",
        "Maalesef ne demek istediğinizi anlamadım. Başka bir şekilde yazar mısınız?",
    ],
    "ru": [
        "Извините, я вас не понял. Пожалуйста, выберите один из пунктов меню.",
        "К сожалению, не удалось распознать ваш запрос. Попробуйте сформулировать иначе.",
    ],
    "ar": [
        "عذرا، لم أفهم سؤالك. يرجى اختيار أحد الخيارات التالية.",
        "آسف، لم أتمكن من فهم رسالتك. هل يمكنك إعادة صياغة السؤال؟",
    ],
    "hi": [
        "माफ़ कीजिए, मैं आपकी बात समझ नहीं पाया। कृपया दूसरे शब्दों में लिखें।",
        "क्षमा करें, मुझे समझ नहीं आया। नीचे दिए गए विकल्पों में से चुनें।",
    ],
    "ja": [
        "申し訳ございません、ご質問を理解できませんでした。別の言い方でお試しください。",
        "すみません、よくわかりませんでした。次の項目からお選びください。",
    ],
    "ko": [
        "죄송합니다. 질문을 이해하지 못했습니다. 다른 표현으로 다시 입력해 주세요.",
        "잘 알아듣지 못했어요. 아래 메뉴에서 선택해 주세요.",
    ],
    "sw": [
        "Samahani, sijaelewa swali lako. Tafadhali chagua moja ya yafuatayo.",
        "Sielewi ujumbe wako. Jaribu tena kwa maneno mengine.",
    ],
    "zh": [
        "抱歉，我没听懂您的意思，请换个说法。",
        "不好意思，无法识别您的问题。请从以下选项中选择：订单、退货、其他。",
    ],
}


@pytest.mark.parametrize(("language", "answer"), [(code, one) for code, own in ONLY_THAT.items() for one in own])
def test_a_machine_that_only_says_it_did_not_understand(language: str, answer: str) -> None:
    assert not_understood(answer) is not None, language


def test_every_list_has_its_example() -> None:
    assert set(ONLY_THAT) == languages()


@pytest.mark.parametrize(
    "answer",
    [
        "I did not understand your last message, but I have refunded the fee today; it is back by Friday.",
        "I'm sorry, I didn't quite understand: did the charge appear twice or did the refund fail?",
        "I don't understand why they charged you twice, that should never happen. I'm taking it off right now.",
        "I can't understand how this went wrong, and I am sorry.",
        "You said you did not understand the invoice: the first line is the monthly fee.",
        "Please choose one of the following: 1. Billing 2. Delivery",
        "Could you rephrase the subject line? Then I can file it today.",
        "I understand. A new one leaves today.",
        "You're right, I missed that. Sorry.",
        "I couldn't get that refund through the system, so I have asked Maria in accounts to do it by hand.",
        "Sorry, I didn't get that.\nHello, Ana here, I have your case open and I am sending a courier this afternoon.",
        "Ich verstehe nicht, wie das passieren konnte. Das Geld ist morgen wieder auf Ihrem Konto.",
        "Je ne comprends pas pourquoi ce colis est resté bloqué, je relance le transporteur dès maintenant.",
        "No entiendo por qué le cobraron dos veces; se lo devuelvo hoy mismo.",
        "Non capisco perché sia successo, le rimborso subito l'importo.",
        "Não entendo por que isso aconteceu; já pedi o reembolso.",
        "Nie rozumiem, dlaczego tak się stało, ale zwrot wychodzi dzisiaj.",
        "Не понимаю, почему так вышло, деньги вернём сегодня.",
        "なぜこうなったのか分かりませんが、本日中に代わりの品をお送りします。",
        "我不明白为什么会重复扣款，今天就给您退回。",
        "",
    ],
)
def test_who_says_more_than_that_is_left_alone(answer: str) -> None:
    assert not_understood(answer) is None


@given(st.text(alphabet=st.sampled_from("I did not understand. Sorry, 1\n理解！please"), max_size=60))
def test_what_it_quotes_stands_in_the_answer(answer: str) -> None:
    found = not_understood(answer)
    assert found is None or answer[found.start : found.end] == found.text != ""


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_clauses_lie_apart_in_the_answer(answer: str) -> None:
    found = list(clauses(answer))
    assert all(answer[start : start + len(clause)] == clause for start, clause in found)
    assert all(one[0] + len(one[1]) <= two[0] for one, two in pairwise(found))
