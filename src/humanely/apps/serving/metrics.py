"""What a monitor may count: how many and how long, never what was said nor of whom."""

from collections.abc import Iterable
from typing import get_args

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

from humanely.decision.decision import Action
from humanely.pipeline.outcome import Outcome
from humanely.pipeline.respond import Drafted

MEDIA_TYPE = "text/plain; version=0.0.4"
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 15.0, 60.0)


class Metrics:
    """Counts and times of one server; labels come from fixed lists only."""

    def __init__(self, operations: Iterable[str]) -> None:
        self.registry = CollectorRegistry()
        names = ("operation", "status")
        self.requests = Counter("humanely_requests", "Requests answered.", names, registry=self.registry)
        self.seconds = Histogram(
            "humanely_request_seconds", "Time to answer.", ("operation",), registry=self.registry, buckets=_SECONDS
        )
        self.turns = Counter("humanely_turns", "Turns taken.", ("speaker",), registry=self.registry)
        self.decisions = Counter("humanely_decisions", "Decisions made.", ("action",), registry=self.registry)
        self.verdicts = Counter(
            "humanely_check_verdicts", "Drafts checked before sending.", ("verdict",), registry=self.registry
        )
        self.model_calls = Counter(
            "humanely_model_server_calls", "Calls of the model server.", ("result",), registry=self.registry
        )
        for name in operations:
            self.seconds.labels(name)
        for action in get_args(Action):
            self.decisions.labels(action)

    def answered(self, operation: str, status: int, seconds: float) -> None:
        """Count one request."""
        self.requests.labels(operation, str(status)).inc()
        self.seconds.labels(operation).observe(seconds)

    def took(self, outcome: Outcome) -> None:
        """Count one turn."""
        self.turns.labels(outcome.turn[1].reading.turn.speaker.value).inc()
        if outcome.decision is not None:
            self.decisions.labels(outcome.decision[1].decision.action).inc()
        verdict = outcome.response[1].response.check if outcome.response else None
        if verdict is not None:
            self.verdicts.labels("passed" if verdict.passed else "refused").inc()

    def drafted(self, drafted: Drafted | None) -> None:
        """Count the calls that an answer took."""
        if drafted is not None:
            self.model_calls.labels("answered").inc(len(drafted.usages))
            if drafted.fault:
                self.model_calls.labels(drafted.fault).inc()

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)
