"""What the layers of risk fire on: real risk, everyday trouble that sounds like it, and ordinary talk.

    python -m benchmarks.risk                 the shipped model files
    python -m benchmarks.risk --write         also puts the first tables into docs/model-card.md
    python -m benchmarks.risk OLD NEW         folders of model files, side by side
    python -m benchmarks.risk --dev OLD NEW   the dev lines alone, while a recipe is being chosen

Recall of risk, false alarms of everything else, with 95 % intervals: of the model's layer alone, and of both layers, as
the product fires. The fresh lines and the second half of the lines of trouble were each written before a recipe was
tried on them, by the author of what it learns from; the blind turns by others, as were the lines in seventeen languages
that no line of risk is learnt in, where the words have most to do.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from humanely.affect.text import MODELS
from training import data
from training.authored import AuthoredRisk, AuthoredTurn, risks, turns
from training.card import between, table
from training.data import AUTHORED, AUTHORED_DEV, place
from training.measure.crisis import fired, kind_of
from training.measure.figure import Measured, by_key, score, share
from training.measure.generation import Generation
from training.measure.rows import BLIND, ROOT, Sets

LAYERS = ("model", "both")
REPORTED = (
    "Ich komme nicht mehr rein.",
    "Das hat nicht geholfen, ich komme immer noch nicht hinein.",
    "Das geht immer noch nicht, ich komme nicht weiter.",
    "me muero de ganas de empezar",
    "Je suis tellement fatiguée, désolée",
    "i have a plan and a date",
)
"""Messages that were reported; the last one is risk. None is in a training file."""
PER = 100_000
WHOLE, EACH, ORDINARY = "texts", "texts, a language", "alarms for every 100,000"
CARD = ROOT / "docs" / "model-card.md"
MARKS = ("<!-- trouble -->", "<!-- /trouble -->")


def dev(part: str) -> dict[str, list[AuthoredTurn]]:
    """The authored dev lines of a part."""
    found = turns(AUTHORED, part)
    return {code: [t for t in own if place(t.pair or t.text) < AUTHORED_DEV] for code, own in found.items()}


def dev_scenes() -> dict[str, list[AuthoredRisk]]:
    """The authored dev lines of the scenes."""
    return {code: [t for t in own if place(t.text) < AUTHORED_DEV] for code, own in risks(AUTHORED, "scenes").items()}


def of_turns(
    generation: Generation, name: str, lines: Mapping[str, Sequence[AuthoredTurn | AuthoredRisk]]
) -> Iterator[Measured]:
    """Share fired on, of risk and of the rest, over all languages and in each."""
    parts: dict[tuple[str, str, str], list[NDArray[np.bool_]]] = {}
    for code, own in lines.items():
        layers = fired(generation, [turn.text for turn in own], code)
        kinds = np.array([kind_of(turn) for turn in own])
        risk = np.array(["risk" if turn.crisis else "no risk" for turn in own])
        for layer in LAYERS:
            for kind in set(kinds.tolist()):
                parts.setdefault((WHOLE, f"{name}: {kind}", layer), []).append(layers[layer][kinds == kind])
            for kind in ("risk", "no risk"):
                parts[EACH, f"{name}, {code}: {kind}", layer] = [layers[layer][risk == kind]]
    for (set_, what, layer), found in sorted(parts.items()):
        rows = np.concatenate(found)
        if len(rows):
            yield share(set_, what, layer, rows).take()


def talk(sets: Sets) -> Iterator[tuple[str, Sequence[str]]]:
    """Texts without risk, by name; none of them is learnt from."""
    rows = [
        line.split("\t")
        for path in sorted((sets.text / "multidogo").rglob("test.tsv.gz"))
        for line in list(data.lines(path))[1:]
    ]
    yield "MultiDoGO, test", [row[data.UTTERANCE] for row in rows if len(row) > data.UTTERANCE]
    held = (line for line in data.lines(sets.conversations / "sgd.jsonl.gz") if '"train-' not in line[:40])
    told = [json.loads(line) for line in held]
    yield "SGD, dev and test", [one["text"] for one in told if one["speaker"] == "customer"]
    cases = [str(case["texts"][0]) for own in sets.checklist.values() for case in own]
    yield "CheckList, first texts", list(dict.fromkeys(cases))


def export() -> dict[str, list[str]]:
    """Turns of customers in the sample export, a list a language."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "examples" / "export").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            turn = json.loads(line)
            if turn["speaker"] == "customer":
                found.setdefault(turn.get("language") or "en", []).append(turn["text"])
    return found


def of_talk(generation: Generation, sets: Sets) -> Iterator[Measured]:
    """False alarms for every 100,000 turns of ordinary talk."""
    for name, texts in talk(sets) if sets.public else ():
        layers = fired(generation, list(texts), "en")
        for layer in LAYERS:
            yield share(ORDINARY, name, layer, layers[layer], higher=False).take()
    own = [fired(generation, texts, code) for code, texts in export().items()]
    for layer in LAYERS:
        rows = np.concatenate([one[layer] for one in own])
        yield share(ORDINARY, "sample export", layer, rows, higher=False).take()


def measured(generation: Generation, sets: Sets, *, dev_only: bool) -> list[Measured]:
    """Every figure of a folder of model files: of the tests, or of the dev lines."""
    if dev_only:
        found = [one for part in ("turns", "hard") for one in of_turns(generation, f"authored dev, {part}", dev(part))]
        return [*found, *of_turns(generation, "authored dev, scenes", dev_scenes())]
    found = list(of_turns(generation, "fresh lines", risks(BLIND / "authored")))
    found += of_turns(generation, "fresh scenes", sets.scenes)
    found += of_turns(generation, "languages not learnt", risks(BLIND / "authored", "elsewhere"))
    found += of_turns(generation, "trouble, held out", turns(BLIND / "authored", "trouble"))
    return [*found, *of_turns(generation, "blind turns", sets.turns), *of_talk(generation, sets)]


def rate(one: Measured) -> str:
    """A figure with its interval; alarms for every 100,000."""
    found = score(one)
    if one.set == ORDINARY:
        return f"{found.value * PER:.0f} ({found.low * PER:.0f} to {found.high * PER:.0f})"
    return between(found)


def tables(generations: Sequence[Generation], sets: Sets, *, dev_only: bool) -> list[str]:
    """Over all languages, ordinary talk, the messages that were reported, and each language."""
    found = [by_key(measured(one, sets, dev_only=dev_only)) for one in generations]
    names = [f"{one.version} ({one.digest[:6]})" for one in generations]

    def of(name: str) -> str:
        keys = [key for key in found[0] if key[0] == name]
        rows = [(*key[1:], str(found[0][key].rows), *(rate(one[key]) for one in found)) for key in keys]
        return table((name, "layer", "rows", *names), rows)

    told = [(text, *(f"{one.read([text])['crisis'][0]:.2f}" for one in generations)) for text in REPORTED]
    bars = ("*fires from*", *(f"{one.bar('crisis_from'):.2f}" for one in generations))
    return [of(WHOLE), of(ORDINARY), table(("reported: probability of risk", *names), [*told, bars]), of(EACH)]


def write(found: Sequence[str]) -> None:
    """Put tables between the marks of the model card."""
    text = CARD.read_text(encoding="utf-8")
    before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
    CARD.write_text("\n\n".join((before + MARKS[0], *found, MARKS[1] + after)), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="*", default=[MODELS], help="folders of model files")
    parser.add_argument("--dev", action="store_true", help="the dev lines alone")
    parser.add_argument("--write", action="store_true", help="also write the model card's section")
    given = parser.parse_args()
    found = tables([Generation(folder) for folder in given.folders], Sets(), dev_only=given.dev)
    print("\n\n".join(found))
    if given.write:
        write(found[:-1])


if __name__ == "__main__":
    main()
