"""Speaking for somebody: seen before it is sent, masked where it names addresses, taken back at any time."""

import pytest

from humanely.apps.console.words import LOCALES
from humanely.pipeline.credentials import endorsing, holder
from tests.apps.conftest import Client
from tests.apps.console.holder.conftest import Held, Offered
from tests.apps.console.holder.test_contest import kept
from tests.apps.console.holder.test_verify import words_of

SAID = {"name": "Noor Haddad", "text": "She is careful and kind.\nI learned from her."}


@pytest.fixture
def held(offered: Offered) -> Held:
    """A credential that is shown."""
    one = offered()
    one.acts(lambda desk, now: holder.collect(desk, one.ticket, now))
    one.acts(lambda desk, now: holder.share(desk, one.ticket, True, now))
    return one


@pytest.fixture
def link(held: Held) -> str:
    """Where somebody is asked."""
    asked = held.acts(lambda desk, now: endorsing.ask(desk, held.ticket, "mentor", now))
    return f"/endorse/{asked.ticket}"


def test_it_says_for_whom_and_as_whom(visitor: Client, link: str) -> None:
    said = words_of(visitor.get(link))
    assert "A few words about Ada Okonkwo" in said
    assert "as their mentor" in said
    assert "Safe driving of forklift trucks" in said


def test_it_is_seen_before_it_is_sent(visitor: Client, link: str, held: Held) -> None:
    page = visitor.post(link, data=SAID)
    assert "This is how it will be read." in words_of(page)
    assert kept(page) == SAID
    assert "careful and kind" not in visitor.get(held.public).text


def test_going_back_loses_nothing(visitor: Client, link: str) -> None:
    page = visitor.post(link, data={**SAID, "back": "true"})
    assert kept(page) == SAID


def test_what_is_sent_waits_for_the_holder(visitor: Client, link: str, held: Held) -> None:
    assert "the holder decides whether they are shown" in words_of(visitor.get(link))
    assert visitor.post(f"{link}/send", data=SAID).headers["location"] == link
    assert "The holder reads it now, and decides whether it is shown." in words_of(visitor.get(link))
    assert "careful and kind" not in visitor.get(held.public).text


def test_what_the_holder_shows_is_taken_back_by_the_same_link(visitor: Client, link: str, held: Held) -> None:
    visitor.post(f"{link}/send", data=SAID)
    given = next(iter(held.now.endorsements))
    held.acts(lambda desk, now: endorsing.show(desk, held.ticket, given, now))
    assert "It is shown with the credential." in words_of(visitor.get(link))
    assert "careful and kind" in visitor.get(held.public).text
    visitor.post(f"{link}/withdraw")
    assert "careful and kind" not in visitor.get(held.public).text
    assert "Nothing is shown." in words_of(visitor.get(link))


def test_who_would_rather_not_says_so(visitor: Client, link: str, held: Held) -> None:
    visitor.post(f"{link}/withdraw")
    assert "asked" not in [one.state for one in held.now.endorsements.values()]


def test_addresses_are_masked_before_anybody_reads_them(visitor: Client, link: str) -> None:
    page = visitor.post(link, data={**SAID, "text": "Write to me: noor@example.org, she is kind."})
    assert "Write to me: [e-mail], she is kind." in words_of(page)
    assert "Addresses and numbers were masked" in words_of(page)
    assert kept(page)["text"] == "Write to me: noor@example.org, she is kind."


def test_what_may_hurt_waits_for_somebody_to_look(visitor: Client, link: str, held: Held) -> None:
    visitor.post(f"{link}/send", data={**SAID, "text": "She is a stupid idiot, I hate her."})
    assert "Somebody of the team looks at it first" in words_of(visitor.get(link))
    assert "idiot" not in visitor.get(held.public).text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"name": ""}, "The name is missing, or too long."),
        ({"name": "x" * 121}, "The name is missing, or too long."),
        ({"text": " \n"}, "There are no words yet, or too many."),
        ({"text": "x" * 2_001}, "There are no words yet, or too many."),
    ],
)
@pytest.mark.parametrize("where", ["", "/send"])
def test_what_cannot_be_sent_stays_as_it_was_typed(
    visitor: Client, link: str, where: str, changed: dict[str, str], says: str
) -> None:
    page = visitor.post(f"{link}{where}", data={**SAID, **changed})
    assert (page.status_code, says in words_of(page)) == (422, True)
    assert kept(page) == {**SAID, **changed}


def test_what_was_sent_is_not_sent_again(visitor: Client, link: str) -> None:
    visitor.post(f"{link}/send", data=SAID)
    assert visitor.post(f"{link}/send", data=SAID).status_code == 409


@pytest.mark.parametrize("lang", LOCALES)
def test_every_language_has_every_page(visitor: Client, link: str, lang: str) -> None:
    pages = [visitor.get(f"{link}?lang={lang}"), visitor.post(f"{link}?lang={lang}", data=SAID)]
    visitor.post(f"{link}/send", data=SAID)
    pages += [visitor.get(f"{link}?lang={lang}")]
    visitor.post(f"{link}/withdraw")
    pages += [visitor.get(f"{link}?lang={lang}")]
    assert [page.status_code for page in pages] == [200] * 4
