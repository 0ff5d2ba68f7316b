"""Moments for tests, made of real readings; only what a model would say is given by hand."""

import datetime as dt
from typing import Any

import msgspec

from humanely.affect.cues import Cue, cues
from humanely.affect.reading import Crisis
from humanely.context.exchange import exchanges
from humanely.context.trajectory import TurnReading
from humanely.decision.moment import Moment
from humanely.signal.turn import Speaker, Turn

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
RISK = Crisis(True, 0.2, "words", ("end my life",))
CALM = Crisis(False, 0.01, None)


class Read(msgspec.Struct, frozen=True):
    """What the model would read in a customer's turn."""

    valence: float | None = None
    situations: tuple[tuple[str, float], ...] = ()
    emotions: tuple[tuple[str, float], ...] = ()
    confident: bool = True
    said: float | None = None


Said = str | tuple[str, Read]
"""A turn as "who: what", with what the model would read in it; of the customer where nobody is named."""


def customer(valence: float | None = None, *, confident: bool = True, **situations: float) -> Read:
    """A reading with a valence and situations that only the model read."""
    return Read(valence, tuple(situations.items()), confident=confident)


def feels(valence: float, **emotions: float) -> Read:
    """A reading with emotions."""
    return Read(valence, emotions=tuple(emotions.items()))


def says(said: float, valence: float | None = None) -> Read:
    """A reading of a turn in which the person says how they feel, as a valence."""
    return Read(valence, said=said)


def readings(*said: Said, language: str | None = "en") -> tuple[TurnReading, ...]:
    """Turns in order: ``"> …"`` is the assistant, ``"human> …"`` an agent, all else the customer."""
    return tuple(_reading(at, one, language) for at, one in enumerate(said))


def _reading(at: int, said: Said, language: str | None) -> TurnReading:
    text, read = (said, Read()) if isinstance(said, str) else said
    for mark, speaker in (("human> ", Speaker.AGENT), ("> ", Speaker.ASSISTANT)):
        if text.startswith(mark):
            return TurnReading(Turn(at, speaker, text.removeprefix(mark), NOW), language)
    whole = tuple(Cue(name, 0, 0, "", probability) for name, probability in read.situations)
    known = read.valence is not None
    return TurnReading(
        Turn(at, Speaker.CUSTOMER, text, NOW),
        language,
        (*whole, *cues(text, language)),
        emotions=dict(read.emotions) or None,
        valence=read.valence,
        confident=read.confident,
        settled=known,
        said=read.said,
    )


def moment(*said: Said, language: str | None = "en", **about: Any) -> Moment:
    """A moment of a conversation in a measured language, with humans free and nothing else special."""
    read = readings(*said, language=language)
    given: dict[str, Any] = {"language_status": "measured", "crisis": CALM} | about
    return Moment(readings=read, exchanges=exchanges(read), now=NOW, language=language, **given)
