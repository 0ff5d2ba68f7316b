"""Conversations and quotes as the report shows them; every text is masked and short enough to read."""

from collections.abc import Iterable, Mapping

from humanely.audit.report import ConversationView, Quote, TurnView
from humanely.audit.tally import PARTS, Instance
from humanely.context.exchange import Exchange
from humanely.context.trajectory import TurnReading

QUOTE_LENGTH = 400
TURN_LENGTH = 2_000
TURNS = 60
"""Turns shown of one conversation; what a longer one leaves out is said."""


def quotes(instances: Iterable[Instance]) -> tuple[Quote, ...]:
    """The turn that shows it best, of each conversation."""
    return tuple(_quote(instance) for instance in instances)


def _quote(instance: Instance) -> Quote:
    hit = max(instance.hits, key=lambda hit: hit.depth)
    readings = instance.read.readings
    reading = readings[hit.turn]
    before = [r for r in readings[: hit.turn] if r.turn.is_customer != reading.turn.is_customer]
    return Quote(
        instance.read.conversation.conversation_id,
        hit.turn + 1,
        reading.turn.speaker.value,
        short(reading.turn.text, QUOTE_LENGTH),
        tuple(dict.fromkeys(hit.words)),
        short(before[-1].turn.text, QUOTE_LENGTH) if before else None,
        reading.language,
        in_words(hit.as_a_whole),
        hit.facts,
    )


def conversation_view(instance: Instance, titles: Mapping[str, str]) -> ConversationView:
    """One conversation turn by turn; `titles` names each kind of finding in words."""
    read = instance.read
    why = "; ".join(titles[code] for code in instance.codes)
    left_out = len(read.readings) - TURNS
    if left_out > 0:
        why += f" (the first {TURNS} turns; {left_out} more are left out here)"
    answered = {at: exchange for exchange in read.exchanges for at in exchange.answers}
    asked = {at: exchange for exchange in read.exchanges for at in exchange.customer}
    conversation = read.conversation
    return ConversationView(
        conversation.conversation_id,
        why,
        read.language,
        conversation.channel,
        conversation.journey,
        conversation.group,
        instance.codes,
        tuple(_turn(reading, asked, answered) for reading in read.readings[:TURNS]),
    )


def _turn(reading: TurnReading, asked: dict[int, Exchange], answered: dict[int, Exchange]) -> TurnView:
    at = reading.turn.index
    if reading.turn.is_customer:
        return _customer_turn(reading, asked.get(at))
    return _answer_turn(reading, answered.get(at))


def _customer_turn(reading: TurnReading, exchange: Exchange | None) -> TurnView:
    # A run of messages has one need; it stands at the last of them, where the answer was due.
    need = exchange.need.value if exchange and exchange.customer[-1] == reading.turn.index else None
    return TurnView(
        reading.turn.index + 1,
        reading.turn.speaker.value,
        short(reading.turn.text, TURN_LENGTH),
        reading.turn.time,
        reading.felt,
        feeling(reading),
        need,
        None,
        None,
        {},
        (),
        tuple(dict.fromkeys(cue.text for cue in reading.cues if cue.text)),
        in_words(cue.name for cue in reading.cues),
        in_words(cue.name for cue in reading.cues if not cue.text),
    )


def _answer_turn(reading: TurnReading, exchange: Exchange | None) -> TurnView:
    # Answers in a row are judged as one; what was estimated stands at the last of them.
    last = exchange is not None and exchange.answers[-1] == reading.turn.index
    shown = exchange.shown if exchange and last else None
    return TurnView(
        reading.turn.index + 1,
        reading.turn.speaker.value,
        short(reading.turn.text, TURN_LENGTH),
        reading.turn.time,
        None,
        None,
        None,
        shown.value if shown else None,
        exchange.gap if exchange and last else None,
        {part.replace("_", " "): getattr(shown, part) for part in PARTS} if shown else {},
        in_words(one.name for one in shown.against) if shown else (),
        tuple(dict.fromkeys(span.text for span in shown.evidence)) if shown else (),
        (),
        in_words(one.name for one in shown.against if not one.text) if shown else (),
    )


def in_words(names: Iterable[str]) -> tuple[str, ...]:
    """Names as people write them, each once.

    >>> in_words(["asks_for_human", "urgent", "urgent"])
    ('asks for human', 'urgent')
    """
    return tuple(dict.fromkeys(name.replace("_", " ") for name in names))


def feeling(reading: TurnReading) -> str | None:
    """The most probable of the 28 labels, None when we abstain."""
    if not reading.confident or not reading.emotions:
        return None
    return max(reading.emotions, key=reading.emotions.__getitem__)


def short(text: str, length: int) -> str:
    """The text, cut at a word with a mark that says so."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(maxsplit=1)[0] + " […]"
