"""`find_helpline`: whom a person may call where a life may be at risk."""

from typing import Annotated

import msgspec
from msgspec import Meta

from humanely.apps.mcp.desk import Desk
from humanely.apps.mcp.tool import In, LanguageTag, Tool
from humanely.people.crisis_card import FINDER, card
from humanely.people.emergency import emergency
from humanely.people.helplines import Line, Method, choose, outdated
from humanely.people.opening_hours import State, status


class FindHelpline(In, frozen=True, kw_only=True):
    """Where the person is, and what they speak."""

    country: Annotated[
        str,
        Meta(
            pattern="^[A-Za-z]{2}$",
            description="ISO 3166-1 alpha-2, as the person said or the channel knows: a language tells no place.",
        ),
    ]
    language: Annotated[
        LanguageTag | None, Meta(description="Lines that speak it come first, and the card is written in it.")
    ] = None


class Helpline(msgspec.Struct, frozen=True, kw_only=True):
    """One way to reach one service."""

    name: str
    method: Method
    dial: Annotated[str | None, Meta(description="What to dial or text inside the country: give it exactly as it is.")]
    text_word: Annotated[str | None, Meta(description="The word to send to a text line.")]
    languages: tuple[str, ...]
    hours: Annotated[str, Meta(description="As the directory words them.")]
    now: Annotated[State, Meta(description="Whether it is open now.")]
    free: bool | None
    anonymous: bool | None
    verified_at: Annotated[str, Meta(description="When somebody last made sure that it answers.")]
    website: str | None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to call."""

    emergency_numbers: Annotated[
        dict[str, str],
        Meta(description="general, or ambulance and police; empty where we are not sure, never guessed."),
    ]
    lines: Annotated[
        tuple[Helpline, ...], Meta(description="Best first; of the operator's directory, none without one.")
    ]
    finder: Annotated[str, Meta(description="Where a person finds a line in other places.")]
    card: Annotated[
        str, Meta(description="Fixed words to show as they are. They say that a human of the team is told.")
    ]
    card_locale: str
    warnings: Annotated[tuple[str, ...], Meta(description="For the operator: records to verify again.")]


def find_helpline(desk: Desk, asked: FindHelpline) -> Found:
    """Look up whom a person may call."""
    now, directory = desk.clock(), desk.house.directory
    numbers = emergency(asked.country)
    shown = card(asked.language or desk.house.locale, asked.country, directory, now)
    return Found(
        emergency_numbers={
            name: number
            for name in ("general", "ambulance", "police")
            if numbers is not None and (number := getattr(numbers, name))
        },
        lines=tuple(
            _line(one, status(one.hours, now).state) for one in choose(directory, asked.country, now, asked.language)
        ),
        finder=FINDER,
        card=shown.text,
        card_locale=shown.locale,
        warnings=tuple(one.says for one in outdated(directory, now, asked.country)),
    )


def _line(line: Line, now: State) -> Helpline:
    return Helpline(
        name=line.name,
        method=line.method,
        dial=line.dial,
        text_word=line.word,
        languages=line.languages,
        hours=line.hours_text,
        now=now,
        free=line.free,
        anonymous=line.anonymous,
        verified_at=line.verified_at.isoformat(),
        website=line.website,
    )


TOOL = Tool(
    name="find_helpline",
    title="Find whom to call",
    says="Find the emergency numbers of a country and the helplines of the operator's directory for it, with a card to "
    "show when a life may be at risk. Numbers are given as they stand in the directory, never made up. Nothing is "
    "recorded.",
    takes=FindHelpline,
    gives=Found,
    run=find_helpline,
)
