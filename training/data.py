"""The public sets, and the authored ones, as one list of examples with their splits.

GoEmotions and AfriSenti keep their official splits. XED publishes none: a line of English or Finnish
belongs to `test` (1 in 10), `dev` (1 in 10) or `train` by the SHA-256 of its folded text, so that equal
lines never part. A projected line is a translation of an English or Finnish one; `training.splits` gives
it the split of the line it was made from where that line can be told, so that no translation of a test
line is learnt. Politeness and the authored examples are split by hash, too (authored: no test part here, theirs lies
under ``tests/``).
"""

import csv
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from humanely.affect.labels import GOEMOTIONS, MARKS, PLUTCHIK, SENTIMENTS
from training.authored import PARTS, RISKS
from training.authored import exchanges as authored_exchanges
from training.authored import risks as authored_risks
from training.authored import turns as authored_turns
from training.grammar import sentences

SPLITS = ("train", "dev", "test")
AUTHORED = Path(__file__).with_name("authored")
AUTHORED_DEV = 0.15
UTTERANCE = 3
"""The column of the text in MultiDoGO's files."""
GRAMMAR = 4000
"""Sentences a grammar makes; more of them say the same again."""
_NEAR_RISK = re.compile(
    r"suicid|kill|die|dying|dead|death|alive|life|live|living|end it|hurt|harm|cut|jump|hang|pill|goodbye",
    re.IGNORECASE,
)
"""A comment with none of these words is taken as a plain example without risk; the others teach nothing of it."""
SERVICE = 6000
"""Customers' turns of service talk, of the many that say nothing of a feeling."""
GOOD, BAD = {"joy", "trust", "anticipation"}, {"anger", "disgust", "fear", "sadness"}


@dataclass(frozen=True)
class Example:
    """One text and what is known of it; a field is None when the set does not say."""

    text: str
    source: str
    language: str
    split: str
    emotions: frozenset[str] | None = None
    plutchik: frozenset[str] | None = None
    sentiment: str | None = None
    politeness: float | None = None
    """[0, 1]; of the public set the rank of the rating among all of its community."""
    origin: str | None = None
    """The line a projected one was translated from, where it can be told."""
    copy: bool = False
    """Made of another example by `training.augment`."""
    situation: frozenset[str] | None = None
    need: int | None = None
    crisis: bool | None = None
    message: str | None = None
    """What an answer answers."""
    answer: dict[str, int] | None = None
    """Degrees of the four kinds, 0 to 2; promise, 0 or 1; what speaks against it, 0 or 1 each."""


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a gzipped text file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield line.rstrip("\r\n")


def place(text: str) -> float:
    """Return a number in [0, 1) that depends on the folded text alone."""
    folded = " ".join(text.casefold().split())
    return int.from_bytes(hashlib.sha256(folded.encode()).digest()[:8], "big") / 2**64


def split_by_hash(text: str) -> str:
    at = place(text)
    return "test" if at < 0.1 else "dev" if at < 0.2 else "train"


def goemotions(root: Path) -> Iterator[Example]:
    """The official split; sentiment follows the published map, unless mixed or ambiguous."""
    folder = root / "goemotions"
    groups = json.loads((folder / "sentiment_dict.json").read_text(encoding="utf-8"))
    side = {e: s for s, name in (("pos", "positive"), ("neg", "negative")) for e in groups[name]} | {"neutral": "neu"}
    for split in SPLITS:
        for line in lines(folder / f"{split}.tsv.gz"):
            text, ids, _ = line.split("\t")
            labels = frozenset(GOEMOTIONS[int(i)] for i in ids.split(","))
            sides = {side.get(label, "?") for label in labels}
            if len(sides) > 1:
                sides.discard("neu")
            sentiment = sides.pop() if len(sides) == 1 else "?"
            yield Example(
                text=text,
                source="goemotions",
                language="en",
                split=split,
                emotions=labels,
                sentiment=None if sentiment == "?" else sentiment,
                crisis=None if _NEAR_RISK.search(text) else False,
            )


def plutchik_sentiment(labels: frozenset[str]) -> str | None:
    """Side of a set of Plutchik labels; None when mixed or told by surprise alone."""
    if not labels:
        return "neu"
    good, bad = bool(labels & GOOD), bool(labels & BAD)
    return None if good == bad else "pos" if good else "neg"


def xed_file(path: Path, source: str, language: str) -> Iterator[Example]:
    for line in lines(path):
        found = re.fullmatch(r"(.*\S.*)\t([0-9, ]+)", line)
        if found is None:  # a few lines are broken in two or carry no labels
            continue
        text = found[1]
        labels = frozenset(PLUTCHIK[int(i) - 1] for i in found[2].split(",") if i.strip() and int(i) > 0)
        if labels:
            yield Example(text, source, language, split_by_hash(text), None, labels, plutchik_sentiment(labels))


def xed_human(root: Path) -> Iterator[Example]:
    """English and Finnish lines annotated by hand, with the neutral ones."""
    folder = root / "xed" / "AnnotatedData"
    for language in ("en", "fi"):
        yield from xed_file(folder / f"{language}-annotated.tsv.gz", "xed", language)
        for line in lines(folder / f"neu_{language}.txt.gz"):
            text = line.split("\t")[1] if "\t" in line else ""
            if text.strip():
                yield Example(text, "xed-neutral", language, split_by_hash(text), None, frozenset(), "neu")


def xed_projected(root: Path, most: int) -> Iterator[Example]:
    """At most `most` lines a language, chosen by hash; splits are set by `training.splits`."""
    for path in sorted((root / "xed" / "Projections").glob("*.tsv.gz")):
        language = path.name.split("-")[0]
        if language in {"en", "fi"}:
            continue
        found = sorted(xed_file(path, "xed-projected", language), key=lambda e: place("order " + e.text))
        yield from found[:most]


def afrisenti(root: Path) -> Iterator[Example]:
    """The official split of each language; Oromo and Tigrinya have no training part."""
    short = {"negative": "neg", "neutral": "neu", "positive": "pos"}
    for path in sorted((root / "afrisenti").glob("*/*.tsv.gz")):
        split = path.name.split(".")[0]
        if split not in SPLITS:
            continue
        for line in lines(path):
            text, _, label = line.rpartition("\t")
            if label in short:
                yield Example(text, "afrisenti", path.parent.name, split, None, None, short[label])


def politeness(root: Path) -> Iterator[Example]:
    """Requests with the rank of their rating; split 80/10/10 by hash."""
    for name in ("wikipedia", "stack-exchange"):
        with gzip.open(root / "politeness" / f"{name}.annotated.csv.gz", "rt", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        ranks = np.argsort(np.argsort([float(row["Normalized Score"]) for row in rows])) / (len(rows) - 1)
        for row, rank in zip(rows, ranks.tolist(), strict=True):
            text = row["Request"]
            yield Example(text, f"politeness-{name}", "en", split_by_hash(text), politeness=rank)


def service(root: Path, most: int = SERVICE) -> Iterator[Example]:
    """Turns of service talk in which no life is at risk, for training, chosen by hash.

    What they may feel like an earlier network tells, as it does of lines that were translated: each is its own origin.
    """
    rows = [line.split("\t") for path in sorted((root / "multidogo").rglob("train.tsv.gz")) for line in lines(path)]
    texts = {row[UTTERANCE] for row in rows if len(row) > UTTERANCE} - {"utterance"}
    for text in sorted(texts, key=lambda text: (place(f"order {text}"), text))[:most]:
        yield Example(text, "multidogo", "en", "train", origin=text, crisis=False)


def authored(folder: Path) -> Iterator[Example]:
    """Our own examples; about one in seven is dev, minimal pairs stay together.

    ``trouble`` and ``risk``, in which scenes recur across languages, have no dev part.
    """
    for part in PARTS:
        for language, own in authored_turns(folder, part).items():
            for turn in own:
                yield Example(
                    text=turn.text,
                    source=f"authored-{part}",
                    language=language,
                    split="dev" if part != "trouble" and place(turn.pair or turn.text) < AUTHORED_DEV else "train",
                    emotions=frozenset(turn.emotions),
                    sentiment=turn.sentiment,
                    situation=frozenset(turn.situation),
                    need=turn.need,
                    crisis=turn.crisis,
                )
    for part in RISKS:
        for language, told in authored_risks(folder, part).items():
            for line in told:
                split = "dev" if part == "scenes" and place(line.text) < AUTHORED_DEV else "train"
                yield Example(line.text, f"authored-{part}", language, split, crisis=line.crisis)
    for language, exchanged in authored_exchanges(folder).items():
        for one in exchanged:
            split = "dev" if place(one.message) < AUTHORED_DEV else "train"
            for answer in one.answers:
                degrees = {name: getattr(answer, name) for name in ("feels_with", "understands", "asks", "acts")}
                marks = {name: int(name in answer.against) for name in MARKS}
                yield Example(
                    text=answer.text,
                    source="authored-answers",
                    language=language,
                    split=split,
                    politeness=answer.politeness / 2,
                    message=one.message,
                    answer=degrees | marks | {"promise": int(answer.promise)},
                )


def made(folder: Path) -> Iterator[Example]:
    """Sentences of the grammars, all for training: they know the side of a feeling alone."""
    for path in sorted((folder / "grammar").glob("*.toml")):
        for text, side in sentences(path, GRAMMAR, seed=1):
            yield Example(text, "authored-grammar", path.stem, "train", sentiment=side)


def emobank(root: Path) -> tuple[list[str], list[float], list[float]]:
    """Texts with valence and arousal, 1 to 5; for evaluation only (share-alike licence)."""
    with gzip.open(root / "emobank" / "emobank.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [r["text"] for r in rows], [float(r["V"]) for r in rows], [float(r["A"]) for r in rows]


def public_texts(data: Path) -> Iterator[str]:
    """Every public text in reach, to see which tokens are used."""
    root = data / "text"
    yield from (e.text for e in goemotions(root))
    yield from (e.text for e in xed_human(root))
    yield from (e.text for e in xed_projected(root, 10**9))
    yield from (e.text for e in afrisenti(root))
    yield from emobank(root)[0]
    for path in sorted((root / "multidogo").rglob("*.tsv.gz")):
        yield from lines(path)
    with gzip.open(data / "conversations" / "sgd.jsonl.gz", "rt", encoding="utf-8") as stream:
        yield from (json.loads(line)["text"] for line in stream)
    for path in sorted((data / "platform" / "cldr-annotations").glob("*.json")):
        for emoji, entry in json.loads(path.read_text(encoding="utf-8")).items():
            yield f"{emoji} {entry.get('name', '')} {' '.join(entry.get('keywords', ()))}"


def sentiment_id(example: Example) -> int:
    return -1 if example.sentiment is None else SENTIMENTS.index(example.sentiment)


def read_all(root: Path, projected: int = 2500) -> list[Example]:
    """Every example of every training set, before `training.splits` moves translations."""
    return [
        *goemotions(root),
        *xed_human(root),
        *xed_projected(root, projected),
        *afrisenti(root),
        *politeness(root),
        *service(root),
    ]


def write_examples(path: Path, examples: list[Example]) -> None:
    """Keep examples as JSON lines."""
    path.write_bytes(msgspec.json.Encoder(order="sorted").encode_lines(examples))


def read_examples(path: Path) -> list[Example]:
    """Read what `write_examples` kept."""
    return msgspec.json.Decoder(Example).decode_lines(path.read_bytes())
