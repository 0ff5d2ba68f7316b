"""The page about webhooks names every event and command, and its code checks what is really sent."""

import re
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import WebhookVerificationError
from typer import Typer

from humanely.apps.channels.webhooks.schedule import DELAYS_S
from humanely.apps.cli import hook, webhook
from humanely.store.outward.webhook import EVENTS
from tests.apps.channels.webhooks.conftest import House
from tests.apps.channels.webhooks.receiver import receiving

PAGE = (Path(__file__).parents[4] / "docs" / "webhooks.md").read_text(encoding="utf-8")
COMMANDS = [("webhook", webhook.app), ("hook", hook.app)]


def test_the_page_names_every_event() -> None:
    table = PAGE.split("<!-- events -->")[1].split("<!-- /events -->")[0]
    assert sorted(re.findall(r"^\| `([a-z_.]+)` ", table, re.MULTILINE)) == sorted(EVENTS)


@pytest.mark.parametrize(("name", "app"), COMMANDS)
def test_the_page_names_every_command(name: str, app: Typer) -> None:
    commands = {one.name for one in app.registered_commands}
    assert set(re.findall(rf"humanely {name} ([a-z]+)", PAGE)) == commands


def test_the_page_names_every_try() -> None:
    (tries,) = re.findall(r"made again (.+?) after the first", PAGE)
    assert len(re.split(r", | and ", tries)) == len(DELAYS_S)


def test_the_code_of_the_page_takes_what_is_sent_once_and_nothing_else(house: House) -> None:
    with receiving() as receiver:
        _, secret = house.webhooks.add(receiver.url, [], house.now)
        house.waits_for_human()
        house.looks()
    (came,) = receiver.came
    names: dict[str, Any] = {"SECRET": secret, "SEEN": set()}
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    exec(compile(code, "docs/webhooks.md", "exec"), names)  # noqa: S102 - our own page
    assert names["received"](came.headers, came.body) == "handoff.queued"
    assert names["received"](came.headers, came.body) is None
    with pytest.raises(WebhookVerificationError):
        names["received"](came.headers, came.body + b" ")
