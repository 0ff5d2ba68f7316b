"""The steps of a handoff on a real ledger: by hand, and every way several people, clocks and processes can go."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from humanely.errors import HumanelyError
from humanely.people.calendar import calendar
from humanely.people.handoff import MoveImpossible, NotYours, State, state_of
from humanely.people.opening_hours import read_hours
from humanely.people.sla import deadlines
from humanely.pipeline.acting import Asked, NotThere, Placed
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import KeyReused
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.handoffs.clocks import standing
from humanely.pipeline.outcome import Outcome
from humanely.pipeline.talk import talk
from humanely.signal.turn import Speaker
from humanely.store.conversation import folded
from humanely.store.handoffs import Standing
from humanely.store.records import HandoffRecord, NoteRecord
from humanely.store.sql.database import open_database, sqlite_url
from humanely.store.team.member import MemberUnfit
from tests.apps.recorded import MINUTE, NOON
from tests.pipeline.room import PLAIN, Room, arrival, kinds, reply, response
from tests.store.members import ADMIN, active, staff_of

ASKS = "Can I talk to a person, please?"
NEVER_FREE = msgspec.structs.replace(PLAIN, calendar=calendar(read_hours("Mon 03:00-04:00 UTC", "")))
"""A house whose team is there for an hour a week."""


def by(room: Room, agent: str = "ada", **more: object) -> Asked:
    """A member of the team, now."""
    return msgspec.structs.replace(Asked("", room.now, agent=agent), **more)


def called(room: Room, text: str = ASKS, **about: Any) -> int:
    """The id of the handoff that Ada's customer asks for."""
    room.say(text, **about)
    return row(room).place


def row(room: Room) -> Standing:
    """The newest handoff of the conversation, as its row says it."""
    state = room.state()
    assert state.handoff is not None
    found = room.ledger.handoffs.at(state.handoff.place)
    assert found is not None
    return found


def last_words(room: Room) -> str:
    """What the person was told last."""
    return talk(room.ledger.conversation("c-1"))[-1].text


def due(room: Room, minutes: int) -> int:
    """Let time pass, and do what is due."""
    room.now += minutes * MINUTE
    return handoff.due(room.companion, room.now)


def test_whoever_claims_it_has_it_and_the_person_is_told(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, by(room), place)
    assert (row(room).state, row(room).agent) == ("joined", "ada")
    assert "human" in last_words(room)
    assert room.waiting() == []


def test_what_a_member_has_who_is_let_go_is_put_back_for_anybody_and_the_person_is_told(room: Room) -> None:
    staff = staff_of(room.database)
    active(staff, "boss", ADMIN)
    member = active(staff)
    place = called(room)
    handoff.claim(room.companion, by(room, member.id), place)
    assert due(room, 0) == 0
    staff.disable(member.id, room.now)
    with pytest.raises(MemberUnfit, match="still has conversations"):
        staff.remove(member.id, room.now)
    assert due(room, 0) == 1
    assert (row(room).state, row(room).agent) == ("queued", "")
    assert due(room, 0) == 0
    staff.remove(member.id, room.now)


def test_two_claims_at_the_same_time_are_one_claim(room: Room) -> None:
    place = called(room)
    other = room.beside()
    other.conversations.standing(["c-1"])
    handoff.claim(room.companion, by(room), place)
    with pytest.raises(MoveImpossible):
        handoff.claim(other, by(room, "ben"), place)
    assert row(room).agent == "ada"


def test_who_has_it_answers_and_nobody_else_does(room: Room) -> None:
    place = called(room)
    with pytest.raises(NotYours):
        handoff.answer(room.companion, by(room), place, "Hello!")
    handoff.claim(room.companion, by(room), place)
    answered = handoff.answer(room.companion, by(room), place, "Hello, I am Ada.")
    assert answered.turn[1].agent == "ada"
    with pytest.raises(NotYours):
        handoff.answer(room.companion, by(room, "ben"), place, "Hello, I am Ben.")
    assert [line.text for line in talk(room.ledger.conversation("c-1")) if line.agent] == ["Hello, I am Ada."]


def test_a_second_voice_is_refused_by_whatever_way_it_comes(room: Room) -> None:
    handoff.claim(room.companion, by(room), called(room))
    assert isinstance(room.refused("Hi, Ben here.", speaker=Speaker.AGENT, agent="ben"), NotYours)
    assert isinstance(room.arrive(arrival("Ada here.", speaker=Speaker.AGENT, agent="ada"))[0], Outcome)


def test_a_second_voice_beside_others_keeps_nobody_else_from_being_heard(room: Room) -> None:
    handoff.claim(room.companion, by(room), called(room))
    first, second = room.arrive(
        arrival("Ben here.", speaker=Speaker.AGENT, agent="ben"), arrival("Hello", conversation_id="c-2")
    )
    assert isinstance(first, NotYours)
    assert isinstance(second, Outcome)


def test_who_releases_it_puts_it_back_and_the_person_is_told(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, by(room), place)
    handoff.release(room.companion, by(room), place)
    assert (row(room).state, row(room).agent) == ("queued", "")
    assert "nobody" in last_words(room).lower() or "left" in last_words(room)
    assert len(room.waiting()) == 1


def test_who_transfers_it_names_for_whom_and_the_person_is_told(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, by(room), place)
    handoff.transfer(room.companion, by(room), place, to="ben", skill="billing")
    assert (row(room).state, row(room).agent, row(room).skill) == ("queued", "ben", "billing")
    assert "team" in last_words(room)


@pytest.mark.parametrize("step", [handoff.release, handoff.give_back, handoff.resolve])
def test_only_who_has_it_lets_go_of_it(room: Room, step: object) -> None:
    assert callable(step)
    place = called(room)
    handoff.claim(room.companion, by(room), place)
    with pytest.raises(NotYours):
        step(room.companion, by(room, "ben"), place)
    step(room.companion, by(room), place)


def test_what_is_settled_is_told_and_the_assistant_answers_again(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, by(room), place)
    handoff.resolve(room.companion, by(room), place)
    assert row(room).ended_at == room.now
    assert row(room).next_due is None
    answered = room.say("Where is my invoice?")
    assert kinds(answered)[0] == "notice"
    assert reply(answered)


def test_a_note_is_for_the_team_and_not_for_the_person(room: Room) -> None:
    place = called(room)
    before = talk(room.ledger.conversation("c-1"))
    handoff.note(room.companion, by(room), place, "The parcel is next door.")
    assert talk(room.ledger.conversation("c-1")) == before
    assert [one.text for one in room.records() if isinstance(one, NoteRecord)] == ["The parcel is next door."]


def test_a_step_that_comes_again_is_taken_once(room: Room) -> None:
    place = called(room)
    asked = by(room, repeat_key="k-1", fingerprint=b"1" * 32)
    first, second = (handoff.claim(room.companion, asked, place) for _ in range(2))
    assert (first.index, second.index, second.repeated) == (first.index, first.index, True)
    with pytest.raises(KeyReused):
        handoff.claim(room.companion, by(room, repeat_key="k-1", fingerprint=b"2" * 32), place)


def test_an_answer_that_comes_again_after_the_end_is_the_one_that_was_given(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, by(room), place)
    said = by(room, repeat_key="k-1", fingerprint=b"1" * 32)
    first = handoff.answer(room.companion, said, place, "It leaves today.")
    handoff.resolve(room.companion, by(room), place)
    assert handoff.answer(room.companion, said, place, "It leaves today.").turn == first.turn


def test_what_is_no_handoff_cannot_be_claimed(room: Room) -> None:
    answered = room.say("Where is my parcel?")
    with pytest.raises(NotThere):
        handoff.claim(room.companion, by(room), answered.turn[0])
    with pytest.raises(NotThere):
        handoff.claim(room.companion, by(room), 9_999)


def test_who_presses_for_a_human_waits_like_who_asks_in_words(room: Room) -> None:
    pressed = Arrival(conversation_id="c-1", person_id="ada", text="")
    handoff.ask(room.companion, by(room, ""), pressed)
    assert (row(room).state, row(room).priority) == ("queued", handoff.ASKED_PRIORITY)
    handoff.claim(room.companion, by(room), row(room).place)
    with pytest.raises(MoveImpossible):
        handoff.ask(room.companion, by(room, ""), pressed)


def test_who_waited_too_long_is_told_once_with_an_honest_time(room: Room) -> None:
    called(room)
    assert due(room, 1) == 0
    assert due(room, 10) == 1
    assert row(room).state == "timed_out"
    assert "somebody will have answered" in last_words(room)
    words = last_words(room)
    assert due(room, 1) == 0
    assert last_words(room) == words


def test_each_deadline_that_passes_is_told_to_the_team_once(room: Room) -> None:
    handoff.claim(room.companion, by(room), called(room))
    for _ in range(3):
        due(room, 60 * 24)
    late = [one.clock for one in room.records() if isinstance(one, HandoffRecord) and one.state == "overdue"]
    assert late == ["answer", "resolve"]


def test_the_update_clock_runs_anew_with_each_message_that_waits(room: Room) -> None:
    place = called(room)
    handoff.claim(room.companion, by(room), place)
    handoff.answer(room.companion, by(room), place, "I am looking at it.")
    assert (row(room).answer_due, row(room).update_due) == (None, None)
    room.say("And my second parcel?")
    waits = row(room).update_due
    assert waits is not None
    room.say("Are you there?")
    assert row(room).update_due == waits
    handoff.answer(room.companion, by(room), place, "It comes with the first.")
    assert row(room).update_due is None


def test_what_was_missed_while_nothing_ran_is_done_at_the_next_look(room: Room) -> None:
    called(room)
    room.settle(PLAIN)
    assert due(room, 60 * 24) == 1
    assert due(room, 1) == 0


def test_where_the_house_has_later_deadlines_by_now_nothing_is_due_and_the_row_says_so(room: Room) -> None:
    called(room)
    patient = msgspec.structs.replace(PLAIN.sla, urgent=msgspec.structs.replace(PLAIN.sla.urgent, timeout_minutes=15))
    room.settle(msgspec.structs.replace(PLAIN, sla=patient))
    assert due(room, 6) == 0
    assert room.ledger.handoffs.due(room.now, 10) == ()
    assert due(room, 10) == 1


def test_one_person_who_is_gone_keeps_nobody_else_waiting(room: Room) -> None:
    called(room)
    room.say(ASKS, conversation_id="c-2", person_id="bea")
    room.keys.destroy("ada", room.now)
    room.settle(PLAIN)
    assert due(room, 10) == 1
    assert room.state("c-2").handoff is not None
    assert room.ledger.handoffs.due(room.now, 10) == ()


def test_while_nobody_is_free_who_asks_hears_by_when_somebody_answers(room: Room) -> None:
    room.settle(NEVER_FREE)
    words = reply(room.say(ASKS))
    assert "somebody will have answered" in words
    assert "Mon, Nov 23, 3:15\N{NO-BREAK SPACE}AM UTC" in words


def test_when_somebody_comes_is_answered_once(room: Room) -> None:
    called(room)
    first = reply(room.say("When will somebody come?"))
    second = reply(room.say("When will somebody come?"))
    assert "somebody will have answered" in first
    assert "somebody will have answered" not in second
    assert second


@pytest.mark.parametrize(
    ("asks", "locale", "told"),
    [
        ("I am still at the bus stop. When will somebody come? It is raining.", "en", "somebody will have answered"),
        ("Ich stehe noch hier. Ist da jemand?", "de", "hat jemand geantwortet"),
        ("Sigo aquí. ¿Cuándo viene alguien?", "es", "alguien habrá respondido"),
        ("Je suis là. Il y a quelqu'un ?", "fr", "quelqu'un aura répondu"),
        ("Sono qui. Quando arriva qualcuno?", "it", "qualcuno avrà risposto"),
        ("Estou aqui. Tem alguém aí?", "pt", "alguém terá respondido"),
    ],
)
def test_who_waits_and_asks_for_somebody_hears_by_when_whatever_else_they_say(
    room: Room, asks: str, locale: str, told: str
) -> None:
    called(room, locale=locale)
    assert told in reply(room.say(asks, locale=locale))


OFFERS = ("My login does not work.",)


def offered(room: Room) -> None:
    """A human is offered, and nobody is called."""
    for text in OFFERS:
        room.say(text)
    assert room.state().handoff is not None
    assert room.handoffs()[-1][0] == "offered"


def test_a_plain_yes_to_an_offer_calls_a_human(room: Room) -> None:
    offered(room)
    assert room.waiting() == []
    told = room.say("Yes please")
    assert kinds(told)[-1] == "handoff"
    assert room.handoffs()[-1] == ("queued", "asked")
    assert row(room).opened_at == room.now


def test_a_plain_no_to_an_offer_goes_on_without(room: Room) -> None:
    offered(room)
    told = room.say("No thanks")
    assert "here" in reply(told)
    assert room.handoffs()[-1][0] == "declined"
    assert room.waiting() == []


def test_a_yes_to_something_else_calls_nobody(room: Room) -> None:
    room.say("Where is my parcel?")
    assert response(room.say("yes")).response.status == "sent"
    assert not [one for one in room.handoffs() if one[0] == "queued" and one[1] == "asked"]


def test_an_offer_blocks_nothing_and_lapses_with_the_next_message(room: Room) -> None:
    offered(room)
    assert room.ledger.handoffs.due(room.now + 10_000 * MINUTE, 10) == ()
    room.say("Thank you, it works now!")
    assert room.say("yes").decision is not None
    assert room.handoffs()[-1][0] == "offered"


AGENTS = st.sampled_from(["ada", "ben", "eva"])


@settings(max_examples=20, stateful_step_count=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
class Handoffs(RuleBasedStateMachine):
    """One person, three members of the team, a clock, two processes that are started again and again."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.database = open_database(sqlite_url(self.folder / "humanely.db"), os.urandom)
        self.room = Room(self.database)
        self.room.now = NOON
        self.holder = ""
        self.was: State | None = None

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            shutil.rmtree(self.folder)

    @property
    def companion(self) -> object:
        return self.room.companion

    def place(self) -> int:
        held = self.room.state().handoff
        return -1 if held is None else held.place

    def state(self) -> State | None:
        return state_of(self.room.state().handoff)

    def step(self, agent: str, name: str, **more: str) -> bool:
        """Whether a step was taken; if not, for a reason that is known."""
        self.room.now += MINUTE / 4
        try:
            placed = getattr(handoff, name)(self.room.companion, by(self.room, agent), self.place(), **more)
        except (MoveImpossible, NotYours, NotThere):
            return False
        return isinstance(placed, Placed | Outcome)

    @rule(text=st.sampled_from([ASKS, "Where is my parcel?", "No, that did not help.", "Yes", "Thank you!"]))
    def the_person_writes(self, text: str) -> None:
        was = self.state()
        told = self.room.say(text)
        now = self.state()
        silent = told.response is None or told.response[1].response.status == "silent"
        assert silent or was != "joined", "the assistant spoke beside a human"
        assert was not in {"queued", "timed_out", "joined"} or now == was, "a human who was due is lost"

    @rule(agent=AGENTS)
    def somebody_claims(self, agent: str) -> None:
        was = self.state()
        taken = self.step(agent, "claim")
        assert taken == (was in {"offered", "queued", "timed_out"})
        self.holder = agent if taken else self.holder

    @rule(agent=AGENTS, other=AGENTS)
    def two_claim_at_once(self, agent: str, other: str) -> None:
        was, place = self.state(), self.place()
        beside = self.room.beside()
        beside.conversations.standing(["c-1"])
        taken = self.step(agent, "claim")
        try:
            handoff.claim(beside, by(self.room, other), place)
            second = True
        except (MoveImpossible, NotThere):
            second = False
        assert (taken, second) == (was in {"offered", "queued", "timed_out"}, False)
        self.holder = agent if taken else self.holder

    @rule(agent=AGENTS)
    def somebody_answers(self, agent: str) -> None:
        allowed = self.state() == "joined" and self.holder in {"", agent}
        assert self.step(agent, "answer", text="I am looking at it.") == allowed

    @rule(agent=AGENTS)
    def somebody_speaks_by_another_way(self, agent: str) -> None:
        was = self.state()
        said = self.room.arrive(arrival("Hello!", speaker=Speaker.AGENT, agent=agent))[0]
        refused = was == "joined" and self.holder not in {"", agent}
        assert isinstance(said, NotYours) == refused
        self.holder = self.holder if was == "joined" else agent

    @rule(agent=AGENTS, name=st.sampled_from(["release", "give_back", "resolve"]))
    def somebody_lets_go(self, agent: str, name: str) -> None:
        allowed = self.state() == "joined" and self.holder == agent
        assert self.step(agent, name) == allowed
        self.holder = "" if allowed else self.holder

    @rule(agent=AGENTS, to=AGENTS)
    def somebody_transfers(self, agent: str, to: str) -> None:
        allowed = self.state() == "joined" and self.holder == agent
        assert self.step(agent, "transfer", to=to) == allowed
        self.holder = "" if allowed else self.holder

    @rule()
    def the_person_declines(self) -> None:
        was = self.state()
        self.room.now += MINUTE
        try:
            handoff.decline(self.room.companion, by(self.room, ""), "c-1")
        except HumanelyError:
            assert was not in {"offered", "queued", "timed_out"}
        else:
            assert self.state() is None

    @rule(minutes=st.sampled_from([1, 6, 20, 600]))
    def time_passes(self, minutes: int) -> None:
        was = self.state()
        self.room.now += minutes * MINUTE
        timeout = row(self.room).timeout_due if was else None
        handoff.due(self.room.companion, self.room.now)
        late = timeout is not None and timeout <= self.room.now
        assert self.state() == ("timed_out" if late else was)
        assert handoff.due(self.room.companion, self.room.now) == 0

    @rule()
    def the_process_starts_again(self) -> None:
        self.database.close()
        self.database = open_database(sqlite_url(self.folder / "humanely.db"), os.urandom)
        now, keys = self.room.now, self.room.keys
        self.room.database, self.room.keys = self.database, keys
        self.room.settle(PLAIN)
        self.room.now = now

    @invariant()
    def row_is_what_the_acts_make(self) -> None:
        if not hasattr(self, "room") or self.place() < 0:
            return
        state = folded("c-1", self.room.ledger.conversation("c-1"))
        made = standing(state, PLAIN)
        assert made is not None
        kept = row(self.room)
        # After its end nothing is written to a row any more, whatever language the person goes on in.
        language = kept.language if kept.ended_at else made.language
        named = {"conversation": kept.conversation, "subject": kept.subject, "language": language}
        assert kept == msgspec.structs.replace(made, **named)

    @invariant()
    def deadlines_are_those_of_the_sla(self) -> None:
        held = self.room.state().handoff if hasattr(self, "room") else None
        if held is None or not held.is_called:
            return
        wanted = deadlines(
            PLAIN.sla,
            PLAIN.calendar,
            priority=held.priority,
            opened_at=held.opened_at,
            joined_at=held.joined_at,
            answered=held.answered,
            waiting_since=held.waiting_since,
            timed_out=held.state == "timed_out",
            ended=False,
        )
        kept = row(self.room)
        assert (kept.answer_due, kept.update_due, kept.resolve_due) == (wanted.answer, wanted.update, wanted.resolve)
        assert (kept.timeout_due is None) == (wanted.timeout is None)

    @invariant()
    def one_has_it_and_at_most_one_is_open(self) -> None:
        if not hasattr(self, "room"):
            return
        state, opened = self.state(), self.room.ledger.handoffs.open()
        assert len(opened) == (state not in {None, "offered"})
        held = self.room.state().handoff
        assert state != "joined" or held is None or held.agent == self.holder

    @precondition(lambda self: hasattr(self, "room"))
    @invariant()
    def nobody_waits_unseen(self) -> None:
        waiting = [row for row in self.room.ledger.handoffs.open() if row.state in {"queued", "timed_out"}]
        assert (len(waiting) == 1) == (self.state() in {"queued", "timed_out"})


TestHandoffs = Handoffs.TestCase
