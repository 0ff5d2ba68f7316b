"""A client of the library, talking to `humanely mcp` in a process of its own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp_types import CallToolResult, Tool

RUN = "from humanely.apps.cli.main import run; run()"


class Talking:
    """Calls tools, one after the other."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self._portal, self.client = portal, client

    def tools(self) -> dict[str, Tool]:
        """What is listed."""
        return {tool.name: tool for tool in self._portal.call(self.client.list_tools).tools}

    def call(self, name: str, **arguments: Any) -> CallToolResult:
        """What a tool answers."""
        answer: CallToolResult = self._portal.call(self.client.call_tool, name, arguments)
        return answer

    def told(self, name: str, **arguments: Any) -> dict[str, Any]:
        """What a tool answers, which is no error; the client has held it to its schema."""
        answer = self.call(name, **arguments)
        assert not answer.is_error, answer.content
        found = answer.structured_content
        assert isinstance(found, dict)
        assert msgspec.json.decode(text_of(answer)) == found
        return found

    def refused(self, name: str, **arguments: Any) -> str:
        """The error a tool answers with."""
        answer = self.call(name, **arguments)
        assert answer.is_error
        return text_of(answer)


def text_of(answer: CallToolResult) -> str:
    """The one text of an answer."""
    (content,) = answer.content
    assert content.type == "text"
    return content.text


@contextmanager
def talking(*options: str, errors: Path) -> Iterator[Talking]:
    """Start the command and talk to it; what it writes to stderr goes to a file."""
    server = StdioServerParameters(command=sys.executable, args=["-c", RUN, "mcp", *options])
    with start_blocking_portal() as portal, errors.open("w") as log:
        client = Client(stdio_client(server, errlog=log))
        with portal.wrap_async_context_manager(client):
            yield Talking(portal, client)
