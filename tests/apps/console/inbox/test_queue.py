"""The inbox shows whom to help first and why, and to whoever looks what they carry."""

import re
import time
from statistics import median

import pytest

from humanely.apps.site.start import Started
from humanely.people.roles import Role
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send
from tests.apps.console.inbox.conftest import Comes, Waits
from tests.apps.http.test_reviews import held

RISK = "I can't do this anymore. I want to die tonight."


def text_of(page: str) -> str:
    """What stands on a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_the_reason_the_words_and_the_deadline_are_shown(agent: Client, waits: Waits) -> None:
    path = waits("My order 4711 is lost. I want to talk to a human, please.", person="Grace <b>")
    page = agent.get("/inbox").text
    row = text_of(page[page.index(f'href="{path}"') :].split("</li>")[0])
    assert "The person asked for a human" in row
    assert "My order 4711 is lost." in row
    assert "First answer" in row
    assert "Grace &lt;b&gt;" in row


def test_a_life_at_risk_comes_first_and_nothing_of_what_was_said_is_in_the_list(agent: Client, waits: Waits) -> None:
    waits()
    path = waits(RISK)
    page = agent.get("/inbox").text
    listed = re.findall(r'<h2><a href="(/inbox/\d+)"', page)
    marked = re.findall(r'<li class="case (\w+)"', page)
    graves = marked.count("grave")
    assert set(marked[:graves]) == {"grave"}
    assert path in listed[:graves]
    assert "want to die" not in page


def test_who_reviews_reads_in_the_inbox_that_answers_wait(signed_in: SignedIn, client: Client) -> None:
    held(client, "seen from the inbox")
    told = r'href="/review">[^<]+ until somebody has looked'
    assert re.search(told, signed_in(Role.AGENT, Role.REVIEWER).get("/inbox").text)
    assert not re.search(told, signed_in(Role.AGENT).get("/inbox").text)


def test_the_next_one_is_taken_and_is_mine(agent: Client, waits: Waits) -> None:
    waits()
    taken = send(agent, "/inbox", "/inbox/next").headers["location"].partition("#")[0]
    assert "You have this conversation" in agent.get(taken).text
    assert taken in agent.get("/inbox?view=mine").text
    assert f'href="{taken}"' not in agent.get("/inbox").text


def test_whoever_is_away_is_given_nothing_and_told_so(agent: Client, waits: Waits) -> None:
    waits()
    send(agent, "/inbox", "/inbox/me", do="away")
    assert "Take conversations again" in agent.get("/inbox").text
    assert send(agent, "/inbox", "/inbox/next").headers["location"] == "/inbox"
    assert "Nothing in the queue is for you just now" in agent.get("/inbox").text
    send(agent, "/inbox", "/inbox/me", do="back")
    assert "Take nothing new" in agent.get("/inbox").text


def test_a_break_is_begun_prolonged_and_ended(agent: Client) -> None:
    send(agent, "/inbox", "/inbox/me", do="rest")
    assert "Your break lasts until" in agent.get("/inbox").text
    send(agent, "/inbox", "/inbox/me", do="rest")
    send(agent, "/inbox", "/inbox/me", do="end_rest")
    assert "Take a break of 10 minutes" in agent.get("/inbox").text


def test_after_a_heavy_case_a_break_begins_by_itself(agent: Client, waits: Waits) -> None:
    path = waits(RISK)
    send(agent, "/inbox", f"{path}/claim")
    assert send(agent, path, f"{path}/resolve").headers["location"] == "/inbox"
    assert "Your break lasts until" in agent.get("/inbox").text


def test_what_is_in_another_language_can_be_left_out(agent: Client, waits: Waits) -> None:
    english = waits()
    french = waits("Je voudrais parler à une personne, s'il vous plaît.", language="fr")
    page = agent.get("/inbox?language=fr").text
    assert f'href="{french}"' in page
    assert f'href="{english}"' not in page


def test_whoever_only_reads_has_no_buttons_and_sees_nobody_s_load(comes: Comes, waits: Waits) -> None:
    path = waits()
    page = comes(Role.MENTOR).get("/inbox").text
    assert f'href="{path}"' in page
    assert "Take the next one" not in page
    assert "You carry" not in page
    assert f"{path}/claim" not in page


def test_nothing_waits_in_kind_words(agent: Client) -> None:
    assert "You have no conversation." in agent.get("/inbox?view=mine").text


@pytest.mark.parametrize(("locale", "word"), [("de", "Wartende"), ("es", "En espera"), ("fr", "En attente")])
def test_it_speaks_the_language_of_whoever_looks(comes: Comes, waits: Waits, locale: str, word: str) -> None:
    waits()
    assert word in comes(locale=locale).get("/inbox").text


def test_a_view_that_is_none_is_refused(agent: Client) -> None:
    assert agent.get("/inbox?view=everything").status_code == 422


def took(agent: Client) -> float:
    """Seconds of one look at the inbox."""
    began = time.perf_counter()
    agent.get("/inbox").raise_for_status()
    return time.perf_counter() - began


def test_two_hundred_open_cases_are_shown_in_time(agent: Client, waits: Waits, started: Started) -> None:
    paths = [waits() for _ in range(200 - started.services.ledger.handoffs.count_open())]
    assert paths[-1] in agent.get("/inbox").text
    # Some 0.04 s where little else runs; 0.1 s is aimed at, and here others may run.
    assert median(took(agent) for _ in range(11)) < 0.3
