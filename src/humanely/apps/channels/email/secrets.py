"""The secrets that go with the settings for e-mail."""

from pathlib import Path

import msgspec

from humanely.apps.channel_settings import EmailSettings
from humanely.apps.channels.secret import read_secret


class Passwords(msgspec.Struct, frozen=True):
    """What the files hold; empty where none is needed, never shown."""

    smtp: str = ""
    imap: str = ""

    def __repr__(self) -> str:
        return "Passwords()"


def read_passwords(settings: EmailSettings, folder: Path) -> Passwords:
    """Read every secret that the settings name.

    Raises:
        SecretUnusable: a file is missing or empty.
    """
    smtp, imap = settings.smtp.password_file, settings.imap.password_file if settings.imap else ""
    return Passwords(
        smtp=read_secret(folder / smtp) if smtp else "",
        imap=read_secret(folder / imap) if imap else "",
    )
