"""Facts about the empathy an answer shows."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.answer import AGAINST, Shown, sentences, shown, strongest, with_model
from humanely.affect.labels import KINDS, MARKS
from humanely.affect.reading import AnswerEstimate

ASSETS = Path(__file__).parent / "assets"
MESSAGE = "I've been waiting three weeks for my refund and my rent is due on Friday. I'm scared."
KIND = (
    "Three weeks, with rent due on Friday: no wonder you're worried. That was our mistake. I've released the "
    "refund now, it is in your account by Thursday; if you'd rather, I'll send it by express."
)
COLD = "We apologize for any inconvenience. Please be patient."
GUSHING = "Oh my goodness, I'm so so sorry!!! My heart breaks for you! You're so amazing, we love you!!! ❤️❤️"
LANGUAGES = ["de", "en", "es", "fr", "it", "pt"]


def judged(answer: str, message: str = MESSAGE, previous: tuple[str, ...] = ()) -> Shown:
    found = shown(answer, message=message, language="en", previous_answers=previous)
    assert found is not None
    return found


def against(answer: str, message: str = MESSAGE, previous: tuple[str, ...] = ()) -> set[str]:
    return {one.name for one in judged(answer, message, previous).against}


def test_kind_shows_more_than_gushing_and_gushing_more_than_cold() -> None:
    assert judged(KIND).value > judged(GUSHING).value > judged(COLD).value


def test_a_kind_answer_feels_understands_and_acts() -> None:
    found = judged(KIND)
    assert (found.feels_with, found.understands, found.acts, found.against) == (2, 2, 2, ())


def test_a_language_without_phrases_cannot_be_told() -> None:
    assert shown("Kaip galiu padėti?", message="Labas", language="lt") is None
    assert shown("Hello", message="Hi", language=None) is None


def test_a_form_question_is_no_exploration() -> None:
    assert judged("Could you send your order number?").asks <= 1
    assert judged("Is there anything else I can help with?").asks == 0
    assert judged("What would help most while you wait for the refund?").asks == 2


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("You should have read the terms.", "blame"),
        ("Calm down.", "dismissal"),
        ("We apologise for any inconvenience.", "stock_phrase"),
        ("We will look into it as soon as possible.", "empty_promise"),
        ("Great news! Have a great day 😀", "cheer_in_pain"),
        (GUSHING, "gush"),
    ],
)
def test_what_speaks_against_an_answer(answer: str, name: str) -> None:
    assert name in against(answer)


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (
            "en",
            "You have a call today at three. I'd rather find the parcel than guess; the final invoice is unchanged.",
        ),
        ("en", "You already told us twice, and everyone here can see it now. Read the code to me when you get here."),
        ("de", "Sie müssen nichts mehr tun. Falls Sie selbst noch einmal anrufen möchten: Ihr Antrag ist bewilligt."),
        ("de", "Das regeln wir. Sie sind nicht schuld, wir hätten Sie anrufen müssen. Sehr geehrte Frau Kurz, …"),
        ("es", "El grupo entrega los miércoles, así que tienes dos días más. No tienes que hacer nada más."),
        ("es", "El error es nuestro. He visto su caso y el equipo llega en cuanto usted diga."),
        ("fr", "Tes réponses sont enregistrées. Il suffit d'appeler, je vous rappelle à midi. Bonne journée !"),
        ("fr", "Le règlement est arrivé. Vous avez tout fait. Sa place revient lundi, c'est dans trois jours."),
        ("it", "Possiamo fare due cose. Era scritto male, la colpa è nostra: può aprire e pagare domani."),
        ("pt", "Não há o que desculpar, a culpa é nossa. O técnico vai amanhã e eu ligo para si em seguida."),
        ("pt", "Bom dia. O seu pedido chega na próxima terça; acabei de ler tudo. Pode esperar em casa."),
    ],
)
def test_everyday_words_of_a_good_answer_speak_against_nothing(language: str, answer: str) -> None:
    # An open question and pain, so that everything that can count against an answer may.
    found = shown(answer, message="Why me? I'm crying, nobody listens.", language=language)
    assert found is not None
    assert [one for one in found.against if one.text] == []


def test_an_apology_after_an_apology_counts_against_and_the_first_does_not() -> None:
    again = "I'm sorry about that."
    assert "second_apology" not in against(again)
    assert "second_apology" in against(again, previous=("Sorry!",))
    assert "second_apology" not in against(again, previous=("Sorry!", "It is on its way."))


def test_a_question_without_answer_is_ignored_and_with_a_step_is_not() -> None:
    asked = "Where is my parcel?"
    assert "ignored_question" in against("Thank you for your message.", asked)
    assert "ignored_question" not in against("I've traced it: it arrives tomorrow.", asked)


@pytest.mark.parametrize("language", ["en", "pl", None])
def test_an_answer_that_only_says_it_did_not_understand_shows_nothing(language: str | None) -> None:
    said = "Sorry, I did not understand. Please type 1 for orders or 2 for returns."
    found = shown(said, message="You charged me twice!", language=language)
    assert found is not None
    assert (found.value, found.feels_with, found.understands, found.asks, found.acts) == (0.0, 0, 0, 0, 0)
    assert [(one.name, one.text) for one in found.against] == [("not_understood", "I did not understand.")]


def test_the_model_cannot_make_a_step_of_it() -> None:
    said = shown("I don't understand. Please type your order number.", message="Help!", language="en")
    sure = AnswerEstimate({"acts": 2}, {"acts": 2.0}, {}, ())
    assert said is not None
    assert with_model(said, sure) == said


def test_not_understood_twice_is_also_a_second_apology() -> None:
    again = "Sorry, I did not understand. Please rephrase."
    assert against(again, previous=(again,)) == {"not_understood", "second_apology"}


def test_a_promise_with_a_step_and_a_time_is_not_empty() -> None:
    assert "empty_promise" not in against("I've refunded it, you will have it soon, by Friday.")


def test_no_cheer_counts_against_where_nobody_is_in_pain() -> None:
    assert "cheer_in_pain" not in against("Great news, it arrived! Have a great day", "Did my parcel arrive?")


texts = st.text(max_size=200)


@given(answer=texts, message=texts, language=st.sampled_from(LANGUAGES))
def test_any_answer_gives_a_value_in_range_with_evidence_of_its_own_words(
    answer: str, message: str, language: str
) -> None:
    found = shown(answer, message=message, language=language)
    assert found is not None
    assert 0.0 <= found.value <= 1.0
    assert {found.feels_with, found.understands, found.asks, found.acts} <= {0, 1, 2}
    assert all(answer[span.start : span.end] == span.text for span in found.evidence)
    assert all(one.name in AGAINST and answer[one.start : one.end] == one.text for one in found.against)


NAMES = st.sampled_from(["Anna", "Emre", "Oluwaseun", "Mei", "Fatima", "John", "Nguyễn"])
TONES = st.sampled_from(["", "🏻", "🏽", "🏿"])


@given(one=NAMES, other=NAMES, tone=TONES, who=st.sampled_from(["my wife", "my husband", "my partner"]))
def test_name_pronoun_and_skin_tone_change_little(one: str, other: str, tone: str, who: str) -> None:
    message = f"I'm {{}}, {who} and I have been waiting three weeks. 🙏{tone}"
    answer = "Hi {}, three weeks is far too long for you both. I've sent it today 👍" + tone
    first = judged(answer.format(one), message.format(one)).value
    second = judged(answer.format(other), message.format(other)).value
    plain = judged(answer.format(one).replace(tone, "") if tone else answer.format(one), message.format(one)).value
    assert abs(first - second) <= 0.05
    assert abs(first - plain) <= 0.05


def triples(language: str) -> list[dict[str, str]]:
    lines = (ASSETS / "answers_test.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in map(json.loads, lines) if line["language"] == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kind_answer_of_an_authored_triple_shows_most(language: str) -> None:
    best = 0
    found = triples(language)
    for triple in found:
        value = {
            kind: shown(triple[kind], message=triple["message"], language=language)
            for kind in ("cold", "kind", "gushing")
        }
        cold, kind, gushing = (value[name] for name in ("cold", "kind", "gushing"))
        assert cold
        assert kind
        assert gushing
        best += kind.value > max(cold.value, gushing.value)
    # 20 triples: chance gives a third; the bound lies below the figure of docs/empathy-gap.md by about two triples.
    assert best / len(found) >= BOUND[language]


BOUND = {"de": 0.75, "en": 0.7, "es": 0.85, "fr": 0.9, "it": 0.9, "pt": 0.9}


@pytest.mark.parametrize(
    ("question", "fact"),
    [("How much is it?", "It costs 24 dollars."), ("Is there parking?", "Yes, there is."), ("Which colour?", "Blue.")],
)
def test_a_plain_fact_ignores_no_question(question: str, fact: str) -> None:
    found = shown(fact, message=question, language="en")
    assert found is not None
    assert [against.name for against in found.against] == []


def test_what_one_sentence_does_the_whole_answer_does() -> None:
    degrees = dict.fromkeys(KINDS, 0)
    whole = AnswerEstimate(degrees, dict.fromkeys(KINDS, 0.1), {"promise": 0.5}, ("gush",))
    step = AnswerEstimate({**degrees, "acts": 2}, {**dict.fromkeys(KINDS, 0.0), "acts": 1.8}, {"promise": 0.9}, ())
    found = strongest([whole, step])
    assert found.degrees["acts"] == 2
    assert found.expected == {"feels_with": 0.1, "understands": 0.1, "asks": 0.1, "acts": 1.8}
    assert (found.marks, found.against) == (whole.marks, whole.against)


def test_no_gush_and_no_empty_promise_beside_a_concrete_step() -> None:
    marks = dict.fromkeys(("promise", *MARKS), 0.9)
    full = AnswerEstimate({**dict.fromkeys(KINDS, 0), "acts": 2}, dict.fromkeys(KINDS, 1.0), marks, MARKS)
    named = {one.name for one in with_model(None, full).against}
    assert named == set(MARKS) - {"gush", "empty_promise", "ignored_question"}


@given(
    expected=st.fixed_dictionaries(dict.fromkeys(KINDS, st.floats(0, 2))),
    marks=st.fixed_dictionaries(dict.fromkeys(("promise", *MARKS), st.floats(0, 1))),
    against=st.sets(st.sampled_from(MARKS)).map(tuple),
)
def test_with_a_model_shown_stays_in_range_and_nothing_against_raises_it(
    expected: dict[str, float], marks: dict[str, float], against: tuple[str, ...]
) -> None:
    degrees = {kind: round(value) for kind, value in expected.items()}
    clean = with_model(None, AnswerEstimate(degrees, expected, marks, ()))
    blamed = with_model(None, AnswerEstimate(degrees, expected, marks, against))
    assert 0.0 <= blamed.value <= clean.value <= 1.0


@given(st.text(max_size=300))
def test_sentences_are_few_and_come_from_the_answer(answer: str) -> None:
    found = sentences(answer)
    assert len(found) <= 6
    assert len(found) != 1
    assert all(part in answer for part in found)
