"""The people's side under load, by a clock that is passed in: nobody is claimed twice, no missed deadline goes untold.

python -m benchmarks.people            # 200 conversations, 20 of the team, ten minutes; takes a few minutes
python -m benchmarks.people --conversations 20 --team 4 --minutes 3
python -m benchmarks.people --write    # also put what came of it into docs/benchmarks.md

Everything is the real pipeline on a real SQLite file: turns are read, decided, answered and recorded in rounds, as the
engine takes them; the team claims through two processes at once, each by the inbox as it stood a moment before; what is
due is done every few seconds. Afterwards the acts alone are asked:

1. Was any handoff claimed while somebody had it?
2. By the clocks of the SLA, worked out from the acts: has every deadline that passed its alarm?
3. Did the assistant speak while a human was there?

Timed on the way, by the real clock: the whole inbox as one member sees it.
"""

import argparse
import datetime as dt
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import msgspec
import numpy as np

from humanely.apps.settings import Settings, house
from humanely.errors import HumanelyError
from humanely.estimate import ConversationReader
from humanely.people.roles import Role
from humanely.people.sla import sla
from humanely.pipeline.acting import Asked
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.handoffs.inbox import inbox, next_for
from humanely.pipeline.handoffs.members import Members
from humanely.store.conversation import ConversationState
from humanely.store.conversations import Conversations
from humanely.store.data_folder import Data, open_data
from humanely.store.handoffs import Standing
from humanely.store.log.act import Kept
from humanely.store.records import HandoffRecord, ResponseRecord, TurnRecord, decode
from humanely.store.team.member import Member, Profile
from humanely.store.team.sign_in import SignedIn
from humanely.store.team.staff import Staff

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
MARKS = ("<!-- people -->", "<!-- /people -->")
BEGINS = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
TICK = dt.timedelta(seconds=5)
AT_ONCE = 64
"""Turns in one round, as in the engine."""
SHORT = """
crisis.timeout_minutes = 1
crisis.answer.minutes = 1
crisis.update.minutes = 1
crisis.resolve.minutes = 4
urgent.timeout_minutes = 1
urgent.answer.minutes = 2
urgent.update.minutes = 2
urgent.resolve.minutes = 6
normal.timeout_minutes = 2
normal.answer.minutes = 3
normal.update.minutes = 3
normal.resolve.minutes = 8
"""
"""Clocks so short that ten minutes miss many of them."""
OPENINGS = (
    "Hello, I want to talk to a human about order {at}.",
    "Where is order {at}? It should have been here on Monday.",
    "I tried the link for order {at} three times and it still does not work. I am really angry.",
    "I can't go on like this, I want to end my life. It is about {at}.",
    "Kann ich bitte mit einem Menschen sprechen? Es geht um Bestellung {at}.",
)
LATER = (
    "Is anybody there? It is about {at}.",
    "No, that did not help with {at}.",
    "I still wait for {at}.",
    "Thank you, I wait then. Order {at}.",
)
ANSWERS = (
    "Hello, I am looking at order {at} now.",
    "Order {at} leaves today.",
    "I have written to the depot about {at}.",
)


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it.

    Attributes:
        steps: how often each step of a handoff was taken.
        too_late: claims that came second, and were refused.
        double_claims: claims of what somebody had; second_voices: words of the assistant beside a human.
        missed: deadlines that passed; untold: those of them without an alarm.
        most_open: handoffs open at the same time.
        inbox_ms: of every look at the inbox.
    """

    turns: int
    steps: Counter[str]
    too_late: int
    double_claims: int
    second_voices: int
    missed: int
    untold: int
    most_open: int
    inbox_ms: tuple[float, ...]

    @property
    def p95_ms(self) -> float:
        """Of a look at the inbox, in milliseconds; 95 in 100 were quicker."""
        return float(np.percentile(self.inbox_ms, 95))


class Simulation:
    """A team and those who write to it.

    Args:
        data: a new folder's.
        conversations, team: how many.
        rng: decides who does what when.
    """

    def __init__(self, data: Data, reader: ConversationReader, *, conversations: int, team: int, rng: Random) -> None:
        self.now = BEGINS
        self._rng = rng
        self._staff = Staff(data.database, data.root_key, data.entropy)
        self._tokens = dict[str, str]()
        for at in range(team):
            member = _member(self._staff, at)
            signed = self._staff.sign_in.with_password(member.login, _words(at), "192.0.2.7", BEGINS)
            self._tokens[member.id] = signed.token if isinstance(signed, SignedIn) else ""
        self.members = self._staff.all()
        rules = house(Settings(noticed=True), Path(), reader.estimator)
        self.house = msgspec.structs.replace(rules, sla=sla(SHORT))
        self.processes = [
            Companion(Conversations(data.ledger), self.house, reader, Members(self._staff, data.ledger.handoffs))
            for _ in range(2)
        ]
        self.ledger = data.ledger
        self._writes = {f"c-{at}": BEGINS + rng.random() * dt.timedelta(minutes=2) for at in range(conversations)}
        self._acts = {one.id: BEGINS + rng.random() * TICK * 6 for one in self.members}
        self.turns, self.too_late, self.most_open = 0, 0, 0
        self.inbox_ms: list[float] = []

    def run(self, minutes: int) -> Report:
        """Let time pass, and look at what came of it."""
        end = BEGINS + dt.timedelta(minutes=minutes)
        while self.now < end:
            self._people_write()
            self._team_acts()
            for process in self.processes:
                handoff.due(process, self.now)
            self.most_open = max(self.most_open, self.ledger.handoffs.count_open())
            self.now += TICK
        # Each process has looked at the end, so that what passed before it is told by now.
        for process in self.processes:
            handoff.due(process, self.now)
        return self._report()

    def _people_write(self) -> None:
        ready = [name for name, at in self._writes.items() if at <= self.now]
        for start in range(0, len(ready), AT_ONCE):
            round_ = [self._arrival(name) for name in ready[start : start + AT_ONCE]]
            self._rng.choice(self.processes).handle(round_, self.now)
            self.turns += len(round_)
        for name in ready:
            self._writes[name] = self.now + dt.timedelta(seconds=self._rng.uniform(40, 180))

    def _arrival(self, name: str) -> Arrival:
        at = int(name.partition("-")[2])
        is_new = self.ledger.newest([name])[name] < 0
        said = OPENINGS[at % len(OPENINGS)] if is_new else self._rng.choice(LATER)
        return Arrival(conversation_id=name, person_id=f"person of {name}", text=said.format(at=at))

    def _team_acts(self) -> None:
        """Everybody chooses by the inbox as it is now, and acts after all have chosen."""
        seen = [self._staff.session(self._tokens[one.id], self.now) for one in self.members]
        acting = [one for one in seen if one is not None and self._acts[one.id] <= self.now]
        chosen = [(one, self._chosen(one)) for one in acting]
        for member, place in chosen:
            self._act(member, place)
            self._acts[member.id] = self.now + dt.timedelta(seconds=self._rng.uniform(5, 30))

    def _chosen(self, member: Member) -> int | None:
        process = self._rng.choice(self.processes)
        began = time.perf_counter()
        inbox(process, member, self.now)
        self.inbox_ms.append(1000 * (time.perf_counter() - began))
        return next(iter(next_for(process, member, self.now)), None)

    def _act(self, member: Member, place: int | None) -> None:
        """Work on what they have, or claim what they chose; one in eight steps is a release or a transfer."""
        process, asked = self._rng.choice(self.processes), Asked("", self.now, agent=member.id)
        mine = [row for row in self.ledger.handoffs.open() if row.agent == member.id and row.state == "joined"]
        try:
            if place is not None and (not mine or self._rng.random() < 0.4):
                handoff.claim(process, asked, place)
            elif mine:
                self._work(process, asked, self._rng.choice(mine))
        except HumanelyError:
            self.too_late += 1

    def _work(self, process: Companion, asked: Asked, row: Standing) -> None:
        chance = self._rng.random()
        if chance < 0.6:
            handoff.answer(process, asked, row.place, self._rng.choice(ANSWERS).format(at=row.place))
        elif chance < 0.66:
            handoff.release(process, asked, row.place)
        elif chance < 0.72:
            handoff.transfer(process, asked, row.place, to=self._rng.choice(self.members).id)
        elif chance < 0.86:
            handoff.give_back(process, asked, row.place)
        else:
            handoff.resolve(process, asked, row.place)

    def _report(self) -> Report:
        checked = [_checked(acts, self) for acts in self.ledger.conversations()]
        steps = Counter[str]()
        for one in checked:
            steps.update(one.steps)
        return Report(
            turns=self.turns,
            steps=steps,
            too_late=self.too_late,
            double_claims=sum(one.double_claims for one in checked),
            second_voices=sum(one.second_voices for one in checked),
            missed=sum(one.missed for one in checked),
            untold=sum(one.untold for one in checked),
            most_open=self.most_open,
            inbox_ms=tuple(self.inbox_ms),
        )


class Checked(msgspec.Struct, kw_only=True):
    """What the acts of one conversation tell, counted as they are read."""

    steps: Counter[str] = msgspec.field(default_factory=Counter)
    double_claims: int = 0
    second_voices: int = 0
    missed: int = 0
    untold: int = 0


def _checked(acts: Sequence[Kept], held: Simulation) -> Checked:
    """Read the acts of one conversation anew, with clocks of our own."""
    found, clocks, holder = Checked(), Clocks(held), ""
    for at, record in _records(acts):
        if isinstance(record, HandoffRecord):
            found.steps[record.state] += 1
            found.double_claims += record.state == "joined" and bool(holder)
            holder = _holder(holder, record)
        found.second_voices += isinstance(record, ResponseRecord) and bool(holder) and bool(record.response.messages)
        clocks.take(at, record)
    clocks.pass_to(held.now)
    found.missed, found.untold = clocks.missed, clocks.untold
    return found


def _holder(holder: str, record: HandoffRecord) -> str:
    if record.state == "joined":
        return record.agent or "somebody"
    return "" if record.state in {"left", "transferred", "returned", "resolved"} else holder


def _records(acts: Sequence[Kept]) -> Iterator[tuple[dt.datetime, object]]:
    return ((act.at, decode(act.payload)) for act in acts if act.payload is not None)


class Clocks:
    """The clocks of one conversation, told by its acts and by nothing that was kept beside them.

    Attributes:
        missed: deadlines that passed; untold: those of them that nobody was told of within two looks.
    """

    def __init__(self, held: Simulation) -> None:
        self.missed, self.untold = 0, 0
        self._rules = held.house
        self._state = ConversationState(conversation_id="")
        self._running: dict[str, dt.datetime] = {}

    def take(self, at: dt.datetime, record: object) -> None:
        """One act more: what it tells of, what it ends, what it begins."""
        if isinstance(record, HandoffRecord) and record.state in {"overdue", "timed_out"}:
            clock = record.clock or "timeout"
            self.missed += 1
            due = self._running.pop(clock, None)
            self.untold += due is None or not due <= at <= due + 2 * TICK
            self._state = self._state.after(0, at, record)
            return
        self.pass_to(at)
        if isinstance(record, HandoffRecord | TurnRecord | ResponseRecord):
            self._state = self._state.after(0, at, record)
            # What became more pressing may have been due before; it cannot be told before it is known.
            self._running = {clock: max(due, at) for clock, due in self._due().items()}

    def pass_to(self, at: dt.datetime) -> None:
        """What passed more than two looks ago, and still runs, was never told."""
        late = [clock for clock, due in self._running.items() if due + 2 * TICK < at]
        self.missed += len(late)
        self.untold += len(late)
        for clock in late:
            del self._running[clock]

    def _due(self) -> dict[str, dt.datetime]:
        """By when, in minutes on the wall: the team of this simulation is always there."""
        now = self._state.handoff
        if now is None or not now.is_called:
            return {}
        tier = self._rules.sla.tier(now.priority)
        began = max(now.opened_at, now.waiting_since or now.opened_at)
        due = {"resolve": now.opened_at + dt.timedelta(minutes=tier.resolve.minutes)}
        if not now.answered:
            due["answer"] = began + dt.timedelta(minutes=tier.answer.minutes)
        elif now.waiting_since is not None:
            due["update"] = now.waiting_since + dt.timedelta(minutes=tier.update.minutes)
        if now.state == "queued" and now.queued_at is not None:
            due["timeout"] = now.queued_at + dt.timedelta(minutes=tier.timeout_minutes)
        return {clock: at for clock, at in due.items() if clock not in now.overdue}


def _member(staff: Staff, at: int) -> Member:
    """Somebody who can sign in, and did just now."""
    languages = ("en", "de") if at % 2 else ("en",)
    profile = Profile(name=f"Member {at}", roles=(Role.AGENT,), languages=languages, capacity=4)
    token = staff.invitations.invite(staff.create(f"member-{at}", profile, BEGINS).id, BEGINS, by="benchmark")
    return staff.invitations.accept(token, _words(at), BEGINS)


def _words(at: int) -> str:
    """A password."""
    return f"a few words in a row {at}"


def simulate(folder: Path, *, conversations: int, team: int, minutes: int, seed: int = 1) -> Report:
    """Run one simulation in a new data folder."""
    with closing(open_data(folder)) as data:
        rng = Random(seed)
        running = Simulation(data, ConversationReader(), conversations=conversations, team=team, rng=rng)
        return running.run(minutes)


def main() -> None:
    """Run it and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--conversations", type=int, default=200)
    asked.add_argument("--team", type=int, default=20)
    asked.add_argument("--minutes", type=int, default=10)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--write", action="store_true", help="put it into docs/benchmarks.md")
    options = asked.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder:
        report = simulate(
            Path(folder) / "data",
            conversations=options.conversations,
            team=options.team,
            minutes=options.minutes,
            seed=options.seed,
        )
    found = table(report, options)
    print(found)
    if options.write:
        text = PAGE.read_text(encoding="utf-8")
        before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}\n{found}{MARKS[1]}{after}", encoding="utf-8")


def table(report: Report, options: argparse.Namespace) -> str:
    """What came of it, as the page shows it."""
    asked = f"--conversations {options.conversations} --team {options.team} --minutes {options.minutes}"
    rows = {
        "messages": report.turns,
        "handoffs open at the same time, at most": report.most_open,
        "steps of handoffs": ", ".join(f"{name} {count}" for name, count in sorted(report.steps.items())),
        "claims that came second, and were refused": report.too_late,
        "**claims of what somebody had**": report.double_claims,
        "**words of the assistant beside a human**": report.second_voices,
        "deadlines that passed: the team is too small for this, on purpose": report.missed,
        "**of these without an alarm**": report.untold,
        "the inbox as one member sees it, without drawing the page, p95": f"{report.p95_ms:.0f} ms",
    }
    lines = "".join(f"| {name} | {value} |\n" for name, value in rows.items())
    command = f"python -m benchmarks.people {asked} --seed {options.seed} --write"
    head = f"Measured by `{command}` on {os.cpu_count()} processors, which did other work, too."
    return f"{head}\n\n| | |\n|---|---|\n{lines}"


if __name__ == "__main__":
    main()
