"""Replay: what a policy would have decided on what is recorded. Nothing is recorded, nobody is answered."""

import asyncio
from itertools import islice
from typing import ClassVar

import msgspec

from humanely.apps.console.fault import Fault, fault_of
from humanely.apps.console.page import Answer, Page
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.operator_files import require_shallow
from humanely.apps.serving.services import Services
from humanely.decision import policy
from humanely.decision.replay import Difference
from humanely.decision.replay import replay as run
from humanely.errors import HumanelyError
from humanely.people.roles import Permission
from humanely.pipeline.past import past
from humanely.response.record_words import word

FILE = "policy.toml"
MOST = 2_000
"""Conversations that are replayed: more would keep whoever waits longer than a page may; the command has no bound."""

BLANK = """# Only what differs from the shipped policy, and a name.
name = "my-team"
"""


class Tally(msgspec.Struct, frozen=True):
    """How often an action is taken, now and with the text."""

    action: str
    now: int
    then: int


class Kind(msgspec.Struct, frozen=True):
    """Decisions that would change alike; reasons by their names in the policy."""

    count: int
    now: str
    now_because: str
    then: str
    then_because: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What would change.

    Attributes:
        bounded: there are more conversations than were replayed.
    """

    now: str
    then: str
    conversations: int
    decisions: int
    changed: int
    tallies: tuple[Tally, ...]
    kinds: tuple[Kind, ...]
    bounded: bool


class Replay(Page, frozen=True, kw_only=True):
    """A text to try, and what it would change.

    Attributes:
        fault: what is wrong with it; None where nothing is.
        outcome: None before it was tried.
    """

    template: ClassVar[str] = "replay.html.j2"
    area: ClassVar[str] = "replay"

    text: str
    fault: Fault | None = None
    outcome: Outcome | None = None


class Tried(msgspec.Struct, frozen=True):
    """A policy to try."""

    text: str


@page("/replay", permission=Permission.REPLAY)
async def replay(services: Services, visit: Visit) -> Replay:
    """The text in effect, to be changed and tried."""
    del visit
    held = await asyncio.to_thread(services.files.text, FILE)
    return Replay(text=held or BLANK)


@action("/replay", permission=Permission.REPLAY)
async def try_policy(services: Services, visit: Visit, form: Tried) -> Page | Answer:
    """Try it. The answer is a page: nothing was done that could be done twice."""
    try:
        require_shallow(FILE, form.text)
        tried = policy.policy(form.text)
    except HumanelyError as error:
        return Answer(page=Replay(text=form.text, fault=fault_of(error, visit)), status=422)
    outcome = await asyncio.to_thread(_outcome, services, visit, tried)
    return Replay(text=form.text, outcome=outcome)


def _outcome(services: Services, visit: Visit, tried: policy.Policy) -> Outcome:
    companion = services.engine.companion
    acts = services.ledger.conversations()
    found = (past(one, companion.house, companion.reader.estimator) for one in islice(acts, MOST))
    difference = run((one for one in found if one is not None), companion.house.policy, tried)
    return told(difference, visit.locale, bounded=next(acts, None) is not None)


def told(difference: Difference, locale: str, *, bounded: bool) -> Outcome:
    """A difference in the words of a locale; without a name of any conversation."""
    names = sorted({*difference.old_actions, *difference.new_actions})
    return Outcome(
        now=difference.old_version,
        then=difference.new_version,
        conversations=difference.conversations,
        decisions=difference.decisions,
        changed=difference.changed,
        tallies=tuple(
            Tally(word("action", one, locale), difference.old_actions.get(one, 0), difference.new_actions.get(one, 0))
            for one in names
        ),
        kinds=tuple(
            Kind(
                one.count,
                word("action", one.old_action, locale),
                one.old_reason,
                word("action", one.new_action, locale),
                one.new_reason,
            )
            for one in difference.changes
        ),
        bounded=bounded,
    )
