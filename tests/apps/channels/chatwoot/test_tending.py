"""One conversation of Chatwoot, looked after."""

import datetime as dt
from typing import Any

import pytest

from humanely.apps.channels.chatwoot.faults import ChatwootRefuses, ChatwootUnreachable
from humanely.apps.channels.chatwoot.note import FAILED
from humanely.apps.channels.chatwoot.tending import Tending
from tests.apps.channels.chatwoot.bot import Bot
from tests.apps.channels.chatwoot.standin import CONTACT, Chatwoot

ASKS = "Can I please talk to a person? This is the third time I ask."
AT_RISK = "I cannot go on. I am going to kill myself tonight."


def test_a_pending_conversation_is_answered_once(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    bot.tend(number)
    bot.tend(number)
    assert len(there.said(number)) == 1
    assert bot.turns(number) == [("customer", "Hello, where is my order?")]
    assert there.conversations[number]["status"] == "pending"


def test_an_open_conversation_the_bot_never_had_is_none_of_its_business(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello?", status="open")
    bot.tend(number)
    assert (there.said(number), bot.turns(number)) == ([], [])


def test_a_handoff_is_told_to_the_person_noted_for_the_team_and_opened_in_this_order(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(ASKS)
    bot.tend(number)
    there_now = there.conversations[number]
    assert len(there.said(number)) == 1
    assert there.notes(number)[0].startswith("**A human is needed here.**")
    assert "talk to a person" in there.notes(number)[0]
    assert there_now["status"] == "open"
    assert {"humanely", "humanely-asked"} <= set(there_now["labels"])
    assert there_now["custom_attributes"]["humanely_reason"] == "asked"
    assert there_now["custom_attributes"]["humanely_language"] == "en"
    assert there_now["priority"] in {"high", "urgent", "medium"}
    assert bot.results(number) == [("words", "sent"), ("note", "sent"), ("open", "sent")]


def test_what_a_person_wrote_is_no_link_and_no_picture_in_the_note(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("My ![lamp](https://x.example/a.png) is **broken**. Can I talk to a person?")
    bot.tend(number)
    (noted,) = there.notes(number)
    assert r"\[lamp\](https://x.example/a.png) is \*\*broken\*\*" in noted


def test_labels_and_attributes_of_the_team_are_kept(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(ASKS)
    there.conversations[number] |= {"labels": ["vip"], "custom_attributes": {"plan": "gold"}}
    bot.tend(number)
    assert "vip" in there.conversations[number]["labels"]
    assert there.conversations[number]["custom_attributes"]["plan"] == "gold"


def test_once_a_human_has_written_the_bot_is_silent(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(ASKS)
    bot.tend(number)
    there.agent(number, "Hello Ada, I am looking at it.")
    there.customer(number, "Thank you! Where is my parcel now?")
    bot.tend(number)
    assert len(there.said(number)) == 1
    assert bot.steps(number) == ["queued", "joined"]
    assert [speaker for speaker, _ in bot.turns(number)] == ["customer", "agent", "customer"]


def test_a_human_who_writes_while_it_is_pending_has_it_from_then_on(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    bot.tend(number)
    there.agent(number, "I take this one.")
    there.customer(number, "Great, when will it come?")
    bot.tend(number)
    assert len(there.said(number)) == 1
    assert there.conversations[number]["status"] == "open"


def test_a_human_who_is_quicker_than_the_answer_is_noticed_at_the_moment_of_sending(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    _when_read_again(there, number, lambda: there.agent(number, "I take this one."))
    bot.tend(number)
    assert there.said(number) == []
    assert bot.results(number)[0] == ("words", "withheld")


def test_an_answer_to_a_conversation_that_was_opened_meanwhile_is_withheld(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    _when_read_again(there, number, lambda: there.turn(number, "open"))
    bot.tend(number)
    assert there.said(number) == []


def test_what_was_withheld_is_not_sent_later(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    _when_read_again(there, number, lambda: there.turn(number, "open"))
    bot.tend(number)
    there.turn(number, "pending")
    bot.tend(number)
    assert there.said(number) == []


def test_a_conversation_set_to_pending_again_is_the_bots(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(ASKS)
    bot.tend(number)
    there.agent(number, "Done.")
    there.turn(number, "pending")
    there.customer(number, "Hello, where is my other order?")
    bot.tend(number)
    assert bot.steps(number) == ["queued", "joined", "returned"]
    assert there.conversations[number]["status"] == "pending"
    assert len(there.said(number)) == 3


def test_a_resolved_conversation_that_begins_again_does_not_loop(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(ASKS)
    bot.tend(number)
    there.agent(number, "Done.")
    there.turn(number, "resolved")
    bot.tend(number)
    there.customer(number, "Hello, where is my other order?")
    bot.tend(number)
    assert bot.steps(number) == ["queued", "joined", "resolved"]
    assert there.conversations[number]["status"] == "pending"
    assert len(there.notes(number)) == 1


def test_what_waits_is_settled_when_the_team_resolves_it_unanswered(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(ASKS)
    bot.tend(number)
    there.turn(number, "resolved")
    bot.tend(number)
    assert bot.steps(number) == ["queued", "returned"]


def test_opened_by_the_team_it_is_theirs_though_nobody_asked(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    bot.tend(number)
    there.turn(number, "open")
    there.customer(number, "And my invoice?")
    bot.tend(number)
    assert bot.steps(number) == ["joined"]
    assert len(there.said(number)) == 1


def test_a_life_at_risk_gets_its_card_and_the_team_little_more_than_that(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(AT_RISK)
    bot.tend(number)
    assert "112" in there.said(number)[0]
    assert "kill" not in there.notes(number)[0]
    assert there.conversations[number]["labels"] == ["humanely"]
    assert "humanely_reason" not in there.conversations[number]["custom_attributes"]
    assert there.conversations[number]["priority"] == "urgent"
    assert there.conversations[number]["status"] == "open"


def test_a_life_at_risk_gets_its_card_while_a_human_has_the_conversation(bot: Bot, there: Chatwoot) -> None:
    number = there.begin(ASKS)
    bot.tend(number)
    there.agent(number, "Hello Ada.")
    there.customer(number, AT_RISK)
    bot.tend(number)
    assert "112" in there.said(number)[-1]
    assert "A life may be at risk" in there.notes(number)[-1]


def test_what_a_member_writes_in_our_console_is_said_there_and_not_taken_for_the_bots(
    bot: Bot, there: Chatwoot
) -> None:
    number = there.begin(ASKS)
    bot.tend(number)
    bot.member_answers(number, "Hello Ada, it arrives tomorrow.")
    bot.tend(number)
    bot.tend(number)
    assert there.said(number)[1:] == ["Hello Ada, it arrives tomorrow.\n\n(Written by a human)"]


def test_history_is_read_and_only_what_waits_is_answered(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    there.agent(number, "It left on Monday.")
    there.customer(number, "It has not come.")
    there.customer(number, "Can you look again?")
    bot.tend(number)
    assert [speaker for speaker, _ in bot.turns(number)] == ["customer", "agent", "customer", "customer"]
    assert len(there.said(number)) == 1
    assert there.conversations[number]["status"] == "pending"


def test_a_long_history_is_read_to_its_beginning(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("message 0")
    there.chatter(number, 45)
    bot.tend(number)
    assert [text for _, text in bot.turns(number)] == [f"message {at}" for at in range(45)]


def test_notes_surveys_and_what_was_deleted_are_not_read(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    there.agent(number, "Angry one, careful", private=True)
    there.customer(number, "This message was deleted", content_attributes={"deleted": True})
    there.agent(number, "Please rate this", content_type="input_csat")
    bot.tend(number)
    assert bot.turns(number) == [("customer", "Hello, where is my order?")]


def test_an_attachment_alone_is_answered_without_being_read(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    bot.tend(number)
    there.customer(number, None, attachments=[{"id": 1, "file_type": "image"}])
    bot.tend(number)
    assert len(there.said(number)) == 2


def test_a_message_sent_but_not_recorded_is_not_sent_again(bot: Bot, there: Chatwoot, monkeypatch: Any) -> None:
    number = there.begin("Hello, where is my order?")
    with monkeypatch.context() as broken:
        broken.setattr(Tending, "_record", _ends)
        with pytest.raises(KeyboardInterrupt):
            bot.tend(number)
    assert (len(there.said(number)), bot.results(number)) == (1, [])
    bot.tend(number)
    assert (len(there.said(number)), bot.results(number)) == (1, [("words", "sent")])


async def _ends(*_: Any, **__: Any) -> None:
    raise KeyboardInterrupt


def test_where_the_assistant_fails_the_case_is_opened(bot: Bot, there: Chatwoot, monkeypatch: Any) -> None:
    number = there.begin("Hello, where is my order?")
    with monkeypatch.context() as broken:
        broken.setattr(bot.services.engine.companion, "reader", None)
        bot.tend(number)
    assert there.conversations[number]["status"] == "open"
    assert len(there.notes(number)) == 1


def test_what_cannot_be_recorded_is_the_teams(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    bot.services.eraser.erase(f"chatwoot-contact:{there.account}:{CONTACT}", dt.datetime.now(dt.UTC))
    bot.tend(number)
    bot.tend(number)
    assert there.conversations[number]["status"] == "open"
    assert (there.said(number), there.notes(number)) == ([], [FAILED])


def test_a_busy_chatwoot_is_asked_again_when_it_says(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    there.faults.extend([(429, {"retry-after": "7"}), (503, {})])
    bot.tend(number)
    assert bot.waited == [7.0, 2.0]
    assert len(there.said(number)) == 1


def test_a_chatwoot_that_stays_away_is_tried_later(bot: Bot, there: Chatwoot) -> None:
    number = there.begin("Hello, where is my order?")
    there.faults.extend([(502, {})] * 4)
    with pytest.raises(ChatwootUnreachable, match="it says 502"):
        bot.tend(number)
    bot.tend(number)
    assert len(there.said(number)) == 1


@pytest.mark.parametrize("changed", [{"bot_token": "wrong"}, {"reader_token": "wrong"}])
def test_a_wrong_token_is_told_to_the_operator(bot: Bot, there: Chatwoot, changed: dict[str, str]) -> None:
    number = there.begin("Hello, where is my order?")
    with pytest.raises(ChatwootRefuses, match="valid access token"):
        bot.tend(number, **changed)


def test_a_conversation_that_was_deleted_is_let_go(bot: Bot, there: Chatwoot) -> None:
    bot.tend(404)
    assert ("GET", f"/api/v1/accounts/{there.account}/conversations/404") in there.asked


def _when_read_again(there: Chatwoot, number: int, happens: Any) -> None:
    """Let something happen just before the conversation is looked at for the second time."""
    seen: list[str] = []

    def look(method: str, path: str) -> None:
        if method == "GET" and path.endswith(f"/conversations/{number}"):
            seen.append(path)
            if len(seen) == 2:
                happens()

    there.before_answer = look
