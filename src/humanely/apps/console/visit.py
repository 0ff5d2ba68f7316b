"""Who looks at a page, and from where: worked out once for each request."""

import asyncio
import base64
import datetime as dt
import secrets
from hashlib import sha256
from typing import Any

import msgspec
from litestar import Request
from litestar.datastructures import Cookie

from humanely.apps.console.areas import Area, areas_of
from humanely.apps.console.cookies import Jar, Purpose
from humanely.apps.console.words import LOCALES, WordMissing, fitting, words
from humanely.apps.serving.proxy import host_of
from humanely.apps.serving.rate_limit import network_of
from humanely.apps.serving.services import Services
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.store.team.member import Member

AnyRequest = Request[Any, Any, Any]

_LONGEST_COOKIE = 200


class SignInNeeded(HumanelyError):
    """Nobody is signed in."""

    code = "sign_in_needed"
    status = 401

    def __init__(self) -> None:
        super().__init__("Nobody is signed in here.", fix="Sign in, and open the page again.")


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """Who looks at a page.

    Attributes:
        who: the member; None where nobody is signed in.
        locale: one of `words.LOCALES`.
        csrf: what a form has to bring back.
        now: aware, UTC.
        path: that was asked for, below the root, with its query.
        root: path under which people see this server; empty at the top.
        flash: key of the words about what was just done; empty for none.
        token: of the session; empty without one.
        address: of whoever asks, as limits count it and as the proxy or the socket says; empty where neither does.
        jar: writes cookies.
        keeps: a new cookie for forms of a browser nobody is signed in on; None where it has one.
        origin: scheme and host under which they see this server, such as ``https://care.example.org``.
        underway: what the cookie of a sign-in on its way holds; empty where there is none.
        public: the page is for people outside the team: it knows nobody, and keeps nothing in their browser.
        chosen: the language that the address names, on a public page; empty where it names none.
        issuer: name under which credentials are issued here; empty where none are.
        is_form: a form was sent, and the page is its answer.
        accepts: the header Accept.
        has_kept: the header If-None-Match.
    """

    who: Member | None
    locale: str
    csrf: str
    now: dt.datetime
    path: str
    root: str
    flash: str = ""
    token: str = ""
    address: str = ""
    jar: Jar
    keeps: Cookie | None = None
    origin: str = ""
    underway: str = ""
    public: bool = False
    chosen: str = ""
    issuer: str = ""
    is_form: bool = False
    accepts: str = ""
    has_kept: str = ""

    @property
    def wants_json(self) -> bool:
        """A program asks for data, not a browser for a page."""
        return "text/html" not in self.accepts and ("json" in self.accepts or "application/vc" in self.accepts)

    @property
    def member(self) -> Member:
        """Who is signed in.

        Raises:
            SignInNeeded: nobody.
        """
        if self.who is None:
            raise SignInNeeded
        return self.who

    @property
    def areas(self) -> tuple[Area, ...]:
        """The parts of the console they may see."""
        return areas_of(self.who.permissions) if self.who else ()

    def may(self, permission: str) -> bool:
        """Whether they may do something.

        Args:
            permission: a `Permission`, or its value, as templates write it.
        """
        return self.who is not None and Permission(permission) in self.who.permissions

    @property
    def place(self) -> str:
        """The path that was asked for, without the language."""
        path, _, query = self.path.partition("?")
        kept = "&".join(one for one in query.split("&") if one and not one.startswith("lang="))
        return f"{path}?{kept}" if kept else path

    def to(self, path: str) -> str:
        """A path of ours as a link has to name it."""
        return f"{self.root}{path}"

    def page(self, path: str, locale: str = "") -> str:
        """The same for a page of ours, which goes on in the language that was chosen, or in another."""
        wanted = locale or self.chosen
        before, sign, fragment = path.partition("#")
        joined = "&" if "?" in before else "?"
        return self.to(f"{before}{joined}lang={wanted}{sign}{fragment}" if wanted else path)


async def visit_of(services: Services, request: AnyRequest) -> Visit:
    """The visit a request belongs to."""
    now, jar = dt.datetime.now(dt.UTC), _jar(request)
    token = _read(request, jar, "session")
    who = await asyncio.to_thread(services.staff.session, token, now) if token else None
    made = _visit(request, jar, who, token if who else "", now)
    return msgspec.structs.replace(made, origin=_origin(request))


def visit_of_public(services: Services, request: AnyRequest) -> Visit:
    """The visit of somebody outside the team, whoever may be signed in on their browser."""
    lang = request.query_params.get("lang", "")
    chosen = lang if lang in LOCALES else ""
    made = stranger(request)
    return msgspec.structs.replace(
        made,
        public=True,
        chosen=chosen,
        locale=chosen or made.locale,
        keeps=None,
        origin=_origin(request),
        is_form=request.method == "POST",
        accepts=request.headers.get("accept", ""),
        has_kept=request.headers.get("if-none-match", ""),
        issuer=services.desk.name,
    )


def stranger(request: AnyRequest) -> Visit:
    """The visit of somebody nobody has asked for a name."""
    return _visit(request, _jar(request), None, "", dt.datetime.now(dt.UTC))


def _visit(request: AnyRequest, jar: Jar, who: Member | None, token: str, now: dt.datetime) -> Visit:
    kept = _read(request, jar, "visit")
    seed = token or kept or secrets.token_urlsafe(32)
    query = request.scope["query_string"].decode("latin-1")
    locale = fitting(who.locale if who else "", request.headers.get("accept-language", ""))
    return Visit(
        who=who,
        locale=locale,
        csrf=_csrf(seed),
        now=now,
        path=request.scope["path"] + (f"?{query}" if query else ""),
        root=jar.root,
        flash=_flash(_read(request, jar, "flash"), locale),
        token=token,
        address=network_of((request.scope.get("client") or ("", 0))[0]),
        jar=jar,
        keeps=None if token or kept else jar.cookie("visit", seed),
        origin=_origin(request),
        underway=_read(request, jar, "sign-in"),
    )


def _jar(request: AnyRequest) -> Jar:
    # The edge has set both, as the proxy saw them.
    return Jar(request.scope["scheme"] == "https", str(request.scope.get("humanely_root", "")))


def _origin(request: AnyRequest) -> str:
    return f"{request.scope['scheme']}://{host_of(request.scope)}"


def _flash(key: str, locale: str) -> str:
    """A key that can be said as it is; a browser may send any."""
    try:
        return key if key and words(locale).say(key) else ""
    except WordMissing:
        return ""


def _read(request: AnyRequest, jar: Jar, purpose: Purpose) -> str:
    sent = jar.read(request.cookies, purpose)
    return sent if len(sent) <= _LONGEST_COOKIE else ""


def _csrf(seed: str) -> str:
    """What a form brings back: told from the cookie, but not the other way round, so that a page holds no session."""
    return base64.urlsafe_b64encode(sha256(b"humanely form\x00" + seed.encode()).digest()).decode().rstrip("=")
