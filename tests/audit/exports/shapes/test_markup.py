import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.audit.exports.shapes.markup import text_of


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<style>p{color:red}</style><script>alert(1)</script>Hi", "Hi"),
        ("Tom &amp; Ana &lt;3", "Tom & Ana <3"),
        ("<p>عزيزي</p>", "عزيزي"),
        ('<img alt="🙂" src="x">', "🙂"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<p>never closed", "never closed"),
        ("<!-- hidden --><b>seen</b>", "seen"),
    ],
)
def test_markup_goes_and_words_stay(body: str, text: str) -> None:
    assert text_of(body) == text


@given(st.text())
def test_any_body_gives_some_text(body: str) -> None:
    assert isinstance(text_of(body), str)
    assert isinstance(text_of(f"<p>{body}</p>"), str)
