"""One turn, from arrival to estimate: clean, mask, name the language, read, fold into exchanges.

The same path serves a single message (`read`), a whole export (`Pipeline.estimate`) and whatever asks next.
"""

import hashlib
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from humanely.affect.cues import cues, pooled
from humanely.context.exchange import Exchange, exchanges
from humanely.context.trajectory import TurnReading
from humanely.signal.cleaning import clean
from humanely.signal.language import identify_all, majority
from humanely.signal.masking import Masked, mask, mask_conversation
from humanely.signal.turn import Conversation, Turn

if TYPE_CHECKING:
    from humanely.affect.reading import AnswerReading, Evidence, Reading
    from humanely.affect.text import TextEstimator


class ReadConversation(msgspec.Struct, frozen=True):
    """A conversation with everything estimated of it; every text in it is masked.

    Attributes:
        conversation: the masked turns and what the export says of the whole.
        language: of the customer, ISO 639-1; None when too little was said to tell.
        readings: one for each turn.
        exchanges: customer's run and answers, in order.
        masked: how many personal data of each kind were masked.
    """

    conversation: Conversation
    language: str | None
    readings: tuple[TurnReading, ...]
    exchanges: tuple[Exchange, ...]
    masked: Mapping[str, int]


class Felt(msgspec.Struct, frozen=True):
    """What the model says of one text: the part of a reading that an audit needs of every turn."""

    emotions: Mapping[str, float]
    valence: float
    arousal: float | None
    confident: bool
    settled: bool
    situation: Mapping[str, float]
    situations: tuple[str, ...]
    called_for: float
    vector: bytes


SETTLED = 0.65
"""A side of the sentiment at least this probable is stood by: on the dev split it is then right 4 times in 5."""


class Memory:
    """What was read of the texts met last, so that equal and near-equal texts are read once.

    Texts are near-equal when they differ in white space or digits only; the form that is read is the
    common one, so what comes out does not depend on which was met first.
    """

    def __init__(self, size: int = 60_000) -> None:
        self.size = size
        self.held: OrderedDict[bytes, Felt] = OrderedDict()
        self.distinct = 0

    def read(self, texts: Sequence[str], estimator: "TextEstimator") -> list[Felt]:
        """Estimate every text, running the model only on forms not held."""
        forms = [common_form(text) for text in texts]
        # Digests, because a long mail would weigh as much as a thousand short messages.
        keys = [hashlib.blake2b(form.encode("utf-8", "replace"), digest_size=16).digest() for form in forms]
        fresh = {key: form for key, form in zip(keys, forms, strict=True) if key not in self.held}
        new = dict(zip(fresh, felt(list(fresh.values()), estimator), strict=True))
        self.distinct += len(fresh)
        found = [new[key] if key in new else self.held[key] for key in keys]
        for key, value in zip(keys, found, strict=True):
            self.held[key] = value
            self.held.move_to_end(key)
        while len(self.held) > self.size:
            self.held.popitem(last=False)
        return found


def common_form(text: str) -> str:
    """The form that near-equal texts share: white space collapsed, every digit a nought.

    >>> common_form("Order  1234 is late!!")
    'Order 0000 is late!!'
    """
    return " ".join(text.translate(_NOUGHTS).split())


_NOUGHTS = str.maketrans("123456789", "000000000")


def felt(texts: Sequence[str], estimator: "TextEstimator") -> list[Felt]:
    """Run the model over a batch of texts."""
    import numpy as np

    from humanely.affect.labels import GOEMOTIONS, SITUATIONS

    if not texts:
        return []
    columns = estimator.estimate_columns(texts)
    arousal = [None if value != value else value for value in columns.arousal.tolist()]
    settled = columns.readable & ~columns.unknown & (columns.sentiment.max(axis=1) >= SETTLED)
    return [
        Felt(
            emotions=dict(zip(GOEMOTIONS, columns.emotions[i].tolist(), strict=True)),
            valence=float(columns.valence[i]),
            arousal=arousal[i],
            confident=bool(columns.confident[i]),
            settled=bool(settled[i]),
            situation=dict(zip(SITUATIONS, columns.situation[i].tolist(), strict=True)),
            situations=estimator.situations(columns.situation[i]),
            called_for=float(columns.need[i]),
            vector=columns.vectors[i].astype(np.float16).tobytes(),
        )
        for i in range(len(texts))
    ]


class Pipeline:
    """The way of a turn, with the model and its memory.

    Args:
        estimator: reads texts; the shipped one by default.
    """

    def __init__(self, estimator: "TextEstimator | None" = None) -> None:
        if estimator is None:
            from humanely.affect.text import shipped

            estimator = shipped()
        self.estimator = estimator
        self.memory = Memory()

    def estimate(self, conversations: Sequence[Conversation]) -> list[ReadConversation]:
        """Estimate whole conversations; more at a time is faster and gives the same values."""
        prepared = [_prepare(conversation) for conversation in conversations]
        texts = [turn.text for one in prepared for turn in one.conversation.turns]
        felts = iter(self.memory.read(texts, self.estimator))
        read = []
        for one in prepared:
            readings = tuple(
                customer(turn, one.language, next(felts))
                if turn.is_customer
                else TurnReading(turn, language, vector=next(felts).vector)
                for turn, language in zip(one.conversation.turns, one.languages, strict=True)
            )
            met = exchanges(readings, self.estimator)
            read.append(ReadConversation(one.conversation, one.language, readings, met, one.masked))
        return read


class _Prepared(msgspec.Struct, frozen=True):
    """A masked conversation with the language of the customer and of each turn."""

    conversation: Conversation
    language: str | None
    languages: tuple[str | None, ...]
    masked: Mapping[str, int]


def _prepare(conversation: Conversation) -> _Prepared:
    """Clean, mask, and name the languages, before anything estimates."""
    texts = mask_conversation([clean(turn.text) for turn in conversation.turns])
    kinds = Counter(span.kind for text in texts for span in text.spans)
    turns = tuple(
        msgspec.structs.replace(turn, text=text.text) for turn, text in zip(conversation.turns, texts, strict=True)
    )
    conversation = _without_names(conversation)
    language = majority([turn.text for turn in turns if turn.is_customer]) or conversation.language
    return _Prepared(
        msgspec.structs.replace(conversation, turns=turns), language, _languages(turns, language), dict(kinds)
    )


def _without_names(conversation: Conversation) -> Conversation:
    """Labels of a conversation masked like its texts; an id that is an address or a number of somebody is replaced."""
    masked_id = mask(clean(conversation.conversation_id))
    known = conversation.conversation_id
    if masked_id.spans:
        known = "id-" + hashlib.blake2b(known.encode("utf-8", "replace"), digest_size=5).hexdigest()
    labels = {
        name: mask(clean(label)).text
        for name in ("channel", "journey", "group")
        if (label := getattr(conversation, name)) is not None
    }
    return msgspec.structs.replace(conversation, conversation_id=known, **labels)


def _languages(turns: Sequence[Turn], customer: str | None) -> tuple[str | None, ...]:
    """The language of each turn: the customer's for theirs, of answers their own, None where it cannot be told."""
    own = identify_all([turn.text for turn in turns])
    return tuple(customer if turn.is_customer else language for turn, language in zip(turns, own, strict=True))


def customer(turn: Turn, language: str | None, felt: Felt) -> TurnReading:
    """A customer's turn with what its words and the model say of it."""
    return TurnReading(
        turn,
        language,
        cues=pooled(cues(turn.text, language), felt.situation, felt.situations),
        emotions=felt.emotions,
        valence=felt.valence,
        arousal=felt.arousal,
        confident=felt.confident,
        settled=felt.settled,
        called_for=felt.called_for,
        vector=felt.vector,
    )


def read(texts: Sequence[str], *, evidence: bool = True) -> "list[Reading]":
    """Estimate what messages may feel like.

    Personal data are masked before the model sees a text; spans of evidence point into the text given.

    Args:
        texts: any strings, also empty ones.
        evidence: whether to say which words made each estimate (several times slower).

    Returns:
        One `Reading` for each text, in order.

    Raises:
        ModelUnavailable: the shipped weights are missing or damaged.
    """
    from humanely.affect.text import shipped

    masked = [mask(clean(text)) for text in texts]
    languages = identify_all([one.text for one in masked])
    readings = shipped().estimate([one.text for one in masked], languages=languages, evidence=evidence)
    return [
        msgspec.structs.replace(reading, evidence=tuple(_in_original(span, one) for span in reading.evidence))
        for reading, one in zip(readings, masked, strict=True)
    ]


def _in_original(span: "Evidence", masked: Masked) -> "Evidence":
    start, end = masked.original(span.start, span.end)
    return msgspec.structs.replace(span, start=start, end=end)


def read_answers(answers: Sequence[str], messages: Sequence[str] | None = None) -> "list[AnswerReading]":
    """Estimate what answers show: how they meet the person, and what speaks against them.

    Args:
        answers: any strings, also empty ones.
        messages: what each of them answers; without it "understands" and "ignored question" are guesses.

    Raises:
        ModelUnavailable: the shipped weights are missing or damaged.
    """
    import numpy as np

    from humanely.affect.answer import shown, with_model
    from humanely.affect.reading import AnswerReading, ModelName
    from humanely.affect.text import shipped

    estimator = shipped()
    said = [mask(clean(text)).text for text in answers]
    asked = [""] * len(said) if messages is None else [mask(clean(text)).text for text in messages]
    columns = estimator.estimate_columns(said)
    before = estimator.estimate_columns(asked)
    known = before.vectors * np.array([bool(text.strip()) for text in asked])[:, None]
    readings = []
    languages = identify_all(said)
    for i, estimate in enumerate(estimator.estimate_answers(columns.vectors, known)):
        language = languages[i]
        found = with_model(shown(said[i], message=asked[i], language=language), estimate)
        readings.append(
            AnswerReading(
                language=language,
                language_status=estimator.language_status(language),
                feels_with=found.feels_with,
                understands=found.understands,
                asks=found.asks,
                acts=found.acts,
                shown=found.value,
                politeness=float(columns.politeness[i]),
                promise=estimate.marks["promise"],
                against=tuple(dict.fromkeys(one.name for one in found.against)),
                model=ModelName(estimator.name, estimator.version),
            )
        )
    return readings
