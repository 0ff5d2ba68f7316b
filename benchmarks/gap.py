"""How well need, shown and the cues agree with the authored sets; prints Markdown tables.

Run from the repository: ``python benchmarks/gap.py`` for the test parts, ``--part dev`` for the parts the
phrases were written with. ``--misses`` lists what came out wrong. Words alone, unless ``--model`` lets the shipped
model read messages and answers too. ``--everyday FILE`` prints only how often the plain requests of a file of
conversations (JSON lines with conversation_id, speaker and text, may be gzipped) are said to call for empathy.
"""

import argparse
import gzip
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from humanely.affect.answer import shown
from humanely.affect.cues import Alone, cues, in_doubt, pooled, situation
from humanely.affect.memory import Felt, felt
from humanely.affect.phrases import phrases
from humanely.context.exchange import exchanges
from humanely.context.need import AsRead, History, Need, need
from humanely.context.trajectory import TurnReading
from humanely.estimate import ConversationReader, customer, read_answers
from humanely.signal.turn import Speaker, Turn

TESTS = Path(__file__).parent.parent / "tests"
STEPS = (0.25, 0.5, 0.75)
STYLES = ("cold", "kind", "gushing")
LABELLED = (
    "asks_for_human", "attempt_failed", "repeats", "urgent", "grateful", "confused",
    "threatens_to_leave", "complains", "abusive", "open_question",
)  # fmt: skip
"""The situations these older sets are labelled with."""

EVERY = 8
"""Of the everyday turns, sorted, each eighth is read: thousands are plenty."""

Miss = Callable[[str], None]


def read(room: str, name: str) -> Iterator[dict[str, Any]]:
    with (TESTS / room / "assets" / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


ORDERS: tuple[Callable[[dict[str, float]], bool], ...] = (
    lambda v: v["kind"] > v["cold"],
    lambda v: v["kind"] > v["gushing"],
    lambda v: v["kind"] > max(v["cold"], v["gushing"]),
    lambda v: v["gushing"] >= v["cold"],
)


def values_of(triples: Sequence[dict[str, str]], *, with_model: bool) -> list[dict[str, float]]:
    """What each answer of each triple shows."""
    if with_model:
        answers = [triple[kind] for triple in triples for kind in STYLES]
        messages = [triple["message"] for triple in triples for _ in STYLES]
        found = iter(read_answers(answers, messages))
        return [{kind: next(found).shown or 0.0 for kind in STYLES} for _ in triples]
    return [{kind: said(triple, kind) for kind in STYLES} for triple in triples]


def said(triple: dict[str, str], kind: str) -> float:
    """What an answer shows by its words."""
    estimate = shown(triple[kind], message=triple["message"], language=triple["language"])
    assert estimate is not None
    return estimate.value


def order(part: str, miss: Miss, *, with_model: bool) -> str:
    """Share of triples in which the kind answer shows more than the other two."""
    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    triples = list(read("affect", f"answers_{part}.jsonl"))
    for triple, values in zip(triples, values_of(triples, with_model=with_model), strict=True):
        rows[triple["language"]].append(values)
        if not values["kind"] > max(values["cold"], values["gushing"]):
            miss(f"order {triple['language']} {values} {triple['message']}")
    rows["all"] = [values for found in list(rows.values()) for values in found]
    table = [
        "| language | triples | kind > cold | kind > gushing | kind best | gushing ≥ cold | kind, gushing, cold |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for language, found in sorted(rows.items()):
        shares = [statistics.fmean(test(values) for values in found) for test in ORDERS]
        means = " / ".join(
            f"{statistics.fmean(row[kind] for row in found):.2f}" for kind in ("kind", "gushing", "cold")
        )
        table.append(
            f"| {language} | {len(found)} | " + " | ".join(f"{share:.2f}" for share in shares) + f" | {means} |"
        )
    return "\n".join(table)


def of_one(text: str, language: str | None, model: Felt | None, alone: Alone) -> Need:
    """Need of one message, without what came before."""
    turn = Turn(0, Speaker.CUSTOMER, text)
    reading = (
        TurnReading(turn, language, cues(text, language)) if model is None else customer(turn, language, model, alone)
    )
    return exchanges([reading])[0].need


def read_by_model(texts: Sequence[str], *, with_model: bool) -> Sequence[Felt | None]:
    return felt(texts, ConversationReader().estimator) if with_model else [None] * len(texts)


def read_alone(texts: Sequence[str], languages: Sequence[str | None], models: Sequence[Felt | None]) -> Alone:
    """What the model says of sentences in which a phrase is in doubt, as the product reads them."""
    doubtful = [
        sentence
        for text, language, model in zip(texts, languages, models, strict=True)
        if model is not None
        for sentence in in_doubt(text, cues(text, language), model.situation)
    ]
    found = felt(doubtful, ConversationReader().estimator)
    return {sentence: one.situation for sentence, one in zip(doubtful, found, strict=True)}


def needs(part: str, miss: Miss, *, with_model: bool) -> str:
    """Agreement of the need with the authored 0 to 3."""
    rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
    lines = list(read("context", f"needs_{part}.jsonl"))
    texts, languages = [line["text"] for line in lines], [line["language"] for line in lines]
    models = read_by_model(texts, with_model=with_model)
    alone = read_alone(texts, languages, models)
    for line, model in zip(lines, models, strict=True):
        found = of_one(line["text"], line["language"], model, alone)
        rows[line["language"]].append((line["need"], found.value))
        step = sum(found.value >= edge for edge in STEPS)
        if abs(step - line["need"]) > 1 or (line["need"] >= 2) != (found.value >= 0.5):
            terms = [(term.name, term.amount, term.words) for term in found.terms]
            miss(f"need {line['language']} {line['need']} {found.value:.2f} {line['text']}\n   {terms}")
    rows["all"] = [pair for found in list(rows.values()) for pair in found]
    table = [
        "| language | turns | rank correlation | same step | within one step | need ≥ 2 found | need < 2 left alone |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for language, pairs in sorted(rows.items()):
        steps = [(wanted, sum(value >= edge for edge in STEPS)) for wanted, value in pairs]
        figures = (
            rank_correlation(pairs),
            statistics.fmean(wanted == got for wanted, got in steps),
            statistics.fmean(abs(wanted - got) <= 1 for wanted, got in steps),
            statistics.fmean(got >= 2 for wanted, got in steps if wanted >= 2),
            statistics.fmean(got < 2 for wanted, got in steps if wanted < 2),
        )
        table.append(f"| {language} | {len(pairs)} | " + " | ".join(f"{f:.2f}" for f in figures) + " |")
    return "\n".join(table)


def everyday(path: Path, *, with_model: bool) -> str:
    """Share of a file's customer turns, all plain requests in English, that are said to call for empathy."""
    stored = path.read_bytes()
    turns = map(json.loads, (gzip.decompress(stored) if path.suffix == ".gz" else stored).splitlines())
    texts = sorted({turn["text"] for turn in turns if turn["speaker"] == "customer"})[::EVERY]
    models = read_by_model(texts, with_model=with_model)
    alone = read_alone(texts, ["en"] * len(texts), models)
    values = [of_one(text, "en", model, alone).value for text, model in zip(texts, models, strict=True)]
    shares = " | ".join(f"{statistics.fmean(value >= edge for value in values):.1%}" for edge in STEPS)
    return f"| different turns read | need ≥ 0.25 | ≥ 0.50 | ≥ 0.75 |\n|--:|--:|--:|--:|\n| {len(values)} | {shares} |"


def situations(part: str, miss: Miss, *, with_model: bool) -> str:
    """Precision and recall of each cue, all languages together."""
    counts: dict[str, list[int]] = {name: [0, 0, 0] for name in LABELLED}
    lines = list(read("context", f"needs_{part}.jsonl"))
    texts, languages = [line["text"] for line in lines], [line["language"] for line in lines]
    models = read_by_model(texts, with_model=with_model)
    alone = read_alone(texts, languages, models)
    for line, model in zip(lines, models, strict=True):
        found = cues(line["text"], line["language"])
        if model is not None:
            found = pooled(line["text"], found, model.situation, model.situations, alone)
        names = situation(found)
        for name in LABELLED:
            said, wanted = name in names, name in line["situation"]
            counts[name][0] += said and wanted
            counts[name][1] += said and not wanted
            counts[name][2] += wanted and not said
            if said != wanted:
                miss(f"cue {line['language']} {'+' if said else '-'}{name}: {line['text']}")
    table = ["| cue | labelled | precision | recall |", "|---|--:|--:|--:|"]
    for name, (right, wrong, missed) in counts.items():
        precision = right / (right + wrong) if right + wrong else float("nan")
        table.append(f"| {name} | {right + missed} | {precision:.2f} | {right / max(right + missed, 1):.2f} |")
    return "\n".join(table)


def rank_correlation(pairs: list[tuple[int, float]]) -> float:
    """Spearman's, with ties at their mean rank."""
    wanted, got = (ranks([pair[side] for pair in pairs]) for side in (0, 1))
    return statistics.correlation(wanted, got)


def ranks(values: list[float]) -> list[float]:
    places: dict[float, list[int]] = defaultdict(list)
    for place, value in enumerate(sorted(values)):
        places[value].append(place)
    return [statistics.fmean(places[value]) for value in values]


def speed(part: str) -> str:
    """Microseconds for one message of the authored sets, warm, nothing remembered between texts."""
    lists = phrases("en")
    assert lists is not None
    texts = [line["text"] for line in read("context", f"needs_{part}.jsonl") if line["language"] == "en"]
    triples = [line for line in read("affect", f"answers_{part}.jsonl") if line["language"] == "en"]
    none = History()
    found = [cues(text, "en") for text in texts]
    jobs: dict[str, tuple[int, Callable[[], object]]] = {
        "tokens and phrases of a message": (
            len(texts),
            lambda: [lists.find(lists.tokens(text)) for text in texts],
        ),
        "cues of a message": (len(texts), lambda: [cues.__wrapped__(text, "en") for text in texts]),
        "need of a turn": (
            len(texts),
            lambda: [need(one, AsRead(), none) for one in found],
        ),
        "empathy shown by an answer": (
            len(triples),
            lambda: [shown(line["kind"], message=line["message"], language="en") for line in triples],
        ),
    }
    words = statistics.fmean(len(text.split()) for text in texts)
    table = [f"| step ({words:.0f} words a message on average) | µs each |", "|---|--:|"]
    for name, (count, job) in jobs.items():
        job()
        best = min(_timed(job) for _ in range(5))
        table.append(f"| {name} | {best / count * 1e6:.0f} |")
    return "\n".join(table)


def _timed(job: Callable[[], object]) -> float:
    begin = time.perf_counter()
    job()
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--everyday", type=Path)
    chosen = parser.parse_args()
    if chosen.everyday:
        print(everyday(chosen.everyday, with_model=chosen.model))
        return
    misses: list[str] = []
    for title, table in (
        ("Order of answers", order(chosen.part, misses.append, with_model=chosen.model)),
        ("Need", needs(chosen.part, misses.append, with_model=chosen.model)),
        ("Cues", situations(chosen.part, misses.append, with_model=chosen.model)),
        ("Speed", speed(chosen.part)),
    ):
        print(f"### {title} ({chosen.part})\n\n{table}\n")
    if chosen.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
