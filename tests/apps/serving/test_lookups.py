"""What issuers publish is asked for once, kept with its date, and stands in when nobody answers."""

import asyncio
import datetime as dt

from humanely.apps.serving.lookups import FRESH, Lookups
from humanely.credential.verify.known import Absent, Known, Needs, Obtained

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
WEB = "did:web:127.0.0.1"
LIST = "https://127.0.0.1/status/1"
NEEDS = Needs(controllers=(WEB,), status_lists=(LIST,))


def test_what_is_on_no_public_address_is_refused_with_the_date_of_the_try() -> None:
    known = asyncio.run(Lookups().known(NEEDS, Known(), NOW))
    assert known.controllers[WEB] == Absent("refused", at=NOW)
    assert known.status_lists[LIST] == Absent("refused", at=NOW)


def test_what_we_know_ourselves_is_never_asked_for() -> None:
    own = Known(controllers={WEB: Obtained(b"{}", NOW)}, status_lists={LIST: Obtained(b"{}", NOW)})
    assert asyncio.run(Lookups().known(NEEDS, own, NOW)) == own


def test_within_its_time_nothing_is_asked_for_again() -> None:
    lookups, soon = Lookups(), NOW + FRESH / 2
    first = asyncio.run(lookups.known(NEEDS, Known(), NOW))
    assert asyncio.run(lookups.known(NEEDS, Known(), soon)) == first
    later = asyncio.run(lookups.known(NEEDS, Known(), NOW + FRESH))
    assert later.controllers[WEB] == Absent("refused", at=NOW + FRESH)


def test_of_one_credential_no_other_hears() -> None:
    lookups = Lookups()
    asyncio.run(lookups.known(NEEDS, Known(), NOW))
    assert asyncio.run(lookups.known(Needs(), Known(), NOW)) == Known()


def test_what_was_looked_up_longest_ago_goes_first() -> None:
    lookups = Lookups(most_bytes=1500)
    asyncio.run(lookups.known(Needs(controllers=(WEB,)), Known(), NOW))
    asyncio.run(lookups.known(Needs(status_lists=(LIST,)), Known(), NOW))
    again = asyncio.run(lookups.known(NEEDS, Known(), NOW + FRESH / 2))
    assert again.controllers[WEB] == Absent("refused", at=NOW + FRESH / 2)
