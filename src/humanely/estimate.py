"""One turn, from arrival to estimate: clean, mask, name the language, read, fold into exchanges.

The same path serves a single message (`read`), a whole export (`ConversationReader.estimate`) and whatever asks next.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from humanely.affect.answer import sentences
from humanely.affect.cues import Alone, cues, in_doubt, pooled
from humanely.context.exchange import Exchange, exchanges
from humanely.context.trajectory import TurnReading
from humanely.errors import UsageError
from humanely.signal.cleaning import clean
from humanely.signal.language import identify_all, majority
from humanely.signal.masking import Masked, mask, mask_conversation
from humanely.signal.turn import Conversation, Speaker, Turn

if TYPE_CHECKING:
    from humanely.affect.memory import Felt
    from humanely.affect.reading import AnswerReading, Crisis, Evidence, Reading
    from humanely.affect.text import Columns, TextEstimator


WANTED = frozenset((
    "asks_for_human", "attempt_failed", "grateful", "open_question", "repeats", "threatens_to_leave", "urgent",
    "wants_facts_only",
))  # fmt: skip
"""Situations that are no feelings: what a person asks for, reports or plans, in their own words."""


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


class Fresh(msgspec.Struct, frozen=True, kw_only=True):
    """A turn that has just come in, alone.

    Attributes:
        turn: its text as it was said.
        language: of what the customer said before, or as the channel declares it; None where nobody knows.
        feelings: it may be estimated how it may feel.
        risk: it may be read for a risk to life.
    """

    turn: Turn
    language: str | None = None
    feelings: bool = True
    risk: bool = True


class FreshReading(msgspec.Struct, frozen=True):
    """A turn just read.

    Attributes:
        masked: the text with its personal data hidden.
        reading: of the masked text; where feelings may not be estimated, no more than what is `WANTED` in its words.
        crisis: whether a life may be at risk; None where it was not looked for.
        vector: of the masked text, as in `TurnReading.vector`; for finding answers, whatever may be estimated.
    """

    masked: Masked
    reading: TurnReading
    crisis: "Crisis | None"
    vector: bytes


class ConversationReader:
    """Reads conversations, with the model and its memory.

    Args:
        estimator: reads texts; the shipped one by default.
    """

    def __init__(self, estimator: "TextEstimator | None" = None) -> None:
        if estimator is None:
            from humanely.affect.text import shipped

            estimator = shipped()
        from humanely.affect.memory import Memory

        self.estimator = estimator
        self.memory = Memory()

    def estimate(self, conversations: Sequence[Conversation]) -> list[ReadConversation]:
        """Estimate whole conversations; more at a time is faster and gives the same values."""
        prepared = [_prepare(conversation) for conversation in conversations]
        met = self._met(
            [turn for one in prepared for turn in one.conversation.turns],
            [language for one in prepared for language in one.languages],
            [self._is_off(one.language) for one in prepared for _ in one.languages],
        )
        alone = self._alone(met)
        every = (_turn(one, alone) for one in met)
        read = []
        for one in prepared:
            readings = tuple(islice(every, len(one.languages)))
            folded = exchanges(readings, self.estimator)
            read.append(ReadConversation(one.conversation, one.language, readings, folded, one.masked))
        return read

    def fresh(self, arrived: "Sequence[Fresh]") -> list[FreshReading]:
        """Read turns that have just come in, whatever conversations they belong to; more at a time is faster."""
        masked = [mask(clean(one.turn.text)) for one in arrived]
        languages = [
            own or one.language for own, one in zip(identify_all([m.text for m in masked]), arrived, strict=True)
        ]
        turns = [
            msgspec.structs.replace(one.turn, text=hidden.text) for one, hidden in zip(arrived, masked, strict=True)
        ]
        met = self._met(turns, languages, [self._is_off(language) for language in languages])
        alone = self._alone(one for one, asked in zip(met, arrived, strict=True) if asked.feelings)
        return [self._fresh(asked, hidden, one, alone) for asked, hidden, one in zip(arrived, masked, met, strict=True)]

    def _fresh(self, asked: Fresh, masked: Masked, one: "_Met", alone: Alone) -> FreshReading:
        from humanely.affect.crisis import crisis

        turn, whole = one.turn, one.felts[0]
        reading = _turn(one, alone) if asked.feelings else _heard(turn, one.language)
        found = None
        if turn.is_customer and asked.risk:
            found = crisis(turn.text, one.language, whole.risk, self.estimator.sheet.calibration.crisis_from)
        return FreshReading(masked, reading, found, whole.vector)

    def _is_off(self, language: str | None) -> bool:
        return self.estimator.language_status(language) == "off"

    def _met(self, turns: Sequence[Turn], languages: Sequence[str | None], off: Sequence[bool]) -> "list[_Met]":
        felts = iter(self.memory.read([text for turn in turns for text in _read_of(turn)], self.estimator))
        return [
            _Met(turn, language, tuple(next(felts) for _ in _read_of(turn)), is_off)
            for turn, language, is_off in zip(turns, languages, off, strict=True)
        ]

    def _alone(self, met: "Iterable[_Met]") -> Alone:
        """Read alone the sentences in which a phrase is in doubt: few, and all of them at once."""
        doubtful = list(dict.fromkeys(sentence for one in met for sentence in _in_doubt(one)))
        felts = self.memory.read(doubtful, self.estimator)
        return {sentence: felt.situation for sentence, felt in zip(doubtful, felts, strict=True)}


class _Met(msgspec.Struct, frozen=True):
    """A masked turn and what the model says of each of its texts, `_read_of` it; `off` where its language is."""

    turn: Turn
    language: str | None
    felts: "tuple[Felt, ...]"
    off: bool


def _in_doubt(one: _Met) -> tuple[str, ...]:
    whole = one.felts[0]
    if not one.turn.is_customer or one.off or not whole.readable:
        return ()
    return in_doubt(one.turn.text, cues(one.turn.text, one.language), whole.situation)


def _read_of(turn: Turn) -> list[str]:
    """The texts the model reads of a turn: the whole, and of an answer each sentence."""
    return [turn.text] if turn.is_customer else [turn.text, *sentences(turn.text)]


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


def _turn(one: _Met, alone: Alone) -> TurnReading:
    """A turn with what its words and the model say of it; without the model where its language is off."""
    if one.turn.is_customer:
        return customer(one.turn, one.language, None if one.off else one.felts[0], alone)
    if one.off:
        return TurnReading(one.turn, one.language)
    whole, *parts = (felt.vector for felt in one.felts)
    return TurnReading(one.turn, one.language, vector=whole, parts=tuple(parts))


def _heard(turn: Turn, language: str | None) -> TurnReading:
    """A turn of which no feeling may be estimated: who asks for a human has to be heard all the same."""
    found = cues(turn.text, language) if turn.is_customer else ()
    return TurnReading(turn, language, cues=tuple(cue for cue in found if cue.name in WANTED), estimated=False)


def unestimated(reading: TurnReading) -> TurnReading:
    """A customer's reading with no feeling that was estimated: what they said they feel, and `WANTED`, stay."""
    heard = tuple(cue for cue in reading.cues if cue.name in WANTED and cue.text)
    return TurnReading(reading.turn, reading.language, cues=heard, said=reading.said, estimated=False)


def customer(turn: Turn, language: str | None, felt: "Felt | None", alone: Alone = MappingProxyType({})) -> TurnReading:
    """A customer's turn with what its words say of it, and the model where there is one and it can read the turn.

    Args:
        felt: what the model says of the whole turn.
        alone: what it says of sentences in which a phrase is in doubt, where they were read (`affect.cues.in_doubt`).
    """
    said = cues(turn.text, language)
    if felt is None or not felt.readable:
        return TurnReading(turn, language, cues=said)
    return TurnReading(
        turn,
        language,
        cues=pooled(turn.text, said, felt.situation, felt.situations, alone),
        emotions=felt.emotions,
        valence=felt.valence,
        arousal=felt.arousal,
        confident=felt.confident,
        settled=felt.settled,
        called_for=felt.need,
        vector=felt.vector,
    )


def read(
    texts: Sequence[str], *, languages: Sequence[str | None] | None = None, evidence: bool = True
) -> "list[Reading]":
    """Estimate what messages may feel like.

    Personal data are masked before the model sees a text; spans of evidence point into the text given.

    Args:
        texts: any strings, also empty ones.
        languages: codes, ISO 639-1, of texts whose language is known; None, for one or for all, tells it by the words.
        evidence: whether to say which words made each estimate (several times slower).

    Returns:
        One `Reading` for each text, in order.

    Raises:
        UsageError: `texts` is one string, not a list of strings.
        ModelUnavailable: the shipped weights are missing or damaged.
    """
    from humanely.affect.text import shipped

    _refuse_one_string(texts)
    masked = [mask(clean(text)) for text in texts]
    told = identify_all([one.text for one in masked])
    known = told if languages is None else [own or one for own, one in zip(languages, told, strict=True)]
    readings = shipped().estimate([one.text for one in masked], languages=known, evidence=evidence)
    return [
        msgspec.structs.replace(reading, evidence=tuple(_in_original(reading.evidence, one)))
        for reading, one in zip(readings, masked, strict=True)
    ]


def _in_original(evidence: "Sequence[Evidence]", masked: Masked) -> "Iterator[Evidence]":
    """Spans of a masked text as spans of the original; what touches a placeholder is nobody's word, and is left out."""
    for span in evidence:
        if not any(span.start < hidden.end and hidden.start < span.end for hidden in masked.spans):
            start, end = masked.original(span.start, span.end)
            yield msgspec.structs.replace(span, start=start, end=end)


def _refuse_one_string(texts: Sequence[str]) -> None:
    """A string is a sequence of strings, too: each of its characters would be read as a message."""
    if isinstance(texts, str):
        raise UsageError("One string was given where a list of strings is read.", fix="Put it in a list: [text].")


def read_answers(answers: Sequence[str], messages: Sequence[str | None] | None = None) -> "list[AnswerReading]":
    """Estimate what answers show: how they meet the person, and what speaks against them.

    The way is that of an audit: an answer is an exchange of one message and one answer.

    Args:
        answers: any strings, also empty ones.
        messages: what each of them answers, where that is known; without it "understands" is a guess.

    Raises:
        UsageError: there are not as many messages as answers, or `answers` is one string.
        ModelUnavailable: the shipped weights are missing or damaged.
    """
    from humanely.affect.text import shipped

    _refuse_one_string(answers)
    asked = [None] * len(answers) if messages is None else list(messages)
    if len(asked) != len(answers):
        raise UsageError(
            f"There are {len(answers)} answers and {len(asked)} messages.",
            fix="Give one message for each answer, None where it is not known.",
        )
    estimator = shipped()
    columns = estimator.estimate_columns([mask(clean(text)).text for text in answers])
    read = ConversationReader(estimator).estimate([_exchange(*pair) for pair in zip(asked, answers, strict=True)])
    return [_answer(one, estimator, columns, i) for i, one in enumerate(read)]


def _exchange(message: str | None, answer: str) -> Conversation:
    turns = (Turn(0, Speaker.CUSTOMER, message or ""), Turn(1, Speaker.AGENT, answer))
    return Conversation("answer", turns)


def _answer(read: ReadConversation, estimator: "TextEstimator", columns: "Columns", i: int) -> "AnswerReading":
    """The estimate of the one answer of an exchange."""
    from humanely.affect.reading import AnswerReading, ModelName

    language = read.readings[1].language or read.language
    reason = estimator.illegible(columns, i, language)
    found = read.exchanges[0].shown if reason is None else None
    estimate = read.exchanges[0].estimate
    known = found is not None and estimate is not None
    return AnswerReading(
        language=language,
        language_status=estimator.language_status(language),
        feels_with=found.feels_with if found else None,
        understands=found.understands if found else None,
        asks=found.asks if found else None,
        acts=found.acts if found else None,
        shown=found.value if found else None,
        politeness=float(columns.politeness[i]) if known else None,
        promise=estimate.marks["promise"] if known and estimate else None,
        against=tuple(dict.fromkeys(one.name for one in found.against)) if found else (),
        reason=reason,
        model=ModelName(estimator.name, estimator.version),
    )
