"""Whatever people write is shown as they wrote it, where Markdown is read."""

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from humanely.apps.channels.chatwoot.markdown import escaped

# As Chatwoot reads notes: no HTML, and a line is a line.
READER = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": True})
SIGNS = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~&=:;'\"0123456789ab \n\thtps/@$^"), max_size=60)


def shown(text: str) -> list[str]:
    """The words a reader sees."""
    return html.unescape(re.sub(r"</?p>|<br>", " ", READER.render(text))).split()


@given(SIGNS)
@example("![pixel](https://tracker.example/a.png)")
@example("[Refund here](https://phish.example)")
@example("[@Ada](mention://user/1/Ada)")
@example("<https://phish.example>")
@example("[a]: https://x.example\n[a]")
@example("Title\n===\n    code\n1) one\n+ two\n> three\n---\n| a | b |\n|---|---|\n~~~\nx")
@example("&lt;b&gt; \\* ~~gone~~")
def test_it_is_shown_as_it_was_written(text: str) -> None:
    assert shown(escaped(text)) == text.split()
