"""The JavaScript peers, installed by their lock into a folder of the user's cache, and asked over stdin.

Nothing of theirs lies in the repository. By hand: copy the files beside this one into a folder, and there run
`npm ci --ignore-scripts`.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NO_NETWORK = ("ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "E403", "ENETUNREACH")
FILES = ("package.json", "package-lock.json", "peer.mjs")


def installed() -> Path:
    """The folder with the peers in it, installed now if these very files were not before; skips where it cannot be."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("needs node and npm")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "humanely-peers"
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()
    folder = cache / digest[:16]
    if not folder.is_dir():
        _install(cache, folder)
    return folder


def _install(cache: Path, folder: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as made:
        for name in FILES:
            shutil.copy(HERE / name, made)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        told = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False, timeout=300)
        if told.returncode and any(sign in told.stderr for sign in NO_NETWORK):
            pytest.skip("npm cannot reach its registry")
        told.check_returncode()
        if not folder.is_dir():  # another run may have been quicker
            shutil.copytree(made, folder, symlinks=True)


def ask(folder: Path, *requests: dict[str, Any]) -> list[Any]:
    """What the peers answer to each request; see `tasks` in `peer.mjs`."""
    told = subprocess.run(
        ["node", "peer.mjs"], cwd=folder, input=json.dumps(requests), capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    answers: list[Any] = json.loads(told.stdout)
    return answers
