"""What an audit found, as values: the report before it becomes a page or JSON."""

import datetime as dt
from enum import StrEnum

import msgspec

from humanely.affect.reading import LanguageStatus


class Figure(msgspec.Struct, frozen=True):
    """A number with its uncertainty and its base.

    Attributes:
        value: None when it was refused or nothing was there to count.
        low, high: 95 % interval, bootstrap over conversations; None as `value`.
        n: conversations behind it.
        refused: why no value is given, in words; None when one is.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    refused: str | None = None


class Quote(msgspec.Struct, frozen=True):
    """One masked message that shows a finding.

    Attributes:
        turn: place in the conversation, from 1, as people count.
        words: the spans of `text` that made the estimate.
        before: the masked message it answers, None when it opens.
        language: of `text`, ISO 639-1; None when not told.
        as_a_whole: reasons, in words, that the model read in the whole of `text`; no words of it show them.
        facts: what else shows the finding, such as ``after 9 h``.
    """

    conversation_id: str
    turn: int
    speaker: str
    text: str
    words: tuple[str, ...] = ()
    before: str | None = None
    language: str | None = None
    as_a_whole: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class Verdict(StrEnum):
    """What the data allow us to say."""

    FOUND = "found"
    NOT_FOUND = "not found"
    CANNOT_TELL = "cannot tell"


class Finding(msgspec.Struct, frozen=True):
    """One thing that goes wrong (or right), ranked by people affected × depth.

    Attributes:
        code: stable name, such as ``human_not_given``.
        title: a few words.
        sentence: what was found, in plain words with its figures; for CANNOT_TELL, why not.
        people: conversations affected.
        conversation_ids: every affected conversation, capped at 1,000.
        share: `people` of the conversations where it could have happened.
        depth: mean depth of the harm where it happened, [0, 1]; 0 for good news.
        do_first: the first thing to do about it.
    """

    code: str
    title: str
    verdict: Verdict
    sentence: str
    people: int
    share: Figure
    depth: float
    do_first: str
    good_news: bool = False
    quotes: tuple[Quote, ...] = ()
    conversation_ids: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """People affected × depth: findings are ranked by this."""
        return self.people * self.depth


class Slice(msgspec.Struct, frozen=True):
    """The empathy gap and its parts for one group, language, channel or journey.

    `gap`, `need` and `shown` are means over answered exchanges with need >= 0.25.
    `cold_share` is the share of conversations with such an exchange that have a cold moment.
    """

    name: str
    conversations: int
    gap: Figure
    need: Figure
    shown: Figure
    cold_share: Figure


class Breakdown(msgspec.Struct, frozen=True):
    """All slices along one column of the export.

    Attributes:
        by: column, such as ``language``.
        verdict: whether some slice is served worse than the rest.
        sentence: that in words.
        worse: names of the slices served worse.
        difference: how much larger their gap is than the rest's, the largest of them; 0 when there is none.
    """

    by: str
    verdict: Verdict
    sentence: str
    slices: tuple[Slice, ...]
    worse: tuple[str, ...] = ()
    difference: float = 0.0


class JourneyPoint(msgspec.Struct, frozen=True):
    """How it goes at one place in the conversation (fifths from opening to ending).

    `valence` in [-1, 1]; `need`, `shown`, `gap` over exchanges at this place.
    """

    place: str
    valence: Figure
    need: Figure
    shown: Figure
    gap: Figure


class TurnView(msgspec.Struct, frozen=True):
    """One turn as the report shows it; text masked.

    Attributes:
        turn: from 1.
        valence: [-1, 1], customers only; None when we abstain.
        feeling: most probable reported label, None when we abstain.
        need: [0, 1], customers only.
        shown: [0, 1], answers only; None when we cannot tell.
        gap: need − shown, on answers that answer something.
        parts: of an answer, ``feels with`` … ``acts`` each 0, 1, 2; empty for customers.
        against: what speaks against an answer, in words.
        words: spans of `text` behind the estimate.
        cues: of a customer's turn, such as ``asks for human``.
        as_a_whole: those of `cues` and `against` that the model read in the whole of `text`; no words of it show them.
    """

    turn: int
    speaker: str
    text: str
    time: dt.datetime | None
    valence: float | None
    feeling: str | None
    need: float | None
    shown: float | None
    gap: float | None
    parts: dict[str, int]
    against: tuple[str, ...]
    words: tuple[str, ...]
    cues: tuple[str, ...]
    as_a_whole: tuple[str, ...] = ()


class ConversationView(msgspec.Struct, frozen=True):
    """One conversation worth reading, and why."""

    conversation_id: str
    why: str
    language: str | None
    channel: str | None
    journey: str | None
    group: str | None
    findings: tuple[str, ...]
    turns: tuple[TurnView, ...]


class GapCheck(msgspec.Struct, frozen=True):
    """Does a smaller gap go with a better next message, in this very data?

    Attributes:
        verdict: ``associated``, ``no evidence`` or ``cannot tell``.
        slope: change of the customer's valence to the next message for one unit of gap, within
            conversation; negative means that a smaller gap goes with a better next message.
        shuffled: the same with what the answers showed shuffled: what chance alone gives.
        sentence: that in words.
    """

    verdict: str
    slope: Figure
    shuffled: Figure
    sentence: str


class Outcome(msgspec.Struct, frozen=True):
    """One outcome the export carries, for conversations with and without a cold moment.

    Attributes:
        name: ``satisfaction``, ``resolved`` or ``returned``.
        with_cold, without_cold: means; satisfaction on the export's own scale, the others shares.
        difference: with minus without.
        sentence: that in words; associated at most, never caused.
    """

    name: str
    with_cold: Figure
    without_cold: Figure
    difference: Figure
    sentence: str


class LanguageShare(msgspec.Struct, frozen=True):
    """How much of the export is in one language and how well we read it.

    Attributes:
        language: of the customers, ISO 639-1; ``not told`` where too little was said.
        turns: messages of customers.
        status: how far estimates in it can be relied on.
        answers_read: what an answer shows was estimated at least once; False where none came or none could be read.
    """

    language: str
    turns: int
    status: LanguageStatus
    answers_read: bool


class Coverage(msgspec.Struct, frozen=True):
    """What was read, left out, refused and set right; nothing is dropped or changed silently.

    Attributes:
        distinct_texts: texts the model read, messages and answers; of equal and near-equal ones, met near one another,
            one is read.
        rejects, skipped: rows refused and rows left out, by reason.
        mended: what was kept after being set right, such as turns put in the order of their times, by what was done.
    """

    sources: tuple[str, ...]
    rows: int
    turns: int
    conversations: int
    customer_turns: int
    distinct_texts: int
    abstained_turns: int
    rejects: dict[str, int]
    skipped: dict[str, int]
    masked: dict[str, int]
    languages: tuple[LanguageShare, ...]
    first_time: dt.datetime | None
    last_time: dt.datetime | None
    mended: dict[str, int] = {}


class Report(msgspec.Struct, frozen=True):
    """Everything the page shows.

    Attributes:
        partial: why the report covers only a part (stopped, limited, sampled); None when it covers all.
        summary: up to six sentences a director reads in a minute.
        parts: means of ``feels with``, ``understands``, ``asks``, ``acts``, each [0, 2].
        exchanges: answered exchanges with need >= 0.25 behind the headline gap.
        cold_share: share of conversations with a cold moment (gap >= 0.4 with need >= 0.5).
        findings: ranked, found first, then cannot tell, then not found.
    """

    title: str
    generated_at: dt.datetime
    version: str
    model: str
    partial: str | None
    summary: tuple[str, ...]
    gap: Figure
    need: Figure
    shown: Figure
    parts: dict[str, Figure]
    cold_share: Figure
    exchanges: int
    check: GapCheck
    findings: tuple[Finding, ...]
    journey: tuple[JourneyPoint, ...]
    breakdowns: tuple[Breakdown, ...]
    conversations: tuple[ConversationView, ...]
    coverage: Coverage
    outcomes: tuple[Outcome, ...] = ()
