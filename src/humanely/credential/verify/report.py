"""An outcome as one JSON object, the same at the command line and over HTTP."""

from typing import Any

import msgspec

from humanely.credential.verify.outcome import Outcome
from humanely.credential.verify.problem import problems
from humanely.credential.verify.told import told


def report(outcome: Outcome, locale: str) -> dict[str, Any]:
    """The verdict, every check with its cause, what can still be said, the words for people, and the problems.

    Returns:
        Plain values that any JSON encoder takes; dates are ISO 8601.
    """
    said = told(outcome, locale)
    return {
        "verdict": outcome.verdict,
        "at": msgspec.to_builtins(outcome.at),
        "checks": [
            {**msgspec.to_builtins(check), "sentences": list(words.sentences)}
            for check, words in zip(outcome.checks, said.checks, strict=True)
        ],
        "credential": msgspec.to_builtins(outcome.about),
        "still": [
            {**msgspec.to_builtins(one), "sentence": words}
            for one, words in zip(outcome.statements, said.still, strict=True)
        ],
        "told": {name: value for name, value in msgspec.to_builtins(said).items() if name != "checks"},
        "problems": msgspec.to_builtins(problems(outcome)),
    }
