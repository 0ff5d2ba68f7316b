"""The server: tools listed and called, over standard input and output."""

import logging
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import anyio
import anyio.to_thread
import msgspec
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as Listed

from humanely.apps.mcp import checking, feedback, handing_off, helplines, reading, suggesting
from humanely.apps.mcp.arguments import taken
from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import Tool, schema_of
from humanely.errors import HumanelyError

TOOLS: Sequence[Tool] = (
    reading.TOOL, suggesting.TOOL, checking.TOOL, handing_off.TOOL, helplines.TOOL, feedback.TOOL,
)  # fmt: skip

INSTRUCTIONS = """Humanely estimates how messages may feel, decides what a humane system would do next, and words and
checks replies. What it says of feelings is an estimate of a message, never a fact about a person.

Before you use it on what somebody writes, tell them that a machine answers and that feelings may be estimated from
their words, and stop when they say no. Where a life may be at risk, or a human is asked for, bring in a human: these
tools hand nothing over and send nothing. All of it runs on this machine."""

_log = logging.getLogger("humanely.mcp")


class ToolUnknown(HumanelyError):
    """A tool was called that is not there."""

    code = "tool_unknown"
    status = 404

    def __init__(self) -> None:
        super().__init__("There is no such tool.", fix=f"The tools are {', '.join(tool.name for tool in TOOLS)}.")


def server(desk: Desk) -> Server[Any]:
    """The server, ready to run on any transport."""
    # The model is used by one call at a time; pings are answered meanwhile.
    one_at_a_time = anyio.CapacityLimiter(1)

    async def list_tools(_: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[listed(tool) for tool in TOOLS])

    async def call_tool(_: ServerRequestContext[Any], asked: CallToolRequestParams) -> CallToolResult:
        return await anyio.to_thread.run_sync(called, desk, asked.name, asked.arguments, limiter=one_at_a_time)

    return Server(
        "humanely",
        title="Humanely",
        version=version("humanely"),
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def listed(tool: Tool) -> Listed:
    """A tool as it is listed."""
    return Listed(
        name=tool.name,
        title=tool.title,
        description=tool.says,
        input_schema=schema_of(tool.takes),
        output_schema=schema_of(tool.gives),
        annotations=ToolAnnotations(
            read_only_hint=not tool.records,
            destructive_hint=False,
            idempotent_hint=not tool.records,
            open_world_hint=False,
        ),
    )


def called(desk: Desk, name: str, arguments: dict[str, Any] | None) -> CallToolResult:
    """What a tool answers; an error is an answer, too: what happened and what to do."""
    try:
        tool = next((tool for tool in TOOLS if tool.name == name), None)
        if tool is None:
            raise ToolUnknown
        given = tool.run(desk, taken(arguments, tool.takes))
    except HumanelyError as error:
        return _answer(str(error), is_error=True)
    except Exception as error:
        # Others may quote in their errors what was said; the kind of error is enough to report it.
        _log.error("%s: %s", name if tool else "a tool", type(error).__name__)
        return _answer(
            f"A fault in Humanely itself: {type(error).__name__}. Please report it; it is no fault of the arguments.",
            is_error=True,
        )
    result = msgspec.to_builtins(given)
    return CallToolResult(
        content=[TextContent(type="text", text=msgspec.json.encode(result).decode())], structured_content=result
    )


def _answer(text: str, *, is_error: bool) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=is_error)


def serve(desk: Desk) -> None:
    """Answer on standard input and output until the input ends; nothing else is written there."""
    # The library may quote what it could not take; what it has to say is not shown.
    logging.getLogger("mcp").addHandler(logging.NullHandler())
    logging.getLogger("mcp").propagate = False
    anyio.run(_serve, server(desk))


async def _serve(made: Server[Any]) -> None:
    async with stdio_server() as (read, write):
        await made.run(read, write, made.create_initialization_options())
