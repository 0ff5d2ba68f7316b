"""Turn the totals of an audit into its report: figures, ranked findings, sentences."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from humanely.audit.bootstrap import MIN_CONVERSATIONS, share
from humanely.audit.breakdown import breakdown
from humanely.audit.catalogue import KINDS
from humanely.audit.report import (
    Breakdown,
    Coverage,
    Figure,
    Finding,
    JourneyPoint,
    Report,
    Verdict,
)
from humanely.audit.tally import PLACES, KindTally, Tally
from humanely.audit.views import conversation_view, quotes
from humanely.audit.wording import interval, percent, signed
from humanely.signal.turn import Speaker

_ORDER = (Verdict.FOUND, Verdict.CANNOT_TELL, Verdict.NOT_FOUND)


class Heading(msgspec.Struct, frozen=True):
    """What stands above a report: what it is of, when and with what it was made, and whether it is partial."""

    title: str
    generated_at: dt.datetime
    version: str
    model: str
    partial: str | None


def assemble(tally: Tally, coverage: Coverage, heading: Heading) -> Report:
    """Everything the page and the JSON show, from the totals."""
    breakdowns = tuple(b for by, slices in tally.slices.items() if (b := breakdown(by, slices)))
    unequal = [unequal_service(b, tally.conversations) for b in breakdowns if b.worse]
    findings = ranked([*(finding(kind) for kind in tally.kinds), *unequal])
    titles = {kind.code: kind.title for kind in KINDS}
    everyone = tally.all
    return Report(
        **msgspec.structs.asdict(heading),
        summary=summary(tally, findings, breakdowns),
        gap=everyone.gap.figure(),
        need=everyone.need.figure(),
        shown=everyone.shown.figure(),
        parts={part.replace("_", " "): mean.figure() for part, mean in everyone.parts.items()},
        cold_share=share(everyone.cold, everyone.gap.n, MIN_CONVERSATIONS),
        exchanges=everyone.exchanges,
        check=tally.check.result(),
        findings=findings,
        journey=tuple(
            JourneyPoint(name, place.valence.figure(), place.need.figure(), place.shown.figure(), place.gap.figure())
            for name, place in zip(PLACES, tally.places, strict=True)
        ),
        breakdowns=breakdowns,
        conversations=tuple(conversation_view(instance, titles) for instance in tally.deepest),
        coverage=coverage,
        outcomes=tally.outcomes.result(),
    )


def finding(tally: KindTally) -> Finding:
    """One kind of finding in words and figures."""
    kind, could, people = tally.kind, tally.could, tally.people
    figure = share(people, could)
    if not could:
        verdict, sentence = Verdict.CANNOT_TELL, kind.cannot_tell
    else:
        verdict = Verdict.FOUND if people else Verdict.NOT_FOUND
        template = kind.found if people else kind.not_found
        sentence = template.format(people=f"{people:,}", base=f"{could:,}", share=percent(figure))
        if people and kind.says_where:
            sentence += f" Most often {tally.where()}."
    return Finding(
        code=kind.code,
        title=kind.title,
        verdict=verdict,
        sentence=sentence,
        people=people,
        share=figure,
        depth=tally.depth / people if people else 0.0,
        do_first=kind.do_first,
        good_news=kind.good_news,
        quotes=quotes(tally.deepest),
        conversation_ids=tuple(tally.ids),
    )


def unequal_service(found: Breakdown, conversations: int) -> Finding:
    """A column in which some are served worse, as a finding: those conversations are the people affected."""
    people = sum(one.conversations for one in found.slices if one.name in found.worse)
    return Finding(
        code=f"unequal_{found.by}",
        title=f"Served worse by {found.by}",
        verdict=Verdict.FOUND,
        sentence=found.sentence,
        people=people,
        share=share(people, conversations),
        depth=min(1.0, found.difference),
        do_first=f"Read the coldest answers of this {found.by} beside the others': same need, same people, same time?",
    )


def ranked(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What was found first, by people affected × depth; then what cannot be told; then what was not found."""
    return tuple(sorted(findings, key=lambda f: (_ORDER.index(f.verdict), f.good_news, -f.weight, f.code)))


def summary(tally: Tally, findings: Sequence[Finding], breakdowns: Sequence[Breakdown]) -> tuple[str, ...]:
    """Up to six sentences that a director reads in a minute; what to do first stands with each finding."""
    problems = [f for f in findings if f.verdict is Verdict.FOUND and not f.good_news]
    if not tally.turns[Speaker.CUSTOMER]:
        return ("No message here is of a customer, so nothing can be said of how people felt: check --speaker.",)
    silent = next(f.people for f in findings if f.code == "unanswered")
    sentences = [_gap_sentence(tally.all.gap.figure())]
    if silent:
        what = "conversation" if silent == 1 else "conversations"
        sentences[0] += f" Not in that mean: {silent:,} {what} left without an answer."
    if problems:
        sentences.append(f"What weighs most: {problems[0].sentence}")
        sentences.extend(problem.sentence for problem in problems[1:3])
    elif any(f.verdict is Verdict.NOT_FOUND for f in findings):
        sentences.append("None of the problems this audit looks for showed in what we can read.")
    told = {problem.sentence for problem in problems[:3]}
    sentences.extend(b.sentence for b in breakdowns if b.worse and b.sentence not in told)
    return tuple(sentences[:6])


def _gap_sentence(gap: Figure) -> str:
    if gap.value is None or gap.low is None or gap.high is None:
        return (
            f"No empathy gap is given: {gap.refused}. What stands below describes single conversations, not the whole."
        )
    if gap.low > 0:
        meaning = "answers show less empathy than the moments call for"
    elif gap.high < 0:
        meaning = "answers show more empathy than the moments call for"
    else:
        meaning = "answers show, on the whole, about as much empathy as the moments call for"
    return f"Where people needed empathy, {meaning} (mean gap {signed(gap.value)}, {interval(gap)})."
