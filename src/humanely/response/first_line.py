"""What a human who takes over may write first: authored, in the person's language, and nothing that was not said.

It is a suggestion. Whoever sends it has to have read the conversation, for it says so.
"""

from collections.abc import Sequence
from random import Random
from typing import Literal

from humanely.response.channel import LIMITS
from humanely.response.compose import compose
from humanely.response.handoff_words import Words
from humanely.response.phrasebook import served
from humanely.response.plan import Occasion, Part, Plan, plan
from humanely.response.said import Said

Beginning = Literal["human", "waited", "decision", "crisis"]
"""`waited`: nobody came in time; `decision`: it is one that the law leaves to a human; `crisis`: a life may be at risk,
and nothing stands beside who is there."""

_DECISIONS = frozenset({"human_decision", "high_stakes"})


def beginning(reason: str, *, crisis: bool, waited: bool) -> Beginning:
    """How to begin, by why a human comes.

    >>> beginning("asked", crisis=False, waited=True), beginning("asked", crisis=True, waited=True)
    ('waited', 'crisis')
    """
    if crisis:
        return "crisis"
    if waited:
        return "waited"
    return "decision" if reason in _DECISIONS else "human"


def first_line(
    begins: Beginning, occasion: Occasion, *, locale: str, rng: Random, earlier: Sequence[Said] = ()
) -> Words:
    """A first line.

    Args:
        begins: see `beginning`.
        occasion: need and situations of what waits for an answer; the feeling is met as a reply would meet it.
        locale: the person's, a language tag; English where nothing is authored.
        rng: chooses among the lines.
        earlier: what was said before, last one last; its lines are not said again.

    >>> first_line("human", Occasion(need=0), locale="en", rng=Random(1)).text
    'I am a human from the team, and I have read what was written here.'
    """
    parts = [Part("step", f"first-{begins}")]
    if begins != "crisis":
        parts += [one for one in plan(occasion).parts if one.kind == "acknowledge" and _meets(one)]
    # The shortest line of all is longer than a watch shows; whoever writes there writes it shorter.
    channel = occasion.channel if LIMITS[occasion.channel] > LIMITS["watch"] else "sms"
    wanted = Occasion(need=occasion.need, channel=channel, address=occasion.address, earlier=tuple(earlier))
    reply = compose(Plan(wanted, tuple(parts)), served(locale, "replies"), rng)
    return Words(reply.text, reply.locale, reply.said())


def _meets(part: Part) -> bool:
    """A plain "noted", and "you asked for a human", add nothing where one is here."""
    return part.message not in {"acknowledge-plain", "acknowledge-asks_for_human"}
