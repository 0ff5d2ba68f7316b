"""What holders do with their credential: collect it, show it, take it along, ask others to speak for it."""

import asyncio
from typing import Any

import msgspec
from litestar import Response

from humanely.apps.console.holder import downloads
from humanely.apps.console.holder.link import by_link
from humanely.apps.console.holder.mine import MinePage, mine_page
from humanely.apps.console.holder.shared import NothingShown
from humanely.apps.console.page import To
from humanely.apps.console.route import sent
from humanely.apps.console.route import shown as page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.rate_limit import take_public
from humanely.apps.serving.services import Services
from humanely.credential.design.derived import Claim
from humanely.credential.design.wallet import WalletFile
from humanely.credential.life.endorsement import Relation
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import carried, endorsing, holder, stapling
from humanely.pipeline.credentials.stapling import Layers, Witness

PACKAGE = "package.zip"


class Choice(msgspec.Struct, frozen=True):
    """Whether to show it."""

    on: bool = False


class Kept(msgspec.Struct, frozen=True):
    """What a smaller credential says beyond the achievement itself."""

    keep: tuple[Claim, ...] = ()


class Invitation(msgspec.Struct, frozen=True):
    """Whom to ask."""

    relation: Relation = "peer"


class Named(msgspec.Struct, frozen=True):
    """An endorsement, by its id."""

    endorsement: str = ""


@sent("/mine/{ticket}/collect")
async def collect(services: Services, visit: Visit, ticket: str) -> To:
    """Take it."""
    take_public(services.public_limit, visit.address)
    await by_link(services, lambda desk, now: holder.collect(desk, ticket, now))
    return To(path=f"/mine/{ticket}", flash="mine-collected")


@sent("/mine/{ticket}/share")
async def share(services: Services, visit: Visit, ticket: str, form: Choice) -> To:
    """Show it to whoever has its address, or hide it again."""
    take_public(services.public_limit, visit.address)
    await by_link(services, lambda desk, now: holder.share(desk, ticket, form.on, now))
    return To(path=f"/mine/{ticket}#sharing", flash="mine-shared" if form.on else "mine-hidden")


@sent("/mine/{ticket}/renew-link")
async def renew_link(services: Services, visit: Visit, ticket: str) -> To:
    """Make every link to this page void and go on with a new one, for somebody whose link went astray."""
    take_public(services.public_limit, visit.address)
    fresh = await by_link(services, lambda desk, now: holder.void_links(desk, ticket, now))
    return To(path=f"/mine/{fresh}", flash="mine-link-renewed")


@sent("/mine/{ticket}/ask")
async def ask_to_endorse(services: Services, visit: Visit, ticket: str, form: Invitation) -> MinePage:
    """Make a link for somebody who is asked to endorse. It stands on the page that answers, and nowhere else."""
    take_public(services.public_limit, visit.address)
    made = await by_link(services, lambda desk, now: endorsing.ask(desk, ticket, form.relation, now))
    return await mine_page(services, visit, ticket, invited=f"{services.desk.address}/endorse/{made.ticket}")


@sent("/mine/{ticket}/show")
async def show_endorsement(services: Services, visit: Visit, ticket: str, form: Named) -> To:
    """Show what somebody said with the credential."""
    take_public(services.public_limit, visit.address)
    await by_link(services, lambda desk, now: endorsing.show(desk, ticket, form.endorsement, now))
    return To(path=f"/mine/{ticket}#said", flash="mine-said-shown")


@sent("/mine/{ticket}/refuse")
async def refuse_endorsement(services: Services, visit: Visit, ticket: str, form: Named) -> To:
    """Take away what somebody said, or ask them no more."""
    take_public(services.public_limit, visit.address)
    await by_link(services, lambda desk, now: endorsing.refuse(desk, ticket, form.endorsement, now))
    return To(path=f"/mine/{ticket}#said", flash="mine-refused")


@sent("/mine/{ticket}/smaller")
async def smaller(services: Services, visit: Visit, ticket: str, form: Kept) -> Response[Any]:
    """A credential that says less, as a file."""
    take_public(services.public_limit, visit.address)

    def made(desk: Any, now: Any) -> WalletFile:
        return carried.minimal(desk, holder.opened(desk, ticket, now), form.keep, now)

    return downloads.saved(await by_link(services, made))


@page("/mine/{ticket}/{name}")
async def own_file(services: Services, visit: Visit, ticket: str, name: str) -> Response[Any]:
    """One of its files, shared or not."""
    state = await by_link(services, lambda desk, now: holder.opened(desk, ticket, now))
    try:
        if name == PACKAGE:
            return await _package(services, visit.locale, state.id)
        return await downloads.file(services, state, name)
    except NotThere:
        raise NothingShown from None


async def _package(services: Services, locale: str, code: str) -> Response[Any]:
    """Everything that is needed to check it when this server is gone."""
    one = await by_link(services, lambda desk, _: carried.printable(desk, desk.at(code)))
    picture = (await asyncio.to_thread(carried.as_png, one)).content
    certificate = (await asyncio.to_thread(carried.as_pdf, one)).content if one.recipient else None
    witness, layers = (
        Witness(services.checkpoint, services.verifier),
        Layers(locale=locale, certificate=certificate, picture=picture),
    )
    made = await by_link(services, lambda desk, now: stapling.package(desk, code, now, witness, layers))
    name = carried.as_plain(one).name.replace(".json", ".zip")
    return downloads.saved(WalletFile(name, "application/zip", made))
