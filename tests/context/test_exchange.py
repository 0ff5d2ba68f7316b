"""How a conversation folds into exchanges."""

from hypothesis import given
from hypothesis import strategies as st

from humanely.affect.cues import cues
from humanely.context.exchange import exchanges
from humanely.context.trajectory import TurnReading
from humanely.signal.turn import Speaker, Turn

C, A, B = Speaker.CUSTOMER, Speaker.AGENT, Speaker.ASSISTANT


def conversation(*said: tuple[Speaker, str], language: str | None = "en") -> list[TurnReading]:
    return [
        TurnReading(Turn(at, speaker, text), language, cues(text, language) if speaker is C else ())
        for at, (speaker, text) in enumerate(said)
    ]


def test_runs_of_turns_are_one_exchange() -> None:
    folded = exchanges(conversation((A, "Hi"), (C, "one"), (C, "two"), (B, "x"), (A, "y"), (C, "three")))
    assert [(one.customer, one.answers) for one in folded] == [((1, 2), (3, 4)), ((5,), ())]


def test_an_unanswered_exchange_has_no_gap() -> None:
    (only,) = exchanges(conversation((C, "Nobody listens!")))
    assert (only.is_answered, only.shown, only.gap, only.counts, only.is_cold) == (False, None, None, False, False)


def test_gap_is_need_less_shown() -> None:
    (only,) = exchanges(conversation((C, "Nobody listens!"), (A, "Calm down.")))
    assert only.shown is not None
    assert only.gap == only.need.value - only.shown.value
    assert only.is_cold
    assert only.counts


def test_gush_over_thanks_is_too_much() -> None:
    (only,) = exchanges(conversation((C, "Thanks!"), (A, "I'm so sorry! I've sent you a refund today, our mistake.")))
    assert only.gap is not None
    assert only.gap < 0
    assert not only.counts


def test_an_unknown_language_cannot_be_told() -> None:
    (only,) = exchanges(conversation((C, "Labas"), (A, "Sveiki"), language=None))
    assert (only.is_answered, only.shown, only.gap) == (True, None, None)


def test_an_apology_loop_is_found_over_exchanges() -> None:
    said = conversation((C, "It's broken"), (A, "Sorry about that."), (C, "And now?"), (A, "Sorry again."))
    first, second = exchanges(said)
    assert first.shown is not None
    assert second.shown is not None
    assert "second_apology" not in [one.name for one in first.shown.against]
    assert "second_apology" in [one.name for one in second.shown.against]


def terms(*said: tuple[Speaker, str]) -> set[str]:
    return {term.name for term in exchanges(conversation(*said))[-1].need.terms}


def test_history_counts_failed_attempts_and_the_same_words() -> None:
    assert {"failed", "said_before"} <= terms(
        (C, "The reset link still doesn't work"), (B, "Try again"), (C, "the reset link still doesn't work!")
    )


def test_a_human_refused_is_remembered_until_one_speaks() -> None:
    asked = (C, "Let me talk to a human")
    assert "human_refused" in terms(asked, (B, "I am a bot."), (C, "So?"))
    assert "human_refused" not in terms(asked, (A, "Anna here."), (C, "So?"))


def test_an_ignored_question_is_remembered() -> None:
    assert "unanswered" in terms((C, "Where is my parcel?"), (B, "Thank you for contacting us."), (C, "Well"))


def test_not_being_understood_leaves_a_message_unanswered() -> None:
    assert "unanswered" in terms(
        (C, "My parcel is gone"), (B, "Sorry, I did not understand. Please rephrase."), (C, "Well")
    )


def test_of_each_feeling_the_strongest_message_counts() -> None:
    said = [
        TurnReading(Turn(0, C, "a"), "en", (), {"anger": 0.9}, -0.5, 0.5, True),
        TurnReading(Turn(1, C, "b"), "en", (), {"anger": 0.1}, 0.0, 0.2, True),
    ]
    (only,) = exchanges(said)
    assert [term.name for term in only.need.terms] == ["anger"]
    assert only.need.value > 0.5


def test_of_what_was_said_of_a_feeling_the_last_counts() -> None:
    well, unwell = (TurnReading(Turn(at, C, "ok"), "en", said=said) for at, said in enumerate((0.5, -1.0)))
    (worse,) = exchanges([well, unwell])
    (better,) = exchanges([unwell, well])
    assert [(term.name, term.amount) for term in worse.need.terms] == [("said", 0.6)]
    assert better.need.value == 0.0


@given(st.lists(st.tuples(st.sampled_from([C, A, B]), st.text(max_size=30)), max_size=12))
def test_every_turn_from_the_first_customer_on_is_in_one_exchange(said: list[tuple[Speaker, str]]) -> None:
    folded = exchanges(conversation(*said))
    places = [at for one in folded for at in (*one.customer, *one.answers)]
    first = next((at for at, (speaker, _) in enumerate(said) if speaker is C), len(said))
    assert places == list(range(first, len(said)))
    assert all(one.answers for one in folded[:-1])
    assert all(one.gap is None or -1 <= one.gap <= 1 for one in folded)


@given(st.lists(st.tuples(st.sampled_from([C, A]), st.text(max_size=30)), min_size=1, max_size=10))
def test_an_exchange_is_judged_only_by_what_came_up_to_it(said: list[tuple[Speaker, str]]) -> None:
    whole = exchanges(conversation(*said))
    for count, exchange in enumerate(whole[:-1], start=1):
        end = exchange.answers[-1] + 1
        assert exchanges(conversation(*said[:end])) == whole[:count]
