"""Secrets of channels: each stands in a file of its own, as one line."""

from pathlib import Path

from humanely.errors import HumanelyError
from humanely.store.data_folder import ROOT_KEY_FILE, SIGNER_FILE


class SecretUnusable(HumanelyError):
    """A file that should hold a secret cannot be used."""

    code = "secret_unusable"

    def __init__(self, file: Path, why: str, fix: str) -> None:
        super().__init__(f"The file {str(file)!r} holds no secret that can be used: {why}.", fix=fix)


def read_secret(file: Path) -> str:
    """The one line of a file.

    Raises:
        SecretUnusable: there is none, it is no text, or it is a key of this server.
    """
    if file.resolve().name in {ROOT_KEY_FILE, SIGNER_FILE}:
        # Whoever may change settings would have it sent wherever they like, at the next start.
        raise SecretUnusable(file, "it is a key of this server", "Name the file with the secret of the channel.")
    fix = "Put the secret into the file, as one line, readable by this server alone."
    try:
        line = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SecretUnusable(file, getattr(error, "strerror", None) or "it is no text", fix) from None
    if not line or "\n" in line:
        raise SecretUnusable(file, "it is empty, or has several lines", fix)
    return line
