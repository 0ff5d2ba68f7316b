import pytest

from humanely.credential.design.spelling import DID, EMAIL, HIDDEN, ID, IDENTIFIER, LINK, PHONE


@pytest.mark.parametrize(
    "address",
    ["ada@example.org", "ada.b+x@mail.example.co.uk", "o'neil@example.org", "zoë@bücher.example", "=a@example.org"],
)
def test_addresses_that_can_be_are_let_through(address: str) -> None:
    assert EMAIL.fullmatch(address)


@pytest.mark.parametrize(
    "address",
    [
        "ada", "ada@", "@example.org", "ada@example", "ada@@example.org", "ada b@example.org", "ada@example..org",
        "ada@.org", "a" * 65 + "@example.org", "a@" + "b" * 250 + ".org", "a,b@example.org", "<ada@example.org>",
        "a@b.c\n",
    ],
)  # fmt: skip
def test_addresses_that_cannot_be_are_not(address: str) -> None:
    assert not EMAIL.fullmatch(address)


def test_a_long_near_miss_is_refused_at_once() -> None:
    assert not EMAIL.fullmatch("a@" + "b." * 100_000)


def test_links_are_of_the_web_and_name_no_user() -> None:
    assert LINK.fullmatch("https://school.example.org:8443/a?b=c#d")
    assert not LINK.fullmatch("https://user@school.example.org/")
    assert IDENTIFIER.fullmatch("http://data.europa.eu/esco/skill/S8")


def test_phones_ids_and_dids_are_spelled_as_they_are() -> None:
    assert PHONE.fullmatch("+44 (20) 7946-0101")
    assert not ID.fullmatch("a--b")
    assert DID.fullmatch("did:web:school.example.org:people%20x")
    assert not DID.fullmatch("did:web:")


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\x00", "\x1b", "\r", "\ud800"])
def test_marks_that_hide_or_turn_are_found(mark: str) -> None:
    assert HIDDEN.search(f"a{mark}b")


def test_lines_tabs_and_joined_letters_are_no_hidden_marks() -> None:
    assert not HIDDEN.search("a\n\tb \u200d \u200f")
