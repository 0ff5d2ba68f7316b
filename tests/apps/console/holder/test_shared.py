"""A credential that is shown, and the one answer to everything that is not."""

import json

import pytest

from humanely.apps.site.start import Started
from humanely.credential.carrier import pdf, png, svg
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import appeals, endorsing, holder, statuses
from humanely.pipeline.credentials.appeals import Grounds
from tests.apps.conftest import Client
from tests.apps.console.holder.conftest import Held, Offered
from tests.apps.console.holder.test_verify import words_of


@pytest.fixture
def held(started: Started, offered: Offered) -> Held:
    """A credential that is collected and shown."""
    one = offered()
    one.acts(lambda desk, now: holder.collect(desk, one.ticket, now))
    one.acts(lambda desk, now: holder.share(desk, one.ticket, True, now))
    return one


def endorsed(held: Held) -> str:
    """What a mentor says of it; the id."""
    asked = held.acts(lambda desk, now: endorsing.ask(desk, held.ticket, "mentor", now))
    held.acts(lambda desk, now: endorsing.give(desk, asked.ticket, "Noor", "She is careful and kind.", now))
    held.acts(lambda desk, now: endorsing.show(desk, held.ticket, asked.endorsement_id, now))
    return str(asked.endorsement_id)


def test_it_says_who_for_what_how_and_whether_it_holds(visitor: Client, held: Held) -> None:
    said = words_of(visitor.get(held.public))
    assert "Ada Okonkwo" in said
    assert "Safe driving of forklift trucks" in said
    assert "24 of them right" in said
    assert "helped newcomers" in said
    assert "This credential is valid." in said
    assert held.code in said


def test_a_code_in_small_letters_leads_there_too(visitor: Client, held: Held) -> None:
    assert visitor.get(f"/c/{held.code.lower()}").headers["location"] == held.public


def test_verifying_its_code_or_address_leads_there(visitor: Client, held: Held) -> None:
    assert visitor.get(f"/verify?code={held.code}").headers["location"] == held.public
    told = [visitor.post("/verify", data={"text": text}) for text in (held.code, f"http://localhost:8000{held.public}")]
    assert [one.headers["location"] for one in told] == [held.public] * 2


def test_a_program_gets_the_credential_itself(visitor: Client, held: Held) -> None:
    told = visitor.get(held.public, headers={"accept": "application/vc, application/json"})
    assert told.headers["content-type"] == "application/vc"
    assert json.loads(told.content) == json.loads(held.now.document)


@pytest.mark.parametrize("name", ["badge.png", "badge.svg", "certificate.pdf", "credential.json", "credential.jwt"])
def test_every_file_of_it_is_found_good_by_our_own_check(visitor: Client, held: Held, name: str) -> None:
    file = visitor.get(f"{held.public}/{name}")
    assert file.headers["content-disposition"].startswith('attachment; filename="safe-driving')
    told = visitor.post("/verify?lang=en", files={"file": (name, file.content)})
    assert "This credential is valid." in words_of(told)


def test_files_hold_the_credential_as_it_was_signed(visitor: Client, held: Held) -> None:
    signed = held.now.document.encode()
    assert png.unbake(visitor.get(f"{held.public}/badge.png").content) == signed
    assert svg.unbake(visitor.get(f"{held.public}/badge.svg").content) == signed
    assert pdf.attached(visitor.get(f"{held.public}/certificate.pdf").content) == signed


@pytest.mark.parametrize("name", ["picture.svg", "qr.svg"])
def test_its_pictures_are_drawings_of_ours(visitor: Client, held: Held, name: str) -> None:
    picture = visitor.get(f"{held.public}/{name}")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert b"<svg" in picture.content


def test_what_was_never_there_looks_like_what_is_not_shown(visitor: Client, offered: Offered) -> None:
    unshown, cancelled, erased = offered(), offered(), offered("Zoe Erased")
    cancelled.by_team(statuses.cancel)
    services, person = erased.started.services, erased.now.person_id
    erased.acts(lambda _, now: services.eraser.erase(person, now))
    paths = [unshown.public, cancelled.public, erased.public, "/c/2222-2222-2222"]
    told = [visitor.get(path) for path in paths]
    assert {one.status_code for one in told} == {404}
    assert len({one.text.replace(path, "") for one, path in zip(told, paths, strict=True)}) == 1
    assert "That speaks against nobody." in words_of(told[0])
    assert {visitor.get(f"{path}/credential.json").status_code for path in paths} == {404}


def test_a_slip_in_a_code_is_told(visitor: Client) -> None:
    told = visitor.get("/c/2222-2222-2223")
    assert (told.status_code, "has a slip in it" in told.text) == (404, True)


def test_a_file_there_is_none_of_is_not_found(visitor: Client, held: Held) -> None:
    assert visitor.get(f"{held.public}/diploma.doc").status_code == 404


def test_the_reason_of_a_revocation_is_told_kindly(visitor: Client, held: Held) -> None:
    held.by_team(statuses.revoke, "issued_in_error")
    said = words_of(visitor.get(held.public))
    assert "The issuer has revoked this credential." in said
    assert "It was issued by mistake. The mistake was the issuer's." in said


def test_while_an_appeal_is_under_way_no_reason_is_told(visitor: Client, held: Held) -> None:
    held.by_team(statuses.revoke, "misconduct")
    held.acts(lambda desk, now: appeals.file(desk, held.ticket, Grounds(statement="It was not me."), (), now))
    said = words_of(visitor.get(held.public))
    assert "its rules were broken" not in said
    assert "An appeal against this is being looked at." in said


def test_a_pause_is_no_judgement(visitor: Client, held: Held) -> None:
    held.by_team(statuses.suspend)
    said = words_of(visitor.get(held.public))
    assert "The issuer has suspended this credential for now." in said
    assert "A pause is not a judgement" in said


def test_what_others_say_is_shown_until_somebody_reports_it(visitor: Client, held: Held) -> None:
    id_ = endorsed(held)
    assert "She is careful and kind." in words_of(visitor.get(held.public))
    told = visitor.post(f"{held.public}/report", data={"endorsement": id_})
    assert (told.status_code, told.headers["location"]) == (303, held.public)
    assert "She is careful and kind." not in visitor.get(held.public).text


def test_what_somebody_of_the_team_cleared_nobody_takes_away_by_reporting_it(visitor: Client, held: Held) -> None:
    id_ = endorsed(held)
    visitor.post(f"{held.public}/report", data={"endorsement": id_})
    held.acts(lambda desk, now: endorsing.clear(desk, Asked("mo", now, agent="mo"), held.code, id_))
    held.acts(lambda desk, now: endorsing.show(desk, held.ticket, id_, now))
    told = [visitor.post(f"{held.public}/report", data={"endorsement": id_}) for _ in range(2)]
    assert [one.status_code for one in told] == [303, 303]
    said = words_of(visitor.get(held.public))
    assert "She is careful and kind." in said
    assert "decided to show it" in said


@pytest.mark.parametrize("id_", ["", "nobody", "0" * 5000])
def test_what_is_not_there_cannot_be_reported(visitor: Client, held: Held, id_: str) -> None:
    assert visitor.post(f"{held.public}/report", data={"endorsement": id_}).status_code in {404, 409}
