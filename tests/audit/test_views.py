"""What the report shows of a conversation: masked, short, and with the words that made it."""

from humanely.audit.detectors import Hit, cold_answer
from humanely.audit.tally import Instance
from humanely.audit.views import QUOTE_LENGTH, TURNS, conversation_view, quotes, short
from tests.audit.conversations import Asked, conversation, polish, shows

READ = conversation(
    ("customer", "I am so angry, nobody listens!", -0.8),
    ("agent", "One moment."),
    ("agent", "Please see our FAQ."),
    ("customer", "Hopeless. " * 200, -0.9),
)


def test_a_quote_is_the_deepest_turn_with_what_it_answers() -> None:
    (quote,) = quotes([Instance(READ, (Hit(0, 0.2), Hit(2, 0.9, ("FAQ", "FAQ"))))])
    assert (quote.turn, quote.speaker, quote.words) == (3, "agent", ("FAQ",))
    assert quote.before == "I am so angry, nobody listens!"


def test_a_long_quote_is_cut_with_a_mark() -> None:
    (quote,) = quotes([Instance(READ, (Hit(3, 0.9),))])
    assert len(quote.text) <= QUOTE_LENGTH + 5
    assert quote.text.endswith("[…]")


def test_need_and_gap_stand_once_in_a_run_of_messages() -> None:
    view = conversation_view(Instance(READ, (), ("cold_answer",)), {"cold_answer": "Cold answers"})
    assert view.why == "Cold answers"
    assert [turn.gap is not None for turn in view.turns] == [False, False, True, False]
    assert [turn.need is not None for turn in view.turns] == [True, False, False, True]
    assert view.turns[2].parts.keys() == {"feels with", "understands", "asks", "acts"}
    assert view.turns[0].feeling == "anger"


def test_what_a_long_conversation_leaves_out_is_said() -> None:
    long = conversation(*[("customer", f"Hello {number}") for number in range(TURNS + 7)])
    view = conversation_view(Instance(long, (), ()), {})
    assert len(view.turns) == TURNS
    assert "7 more are left out" in view.why


def test_short_text_is_left_alone() -> None:
    assert short("as it is", 8) == "as it is"


def test_a_name_is_never_a_word_of_the_quote() -> None:
    read = conversation(
        ("customer", "I asked three times and nobody listens, I am so angry!", -0.9),
        ("agent", "Well, I don't blame you for that."),
        model={0: Asked(0.9, ("frustrated",)), 1: shows(blame=0.8, dismissal=0.8)},
    )
    (quote,) = quotes([Instance(read, cold_answer(read).hits)])
    assert quote.as_a_whole == ("blame", "dismissal")
    assert not {"", "blame", "dismissal"} & set(quote.words)


def test_what_was_read_without_words_stands_apart_from_the_words() -> None:
    asked, answered, again = conversation_view(Instance(polish(), ()), {}).turns
    assert (asked.words, asked.cues) == ((), ("attempt failed", "frustrated"))
    assert asked.as_a_whole == asked.cues
    assert (answered.words, answered.against, answered.as_a_whole) == ((), ("dismissal",), ("dismissal",))
    assert answered.shown is not None
    assert answered.gap is not None
    assert again.as_a_whole == ("asks for human",)


def test_a_cue_with_words_is_not_said_to_be_without() -> None:
    read = conversation(
        ("customer", "I want to talk to a real person please", -0.4),
        model={0: Asked(0.6, ("asks_for_human", "frustrated"))},
    )
    (turn,) = conversation_view(Instance(read, ()), {}).turns
    assert set(turn.cues) == {"asks for human", "frustrated"}
    assert turn.as_a_whole == ("frustrated",)
    assert turn.words
    assert "" not in turn.words


def test_facts_of_a_finding_are_no_words() -> None:
    (quote,) = quotes([Instance(READ, (Hit(1, 0.5, facts=("after 9 h",)),))])
    assert (quote.words, quote.facts) == ((), ("after 9 h",))
