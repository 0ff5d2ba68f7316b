"""The test rows: public sets beside the project, and the authored ones in it. Nothing here is trained on."""

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from training import authored, data
from training.data import Example, place
from training.measure.projected import is_test

ROOT = Path(__file__).parents[2]
PUBLIC = ROOT.parent / "shared" / "data"
BLIND = ROOT / "tests" / "affect" / "assets"
NEEDS = ROOT / "tests" / "context" / "assets" / "needs_test.jsonl"
FEWEST = 50
"""A language with fewer test lines has no figure of its own."""
TRAFFIC = 25_000
"""At most so many turns of each service set are read for risk."""
CASES = 500
"""At most so many cases of each CheckList test; each may be up to 22 texts."""

Row = TypeVar("Row")


def many_hot(sets: Sequence[Iterable[str] | None], labels: Sequence[str]) -> NDArray[np.bool_]:
    """Which labels each row carries, shape (rows, labels)."""
    return np.array([[label in own for label in labels] for own in (frozenset(s or ()) for s in sets)], dtype=np.bool_)


def texts_of(examples: Iterable[Example]) -> list[str]:
    """Their texts, in order."""
    return [one.text for one in examples]


class Sets:
    """All test rows, read when first asked for.

    Args:
        public: where the public data lie; without them only authored rows are there.
        most: at most so many rows a set and language, chosen by a hash of the text.
    """

    def __init__(self, public: Path = PUBLIC, most: int | None = None) -> None:
        self.text, self.conversations = public / "text", public / "conversations"
        self.most = most

    @property
    def public(self) -> bool:
        """Whether the public data are there."""
        return self.text.exists()

    def some(self, rows: Iterable[Row], text: Callable[[Row], str], most: int | None = None) -> list[Row]:
        """At most `most` of the rows, or all in their order."""
        found = list(rows)
        limit = min(self.most or 10**9, most or 10**9)
        if len(found) <= limit:
            return found
        return sorted(found, key=lambda row: place(f"order {text(row)}"))[:limit]

    def _examples(self, rows: Iterable[Example]) -> list[Example]:
        return self.some(rows, lambda row: row.text)

    @cached_property
    def goemotions(self) -> dict[str, list[Example]]:
        """``dev`` and ``test``."""
        found = list(data.goemotions(self.text))
        return {split: self._examples(e for e in found if e.split == split) for split in ("dev", "test")}

    @cached_property
    def xed(self) -> dict[str, list[Example]]:
        """Lines with an emotion, a list a language; of projected lines only those whose source line is a test line."""
        found = defaultdict(list)
        for one in data.xed_human(self.text):
            if one.source == "xed" and one.split == "test":
                found[one.language].append(one)
        for one in data.xed_projected(self.text, 2500):
            if is_test(one.language, one.text):
                found[one.language].append(one)
        return {language: self._examples(own) for language, own in found.items() if len(own) >= FEWEST}

    @cached_property
    def xed_dev(self) -> list[Example]:
        """English and Finnish dev lines with an emotion."""
        return self._examples(e for e in data.xed_human(self.text) if e.source == "xed" and e.split == "dev")

    @cached_property
    def xed_neutral(self) -> list[Example]:
        """English and Finnish lines without an emotion."""
        return self._examples(e for e in data.xed_human(self.text) if e.source == "xed-neutral" and e.split == "test")

    @cached_property
    def afrisenti(self) -> dict[str, list[Example]]:
        """A list a language."""
        found = defaultdict(list)
        for one in data.afrisenti(self.text):
            if one.split == "test":
                found[one.language].append(one)
        return {language: self._examples(own) for language, own in found.items()}

    @cached_property
    def politeness(self) -> dict[str, list[Example]]:
        """Requests of the top and the bottom quarter, a list a community."""
        found = defaultdict(list)
        for one in data.politeness(self.text):
            if one.split == "test" and one.politeness is not None and not 0.25 < one.politeness < 0.75:
                found[one.source.removeprefix("politeness-")].append(one)
        return {community: self._examples(own) for community, own in found.items()}

    @cached_property
    def asking(self) -> dict[str, list[authored.AuthoredTurn]]:
        """Authored test turns that ask for a person, and such as look like it, a list a language."""
        return authored.turns(BLIND / "authored", "asking")

    @cached_property
    def scenes(self) -> dict[str, list[authored.AuthoredRisk]]:
        """Authored test turns of risk, and of what sounds like it, a list a language."""
        return authored.risks(BLIND / "authored", "scenes")

    @cached_property
    def turns(self) -> dict[str, list[authored.AuthoredTurn]]:
        """Authored test turns, a list a language."""
        return authored.turns(BLIND / "authored")

    @cached_property
    def needs(self) -> dict[str, list[dict[str, Any]]]:
        """The older authored test of need, a list a language."""
        found = defaultdict(list)
        for line in NEEDS.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["language"]].append(row)
        return dict(found)

    @cached_property
    def exchanges(self) -> dict[str, list[authored.AuthoredExchange]]:
        """Authored test messages with their answers, a list a language."""
        return authored.exchanges(BLIND / "authored")

    @cached_property
    def triples(self) -> dict[str, list[dict[str, str]]]:
        """The older authored messages with a cold, a kind and a gushing answer, a list a language."""
        found = defaultdict(list)
        for line in (BLIND / "answers_test.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["language"]].append(row)
        return dict(found)

    @cached_property
    def checklist(self) -> dict[str, list[dict[str, Any]]]:
        """Cases of the CheckList sentiment suite, a list a test, at most `CASES` of each."""
        found = defaultdict(list)
        for line in data.lines(self.text / "checklist_sentiment" / "sentiment_suite.jsonl.gz"):
            row = json.loads(line)
            found[row["test"]].append(row)
        most = CASES if self.most is None else self.most // 2
        return {name: self.some(own, lambda row: str(row["texts"][0]), most) for name, own in found.items()}

    @cached_property
    def lexicons(self) -> dict[str, list[Any]]:
        """CheckList's words for people: names, nationalities, religions, sexualities."""
        path = self.text / "checklist_sentiment" / "lexicons_basic.json"
        found: dict[str, list[Any]] = json.loads(path.read_text(encoding="utf-8"))
        return found

    @cached_property
    def traffic(self) -> dict[str, list[str]]:
        """Turns of customers in which no life is at risk, but for a few of the Reddit comments; by set."""
        with gzip.open(self.conversations / "sgd.jsonl.gz", "rt", encoding="utf-8") as stream:
            turns = (json.loads(line) for line in stream)
            sgd = [turn["text"] for turn in turns if turn["speaker"] == "customer"]
        dogo = []
        for path in sorted((self.text / "multidogo").rglob("*.tsv.gz")):
            rows = [line.split("\t") for line in data.lines(path)]
            at = rows[0].index("utterance")
            dogo += [row[at] for row in rows[1:] if len(row) > at]
        comments = [e.text for e in data.goemotions(self.text) if e.split == "test"]
        found = {"SGD": sgd, "MultiDoGO": dogo, "GoEmotions": comments}
        return {name: self.some(own, lambda text: text, TRAFFIC) for name, own in found.items()}
