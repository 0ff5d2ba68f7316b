"""A case shows all that a human needs, and to whom it belongs; where a life may be at risk, only what helps."""

import json
import re

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.inbox.conftest import ASKS, Comes, Waits
from tests.apps.console.inbox.test_queue import RISK, text_of
from tests.apps.console.members.test_sign_in import member

LOST = "My parcel with order 884213 has not arrived."


def test_the_conversation_and_the_packet_stand_side_by_side(agent: Client, waits: Waits) -> None:
    page = text_of(agent.get(waits(LOST, "That did not help.", ASKS)).text)
    assert page.count(LOST) >= 2
    assert "Already given, do not ask again Number: 884213" in page
    assert "Asked for a human" in page
    assert "A human was called" in page


def test_every_place_the_packet_names_is_there_to_be_looked_up(agent: Client, waits: Waits) -> None:
    page = agent.get(waits(LOST, "That did not help.", ASKS)).text
    named = set(re.findall(r'href="#(a\d+)"', page))
    assert named
    assert named <= set(re.findall(r'id="(a\d+)"', page))


def test_what_a_person_writes_is_text_and_no_markup(agent: Client, waits: Waits) -> None:
    page = agent.get(waits(f"<script>alert(1)</script> {ASKS}")).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_where_a_life_may_be_at_risk_nothing_coaches_and_the_card_is_shown(agent: Client, waits: Waits) -> None:
    path = waits(RISK)
    send(agent, "/inbox", f"{path}/claim")
    page = text_of(agent.get(path).text)
    assert "Please do not" in page
    assert "The card they were shown" in page
    assert "Assistant, the card for help at once" in page
    assert "Suggest an answer" not in page
    assert "Feeling over time" not in page
    assert "Estimate of the message" not in page
    assert "Problem" not in page


def test_a_case_somebody_has_is_read_only_for_others_and_they_see_who_has_it(comes: Comes, waits: Waits) -> None:
    path, ada, ben = waits(), comes(), comes()
    send(ada, "/inbox", f"{path}/claim")
    page = ben.get(path).text
    assert "has this conversation. You can read it" in page
    assert 'name="do"' not in page
    assert f"{path}/resolve" not in page


def test_a_mentor_reads_and_does_nothing(comes: Comes, waits: Waits) -> None:
    path = waits()
    page = comes(Role.MENTOR).get(path).text
    assert "The person asked for a human" in page
    assert f"{path}/claim" not in page
    assert f"{path}/note" not in page


def test_the_person_s_data_is_one_step_away_for_whoever_may_see_it(comes: Comes, waits: Waits) -> None:
    path = waits(person="inbox/Grace H")
    assert 'href="/people/inbox%2FGrace%20H"' in comes(Role.MODERATOR).get(path).text
    assert 'href="/people/' not in comes(Role.AGENT).get(path).text


def test_a_case_that_has_ended_can_be_read_and_nothing_done_in_it(agent: Client, waits: Waits) -> None:
    path = waits()
    send(agent, "/inbox", f"{path}/claim")
    send(agent, path, f"{path}/resolve")
    page = agent.get(path).text
    assert "Settled" in page
    assert f"{path}/claim" not in page
    assert 'name="do"' not in page


def test_what_has_ended_is_closed_to_who_did_not_have_it(comes: Comes, waits: Waits) -> None:
    path, ada = waits(), comes()
    send(ada, "/inbox", f"{path}/claim")
    send(ada, path, f"{path}/resolve")
    assert comes().get(path).status_code == 404
    assert comes(Role.MENTOR).get(path).status_code == 404
    assert comes(Role.MODERATOR).get(path).status_code == 200


def test_whoever_may_be_given_it_is_shown_as_free_or_not_and_no_more(
    agent: Client, waits: Waits, started: Started
) -> None:
    path, other = waits(), member(started, "inbox-colleague")
    send(agent, "/inbox", f"{path}/claim")
    offered = re.findall(rf'<option value="member:{other.id}">([^<]*)</option>', agent.get(path).text)
    assert offered == ["Inbox-Colleague (away)"]


def test_what_is_no_case_is_not_there(agent: Client, waits: Waits) -> None:
    waits()
    assert agent.get("/inbox/999999999").status_code == 404
    assert agent.get("/inbox/0").status_code == 404
    assert agent.get("/inbox/first").status_code == 404


def deeds_of(started: Started, act: str) -> list[dict[str, object]]:
    """What members did of one kind."""
    told = [json.loads(one.payload or b"{}") for one in started.services.ledger.of_kind("staff")]
    return [one for one in told if one["act"] == act]


def test_who_reads_what_they_do_not_have_is_on_record_once(comes: Comes, waits: Waits, started: Started) -> None:
    path, ada, ben = waits(), comes(), comes()
    newest = max(started.services.staff.all(), key=lambda one: one.created_at)
    send(ada, "/inbox", f"{path}/claim")
    before = len(deeds_of(started, "read_case"))
    ada.get(path)
    assert len(deeds_of(started, "read_case")) == before
    ben.get(path)
    ben.get(f"{path}?seen=1")
    read = deeds_of(started, "read_case")
    assert len(read) == before + 1
    assert (read[-1]["id"], read[-1]["of"]) == (newest.id, int(path.removeprefix("/inbox/")))


def test_reading_what_waits_is_on_record_too(agent: Client, waits: Waits, started: Started) -> None:
    path, before = waits(), len(deeds_of(started, "read_case"))
    agent.get(path)
    assert len(deeds_of(started, "read_case")) == before + 1


def test_what_somebody_of_the_team_took_elsewhere_says_so(agent: Client, client: Client, started: Started) -> None:
    turn = {"conversation_id": "taken elsewhere", "person_id": "elsewhere", "text": LOST}
    client.post("/v1/turns", json=turn).raise_for_status()
    client.post("/v1/turns", json={**turn, "text": "I am Mia, I look.", "speaker": "agent"}).raise_for_status()
    state = started.services.engine.call(lambda one, _: one.conversations.standing(["taken elsewhere"])[0]).result()
    assert state.handoff is not None
    path = f"/inbox/{state.handoff.place}"
    row = agent.get("/inbox?view=all").text.split(f'href="{path}"')[1].split("</li>")[0]
    assert "With Somebody of the team" in text_of(row)
    assert "A human came by themselves" in row
    assert "Somebody of the team has this conversation. You can read it" in text_of(agent.get(path).text)
