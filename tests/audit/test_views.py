"""What the report shows of a conversation: masked, short, and with the words that made it."""

from humanely.audit.detectors import Hit
from humanely.audit.tally import Instance
from humanely.audit.views import QUOTE_LENGTH, TURNS, conversation_view, quotes, short
from tests.audit.conversations import conversation

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
