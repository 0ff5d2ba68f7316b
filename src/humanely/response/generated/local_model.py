"""A model in a GGUF file, run by xllamacpp in a child process that ends with us; nothing leaves this machine.

A child, because a model that fails must not take the conversations with it. It listens on a loopback port of its own
choice, with a key made for this one run, and stops when its standard input closes: however we end, it ends.
"""

import importlib
import importlib.util
import os
import secrets
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import Any, Self

import msgspec

from humanely.errors import ExtraMissing, HumanelyError, UsageError
from humanely.response.generated.model_server import ModelServer
from humanely.response.generated.model_server_settings import ServerSettings

_STOP_S = 10.0


class ModelFileMissing(UsageError):
    """There is no file of that name."""

    code = "model_file_missing"

    def __init__(self, file: Path) -> None:
        super().__init__(f"There is no model file {str(file)!r}.", fix="Name a GGUF file that can be read.")


class LocalModelBroken(HumanelyError):
    """The model did not start."""

    code = "local_model_broken"
    status = 503

    def __init__(self, file: Path, within_s: float) -> None:
        super().__init__(
            f"The model file {str(file)!r} was not ready within {within_s:g} s, or ended.",
            fix="See that it is a whole GGUF file, that memory suffices, and that context_tokens is not too large.",
        )


class LocalSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which model runs here, and how.

    Attributes:
        file: a GGUF file.
        context_tokens: room for one conversation, prompt and answer, > 0.
        at_once: answers written at the same time, >= 1; each takes memory of its own.
        threads: >= 1; by default one core is left to the conversations.
        start_s: longest time until it is ready, > 0.
        timeout_s, deadline_s, send: as in `ServerSettings`.
    """

    file: str
    context_tokens: int = 4096
    at_once: int = 2
    threads: int = max(1, (os.cpu_count() or 1) - 1)
    start_s: float = 120.0
    timeout_s: float = 30.0
    deadline_s: float = 45.0
    send: dict[str, Any] = msgspec.field(default_factory=lambda: {"max_tokens": 250, "temperature": 0.3})


class _Order(msgspec.Struct):
    """What the child is told, on its standard input: a key must not stand in the list of processes."""

    file: str
    name: str
    key: str
    context_tokens: int
    at_once: int
    threads: int


class LocalModel:
    """A model running in a child.

    Attributes:
        server: talks to it.
    """

    def __init__(self, child: "subprocess.Popen[bytes]", server: ModelServer) -> None:
        self._child = child
        self.server = server

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop the child and wait for its end."""
        self.server.close()
        _end(self._child)


def require_file(settings: LocalSettings) -> Path:
    """The file of a model, where it can be run.

    Raises:
        ExtraMissing: xllamacpp is not installed.
        ModelFileMissing: there is no such file.
    """
    file = Path(settings.file)
    if importlib.util.find_spec("xllamacpp") is None:
        raise ExtraMissing("llm")
    if not file.is_file():
        raise ModelFileMissing(file)
    return file


def start(settings: LocalSettings) -> LocalModel:
    """Start a model and wait until it is ready.

    Raises:
        ExtraMissing: xllamacpp is not installed.
        ModelFileMissing: there is no such file.
        LocalModelBroken: it ended, or was not ready in time.
    """
    file = require_file(settings)
    key = secrets.token_urlsafe(32)
    order = _Order(
        file=str(file),
        name=file.stem,
        key=key,
        context_tokens=settings.context_tokens * settings.at_once,
        at_once=settings.at_once,
        threads=settings.threads,
    )
    # A session of its own: Ctrl+C reaches us first, and answers in flight are finished.
    child = subprocess.Popen(
        [sys.executable, "-m", "humanely.response.generated.local_model"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    address = _address(child, msgspec.json.encode(order), settings.start_s)
    if not address:
        _end(child)
        raise LocalModelBroken(file, settings.start_s)
    return LocalModel(child, ModelServer(_server_settings(settings, address, file.stem), key))


def _address(child: "subprocess.Popen[bytes]", order: bytes, within_s: float) -> str:
    """Where the child listens; empty where it ended, or had to be ended, before it did."""
    if child.stdin is None or child.stdout is None:
        return ""
    timer = Timer(within_s, child.kill)
    timer.start()
    try:
        child.stdin.write(order + b"\n")
        child.stdin.flush()
        return child.stdout.readline().decode("ascii").strip()
    except BrokenPipeError:
        return ""
    finally:
        timer.cancel()


def _end(child: "subprocess.Popen[bytes]") -> None:
    try:
        child.communicate(timeout=_STOP_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()


def _server_settings(settings: LocalSettings, address: str, name: str) -> ServerSettings:
    return ServerSettings(
        base_url=f"{address}/v1",
        model=name,
        timeout_s=settings.timeout_s,
        deadline_s=settings.deadline_s,
        send=settings.send,
        price_per_million_in=0.0,
        price_per_million_out=0.0,
    )


def _serve() -> None:
    """The child: listen, say where, and stay until standard input closes."""
    xllamacpp = importlib.import_module("xllamacpp")
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=_Order)
    params = xllamacpp.CommonParams()
    params.model.path = order.file
    params.model_alias = {order.name}
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.api_keys, params.cors_origins = [order.key], ""
    params.ui = params.endpoint_slots = False
    params.n_ctx, params.n_parallel = order.context_tokens, order.at_once
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = order.threads
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.buffer.read()
    del server


if __name__ == "__main__":
    _serve()
