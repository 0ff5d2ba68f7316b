"""The inbox: the handoffs that are open, as one member of the team sees them, each with why it stands where it stands.

What is shown of a person is what a human needs to choose whom to help first. Where a life may be at risk that is less:
nothing of what was said stands in a list.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from humanely.affect.small_talk import only_closes, only_greets
from humanely.people.load import forgotten_after, weight
from humanely.people.routing import LIFE_AT_RISK, Fit, Helper, Wanted, fit, ranked
from humanely.people.sla import Level
from humanely.pipeline.companion import Companion
from humanely.pipeline.handoffs.feeling import Feeling, feeling_of
from humanely.pipeline.handoffs.members import helper
from humanely.pipeline.handoffs.packet import Due
from humanely.pipeline.person.withheld import as_allowed
from humanely.store.conversation import ConversationState
from humanely.store.handoffs import Standing
from humanely.store.team.member import Member

LONGEST_EXCERPT = 160


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One open handoff.

    Attributes:
        standing: its row.
        level: how pressing it is.
        reason: name of the leading reason; empty where it has none.
        says: the policy's sentence for it; empty where no decision gave it.
        waits_since: what the person wrote then has no human's answer yet; None where nothing waits.
        due: the next deadline of the team's, past or to come; None where no clock runs.
        crisis: a life may be at risk: neither feeling nor words are shown in a list.
        last: what the person wrote last that says something, cut.
        fit: whether it is for whoever looks, and why.
    """

    standing: Standing
    person_id: str
    level: Level
    reason: str
    says: str
    waits_since: dt.datetime | None
    due: Due | None
    crisis: bool
    feeling: Feeling = Feeling()
    last: str = ""
    fit: Fit

    @property
    def is_awaited(self) -> bool:
        """Nobody has it."""
        return self.standing.state != "joined"


class Inbox(msgspec.Struct, frozen=True, kw_only=True):
    """What is open.

    Attributes:
        items: in the order in which whoever looks should take them; what somebody has comes after what nobody has.
        me: whoever looks, as the routing sees them.
    """

    items: tuple[Item, ...]
    me: Helper


def inbox(companion: Companion, member: Member, now: dt.datetime) -> Inbox:
    """The inbox of a member; runs on the thread that writes, which holds the conversations."""
    rows = companion.conversations.ledger.handoffs
    me = helper(member, rows.held_since(now - forgotten_after()), now)
    standing = {row.place: row for row in rows.open()}
    states = companion.conversations.of_handoffs(standing)
    states = dict(zip(states, as_allowed([*states.values()], companion.conversations), strict=True))
    known = [standing[place] for place in states]
    order = _ordered(known, me, now)
    items = (_item(companion, standing[place], states[place], found, now) for place, found in order)
    return Inbox(items=tuple(items), me=me)


def next_for(companion: Companion, member: Member, now: dt.datetime) -> tuple[int, ...]:
    """Ids of what nobody has and a member should take, the first first; nothing that is not for them."""
    rows = companion.conversations.ledger.handoffs
    me = helper(member, rows.held_since(now - forgotten_after()), now)
    queue = [_wanted(row) for row in rows.open() if row.state != "joined"]
    return tuple(one.wanted.place for one in ranked(queue, me, now) if one.fit.fits)


def _ordered(rows: Sequence[Standing], me: Helper, now: dt.datetime) -> list[tuple[int, Fit]]:
    queue = ranked((_wanted(row) for row in rows if row.state != "joined"), me, now)
    held = sorted((_wanted(row) for row in rows if row.state == "joined"), key=_pressing)
    return [(one.wanted.place, one.fit) for one in queue] + [(one.place, fit(me, one, now)) for one in held]


def _pressing(wanted: Wanted) -> tuple[bool, float, float]:
    return wanted.due is None, wanted.due.timestamp() if wanted.due else 0.0, -wanted.priority


def _wanted(row: Standing) -> Wanted:
    due = _due(row)
    return Wanted(
        place=row.place,
        language=row.language,
        skill=row.skill,
        priority=row.priority,
        weight=weight(row.priority),
        opened_at=row.opened_at,
        due=due.at if due else None,
        agent=row.agent,
    )


def _due(row: Standing) -> Due | None:
    """The first of the deadlines the team has to meet."""
    clocks: Mapping[str, dt.datetime | None] = {
        "answer": row.answer_due, "update": row.update_due, "resolve": row.resolve_due,
    }  # fmt: skip
    running = [Due(clock, at) for clock, at in clocks.items() if at is not None]  # type: ignore[arg-type]
    return min(running, key=lambda due: due.at, default=None)


def _item(companion: Companion, row: Standing, state: ConversationState, found: Fit, now: dt.datetime) -> Item:
    handoff = state.handoff
    reasons = state.decision[1].reasons if state.decision else ()
    reason, says = leading(handoff.reason if handoff else "", [(one.name, one.says) for one in reasons])
    crisis = in_crisis(state)
    last, feeling = _last(state)
    return Item(
        standing=row,
        person_id=state.person_id,
        level=companion.house.sla.level(row.priority),
        reason=reason,
        says=says,
        waits_since=handoff.waiting_since if handoff else None,
        due=_due(row),
        crisis=crisis,
        feeling=Feeling() if crisis else feeling,
        last="" if crisis else last,
        fit=found,
    )


def in_crisis(state: ConversationState) -> bool:
    """Whether a life may be at risk in a conversation, as far as a list has to know."""
    fired = state.crisis is not None and state.crisis.fired
    return fired or state.crisis_before or (state.handoff is not None and state.handoff.priority >= LIFE_AT_RISK)


def leading(code: str, reasons: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The reason to tell first, with the policy's sentence: that somebody waits already tells nobody why.

    Args:
        code: name of the reason under which a human was called last.
        reasons: all of the decision, name and sentence, the leading one first.

    >>> leading("human_awaited", [("human_awaited", "Waits."), ("asked", "The person asked for a human.")])
    ('asked', 'The person asked for a human.')
    """
    told = [one for one in reasons if one[0] != "human_awaited"] if code == "human_awaited" else []
    return told[0] if told else (code, dict(reasons).get(code, ""))


def _last(state: ConversationState) -> tuple[str, Feeling]:
    """What they wrote last, and how they feel. Where they only greeted or thanked, what they wrote before it, masked,
    and what they say they feel: the estimate is of another message.
    """
    newest, feeling = state.turn.text if state.turn else "", feeling_of(state)
    if not _is_small_talk(newest):
        return _cut(newest), feeling
    earlier = (one.turn.text for one in reversed(state.readings) if one.turn.is_customer)
    told = next((one for one in earlier if not _is_small_talk(one)), None)
    return (_cut(newest), feeling) if told is None else (_cut(told), Feeling(said=feeling.said))


def _is_small_talk(text: str) -> bool:
    return only_greets(text) or only_closes(text)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_EXCERPT else f"{text[: LONGEST_EXCERPT - 1].rstrip()}…"
