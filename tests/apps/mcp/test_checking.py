"""`check_reply` over real pipes."""

import pytest

from tests.apps.mcp.conftest import PRIVATE
from tests.apps.mcp.talking import Talking

ASKED = {"speaker": "customer", "text": "It broke again, I am so tired of this."}


def test_a_draft_that_promises_what_nobody_can_is_stopped_with_reasons(plain: Talking) -> None:
    draft = "I promise you a full refund."
    found = plain.told("check_reply", draft=draft, messages=[ASKED])
    assert (found["passed"], found["send"], found["instead"]) == (False, None, "scripted")
    assert "promise_refund" in [one["name"] for one in found["findings"]]
    assert all(one["reason"] and one["fix"] for one in found["findings"])
    assert all(0 <= one["start"] <= one["end"] <= len(draft) for one in found["findings"])


def test_a_draft_is_mended_where_that_is_enough(plain: Talking) -> None:
    found = plain.told("check_reply", draft="Rest assured, it is being replaced! 🎉", messages=[ASKED])
    assert (found["passed"], found["send"], found["instead"]) == (False, "It is being replaced.", None)


def test_a_good_draft_goes_out_as_it_is(plain: Talking) -> None:
    draft = "That is hard, twice in a row. I am having it replaced."
    found = plain.told("check_reply", draft=draft, messages=[ASKED])
    assert (found["passed"], found["send"]) == (True, draft)


def test_what_the_drafter_was_given_is_not_invented(plain: Talking) -> None:
    draft = "That is hard, twice in a row. The new one has the number 48151623."
    invented = plain.told("check_reply", draft=draft, messages=[ASKED])
    given = plain.told("check_reply", draft=draft, messages=[ASKED], facts=["New parcel: 48151623"])
    assert [(one["name"], one["severity"]) for one in invented["findings"]] == [("invented_number", "stop")]
    assert given["passed"] is True


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"draft": "", "messages": [ASKED]}, "$.draft"),
        ({"draft": "Hello"}, "missing required field `messages`"),
        ({"draft": "Hello", "messages": [ASKED], "facts": [PRIVATE, 3]}, "$.facts[1]"),
        ({"draft": PRIVATE, "messages": [{"speaker": "agent", "text": PRIVATE}]}, "not the customer's"),
    ],
)
def test_bad_arguments_are_told_without_being_quoted(plain: Talking, arguments: dict[str, object], words: str) -> None:
    told = plain.refused("check_reply", **arguments)
    assert words in told
    assert PRIVATE not in told
