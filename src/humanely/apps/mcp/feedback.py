"""`record_feedback`: what came of a decision, recorded in the ledger."""

import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import In, Tool
from humanely.errors import HumanelyError
from humanely.pipeline.acting import Asked
from humanely.pipeline.afterwards import outcome
from humanely.store.records import Scale


class NoDataFolder(HumanelyError):
    """Something is to be recorded, and there is nowhere to put it."""

    code = "no_data_folder"

    def __init__(self) -> None:
        super().__init__(
            "Nothing was recorded: this server was started without a data folder.",
            fix="Start it with the folder of humanely serve: humanely mcp --data DIR",
        )


class RecordFeedback(In, frozen=True, kw_only=True):
    """What came of a decision."""

    decision_id: Annotated[
        str, Meta(pattern="^(0|[1-9][0-9]{0,17})$", description="As POST /v1/turns or the event stream gave it.")
    ]
    scale: Annotated[
        Scale,
        Meta(description="csat 1 to 5, nps 0 to 10, effort 1 to 7; resolved, returned, helpful, appeal_won 0 or 1."),
    ]
    value: Annotated[float, Meta(ge=0, le=10, description="A whole number on that scale.")]
    note: Annotated[str, Meta(max_length=2_000, description="In the person's words, if they gave any.")] = ""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """It is in the ledger."""

    id: Annotated[str, Meta(description="Its place in the ledger.")]
    at: dt.datetime


def record_feedback(desk: Desk, asked: RecordFeedback) -> Done:
    """Record an outcome.

    Raises:
        NoDataFolder: there is nowhere to record it.
        NotThere, Gone: the decision.
        OffScale: the value.
        Overtaken: nothing was recorded.
    """
    if desk.conversations is None:
        raise NoDataFolder
    by = Asked(by="mcp", now=desk.clock())
    placed = outcome(desk.conversations, by, int(asked.decision_id), asked.scale, asked.value, asked.note)
    return Done(id=str(placed.index), at=placed.at)


TOOL = Tool(
    name="record_feedback",
    title="Record what came of a decision",
    says="Record what came of a decision that was made over HTTP: satisfaction, whether it was resolved, whether it "
    "helped. The only tool that records: it needs a data folder, and each call counts.",
    takes=RecordFeedback,
    gives=Done,
    run=record_feedback,
    records=True,
)
