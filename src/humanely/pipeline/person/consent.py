"""What a person says about consent, recorded; and what holds for them now."""

import datetime as dt

import msgspec

from humanely.errors import HumanelyError
from humanely.pipeline.house import House
from humanely.pipeline.record import act
from humanely.store.conversations import Conversations
from humanely.store.log.act import Recorded, Unit
from humanely.store.records import ConsentRecord
from humanely.trust.consent import Act, ConsentText, How, Purpose, Sense, Standing, standing

_NO_TEXT = frozenset((Act.REFUSED, Act.WITHDRAWN))
"""Acts that need no text: who says no is believed, whatever was shown."""


class NotAsked(HumanelyError):
    """Consent was given to a text that is not in use."""

    code = "consent_text_unknown"
    status = 409

    def __init__(self, purpose: Purpose) -> None:
        super().__init__(
            f"The person agreed to a text for {purpose.value!r} that is not the one in use, so nothing was recorded.",
            fix="Show them the text that GET /v1/people/{id}/consents gives, and send its version and locale back.",
        )


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What a person answered.

    Attributes:
        version, locale: of the text they were shown; empty where they said no without one.
    """

    act: Act
    purpose: Purpose
    sense: Sense = Sense.TEXT
    version: str = ""
    locale: str = ""
    how: How = How.API


class Held(msgspec.Struct, frozen=True):
    """What holds now for one purpose and sense, and the text to ask with where there is one."""

    purpose: Purpose
    sense: Sense
    standing: Standing
    version: str
    locale: str
    text: str


def answer(
    given: Answered, person_id: str, conversations: Conversations, house: House, now: dt.datetime
) -> Recorded | HumanelyError:
    """Record what a person answered; it holds from the next turn on, in every process."""
    text = next((one for one in house.consent_texts if _shown(one, given)), None)
    if text is None and given.act not in _NO_TEXT:
        return NotAsked(given.purpose)
    record = ConsentRecord(
        person_id=person_id,
        act=given.act,
        purpose=given.purpose,
        sense=given.sense,
        version=text.version if text else given.version,
        locale=text.locale if text else given.locale,
        text_sha256=text.sha256 if text else "",
        how=given.how,
    )
    done = conversations.record([Unit(acts=(act(record, person_id, None),))], now)[0]
    return done if isinstance(done, Recorded | HumanelyError) else NotAsked(given.purpose)


def held(person_id: str, conversations: Conversations, house: House, locale: str | None) -> tuple[Held, ...]:
    """What holds for a person now: everything there is a text for, and everything they ever answered."""
    events = conversations.consents([person_id])[0]
    texts = {(text.purpose, sense): text for sense in Sense for text in house.texts(locale, sense)}
    asked = {(event.purpose, event.sense) for event in events} | set(texts)
    found = []
    for purpose, sense in sorted(asked):
        text = texts.get((purpose, sense))
        stands = standing(events, purpose, sense, text)
        shown = (text.version, text.locale, text.text) if text else ("", "", "")
        found.append(Held(purpose, sense, stands, *shown))
    return tuple(found)


def _shown(text: ConsentText, given: Answered) -> bool:
    named = (given.purpose, given.sense, given.version, given.locale)
    return (text.purpose, text.sense, text.version, text.locale) == named
