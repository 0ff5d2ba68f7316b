"""What Chatwoot sends, as its documentation shows it."""

from pathlib import Path

import msgspec
import pytest

from humanely.apps.channels.chatwoot.wire import Message, Page, Webhook

RECORDED = Path(__file__).parent / "recorded"


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("message_created_incoming", 12),
        ("message_created_by_an_agent", 12),
        ("message_created_by_the_bot", None),
        ("conversation_status_changed", 12),
        ("webwidget_triggered", None),
    ],
)
def test_a_webhook_says_where_to_look_unless_it_is_an_echo(name: str, about: int | None) -> None:
    told = msgspec.json.decode((RECORDED / f"{name}.json").read_bytes(), type=Webhook)
    assert told.about == about


def _messages() -> dict[int, Message]:
    page = msgspec.json.decode((RECORDED / "messages.json").read_bytes(), type=Page)
    return {one.id: one for one in page.payload}


def test_of_a_history_only_what_somebody_says_to_somebody_is_said() -> None:
    assert [id_ for id_, one in _messages().items() if one.is_said] == [1001, 1002, 1005, 1006]


def test_who_wrote_is_told_by_direction_and_sender() -> None:
    by = {id_: (one.by_customer, one.by_bot, one.by_human) for id_, one in _messages().items() if one.is_said}
    assert by == {
        1001: (True, False, False),
        1002: (False, True, False),
        1005: (False, False, True),
        1006: (True, False, False),
    }


def test_what_a_rule_sends_is_no_humans() -> None:
    one = msgspec.structs.replace(_messages()[1005], sender=None)
    assert (one.by_human, one.by_bot, one.is_said) == (False, False, True)
