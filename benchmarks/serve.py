"""Turns a second and the time of one, end to end over HTTP, beside the reading alone in the same run; two processors.

python -m benchmarks.serve            # on a machine that does nothing else
python -m benchmarks.serve --write    # also put the table into docs/benchmarks.md

1. `humanely serve` starts on a new SQLite folder; people talk to it over 1, 16 and 64 connections, each person one
   turn after the other.
2. It is stopped. Its ledger says which turns it took together: acts of one round have one time.
3. The same messages and answers are read once more, round by round, and nothing else is done. What is left of the time
   is everything else: HTTP, consent and law, decision, words, check, encryption, the commit to disk, and the client.
"""

import argparse
import asyncio
import datetime as dt
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby, islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the server does, before numpy is loaded

import msgspec
import numpy as np

from benchmarks import talk
from humanely.estimate import ConversationReader, Fresh
from humanely.signal.turn import Speaker, Turn
from humanely.store.api_key import Scope
from humanely.store.api_keys import ApiKeys
from humanely.store.data_folder import open_data
from humanely.store.log.act import Kept
from humanely.store.records import ResponseRecord, TurnRecord, decode

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
FAQ = PAGE.parents[1] / "examples" / "companion" / "faq.md"
MARKS = ("<!-- serve -->", "<!-- /serve -->")
PROCESSORS = 2
QUIET = 1.2
"""Above this load the figures are of a busy machine, and are not written down."""
CONVERSATIONS = {1: 40, 16: 128, 64: 256}
"""Connections, and how many conversations they have together."""
WARM = 16
"""Conversations before those that are timed."""
SETTINGS = "noticed = true\n[limits]\nper_minute = 10000000\nburst = 1000000\n"
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class Round(msgspec.Struct, frozen=True):
    """What the server took together: messages with their conversations, and what it answered."""

    messages: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]


class Measured(msgspec.Struct, frozen=True):
    """Figures of one number of connections, times in milliseconds.

    Attributes:
        turns: how many; took: for all of them.
        each: end to end, of every turn.
        message, answer: reading alone, of every round.
        sizes: turns of every round.
    """

    connections: int
    turns: int
    took: float
    each: tuple[float, ...]
    message: tuple[float, ...]
    answer: tuple[float, ...]
    sizes: tuple[int, ...]


class Client:
    """One connection over which turns are sent, one after the other."""

    def __init__(self, port: int, key: str) -> None:
        self._port = port
        self._head = f"POST /v1/turns HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {key}\r\n"
        self._head += "Content-Type: application/json\r\n"

    async def talk(self, left: Iterator[tuple[str, Sequence[str]]], spent: list[float]) -> None:
        """Have conversations until none are left; the milliseconds of every turn are added to `spent`."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        for name, messages in left:
            for at, text in enumerate(messages):
                begun = time.perf_counter()
                writer.write(self._request(name, at, text))
                await _answered(reader)
                spent.append((time.perf_counter() - begun) * 1e3)
        writer.close()
        await writer.wait_closed()

    def _request(self, name: str, at: int, text: str) -> bytes:
        body = json.dumps({"conversation_id": name, "person_id": f"who of {name}", "text": text}).encode()
        return f"{self._head}Idempotency-Key: {name}/{at}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def _answered(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    found = re.search(rb"\r\ncontent-length: (\d+)\r\n", head, re.IGNORECASE)
    body = await reader.readexactly(int(found[1])) if found else b""
    if not head.startswith(b"HTTP/1.1 200"):
        sys.exit(f"A turn was refused: {head.decode()}{body.decode()}")


async def talked(port: int, key: str, connections: int, talks: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
    """Milliseconds of every turn, when this many talk at the same time."""
    left, spent = iter(talks), list[float]()
    await asyncio.gather(*(Client(port, key).talk(left, spent) for _ in range(connections)))
    return spent


def served(folder: Path, connections: int, talks: Sequence[tuple[str, Sequence[str]]]) -> tuple[float, list[float]]:
    """Start a server, talk to it, stop it: milliseconds for all and for each turn, without the first conversations."""
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copy(FAQ, folder / "faq.md")
    with closing(open_data(folder)) as data:
        _, secret = ApiKeys(data.database, os.urandom).create("benchmark", (Scope.TURNS,), dt.datetime.now(dt.UTC))
    command = [sys.executable, "-c", "from humanely.apps.cli.main import run; run()", "serve"]
    with subprocess.Popen(
        [*command, "--data", str(folder), "--port", "0"], stderr=subprocess.PIPE, text=True
    ) as process:
        port = _port(process)
        asyncio.run(talked(port, secret.text, connections, talks[:WARM]))
        begun = time.perf_counter()
        spent = asyncio.run(talked(port, secret.text, connections, talks[WARM:]))
        took = (time.perf_counter() - begun) * 1e3
        process.terminate()
        process.communicate()
    return took, spent


def _port(process: "subprocess.Popen[str]") -> int:
    said = ""
    for line in process.stderr or ():
        said += line
        if found := re.search(r"answers at http://127\.0\.0\.1:(\d+)", line):
            return int(found[1])
    sys.exit(f"The server did not start:\n{said}")


def rounds(folder: Path) -> list[Round]:
    """What a server took together, in order, as its ledger has it."""
    with closing(open_data(folder)) as data:
        return [_round(list(acts)) for _, acts in groupby(data.ledger.after(0, 1_000_000), key=lambda act: act.at)]


def _round(acts: Sequence[Kept]) -> Round:
    records = [decode(act.payload) for act in acts if act.payload is not None and act.subject]
    return Round(
        tuple((one.conversation_id, one.text) for one in records if isinstance(one, TurnRecord)),
        tuple(one.response.reply for one in records if isinstance(one, ResponseRecord) and one.response.reply),
    )


def read_alone(taken: Sequence[Round]) -> tuple[list[float], list[float]]:
    """Milliseconds to read the messages of each round, and its answers, without the first conversations."""
    reader = ConversationReader()
    message, answer = [], []
    for one in taken:
        message.append(_read(reader, Speaker.CUSTOMER, [text for _, text in one.messages]))
        answer.append(_read(reader, Speaker.ASSISTANT, one.answers))
    timed = [at for at, one in enumerate(taken) if not any(name.startswith("warm") for name, _ in one.messages)]
    return [message[at] for at in timed], [answer[at] for at in timed]


def _read(reader: ConversationReader, speaker: Speaker, texts: Sequence[str]) -> float:
    begun = time.perf_counter()
    reader.fresh([Fresh(turn=Turn(0, speaker, text, NOW), language="en") for text in texts])
    return (time.perf_counter() - begun) * 1e3


def measured(connections: int) -> Measured:
    """Serve, then read alone what was served."""
    count = WARM + CONVERSATIONS[connections]
    talks = [
        (f"{'warm' if at < WARM else 'timed'}-{at}", one) for at, one in enumerate(islice(talk.conversations(), count))
    ]
    with tempfile.TemporaryDirectory() as name:
        took, spent = served(Path(name), connections, talks)
        taken = [one for one in rounds(Path(name)) if one.messages]
    message, answer = read_alone(taken)
    sizes = [len(one.messages) for one in taken[-len(message) :]]
    return Measured(connections, len(spent), took, tuple(spent), tuple(message), tuple(answer), tuple(sizes))


def row(one: Measured) -> str:
    """One line of the table; by the median where turns come one by one, else by all the time there was."""
    p50, p99 = np.percentile(one.each, (50, 99))
    if one.connections == 1:
        whole, message, answer = float(p50), float(np.median(one.message)), float(np.median(one.answer))
    else:
        whole, message, answer = (total / one.turns for total in (one.took, sum(one.message), sum(one.answer)))
    rest = whole - message - answer
    return (
        f"| {one.connections} | {one.turns / one.took * 1e3:,.0f} | {p50:.1f} / {p99:.1f} | {np.mean(one.sizes):.1f} "
        f"| {whole:.2f} | {message:.2f} + {answer:.2f} | {rest:.2f} | {rest / (message + answer):.2f} |"
    )


def table(found: Sequence[Measured], load: float) -> str:
    """Say what came out."""
    return f"""\
Measured by `python -m benchmarks.serve --write` on {platform.machine()}, Python {platform.python_version()}, \
{PROCESSORS} processors for server and clients together, SQLite, load before the run {load:.1f}. Conversations of \
{talk.TURNS} turns, authored, no message twice; the sample FAQ and authored lines answer, and every turn is on disk \
before it is acknowledged.

| connections | turns a second | a turn, p50 / p99, ms | turns a round | ms a turn | of it reading: message + answer | \
everything else | as a share of the reading |
|---|---|---|---|---|---|---|---|
{chr(10).join(map(row, found))}
"""


def main() -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS])  # the server inherits it
    load = os.getloadavg()[0]
    found = table([measured(connections) for connections in CONVERSATIONS], load)
    print(found)
    if load > QUIET:
        print(f"The load before the run was {load:.1f}: these are figures of a busy machine.")
    if arguments.write and load > QUIET:
        sys.exit("Nothing was written. Run it again when nothing else runs.")
    if arguments.write:
        text = PAGE.read_text(encoding="utf-8")
        before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}\n{found}{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
