"""The secrets that go with the settings for Chatwoot."""

from pathlib import Path

import msgspec

from humanely.apps.channel_settings import ChatwootSettings
from humanely.apps.channels.secret import SecretUnusable, read_secret

SHORTEST_SECRET = 16


class Secrets(msgspec.Struct, frozen=True):
    """What the files hold; never shown.

    Attributes:
        signature: None where Chatwoot does not sign.
    """

    bot_token: str
    reader_token: str
    path: str
    signature: str | None

    def __repr__(self) -> str:
        return "Secrets()"


def read_secrets(settings: ChatwootSettings, folder: Path) -> Secrets:
    """Read every secret that the settings name.

    Raises:
        SecretUnusable: a file is missing, empty or too short.
    """
    path = read_secret(folder / settings.secret_file)
    if len(path) < SHORTEST_SECRET or not path.isalnum() or not path.isascii():
        raise SecretUnusable(
            folder / settings.secret_file,
            f"it is no line of at least {SHORTEST_SECRET} letters and digits",
            f"Make one: (umask 077; openssl rand -hex 24 > {settings.secret_file})",
        )
    return Secrets(
        bot_token=read_secret(folder / settings.bot_token_file),
        reader_token=read_secret(folder / settings.reader_token_file),
        path=path,
        signature=read_secret(folder / settings.signature_file) if settings.signature_file else None,
    )
