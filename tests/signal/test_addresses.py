import pytest

from humanely.signal.addresses import emails, network, secrets
from humanely.signal.masking import mask


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to a.b+c@mail.example.com.", ["a.b+c@mail.example.com"]),
        ("jürgen@müller.example, x＠y.example", ["jürgen@müller.example", "x＠y.example"]),
        ("anna (at) example dot com", ["anna (at) example dot com"]),
        ("@anna on stage @ 5, a@b, me@localhost", []),
    ],
)
def test_emails_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in emails(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 192.168.0.1.", ["192.168.0.1"]),
        ("fe80::1ff:fe23:4567:890a and 2001:db8::1", ["fe80::1ff:fe23:4567:890a", "2001:db8::1"]),
        ("version 1.2.3, 1.2.3.4.5, 999.1.1.1, at 12:30:45, a::b, std::vector, ::", []),
    ],
)
def test_network_addresses_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in network(text)] == found


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (
            "https://shop.example/p/red-shoes-for-children?page=2&lang=de",
            "https://shop.example/p/red-shoes-for-children?page=2&lang=de",
        ),
        ("https://shop.example/reset?token=abc&page=2.", "https://shop.example/reset?token=[token]&page=2."),
        ("shop.example/reset?key=abc", "shop.example/reset?key=[token]"),
        ("ftp://user:secret@host.example/file", "ftp://[token]@host.example/file"),
        ("https://x.example/i/9f86d081884c7d659a2feaa0", "https://x.example/i/[token]"),
        ("https://x.example/cb#access_token=abc&state=1", "https://x.example/cb#access_token=[token]&state=[token]"),
        ("https://x.example/?e=anna@example.com", "https://x.example/?e=[token]"),
        ("https://x.example/join?Zx81Kq02LmNp44", "https://x.example/join?Zx81Kq02LmNp44"),
        ("https://x.example/join?Zx81Kq02LmNp44Yt", "https://x.example/join?[token]"),
    ],
)
def test_links_keep_host_and_path_and_lose_what_opens_doors(text: str, masked: str) -> None:
    assert mask(text).text == masked


def test_a_masked_link_has_no_secrets_left() -> None:
    assert not list(secrets("https://[token]@shop.example/reset?token=[token]&x=[token]"))
