"""The team: who helps, with which roles; added, changed, disabled by whoever looks after it."""

import asyncio
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission, Role
from humanely.store.team.member import Member, MemberUnfit, Profile


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A member as a form has them.

    Attributes:
        languages, skills: separated by a space or a comma.
    """

    name: str = ""
    roles: tuple[Role, ...] = ()
    languages: str = ""
    skills: str = ""
    capacity: int = 3
    available: bool = False

    def profile(self, locale: str) -> Profile:
        """The same for the store."""
        return Profile(
            name=self.name,
            roles=self.roles,
            languages=tuple(self.languages.replace(",", " ").split()),
            skills=tuple(self.skills.replace(",", " ").split()),
            capacity=self.capacity,
            locale=locale,
            available=self.available,
        )


class New(Filled, frozen=True, kw_only=True):
    """Somebody who is to be added."""

    login: str


class Team(Page, frozen=True, kw_only=True):
    """Everybody, and a form to add somebody.

    Attributes:
        filled: what was filled in and could not be taken.
        roles: that there are.
        everything: somebody has every role, which is good for a team of one only.
    """

    template: ClassVar[str] = "team.html.j2"
    area: ClassVar[str] = "team"

    members: tuple[Member, ...]
    everything: bool
    filled: New
    roles: tuple[str, ...] = tuple(Role)
    fault: Fault | None = None


class TeamMember(Page, frozen=True, kw_only=True):
    """One member."""

    template: ClassVar[str] = "team_member.html.j2"
    area: ClassVar[str] = "team"

    member: Member
    filled: Filled
    roles: tuple[str, ...] = tuple(Role)
    fault: Fault | None = None


class Invited(Page, frozen=True, kw_only=True):
    """A link, this once.

    Attributes:
        address: the whole of it.
    """

    template: ClassVar[str] = "invited.html.j2"
    area: ClassVar[str] = "team"

    member: Member
    address: str


@page("/team", permission=Permission.TEAM)
async def team(services: Services, visit: Visit) -> Page:
    """Show everybody."""
    del visit
    return await _team(services)


@action("/team", permission=Permission.TEAM)
async def add_member(services: Services, visit: Visit, form: New) -> Page | Answer:
    """Add somebody, and show the link by which they set their password."""
    try:
        made = await asyncio.to_thread(
            services.staff.create, form.login, form.profile(visit.locale), visit.now, by=visit.member.id
        )
    except HumanelyError as error:
        return Answer(page=await _team(services, form, fault_of(error, visit)), status=error.status)
    return await _invited(services, visit, made)


@page("/team/{member}", permission=Permission.TEAM)
async def team_member(services: Services, visit: Visit, member: str) -> Page:
    """Show one member."""
    del visit
    found = await asyncio.to_thread(services.staff.member, member)
    return TeamMember(member=found, filled=_filled(found))


@action("/team/{member}", permission=Permission.TEAM)
async def change_member(services: Services, visit: Visit, member: str, form: Filled) -> Answer | To:
    """Change what can be changed of somebody."""
    found = await asyncio.to_thread(services.staff.member, member)
    try:
        profile = form.profile(found.locale)
        await asyncio.to_thread(services.staff.change, member, profile, visit.now, by=visit.member.id)
    except HumanelyError as error:
        return Answer(page=TeamMember(member=found, filled=form, fault=fault_of(error, visit)), status=error.status)
    return To(path="/team", flash="team-changed")


@action("/team/{member}/invite", permission=Permission.TEAM)
async def invite_member(services: Services, visit: Visit, member: str) -> Page:
    """Make a new link."""
    return await _invited(services, visit, await asyncio.to_thread(services.staff.member, member))


@action("/team/{member}/disable", permission=Permission.TEAM)
async def disable_member(services: Services, visit: Visit, member: str) -> Answer | To:
    """Let somebody in no more."""
    try:
        await asyncio.to_thread(services.staff.disable, member, visit.now, by=visit.member.id)
    except HumanelyError as error:
        found = await asyncio.to_thread(services.staff.member, member)
        shown = TeamMember(member=found, filled=_filled(found), fault=fault_of(error, visit))
        return Answer(page=shown, status=error.status)
    return To(path="/team", flash="team-out")


@action("/team/{member}/enable", permission=Permission.TEAM)
async def enable_member(services: Services, visit: Visit, member: str) -> To:
    """Let somebody in again."""
    await asyncio.to_thread(services.staff.enable, member, visit.now, by=visit.member.id)
    return To(path="/team", flash="team-enabled")


@action("/team/{member}/remove", permission=Permission.TEAM)
async def remove_member(services: Services, visit: Visit, member: str) -> Answer | To:
    """Forget somebody who has left."""
    try:
        await asyncio.to_thread(services.staff.remove, member, visit.now, by=visit.member.id)
    except MemberUnfit as error:
        found = await asyncio.to_thread(services.staff.member, member)
        shown = TeamMember(member=found, filled=_filled(found), fault=fault_of(error, visit))
        return Answer(page=shown, status=error.status)
    return To(path="/team", flash="team-removed")


@action("/team/{member}/codes/off", permission=Permission.TEAM)
async def unset_member_codes(services: Services, visit: Visit, member: str) -> To:
    """Take the codes away from somebody who has lost their app and their recovery codes."""
    await asyncio.to_thread(services.staff.second_factors.unset, member, visit.now, by=visit.member.id)
    return To(path=f"/team/{member}", flash="team-codes-gone")


async def _team(services: Services, filled: New | None = None, fault: Fault | None = None) -> Team:
    members = await asyncio.to_thread(services.staff.all)
    return Team(
        members=members,
        everything=any(len(one.roles) == len(Role) for one in members),
        filled=filled or New(login="", roles=(Role.AGENT,), available=True),
        fault=fault,
    )


async def _invited(services: Services, visit: Visit, member: Member) -> Invited:
    token = await asyncio.to_thread(services.staff.invitations.invite, member.id, visit.now, by=visit.member.id)
    return Invited(member=member, address=f"{visit.origin}{visit.to(f'/welcome/{token}')}")


def _filled(member: Member) -> Filled:
    return Filled(
        name=member.name,
        roles=member.roles,
        languages=" ".join(member.languages),
        skills=" ".join(member.skills),
        capacity=member.capacity,
        available=member.available,
    )
