"""Endorsements that wait for a moderator: held with why, or reported by a reader."""

import pytest

from humanely.people.roles import Role
from humanely.pipeline.credentials import endorsing
from humanely.store.credential import Credential
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn
from tests.apps.console.credentials.conftest import Office, done

PAGE = "/credentials/endorsements"


@pytest.fixture
def moderator(signed_in: SignedIn) -> Client:
    """The browser of a moderator."""
    return signed_in(Role.MODERATOR)


def endorsed(office: Office, name: str, text: str) -> tuple[Credential, str]:
    """A credential that somebody endorses; and the id of the endorsement."""
    held = office.collected(name)
    ticket = office.ticket(held.id)
    invited = office.done(lambda desk, asked: endorsing.ask(desk, ticket, "mentor", asked.now))
    office.done(lambda desk, asked: endorsing.give(desk, invited.ticket, "Max", text, asked.now))
    return held, invited.endorsement_id


def shown(office: Office, held: Credential, endorsement: str) -> None:
    """Its holder wants it to be read."""
    ticket = office.ticket(held.id)
    office.done(lambda desk, asked: endorsing.show(desk, ticket, endorsement, asked.now))


def state(office: Office, held: Credential, endorsement: str) -> str:
    return office.at(held.id).endorsements[endorsement].state


def test_what_is_in_doubt_is_held_with_why_and_removed(moderator: Client, office: Office) -> None:
    held, endorsement = endorsed(office, "Held", "Call me at +44 20 7946 0101 about her.")
    page = moderator.get(PAGE).text
    assert "holds an address or a number" in page
    assert "7946" not in page
    gone = done(moderator, PAGE, f"{PAGE}/{held.id}/{endorsement}", do="remove", note="A number.")
    assert "It is removed" in gone.text
    assert state(office, held, endorsement) == "removed"


def test_what_a_reader_reported_is_hidden_until_it_passes_and_its_holder_shows_it_again(
    moderator: Client, office: Office
) -> None:
    held, endorsement = endorsed(office, "Reported", "She helped my mother calmly and well.")
    shown(office, held, endorsement)
    office.done(lambda desk, asked: endorsing.report(desk, held.id, endorsement, asked.now))
    page = moderator.get(PAGE).text
    assert "Reported by a reader" in page
    assert "She helped my mother calmly and well." in page
    assert "It passes." in done(moderator, PAGE, f"{PAGE}/{held.id}/{endorsement}", do="clear").text
    assert state(office, held, endorsement) == "awaits_holder"
    shown(office, held, endorsement)
    assert state(office, held, endorsement) == "published"


def test_what_was_cleared_and_shown_again_is_reported_to_the_moderator_and_stays(
    moderator: Client, office: Office
) -> None:
    held, endorsement = endorsed(office, "Twice", "She taught my father to read.")
    shown(office, held, endorsement)
    office.done(lambda desk, asked: endorsing.report(desk, held.id, endorsement, asked.now))
    done(moderator, PAGE, f"{PAGE}/{held.id}/{endorsement}", do="clear")
    shown(office, held, endorsement)
    office.done(lambda desk, asked: endorsing.report(desk, held.id, endorsement, asked.now))
    length = len(office.at(held.id).history)
    office.done(lambda desk, asked: endorsing.report(desk, held.id, endorsement, asked.now))
    assert (state(office, held, endorsement), len(office.at(held.id).history)) == ("published", length)
    page = moderator.get(PAGE).text
    assert "She taught my father to read." in page
    assert "reported again" in page
    assert "it is still shown" in page
    done(moderator, PAGE, f"{PAGE}/{held.id}/{endorsement}", do="clear")
    assert "She taught my father to read." not in moderator.get(PAGE).text
    office.done(lambda desk, asked: endorsing.report(desk, held.id, endorsement, asked.now))
    done(moderator, PAGE, f"{PAGE}/{held.id}/{endorsement}", do="remove")
    assert state(office, held, endorsement) == "removed"
