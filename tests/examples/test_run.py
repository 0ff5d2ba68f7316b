"""`make run`: a folder is made, the sample is played, what it prints works, and it ends as it is told to."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from examples.run import TEMPLATE, make_folder

ROOT = Path(__file__).parents[2]
WITHIN_S = 90.0


class Run:
    """The command, running, up to where it has printed all."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.said = ""
        assert process.stdout is not None
        while "Ctrl-C to stop" not in self.said and (line := process.stdout.readline()):
            self.said += line
        assert "Ctrl-C to stop" in self.said, self.said

    def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=WITHIN_S)
        return self.process.returncode, said


@contextmanager
def ran(folder: Path) -> Iterator[Run]:
    command = [sys.executable, "-m", "examples.run", "--port", "0", "--data", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        late = threading.Timer(WITHIN_S, process.kill)
        late.start()
        try:
            yield Run(process)
        finally:
            late.cancel()
            process.kill()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("run") / "companion"


@pytest.fixture(scope="module")
def first(folder: Path) -> Iterator[Run]:
    with ran(folder) as run:
        yield run


def test_the_sample_is_played_and_shows_what_a_companion_does(first: Run) -> None:
    actions = set(re.findall(r"^ +→ (\w+)", first.said, re.MULTILINE))
    assert {"reply", "comfort", "clarify", "handoff", "review", "none"} <= actions
    assert "A life may be at risk" not in first.said
    assert "refused" not in actions


def test_each_line_to_copy_works(first: Run) -> None:
    lines = re.findall(r"^curl .+$", first.said, re.MULTILINE)
    assert len(lines) == 3
    answers = [
        subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=30, check=True).stdout
        for line in lines
    ]
    assert '"action":"handoff"' in answers[0]
    assert '"conversation_id":"mine"' in answers[1]
    assert '"conversation_id":"late-parcel"' in answers[2]


def test_its_documents_are_where_it_says(first: Run) -> None:
    page = re.search(r"documents: +(\S+)", first.said)
    assert page is not None
    told = subprocess.run(["curl", "-s", page[1]], capture_output=True, text=True, timeout=30, check=True)
    assert "<html" in told.stdout


@pytest.mark.parametrize(("line", "says"), [("As anybody sees one", "Amara"), ("As its holder does", "Amara")])
def test_a_credential_is_there_to_be_looked_at(first: Run, line: str, says: str) -> None:
    page = re.search(rf"{line}: +(\S+)", first.said)
    assert page is not None, first.said
    told = subprocess.run(["curl", "-s", page[1]], capture_output=True, text=True, timeout=30, check=True)
    assert says in told.stdout


def test_a_second_run_goes_on_with_the_folder_and_plays_nothing_twice(first: Run, folder: Path) -> None:
    status, said = first.stop()
    assert (status, said.strip().splitlines()[-1][:8]) == (0, "Stopped.")
    assert "Traceback" not in said
    with ran(folder) as run:
        again, _ = run.stop()
    assert again == 0
    assert run.said.count("played before") == 6
    assert "made from" not in run.said


def test_a_taken_port_is_said_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen(1)
        command = [sys.executable, "-m", "examples.run", "--port", str(held.getsockname()[1]), "--data", "out"]
        ended = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert "the port is taken" in ended.stdout
    assert "make run PORT=8010" in ended.stdout


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    assert make_folder(tmp_path / "new")
    assert (tmp_path / "new" / "faq.md").read_bytes() == (TEMPLATE / "faq.md").read_bytes()
    assert not (tmp_path / "new" / "conversations.jsonl").exists()
    (tmp_path / "new" / "faq.md").unlink()
    assert not make_folder(tmp_path / "new")
    assert not (tmp_path / "new" / "faq.md").exists()
