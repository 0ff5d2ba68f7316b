"""Signs that are given: the state of the conversation, its tags, the law, the newest message's risk."""

from collections.abc import Iterator, Sequence

from humanely.decision.decision import Evidence
from humanely.decision.moment import HUMAN_DECISION
from humanely.decision.signs.seen import Seen

_WORDLESS = frozenset(("text", "self_report", "record"))


def crisis(seen: Seen) -> Iterator[Evidence]:
    found = seen.moment.crisis
    if found is None or not found.fired:
        return
    for words in found.words:
        said = next((turn for turn in seen.run if words in turn.turn.text), None)
        yield Evidence("words", words, said.turn.index if said else None)
    if found.layer != "words":
        yield Evidence("estimate", "crisis", seen.run[-1].turn.index if seen.run else None, found.probability)


def crisis_before(seen: Seen) -> Iterator[Evidence]:
    if seen.moment.crisis_before:
        yield Evidence("fact", "an earlier message of this conversation spoke of it")


def human_present(seen: Seen) -> Iterator[Evidence]:
    if seen.moment.human_present:
        yield Evidence("fact", "a human has the conversation")


def nothing_new(seen: Seen) -> Iterator[Evidence]:
    if seen.moment.newest is None:
        yield Evidence("fact", "no message waits for an answer")


def human_decision(seen: Seen) -> Iterator[Evidence]:
    duties = seen.moment.rulings.duties
    return (Evidence("fact", duty.article) for duty in duties if duty.name == HUMAN_DECISION)


def sense_refused(seen: Seen) -> Iterator[Evidence]:
    return (Evidence("fact", f"{bound.name}: {bound.article}") for bound in seen.moment.rulings.refused)


def high_stakes(seen: Seen) -> Iterator[Evidence]:
    return tagged(seen, seen.marks.high_stakes)


def peer_question(seen: Seen) -> Iterator[Evidence]:
    return tagged(seen, seen.marks.community)


def tagged(seen: Seen, tags: Sequence[str]) -> Iterator[Evidence]:
    return (Evidence("fact", f"tagged {tag}") for tag in tags if tag in seen.moment.tags)


def sensitive_setting(seen: Seen) -> Iterator[Evidence]:
    if seen.moment.setting in seen.marks.sensitive_settings:
        yield Evidence("fact", f"setting {seen.moment.setting}")


def many_senses(seen: Seen) -> Iterator[Evidence]:
    ran = sorted(sense for sense in seen.moment.senses - _WORDLESS if not seen.moment.rulings.refuses(sense))
    return (Evidence("fact", f"sense {sense}") for sense in ran)


def offer_open(seen: Seen) -> Iterator[Evidence]:
    return (Evidence("fact", offer) for offer in seen.moment.offers)


def nobody_free(seen: Seen) -> Iterator[Evidence]:
    if not seen.moment.humans_free:
        yield Evidence("fact", f"nobody was free at {seen.moment.now:%Y-%m-%d %H:%M} UTC")
