"""How many of the planted problems of the sample export the audit finds, and how often it cries wolf.

python benchmarks/planted.py           # prints the table
python benchmarks/planted.py --write   # also puts it into docs/benchmarks.md
"""

import datetime as dt
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from humanely.audit.intake import Exports
from humanely.audit.report import Report
from humanely.audit.run import Options, run
from humanely.estimate import ConversationReader

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
MARKS = ("<!-- planted -->", "<!-- /planted -->")


def planted() -> dict[str, set[str]]:
    """Conversations in which the author of the sample planted each problem."""
    found: dict[str, set[str]] = defaultdict(set)
    for manifest in sorted((ROOT / "examples" / "planted").glob("*.jsonl")):
        for line in manifest.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            found[entry["problem"]].add(entry["conversation_id"])
    return found


def audited() -> Report:
    """Audit the sample export."""
    with tempfile.TemporaryDirectory() as folder:
        options = Options(Exports((str(ROOT / "examples" / "export"),)), Path(folder) / "rejects.jsonl")
        return run(options, ConversationReader(), now=dt.datetime.now(dt.UTC))


def table(report: Report) -> str:
    """One row a problem; fine conversations are those without any planted problem."""
    problems = planted()
    troubled = set().union(*(ids for code, ids in problems.items() if code != "best_answer"))
    fine = report.coverage.conversations - len(troubled)
    lines = [
        f"Measured by `python benchmarks/planted.py --write` on {report.coverage.conversations} conversations,",
        f"{fine} of them without a planted problem. The rules were developed with this export at hand, so these",
        "figures show that the audit works, not how well it does on yours.",
        "",
        "| problem | planted in | found of those | flagged among the fine ones |",
        "|---|---|---|---|",
    ]
    for finding in sorted((f for f in report.findings if f.code in problems), key=lambda f: f.code):
        ids, there = set(finding.conversation_ids), problems[finding.code]
        wolf = len(ids - troubled - there)
        lines.append(f"| {finding.title} | {len(there)} | {len(ids & there)} | {wolf} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and write when asked to."""
    found = table(audited())
    print(found)
    if "--write" in sys.argv[1:]:
        text = PAGE.read_text(encoding="utf-8")
        before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}\n{found}{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
