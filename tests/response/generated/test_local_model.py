"""Facts about a model run on this machine."""

import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from humanely.errors import ExtraMissing
from humanely.response.generated.completion import ChatMessage
from humanely.response.generated.local_model import (
    LocalModel,
    LocalModelBroken,
    LocalSettings,
    ModelFileMissing,
    start,
)
from humanely.response.generated.model_server_faults import ModelServerUnreachable

ASKED = (ChatMessage("user", "Hello"),)

LEFT_ALONE = """
import os, sys
from humanely.response.generated.local_model import LocalSettings, start
model = start(LocalSettings(file=sys.argv[1]))
print(model.server.host, flush=True)
os._exit(1)
"""


def test_it_listens_on_loopback_and_asks_for_a_key_no_other_run_has(local_model: LocalModel, model_file: Path) -> None:
    assert local_model.server.host.startswith("127.0.0.1:")
    answer = httpx.post(f"http://{local_model.server.host}/v1/chat/completions", json={"messages": []})
    assert answer.status_code == 401
    with start(LocalSettings(file=str(model_file), at_once=1)) as other:
        assert other.server.host != local_model.server.host


def test_once_closed_it_is_gone(model_file: Path) -> None:
    with start(LocalSettings(file=str(model_file), at_once=1)) as model:
        host = model.server.host
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://{host}/health")


def test_it_ends_with_us_however_we_end(model_file: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", LEFT_ALONE, str(model_file)], capture_output=True, text=True, check=False
    )
    host = killed.stdout.strip()
    assert host.startswith("127.0.0.1:")
    assert _gone(host)


def test_a_child_that_dies_is_a_server_that_cannot_be_reached(model_file: Path) -> None:
    with start(LocalSettings(file=str(model_file), at_once=1)) as model:
        model._child.kill()
        model._child.wait()
        with pytest.raises(ModelServerUnreachable):
            model.server.complete(ASKED, within_s=1.0)


def test_a_file_that_is_not_there_is_named(model_file: Path) -> None:
    with pytest.raises(ModelFileMissing, match=r"no model file .*absent\.gguf"):
        start(LocalSettings(file=str(model_file.parent / "absent.gguf")))


def test_a_file_that_is_no_model_is_named(model_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "half.gguf"
    broken.write_bytes(model_file.read_bytes()[:100_000])
    with pytest.raises(LocalModelBroken, match=r"half\.gguf"):
        start(LocalSettings(file=str(broken)))


def test_a_model_that_is_not_ready_in_time_is_ended(model_file: Path) -> None:
    with pytest.raises(LocalModelBroken, match=r"within 0\.01 s"):
        start(LocalSettings(file=str(model_file), start_s=0.01))


def test_without_the_extra_the_command_to_add_it_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    with pytest.raises(ExtraMissing, match=r"pip install 'humanely\[llm\]'"):
        start(LocalSettings(file="model.gguf"))


def _gone(host: str) -> bool:
    """Whether nobody listens there any more, within some seconds."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            httpx.get(f"http://{host}/health", timeout=1.0)
        except httpx.HTTPError:
            return True
        time.sleep(0.05)
    return False
