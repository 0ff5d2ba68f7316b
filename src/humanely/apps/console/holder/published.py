"""What verifiers of our credentials fetch: whose keys are whose, which credentials stand, what could be achieved."""

import asyncio
from hashlib import sha256
from typing import Any, ClassVar, cast

import msgspec
from litestar import Response

from humanely.apps.console.page import Page
from humanely.apps.console.problem import Unknown
from humanely.apps.console.route import shown as page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement
from humanely.credential.design.build import CONTEXTS
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import carried, designs, issuer, statuses
from humanely.pipeline.credentials.statuses import Purpose
from humanely.store.achievements import AchievementMissing, Design

_PURPOSES = ("revocation", "suspension")
_LIST_S, _KEYS_S, _PICTURE_S = 300, 900, 86_400
"""Seconds for which each may be kept by whoever fetched it."""
_LONGEST_NUMBER = 9


class AchievementPage(Page, frozen=True, kw_only=True):
    """What can be achieved.

    Attributes:
        one: in the language of whoever looks, where it is written in it.
        here: its address below the root.
    """

    template: ClassVar[str] = "holder_achievement.html.j2"

    one: Achievement
    here: str
    retired: bool


@page("/.well-known/did.json")
async def did_document(services: Services, visit: Visit) -> Response[Any]:
    """The document of the issuer, where a did:web without a path is looked up."""
    return await _document(services, visit)


@page("/did.json")
async def did_document_below(services: Services, visit: Visit) -> Response[Any]:
    """The same for a did:web with a path."""
    return await _document(services, visit)


@page("/status/{list_id}/{purpose}")
async def status_list(services: Services, visit: Visit, list_id: str, purpose: str) -> Response[Any]:
    """A signed status list."""
    if purpose not in _PURPOSES or not (list_id.isascii() and list_id.isdigit()) or len(list_id) > _LONGEST_NUMBER:
        raise Unknown
    wanted = cast(Purpose, purpose)
    try:
        made = await services.written(lambda _, now: statuses.status_list(services.desk, int(list_id), wanted, now))
    except NotThere:
        raise Unknown from None
    return _published(made, "application/vc", _LIST_S, visit)


@page("/achievements/{achievement}")
async def achievement(services: Services, visit: Visit, achievement: str) -> Page | Response[Any]:
    """What can be achieved: a page, JSON for whoever asks for that, and its picture under ``.png`` and ``.svg``."""
    name, dot, ending = achievement.rpartition(".")
    if dot and ending in {"png", "svg"}:
        return await _picture(services, visit, name, ending)
    design = await _design(services, achievement)
    if visit.wants_json:
        return _published(msgspec.json.encode(_told(services, design)), "application/ld+json", _KEYS_S, visit)
    said = design.achievement.said_in(visit.locale)
    return AchievementPage(one=said, here=f"/achievements/{said.id}", retired=design.retired_at is not None)


async def _document(services: Services, visit: Visit) -> Response[Any]:
    made = await services.written(lambda _, now: issuer.document(services.desk, now))
    return _published(msgspec.json.encode(made), "application/did+json", _KEYS_S, visit)


async def _design(services: Services, achievement_id: str) -> Design:
    try:
        return await services.written(lambda _, __: designs.one(services.desk, achievement_id))
    except AchievementMissing:
        raise Unknown from None


async def _picture(services: Services, visit: Visit, name: str, ending: str) -> Response[Any]:
    design = await _design(services, name)
    drawn = await asyncio.to_thread(carried.drawn, carried.badge_view(design.achievement, services.desk.name))
    content, kind = (drawn.png, "image/png") if ending == "png" else (drawn.svg, "image/svg+xml")
    return _published(content, kind, _PICTURE_S, visit)


def _told(services: Services, design: Design) -> dict[str, Any]:
    """An achievement as Open Badges 3.0 has it, unsigned."""
    one, here = design.achievement, f"{services.desk.address}/achievements/{design.achievement.id}"
    return {
        "@context": list(CONTEXTS),
        "id": here,
        "type": ["Achievement"],
        "name": one.name,
        "description": one.description,
        "criteria": {"narrative": one.criteria},
        "image": {"id": one.picture or f"{here}.png", "type": "Image", "caption": one.alternative_text},
        "inLanguage": one.language,
        "tag": [skill.name for skill in one.skills],
    }


def _published(content: bytes, media_type: str, max_age_s: int, visit: Visit) -> Response[bytes]:
    """Something that anybody may fetch from any page, and keep for a while."""
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {
        "cache-control": f"public, max-age={max_age_s}",
        "etag": tag,
        "access-control-allow-origin": "*",
        "vary": "accept",
    }
    if visit.has_kept == tag:
        return Response(b"", status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
