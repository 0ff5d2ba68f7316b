"""The widget: one script for any page, and what it talks to. Off unless the operator turns it on."""

import datetime as dt
import os
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from litestar import Response
from litestar.handlers import HTTPRouteHandler

from humanely.apps.http.endpoint import route
from humanely.apps.http.operation import operation
from humanely.apps.http.wire import Id, In
from humanely.apps.serving.services import Services
from humanely.apps.widget import choices, conversation, events, files, human
from humanely.apps.widget.door import AnyRequest, Door
from humanely.apps.widget.visitor import SIGNED_IN, Visitors
from humanely.store.scope import Scope

DEMO_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""As strict as a page can be: what works here works anywhere."""


class PassFor(In, frozen=True, kw_only=True):
    """Who is signed in at the page.

    Attributes:
        person_id: as all your channels name them.
    """

    person_id: Id


class Pass(msgspec.Struct, frozen=True, kw_only=True):
    """A pass for one person.

    Attributes:
        shown: to put into the page as ``data-pass``, for nobody else to see.
        until: when it ends.
    """

    shown: str = msgspec.field(name="pass")
    until: dt.datetime


@operation("POST", "/widget/pass", title="Sign a person in at the widget", area="Widget", scope=Scope.TURNS)
async def give_pass(services: Services, body: PassFor) -> Pass:
    """A pass for somebody your page has signed in; your server asks for it, never the page."""
    now = dt.datetime.now(dt.UTC)
    shown = Visitors(services.root_key, os.urandom).give_pass(body.person_id, now)
    return Pass(shown=shown, until=now + SIGNED_IN)


def routes(services: Services) -> list[HTTPRouteHandler]:
    """The framework's routes; none where the widget is off."""
    if not services.widget.enabled:
        return []
    door = Door(services)
    return [
        *door.post("start", conversation.start, known=False),
        *door.post("say", conversation.say),
        *door.post("human", human.ask),
        *door.post("decline", human.decline),
        *door.post("contact", human.leave),
        *door.post("feeling", choices.feel),
        *door.post("consents", choices.read_consents),
        *door.post("consent", choices.answer_consent),
        *door.post("behaviour", choices.count),
        *door.post("typing", choices.take_rhythm),
        *door.post("why", choices.why),
        *door.post("export", choices.export_own),
        *door.post("erase", choices.erase_own),
        *events.routes(door),
        route(give_pass, services),
        *_files(services),
    ]


def _files(services: Services) -> list[HTTPRouteHandler]:
    title = services.widget.title

    async def script(request: AnyRequest) -> Response[Any]:
        return files.send(request, files.script())

    async def words(request: AnyRequest) -> Response[Any]:
        return files.send(request, files.words(files.nearest(request.path_params["spoken"]), title))

    async def page(request: AnyRequest) -> Response[Any]:
        return files.send(request, files.demo("demo.html"), content_security_policy=DEMO_POLICY)

    async def style(request: AnyRequest) -> Response[Any]:
        return files.send(request, files.demo("demo.css"))

    made = [("/widget.js", script), ("/widget/words/{spoken:str}", words)]
    if services.widget.demo:
        made += [("/demo", page), ("/demo/demo.css", style)]
    return [_get(path, handle) for path, handle in made]


def _get(path: str, handle: Callable[[AnyRequest], Awaitable[Response[Any]]]) -> HTTPRouteHandler:
    operation_ = f"widget_{handle.__name__}"
    return HTTPRouteHandler(path, http_method="GET", status_code=200, opt={"operation": operation_})(handle)
