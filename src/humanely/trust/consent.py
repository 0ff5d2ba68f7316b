"""What a person has allowed: every answer they gave, folded into what holds now.

Consent is per purpose and per sense, to one version of a text (GDPR Art. 7). A new version asks again; until it is
answered, nothing is allowed under it. A later no always beats an earlier yes. All functions take the events of one
person, in any order.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from humanely.errors import HumanelyError


class Purpose(StrEnum):
    """What a person's words may be used for."""

    ANSWER = "answer"
    ESTIMATE = "estimate"
    PROFILE = "profile"
    LEARN = "learn"
    RESEARCH = "research"
    MARKETING = "marketing"


class Sense(StrEnum):
    """Where something is read from; each is a class of data with its own law."""

    TEXT = "text"
    SELF_REPORT = "self_report"
    RECORD = "record"
    BEHAVIOUR = "behaviour"
    TYPING = "typing"
    VOICE = "voice"
    FACE = "face"


class Act(StrEnum):
    """What happened about a consent, from the least to the most cautious."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class How(StrEnum):
    """How the answer reached us."""

    WIDGET = "widget"
    API = "api"
    STAFF = "staff"


class Standing(StrEnum):
    """What holds now; only `GRANTED` allows anything."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not_asked"
    OUTDATED = "outdated"


class TextOfOtherPurpose(HumanelyError):
    """A consent was looked up with the text of another purpose."""

    code = "text_of_other_purpose"

    def __init__(self, wanted: Purpose, given: Purpose) -> None:
        super().__init__(
            f"Consent for {wanted.value!r} was looked up with the text for {given.value!r}.",
            fix=f"Give the text whose purpose is {wanted.value!r}.",
        )


class ConsentText(msgspec.Struct, frozen=True):
    """What a person is shown before they answer.

    Attributes:
        version: any name; two texts of one version say the same in two locales.
        locale: BCP 47.
        sense: which it asks about; what was agreed to for one is not agreed to for another.
    """

    purpose: Purpose
    version: str
    locale: str
    text: str
    sense: Sense = Sense.TEXT

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8, as 64 hexadecimal digits: proof of what was shown."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Event(msgspec.Struct, frozen=True):
    """One thing that happened about one person's consent.

    Attributes:
        version: of the text shown.
        locale: of the text shown.
        text_sha256: of the text shown.
        at: aware.
        sequence: place in the ledger; decides between events of the same time.
    """

    act: Act
    purpose: Purpose
    sense: Sense
    version: str
    locale: str
    text_sha256: str
    at: dt.datetime
    sequence: int
    how: How


_CAUTION = {act: rank for rank, act in enumerate(Act)}
"""Which act wins where time and sequence are the same: the later one in `Act`."""

_NO = {Act.REFUSED: Standing.REFUSED, Act.WITHDRAWN: Standing.WITHDRAWN}


def standing(events: Iterable[Event], purpose: Purpose, sense: Sense, text: ConsentText | None) -> Standing:
    """Tell what holds now for one purpose and one sense.

    Under the current text the last answer counts. A text that was asked about and never answered counts as refused:
    closing the dialog is a no. A refusal or withdrawal under any other text takes back what was granted before it.

    Args:
        text: the current one; None when the operator has set none, and then nothing is granted.

    Raises:
        TextOfOtherPurpose: the text is for another purpose.

    >>> text = ConsentText(Purpose.ESTIMATE, "2", "en", "May we estimate how you may feel?")
    >>> noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    >>> yes = Event(Act.GRANTED, Purpose.ESTIMATE, Sense.TEXT, "2", "en", text.sha256, noon, 1, How.WIDGET)
    >>> standing([yes], Purpose.ESTIMATE, Sense.TEXT, text).value
    'granted'
    >>> standing([yes], Purpose.ESTIMATE, Sense.VOICE, text).value
    'not_asked'
    """
    if text is not None and text.purpose is not purpose:
        raise TextOfOtherPurpose(purpose, text.purpose)
    about = [event for event in events if (event.purpose, event.sense) == (purpose, sense)]
    current = [event for event in about if text is not None and _shows(event, text)]
    if not current:
        return Standing.OUTDATED if about else Standing.NOT_ASKED
    answers = [event for event in current if event.act is not Act.ASKED]
    if not answers:
        return Standing.REFUSED
    last = max((*answers, *(event for event in about if event.act in _NO)), key=_order)
    return _NO.get(last.act, Standing.GRANTED)


def standings(events: Iterable[Event], texts: Iterable[ConsentText]) -> Mapping[tuple[Purpose, Sense], Standing]:
    """What holds now for every purpose and sense, for the person to see.

    Args:
        texts: the current ones, in the person's locale, at most one per purpose.
    """
    held = tuple(events)
    by_purpose = {text.purpose: text for text in texts}
    return {
        (purpose, sense): standing(held, purpose, sense, by_purpose.get(purpose))
        for purpose in Purpose
        for sense in Sense
    }


def said_no(events: Iterable[Event], purpose: Purpose, sense: Sense) -> bool:
    """Whether the newest answer about something is a no, under whatever text it was given."""
    answers = [
        event for event in events if (event.purpose, event.sense) == (purpose, sense) and event.act is not Act.ASKED
    ]
    return bool(answers) and max(answers, key=_order).act in _NO


def may_ask(events: Iterable[Event], purpose: Purpose, sense: Sense, text: ConsentText | None) -> bool:
    """Whether to ask now: once per version of the text, and never without a text.

    Raises:
        TextOfOtherPurpose: the text is for another purpose.
    """
    if text is None:
        return False
    return standing(events, purpose, sense, text) in {Standing.NOT_ASKED, Standing.OUTDATED}


class TextWarning(msgspec.Struct, frozen=True):
    """Something about the texts that an operator should put right.

    Attributes:
        happened: what is wrong, one sentence.
        fix: what to do, one sentence.
    """

    purpose: Purpose
    happened: str
    fix: str


def warnings(texts: Sequence[ConsentText]) -> tuple[TextWarning, ...]:
    """What to tell the operator at start about the consent texts they have set, in the order of the purposes.

    >>> [warning.happened for warning in warnings([])][0]
    "No consent text is set for 'answer': nobody is asked, and nothing that needs this consent runs."
    """
    return tuple(
        TextWarning(purpose, happened, fix)
        for purpose in Purpose
        for sense in (Sense.TEXT, *_further(purpose, texts))
        for happened, fix in _faults(purpose, [one for one in texts if (one.purpose, one.sense) == (purpose, sense)])
    )


def _further(purpose: Purpose, texts: Sequence[ConsentText]) -> list[Sense]:
    """Senses other than words that are asked about: nobody needs a text for them, but each has to be in order."""
    asked = {text.sense for text in texts if text.purpose is purpose}
    return [sense for sense in Sense if sense in asked and sense is not Sense.TEXT]


def _faults(purpose: Purpose, texts: Sequence[ConsentText]) -> Iterator[tuple[str, str]]:
    name = repr(purpose.value)
    if not texts:
        yield (
            f"No consent text is set for {name}: nobody is asked, and nothing that needs this consent runs.",
            "Write one for each language you serve, or leave it if you do not use this purpose.",
        )
    for text in texts:
        if not text.text.strip():
            yield (
                f"The consent text for {name} in {text.locale!r} is empty: nobody can know what they agree to.",
                "Say in it what is done, what for, and how to take it back.",
            )
    if len({text.version for text in texts}) > 1:
        yield (
            f"The consent texts for {name} are of different versions: who changes the language is asked again.",
            "Bring the text of every language to the same version.",
        )
    if len({text.locale for text in texts}) < len(texts):
        yield (
            f"A language has more than one consent text for {name}: which of them was shown cannot be told.",
            "Keep one text for each language.",
        )


def _order(event: Event) -> tuple[dt.datetime, int, int]:
    return event.at, event.sequence, _CAUTION[event.act]


def _shows(event: Event, text: ConsentText) -> bool:
    """Whether the event is about this text: one reworded under its old version is another; one translated is not."""
    return event.version == text.version and (event.locale != text.locale or event.text_sha256 == text.sha256)
