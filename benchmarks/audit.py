"""Speed and memory of `humanely audit`, beside VADER reading the same customer messages in the same run.

python benchmarks/audit.py                 # ../shared/data/conversations/sgd.jsonl.gz
python benchmarks/audit.py EXPORT --write  # also put the table into docs/benchmarks.md
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

ROOT = Path(__file__).parents[1]
SGD = ROOT.parent / "shared" / "data" / "conversations" / "sgd.jsonl.gz"
PAGE = ROOT / "docs" / "benchmarks.md"
MARKS = ("<!-- audit -->", "<!-- /audit -->")


def audited(export: Path) -> tuple[float, float, dict[str, int]]:
    """Seconds, peak memory in MiB, and what was covered, of one whole command."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", "from humanely.apps.cli.main import run; run()"]
        begun = time.perf_counter()
        told = subprocess.run(
            [*command, "audit", str(export), "--json", "--out", f"{folder}/report.html"],
            check=True,
            stdout=subprocess.PIPE,
        )
        spent = time.perf_counter() - begun
        # The largest child so far is this one: nothing else was run before it.
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return spent, peak, json.loads(told.stdout)["coverage"]


def vader(export: Path) -> tuple[float, int]:
    """Seconds VADER takes for every customer message, one core, reading the file included."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer, count = SentimentIntensityAnalyzer(), 0
    begun = time.perf_counter()
    with gzip.open(export, "rt", encoding="utf-8") as lines:
        for line in lines:
            turn = json.loads(line)
            if turn["speaker"] == "customer":
                analyzer.polarity_scores(turn["text"])
                count += 1
    return time.perf_counter() - begun, count


def table(export: Path) -> str:
    """Run both and say what came out."""
    spent, peak, covered = audited(export)
    peer_s, messages = vader(export)
    turns, speed = covered["turns"], covered["turns"] / spent
    per_message = (spent / covered["customer_turns"]) / (peer_s / messages)
    return f"""\
Measured by `python benchmarks/audit.py --write` on {os.cpu_count()} cores ({platform.machine()}, Python \
{platform.python_version()}), the whole command from start to written report, on `{export.name}`.

| | |
|---|---|
| time a customer message, as a multiple of VADER's (one core, sentiment only, English only) | {per_message:.1f} × |
| turns a second, start-up and report included | {speed:,.0f} |
| whole run | {spent:,.0f} s |
| peak memory | {peak:,.0f} MiB |
| turns, conversations | {turns:,}, {covered["conversations"]:,} |
| customer turns | {covered["customer_turns"]:,} |
| texts read by the model, messages and answers (the rest are near-equal to one read before) | \
{covered["distinct_texts"]:,} |
"""


def main() -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", nargs="?", type=Path, default=SGD)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if not arguments.export.exists():
        sys.exit(f"{arguments.export} is not here. Name a gzipped JSONL export with speaker and text.")
    found = table(arguments.export)
    print(found)
    if arguments.write:
        text = PAGE.read_text(encoding="utf-8")
        before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}\n{found}{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
