"""Secrets of channels, and what is said where one cannot be used."""

from pathlib import Path

import msgspec
import pytest

from humanely.apps.channel_settings import ChatwootSettings
from humanely.apps.channels.chatwoot.secrets import read_secrets
from humanely.apps.channels.secret import SecretUnusable, read_secret

FILES = {"bot_token_file": "bot", "reader_token_file": "reader", "secret_file": "path"}
SETTINGS = msgspec.convert({"url": "https://chatwoot.example.org", "account": 1, **FILES}, ChatwootSettings)


def _written(folder: Path, **files: str) -> Path:
    for name, content in {"bot": "b", "reader": "r", "path": "0123456789abcdef", **files}.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_secret_is_one_line(tmp_path: Path) -> None:
    found = read_secrets(SETTINGS, _written(tmp_path, bot="token\n"))
    assert (found.bot_token, found.path, found.signature) == ("token", "0123456789abcdef", None)
    assert "token" not in repr(found)


@pytest.mark.parametrize("content", ["", "\n", "one\ntwo"])
def test_what_is_no_line_is_no_secret(tmp_path: Path, content: str) -> None:
    with pytest.raises(SecretUnusable, match="several lines"):
        read_secrets(SETTINGS, _written(tmp_path, bot=content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SecretUnusable, match=r"missing'.*No such file"):
        read_secret(tmp_path / "missing")


@pytest.mark.parametrize("content", ["short", "0123456789abcdef/../v1", "0123456789abcdéf"])
def test_the_secret_of_an_address_is_long_and_plain(tmp_path: Path, content: str) -> None:
    with pytest.raises(SecretUnusable, match=r"at least 16 letters and digits.*openssl rand") as refused:
        read_secrets(SETTINGS, _written(tmp_path, path=content))
    assert content not in str(refused.value)


def test_a_key_of_the_server_is_no_secret_of_a_channel_by_whatever_road(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "root.key").write_text("00" * 32, encoding="utf-8")
    (tmp_path / "mail").symlink_to("secrets/root.key")
    with pytest.raises(SecretUnusable, match="a key of this server"):
        read_secret(tmp_path / "mail")
