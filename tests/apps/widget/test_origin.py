"""Pages of sites nobody named are refused."""

import httpx
import pytest

from humanely.apps.widget.origin import OriginRefused, allowed
from tests.apps.widget.pages import Site


@pytest.mark.parametrize(
    "origin",
    [
        "https://other.example",
        "http://shop.example",
        "https://shop.example:8443",
        "https://shop.example.evil.example",
        "https://evil.example/https://shop.example",
        "null",
        "http://[",
        "",
    ],
)
def test_only_the_very_site_is_allowed(origin: str) -> None:
    with pytest.raises(OriginRefused, match="not allowed"):
        allowed({"origin": origin, "host": "chat.example"}, ["https://shop.example"])


def test_a_browser_that_asks_beforehand_is_told(public: httpx.Client, elsewhere: Site) -> None:
    told = public.options("/widget/say", headers={"origin": elsewhere.address})
    assert told.status_code == 204
    assert told.headers["access-control-allow-origin"] == elsewhere.address
    assert "authorization" in told.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in told.headers


@pytest.mark.parametrize("method", ["OPTIONS", "POST"])
def test_another_site_gets_nothing(public: httpx.Client, method: str) -> None:
    told = public.request(method, "/widget/start", json={}, headers={"origin": "https://evil.example"})
    assert told.status_code == 403
    assert told.json()["type"] == "urn:humanely:problem:origin_refused"
    assert "access-control-allow-origin" not in told.headers


def test_what_goes_wrong_can_be_read_by_the_page(public: httpx.Client, elsewhere: Site) -> None:
    told = public.post("/widget/say", json={"text": "Hello"}, headers={"origin": elsewhere.address})
    assert told.status_code == 401
    assert told.headers["access-control-allow-origin"] == elsewhere.address


def test_a_page_of_no_site_is_not_that_of_a_server_without_a_name() -> None:
    with pytest.raises(OriginRefused):
        allowed({"origin": "null", "host": ""}, [])
