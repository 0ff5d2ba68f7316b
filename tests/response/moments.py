"""Authored moments in which a model server is asked for a reply."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from humanely.decision.decision import Action, Decision
from humanely.response.generated.persona import Persona, default_persona
from humanely.response.generated.prompt import Prompt, messages
from humanely.response.plan import Cause, Occasion
from humanely.response.situation import Situation

FILE = Path(__file__).parent / "assets" / "moments.toml"
MOST_NEED = 3


class Moment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One message, and what is known when it is answered."""

    text: str
    language: str = "en"
    need: int = 0
    valence: float = 0.0
    situations: frozenset[str] = frozenset()
    feelings: tuple[str, ...] = ()
    cause: Cause = "none"
    action: Action = "reply"
    facts: dict[str, str] = {}

    @property
    def situation(self) -> Situation:
        """What a draft is held against."""
        return Situation(
            messages=(self.text,),
            language=self.language,
            valence=self.valence,
            need=self.need / MOST_NEED,
            vulnerable="vulnerable" in self.situations,
            sarcastic="sarcastic" in self.situations,
            facts=tuple(self.facts.values()),
        )

    def prompt(self, persona: Persona | None = None) -> Prompt:
        """What a model is asked."""
        occasion = Occasion(
            need=self.need,
            situations=self.situations,
            cause=self.cause,
            facts=self.facts,
            step="clarify" if self.action == "clarify" else "none",
        )
        return messages(
            persona or default_persona(), decided(self.action), self.situation, occasion, feelings=self.feelings
        )


@cache
def moments() -> tuple[Moment, ...]:
    """All of them, in the order of the file."""
    return msgspec.convert(tomllib.loads(FILE.read_text(encoding="utf-8"))["moment"], tuple[Moment, ...])


def decided(action: Action) -> Decision:
    """A decision of which only the action matters."""
    return Decision(
        action=action, approach="contextual", reasons=(), alternatives=(), confidence=1.0, policy_version="test"
    )
