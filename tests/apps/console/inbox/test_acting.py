"""A case is taken once, answered by whoever has it, and nothing that was written is lost."""

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from humanely.pipeline.person import contact
from humanely.pipeline.person.contact import Where
from tests.apps.conftest import Client
from tests.apps.console.conftest import send, token_in
from tests.apps.console.inbox.conftest import ASKS, Comes, Waits
from tests.apps.console.inbox.test_queue import RISK, text_of

HELPS = "I have found your parcel. It is at your neighbour's."
BLAMES = "You should have read the terms."


def claimed(client: Client, path: str) -> str:
    """The path of a case this member has now."""
    send(client, "/inbox", f"{path}/claim")
    return path


def once_of(page: httpx.Response) -> str:
    """What keeps the box from being sent twice."""
    found = re.search(r'name="once" value="([^"]+)"', page.text)
    assert found is not None
    return found[1]


def test_of_two_who_take_it_at_once_one_has_it_and_the_other_is_told(comes: Comes, waits: Waits) -> None:
    path, both = waits(), (comes(), comes())
    tokens = [token_in(client.get("/inbox")) for client in both]
    with ThreadPoolExecutor(2) as at_once:
        told = list(
            at_once.map(lambda one: one[0].post(f"{path}/claim", data={"csrf": one[1]}), zip(both, tokens, strict=True))
        )
    assert sorted(one.status_code for one in told) == [303, 409]
    late = next(one for one in told if one.status_code == 409)
    assert "somebody else was a moment quicker" in late.text
    assert "has this conversation" in late.text


def test_an_answer_is_sent_and_the_page_opens_anew(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    assert send(agent, path, path, text=HELPS).headers["location"] == f"{path}#text"
    assert "I have found your parcel." in agent.get(path).text


def test_what_is_sent_twice_is_sent_once(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    once = once_of(agent.get(path))
    assert send(agent, path, path, text=HELPS, once=once).status_code == 303
    assert send(agent, path, path, text=HELPS, once=once).status_code == 303
    assert agent.get(path).text.count("I have found your parcel.") == 1


def writes_again(client: Client, path: str, text: str = "And my flat is cold.") -> None:
    """The person of a case writes once more."""
    name = client.get(f"/v1/handoffs/{path.removeprefix('/inbox/')}").json()["handoff"]["conversation_id"]
    person = client.get(f"/v1/conversations/{name}").json()["person_id"]
    turn = {"conversation_id": name, "person_id": person, "text": text}
    client.post("/v1/turns", json=turn).raise_for_status()


def seen_in(page: httpx.Response) -> str:
    """What the box had seen when it was opened."""
    found = re.search(r'name="seen" value="(\d+)"', page.text)
    assert found is not None
    return found[1]


def test_over_what_they_wrote_meanwhile_nothing_is_sent_unasked_and_asked_once(
    agent: Client, client: Client, waits: Waits
) -> None:
    path = claimed(agent, waits())
    seen = seen_in(agent.get(path))
    writes_again(client, path)
    told = send(agent, path, path, text=HELPS, seen=seen)
    assert told.status_code == 409
    assert "They have written again: read it first." in told.text
    assert "Send all the same" in told.text
    assert f">\n{HELPS.replace(chr(39), '&#39;')}</textarea>" in told.text
    assert HELPS not in text_of(agent.get(path).text)
    assert send(agent, path, path, text=HELPS, seen=seen_in(told)).status_code == 303
    assert "I have found your parcel." in agent.get(path).text


def test_while_somebody_writes_the_page_says_that_they_have_written_again(
    agent: Client, client: Client, waits: Waits
) -> None:
    path = claimed(agent, waits())
    seen = seen_in(agent.get(path))
    assert "They have written again" not in agent.get(f"{path}?seen={seen}").text
    writes_again(client, path)
    assert "They have written again" in agent.get(f"{path}?seen={seen}").text
    assert "They have written again" not in agent.get(path).text
    helped = send(agent, path, path, text="", do="first", first="First.", seen=seen)
    assert (helped.status_code, seen_in(helped)) == (200, seen)


def leaves(client: Client, started: Started, path: str, number: str = "+4930901820") -> None:
    """The person of a case leaves a number."""
    name = client.get(f"/v1/handoffs/{path.removeprefix('/inbox/')}").json()["handoff"]["conversation_id"]
    where = Where(kind="phone", address=number, wish="After <five>")
    started.services.engine.call(lambda one, now: contact.left(one, name, where, now)).result()


@pytest.mark.parametrize("first", [RISK, ASKS])
def test_the_number_they_left_is_beside_the_case_and_that_somebody_called_is_on_record(
    agent: Client, client: Client, started: Started, waits: Waits, first: str
) -> None:
    path = waits(first)
    leaves(client, started, path)
    page = agent.get(path).text
    assert '<a href="tel:+4930901820"><bdi>+49 30 901820</bdi></a>' in page
    assert "After &lt;five&gt;" in page
    of = re.search(r'name="of" value="(\d+)"', page)
    assert of is not None
    assert send(agent, path, f"{path}/called", of=of[1]).headers["location"] == path
    page = agent.get(path).text
    assert "Called the number they left." in page
    assert re.search(r'<span class="mark good">[^<]*(<[^>]+>)*\s*Called', page)


def test_a_number_they_took_back_or_never_left_is_not_noted_as_called(
    agent: Client, client: Client, started: Started, waits: Waits
) -> None:
    path = waits()
    leaves(client, started, path)
    of = re.search(r'name="of" value="(\d+)"', agent.get(path).text)
    assert of is not None
    leaves(client, started, path, "")
    assert "tel:" not in agent.get(path).text
    assert send(agent, path, f"{path}/called", of=of[1]).status_code == 404
    assert send(agent, path, f"{path}/called", of="1").status_code == 404


def test_words_are_looked_over_before_they_go_and_the_agent_decides(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits("This is the third time. I am desperate.", ASKS))
    told = send(agent, path, path, text=BLAMES)
    assert told.status_code == 422
    assert "This can be read as blame." in told.text
    assert BLAMES in told.text
    assert BLAMES not in text_of(agent.get(path).text)
    assert send(agent, path, path, text=BLAMES, do="anyway").status_code == 303
    assert BLAMES in agent.get(path).text


def test_what_a_human_knows_is_not_held_against_them(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    assert send(agent, path, path, text="It comes on 12 March, number 77123.").status_code == 303


def test_nothing_at_all_is_not_sent(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    told = send(agent, path, path, text="  ", do="anyway")
    assert told.status_code == 422
    assert "There is nothing to send." in told.text
    assert 'value="anyway"' not in told.text


def test_when_somebody_else_has_it_meanwhile_it_is_said_kindly_and_the_words_are_kept(
    comes: Comes, waits: Waits
) -> None:
    path, ada, ben = waits(), comes(), comes()
    claimed(ada, path)
    page = ada.get(path)
    send(ada, path, f"{path}/release")
    claimed(ben, path)
    told = ada.post(path, data={"csrf": token_in(page), "text": HELPS, "once": once_of(page)})
    assert told.status_code == 409
    assert "Somebody else has this conversation now" in told.text
    assert "I have found your parcel." in told.text
    assert "I have found your parcel." not in ben.get(path).text


def test_a_draft_is_made_where_it_is_asked_for_with_what_the_check_says_of_it(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits("My order 4711 has not arrived and I am upset.", ASKS))
    told = send(agent, path, path, text="Half a sent", do="draft")
    assert "From written phrases" in told.text
    assert "the check found nothing" in told.text
    assert "Half a sent" in told.text
    assert "Half a sent" not in agent.get(path).text


def test_a_draft_and_a_first_line_are_put_into_the_answer(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    assert ">\nMine. Yours.</textarea>" in send(agent, path, path, text="Yours.", do="use", draft="Mine.").text
    assert ">\nFirst.</textarea>" in send(agent, path, path, text="", do="first", first="First.").text


def test_who_sends_a_draft_says_so_and_who_writes_their_own_words_does_not(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    used = send(agent, path, path, text="", do="use", draft=HELPS).text
    assert 'name="used"' in used
    send(agent, path, path, text=f"Hello. {HELPS}", used=HELPS)
    assert ", drafted by the assistant</strong>" in agent.get(path).text
    other = claimed(agent, waits())
    send(agent, other, other, text="I am looking into this with the depot.", used=HELPS)
    assert "drafted by the assistant" not in agent.get(other).text


def test_where_a_life_may_be_at_risk_no_machine_writes(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits(RISK))
    assert "There is nothing to suggest here." in send(agent, path, path, text="", do="draft").text


def test_a_note_is_for_the_team(agent: Client, client: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    send(agent, path, f"{path}/note", text="Looks into it: warehouse.")
    assert "Looks into it: warehouse." in agent.get(path).text
    assert send(agent, path, f"{path}/note", text="  ").headers["location"] == path


def test_it_goes_back_into_the_queue(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    assert send(agent, path, f"{path}/release").headers["location"] == "/inbox"
    assert f'href="{path}"' in agent.get("/inbox").text


def test_it_goes_back_to_the_assistant(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    send(agent, path, f"{path}/return")
    assert f'href="{path}"' not in agent.get("/inbox?view=all").text
    assert "Given back to the assistant" in agent.get(path).text


def test_it_is_passed_on_to_a_member_who_sees_it_is_for_them(comes: Comes, waits: Waits, started: Started) -> None:
    path, ada, ben = waits(), comes(), comes()
    claimed(ada, path)
    newest = max(started.services.staff.all(), key=lambda one: one.created_at)
    assert send(ada, path, f"{path}/transfer", to=f"member:{newest.id}").headers["location"] == "/inbox"
    row = ben.get("/inbox").text.split(f'href="{path}"')[1].split("</li>")[0]
    assert "left for you" in row
    assert claimed(ben, path) in ben.get("/inbox?view=mine").text


def test_it_is_passed_on_to_whoever_has_a_skill(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    send(agent, path, f"{path}/transfer", to="skill:billing")
    row = agent.get("/inbox").text.split(f'href="{path}"')[1].split("</li>")[0]
    assert "billing" in row
    assert "needs a skill you have not" in row


@pytest.mark.parametrize("role", [Role.MENTOR, Role.ADMIN])
def test_to_whoever_may_not_answer_nothing_is_passed_on(
    agent: Client, waits: Waits, comes: Comes, started: Started, role: Role
) -> None:
    path = claimed(agent, waits())
    comes(role)
    newest = max(started.services.staff.all(), key=lambda one: one.created_at)
    assert send(agent, path, f"{path}/transfer", to=f"member:{newest.id}").status_code == 404
    assert "You have this conversation" in agent.get(path).text


def test_to_nobody_nothing_is_passed_on(agent: Client, waits: Waits) -> None:
    path = claimed(agent, waits())
    assert send(agent, path, f"{path}/transfer", to="").status_code == 404
    assert send(agent, path, f"{path}/transfer", to="member:nobody").status_code == 404
    assert send(agent, path, f"{path}/transfer", to=f"skill:{'x' * 3_000}").status_code == 422
    assert "You have this conversation" in agent.get(path).text


def test_a_form_of_another_site_does_nothing(agent: Client, waits: Waits) -> None:
    path = waits()
    assert agent.post(f"{path}/claim", data={"csrf": "guessed"}).status_code == 403
    assert "Nobody has it yet" in agent.get(path).text


def test_what_is_not_there_cannot_be_done(agent: Client) -> None:
    assert send(agent, "/inbox", "/inbox/999999999/claim").status_code == 404
    assert send(agent, "/inbox", "/inbox/999999999", text="x").status_code == 404
