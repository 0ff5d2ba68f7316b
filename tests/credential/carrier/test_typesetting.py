"""Templates and the data for them."""

import pytest

from humanely.credential.carrier.badge import BadgeView, picture
from humanely.credential.carrier.fonts import FACE, families
from humanely.credential.carrier.typesetting import LettersMissing


def letters(svg: bytes) -> int:
    """How many letters are drawn."""
    return svg.count(b"<use")


@pytest.mark.parametrize(
    "name", ["محمد", "李小龙", "山田", "김철수", "שלום", "अनुष्का", "สมชาย", "Ελένη", "Дмитрий", "Ánh ễ"]
)
def test_names_of_every_script_are_set(name: str) -> None:
    assert picture(BadgeView(name=name, issuer=name)).svg


def test_letters_that_no_font_has_are_refused_by_their_script_and_not_shown() -> None:
    with pytest.raises(LettersMissing, match="cuneiform") as caught:
        picture(BadgeView(name="A \U00012000", issuer="B"))
    assert caught.value.scripts == ("cuneiform",)
    assert "\U00012000" not in str(caught.value)


def test_a_sign_that_no_font_has_is_left_out_for_it_only_decorates() -> None:
    plain, decorated = (picture(BadgeView(name=name, issuer="B")) for name in ("Well done", "Well done\U0001d800"))
    assert decorated.said == "Badge: Well done\U0001d800, awarded by B."
    assert letters(decorated.svg) == letters(plain.svg)


def test_latin_letters_come_first_and_chinese_before_japanese() -> None:
    order = families()
    assert order[0] == FACE
    assert order.index("Noto Sans CJK SC") < order.index("Noto Sans CJK JP")
