"""What a visitor is shown of their conversation: its lines without the ids of the house, and where it stands."""

import datetime as dt
import re

import msgspec

from humanely.apps.widget.door import Door
from humanely.apps.widget.visitor import Visitor
from humanely.people.crisis_card import FINDER
from humanely.people.emergency import Emergency, emergency
from humanely.people.handoff import State, state_of
from humanely.pipeline.companion import Companion
from humanely.pipeline.house import House
from humanely.pipeline.talk import Line, LineKind, Voice, talk
from humanely.response.situation import Author


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One line, as the person sees it.

    Attributes:
        place: of its act; several lines of one answer have the same.
        number: among the lines of its act, from 0.
        author: who is to be named as its author.
        name: of the human who wrote it, where the house tells names; otherwise empty.
        feeling: valence of what the person said they felt with it, [-1, 1].
        reach: numbers and a site in the card for a life at risk, word for word, each with the address that calls it.
    """

    place: int
    number: int
    at: dt.datetime
    voice: Voice
    author: Author
    kind: LineKind
    text: str
    locale: str
    name: str = ""
    feeling: float | None = None
    reach: dict[str, str] = {}


class Stands(msgspec.Struct, frozen=True, kw_only=True):
    """How a conversation stands.

    Attributes:
        lines: those that are new, in order.
        handoff: where the way to a human stands; empty where none is due.
        place: of its newest act, -1 before the first.
    """

    lines: tuple[Shown, ...]
    handoff: State | str
    place: int


def stands(door: Door, visitor: Visitor, after: int) -> Stands:
    """How a conversation stands, with the lines that follow a place."""
    companion = door.services.engine.companion
    acts = companion.conversations.ledger.conversation(visitor.conversation, after=after)
    state = companion.conversations.standing([visitor.conversation])[0]
    return Stands(
        lines=tuple(_shown(companion, line) for line in talk(acts)),
        handoff=state_of(state.handoff) or "",
        place=acts[-1].index if acts else after,
    )


def _shown(companion: Companion, line: Line) -> Shown:
    """A line without the ids of the house."""
    fields = {name: getattr(line, name) for name in Shown.__struct_fields__ if name not in {"name", "reach"}}
    name = companion.team.name(line.agent) if companion.house.names and line.agent else ""
    return Shown(**fields, name=name, reach=reach(line.text, companion.house) if line.kind == "card" else {})


def reach(text: str, house: House) -> dict[str, str]:
    """What can be called in the text of a card: only numbers that are known, never figures that look like one."""
    here = emergency(house.place) or Emergency(checked="")
    dials = [one.dial for one in house.directory.lines if one.method == "phone"]
    known = {one for one in (here.general, here.ambulance, here.police, *dials) if one}
    found = {dial: f"tel:{re.sub('[^0-9+*#]', '', dial)}" for dial in sorted(known, key=len) if dial in text}
    return found | ({FINDER: f"https://{FINDER}"} if FINDER in text else {})
