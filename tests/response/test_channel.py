"""Facts about what fits a channel."""

from hypothesis import given
from hypothesis import strategies as st

from humanely.response.channel import has_link, spoken


@given(st.text(max_size=80))
def test_what_is_spoken_is_settled(text: str) -> None:
    assert spoken(spoken(text)) == spoken(text)


@given(st.text("abc 🙂🎉❤️☀([{<>}])", max_size=40))
def test_nothing_unspeakable_is_left(text: str) -> None:
    assert set(spoken(text)) <= set("abc ")


def test_letters_of_any_script_stay() -> None:
    assert spoken("Größe, año, ça, è — 20 € ✓") == "Größe, año, ça, è — 20 € ✓"


def test_addresses_are_links() -> None:
    assert has_link("HTTPS://example.org")
    assert has_link("www.example.org")
    assert not has_link("Ask the www-group")
