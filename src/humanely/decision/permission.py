"""Which senses may run for this person, here and now: what they allowed, held against the law."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from humanely.decision.law import Circumstances, Consent, Law, Purpose, Ruling, duties, ruling
from humanely.decision.moment import HUMAN_DECISION, Bound, Rulings, Sense
from humanely.trust.consent import ConsentText, Event, Standing, standing
from humanely.trust.consent import Purpose as Asked
from humanely.trust.consent import Sense as AskedSense

DECIDES = "decision:"
"""Opens the tag of a conversation in which something is to be decided, such as ``decision:refund``."""

Measured = Literal["behaviour", "typing"]
"""What is counted or measured on a person's device."""

_ASKED: Mapping[Purpose, Asked] = {
    "answer": Asked.ANSWER,
    "estimate": Asked.ESTIMATE,
    "profile": Asked.PROFILE,
    "learn": Asked.LEARN,
    "research": Asked.RESEARCH,
    "marketing": Asked.MARKETING,
}


class Permission(msgspec.Struct, frozen=True):
    """What may be done with the words of one turn.

    Attributes:
        answer: a machine may answer them.
        estimate: how they may feel may be estimated.
        safety: they may be read for a risk to life.
        said: a feeling the person named may count.
        rulings: what bounds the decision.
        refused: the rulings that stopped a sense, for the record; by purpose.
    """

    answer: bool
    estimate: bool
    safety: bool
    said: bool
    rulings: Rulings
    refused: Mapping[str, Ruling]


def permission(
    law: Law,
    circumstances: Circumstances,
    events: Iterable[Event],
    texts: Iterable[ConsentText],
    *,
    noticed: bool,
    tags: frozenset[str] = frozenset(),
) -> Permission:
    """Say what may be done with what a person writes.

    Args:
        law: in effect.
        circumstances: where this runs, and for whom.
        events: of this person's consent.
        texts: the current consent texts in one locale, at most one for a purpose.
        noticed: the person has been told that feelings may be estimated.
        tags: of the conversation.
    """
    events, by_purpose = tuple(events), {text.purpose: text for text in texts}

    def rules(purpose: Purpose, sense: Sense = "text") -> Ruling:
        given = _consent(events, by_purpose, purpose, sense, noticed=noticed)
        return ruling(law, circumstances, sense=sense, purpose=purpose, consent=given)

    found = {"answer": rules("answer"), "estimate": rules("estimate"), "safety": rules("safety")}
    said = rules("estimate", "self_report")
    refused = {purpose: one for purpose, one in found.items() if one.effect != "allowed"}
    bounds = (Bound("text", refused["estimate"].reasons[0].article),) if "estimate" in refused else ()
    return Permission(
        answer="answer" not in refused,
        estimate="estimate" not in refused,
        safety="safety" not in refused,
        said=said.effect == "allowed",
        rulings=Rulings(refused=bounds, duties=tuple(_human_decides(law, circumstances, tags))),
        refused=refused,
    )


def measured(
    law: Law, circumstances: Circumstances, events: Iterable[Event], text: ConsentText | None, sense: Measured
) -> Ruling:
    """Say whether how somebody uses a page, or types, may be read for how they may feel.

    A notice stands for no yes here, whatever the law would be content with.

    Args:
        text: the current one about it in one locale; None where there is none, and nobody was asked.
    """
    texts = {} if text is None else {text.purpose: text}
    given = _consent(tuple(events), texts, "estimate", sense, noticed=False)
    return ruling(law, circumstances, sense=sense, purpose="estimate", consent=given)


def may_be_asked(law: Law, circumstances: Circumstances, sense: Sense) -> bool:
    """Whether a yes to estimates from a sense would count; where the law bars it, nobody is asked."""
    return ruling(law, circumstances, sense=sense, purpose="estimate", consent="granted").effect == "allowed"


def _consent(
    events: Iterable[Event],
    texts: Mapping[Asked, ConsentText],
    purpose: Purpose,
    sense: Sense,
    *,
    noticed: bool,
) -> Consent:
    """What stands, in the words of the law: a no is a no, an older yes is none, and a notice is more than nothing."""
    asked = _ASKED.get(purpose)
    stands = Standing.NOT_ASKED
    if asked is not None:
        stands = standing(events, asked, AskedSense(sense), texts.get(asked))
    if stands is Standing.GRANTED:
        return "granted"
    # A no under a text that is no longer shown is still a no.
    said_no = stands is Standing.OUTDATED and _last_said_no(events, asked, sense)
    if said_no or stands in {Standing.REFUSED, Standing.WITHDRAWN}:
        return "refused"
    # Who is asked has to answer first: a notice stands for no yes. Texts ask about what is written, no other sense.
    opt_in = sense == "text" and asked in texts
    return "noticed" if noticed and not opt_in else "none"


def _last_said_no(events: Iterable[Event], purpose: Asked | None, sense: Sense) -> bool:
    about = [event for event in events if event.purpose is purpose and event.sense.value == sense]
    last = max(about, key=lambda event: (event.at, event.sequence), default=None)
    return last is not None and last.act.value in {"refused", "withdrawn"}


def _human_decides(law: Law, circumstances: Circumstances, tags: frozenset[str]) -> Iterator[Bound]:
    """What only a human may decide (GDPR Art. 22), where it is to be decided in this conversation."""
    for duty in duties(law, circumstances):
        if duty.kind == HUMAN_DECISION and any(f"{DECIDES}{one}" in tags for one in duty.decisions):
            yield Bound(HUMAN_DECISION, duty.article)
