"""The issuer's keys: renewed, retired, and told to be in other hands since a moment that has passed."""

import pytest

from humanely.people.roles import Role
from humanely.pipeline.credentials import issuer
from tests.apps.conftest import Client
from tests.apps.console.conftest import SignedIn, send
from tests.apps.console.credentials.conftest import Office, done

PAGE = "/credentials/keys"


def newest(office: Office) -> str:
    return office.done(lambda desk, _: issuer.keys(desk))[-1].public


def standing(office: Office, public: str) -> str:
    keys = office.done(lambda desk, _: issuer.keys(desk))
    return next(key.standing for key in keys if key.public == public)


def test_keys_are_shown_with_their_dates_and_whether_others_can_look_them_up(registrar: Client, office: Office) -> None:
    office.offered("Signed")
    page = registrar.get(PAGE).text
    assert newest(office) in page
    assert "did:key" in page
    assert "This address is not public" in page


def test_a_new_key_signs_and_the_old_one_is_retired(registrar: Client, office: Office) -> None:
    assert "A new key signs from now on." in done(registrar, PAGE, PAGE).text
    made = newest(office)
    done(registrar, PAGE, f"{PAGE}/{made}/retire")
    assert standing(office, made) == "retired"
    done(registrar, PAGE, PAGE)


@pytest.mark.parametrize("since", ["", "yesterday", "9999-01-01T00:00", "0001-01-01T00:00+14:00"])
def test_a_moment_that_cannot_be_is_refused_and_kept(registrar: Client, office: Office, since: str) -> None:
    key = newest(office)
    answer = send(registrar, PAGE, f"{PAGE}/{key}/compromised", since=since)
    assert answer.status_code == 422
    assert f'value="{since}"' in answer.text
    assert standing(office, key) == "active"


def test_a_key_in_other_hands_signs_nothing_more(registrar: Client, office: Office) -> None:
    done(registrar, PAGE, PAGE)
    lost = newest(office)
    done(registrar, PAGE, f"{PAGE}/{lost}/compromised", since="2026-01-01T12:00")
    assert standing(office, lost) == "compromised"
    done(registrar, PAGE, PAGE)


def test_whoever_only_reads_changes_no_key(signed_in: SignedIn) -> None:
    assert "/retire" not in signed_in(Role.MODERATOR).get(PAGE).text
