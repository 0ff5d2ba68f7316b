"""One appeal: read as it was typed, files only to be saved, and two people to decide."""

from humanely.pipeline.credentials import appeals
from humanely.pipeline.credentials.evidence import File
from tests.apps.conftest import Client
from tests.apps.console.conftest import send
from tests.apps.console.credentials.conftest import Office, done

LETTER = File("../../<b>letter</b>.txt", b"<script>alert(1)</script> I was there.")


def test_it_is_shown_as_it_was_typed_with_what_it_is_against(adjudicator: Client, office: Office) -> None:
    held = office.appealed("<i>Tess</i>")
    page = adjudicator.get(f"/credentials/appeals/{held.id}").text
    assert "I, &lt;i&gt;Tess&lt;/i&gt;, was there all day." in page
    assert "Look again" in page
    assert "Something it asks for was not shown" in page


def test_a_file_is_saved_and_never_opened_here(adjudicator: Client, office: Office) -> None:
    held = office.appealed("Filer", LETTER)
    ((place, _),) = appeals.shown_in(held)
    answer = adjudicator.get(f"/credentials/appeals/{held.id}/files/{place}")
    assert answer.content == LETTER.data
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''b%3E.txt"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_who_reads_one_or_saves_a_file_of_it_is_told_to_whom_it_is_about(
    adjudicator: Client, other: Client, office: Office
) -> None:
    held = office.appealed("Read", LETTER)
    ((place, _),) = appeals.shown_in(held)
    adjudicator.get(f"/credentials/appeals/{held.id}")
    adjudicator.get(f"/credentials/appeals/{held.id}")
    told = [("Somebody of the team who decides appeals read your appeal", held.id)]
    assert office.looked("read@example.org") == told
    other.get(f"/credentials/appeals/{held.id}/files/{place}")
    assert office.looked("read@example.org") == told * 2


def test_a_file_is_found_at_its_own_appeal_only(adjudicator: Client, office: Office) -> None:
    held, other = office.appealed("Mine", LETTER), office.appealed("Theirs")
    ((place, _),) = appeals.shown_in(held)
    assert adjudicator.get(f"/credentials/appeals/{other.id}/files/{place}").status_code == 404
    assert adjudicator.get(f"/credentials/appeals/{held.id}/files/{held.newest}0").status_code == 404
    assert adjudicator.get(f"/credentials/appeals/{held.id}/files/x").status_code == 404


def test_two_people_decide_and_what_is_overturned_counts_again(
    adjudicator: Client, other: Client, office: Office
) -> None:
    held = office.appealed("Olga")
    path = f"/credentials/appeals/{held.id}"
    short = send(adjudicator, path, f"{path}/propose", decision="overturned")
    assert short.status_code == 422
    assert "Something is missing that the person reads" in short.text
    none = send(adjudicator, path, f"{path}/propose", reasons="Your teacher found the list.")
    assert (none.status_code, "Your teacher found the list.</textarea>" in none.text) == (422, True)
    proposed = done(adjudicator, path, f"{path}/propose", decision="overturned", reasons="The list was found.")
    assert "Somebody else decides" in proposed.text
    assert "The reasons: The list was found." in proposed.text
    own = send(adjudicator, path, f"{path}/decide", name="Ada")
    assert own.status_code == 409
    decided = done(other, path, f"{path}/decide", name="Grace of the school")
    assert "Grace of the school answers for this decision." in decided.text
    after = office.at(held.id)
    assert after.life is not None
    assert after.life.state == "collected"
    ended = other.get("/credentials/appeals").text
    assert "What was done is undone" in ended


def test_a_proposal_is_sent_back_with_why(adjudicator: Client, other: Client, office: Office) -> None:
    held = office.appealed("Back")
    path = f"/credentials/appeals/{held.id}"
    done(adjudicator, path, f"{path}/propose", decision="upheld", reasons="No.")
    page = done(other, path, f"{path}/send-back", why="That is no reason.")
    assert "The proposal is sent back." in page.text
    assert "waits for a first look" in page.text


def test_the_person_is_asked_for_something(adjudicator: Client, office: Office) -> None:
    held = office.appealed("Asked")
    path = f"/credentials/appeals/{held.id}"
    assert send(adjudicator, path, f"{path}/ask", what=" ").status_code == 422
    page = done(adjudicator, path, f"{path}/ask", what="A photograph of the list.")
    assert "A photograph of the list." in page.text
    assert "waits for the person" in page.text


def test_whoever_has_not_been_appealed_against_has_no_page(adjudicator: Client, office: Office) -> None:
    assert adjudicator.get(f"/credentials/appeals/{office.offered('Quiet').id}").status_code == 404


def test_reasons_of_many_pages_are_read_and_decided_on(adjudicator: Client, other: Client, office: Office) -> None:
    held, reasons = office.appealed("Long"), "We looked at every list. " * 200
    path = f"/credentials/appeals/{held.id}"
    assert reasons.strip() in done(adjudicator, path, f"{path}/propose", decision="upheld", reasons=reasons).text
    assert "Grace of the school answers" in done(other, path, f"{path}/decide", name="Grace of the school").text
