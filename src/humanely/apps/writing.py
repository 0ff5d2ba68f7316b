"""Answers a model server writes, outside of the engine: they take seconds, and nobody else waits for them."""

import logging
from collections.abc import Sequence

from humanely.pipeline.case import Case, occasion, situation
from humanely.pipeline.house import House
from humanely.pipeline.respond import Drafted
from humanely.response.generated.generate import Generated, Writer, generate, vet
from humanely.response.generated.persona import Persona
from humanely.response.generated.prompt import messages
from humanely.response.response import Source

NAMED_FROM = 0.3
"""Probability from which a feeling is named to the model."""
NAMED = 2
"""Feelings named at most."""

_LOG = logging.getLogger(__name__)


class Writing:
    """Writes and checks answers for cases that are pending. Used by many threads at once.

    Args:
        house: the rules of the house.
        persona: who speaks.
        server: writes; None where callers bring their drafts and nobody writes them anew.
    """

    def __init__(self, house: House, persona: Persona, server: Writer | None = None) -> None:
        self.house = house
        self._persona = persona
        self.server = server

    def adopt(self, house: House, persona: Persona) -> None:
        """Go by other rules from the next answer on."""
        self.house, self._persona = house, persona

    def written(self, case: Case) -> Drafted | None:
        """Have an answer written; None where nobody writes here. Takes seconds."""
        if self.server is None:
            return None
        against = situation(case, self.house)
        wanted = occasion(case, self.house)
        prompt = messages(self._persona, case.decision, against, wanted, feelings=feelings(case))
        return self._drafted(generate(self.server, prompt, against, self.house.rules), "generated")

    def vetted(self, case: Case, draft: str) -> Drafted:
        """Check what a caller wrote."""
        return self._drafted(vet(draft, situation(case, self.house), self.house.rules), "draft")

    def _drafted(self, generated: Generated, source: Source) -> Drafted:
        for usage in generated.usages:
            _LOG.info(
                "model %s: %s tokens in, %s out, cost %s %s, %.2f s",
                *(usage.model, usage.tokens_in, usage.tokens_out, usage.cost, usage.currency, usage.latency_s),
            )
        return Drafted(generated.text, generated.verdict, generated.fallback, source, generated.usages, generated.fault)


def feelings(case: Case) -> Sequence[str]:
    """What the newest message may feel like, surest first; none where the estimate abstains."""
    turn = case.state.turn
    if turn is None or turn.reading.emotions is None or not turn.reading.confident:
        return ()
    felt = sorted(turn.reading.emotions.items(), key=lambda one: -one[1])
    return [name for name, probability in felt[:NAMED] if probability >= NAMED_FROM and name != "neutral"]
