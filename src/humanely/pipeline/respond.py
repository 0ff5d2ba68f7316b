"""A decision becomes words: the crisis card, the words of a handoff, an answer at hand, or a composed one.

1. A life may be at risk: the card, before anything else.
2. A handoff or a review: what the person is told, in words that fit the reason.
3. An answer: written elsewhere where somebody writes (a model server, the caller), else from the FAQ and from phrase
   plans. Every one is checked; what does not pass goes out plainer, or a human answers.
"""

from collections.abc import Iterator
from random import Random
from zoneinfo import ZoneInfo

import msgspec

from humanely.affect.short_answers import short_answer
from humanely.decision.decision import Reason
from humanely.people import handoff as machine
from humanely.people.crisis_card import card
from humanely.people.handoff import PLAIN_PRIORITY
from humanely.pipeline.case import CLEAR_NEED, Case, occasion, situation, small_talk_of
from humanely.pipeline.handoffs.promise import answered_by, ways_open
from humanely.pipeline.handoffs.summary import asks_for_human, sentences
from humanely.pipeline.house import House
from humanely.response.compose import TooLongForChannel, compose
from humanely.response.finding import Verdict
from humanely.response.generated.completion import Usage
from humanely.response.handoff_words import HandoffPlan, held, queued
from humanely.response.handoff_words import told as told_step
from humanely.response.notices import NoticeKind, notice
from humanely.response.phrasebook import LocaleUnknown
from humanely.response.plan import Occasion, plan
from humanely.response.repair import Fallback, repair
from humanely.response.response import SILENT, Message, Response, Source
from humanely.store.records import HandoffRecord

RISES = 0.05
"""By how much the priority has to rise for somebody who waits already to be queued anew."""
_ONLY_WAITS = frozenset({"asked", "human_awaited", "nobody_free", "sense_refused"})
"""Reasons of a handoff that goes on for no other reason than that nobody has come."""
_OFFERS = frozenset({"choice-person", "handoff-offered"})
"""Lines that offer a human."""


class Drafted(msgspec.Struct, frozen=True):
    """An answer somebody wrote, after the check.

    Attributes:
        text: what passed; None where nothing did.
        verdict: on the text, or on what was refused; None where nobody wrote at all.
        fallback: who answers where there is no text.
        source: ``generated`` or ``draft``.
        usages: what each call of a model took.
        fault: code of the model server's fault; empty where there was none.
    """

    text: str | None
    verdict: Verdict | None
    fallback: Fallback | None
    source: Source
    usages: tuple[Usage, ...] = ()
    fault: str = ""


class Answer(msgspec.Struct, frozen=True):
    """What is sent and recorded.

    Attributes:
        handoff: the step of a handoff that goes with it.
        noticed: what the person was told: ``ai``, ``estimates``.
        usages: what each call of a model took, whether its words were used or not.
        wanted: verdicts it takes before it is sent, where it is held.
    """

    response: Response
    handoff: HandoffRecord | None = None
    noticed: tuple[str, ...] = ()
    usages: tuple[Usage, ...] = ()
    wanted: int = 0


def respond(case: Case, house: House) -> Answer:
    """Answer a decided turn; where an answer is written elsewhere its status is ``pending``, and `finish` goes on."""
    decision = case.decision
    if case.to_offer == "no" and decision.action not in {"handoff", "review", "none"}:
        return _declined(case, house)
    if case.arrival.writer == "nobody":
        return Answer(SILENT, _handoff(case) if decision.action == "handoff" else None)
    if decision.action == "handoff":
        words = _meanwhile(case, house) or _handed_over(case, house)
        return _with_notices(case, house, words, _handoff(case))
    if decision.action == "none":
        return Answer(SILENT)
    if house.generates or case.arrival.writer == "caller":
        return Answer(Response(status="pending"))
    return finish(case, house, None)


def finish(case: Case, house: House, drafted: Drafted | None) -> Answer:
    """Answer with what was written elsewhere, or without it; a review is held for a human."""
    return msgspec.structs.replace(_finished(case, house, drafted), usages=drafted.usages if drafted else ())


def _finished(case: Case, house: House, drafted: Drafted | None) -> Answer:
    written = _passed(drafted) if drafted is not None else None
    human_due = drafted is not None and drafted.fallback == "human"
    if written is None and not human_due and not _lacks_answer(case, house):
        written = _written(case, house, drafted.verdict if drafted else None)
    if case.decision.action == "review":
        return _to_review(case, house, written)
    if written is None:
        verdict = drafted.verdict if drafted else None
        words = msgspec.structs.replace(_handed_over(case, house), check=verdict)
        return _with_notices(case, house, words, _handoff(case, reason="no_words", priority=PLAIN_PRIORITY))
    return _with_notices(case, house, written, _offer(case, written))


def _offer(case: Case, written: Response) -> HandoffRecord | None:
    """That a human was offered, where an answer does so and nobody is called yet: a yes to it is understood."""
    if not _offers(written, case.locale) or not machine.possible(case.state.handoff, "offered"):
        return None
    return HandoffRecord(conversation_id=case.arrival.conversation_id, state="offered", reason=case.decision.leading)


def _offers(written: Response, locale: str | None) -> bool:
    """By a line of ours, or, in words somebody else wrote, by a question at the end that asks whether they want one."""
    if written.said is not None:
        return any(one.partition(".")[0] in _OFFERS for one in written.said.variants)
    last = sentences(written.reply)[-1:]
    return any("?" in one and asks_for_human(one, (locale or "")[:2] or None) for one in last)


def _declined(case: Case, house: House) -> Answer:
    """No human, then: it goes on here, and they can ask again."""
    record = HandoffRecord(conversation_id=case.arrival.conversation_id, state="declined")
    if case.arrival.writer == "nobody":
        return Answer(SILENT, record)
    words = told_step(
        "declined",
        locale=case.locale or house.locale,
        channel=case.arrival.channel,
        earlier=case.state.said,
        rng=_rng(case),
        familiar=house.address == "familiar",
    )
    said = Message("handoff", words.text, "ai", words.locale)
    answer = Response(status="sent", messages=(said,), source="scripted", said=words.said)
    return _with_notices(case, house, answer, record)


def _lacks_answer(case: Case, house: House) -> bool:
    """Somebody else was to answer, could not, and nothing at hand does: kind words would leave the question open."""
    wanted = occasion(case, house)
    somebody_else = house.generates or case.arrival.writer == "caller"
    matter = case.decision.action in {"reply", "comfort", "offer"} and wanted.step == "none"
    return somebody_else and matter and not wanted.facts and "grateful" not in wanted.situations


def _handoff(case: Case, *, reason: str = "", priority: float = 0.0) -> HandoffRecord | None:
    """The step to record; None where a human is awaited already, and it is not more pressing now."""
    decided = case.decision.handoff
    reasons = [one.weight for one in case.decision.reasons]
    priority = priority or (decided.priority if decided else max(reasons, default=PLAIN_PRIORITY))
    alerts = decided is not None and decided.plan == "alert"
    if not alerts and case.state.human_awaited and priority < case.state.awaited_priority + RISES:
        return None
    return HandoffRecord(
        conversation_id=case.arrival.conversation_id,
        state="alerted" if alerts else "queued",
        reason=reason or case.decision.leading,
        priority=priority,
    )


def _meanwhile(case: Case, house: House) -> Response | None:
    """What is said to somebody who waits for a human and only closes the talk, or asks what the FAQ knows."""
    reasons = {reason.name for reason in case.decision.reasons}
    if not case.state.human_awaited or not reasons <= _ONLY_WAITS or "asks_for_human" in case.situations:
        return None
    if small_talk_of(case.state) == "closes":
        return SILENT
    if _asks_when(case):
        return None
    fits = house.help.fit(case.match) if house.help and case.match else 0.0
    if case.help is None or case.need >= CLEAR_NEED or fits < house.policy.thresholds.answer_fit_from:
        return None
    return _and_still_waits(_written(case, house, None), _handed_over(case, house))


def _and_still_waits(answer: Response | None, words: Response) -> Response | None:
    """An answer, and that the human still comes."""
    if answer is None or answer.said is None or words.said is None:
        return None
    left = msgspec.structs.replace(answer.said, variants=(*answer.said.variants, *words.said.variants))
    return msgspec.structs.replace(answer, messages=(*answer.messages, *words.messages), said=left)


def _handed_over(case: Case, house: House) -> Response:
    """The card where a life may be at risk, and what is said when a human is called."""
    messages = list(_card(case, house))
    decided = case.decision.handoff
    if not messages and not case.state.human_present:
        plan: HandoffPlan = decided.plan if decided else "connect" if house.humans_free(case.now) else "plan_b"
        words = queued(
            _spoken_reason(case),
            plan,
            locale=case.locale or house.locale,
            channel=case.arrival.channel,
            earlier=case.state.said,
            rng=_rng(case),
            familiar=house.address == "familiar",
            hours=house.team_says,
            waiting=case.state.human_awaited,
            by=_by(case, house, plan),
            ways=ways_open(house, case.state, case.arrival.channel),
        )
        messages.append(Message("handoff", words.text, "ai", words.locale))
        return Response(status="sent", messages=tuple(messages), source="scripted", said=words.said)
    return Response(status="sent", messages=tuple(messages), source="card" if messages else None)


def _by(case: Case, house: House, plan: HandoffPlan) -> str:
    """By when somebody answers: for whom nobody is free, and who waits and asks, but not again and again."""
    if not (_asks_when(case) if case.state.human_awaited else plan == "plan_b"):
        return ""
    priority = case.decision.handoff.priority if case.decision.handoff else PLAIN_PRIORITY
    return answered_by(
        house,
        case.now,
        max(priority, case.state.awaited_priority),
        locale=case.locale or house.locale,
        zone=case.arrival.zone,
    )


def _asks_when(case: Case) -> bool:
    """Whoever waits asks when somebody comes, and was not told just now."""
    told = any(one.startswith("fact-by.") for said in case.state.said[-1:] for one in said.variants)
    said = sentences(case.state.turn.reading.turn.text) if case.state.turn else []
    asks = any(short_answer(one) == "when" for one in said)
    return asks and case.state.human_awaited and not told


def _spoken_reason(case: Case) -> str:
    """The reason as the person is told it; nothing where only a tag calls them vulnerable: they said nothing of it.

    Who waits already hears why only where a life was at risk before, or where they now tell of something hard.
    """
    if case.state.human_awaited and case.state.crisis_before:
        return "crisis_before"
    told = [one for one in case.decision.reasons if one.name != "vulnerable" or not _tagged(one)]
    hard = (one.name for one in told if case.state.human_awaited and one.name == "vulnerable")
    leading = case.decision.reasons[0]
    return next(hard, leading.name if leading in told else "")


def _tagged(reason: Reason) -> bool:
    return all(one.kind == "fact" for one in reason.evidence)


def _card(case: Case, house: House) -> Iterator[Message]:
    if case.decision.crisis is None:
        return
    shown = card(
        case.locale or house.locale,
        (case.arrival.place or house.place or "")[:2].upper() or None,
        house.directory,
        case.now,
        zone=ZoneInfo(case.arrival.zone) if case.arrival.zone else None,
    )
    yield Message("card", shown.text, "ai", shown.locale)


def _to_review(case: Case, house: House, written: Response | None) -> Answer:
    """An answer that humans look at first; where there is none, a human writes it."""
    if written is None:
        return _with_notices(case, house, _handed_over(case, house), _handoff(case))
    reasons = (one.name for one in case.decision.reasons)
    held = _with_notices(case, house, _held(case, house, written), None)
    return msgspec.structs.replace(held, wanted=house.review.wanted(reasons, case.state.tags))


def _held(case: Case, house: House, written: Response) -> Response:
    words = held(
        locale=case.locale or house.locale,
        channel=case.arrival.channel,
        earlier=case.state.said,
        rng=_rng(case),
        familiar=house.address == "familiar",
    )
    return Response(
        status="held",
        messages=(Message("handoff", words.text, "ai", words.locale),),
        source="scripted",
        draft=written.reply,
        check=written.check,
        said=words.said,
    )


def _passed(drafted: Drafted) -> Response | None:
    if drafted.text is None:
        return None
    message = Message("reply", drafted.text, "ai", "")
    return Response(status="sent", messages=(message,), source=drafted.source, check=drafted.verdict)


def _written(case: Case, house: House, refused: Verdict | None) -> Response | None:
    """An answer of authored lines; a plainer one where it does not pass; None where there are no words for it."""
    wanted, against = occasion(case, house), situation(case, house)
    for attempt in (wanted, _plainer(wanted)):
        try:
            reply = compose(plan(attempt), case.locale or house.locale, _rng(case))
        except (LocaleUnknown, TooLongForChannel):
            continue
        checked = repair(reply.text, against, house.rules)
        if checked.text is not None:
            layer = case.help
            return Response(
                status="sent",
                messages=(Message("reply", checked.text, "ai", reply.locale),),
                source="faq" if layer and layer.text in checked.text else "composed",
                check=refused or checked.verdict,
                said=reply.said(),
                faq=case.match.entry.question if case.match and layer and layer.text in checked.text else "",
                asks_back=case.decision.action == "clarify" and attempt.step == "clarify",
            )
    return None


def _plainer(wanted: Occasion) -> Occasion:
    return msgspec.structs.replace(wanted, need=0, cause="none", situations=frozenset())


def _with_notices(case: Case, house: House, response: Response, handoff: HandoffRecord | None) -> Answer:
    """Put in front what the law wants said first; where a life may be at risk, the card comes before it."""
    due = tuple(_due(case, house)) if response.messages else ()
    said = [_notice(kind, case, house) for kind in due]
    cards = [one for one in response.messages if one.kind == "card"]
    rest = [one for one in response.messages if one.kind != "card"]
    messages = tuple(_with_locale(one, case, house) for one in (*cards, *said, *rest))
    noticed = tuple("ai" if kind == "ai_again" else kind for kind in due)
    return Answer(msgspec.structs.replace(response, messages=messages), handoff, noticed)


def _due(case: Case, house: House) -> Iterator[NoticeKind]:
    state, every = case.state, house.reminder(case.arrival)
    told = state.noticed_ai_at
    asked = small_talk_of(state) == "asks_who"
    if told is None or asked or (every is not None and case.now - told >= every):
        yield "ai_again" if state.since and not asked else "ai"
    if not (state.noticed_estimates or house.noticed or case.arrival.noticed):
        yield "estimates"


def _notice(kind: NoticeKind, case: Case, house: House) -> Message:
    words = notice(kind, case.locale or house.locale, case.arrival.channel, familiar=house.address == "familiar")
    return Message("notice", words.text, "ai", words.locale)


def _with_locale(message: Message, case: Case, house: House) -> Message:
    return message if message.locale else msgspec.structs.replace(message, locale=case.locale or house.locale)


def _rng(case: Case) -> Random:
    """The same turn is answered in the same words, however often it is tried."""
    return Random(f"{case.arrival.conversation_id}\x1f{len(case.state.readings)}")
