"""The members of this server as the team that helps: who is there, what they carry, what people call them."""

import datetime as dt

from humanely.errors import HumanelyError
from humanely.people.load import Carried, forgotten_after, load
from humanely.people.roles import Permission
from humanely.people.routing import Helper, Wanted, somebody_free
from humanely.store.handoffs import Handoffs, Standing
from humanely.store.team.member import Member
from humanely.store.team.staff import Staff

SEEN_WITHIN = dt.timedelta(minutes=5)
"""Whoever was seen in the console no longer ago is there."""
FRESH = dt.timedelta(seconds=2)
"""For so long it is not looked again whether somebody is there."""


class CannotHelp(HumanelyError):
    """Somebody was named who is of the team, and may not act in a conversation."""

    code = "member_cannot_help"
    status = 422

    def __init__(self, member_id: str) -> None:
        super().__init__(
            f"The member {member_id!r} may not act in conversations: disabled, or without a role that answers people.",
            fix="Name another member, or a skill; the role agent lets a member act: humanely staff change --help",
        )


class Members:
    """The members of this server; as long as there are none, the team works elsewhere.

    Args:
        staff: its members.
        handoffs: what they carry.
    """

    def __init__(self, staff: Staff, handoffs: Handoffs) -> None:
        self._staff = staff
        self._handoffs = handoffs
        self._looked: tuple[dt.datetime, bool] | None = None

    def is_there(self, now: dt.datetime) -> bool:
        """Whether a member is there who takes new handoffs and has a hand free."""
        if self._looked is None or not dt.timedelta() <= now - self._looked[0] < FRESH:
            self._looked = (now, self._look(now))
        return self._looked[1]

    def name(self, member: str) -> str:
        """The member's name."""
        try:
            return self._staff.member(member).name
        except HumanelyError:
            return ""

    def _look(self, now: dt.datetime) -> bool:
        try:
            members = [one for one in self._staff.all() if _helps(one)]
            held = self._handoffs.held_since(now - forgotten_after()) if members else ()
        except HumanelyError:
            # Whoever needs the database next says what is wrong with it; nobody waits longer for this.
            return True
        helpers = [helper(one, held, now) for one in members]
        return not helpers or somebody_free(helpers, Wanted(place=-1, priority=0.0, opened_at=now), now)


def require_helps(member: Member) -> None:
    """Refuse whoever may not act in a conversation: left to them, a person would wait for nobody.

    Raises:
        CannotHelp: they are disabled, or have no role for it.
    """
    if Permission.INBOX_ACT not in member.permissions:
        raise CannotHelp(member.id)


def _helps(member: Member) -> bool:
    return member.standing == "active" and Permission.INBOX_ACT in member.permissions


def helper(member: Member, held: tuple[Standing, ...], now: dt.datetime) -> Helper:
    """A member as the routing sees them.

    Args:
        held: what anybody of the team has, and what of it has ended within `forgotten_after`.
        now: aware, in UTC.
    """
    carried = [Carried(one.priority, one.ended_at) for one in held if one.agent == member.id]
    return Helper(
        id=member.id,
        languages=member.languages,
        skills=member.skills,
        capacity=member.capacity,
        load=load(carried, now),
        available=member.available,
        present=member.seen_at is not None and now - member.seen_at <= SEEN_WITHIN,
        rests_until=member.rests_until,
    )
