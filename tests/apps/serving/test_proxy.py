"""Of what a proxy says, only what it added itself is believed: whoever asks can write the rest."""

import pytest

from humanely.apps.serving.proxy import forwarded, host_of

SAYS = {
    b"x-forwarded-for": (b"10.9.9.9, 192.0.2.7", {"client": ("192.0.2.7", 0)}),
    b"x-forwarded-host": (b"evil.example, care.example:8443", {"humanely_host": "care.example:8443"}),
    b"x-forwarded-proto": (b"http,https", {"scheme": "https"}),
    b"x-forwarded-prefix": (b"/evil, /care/", {"humanely_root": "/care"}),
}


@pytest.mark.parametrize("name", SAYS)
def test_the_last_value_is_the_proxys_own(name: bytes) -> None:
    value, changed = SAYS[name]
    assert forwarded([(name, value)], "") == changed


def test_of_two_headers_the_last_is_the_proxys_own() -> None:
    sent = [(b"x-forwarded-host", b"evil.example"), (b"x-forwarded-host", b"care.example")]
    assert forwarded(sent, "") == {"humanely_host": "care.example"}


@pytest.mark.parametrize("host", [b"", b"care.example, ", b"care.example/x", b"a b", b"user@care.example", b"[::1"])
def test_what_is_no_host_is_not_believed(host: bytes) -> None:
    assert forwarded([(b"x-forwarded-host", host)], "") == {}


def test_where_the_operator_names_the_sub_path_no_header_says_another() -> None:
    assert forwarded([(b"x-forwarded-prefix", b"/elsewhere")], "/care") == {}


def test_the_host_is_what_the_proxy_said_else_what_the_browser_asked_for() -> None:
    asked = {"headers": [(b"host", b"127.0.0.1:8000")]}
    assert host_of(asked) == "127.0.0.1:8000"
    assert host_of({**asked, **forwarded([(b"x-forwarded-host", b"[2001:db8::1]:8443")], "")}) == "[2001:db8::1]:8443"
    assert host_of({"headers": []}) == ""
