"""What came of a cold moment, where the export says so."""

from humanely.audit.bootstrap import weights
from humanely.audit.outcomes import OutcomeTally
from humanely.estimate import ReadConversation
from tests.audit.conversations import conversation

ANGRY = "I asked three times and nobody listens, I am so angry!"
KIND = (
    "You asked three times and heard nothing, that was our mistake and I understand that you are angry. I have "
    "refunded the fee just now; it reaches you by Thursday. Would you rather have a call today?"
)


def one(number: int, answer: str, csat: float) -> ReadConversation:
    said = (("customer", ANGRY, -0.8), ("agent", answer))
    return conversation(*said, conversation_id=f"{answer[:3]}{number}", csat=csat, resolved=csat > 3)


def tally_of(cold: list[float], warm: list[float]) -> OutcomeTally:
    tally = OutcomeTally()
    reads = [one(i, "See our FAQ.", csat) for i, csat in enumerate(cold)]
    for read in [*reads, *(one(i, KIND, csat) for i, csat in enumerate(warm))]:
        tally.add(weights(read.conversation.conversation_id), read)
    return tally


def test_lower_satisfaction_after_a_cold_moment_is_said_as_association() -> None:
    satisfaction, resolved = tally_of([1, 2] * 8, [4, 5] * 8).result()
    assert satisfaction.difference.value == -3.0
    assert "lower" in satisfaction.sentence
    assert "not caused" in satisfaction.sentence
    assert resolved.difference.value == -1.0


def test_the_same_satisfaction_is_not_called_different() -> None:
    satisfaction, _ = tally_of([1, 5] * 8, [5, 1] * 8).result()
    assert "does not differ" in satisfaction.sentence


def test_few_ratings_cannot_tell() -> None:
    satisfaction, _ = tally_of([1.0] * 9, [5.0] * 20).result()
    assert satisfaction.difference.value is None
    assert "cannot be told" in satisfaction.sentence


def test_an_export_without_outcomes_has_none() -> None:
    assert OutcomeTally().result() == ()


def test_ratings_on_two_scales_are_not_averaged() -> None:
    assert [outcome.name for outcome in tally_of([0.0] * 12, [5.0] * 12).result()] == ["resolved"]
