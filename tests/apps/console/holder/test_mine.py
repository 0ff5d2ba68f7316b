"""The holder's own page: where it stands, what it says, and what they can do."""

import datetime as dt
import html
import io
import re
import tomllib
import zipfile
from collections.abc import Callable

import pytest

from humanely.apps.console.words import LOCALES, words
from humanely.credential.design.recipient import Recipient
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import designs, endorsing, holder, issuing, statuses
from humanely.pipeline.credentials.desk import Desk
from tests.apps.conftest import Client
from tests.apps.console.holder.conftest import ACHIEVEMENT, Held, Offered
from tests.apps.console.holder.test_verify import words_of

Act = Callable[..., object]


@pytest.fixture
def held(offered: Offered) -> Held:
    """A credential that waits."""
    return offered()


@pytest.fixture
def theirs(held: Held) -> Held:
    """One that is collected."""
    held.acts(lambda desk, now: holder.collect(desk, held.ticket, now))
    return held


def test_what_waits_is_collected_with_one_click(visitor: Client, held: Held) -> None:
    page = visitor.get(held.mine)
    assert "This is yours to collect." in words_of(page)
    assert "You can check, drive and park a forklift truck" in words_of(page)
    assert visitor.post(f"{held.mine}/collect").headers["location"] == held.mine
    said = words_of(visitor.get(held.mine))
    assert "This is yours, and it counts." in said
    assert "Collected by you" in said


def test_it_says_what_comes_next_and_where_it_is_asked_for(visitor: Client, held: Held) -> None:
    said = words_of(visitor.get(held.mine))
    assert "Ask your employer for the written permission" in said
    assert "Lifting truck operator" in said
    assert "a refresher of four hours renews it" in said


def test_before_sharing_it_says_who_will_see_what(visitor: Client, theirs: Held) -> None:
    said = words_of(visitor.get(theirs.mine))
    assert "Nobody but you, at present." in said
    assert "You can stop at any time." in said
    assert visitor.get(theirs.public).status_code == 404


def test_it_is_shown_and_hidden_again(visitor: Client, theirs: Held) -> None:
    visitor.post(f"{theirs.mine}/share", data={"on": "true"})
    assert visitor.get(theirs.public).status_code == 200
    visitor.post(f"{theirs.mine}/share", data={"on": "false"})
    assert visitor.get(theirs.public).status_code == 404


def test_what_was_not_collected_cannot_be_shared(visitor: Client, held: Held) -> None:
    assert visitor.post(f"{held.mine}/share", data={"on": "true"}).status_code == 409


@pytest.mark.parametrize("name", ["badge.png", "badge.svg", "certificate.pdf", "credential.json", "credential.jwt"])
def test_its_files_are_there_though_it_is_not_shared(visitor: Client, theirs: Held, name: str) -> None:
    assert visitor.get(f"{theirs.mine}/{name}").headers["content-disposition"].startswith("attachment")


def test_the_package_holds_everything_in_the_language_of_the_page(visitor: Client, theirs: Held) -> None:
    made = visitor.get(f"{theirs.mine}/package.zip?lang=de")
    inside = zipfile.ZipFile(io.BytesIO(made.content))
    assert {"credential.json", "certificate.pdf", "badge.png", "ledger.json"} <= set(inside.namelist())
    assert "Nachweis" in inside.read("README.txt").decode()
    told = visitor.post("/verify?lang=en", files={"file": ("package.zip", made.content)})
    assert "This credential is valid." in words_of(told)


def test_a_smaller_one_says_only_what_was_ticked(visitor: Client, theirs: Held) -> None:
    least = visitor.post(f"{theirs.mine}/smaller")
    named = visitor.post(f"{theirs.mine}/smaller", data={"keep": ["name"]})
    assert ("Ada Okonkwo" in least.text, "Ada Okonkwo" in named.text) == (False, True)
    told = visitor.post("/verify?lang=en", files={"file": ("smaller.json", least.content)})
    assert "This credential is valid." in words_of(told)


def test_a_part_there_is_none_of_is_refused(visitor: Client, theirs: Held) -> None:
    assert visitor.post(f"{theirs.mine}/smaller", data={"keep": "salary"}).status_code == 422


def test_who_fears_for_their_link_goes_on_with_a_new_one(visitor: Client, theirs: Held) -> None:
    onward = visitor.post(f"{theirs.mine}/renew-link").headers["location"]
    assert "This is your new link." in words_of(visitor.get(f"{onward}?lang=en"))
    refused = visitor.get(f"{theirs.mine}?lang=en")
    assert (refused.status_code, "ask whoever sent it for a new one" in words_of(refused)) == (404, True)


def test_somebody_is_asked_and_what_they_said_taken_away(visitor: Client, theirs: Held) -> None:
    page = visitor.post(f"{theirs.mine}/ask", data={"relation": "mentor"})
    link = re.search(r"/endorse/[\w-]+", page.text)
    assert link is not None
    assert link[0] not in visitor.get(theirs.mine).text
    visitor.post(f"{link[0]}/send", data={"name": "Noor", "text": "She is careful and kind."})
    shown = visitor.get(theirs.mine)
    assert "She is careful and kind." in shown.text
    id_ = re.search(r'name="endorsement" value="([^"]+)"', shown.text)
    assert id_ is not None
    visitor.post(f"{theirs.mine}/refuse", data={"endorsement": id_[1]})
    assert "She is careful and kind." not in visitor.get(theirs.mine).text


def sent(visitor: Client, held: Held, name: str, text: str) -> str:
    """Somebody is asked, and says something of a holder; the id of the endorsement."""
    asked = held.acts(lambda desk, now: endorsing.ask(desk, held.ticket, "mentor", now))
    visitor.post(f"/endorse/{asked.ticket}/send", data={"name": name, "text": text})
    return str(asked.endorsement_id)


def test_what_somebody_said_is_shown_once_the_holder_wants_it(visitor: Client, theirs: Held) -> None:
    visitor.post(f"{theirs.mine}/share", data={"on": "true"})
    id_ = sent(visitor, theirs, "Noor", "Go back to your country.")
    page = visitor.get(theirs.mine)
    assert "Only you read this so far." in words_of(page)
    assert f'formaction="{theirs.mine}/show"' in page.text
    assert "Go back" not in visitor.get(theirs.public).text
    shown = visitor.post(f"{theirs.mine}/show", data={"endorsement": id_})
    assert shown.headers["location"] == f"{theirs.mine}#said"
    assert "Go back" in visitor.get(theirs.public).text
    assert "Only you read this so far." not in words_of(visitor.get(theirs.mine))


def test_what_is_held_its_holder_does_not_read(visitor: Client, theirs: Held) -> None:
    id_ = sent(visitor, theirs, "Idiot Hater", "You are a stupid idiot and everybody hates you.")
    page = visitor.get(theirs.mine)
    assert "Somebody of the team is looking at it." in words_of(page)
    assert ("hates you" in page.text, "Hater" in page.text) == (False, False)
    assert "by whom you asked" in words_of(page)
    assert visitor.post(f"{theirs.mine}/show", data={"endorsement": id_}).status_code == 409


def test_what_was_reported_its_holder_does_not_read_until_somebody_looked(visitor: Client, theirs: Held) -> None:
    id_ = sent(visitor, theirs, "Noor", "She is careful and kind.")
    visitor.post(f"{theirs.mine}/show", data={"endorsement": id_})
    theirs.acts(lambda desk, now: endorsing.report(desk, theirs.code, id_, now))
    assert "careful and kind" not in visitor.get(theirs.mine).text
    theirs.acts(lambda desk, now: endorsing.clear(desk, Asked("mo", now, agent="mo"), theirs.code, id_))
    page = visitor.get(theirs.mine)
    assert ("careful and kind" in page.text, "Only you read this so far." in words_of(page)) == (True, True)


@pytest.mark.parametrize("lang", LOCALES)
def test_what_waits_for_the_holder_is_said_in_every_language(visitor: Client, theirs: Held, lang: str) -> None:
    sent(visitor, theirs, "Noor", "She is careful and kind.")
    sent(visitor, theirs, "Max", "You are a stupid idiot and everybody hates you.")
    page = visitor.get(f"{theirs.mine}?lang={lang}")
    assert (page.status_code, f'formaction="{theirs.mine}/show' in page.text) == (200, True)


@pytest.mark.parametrize(
    ("act", "given", "says"),
    [
        (statuses.suspend, (), "It is paused while something is looked into."),
        (statuses.revoke, ("issued_in_error",), "It was issued by mistake. The mistake was ours."),
        (statuses.revoke, ("misconduct",), "If you see it otherwise, you can contest it."),
    ],
)
def test_what_was_done_with_it_is_told_with_what_to_do(
    visitor: Client, theirs: Held, act: Act, given: tuple[str, ...], says: str
) -> None:
    theirs.by_team(act, *given)
    assert says in words_of(visitor.get(theirs.mine))


def test_what_was_called_off_is_told(visitor: Client, held: Held) -> None:
    held.by_team(statuses.cancel)
    said = words_of(visitor.get(held.mine))
    assert "It was called off before you collected it." in said
    assert "Collect it" not in said


def test_what_was_put_right_leads_to_the_new_one(visitor: Client, theirs: Held) -> None:
    wanted = issuing.Wanted(recipient=Recipient(email="ada@example.org", name="Ada N. Okonkwo", language="en"))
    new = theirs.by_team(statuses.correct, wanted)
    theirs.acts(lambda desk, now: issuing.issue(desk, Asked("noor", now, agent="noor"), new.id))
    page = visitor.get(theirs.mine)
    assert "A new credential takes its place" in words_of(page)
    others = re.findall(r'<li><a href="(/mine/[\w-]+)"', page.text)
    assert "Ada N. Okonkwo" in visitor.get(others[0]).text


def test_on_the_way_it_says_what_is_done_and_what_is_next(visitor: Client, held: Held) -> None:
    def begun(desk: Desk, now: dt.datetime) -> str:
        asked = Asked("mira", now, agent="mira")
        raw = {**tomllib.loads(ACHIEVEMENT.read_text(encoding="utf-8")), "id": "on-the-way"}
        designs.save(desk, asked, raw)
        state = issuing.prepare(desk, asked, "on-the-way", issuing.Wanted(recipient=Recipient(email="eve@example.org")))
        return holder.link(desk, state.id, now)

    said = words_of(visitor.get(f"/mine/{held.acts(begun)}"))
    assert "a second person looks at it before it is issued" in said
    assert "Next: Theory" in said


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize("act", [statuses.suspend, statuses.cancel])
def test_every_language_has_the_whole_page(visitor: Client, held: Held, act: Act, lang: str) -> None:
    held.by_team(act)
    page = visitor.get(f"{held.mine}?lang={lang}")
    assert (page.status_code, f'<html lang="{lang}">' in page.text) == (200, True)


@pytest.mark.parametrize("path", ["/mine/x", "/mine/AAAA", "/mine/%00", f"/mine/{'A' * 5000}", "/mine/ä", "/endorse/x"])
def test_a_link_that_is_none_is_told_kindly(visitor: Client, path: str) -> None:
    page = visitor.get(path)
    assert page.status_code == 404
    assert 'class="public"' in page.text


def test_a_link_cut_short_says_what_to_do(visitor: Client, held: Held) -> None:
    assert "Perhaps it was cut short on its way" in html.unescape(visitor.get(held.mine[:-3]).text)


def test_the_link_of_an_endorser_opens_no_page_of_the_holder(visitor: Client, theirs: Held) -> None:
    page = visitor.post(f"{theirs.mine}/ask", data={"relation": "peer"})
    link = re.search(r"/endorse/([\w-]+)", page.text)
    assert link is not None
    assert visitor.get(f"/mine/{link[1]}").status_code == 404
    assert visitor.get(f"/endorse/{theirs.ticket}").status_code == 404


def test_after_an_erasure_the_page_says_so(visitor: Client, offered: Offered) -> None:
    gone = offered("Una Gone")
    services, person = gone.started.services, gone.now.person_id
    gone.acts(lambda _, now: services.eraser.erase(person, now))
    page = visitor.get(gone.mine)
    assert (page.status_code, "was erased" in page.text) == (410, True)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_team_writes_to_the_holder_is_read_by_nobody_else(visitor: Client, theirs: Held, locale: str) -> None:
    visitor.post(f"{theirs.mine}/share", data={"on": "true"})
    told = "Day two of the course has no signature."
    theirs.acts(
        lambda desk, now: statuses.revoke(
            desk, Asked("ada", now, agent="ada"), theirs.code, "requirements_not_met", "inner", told=told
        )
    )
    mine = visitor.get(f"{theirs.mine}?lang={locale}")
    assert told in words_of(mine)
    assert words(locale).say("mine-words") in words_of(mine)
    public = visitor.get(theirs.public)
    assert public.status_code == 200
    document = theirs.now.document
    asked = visitor.post("/verify", data={"text": document})
    assert asked.status_code == 200
    as_json = visitor.get(theirs.public, headers={"accept": "application/json"})
    assert told not in public.text + asked.text + as_json.text
