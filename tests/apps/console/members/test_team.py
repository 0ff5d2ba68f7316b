"""The team is looked after by whoever may."""

import re

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send
from tests.apps.console.members.test_sign_in import browser, member, with_codes

__all__ = ["browser"]


@pytest.fixture
def admin(signed_in: SignedIn) -> Client:
    """The browser of an admin."""
    return signed_in(Role.ADMIN)


def test_somebody_is_added_and_the_link_is_shown_once(admin: Client, browser: Client, started: Started) -> None:
    told = send(
        admin, "/team", "/team", login="zoe@example.org", name="Zoë", roles=["agent", "reviewer"], languages="de, en",
        skills="billing", capacity="4", available="true",
    )  # fmt: skip
    link = re.search(r"http://[^<\s]+(/welcome/[^<\s]+)", told.text)
    assert link is not None
    assert "Zoë" in browser.get(link[1]).text
    made = started.services.staff.named("zoe@example.org")
    assert (made.roles, made.languages, made.capacity) == (("agent", "reviewer"), ("de", "en"), 4)
    assert link[1] not in admin.get("/team").text


def test_what_cannot_be_is_told_and_nothing_filled_in_is_lost(admin: Client) -> None:
    told = send(admin, "/team", "/team", login="two words", name="Yan", roles="agent", capacity="3", skills="returns")
    assert told.status_code == 422
    assert "that is no login" in told.text
    assert 'value="two words"' in told.text
    assert 'value="returns"' in told.text


def test_a_member_is_changed(admin: Client, started: Started) -> None:
    made = member(started, "xenia")
    send(admin, f"/team/{made.id}", f"/team/{made.id}", name="Xenia", roles=["mentor"], languages="", capacity="2")
    changed = started.services.staff.named("xenia")
    assert (changed.roles, changed.capacity, changed.available) == (("mentor",), 2, False)


def test_who_is_disabled_can_be_enabled(admin: Client, started: Started) -> None:
    made = member(started, "willi")
    send(admin, f"/team/{made.id}", f"/team/{made.id}/disable")
    assert started.services.staff.named("willi").standing == "disabled"
    send(admin, f"/team/{made.id}", f"/team/{made.id}/enable")
    assert started.services.staff.named("willi").standing == "active"


def test_who_has_left_is_removed_once_they_are_disabled(admin: Client, started: Started) -> None:
    made = member(started, "ulli")
    path = f"/team/{made.id}"
    assert send(admin, path, f"{path}/remove").status_code == 422
    send(admin, path, f"{path}/disable")
    assert send(admin, path, f"{path}/remove").status_code == 303
    assert "ulli" not in admin.get("/team").text


def test_codes_that_were_lost_are_taken_away(admin: Client, started: Started) -> None:
    with_codes(started, "viola")
    made = started.services.staff.named("viola")
    send(admin, f"/team/{made.id}", f"/team/{made.id}/codes/off")
    assert not started.services.staff.named("viola").has_code


def test_a_new_link_is_shown(admin: Client, started: Started) -> None:
    made = member(started, "uta")
    assert "/welcome/" in send(admin, f"/team/{made.id}", f"/team/{made.id}/invite").text


def test_nobody_s_work_is_measured_there(admin: Client) -> None:
    page = admin.get("/team").text.lower()
    assert [word for word in ("score", "rank", "per hour", "handled") if word in page] == []


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_others_may_not(signed_in: SignedIn, started: Started, role: Role) -> None:
    made = started.services.staff.all()[0]
    client = signed_in(role)
    assert client.get("/team").status_code == 403
    assert client.get(f"/team/{made.id}").status_code == 403
    assert send(client, "/account", f"/team/{made.id}/invite").status_code == 403


def test_who_is_not_there_is_told(admin: Client) -> None:
    assert admin.get("/team/0000").status_code == 404
