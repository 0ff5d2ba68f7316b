"""Whoever a page has signed in gets a pass from our server, by the page's server."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import httpx

from tests.apps.running import Running, running
from tests.apps.widget.conftest import Visiting


def test_a_pass_makes_one_person_of_the_widget_and_every_other_channel(
    server: Running, visit: Callable[..., Visiting]
) -> None:
    with server.client("turns", "people") as shop:
        shown = shop.post("/widget/pass", json={"person_id": "person/12"}).raise_for_status().json()["pass"]
        visit(**{"pass": shown}).say("It is me.")
        assert "It is me." in shop.get("/v1/people/person%2F12/export").text


def test_only_a_key_for_turns_gets_a_pass(public: httpx.Client, server: Running, visitor: Visiting) -> None:
    assert public.post("/widget/pass", json={"person_id": "ada"}).status_code == 401
    assert visitor.post("pass", person_id="ada").status_code == 401
    with server.client("read") as other:
        assert other.post("/widget/pass", json={"person_id": "ada"}).status_code == 403


def test_a_pass_made_up_opens_nothing(public: httpx.Client) -> None:
    assert public.post("/widget/start", json={"pass": "made up"}).status_code == 401


def test_under_a_sub_path_everything_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.toml").write_text("[widget]\nenabled = true\ndemo = true\n", encoding="utf-8")
    with running(folder, "--root-path", "/humanely") as server, httpx.Client(timeout=30) as client:
        page = client.get(f"{server.address}/demo")
        linked = re.findall(r'<(?:script|link) [^>]*(?:src|href)="([^"]+)"', page.text)
        found = [client.get(urljoin(str(page.url), link)).status_code for link in linked]
        assert server.address.endswith("/humanely")
        assert found == [200, 200]
