"""A Chatwoot, and our bot in it."""

from collections.abc import Iterator

import pytest

from humanely.apps.site.start import Started
from tests.apps.channels.chatwoot.bot import Bot
from tests.apps.channels.chatwoot.standin import Chatwoot, chatwoot


@pytest.fixture
def there() -> Iterator[Chatwoot]:
    """An account of Chatwoot."""
    with chatwoot() as running:
        yield running


@pytest.fixture
def bot(started: Started, there: Chatwoot) -> Bot:
    """Our bot in it."""
    return Bot(started.services, there)
