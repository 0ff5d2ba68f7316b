"""`humanely mcp`: the tools of Humanely for other assistants, over standard input and output."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.folder import Checkpoints, DatabaseUrl, now, opened

if TYPE_CHECKING:
    from humanely.estimate import ConversationReader
    from humanely.pipeline.house import House

EPILOG = (
    "Example, in the settings of an assistant: "
    '{"mcpServers": {"humanely": {"command": "humanely", "args": ["mcp", "--data", "DIR"]}}}'
)


def mcp(
    folder: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar="DIR",
            help="The data folder of humanely serve: its policy, law, FAQ and helplines hold, and feedback is recorded "
            "there. Without it, what comes with Humanely holds and nothing can be recorded.",
            show_default=False,
        ),
    ] = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Offer Humanely to another assistant as tools of the Model Context Protocol.

    Tools: read_feeling, suggest_reply, check_reply, should_hand_off, find_helpline, record_feedback. The assistant
    starts this command itself and talks to it over standard input and output. Only record_feedback records anything.
    """
    from humanely.apps.mcp.desk import Desk
    from humanely.apps.mcp.server import serve
    from humanely.estimate import ConversationReader
    from humanely.store.conversations import Conversations

    with ExitStack() as open_:
        data = None if folder is None else open_.enter_context(opened(folder, database, checkpoints))
        reader = ConversationReader()
        serve(
            Desk(
                house=rules(folder, reader),
                reader=reader,
                clock=now,
                conversations=Conversations(data.ledger) if data else None,
            )
        )


def rules(folder: Path | None, reader: "ConversationReader") -> "House":
    """The rules of a data folder; those that come with Humanely where none is named."""
    from humanely.apps.settings import house, read_settings

    if folder is not None:
        return house(read_settings(folder), folder, reader.estimator)
    from humanely.decision import law_file, policy
    from humanely.pipeline.house import House
    from humanely.response.rules import default_rules

    return House(law=law_file.shipped(), policy=policy.shipped(), rules=default_rules())
