import pytest

from humanely.signal.masking import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("你好，我叫张伟。王先生在吗", "你好，我叫[name]。[name]先生在吗"),
        ("田中様 お客様 佐藤さん", "[name]様 お客様 [name]さん"),
        ("山田太郎と申します", "[name]と申します"),
        ("김민수 고객님, 이름은 박지성입니다", "[name] 고객님, 이름은 [name]입니다"),
        ("お客様、皆さん、お疲れ様です", "お客様、皆さん、お疲れ様です"),
        ("我是客户，先生您好", "我是客户，先生您好"),
        ("고객님, 상담원입니다", "고객님, 상담원입니다"),
    ],
)
def test_names_beside_a_form_of_address_are_masked(text: str, masked: str) -> None:
    assert mask(text).text == masked
