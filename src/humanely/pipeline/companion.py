"""One turn, from arrival to answer. A single turn is a batch of one.

1. What stands: the conversation so far, and what the person has allowed.
2. Consent and law: which senses may run. What may not run does not, and that is recorded.
3. Signal, affect, context: masked, read, folded into the conversation.
4. Decision: a typed value with its reasons.
5. Response: words for it, checked.
6. Record: all of it in one transaction, all or none. Who was overtaken by another process begins anew.
"""

import datetime as dt
from collections.abc import Sequence

import msgspec

from humanely.affect.reading import Crisis
from humanely.errors import HumanelyError
from humanely.estimate import ConversationReader
from humanely.people.handoff import NotYours
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.failed import turn_failed
from humanely.pipeline.handoffs.team import Elsewhere, Team
from humanely.pipeline.house import House
from humanely.pipeline.outcome import Outcome, of_turn, outcome
from humanely.pipeline.record import Written, answer_written, overheard, read_answers, turn_written, unit
from humanely.pipeline.respond import Drafted, finish, respond
from humanely.pipeline.see import see
from humanely.pipeline.weigh import case_again, met, weigh
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState, folded
from humanely.store.conversations import Conversations, after, consent_events
from humanely.store.log.act import Before, Earlier, Moved, Recorded
from humanely.store.records import DecisionRecord, decode
from humanely.trust.consent import Event

TRIES = 20
"""How often a turn is begun anew when another process got ahead of it.

Each time it is, an act of somebody else has come into the same conversation: only where that many come while one turn
is handled is it given up. Five were too few for two processes that wrote into one conversation on a busy machine.
"""


class Overtaken(HumanelyError):
    """Other processes kept writing into the conversation."""

    code = "overtaken"
    status = 409

    def __init__(self) -> None:
        happened = "The conversation moved on while this turn was handled; nothing of it was recorded."
        super().__init__(happened, fix="Send it again.")


class KeyReused(HumanelyError):
    """One idempotency key came with two different requests."""

    code = "key_reused"
    status = 422

    def __init__(self) -> None:
        happened = "This idempotency key was used before, for another request; nothing was recorded."
        super().__init__(happened, fix="Use a new key for each request, and the same one only to repeat it.")


class Superseded(HumanelyError):
    """An answer was still being written when the conversation moved on."""

    code = "superseded"
    status = 409

    def __init__(self) -> None:
        happened = "Somebody wrote in the conversation before the answer was ready, so it was not sent."
        super().__init__(happened, fix="Answer the newest message instead.")


class Unrecorded(HumanelyError):
    """Nothing can be recorded now, and a life may be at risk: the person must get their card all the same.

    Attributes:
        card: to show at once.
    """

    code = "unrecorded"
    status = 503  # or that of the fault behind it

    def __init__(self, fault: HumanelyError, card: str) -> None:
        fix = f"Show the person the card that comes with this, and call a human. {fault.fix}"
        super().__init__(fault.happened, fix=fix)
        self.status = fault.status
        self.card = card


class Companion:
    """Handles turns.

    Args:
        conversations: what stands, and where acts are recorded.
        house: the rules of the house.
        reader: reads texts.
        team: who helps.
    """

    def __init__(
        self, conversations: Conversations, house: House, reader: ConversationReader, team: Team | None = None
    ) -> None:
        self.conversations = conversations
        self.house = house
        self.reader = reader
        self.team = team or Elsewhere()

    def house_at(self, now: dt.datetime) -> House:
        """The rules of the house, and whether somebody is there now."""
        return self.house if self.team.is_there(now) else msgspec.structs.replace(self.house, somebody_there=False)

    def handle(self, arrivals: Sequence[Arrival], now: dt.datetime) -> list[Outcome | HumanelyError]:
        """Take turns from arrival to answer.

        Args:
            arrivals: of different conversations.
            now: aware, in UTC.

        Returns:
            An outcome for each, in order, or the reason why nothing of it was recorded.
        """
        done: dict[int, Outcome | HumanelyError] = {}
        left = list(range(len(arrivals)))
        for _ in range(TRIES):
            outcomes = self._once([arrivals[at] for at in left], now)
            done |= {at: one for at, one in zip(left, outcomes, strict=True) if one is not None}
            left = [at for at in left if at not in done]
            if not left:
                break
        return [done.get(at) or Overtaken() for at in range(len(arrivals))]

    def _once(self, arrivals: Sequence[Arrival], now: dt.datetime) -> list[Outcome | HumanelyError | None]:
        """Handle turns once; None for those that were overtaken."""
        try:
            before = self.conversations.ledger.before(
                [one.conversation_id for one in arrivals],
                [one.person_id for one in arrivals],
                [one.repeat_key for one in arrivals if one.repeat_key],
            )
        except HumanelyError as fault:
            return [self._unrecorded(one, fault, now) for one in arrivals]
        earlier = before.answered
        fresh = iter(self._fresh([one for one in arrivals if one.repeat_key not in earlier], before, now))
        return [
            self._again(one, earlier[one.repeat_key], now) if one.repeat_key in earlier else next(fresh)
            for one in arrivals
        ]

    def _fresh(
        self, arrivals: Sequence[Arrival], before: Before, now: dt.datetime
    ) -> list[Outcome | HumanelyError | None]:
        """Handle turns that were not answered before."""
        if not arrivals:
            return []
        # 1. to 3. What stands, what may run, and what was read.
        known = [(one, *self._known(one, before)) for one in arrivals]
        refused = {id(one) for one, state, _ in known if _second_voice(one, state)}
        outcomes = iter(self._heard([one for one in known if id(one[0]) not in refused], now))
        return [NotYours() if id(one) in refused else next(outcomes) for one in arrivals]

    def _heard(
        self, known: Sequence[tuple[Arrival, ConversationState, tuple[Event, ...]]], now: dt.datetime
    ) -> list[Outcome | HumanelyError | None]:
        """Handle turns whose conversations are known."""
        house = self.house_at(now)
        seen = see(known, house, self.reader, now)
        # 4. What to do: an answer is owed to customers only.
        asked = [one for one in seen if one.arrival.speaker is Speaker.CUSTOMER and one.arrival.writer != "past"]
        cases = [weigh(one, house, self.reader.estimator, now) for one in asked]
        # 5. Words for it, read like any other answer.
        answers = [respond(case, house) for case in cases]
        readings = read_answers(cases, answers, self.reader, now)
        # 6. All or none.
        written = {
            id(one): turn_written(one, case, answer, reading, self.reader.estimator)
            for one, case, answer, reading in zip(asked, cases, answers, readings, strict=True)
        }
        units = [written.get(id(one)) or overheard(one) for one in seen]
        try:
            placed = self.conversations.record([unit(one, house, now) for one in units], now)
        except HumanelyError as fault:
            return [self._unrecorded(one, fault, now) for one, _, _ in known]
        return [
            # Somebody who was erased, and writes again: nothing is recorded of them, and their life may be at risk.
            self._unrecorded(one.arrival, came, now) if isinstance(came, HumanelyError) else self._outcome(one, came)
            for one, came in zip(units, placed, strict=True)
        ]

    def _unrecorded(self, arrival: Arrival, fault: HumanelyError, now: dt.datetime) -> HumanelyError:
        """Why nothing of a turn is recorded; with the card where a life may be at risk, whatever else fails."""
        if arrival.speaker is not Speaker.CUSTOMER or arrival.writer == "past":
            return fault
        alone = (arrival, ConversationState(conversation_id=arrival.conversation_id), ())
        case = weigh(see([alone], self.house, self.reader, now)[0], self.house, self.reader.estimator, now)
        return fault if case.decision.crisis is None else Unrecorded(fault, respond(case, self.house).response.text)

    def pending(self, conversation_id: str, now: dt.datetime) -> Outcome | None:
        """The newest turn of a conversation whose answer is still to be written; None where none is waited for."""
        state = self.conversations.standing([conversation_id])[0]
        if state.turn is None or state.decision is None or state.response is not None:
            return None
        arrival = Arrival(
            conversation_id=conversation_id,
            person_id=state.person_id,
            text=state.turn.text,
            channel=state.turn.channel,
            place=state.turn.place,
            tags=state.turn.tags,
        )
        place, decision = state.decision
        turn = max(at for at in state.places if at < place)
        decided = DecisionRecord(conversation_id=conversation_id, decision=decision)
        case = case_again(arrival, state, self.house, self.reader.estimator, now)
        return Outcome(turn=(turn, state.turn), decision=(place, decided), case=case)

    def finish(self, pending: Outcome, drafted: Drafted | None, now: dt.datetime) -> Outcome | HumanelyError:
        """Answer a turn whose answer was written elsewhere; only while nobody has spoken since.

        Args:
            pending: the turn, with its case.
            drafted: what was written; None where nobody could be reached, and authored lines answer.
            now: aware, in UTC.
        """
        if pending.case is None or pending.decision is None:
            return pending
        state = self.conversations.standing([pending.case.arrival.conversation_id])[0]
        waits = state.decision is not None and state.decision[0] == pending.decision[0] and state.response is None
        if not waits or state.human_present:
            return Superseded()
        case = msgspec.structs.replace(pending.case, state=met(state, self.reader.estimator), now=now)
        answer = finish(case, self.house_at(now), drafted)
        reading = read_answers([case], [answer], self.reader, now)[0]
        written = answer_written(case, answer, reading, self.reader.estimator)
        placed = self.conversations.record([unit(written, self.house, now)], now)[0]
        if not isinstance(placed, Recorded):
            return Superseded() if isinstance(placed, Moved) else placed
        self._hold(written, placed)
        answered = outcome([pending.turn, pending.decision, *written.placed(placed.first)])
        return msgspec.structs.replace(answered, repeated=pending.repeated)

    def failed(self, arrival: Arrival, now: dt.datetime) -> Outcome | HumanelyError:
        """A turn in which something failed that nobody foresaw: it is kept as it came, and a human is called.

        Args:
            arrival: a customer's, to be answered.
            now: aware, in UTC.
        """
        risk = self._risk(arrival, now)
        for _ in range(TRIES):
            state = self.conversations.standing([arrival.conversation_id])[0]
            written = turn_failed(arrival, state, self.house_at(now), now, risk)
            placed = self.conversations.record([unit(written, self.house, now)], now)[0]
            done = self._outcome(written, placed)
            if done is not None:
                return done
        return Overtaken()

    def _risk(self, arrival: Arrival, now: dt.datetime) -> Crisis | None:
        """The risk to life that a message alone tells of; None where that cannot be read, either."""
        alone = (arrival, ConversationState(conversation_id=arrival.conversation_id), ())
        try:
            return see([alone], self.house, self.reader, now)[0].record.crisis
        except Exception:
            return None

    def _outcome(self, written: Written, placed: Recorded | Moved | HumanelyError) -> Outcome | HumanelyError | None:
        """What came of recording a turn; None where it was overtaken."""
        if not isinstance(placed, Recorded):
            return None if isinstance(placed, Moved) else placed
        state = self._hold(written, placed)
        case = msgspec.structs.replace(written.case, state=state) if written.case and written.is_pending else None
        return outcome(written.placed(placed.first), case)

    def _hold(self, written: Written, placed: Recorded) -> ConversationState:
        """The conversation after a turn was recorded, kept for the next."""
        state = after(written.state, placed.first, placed.at, written.records)
        state = msgspec.structs.replace(state, exchanges=written.exchanges)
        self.conversations.hold(state)
        return state

    def _known(self, arrival: Arrival, before: Before) -> tuple[ConversationState, tuple[Event, ...]]:
        """The conversation a turn goes on from, and what the person said about consent."""
        state = self.conversations.at(arrival.conversation_id, before.newest[arrival.conversation_id])
        return state, consent_events(before.consents[arrival.person_id])

    def _again(self, arrival: Arrival, earlier: Earlier, now: dt.datetime) -> Outcome | HumanelyError:
        """The outcome of an arrival that was recorded before; one that was never answered can be gone on from."""
        if earlier.fingerprint != arrival.fingerprint:
            return KeyReused()
        acts = self.conversations.ledger.conversation(arrival.conversation_id)
        kept = [(act.index, decode(act.payload)) for act in acts if act.payload is not None]
        told = outcome(of_turn([one for one in kept if one[0] >= earlier.first]))
        state = folded(arrival.conversation_id, acts)
        case = None
        if told.response is None and state.response is None and told.decision is not None:
            case = case_again(arrival, state, self.house, self.reader.estimator, now)
        return msgspec.structs.replace(told, case=case, repeated=True)


def _second_voice(arrival: Arrival, state: ConversationState) -> bool:
    """Somebody of the team speaks in a conversation that somebody else has."""
    is_agent = arrival.speaker is Speaker.AGENT and arrival.writer != "past"
    return is_agent and state.handoff is not None and not state.handoff.spoken_in_by(arrival.agent)
