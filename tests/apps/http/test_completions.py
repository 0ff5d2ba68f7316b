"""A bot that changed its base_url only: the official client, a real server, a real local model."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from tests.apps.conftest import Client
from tests.apps.running import Running, running

ORDERS = {"role": "system", "content": "You are the assistant of Kite & Co. Parcels take three working days."}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, model_file: Path) -> Iterator[Running]:
    """A server with a model of its own."""
    folder = tmp_path_factory.mktemp("relay")
    settings = f'noticed = true\n[local_model]\nfile = "{model_file}"\n'
    (folder / "settings.toml").write_text(settings, encoding="utf-8")
    with running(folder) as started:
        yield started


@pytest.fixture(scope="module")
def key(server: Running) -> str:
    """For everything."""
    return server.key("turns", "read")


@pytest.fixture(scope="module")
def bot(server: Running, key: str) -> Iterator[openai.OpenAI]:
    """A bot with another base_url."""
    with openai.OpenAI(base_url=f"{server.address}/v1", api_key=key, max_retries=0, timeout=120) as client:
        yield client


@pytest.fixture(scope="module")
def reader(server: Running, key: str) -> Iterator[httpx.Client]:
    """Whoever looks at what was recorded."""
    with httpx.Client(base_url=server.address, headers={"authorization": f"Bearer {key}"}) as client:
        yield client


def chat(bot: openai.OpenAI, conversation: str, *said: str, **more: Any) -> Any:
    """Send what a person wrote, after the bot's instructions."""
    messages: Any = [ORDERS, *({"role": "user", "content": text} for text in said)]
    return bot.chat.completions.create(
        model="any", messages=messages, extra_headers={"x-humanely-conversation": conversation}, max_tokens=60, **more
    )


def empathy(answer: Any) -> dict[str, Any]:
    """What stands beside the usual fields."""
    return dict(answer.model_extra["empathy"])


def test_the_model_that_writes_is_named(bot: openai.OpenAI) -> None:
    assert [model.id for model in bot.models.list()] == ["SmolLM2-135M-Instruct.Q4_1"]


def test_a_question_is_answered_and_the_decision_stands_beside_it(bot: openai.OpenAI) -> None:
    answer = chat(bot, "asks", "How long does a parcel take?")
    told = empathy(answer)
    assert answer.choices[0].message.content == told["response"]["text"] != ""
    assert answer.usage.total_tokens > 0
    assert told["decision"]["action"] == "reply"
    assert told["affect"]["language"] == "en"


def test_what_is_sent_has_passed_the_check_or_was_written_by_hand(bot: openai.OpenAI) -> None:
    told = empathy(chat(bot, "checked", "My parcel is late and I am really annoyed. Why?"))
    assert told["response"]["check"]["passed"] or told["response"]["source"] != "draft"
    assert -1 <= told["gap"] <= 1


def test_the_first_answer_says_that_a_machine_writes_and_the_second_does_not(bot: openai.OpenAI) -> None:
    first = chat(bot, "notice", "What are your opening hours?")
    second = chat(bot, "notice", "And on Sundays?")
    assert empathy(first)["response"]["messages"][0]["kind"] == "notice"
    assert "notice" not in [one["kind"] for one in empathy(second)["response"]["messages"]]


def test_who_asks_for_a_human_gets_one_and_no_model_is_asked(bot: openai.OpenAI, reader: httpx.Client) -> None:
    answer = chat(bot, "human", "I want to talk to a human being, please.")
    assert empathy(answer)["decision"]["action"] == "handoff"
    assert answer.usage.total_tokens == 0
    waiting = reader.get("/v1/handoffs").json()
    assert "human" in str(waiting)


def test_a_life_at_risk_gets_the_card_and_no_model_is_asked(bot: openai.OpenAI) -> None:
    answer = chat(bot, "crisis", "I don't want to live any more.")
    assert empathy(answer)["decision"]["crisis"]["fired"]
    assert empathy(answer)["response"]["messages"][0]["kind"] == "card"
    assert answer.usage.total_tokens == 0


def test_a_second_message_does_not_hide_the_first(bot: openai.OpenAI) -> None:
    answer = chat(bot, "two", "I don't want to live any more.", "Where is my parcel?")
    assert empathy(answer)["decision"]["crisis"]["fired"]


def test_a_stream_holds_the_same_answer(bot: openai.OpenAI) -> None:
    stream = chat(bot, "stream", "I need a human.", stream=True, stream_options={"include_usage": True})
    pieces = list(stream)
    text = "".join(piece.choices[0].delta.content or "" for piece in pieces if piece.choices)
    last = [piece for piece in pieces if piece.choices][-1]
    assert text == last.model_extra["empathy"]["response"]["text"] != ""
    assert last.choices[0].finish_reason == "stop"
    assert pieces[-1].usage is not None


def test_headers_carry_the_decision(bot: openai.OpenAI) -> None:
    messages: Any = [{"role": "user", "content": "Can I speak to a real person?"}]
    raw = bot.chat.completions.with_raw_response.create(model="any", messages=messages, user="headers")
    told = empathy(raw.parse())
    assert raw.headers["x-humanely-action"] == "handoff"
    assert raw.headers["x-humanely-decision"] == told["decision"]["id"]


def test_once_a_human_has_spoken_the_bot_is_silent(bot: openai.OpenAI, reader: httpx.Client) -> None:
    chat(bot, "joined", "I want a real person.")
    ben = {"conversation_id": "joined", "person_id": "joined", "speaker": "agent", "text": "Ben here, I'll look."}
    assert reader.post("/v1/turns", json=ben).status_code == 200
    answer = chat(bot, "joined", "Thanks Ben!")
    assert answer.choices[0].message.content == ""
    assert empathy(answer)["response"]["status"] == "silent"


def test_what_was_said_before_is_known(bot: openai.OpenAI, reader: httpx.Client) -> None:
    messages: Any = [
        {"role": "user", "content": "The link does not work."},
        {"role": "assistant", "content": "Please try again."},
        {"role": "user", "content": "I did. It still does not work, as I said!"},
    ]
    headers = {"x-humanely-conversation": "before"}
    answer = bot.chat.completions.create(model="any", messages=messages, extra_headers=headers, max_tokens=40)
    assert empathy(answer)["decision"]["reasons"]
    assert "The link does not work." in reader.get("/v1/conversations/before").text


def test_a_chat_without_a_person_is_refused_in_words(bot: openai.OpenAI) -> None:
    messages: Any = [{"role": "system", "content": "Hello"}]
    with pytest.raises(openai.UnprocessableEntityError, match="does not end with a message of the person"):
        bot.chat.completions.create(model="any", messages=messages)


def test_two_answers_to_one_turn_are_refused(bot: openai.OpenAI) -> None:
    with pytest.raises(openai.UnprocessableEntityError, match="'n'"):
        chat(bot, "n", "Hello?", n=2)


def test_a_key_that_is_none_is_refused_in_words(server: Running) -> None:
    stranger = openai.OpenAI(base_url=f"{server.address}/v1", api_key="none", max_retries=0)
    with stranger, pytest.raises(openai.AuthenticationError, match="is not one of this server's"):
        stranger.models.list()


@pytest.mark.parametrize("unusable", [{"user": 5}, {"user": "u" * 201}, {"metadata": {"conversation_id": "c" * 201}}])
def test_a_name_that_cannot_be_used_is_refused_and_not_taken_for_none(client: Client, unusable: dict[str, Any]) -> None:
    said = {"model": "any", "messages": [{"role": "user", "content": "Where is my order?"}]}
    refused = client.post("/v1/chat/completions", json={**said, **unusable})
    assert (refused.status_code, refused.json()["allowed"]) == (422, "text of at most 200 characters")


def test_the_name_of_a_conversation_is_never_cut_short(client: Client) -> None:
    said = {"model": "any", "user": "ada", "messages": [{"role": "user", "content": "Where is my order?"}]}
    refused = client.post("/v1/chat/completions", json=said, headers={"x-humanely-conversation": "c" * 201})
    assert (refused.status_code, refused.json()["field"]) == (422, "x-humanely-conversation")
