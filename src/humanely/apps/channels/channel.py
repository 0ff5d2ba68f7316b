"""The channels that the operator has set up: each with its routes, and what it does for as long as the server runs."""

from pathlib import Path
from typing import Protocol

from litestar.handlers import HTTPRouteHandler

from humanely.apps.channel_settings import ChatwootSettings, EmailSettings
from humanely.apps.channels.chatwoot.channel import ChatwootChannel
from humanely.apps.channels.chatwoot.secrets import read_secrets
from humanely.apps.channels.email.channel import EmailChannel
from humanely.apps.channels.email.secrets import read_passwords
from humanely.apps.serving.services import Services
from humanely.trust.root_key import RootKey


class Channel(Protocol):
    """A way in and out that goes on beside the requests."""

    def routes(self) -> list[HTTPRouteHandler]:
        """The framework's routes."""
        ...

    async def run(self) -> None:
        """Do what it does until the server stops."""
        ...


def channels(
    services: Services,
    folder: Path,
    root_key: RootKey,
    *,
    chatwoot: ChatwootSettings | None,
    email: EmailSettings | None,
) -> tuple[Channel, ...]:
    """Those that are set up.

    Args:
        folder: with the operator's files.
        root_key: names what a reply by mail belongs to.

    Raises:
        SecretUnusable: a file with a secret cannot be used.
    """
    found: list[Channel] = []
    if chatwoot is not None:
        found.append(ChatwootChannel(services, chatwoot, read_secrets(chatwoot, folder)))
    if email is not None:
        found.append(EmailChannel(services, email, read_passwords(email, folder), root_key))
    return tuple(found)
