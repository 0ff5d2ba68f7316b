"""What a model server is asked: who it is, what the moment calls for, the only facts, the person's words as data."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

import msgspec
from babel import Locale, UnknownLocaleError

from humanely.decision.decision import Decision
from humanely.response.channel import LIMITS
from humanely.response.finding import Verdict
from humanely.response.generated.completion import ChatMessage
from humanely.response.generated.hidden import Hidden, hide
from humanely.response.generated.persona import Persona
from humanely.response.plan import Occasion, plan
from humanely.response.situation import Situation

LONGEST_MESSAGE = 3000
"""Characters of one text that a model reads; the middle of a longer one is left out."""

REMEMBERED = 4
"""Earlier messages of the person that a model reads."""

TITLES = ("earlier", "answered", "now", "again")
"""Pieces of the frame that stand above what follows."""

_FENCE_DIGITS = 12
_TURN_MARK = re.compile(r"<\|[^<>]{0,40}\|>|</?s>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>", re.IGNORECASE)


class Pieces(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pieces of ``prompt.toml``: what frames it, what each action means, what each part of a plan asks for."""

    frame: dict[str, str]
    decided: dict[str, str]
    parts: dict[str, str]


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """What a model is asked, and what its answer is held against.

    Attributes:
        messages: personal data masked.
        fence: marks the words that are data; no reply holds it.
        hidden: what was masked; never leaves this machine.
        facts: all that the model was given, as it is.
        persona: the name under which it speaks.
    """

    messages: tuple[ChatMessage, ...]
    fence: str
    hidden: Hidden
    facts: tuple[str, ...]
    persona: str

    def grounded(self, situation: Situation) -> Situation:
        """The situation with all that the model was given, so that the check believes that and nothing else."""
        return msgspec.structs.replace(situation, facts=self.facts, persona=self.persona)


@lru_cache(maxsize=1)
def pieces() -> Pieces:
    """The pieces shipped."""
    source = (resources.files("humanely.response.generated") / "prompt.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(source), Pieces)


def messages(
    persona: Persona, decision: Decision, situation: Situation, occasion: Occasion, *, feelings: Sequence[str] = ()
) -> Prompt:
    """Ask for the reply that a moment calls for.

    Args:
        persona: who speaks.
        decision: what was decided, other than silence or a handoff.
        situation: whose messages are answered, with `facts` as the only ones; masked here.
        occasion: what a reply is planned by; its channel and the limit of the situation bound the length.
        feelings: names of what the messages may feel like, strongest first; none where that is not known.
    """
    facts = tuple(dict.fromkeys((*situation.facts, *occasion.facts.values(), *persona.facts)))
    hidden = hide(msgspec.structs.replace(situation, facts=facts))
    fence = _fence((*hidden.messages, *hidden.earlier, *hidden.answers))
    lines = (
        *_who(persona, situation),
        *_moment(decision, occasion, feelings),
        *_facts(hidden.facts),
        *_form(persona, situation, occasion, fence),
    )
    return Prompt(
        messages=(ChatMessage("system", "\n".join(lines)), ChatMessage("user", _said(hidden, fence))),
        fence=fence,
        hidden=hidden,
        facts=facts,
        persona=persona.name or situation.persona,
    )


def guidance(decision: Decision, occasion: Occasion, *, feelings: Sequence[str] = ()) -> str:
    """What a moment calls for, in words to a bot's own model, which knows the rest."""
    return "\n".join(_moment(decision, occasion, feelings))


def mended(verdict: Verdict) -> str:
    """What was wrong with a draft, in words to whoever wrote it."""
    frame = pieces().frame
    wrong = dict.fromkeys(f"- {one.reason} {one.fix}" for one in verdict.findings if one.severity != "note")
    return "\n".join((frame["again"], *wrong, frame["anew"]))


def again(prompt: Prompt, draft: str, verdict: Verdict) -> tuple[ChatMessage, ...]:
    """Ask once more, with what was wrong with a draft; the draft is masked like all else."""
    frame, shown = pieces().frame, prompt.hidden.conceal(draft).strip()
    if shown:
        return (*prompt.messages, ChatMessage("assistant", shown), ChatMessage("user", mended(verdict)))
    *before, last = prompt.messages
    return (*before, ChatMessage(last.role, f"{last.content}\n{frame['anew']}"))


def _who(persona: Persona, situation: Situation) -> Iterator[str]:
    frame, name = pieces().frame, persona.name or situation.persona
    yield frame["who"].format(name=name) if name else frame["nameless"]
    yield persona.tone
    yield from (f"- {line}" for line in (*persona.do, *persona.dont))


def _moment(decision: Decision, occasion: Occasion, feelings: Sequence[str]) -> Iterator[str]:
    """What was decided, then the parts of the very plan a composed reply would follow."""
    frame, parts = pieces().frame, pieces().parts
    yield frame["moment"]
    yield f"- {pieces().decided[decision.action]}"
    yield from (f"- {parts[part.message]}" for part in plan(occasion).parts if part.kind != "fact")
    if feelings:
        yield frame["felt"].format(feelings=", ".join(feelings))


def _facts(facts: Sequence[str]) -> Iterator[str]:
    yield pieces().frame["facts" if facts else "no_facts"]
    yield from (f"- {fact}" for fact in facts)


def _form(persona: Persona, situation: Situation, occasion: Occasion, fence: str) -> Iterator[str]:
    frame, language = pieces().frame, _language(situation.language)
    yield frame["language"].format(rule=persona.language, language=language) if language else persona.language
    yield frame["length"].format(limit=min(LIMITS[occasion.channel], situation.max_characters or LIMITS["email"]))
    if occasion.channel == "voice":
        yield frame["voice"]
    yield frame["fence"].format(fence=fence)
    yield frame["hidden"]
    yield frame["close"]


def _language(code: str | None) -> str | None:
    """A language's English name, the name a model knows it by."""
    try:
        return Locale.parse(code, sep="-").english_name if code else None
    except (UnknownLocaleError, ValueError):
        return None


def _said(hidden: Hidden, fence: str) -> str:
    frame = pieces().frame
    return "\n".join(
        (
            *_fenced(frame["earlier"], hidden.earlier[-REMEMBERED:], fence),
            *_fenced(frame["answered"], hidden.answers[-1:], fence),
            *_fenced(frame["now"] if hidden.earlier or hidden.answers else "", hidden.messages, fence),
        )
    )


def _fenced(title: str, texts: Sequence[str], fence: str) -> Iterator[str]:
    if texts and title:
        yield title
    yield from (f"<{fence}>{_as_data(text)}</{fence}>" for text in texts)


def _fence(texts: Sequence[str]) -> str:
    """A mark made of the texts it stands around: none of them can hold it."""
    digest = hashlib.sha256("\x1f".join(texts).encode()).hexdigest()
    return digest[:_FENCE_DIGITS]


def _as_data(text: str) -> str:
    """A text whose middle is left out where it is long, and in which no model reads the end of a turn."""
    text = _TURN_MARK.sub(lambda found: f"{found[0][0]} {found[0][1:]}", text)
    if len(text) <= LONGEST_MESSAGE:
        return text
    half = LONGEST_MESSAGE // 2
    return f"{text[:half]} … {text[-half:]}"
