"""What answers a turn: the messages a person gets, who wrote them, and how they were checked."""

from typing import Literal

import msgspec

from humanely.response.finding import Verdict
from humanely.response.said import Said
from humanely.response.situation import Author

MessageKind = Literal["notice", "card", "handoff", "reply", "draft"]
Source = Literal["card", "scripted", "faq", "composed", "generated", "draft"]
Status = Literal["sent", "held", "pending", "silent"]
"""`sent`: show the messages; `held`: a human looks at `draft` first, the messages say so; `pending`: a model server is
still writing; `silent`: nothing is said."""


class Message(msgspec.Struct, frozen=True):
    """One message to a person.

    Attributes:
        kind: `notice` of an AI or of estimates; `card` for a life at risk; `handoff` to a human; `reply`.
        author: who is to be named as its author (EU AI Act Art. 50(2)).
        locale: a language tag.
    """

    kind: MessageKind
    text: str
    author: Author
    locale: str


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What a turn is answered with.

    Attributes:
        status: whether it goes out.
        messages: in order; none where the status is `silent` or `pending`.
        source: where the last of them came from; None where there is none.
        draft: what was written and is held for a human to look at.
        check: the verdict on what was written, or on what was refused.
        said: what it leaves behind for the next answer.
        faq: question of the entry told, with its tier; empty where there was none.
        asks_back: it only asks what is meant.
    """

    status: Status
    messages: tuple[Message, ...] = ()
    source: Source | None = None
    draft: str | None = None
    check: Verdict | None = None
    said: Said | None = None
    faq: str = ""
    asks_back: bool = False

    @property
    def text(self) -> str:
        """All messages in one, as a channel with one bubble shows them."""
        return "\n\n".join(message.text for message in self.messages)

    @property
    def reply(self) -> str:
        """What answers the person: all messages but notices."""
        return "\n\n".join(message.text for message in self.messages if message.kind != "notice")


SILENT = Response(status="silent")
