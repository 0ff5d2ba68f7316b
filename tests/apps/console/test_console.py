"""Every route of the console against every role, as a table; what a page of it is allowed to load."""

import pytest

from humanely.apps.console.console import ROUTES
from humanely.apps.console.route import Route
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, token_in

OPEN, ALL = "anybody", "everybody who is signed in"

TABLE = {
    "GET /": ALL,
    "GET /live": ALL,
    "GET /people": "moderator",
    "POST /people": "moderator",
    "GET /people/{person}": "moderator",
    "POST /people/{person}/export": "moderator",
    "POST /people/{person}/correct": "moderator",
    "POST /people/{person}/consent": "moderator",
    "GET /people/{person}/erase": "moderator",
    "POST /people/{person}/erase": "moderator",
    "GET /decisions": "auditor",
    "GET /decisions/{decision}": "auditor",
    "GET /replay": "auditor admin",
    "POST /replay": "auditor admin",
    "GET /ledger": "auditor admin",
    "POST /ledger/verify": "auditor admin",
    "POST /ledger/proof": "auditor admin",
    "GET /keys": "admin",
    "POST /keys": "admin",
    "POST /keys/{key}/revoke": "admin",
    "GET /settings": "auditor admin",
    "GET /settings/{name}": "auditor admin",
    "POST /settings/{name}": "admin",
    "GET /sign-in": OPEN,
    "POST /sign-in": OPEN,
    "POST /sign-in/code": OPEN,
    "POST /sign-out": ALL,
    "GET /sign-in/issuer": OPEN,
    "GET /sign-in/issuer/back": OPEN,
    "GET /welcome/{token}": OPEN,
    "POST /welcome/{token}": OPEN,
    "GET /account": ALL,
    "POST /account": ALL,
    "POST /account/password": ALL,
    "POST /account/sessions/end": ALL,
    "GET /account/codes": ALL,
    "POST /account/codes": ALL,
    "POST /account/codes/off": ALL,
    "GET /team": "admin",
    "POST /team": "admin",
    "GET /team/{member}": "admin",
    "POST /team/{member}": "admin",
    "POST /team/{member}/invite": "admin",
    "POST /team/{member}/disable": "admin",
    "POST /team/{member}/enable": "admin",
    "POST /team/{member}/codes/off": "admin",
    "POST /team/{member}/remove": "admin",
    "GET /webhooks": "admin",
    "POST /webhooks": "admin",
    "GET /webhooks/{webhook}": "admin",
    "POST /webhooks/{webhook}/rotate": "admin",
    "POST /webhooks/{webhook}/test": "admin",
    "POST /webhooks/{webhook}/disable": "admin",
    "POST /webhooks/{webhook}/enable": "admin",
    "POST /webhooks/{webhook}/replay": "admin",
    "GET /inbox": "agent mentor moderator",
    "POST /inbox/next": "agent",
    "POST /inbox/me": "agent",
    "GET /inbox/{handoff}": "agent mentor moderator",
    "POST /inbox/{handoff}/claim": "agent",
    "POST /inbox/{handoff}": "agent",
    "POST /inbox/{handoff}/note": "agent",
    "POST /inbox/{handoff}/called": "agent",
    "POST /inbox/{handoff}/release": "agent",
    "POST /inbox/{handoff}/transfer": "agent",
    "POST /inbox/{handoff}/return": "agent",
    "POST /inbox/{handoff}/resolve": "agent",
    "GET /review": "reviewer",
    "GET /review/{review}": "reviewer",
    "POST /review/{review}": "reviewer",
    "GET /credentials": "moderator registrar adjudicator",
    "GET /credentials/achievements": "moderator registrar adjudicator",
    "GET /credentials/achievements/new": "registrar",
    "POST /credentials/achievements/new": "registrar",
    "GET /credentials/achievements/import": "registrar",
    "POST /credentials/achievements/import": "registrar",
    "GET /credentials/achievements/{achievement}": "moderator registrar adjudicator",
    "POST /credentials/achievements/{achievement}/retire": "registrar",
    "GET /credentials/achievements/{achievement}/edit": "registrar",
    "POST /credentials/achievements/{achievement}/edit": "registrar",
    "GET /credentials/achievements/{achievement}/words": "registrar",
    "POST /credentials/achievements/{achievement}/words": "registrar",
    "GET /credentials/achievements/{achievement}/issue": "registrar",
    "POST /credentials/achievements/{achievement}/issue": "registrar",
    "GET /credentials/achievements/{achievement}/class": "registrar",
    "POST /credentials/achievements/{achievement}/class": "registrar",
    "GET /credentials/achievements/{achievement}/progress": "moderator registrar adjudicator",
    "POST /credentials/achievements/{achievement}/progress": "moderator registrar adjudicator",
    "GET /credentials/achievements/{achievement}/progress/{person}": "moderator registrar adjudicator",
    "POST /credentials/achievements/{achievement}/progress/{person}": "registrar",
    "GET /credentials/batches/{batch}": "moderator registrar adjudicator",
    "POST /credentials/batches/{batch}/approve": "registrar",
    "POST /credentials/batches/{batch}/undo": "registrar",
    "GET /credentials/appeals": "adjudicator",
    "GET /credentials/appeals/figures": "moderator registrar adjudicator",
    "GET /credentials/appeals/{credential}": "adjudicator",
    "GET /credentials/appeals/{credential}/files/{file}": "adjudicator",
    "POST /credentials/appeals/{credential}/ask": "adjudicator",
    "POST /credentials/appeals/{credential}/propose": "adjudicator",
    "POST /credentials/appeals/{credential}/decide": "adjudicator",
    "POST /credentials/appeals/{credential}/send-back": "adjudicator",
    "GET /credentials/endorsements": "moderator",
    "POST /credentials/endorsements/{credential}/{endorsement}": "moderator",
    "GET /credentials/keys": "moderator registrar adjudicator",
    "POST /credentials/keys": "registrar",
    "POST /credentials/keys/{key}/retire": "registrar",
    "POST /credentials/keys/{key}/compromised": "registrar",
    "GET /credentials/untold": "moderator registrar adjudicator",
    "POST /credentials/{credential}/told": "registrar",
    "POST /credentials/{credential}/void-links": "registrar",
    "GET /credentials/{credential}": "moderator registrar adjudicator",
    "POST /credentials/{credential}/issue": "registrar",
    "POST /credentials/{credential}/submit": "registrar",
    "POST /credentials/{credential}/send-back": "registrar",
    "POST /credentials/{credential}/link": "registrar",
    "POST /credentials/{credential}/package": "registrar",
    "GET /credentials/{credential}/change/{step}": "registrar",
    "POST /credentials/{credential}/change/{step}": "registrar",
    "GET /credentials/{credential}/correct": "registrar",
    "POST /credentials/{credential}/correct": "registrar",
    "GET /verify": OPEN,
    "POST /verify": OPEN,
    "GET /verify/how": OPEN,
    "GET /c/{code}": OPEN,
    "GET /c/{code}/{name}": OPEN,
    "POST /c/{code}/report": OPEN,
    "GET /mine/{ticket}": OPEN,
    "POST /mine/{ticket}/collect": OPEN,
    "POST /mine/{ticket}/share": OPEN,
    "POST /mine/{ticket}/ask": OPEN,
    "POST /mine/{ticket}/show": OPEN,
    "POST /mine/{ticket}/refuse": OPEN,
    "POST /mine/{ticket}/renew-link": OPEN,
    "POST /mine/{ticket}/smaller": OPEN,
    "GET /mine/{ticket}/contest": OPEN,
    "POST /mine/{ticket}/contest": OPEN,
    "POST /mine/{ticket}/contest/send": OPEN,
    "POST /mine/{ticket}/contest/more": OPEN,
    "POST /mine/{ticket}/contest/withdraw": OPEN,
    "GET /mine/{ticket}/{name}": OPEN,
    "GET /endorse/{ticket}": OPEN,
    "POST /endorse/{ticket}": OPEN,
    "POST /endorse/{ticket}/send": OPEN,
    "POST /endorse/{ticket}/withdraw": OPEN,
    "GET /.well-known/did.json": OPEN,
    "GET /did.json": OPEN,
    "GET /status/{list_id}/{purpose}": OPEN,
    "GET /achievements/{achievement}": OPEN,
}
"""Each route, and the roles of which any one is enough. A new route is not there before its row is."""


def name_of(route: Route) -> str:
    """A route as the table names it."""
    return f"{route.method} {route.path}"


def address_of(route: Route) -> str:
    """An address of a route; what its parts name is not there."""
    return "/".join("1" if part.startswith("{") else part for part in route.path.split("/"))


def allowed(route: Route) -> set[Role]:
    """Who may, by the table."""
    roles = TABLE.get(name_of(route), ALL)
    return set(Role) if roles in (OPEN, ALL) else {Role(role) for role in roles.split()}


ENDS = [route for route in ROUTES if route.path != "/live"]
"""Routes whose answer ends."""

FORBIDDEN = [(route, role) for route in ENDS for role in Role if role not in allowed(route)]
VISIBLE = [(route, role) for route in ENDS for role in Role if role in allowed(route) and route.method == "GET"]


def named(value: object) -> str:
    """What a case is called."""
    return name_of(value) if isinstance(value, Route) else str(value)


def test_the_table_names_every_route() -> None:
    assert {name_of(route) for route in ROUTES} == set(TABLE)


def test_only_what_the_table_calls_open_is() -> None:
    assert {name_of(route) for route in ROUTES if route.open} == {name for name, who in TABLE.items() if who == OPEN}


@pytest.mark.parametrize(("route", "role"), FORBIDDEN, ids=named)
def test_who_has_not_the_role_is_told_who_has(route: Route, role: Role, signed_in: SignedIn) -> None:
    client = signed_in(role)
    sent = {"csrf": token_in(client.get("/account"))} if route.method == "POST" else None
    answer = client.request(route.method, address_of(route), data=sent)
    assert answer.status_code == 403
    assert "Your roles do not include this." in answer.text
    assert sorted(allowed(route))[0] in answer.text


@pytest.mark.parametrize(("route", "role"), VISIBLE, ids=named)
def test_who_has_the_role_sees_the_page(route: Route, role: Role, signed_in: SignedIn) -> None:
    answer = signed_in(role).get(address_of(route))
    assert answer.status_code in {200, 303, 404, 410}
    assert "/sign-in" not in answer.headers.get("location", "")


@pytest.mark.parametrize("route", [route for route in ENDS if not route.open], ids=named)
def test_who_is_not_signed_in_is_asked_to(route: Route, anonymous: Client) -> None:
    answer = anonymous.request(route.method, address_of(route), follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


def test_nobody_listens_without_being_signed_in(anonymous: Client) -> None:
    assert anonymous.get("/live").status_code == 401


def test_whoever_signs_in_comes_back_to_where_they_wanted(anonymous: Client) -> None:
    answer = anonymous.get("/decisions?before=3", follow_redirects=False)
    assert answer.headers["location"] == "/sign-in?next=/decisions%3Fbefore%3D3"
