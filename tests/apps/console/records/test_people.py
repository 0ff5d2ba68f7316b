"""What a person is owed, on paper: to be seen, corrected, handed over; and who looked is on record."""

import html
import json
import re

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send
from tests.apps.console.records.conftest import ANGRY, Wrote


def deeds(started: Started) -> list[dict[str, str]]:
    """The newest acts of the team, newest first."""
    entries = started.services.recent.entries(5, kind="staff")
    kept = (started.services.ledger.entry(one.index) for one in entries)
    return [json.loads(one.payload) for one in kept if one is not None and one.payload is not None]


def test_what_was_said_stands_beside_what_was_only_estimated(moderator: Client, wrote: Wrote) -> None:
    wrote("page-ada")
    page = moderator.get("/people/page-ada").text
    said, estimated = page.split('<div class="guess">')[:2]
    assert ANGRY in said
    assert "Estimated, of this message" in estimated
    assert re.search(r"Anger|Annoyance", estimated)


def test_who_looked_is_on_record_under_a_pseudonym(moderator: Client, wrote: Wrote, started: Started) -> None:
    wrote("page-bo")
    moderator.get("/people/page-bo")
    deed, (entry,) = deeds(started)[0], started.services.recent.entries(1, kind="staff")
    assert deed["act"] == "looked_at"
    assert re.fullmatch("[0-9a-f]{16}", deed["id"])
    assert re.fullmatch("[0-9a-f]{64}", entry.subject)


def test_who_asks_what_is_kept_of_them_is_told_when_it_was_looked_at(
    moderator: Client, wrote: Wrote, client: Client
) -> None:
    wrote("page-looked")
    assert client.get("/v1/people/page-looked/export").json()["looked"] == []
    moderator.get("/people/page-looked")
    (looked,) = client.get("/v1/people/page-looked/export").json()["looked"]
    assert "looked at your record" in looked["did"]
    assert "The team looked at this record once" in moderator.get("/people/page-looked").text


def test_what_the_team_noted_and_told_them_is_on_the_page(moderator: Client, wrote: Wrote, client: Client) -> None:
    wrote("page-noted", "Can I talk to a person, please?")
    open_ = client.get("/v1/handoffs").json()["waiting"]
    place = next(one["id"] for one in open_ if one["conversation_id"] == "with page-noted")
    client.post(f"/v1/handoffs/{place}/claim", json={}).raise_for_status()
    joined = client.get("/v1/conversations/with page-noted").json()["acts"][-1]
    client.post(f"/v1/handoffs/{place}/note", json={"text": "Her lamp is in stock."}).raise_for_status()
    page = moderator.get("/people/page-noted").text
    assert "Her lamp is in stock." in page
    assert "Noted by the team" in page
    assert joined["message"]["text"] in html.unescape(page)


def test_a_person_nobody_knows_is_told_so_and_nothing_is_recorded(moderator: Client, started: Started) -> None:
    before = started.services.ledger.head().size
    page = moderator.get("/people/nobody-at-all")
    assert page.status_code == 404
    assert "Nothing is recorded of a person of that id." in page.text
    assert started.services.ledger.head().size == before


def test_an_id_with_a_slash_and_words_of_a_page_does_no_harm(moderator: Client, wrote: Wrote, client: Client) -> None:
    turn = {"conversation_id": "odd", "person_id": "a/<b>&?", "text": "<script>alert(1)</script>"}
    assert client.post("/v1/turns", json=turn).status_code == 200
    found = send(moderator, "/people", "/people", id="a/<b>&?")
    page = moderator.get(found.headers["location"]).text
    assert "a/&lt;b&gt;&amp;?" in page
    assert "<script>alert" not in page


def test_a_correction_is_taken_and_outranks_the_estimate(moderator: Client, wrote: Wrote, started: Started) -> None:
    wrote("page-cem")
    turn = re.findall(r'name="turn" value="(\d+)"', moderator.get("/people/page-cem").text)[0]
    done = send(
        moderator, "/people/page-cem", "/people/page-cem/correct", turn=turn, feeling="good", note="I was joking."
    )
    assert (done.status_code, done.headers["location"]) == (303, "/people/page-cem")
    page = moderator.get("/people/page-cem").text
    assert "What they say is on record." in page
    assert "I was joking." in page
    assert deeds(started)[1]["act"] == "corrected"


def test_the_turn_of_somebody_else_is_not_corrected(moderator: Client, wrote: Wrote) -> None:
    wrote("page-dan")
    wrote("page-eve")
    turn = re.findall(r'name="turn" value="(\d+)"', moderator.get("/people/page-dan").text)[0]
    done = send(moderator, "/people/page-eve", "/people/page-eve/correct", turn=turn, feeling="good")
    assert done.status_code == 404


def test_a_consent_taken_back_by_word_of_mouth_holds(moderator: Client, wrote: Wrote, client: Client) -> None:
    wrote("page-fay")
    path = "/people/page-fay"
    done = send(moderator, path, f"{path}/consent", purpose="estimate", sense="text", act="withdrawn")
    assert done.status_code == 303
    held = client.get("/v1/people/page-fay/consents").json()
    assert [one["standing"] for one in held["consents"]] == ["withdrawn"]
    assert held["history"][-1]["how"] == "staff"


def test_an_act_that_is_none_is_refused_in_words(moderator: Client, wrote: Wrote) -> None:
    wrote("page-gus")
    path = "/people/page-gus"
    assert send(moderator, path, f"{path}/consent", purpose="estimate", sense="text", act="?").status_code == 422


def test_the_file_is_the_export_of_the_api(moderator: Client, wrote: Wrote, client: Client, started: Started) -> None:
    wrote("page-hal")
    saved = send(moderator, "/people/page-hal", "/people/page-hal/export")
    assert saved.headers["content-disposition"].startswith('attachment; filename="export-')
    told = client.get("/v1/people/page-hal/export").json()
    # That it was saved is told from then on.
    assert {**saved.json(), "made_at": "", "looked": []} == {**told, "made_at": "", "looked": []}
    assert deeds(started)[0]["act"] == "exported"


def test_a_page_in_another_language_has_all_its_words_in_it(signed_in: SignedIn, wrote: Wrote) -> None:
    wrote("page-ida")
    page = signed_in(Role.MODERATOR, locale="de").get("/people/page-ida").text
    assert "Geschätzt, für diese Nachricht" in page
    assert "Was sie erlaubt hat" in page
