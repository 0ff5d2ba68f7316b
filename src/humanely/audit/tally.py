"""Add up an export one conversation at a time, in memory that does not grow with it."""

import datetime as dt
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from humanely.audit.bootstrap import Floats, RunningMean, weights
from humanely.audit.catalogue import KINDS, Kind
from humanely.audit.detectors import Found, Hit
from humanely.audit.gap_check import GapCheckTally
from humanely.audit.outcomes import OutcomeTally
from humanely.context.exchange import Exchange
from humanely.estimate import ReadConversation

QUOTES = 4
"""Conversations quoted under a finding."""

CONVERSATIONS = 40
"""Conversations shown turn by turn."""

IDS = 1_000
NAMES = 50
"""Names kept of one column, the first ones met; the rest are added up as “all others”."""

COLUMNS = ("group", "language", "channel", "journey")
PLACES = ("opening", "early", "middle", "late", "ending")
WORDS_FOR_PLACES = {
    "opening": "at the opening of a conversation",
    "early": "early in a conversation",
    "middle": "in the middle of a conversation",
    "late": "late in a conversation",
    "ending": "at the end of a conversation",
}
PARTS = ("feels_with", "understands", "asks", "acts")


class Instance(msgspec.Struct, frozen=True):
    """One conversation held because it shows something, with where it shows."""

    read: ReadConversation
    hits: tuple[Hit, ...]
    codes: tuple[str, ...] = ()


class Deepest:
    """The few conversations with the largest depth; ties go to the smaller id, so order does not matter."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._heap: list[tuple[float, str, Instance]] = []

    def offer(self, depth: float, instance: Instance) -> None:
        """Keep the conversation if it is among the deepest."""
        entry = (depth, _descending(instance.read.conversation.conversation_id), instance)
        if len(self._heap) < self.size:
            heapq.heappush(self._heap, entry)
        elif entry[:2] > self._heap[0][:2]:
            heapq.heapreplace(self._heap, entry)

    def __iter__(self) -> Iterator[Instance]:
        ordered = sorted(self._heap, key=lambda entry: entry[:2], reverse=True)
        return (instance for _, _, instance in ordered)


def _descending(name: str) -> str:
    """A string that sorts the other way round."""
    return "".join(chr(0x10FFFF - ord(character)) for character in name) + chr(0x10FFFF)


class KindTally:
    """One kind of finding over all conversations."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.could = 0
        self.people = 0
        self.depth = 0.0
        self.ids: list[str] = []
        self.places: Counter[str] = Counter()
        self.steps: Counter[str] = Counter()
        self.deepest = Deepest(QUOTES)

    def add(self, read: ReadConversation, found: Found) -> None:
        """Take what the detector said of one conversation."""
        self.could += found.could
        if not found.hits:
            return
        depth = max(hit.depth for hit in found.hits)
        self.people += 1
        self.depth += depth
        last = max(1, len(read.readings) - 1)
        self.places.update({PLACES[_fifth(hit.turn, last)] for hit in found.hits})
        if read.conversation.journey and (read.conversation.journey in self.steps or len(self.steps) < NAMES):
            self.steps[read.conversation.journey] += 1
        if len(self.ids) < IDS:
            self.ids.append(read.conversation.conversation_id)
        self.deepest.offer(depth, Instance(read, found.hits))

    def where(self) -> str:
        """The commonest place of the conversation, and the step of the journey where the export has steps."""
        place = max(PLACES, key=lambda name: self.places[name])
        step = max(self.steps, key=lambda name: (self.steps[name], name), default=None)
        return f"{WORDS_FOR_PLACES[place]}" + (f", and in the step “{step}”" if step else "")


class MeanTally:
    """The gap and its parts over answered exchanges with need >= 0.25; `cold` counts conversations."""

    def __init__(self) -> None:
        self.gap, self.need, self.shown = RunningMean(), RunningMean(), RunningMean()
        self.parts = {part: RunningMean() for part in PARTS}
        self.exchanges = 0
        self.conversations = 0
        self.cold = 0

    def add(self, drawn: Floats, exchanges: Sequence[Exchange]) -> None:
        """Take the exchanges of one conversation that count and whose answers can be read."""
        self.conversations += 1
        n = len(exchanges)
        if not n:
            return
        self.exchanges += n
        self.gap.add(drawn, sum(e.gap or 0.0 for e in exchanges), n)
        self.need.add(drawn, sum(e.need.value for e in exchanges), n)
        self.shown.add(drawn, sum(e.shown.value for e in exchanges if e.shown), n)
        self.cold += any(e.is_cold for e in exchanges)
        for part, mean in self.parts.items():
            mean.add(drawn, sum(getattr(e.shown, part) for e in exchanges), n)


class PlaceTally:
    """Feeling, need, shown and gap at one place of the conversation."""

    def __init__(self) -> None:
        self.valence, self.need = RunningMean(), RunningMean()
        self.shown, self.gap = RunningMean(), RunningMean()


class Tally:
    """Everything an audit adds up."""

    def __init__(self) -> None:
        self.kinds = [KindTally(kind) for kind in KINDS]
        self.all = MeanTally()
        self.slices: dict[str, dict[str, MeanTally]] = {column: {} for column in COLUMNS}
        self.places = [PlaceTally() for _ in PLACES]
        self.check = GapCheckTally()
        self.outcomes = OutcomeTally()
        self.deepest = Deepest(CONVERSATIONS)
        self.masked: Counter[str] = Counter()
        self.turns: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.answers_read: set[str] = set()
        self.conversations = 0
        self.abstained = 0
        self.times = TimeSpan()

    def add(self, read: ReadConversation) -> None:
        """Take one conversation; its order among the others does not matter."""
        drawn = weights(read.conversation.conversation_id)
        self.conversations += 1
        self.masked.update(read.masked)
        self._count(read)
        self._find(read)
        counted = [e for e in read.exchanges if e.counts and e.gap is not None]
        self.all.add(drawn, counted)
        for column, name in _names(read):
            self._slice(column, name).add(drawn, counted)
        self._place(drawn, read)
        self.check.add(drawn, read)
        self.outcomes.add(drawn, read)

    def _count(self, read: ReadConversation) -> None:
        if any(exchange.shown is not None for exchange in read.exchanges):
            self.answers_read.add(read.language or "")
        for reading in read.readings:
            self.turns[reading.turn.speaker] += 1
            self.times.see(reading.turn.time)
            if reading.turn.is_customer:
                self.languages[read.language or ""] += 1
                self.abstained += reading.felt is None

    def _find(self, read: ReadConversation) -> None:
        deep = 0.0
        hits: list[Hit] = []
        codes: list[str] = []
        for tally in self.kinds:
            found = tally.kind.detect(read)
            tally.add(read, found)
            if found.hits and not tally.kind.good_news:
                deep += max(hit.depth for hit in found.hits)
                hits.extend(found.hits)
                codes.append(tally.kind.code)
        if hits:
            self.deepest.offer(deep, Instance(read, tuple(hits), tuple(codes)))

    def _slice(self, column: str, name: str) -> MeanTally:
        slices = self.slices[column]
        if name not in slices and len(slices) >= NAMES:
            name = "all others"
        return slices.setdefault(name, MeanTally())

    def _place(self, drawn: Floats, read: ReadConversation) -> None:
        valences: defaultdict[int, list[float]] = defaultdict(list)
        gaps: defaultdict[int, list[Exchange]] = defaultdict(list)
        last = max(1, len(read.readings) - 1)
        for reading in read.readings:
            if (felt := reading.felt) is not None:
                valences[_fifth(reading.turn.index, last)].append(felt)
        for exchange in read.exchanges:
            if exchange.counts and exchange.gap is not None:
                gaps[_fifth(exchange.customer[-1], last)].append(exchange)
        for place, values in valences.items():
            self.places[place].valence.add(drawn, sum(values), len(values))
        for place, exchanges in gaps.items():
            here, n = self.places[place], len(exchanges)
            here.need.add(drawn, sum(e.need.value for e in exchanges), n)
            here.shown.add(drawn, sum(e.shown.value for e in exchanges if e.shown), n)
            here.gap.add(drawn, sum(e.gap or 0.0 for e in exchanges), n)


class TimeSpan:
    """First and last time met."""

    def __init__(self) -> None:
        self.first: dt.datetime | None = None
        self.last: dt.datetime | None = None

    def see(self, time: dt.datetime | None) -> None:
        """Widen the span by a time, if there is one."""
        if time is None:
            return
        self.first = time if self.first is None or time < self.first else self.first
        self.last = time if self.last is None or time > self.last else self.last


def _fifth(place: int, last: int) -> int:
    """Place of a turn, counted from 0, between the opening and the `last` turn: both ends are always reached."""
    return round((len(PLACES) - 1) * place / last)


def _names(read: ReadConversation) -> list[tuple[str, str]]:
    """The columns in which this conversation has a name."""
    conversation = read.conversation
    found = {
        "group": conversation.group,
        "language": read.language,
        "channel": conversation.channel,
        "journey": conversation.journey,
    }
    return [(column, name) for column, name in found.items() if name]
