"""Facts about trimming what a model wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.response.generated.completion import Completion, Usage
from humanely.response.generated.trimming import trimmed

USAGE = Usage(model="m", tokens_in=1, tokens_out=1, cost=None, currency="EUR", latency_s=0.1, attempts=1)


@pytest.mark.parametrize(
    ("written", "reply"),
    [
        ("  It left today.\n", "It left today."),
        ("<think>They ask.\nSo:</think>\n\nIt left today.", "It left today."),
        ("<think>They ask and ask", ""),
        ('"It left today."', "It left today."),
        ("„Es ist unterwegs.“", "Es ist unterwegs."),
        ('"Yes" and "no".', '"Yes" and "no".'),
        ("It is here. It is here! It is here.", "It is here."),
        ("Yes. Yes. It is 4.50 €, so it is.", "Yes. Yes. It is 4.50 €, so it is."),
        ("One line here.\n\nAnother line there.", "One line here.\n\nAnother line there."),
        ("...", "..."),
        ("", ""),
    ],
)
def test_only_the_reply_is_left(written: str, reply: str) -> None:
    assert trimmed(Completion(written, USAGE)) == reply


@pytest.mark.parametrize(("written", "reply"), [("It left. It will", "It left."), ("It will arri", "")])
def test_a_sentence_broken_off_goes(written: str, reply: str) -> None:
    assert trimmed(Completion(written, USAGE, cut=True)) == reply


@given(text=st.text(alphabet='ab .!?\n"“”', max_size=60))
def test_trimming_adds_nothing(text: str) -> None:
    assert len(trimmed(Completion(text, USAGE))) <= len(text)
