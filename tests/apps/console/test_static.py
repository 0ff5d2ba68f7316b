"""Files that pages load are kept by browsers for good, under an address that changes with them."""

import pytest

from humanely.apps.console.static import address
from tests.apps.conftest import Client


@pytest.mark.parametrize(("name", "kind"), [("console.css", "text/css"), ("console.js", "text/javascript")])
def test_a_file_is_kept_for_good(anonymous: Client, name: str, kind: str) -> None:
    answer = anonymous.get(address(name))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith(kind)


@pytest.mark.parametrize("path", ["/static/console.css", "/static/000000000000.console.css", "/static/..%2fpage.py"])
def test_nothing_else_is_sent(anonymous: Client, path: str) -> None:
    assert anonymous.get(path).status_code == 404


def test_the_script_stays_small(anonymous: Client) -> None:
    assert len(anonymous.get(address("console.js")).text.splitlines()) <= 300


def test_nothing_is_asked_of_another_host(anonymous: Client) -> None:
    assert "//" not in anonymous.get(address("console.css")).text.replace("/*", "").replace("*/", "")
