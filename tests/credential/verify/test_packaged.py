"""What came in a package: lists by their own date, keys on trust, and never in place of what was fetched."""

import json

from humanely.credential.carrier.stapled import Record, Stapled
from humanely.credential.verify.known import Absent, Known, Obtained
from humanely.credential.verify.packaged import joined, trusted
from tests.credential.proof.making import CREATED, WEB, web_document
from tests.credential.verify.making import FETCHED, LISTS, NOW, lists

GOOD = lists()["good"]
URL = LISTS + "good"
PACKAGE = Stapled(
    credential=b"{}",
    locale="en",
    stapled_at=NOW,
    keys=(Record(WEB, FETCHED, web_document()),),
    status_lists=(Record(URL, NOW, GOOD), Record(LISTS + "dateless", NOW, {})),
)


def test_a_list_counts_from_the_date_it_says_itself() -> None:
    came = joined(Known(status_lists={URL: Absent("unreachable")}), PACKAGE).status_lists
    assert set(came) == {URL}
    held = came[URL]
    assert isinstance(held, Obtained)
    assert (json.loads(held.document), held.at) == (GOOD, CREATED)


def test_what_was_fetched_goes_before_what_came_along() -> None:
    fetched = Known(status_lists={URL: Obtained(b"{}", NOW)}, controllers={WEB: Obtained(b"{}", NOW)})
    assert joined(fetched, PACKAGE).status_lists == fetched.status_lists
    assert trusted(fetched, PACKAGE).controllers == fetched.controllers


def test_keys_count_only_where_they_are_trusted() -> None:
    assert joined(Known(), PACKAGE).controllers == {}
    held = trusted(Known(controllers={WEB: Absent()}), PACKAGE).controllers[WEB]
    assert isinstance(held, Obtained)
    assert (json.loads(held.document), held.at) == (web_document(), FETCHED)


def test_without_a_package_nothing_is_added() -> None:
    assert joined(Known(), None) == Known()
