"""`record_feedback` over real pipes: the one tool that records."""

from contextlib import closing

import pytest

from humanely.store.data_folder import open_data
from humanely.store.records import OutcomeRecord, decode
from tests.apps.mcp.conftest import PRIVATE, Started
from tests.apps.mcp.talking import Talking


def test_what_came_of_a_decision_is_in_the_ledger(started: Started) -> None:
    told = started.tools.told("record_feedback", decision_id=started.decision, scale="csat", value=4, note="Thanks.")
    with closing(open_data(started.folder)) as data:
        kept = data.ledger.entry(int(told["id"]))
    assert kept is not None
    assert kept.payload is not None
    record = decode(kept.payload)
    assert isinstance(record, OutcomeRecord)
    assert (record.decision, record.scale, record.value) == (int(started.decision), "csat", 4)
    assert (record.conversation_id, record.note) == ("c-1", "Thanks.")


def test_the_other_tools_record_nothing(started: Started) -> None:
    said = [{"speaker": "customer", "text": "I want to talk to a human."}]
    with closing(open_data(started.folder)) as data:
        before = data.ledger.head()
        started.tools.told("read_feeling", text="Hello")
        started.tools.told("suggest_reply", messages=said)
        started.tools.told("should_hand_off", messages=said)
        started.tools.told("check_reply", messages=said, draft="A colleague takes over.")
        started.tools.told("find_helpline", country="NZ")
        assert data.ledger.head() == before


def test_without_a_data_folder_nothing_can_be_recorded(plain: Talking) -> None:
    told = plain.refused("record_feedback", decision_id="4", scale="csat", value=4)
    assert told.endswith("Start it with the folder of humanely serve: humanely mcp --data DIR")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"decision_id": "99999", "scale": "csat", "value": 4}, "There is no decision of that id."),
        ({"decision_id": "0", "scale": "csat", "value": 4}, "There is no decision of that id."),
        ({"decision_id": PRIVATE, "scale": "csat", "value": 4}, "$.decision_id"),
        ({"decision_id": "1", "scale": PRIVATE, "value": 4}, "one of 'appeal_won', 'csat'"),
        ({"decision_id": "1", "scale": "csat", "value": 0}, "from 1 to 5"),
        ({"decision_id": "1", "scale": "csat", "value": 4, "note": PRIVATE * 200}, "$.note"),
    ],
)
def test_bad_arguments_are_told_without_being_quoted(
    started: Started, arguments: dict[str, object], words: str
) -> None:
    told = started.tools.refused("record_feedback", **arguments)
    assert words in told
    assert PRIVATE not in told
