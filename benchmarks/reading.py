"""Speed, start and memory of the reading, beside four peers in the same run, two processors for each.

python -m venv PEERS && PEERS/bin/pip install -r benchmarks/requirements-peers.txt
python benchmarks/reading.py --peers PEERS/bin/python            # on a machine that does nothing else
python benchmarks/reading.py --peers PEERS/bin/python --write    # also put the table into docs/benchmarks.md

A peer that is not installed is named as missing. Each is timed in a process of its own, one after the other.
"""

import argparse
import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "benchmarks.md"
MARKS = ("<!-- reading -->", "<!-- /reading -->")
THREADS = 2
QUIET = 1.2
"""Above this load the figures are of a busy machine, and are not written down."""
SETS = {"service": "SGD, customers' turns", "social": "GoEmotions, test"}
MANY, SINGLES, FEW, WARM, STARTS = 2_048, 500, 256, 20, 5
PEERS = {
    "roberta": "classifier of the size of roberta-base, `transformers`, float32",
    "roberta-int8": "the same as ONNX, int8 by `quantize_dynamic`",
    "fasttext": "fastText, supervised on GoEmotions",
    "vader": "VADER: rules, English, sentiment only",
}
STARTING = "from humanely.estimate import read; read(['Where is my parcel?'], evidence=False)"


def service() -> list[str]:
    """Distinct customers' turns, spread over the whole export."""
    with gzip.open(DATA / "conversations" / "sgd.jsonl.gz", "rt", encoding="utf-8") as file:
        turns = [json.loads(line) for line in file]
    texts = list(dict.fromkeys(turn["text"] for turn in turns if turn["speaker"] == "customer"))
    return texts[:: len(texts) // MANY][:MANY]


def social() -> list[str]:
    """Distinct comments of the test split."""
    with gzip.open(DATA / "text" / "goemotions" / "test.tsv.gz", "rt", encoding="utf-8", newline="\n") as file:
        return list(dict.fromkeys(line.split("\t")[0] for line in file))[:MANY]


def percentiles(spent: list[float]) -> dict[str, float]:
    """Milliseconds of the median and of one in a hundred, without the first few."""
    p50, p99 = np.percentile(spent[WARM:], (50, 99)).tolist()
    return {"p50_ms": p50 * 1e3, "p99_ms": p99 * 1e3}


def each(read: Any, texts: list[str]) -> dict[str, float]:
    """Time one text after another."""
    spent = []
    for text in texts[:SINGLES]:
        begun = time.perf_counter()
        read([text])
        spent.append(time.perf_counter() - begun)
    return percentiles(spent)


def rate(read: Any, texts: list[str], repeats: int = 3) -> float:
    """Texts a second, all given at once, the best of a few repeats."""
    best = 0.0
    for _ in range(repeats):
        begun = time.perf_counter()
        read(texts)
        best = max(best, len(texts) / (time.perf_counter() - begun))
    return best


def macro_f1(said: np.ndarray, truth: np.ndarray) -> float:
    """Mean over labels of F1."""
    both = (said & truth).sum(axis=0)
    return float(np.mean(2 * both / np.maximum(said.sum(axis=0) + truth.sum(axis=0), 1)))


def goemotions() -> tuple[list[str], np.ndarray]:
    """The test split with its truths, bool, shape (texts, 28)."""
    with gzip.open(DATA / "text" / "goemotions" / "test.tsv.gz", "rt", encoding="utf-8", newline="\n") as file:
        rows = [line.rstrip("\r\n").split("\t") for line in file]
    return [row[0] for row in rows], np.array([[str(i) in row[1].split(",") for i in range(28)] for row in rows])


def ours(task: Any) -> dict[str, Any]:
    """Time our own reading; runs in a process of its own."""
    from humanely.affect.text import shipped
    from humanely.estimate import read

    def whole(texts: list[str]) -> object:
        return read(texts, evidence=False)

    estimator = shipped()  # one for all that is timed, as in the product; its threads follow this process's processors
    estimator.estimate_columns(["warm"])
    found: dict[str, Any] = {"started_mib": resident()}
    whole(task["sets"]["service"]["texts"][:WARM])  # word lists and languages are loaded when first used
    for name, own in task["sets"].items():
        texts = own["texts"]
        found[name] = {
            "encoder": {"per_s": rate(estimator.encoder.encode, texts)},
            "columns": {"per_s": rate(estimator.estimate_columns, texts), **each(estimator.estimate_columns, texts)},
            "read": {"per_s": rate(whole, texts, 1), **each(whole, texts)},
        }
    texts, truth = goemotions()
    limits = np.array(estimator.sheet.calibration.thresholds)
    found["macro_f1"] = macro_f1(estimator.estimate_columns(texts).emotions >= limits, truth)
    found["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def resident() -> float:
    """Memory this process holds now, MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def cold_start() -> float:
    """Seconds from starting a process until it has read its first message and left, the median of a few."""
    spent = []
    for _ in range(STARTS):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", STARTING], check=True)
        spent.append(time.perf_counter() - begun)
    return float(np.median(spent))


def in_process(command: list[str]) -> Any:
    """What a process says in its last line, or None where it says that it is missing."""
    told = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if told.returncode == 3:
        return None
    told.check_returncode()
    return json.loads(told.stdout.strip().splitlines()[-1])


def measured(python: str | None) -> dict[str, Any]:
    """Run everything, one after the other, and gather the figures."""
    from humanely.affect.encoder import Encoder
    from humanely.affect.text import MODELS

    tokenizer = Encoder(MODELS)
    sets = {}
    for name, texts in (("service", service()), ("social", social())):
        # The two end marks belong to every text.
        sets[name] = {"texts": texts, "lengths": [len(ids) + 2 for ids in tokenizer.tokens(texts)]}
    task = {"threads": THREADS, "few": FEW, "goemotions": str(DATA / "text" / "goemotions"), "sets": sets}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "task.json"
        path.write_text(json.dumps(task), encoding="utf-8")
        found = {"ours": in_process([sys.executable, __file__, "--task", str(path)]), "start_s": cold_start()}
        for name in PEERS:
            peer = Path(__file__).with_name("peers.py")
            found[name] = None if python is None else in_process([python, str(peer), name, str(path)])
    found["tokens"] = {name: float(np.mean(own["lengths"])) for name, own in sets.items()}
    return found


def row(title: str, figures: dict[str, dict[str, float]], base: dict[str, float] | None, f1: str) -> str:
    """One line of the table: the ratio on each set, then what it is a ratio of."""
    cells = [title]
    for name in SETS:
        cells.append("—" if base is None else f"{figures[name]['per_s'] / base[name]:,.1f} ×")
    cells += [f"{figures[name]['per_s']:,.0f}" for name in SETS]
    single = figures["service"]
    cells.append(f"{single['p50_ms']:.2f} / {single['p99_ms']:.2f}" if "p50_ms" in single else "—")
    return f"| {' | '.join([*cells, f1])} |"


def table(found: dict[str, Any], load: float) -> str:
    """Say what came out, ratios first."""
    own = found["ours"]
    base = {name: found["roberta"][name]["per_s"] for name in SETS} if found["roberta"] else None
    f1 = f"{own['macro_f1']:.3f}"
    titles = {"encoder": "our encoder, vectors only", "columns": "our estimates", "read": "our whole `read`"}
    lines = [
        row(title, {name: own[name][part] for name in SETS}, base, "" if part == "encoder" else f1)
        for part, title in titles.items()
    ]
    for name, title in PEERS.items():
        peer = found[name]
        if peer is None:
            lines.append(f"| {title} | missing | | | | | |")
        else:
            lines.append(row(title, peer, base, f"{peer['macro_f1']:.3f}" if "macro_f1" in peer else "—"))
    tokens = ", ".join(f"{SETS[name]} {count:.1f}" for name, count in found["tokens"].items())
    return f"""\
Measured by `python benchmarks/reading.py --write` on {platform.machine()}, Python {platform.python_version()}, \
{THREADS} processors for each, load before the run {load:.1f}. Tokens a message, as our model cuts it, end marks \
included: {tokens}. The `roberta-base`-sized peers have random weights and get ids of the same lengths ready made, so \
their tokenizing is not counted; they read {FEW} messages a \
set, the others {MANY:,}. fastText and VADER run on one thread.

| | as fast as the float32 peer, {SETS["service"]} | {SETS["social"]} | messages a second, {SETS["service"]} | \
{SETS["social"]} | one message, p50 / p99, ms | macro-F1, GoEmotions test |
|---|---|---|---|---|---|---|
{chr(10).join(lines)}

| | |
|---|---|
| a new process until its first reading is done | {found["start_s"]:.2f} s |
| memory once the first text was read | {own["started_mib"]:,.0f} MiB |
| memory at most, batches included | {own["peak_mib"]:,.0f} MiB |
"""


def main() -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="the Python of the environment where the peers are installed")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--task", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:THREADS])  # children inherit it
    if arguments.task:
        print(json.dumps(ours(json.loads(arguments.task.read_text(encoding="utf-8")))))
        return
    if not DATA.exists():
        sys.exit(f"The public data are not at {DATA}.")
    load = os.getloadavg()[0]
    found = table(measured(arguments.peers), load)
    print(found)
    if load > QUIET:
        print(f"The load before the run was {load:.1f}: these are figures of a busy machine.")
    if arguments.write and load > QUIET:
        sys.exit("Nothing was written. Run it again when nothing else runs.")
    if arguments.write:
        text = PAGE.read_text(encoding="utf-8")
        before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}\n{found}{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
