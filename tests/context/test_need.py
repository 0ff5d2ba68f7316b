"""Facts and laws of the empathy called for."""

import json
import statistics
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.cues import CUES, Cue, cues
from humanely.affect.labels import GOEMOTIONS
from humanely.context.need import MODEL_SHARE, AsRead, History, Need, need

ASSETS = Path(__file__).parent / "assets"
CALM = dict.fromkeys(GOEMOTIONS, 0.0)


def of(text: str, language: str = "en", history: History | None = None, **emotions: float) -> Need:
    return need(
        cues(text, language),
        AsRead(emotions={**CALM, **emotions} if emotions else None, confident=True),
        history or History(),
    )


CALMLY = AsRead(need=0.05, valence=0.1, confident=True)


@given(st.floats(-1, 0))
def test_who_says_that_they_feel_bad_is_in_need_however_calm_the_words(said: float) -> None:
    calm = need((), CALMLY, History())
    found = need((), msgspec.structs.replace(CALMLY, said=said), History())
    assert found.value == pytest.approx(calm.value + (1 - calm.value) * 0.6 * -said)


def test_very_bad_calls_for_as_much_as_what_is_said_outright() -> None:
    (term,) = need((), AsRead(said=-1.0), History()).terms
    assert (term.name, term.amount) == ("said", 0.6)
    assert of("I'm scared").value == pytest.approx(0.6)


def test_who_says_that_they_feel_bad_is_not_settled_by_a_glad_word() -> None:
    before = History(said_before=True)
    glad = need(cues("Great, thanks!", "en"), AsRead(valence=0.9), before)
    said = need(cues("Great, thanks!", "en"), AsRead(valence=0.9, said=-0.5), before)
    assert {"said", "said_before"} <= {term.name for term in said.terms}
    assert said.value > glad.value


def test_an_estimate_of_pain_counts_half_where_the_person_denies_it() -> None:
    angry = AsRead(emotions={**CALM, "anger": 0.8}, confident=True)
    (whole,) = need((), angry, History()).terms
    (half,) = need((), msgspec.structs.replace(angry, said=0.0), History()).terms
    assert half.amount == pytest.approx(whole.amount / 2)


NEUTRAL = [
    ("en", "Great, thanks!"),
    ("en", "Perfect, that works for me."),
    ("en", "Awesome. What time does it open?"),
    ("en", "Can you help me find a hotel in Paris?"),
    ("en", "I'd like to rent a car from Monday to Friday."),
    ("en", "How do I reset my password?"),
    ("en", "I'll be there at 5, see you then."),
    ("en", "Which documents do I need for the course?"),
    ("en", "When will my order arrive?"),
    ("en", "Yes please, two tickets for tomorrow."),
    ("en", "Could you send me the invoice as a PDF?"),
    ("en", "I want to change my delivery address."),
    ("en", "We're leaving on the 5th, is breakfast included?"),
    ("en", "No, that's all for now."),
    ("en", "How much is shipping to Canada?"),
    ("de", "Super, danke!"),
    ("de", "Perfekt, das passt mir gut."),
    ("de", "Toll. Wann öffnen Sie?"),
    ("de", "Können Sie mir helfen, ein Hotel in Köln zu finden?"),
    ("de", "Ich möchte ein Auto mieten, von Montag bis Freitag."),
    ("de", "Wie setze ich mein Passwort zurück?"),
    ("de", "Welche Unterlagen brauche ich für den Kurs?"),
    ("de", "Wann kommt meine Bestellung an?"),
    ("de", "Ja bitte, zwei Karten für morgen."),
    ("de", "Können Sie mir die Rechnung als PDF schicken?"),
    ("de", "Ich möchte meine Lieferadresse ändern."),
    ("de", "Nein, das war alles, danke."),
    ("de", "Wie viel kostet der Versand nach Österreich?"),
    ("de", "Ist der Kurs auch für Anfänger geeignet?"),
    ("de", "Guten Tag, ich habe eine Frage zu meinem Vertrag."),
    ("es", "Genial, gracias."),
    ("es", "Perfecto, me viene bien."),
    ("es", "Estupendo. ¿A qué hora abren?"),
    ("es", "¿Me puede ayudar a encontrar un hotel en Sevilla?"),
    ("es", "Quiero alquilar un coche de lunes a viernes."),
    ("es", "¿Cómo cambio mi contraseña?"),
    ("es", "¿Qué documentos necesito para el curso?"),
    ("es", "¿Cuándo llega mi pedido?"),
    ("es", "Sí, por favor, dos entradas para mañana."),
    ("es", "¿Me puede enviar la factura en PDF?"),
    ("es", "Quisiera cambiar la dirección de entrega."),
    ("es", "No, eso es todo, gracias."),
    ("es", "¿Cuánto cuesta el envío a Canarias?"),
    ("es", "Hola, tengo una pregunta sobre mi contrato."),
    ("es", "Me gustaría reservar una mesa para cuatro."),
    ("fr", "Super, merci !"),
    ("fr", "Parfait, ça me va."),
    ("fr", "Génial. À quelle heure ouvrez-vous ?"),
    ("fr", "Pouvez-vous m'aider à trouver un hôtel à Lyon ?"),
    ("fr", "Je voudrais louer une voiture de lundi à vendredi."),
    ("fr", "Comment changer mon mot de passe ?"),
    ("fr", "Quels documents faut-il pour le cours ?"),
    ("fr", "Quand arrive ma commande ?"),
    ("fr", "Oui, deux billets pour demain s'il vous plaît."),
    ("fr", "Pouvez-vous m'envoyer la facture en PDF ?"),
    ("fr", "Je souhaite modifier mon adresse de livraison."),
    ("fr", "Non, c'est tout, merci."),
    ("fr", "Combien coûte la livraison en Belgique ?"),
    ("fr", "Bonjour, j'ai une question sur mon contrat."),
    ("fr", "Je voudrais réserver une table pour quatre."),
    ("it", "Ottimo, grazie!"),
    ("it", "Perfetto, per me va bene."),
    ("it", "Fantastico. A che ora aprite?"),
    ("it", "Mi può aiutare a trovare un albergo a Torino?"),
    ("it", "Vorrei noleggiare un'auto da lunedì a venerdì."),
    ("it", "Come cambio la password?"),
    ("it", "Quali documenti servono per il corso?"),
    ("it", "Quando arriva il mio ordine?"),
    ("it", "Sì, due biglietti per domani, per favore."),
    ("it", "Mi può mandare la fattura in PDF?"),
    ("it", "Vorrei cambiare l'indirizzo di consegna."),
    ("it", "No, è tutto, grazie."),
    ("it", "Quanto costa la spedizione in Svizzera?"),
    ("it", "Buongiorno, ho una domanda sul mio contratto."),
    ("it", "Vorrei prenotare un tavolo per quattro."),
    ("pt", "Ótimo, obrigado!"),
    ("pt", "Perfeito, por mim está bem."),
    ("pt", "Maravilha. A que horas abrem?"),
    ("pt", "Pode me ajudar a encontrar um hotel em Lisboa?"),
    ("pt", "Queria alugar um carro de segunda a sexta."),
    ("pt", "Como mudo a minha senha?"),
    ("pt", "Que documentos preciso para o curso?"),
    ("pt", "Quando chega a minha encomenda?"),
    ("pt", "Sim, dois bilhetes para amanhã, por favor."),
    ("pt", "Podem enviar a fatura em PDF?"),
    ("pt", "Gostaria de alterar a morada de entrega."),
    ("pt", "Não, é tudo, obrigada."),
    ("pt", "Quanto custa o envio para a Madeira?"),
    ("pt", "Boa tarde, tenho uma dúvida sobre o meu contrato."),
    ("pt", "Queria reservar uma mesa para quatro."),
]


@pytest.mark.parametrize(("language", "text"), NEUTRAL)
def test_an_everyday_request_calls_for_none(language: str, text: str) -> None:
    # A lone "fantastic" may pass for light joy, no more.
    assert of(text, language).value < 0.31


@pytest.mark.parametrize("text", ["What are your opening hours?", "Thanks, that solved it!!!", "ok", ""])
def test_facts_thanks_and_small_talk_call_for_none(text: str) -> None:
    assert of(text).value < 0.25


@pytest.mark.parametrize(
    "text", ["Third time I write and nobody listens.", "I'm desperate, my rent is due and you lost my refund!"]
)
def test_pain_said_outright_calls_for_much(text: str) -> None:
    assert of(text).value >= 0.75


def test_strong_distress_calls_for_more_than_mild() -> None:
    assert of("Well.", anger=0.9).value > of("Well.", annoyance=0.5).value > of("Well.").value == 0.0


def test_strong_joy_calls_for_light_sharing() -> None:
    assert 0.25 <= of("Guess what", joy=0.9).value <= 0.4


def test_joy_in_words_and_joy_as_read_are_one_joy() -> None:
    assert of("I'm so happy!!!", joy=0.9).value <= 0.4


def test_tears_of_joy_are_no_pain() -> None:
    told = cues("I was so worried, I nearly cried. It went through, thank you 😭", "en")
    glad = need(told, AsRead(emotions=None, valence=0.6, arousal=None, confident=True), History())
    hurt = need(told, AsRead(emotions=None, valence=-0.6, arousal=None, confident=True), History())
    assert glad.value < 0.25 < 0.5 < hurt.value


HISTORY = History(failed=2, unanswered=2)


@pytest.mark.parametrize("text", ["It works now, thank you!", "Yay, it finally worked!"])
def test_once_the_matter_is_settled_the_past_no_longer_presses(text: str) -> None:
    assert of(text, history=HISTORY).value == of(text).value < 0.5 < of("And now?", history=HISTORY).value


def test_who_thanks_but_is_stuck_is_not_settled() -> None:
    text = "Thanks, but it still doesn't work."
    assert of(text, history=HISTORY).value > of(text).value >= 0.5


def test_a_clearly_unpleasant_valence_stands_in_for_a_feeling_read_too_faintly() -> None:
    def read(anger: float, valence: float) -> Need:
        emotions = {**CALM, "anger": anger}
        return need((), AsRead(emotions=emotions, valence=valence, arousal=None, confident=True), History())

    assert [term.name for term in read(0.1, -0.9).terms] == ["unpleasant"]
    assert [term.name for term in read(0.9, -0.9).terms] == ["anger"]
    assert read(0.0, -0.3).value == 0.0


def test_an_estimate_that_abstains_counts_half() -> None:
    sure, unsure = (
        need((), AsRead(emotions={"anger": 0.8}, valence=None, arousal=None, confident=confident), History())
        for confident in (True, False)
    )
    assert unsure.value == pytest.approx(sure.value / 2)


def test_without_a_model_a_low_valence_counts() -> None:
    low = need((), AsRead(emotions=None, valence=-0.9, arousal=0.8, confident=True), History())
    assert low.value >= 0.5
    assert [term.name for term in low.terms] == ["unpleasant"]


@pytest.mark.parametrize(
    "history",
    [History(failed=1), History(unanswered=1), History(human_refused=1), History(said_before=True)],
)
def test_what_went_before_raises_it(history: History) -> None:
    assert of("And now?", history=history).value > of("And now?").value


def test_asked_to_skip_it_lowers_it() -> None:
    assert of("Just the number, please. It failed again.").value < of("It failed again.").value + 0.01
    term = next(term for term in of("Just the number, please.").terms if term.name == "wants_facts_only")
    assert term.amount < 0


CUE = st.builds(
    lambda name, start: Cue(name=name, start=start, end=start + 1, text="x"), st.sampled_from(CUES), st.just(0)
)
PROBABILITY = st.floats(0, 1)


BEFORE = {"failed", "unanswered", "human_refused", "said_before"}


@given(
    found=st.lists(CUE, max_size=8),
    emotions=st.none() | st.dictionaries(st.sampled_from(GOEMOTIONS), PROBABILITY, max_size=6),
    valence=st.none() | st.floats(-1, 1),
    arousal=st.none() | PROBABILITY,
    read=st.none() | PROBABILITY,
    history=st.builds(
        History,
        failed=st.integers(0, 9),
        unanswered=st.integers(0, 9),
        human_refused=st.integers(0, 3),
        said_before=st.booleans(),
    ),
)
def test_need_stays_in_range_and_its_terms_make_it(
    found: list[Cue],
    emotions: dict[str, float] | None,
    valence: float | None,
    arousal: float | None,
    read: float | None,
    history: History,
) -> None:
    told = AsRead(emotions=emotions, valence=valence, arousal=arousal, confident=True, need=read)
    estimate = need(found, told, history)
    calm = lowered = 1.0
    for term in estimate.terms:
        if term.name not in BEFORE | {"as_a_whole"}:
            calm *= 1 - max(term.amount, 0)
            lowered *= 1 + min(term.amount, 0)
    value = (1 - calm) * lowered
    whole = sum(term.amount for term in estimate.terms if term.name == "as_a_whole")
    value = value + (1 - value) * whole if whole >= 0 else value * (1 + whole)
    for term in estimate.terms:
        if term.name in BEFORE:
            value += (1 - value) * term.amount
    assert 0.0 <= estimate.value <= 1.0
    assert estimate.value == pytest.approx(value)


@given(read=PROBABILITY, found=st.lists(CUE, max_size=5))
def test_words_and_model_are_averaged(read: float, found: list[Cue]) -> None:
    words = need(found, AsRead(), History()).value
    both = need(found, AsRead(need=read), History()).value
    assert both == pytest.approx(MODEL_SHARE * read + (1 - MODEL_SHARE) * words, abs=0.005)


def test_what_came_before_counts_whatever_the_model_reads() -> None:
    again = History(said_before=True)
    calm = need(cues("And??", "en"), AsRead(need=0.0), again)
    assert calm.value >= need((), AsRead(), again).value


def test_a_faint_situation_calls_for_less_than_a_plain_one() -> None:
    said = need([Cue("complains", 0, 1, "x")], AsRead(), History())
    read = need([Cue("complains", 0, 0, "", 0.6)], AsRead(), History())
    assert 0 < read.value < said.value
    assert read.terms[0].words == ()


def test_name_and_skin_tone_change_nothing() -> None:
    one = of("I'm Anna and I've been waiting for weeks, nobody answers 👍🏻")
    other = of("I'm Emre and I've been waiting for weeks, nobody answers 👍🏿")
    assert one.value == pytest.approx(other.value, abs=0.05)


def test_rules_alone_rank_the_authored_turns() -> None:
    lines = [json.loads(line) for line in (ASSETS / "needs_test.jsonl").read_text(encoding="utf-8").splitlines()]
    by_label: dict[int, list[float]] = {0: [], 1: [], 2: [], 3: []}
    for line in lines:
        by_label[line["need"]].append(of(line["text"], line["language"]).value)
    none, light, clear, strong = (statistics.fmean(by_label[label]) for label in range(4))
    # The order of the means holds with wide gaps at the figures of docs/empathy-gap.md; single turns do err.
    assert none + 0.05 < clear < strong
    assert none < 0.25
    assert light < clear
