"""Data folders with conversations that were really handled, for what reads them afterwards."""

import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from humanely.apps.settings import house, read_settings
from humanely.errors import HumanelyError
from humanely.estimate import ConversationReader
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.outcome import Outcome
from humanely.store.conversations import Conversations
from humanely.store.data_folder import open_data

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@cache
def reader() -> ConversationReader:
    """The shipped model, loaded once."""
    return ConversationReader()


def companion(folder: Path, conversations: Conversations) -> Companion:
    """Handles turns by the files of a folder."""
    return Companion(conversations, house(read_settings(folder), folder, reader().estimator), reader())


def recorded(folder: Path, arrivals: Sequence[Arrival]) -> list[Outcome]:
    """Handle turns one after the other, a minute apart, in a data folder that is made for them."""
    with closing(open_data(folder)) as data:
        handles = companion(folder, Conversations(data.ledger))
        return [_taken(handles.handle([one], NOON + at * MINUTE)[0]) for at, one in enumerate(arrivals)]


def _taken(one: Outcome | HumanelyError) -> Outcome:
    assert isinstance(one, Outcome)
    return one
