"""A server in a process of its own, over a real socket."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

COMMAND = [sys.executable, "-c", "from humanely.apps.cli.main import run; run()"]
STARTS_WITHIN_S = 60.0


def humanely(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=STARTS_WITHIN_S, check=False)


class Running:
    """A server that answers.

    Attributes:
        said: what it wrote to stderr until it was ready.
    """

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self.process = process
        self.folder = folder
        self.said, self.address = "", ""
        assert process.stderr is not None
        until = time.monotonic() + STARTS_WITHIN_S
        while not self.address and time.monotonic() < until and (line := process.stderr.readline()):
            self.said += line
            found = re.search(r"answers at (http://\S+)", line)
            self.address = found[1] if found else ""
        assert self.address, self.said

    def key(self, *scopes: str) -> str:
        """Make a key beside the running server."""
        named = [part for scope in scopes for part in ("--scope", scope)]
        made = humanely("key", "create", "--data", str(self.folder), "--name", "tests", *named)
        return made.stdout.strip()

    def client(self, *scopes: str) -> httpx.Client:
        """Somebody with a key."""
        headers = {"authorization": f"Bearer {self.key(*scopes)}"}
        return httpx.Client(base_url=self.address, headers=headers, timeout=30)

    def stop(self) -> tuple[int, str]:
        """Tell it to stop; the exit status, and what it said at last."""
        self.process.terminate()
        said = self.process.communicate(timeout=STARTS_WITHIN_S)
        return self.process.returncode, "".join(said)


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Running]:
    """Start a server on a port of its own choice; it ends with the block."""
    command = [*COMMAND, "serve", "--data", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Running(process, folder)
        finally:
            process.kill()
