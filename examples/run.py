"""`make run`: the Companion on a data folder made from `companion/`, with the sample conversations played through it.

    python -m examples.run [--port PORT] [--data DIR]

1. The data folder is made from the template, once; it is yours from then on.
2. A server starts on it, as `humanely serve` does.
3. A small school with credentials is there from the start, see `examples.school`.
4. Conversations it does not know yet are played through its HTTP API, as a chat would.
5. What to try next is printed, and the server runs until Ctrl-C.
"""

import argparse
import datetime as dt
import json
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from examples import school
from humanely.apps.site.first_link import first_link
from humanely.apps.site.server import AddressUnusable, reserve, run
from humanely.apps.site.start import Started, Where, start, warnings
from humanely.errors import HumanelyError
from humanely.store.api_keys import ApiKeys
from humanely.store.scope import Scope

TEMPLATE = Path(__file__).parent / "companion"
NOT_DATA = ("conversations.jsonl", "README.md")
HOST = "127.0.0.1"
KEY_DAYS = 1
TRY = "I have asked three times now and nobody answers. Let me talk to a person!"


def main(arguments: list[str] | None = None) -> int:
    """Run until told to stop; the exit status."""
    asked = _asked(arguments)
    try:
        made = make_folder(asked.data)
        held = reserve(HOST, asked.port)
        started = start(Where(folder=asked.data))
        for line in warnings(started.house, dt.datetime.now(dt.UTC)):
            say(f"Note: {line}")
        say(f"Data: {asked.data}" + (f", made from {TEMPLATE.parent.name}/{TEMPLATE.name}" if made else ""))
        run(started, held, lambda address: _beside(started, address))
    except AddressUnusable as error:
        say(f"{error.happened}\nUse another: make run PORT=8010 (or PORT=0 for any that is free).")
        return 1
    except HumanelyError as error:
        say(f"{error.happened}\n{error.fix}")
        return 1
    except KeyboardInterrupt:
        pass
    say("\nStopped. Every turn that was answered is recorded; make run goes on from here.")
    return 0


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m examples.run", description="The Companion with sample talk.")
    parser.add_argument("--port", type=int, default=8000, help="0 for any that is free")
    parser.add_argument("--data", type=Path, default=Path("out/companion"), help="folder to keep everything in")
    return parser.parse_args(arguments)


def make_folder(folder: Path) -> bool:
    """Make a data folder from the template where there is none; whether it was made."""
    if folder.exists():
        return False
    shutil.copytree(TEMPLATE, folder, ignore=shutil.ignore_patterns(*NOT_DATA))
    return True


def _beside(started: Started, address: str) -> None:
    """Play and print while the server runs: it can only answer once this returns."""
    at = dt.datetime.now(dt.UTC)
    scopes = (Scope.TURNS, Scope.READ, Scope.PEOPLE)
    keys = ApiKeys(started.data.database, started.data.entropy)
    _, secret = keys.create("make run", scopes, at, expires_at=at + dt.timedelta(days=KEY_DAYS))
    link = first_link(started, address, at) or f"The console is at {address}/"
    look = _school(started, address)
    threading.Thread(target=_show, args=(address, secret.text, f"{link}\n{look}"), daemon=True).start()


def _school(started: Started, address: str) -> str:
    """Have the school settle in; where a visitor may look."""
    services = started.services

    def work(_: object, now: dt.datetime) -> school.Shown | None:
        school.settle(services.desk, now)
        return school.shown(services.desk, now)

    seen = services.engine.call(work).result()
    if seen is None:
        return f"Credentials:        {address}/credentials"
    return f"""
Credentials:        {address}/credentials
As anybody sees one: {address}{seen.public}
As its holder does: {address}{seen.own}"""


def _show(address: str, key: str, link: str) -> None:
    try:
        with httpx.Client(base_url=address, headers={"authorization": f"Bearer {key}"}, timeout=60) as client:
            for line in played(client):
                say(line)
            say(next_steps(address, key, link, _newest_decision(client)))
    except httpx.HTTPError as error:
        # Told to stop while it played: what was not sent yet is sent by the next run.
        say(f"The sample conversations were cut off ({type(error).__name__}).")


def played(client: httpx.Client) -> Iterator[str]:
    """Play what the server does not know yet; what it decided, a line each."""
    for conversation in map(json.loads, (TEMPLATE / "conversations.jsonl").read_text(encoding="utf-8").splitlines()):
        name = conversation["conversation_id"]
        if client.get(f"/v1/conversations/{name}").status_code == httpx.codes.OK:
            yield f"  {name}: played before"
            continue
        for said, answer in play(client, conversation):
            decision = answer["decision"]
            came = f"{decision['action']}: {decision['reasons'][0]['says']}" if decision else "noted"
            yield f"  {name} · {said['speaker']}: {_short(said['text'])}\n      → {came}"
            for message in answer["response"]["messages"] if answer["response"] else ():
                if message["kind"] != "notice":
                    yield f"        “{message['text']}”"


def play(client: httpx.Client, conversation: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Send one conversation turn by turn, once the person has said what they allow, as they would in a widget."""
    names = {name: value for name, value in conversation.items() if name not in {"turns", "consents"}}
    theirs = f"/v1/people/{names['person_id']}/consents"
    for text in client.get(theirs, params={"locale": names.get("locale", "en")}).raise_for_status().json()["consents"]:
        if (act := conversation["consents"].get(text["purpose"])) and text["sense"] == "text":
            given = {"act": act, **{field: text[field] for field in ("purpose", "version", "locale")}}
            client.post(theirs, json=given).raise_for_status()
    for said in conversation["turns"]:
        yield said, client.post("/v1/turns", json={**names, **said}).raise_for_status().json()


def _newest_decision(client: httpx.Client) -> str:
    acts = client.get("/v1/conversations/late-parcel").raise_for_status().json()["acts"]
    return next((act["id"] for act in reversed(acts) if act["type"] == "decision"), "0")


def next_steps(address: str, key: str, link: str, decision: str) -> str:
    """What to try, ready to copy."""
    turn = json.dumps({"conversation_id": "mine", "person_id": "me", "text": TRY})
    bearer = f"-H 'Authorization: Bearer {key}'"
    return f"""
Humanely answers at {address}
The documents:      {address}/docs
A page with the chat: {address}/demo
A key for {KEY_DAYS} day:    {key}

{link}

Say something, and see what is read, decided and answered:
curl -s {address}/v1/turns {bearer} -H 'Content-Type: application/json' -d '{turn}'

See who waits for a human:
curl -s {address}/v1/handoffs {bearer}

Ask why the last turn of "late-parcel" was decided as it was, in words for the person:
curl -s '{address}/v1/decisions/{decision}/why?for=person' {bearer}

More: docs/api.md, docs/serving.md. Ctrl-C to stop."""


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def say(line: str) -> None:
    """One line for whoever started it, at once."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
