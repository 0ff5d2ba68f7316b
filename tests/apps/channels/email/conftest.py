"""A mail server, and a conversation whose human answered while the person was gone."""

from collections.abc import Iterator

import pytest

from humanely.apps.site.start import Started
from tests.apps.channels.email.desk import ASKS, Desk
from tests.apps.channels.email.servers import Taken, smtp


@pytest.fixture
def post() -> Iterator[Taken]:
    """A server that takes mail."""
    with smtp() as running:
        yield running


@pytest.fixture
def desk(started: Started, post: Taken) -> Desk:
    """Somebody who asked for a human, and left an address."""
    made = Desk(started, post.port)
    made.says(ASKS)
    made.leaves()
    return made


@pytest.fixture
def mailed(desk: Desk, post: Taken) -> Desk:
    """The same, with a human's answer on its way."""
    desk.answers("Hello Ada, your parcel arrives tomorrow.")
    desk.tend()
    assert len(post.mails) == 1
    return desk
