"""Figures as people write them."""

from humanely.audit.bootstrap import refusal, share
from humanely.audit.wording import NO_BREAK, percent


def test_a_refused_share_is_not_written_as_a_number() -> None:
    assert percent(refusal(0, 1)) == "too few for a share"
    assert percent(share(1, 1)) == "too few for a share"
    assert percent(share(0, 10)).replace(NO_BREAK, " ") == "0 %, 95 % interval 0–28 %"
