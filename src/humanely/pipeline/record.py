"""What is recorded of a turn: its acts in the order they happened, in one unit."""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from humanely.context.exchange import AnswerEstimator, Exchange, exchanges
from humanely.context.trajectory import TurnReading
from humanely.estimate import ConversationReader, Fresh
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.case import Case
from humanely.pipeline.handoffs.clocks import standing_after
from humanely.pipeline.house import House
from humanely.pipeline.respond import Answer
from humanely.pipeline.reviews.held import held_after
from humanely.pipeline.see import Seen
from humanely.response.said import said
from humanely.signal.turn import Speaker, Turn
from humanely.store.conversation import ConversationState
from humanely.store.log.act import Act, Answered, Unit
from humanely.store.records import (
    BehaviourRecord,
    ConsentRecord,
    ContactRecord,
    CorrectionRecord,
    DecisionRecord,
    HandoffRecord,
    LawRecord,
    NoteRecord,
    OutcomeRecord,
    Record,
    ResponseRecord,
    ReviewRecord,
    SentRecord,
    TurnRecord,
    TypingRecord,
    encode,
)
from humanely.trust.entry import Kind
from humanely.trust.retention import Kind as Keep

_KIND: Mapping[type, tuple[Kind, Keep]] = {
    TurnRecord: ("estimate", Keep.MESSAGE),
    LawRecord: ("law", Keep.DECISION),
    DecisionRecord: ("decision", Keep.DECISION),
    ResponseRecord: ("response", Keep.RESPONSE),
    HandoffRecord: ("handoff", Keep.HANDOFF),
    NoteRecord: ("note", Keep.MESSAGE),
    ReviewRecord: ("review", Keep.RESPONSE),
    ConsentRecord: ("consent", Keep.CONSENT),
    CorrectionRecord: ("correction", Keep.MESSAGE),
    OutcomeRecord: ("outcome", Keep.OUTCOME),
    BehaviourRecord: ("behaviour", Keep.MESSAGE),
    TypingRecord: ("behaviour", Keep.MESSAGE),
    ContactRecord: ("contact", Keep.PROFILE),
    SentRecord: ("contact", Keep.RESPONSE),
}


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A turn, ready to be recorded.

    Attributes:
        state: the conversation before these records.
        records: in the order they happened.
        case: of a customer's turn that was decided.
        answer: to it.
        exchanges: of the conversation with these records.
    """

    arrival: Arrival
    state: ConversationState
    records: tuple[Record, ...]
    case: Case | None = None
    answer: Answer | None = None
    exchanges: tuple[Exchange, ...] = ()

    @property
    def is_pending(self) -> bool:
        """The answer is still being written elsewhere."""
        return self.answer is not None and self.answer.response.status == "pending"

    def placed(self, first: int) -> list[tuple[int, Record]]:
        """Each record with its place in the ledger."""
        return [(first + offset, record) for offset, record in enumerate(self.records)]

    @property
    def in_crisis(self) -> bool:
        """A life may be at risk, by this turn or those before it: its acts are sealed apart and kept a short time."""
        decided = self.case is not None and self.case.decision.crisis is not None
        return decided or self.state.in_crisis or any(map(speaks_of_risk, self.records))


def overheard(seen: Seen) -> Written:
    """Somebody else spoke; an agent who begins to takes the conversation over."""
    joins = seen.arrival.speaker is Speaker.AGENT and not seen.state.human_present
    joined = HandoffRecord(conversation_id=seen.arrival.conversation_id, state="joined", agent=seen.arrival.agent)
    records = (joined, seen.record) if joins else (seen.record,)
    return Written(arrival=seen.arrival, state=seen.state, records=records)


def turn_written(
    seen: Seen, case: Case, answer: Answer, reading: TurnReading | None, estimator: AnswerEstimator
) -> Written:
    """A customer's turn with its decision and, unless it is still being written, its answer."""
    alone = answer_written(case, answer, reading, estimator)
    asked = seen.asked if answer.response.messages else ()
    decided = DecisionRecord(conversation_id=seen.arrival.conversation_id, decision=case.decision)
    records = (seen.record, *seen.refusals, *asked, decided, *alone.records)
    return msgspec.structs.replace(alone, state=seen.state, records=records)


def answer_written(case: Case, answer: Answer, reading: TurnReading | None, estimator: AnswerEstimator) -> Written:
    """The answer to a turn that was recorded before."""
    readings = case.state.readings if reading is None else (*case.state.readings, reading)
    met = exchanges(readings, estimator, known=case.state.exchanges)
    records: list[Record] = []
    if answer.response.status != "pending":
        records.append(_response(case, answer, reading, met[-1] if met else None))
    if answer.handoff is not None:
        records.append(answer.handoff)
    return Written(
        arrival=case.arrival, state=case.state, records=tuple(records), case=case, answer=answer, exchanges=met
    )


def read_answers(
    cases: Sequence[Case], answers: Sequence[Answer], reader: ConversationReader, now: dt.datetime
) -> list[TurnReading | None]:
    """What our answers show, all read in one batch; None where nothing was said."""
    replies = [answer.response.reply for answer in answers]
    fresh = [
        Fresh(turn=Turn(len(case.state.readings), Speaker.ASSISTANT, reply, now), language=case.state.language)
        for case, reply in zip(cases, replies, strict=True)
        if reply
    ]
    reads = iter(reader.fresh(fresh))
    return [next(reads).reading if reply else None for reply in replies]


def _response(case: Case, answer: Answer, reading: TurnReading | None, met: Exchange | None) -> ResponseRecord:
    """The answer with the empathy it shows against what the moment called for."""
    left = answer.response.said or (said(reading.turn.text, reading.language) if reading else None)
    needed = met if case.estimated else None
    return ResponseRecord(
        conversation_id=case.arrival.conversation_id,
        response=msgspec.structs.replace(answer.response, said=left),
        reading=reading,
        need=needed.need.value if needed else None,
        shown=met.shown.value if met and met.shown else None,
        gap=needed.gap if needed else None,
        noticed=answer.noticed,
        usages=answer.usages,
        wanted=answer.wanted,
    )


def speaks_of_risk(record: Record) -> bool:
    """Whether a record says of its turn that a life may be at risk."""
    if isinstance(record, TurnRecord):
        return record.crisis is not None and record.crisis.fired
    return isinstance(record, DecisionRecord) and record.decision.crisis is not None


def of_conversation(record: Record, state: ConversationState) -> Act:
    """A record outside of a turn, as an act: where a life may be at risk it is sealed apart and kept a short time.

    Args:
        state: the conversation before it.
    """
    person = state.person_id or getattr(record, "person_id", "")
    at_risk = state.about_life if isinstance(record, NoteRecord) else state.in_crisis
    return act(record, person, state.conversation_id, in_crisis=at_risk)


def act(record: Record, person: str, conversation: str | None, *, in_crisis: bool = False) -> Act:
    """A record as an act of the ledger; consent says nothing of a crisis, and its proof is kept as long as ever."""
    kind, keep = _KIND[type(record)]
    in_crisis = in_crisis and not isinstance(record, ConsentRecord)
    return Act(
        kind=kind,
        payload=encode(record),
        keep=Keep.CRISIS if in_crisis else keep,
        person=person,
        conversation=conversation,
        in_crisis=in_crisis,
    )


def unit(written: Written, house: House, now: dt.datetime) -> Unit:
    """The unit that records a turn, with what keeps a repeated arrival from being decided twice."""
    arrival = written.arrival
    answered = None
    if arrival.repeat_key and any(isinstance(record, TurnRecord) for record in written.records):
        answered = Answered(arrival.repeat_key, arrival.fingerprint, arrival.person_id, b"")
    return Unit(
        acts=tuple(
            act(record, arrival.person_id, arrival.conversation_id, in_crisis=written.in_crisis)
            for record in written.records
        ),
        conversation=arrival.conversation_id,
        known=written.state.newest,
        handoff=standing_after(written.state, written.records, house, now),
        held=held_after(written.state, written.records, house, now),
        answered=answered,
    )
