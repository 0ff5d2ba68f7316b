"""A reply written by a model server, checked, mended or written anew once; else who answers instead.

1. Where a human speaks or a life may be at risk, no model is asked.
2. The model writes; what is hidden and the person's own is put back; the check and its one repair follow.
3. What may not be sent goes back once, with what is wrong.
4. What still may not be sent is never sent: a scripted line or a human answers.
"""

import time
from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

import msgspec

from humanely.response.channel import spoken
from humanely.response.finding import Finding, Verdict
from humanely.response.generated.completion import ChatMessage, Completion, Usage
from humanely.response.generated.model_server_faults import ModelServerFault
from humanely.response.generated.model_server_settings import ServerSettings
from humanely.response.generated.prompt import Prompt, again
from humanely.response.generated.recital import echoed, recited
from humanely.response.generated.trimming import trimmed
from humanely.response.repair import Fallback, Outcome, fallback, repair
from humanely.response.rules import Rules
from humanely.response.situation import Situation

Came = Literal["passed", "repaired", "refused"]


class Writer(Protocol):
    """Whatever writes the next message of a chat, such as `humanely.response.generated.model_server.ModelServer`."""

    settings: ServerSettings

    def complete(self, messages: Sequence[ChatMessage], *, within_s: float | None = None) -> Completion:
        """The next message, or a `ModelServerFault`."""
        ...


class Try(msgspec.Struct, frozen=True):
    """One draft and what came of it.

    Attributes:
        draft: as it would have been sent; may hold personal data of this person.
        verdict: on the draft as it came, or, where it was repaired, on what became of it.
        check_s: what the check and the repair took, >= 0.
        usage: of the model; None for a draft written elsewhere.
    """

    draft: str
    came: Came
    verdict: Verdict
    check_s: float
    usage: Usage | None = None


class Generated(msgspec.Struct, frozen=True):
    """What is sent, or who answers instead.

    Attributes:
        text: passed the check as it stands; None where nothing may be sent.
        verdict: on `text`, or on the last draft refused; None where nobody wrote.
        fallback: who answers instead; None where `text` is sent.
        tries: in order, at most two.
        fault: code of the model server's fault, empty where there was none.
    """

    text: str | None
    verdict: Verdict | None
    fallback: Fallback | None
    tries: tuple[Try, ...] = ()
    fault: str = ""

    @property
    def usages(self) -> tuple[Usage, ...]:
        """What each call of the model took, for the log."""
        return tuple(one.usage for one in self.tries if one.usage)


def generate(server: Writer, prompt: Prompt, situation: Situation, rules: Rules) -> Generated:
    """Have a reply written that may be sent.

    Never raises for a fault of the server: it is named, and somebody else answers. Both tries share the deadline of
    the server's settings.

    Args:
        server: writes.
        prompt: of `humanely.response.generated.prompt.messages`.
        situation: the one the prompt was made of.
        rules: of the check.
    """
    if situation.human_speaking or situation.crisis:
        return Generated(None, None, fallback(situation))
    started = time.monotonic()
    first = _written(server, prompt.messages, _Check(prompt.grounded(situation), rules, prompt), 0.0)
    if not isinstance(first, _Tried) or first.outcome.text is not None:
        return _settled((first,), situation)
    second = _rewritten(server, prompt, first, _Check(prompt.grounded(situation), rules, prompt), started)
    return _settled((first, second), situation)


def vet(
    draft: str, situation: Situation, rules: Rules, *, server: Writer | None = None, prompt: Prompt | None = None
) -> Generated:
    """Check a draft that somebody else's machine wrote; where a server is given, it may be written anew once.

    Args:
        draft: as it would be sent; nothing hidden is put back into it.
        situation: what it is held against.
        rules: of the check.
        server, prompt: who writes it anew, and what is asked; without both, nobody does.

    >>> from humanely.response.rules import default_rules
    >>> vet("Rest assured, it left today.", Situation(language="en"), default_rules()).text
    'It left today.'
    """
    started = time.monotonic()
    held = _Check(prompt.grounded(situation) if prompt else situation, rules, prompt)
    first = held.tried(draft)
    asked = server and prompt and not (situation.human_speaking or situation.crisis)
    if first.outcome.text is not None or not asked or server is None or prompt is None:
        return _settled((first,), situation)
    return _settled((first, _rewritten(server, prompt, first, held, started)), situation)


class _Tried(msgspec.Struct, frozen=True):
    draft: str
    outcome: Outcome
    check_s: float
    usage: Usage | None = None


class _Check(msgspec.Struct, frozen=True):
    """What every draft is held against."""

    situation: Situation
    rules: Rules
    prompt: Prompt | None

    def tried(self, draft: str, asked: Sequence[ChatMessage] = (), usage: Usage | None = None) -> _Tried:
        """Check a draft, and whether it recites what its writer was asked."""
        began = time.perf_counter()
        outcome = repair(draft, self.situation, self.rules)
        own = tuple(_own(draft, asked, self.prompt, self.situation)) if self.prompt else ()
        if own:
            found = (*outcome.verdict.findings, *own)
            verdict = msgspec.structs.replace(outcome.verdict, passed=False, findings=found)
            outcome = Outcome(None, verdict, fallback(self.situation))
        return _Tried(draft, outcome, time.perf_counter() - began, usage)


def _rewritten(
    server: Writer, prompt: Prompt, first: _Tried, held: _Check, started: float
) -> _Tried | ModelServerFault:
    asked = again(prompt, first.draft, first.outcome.verdict)
    return _written(server, asked, held, time.monotonic() - started)


def _written(server: Writer, asked: Sequence[ChatMessage], held: _Check, spent_s: float) -> _Tried | ModelServerFault:
    try:
        completion = server.complete(asked, within_s=server.settings.deadline_s - spent_s)
    except ModelServerFault as fault:
        return fault
    text = trimmed(completion)
    restored = held.prompt.hidden.restore(text) if held.prompt else text
    return held.tried(spoken(restored) if held.situation.channel == "voice" else restored, asked, completion.usage)


def _own(draft: str, asked: Sequence[ChatMessage], prompt: Prompt, situation: Situation) -> Iterator[Finding]:
    """What only models do wrong."""
    yield from recited(draft, asked, prompt, situation)
    yield from echoed(draft, situation)


def _settled(came: Sequence[_Tried | ModelServerFault], situation: Situation) -> Generated:
    tries = tuple(one for one in came if isinstance(one, _Tried))
    faults = [one.code for one in came if isinstance(one, ModelServerFault)]
    last = tries[-1].outcome if tries else None
    text = last.text if last else None
    return Generated(
        text=text,
        verdict=last.verdict if last else None,
        fallback=None if text is not None else fallback(situation),
        tries=tuple(Try(one.draft, _came(one), one.outcome.verdict, one.check_s, one.usage) for one in tries),
        fault=faults[0] if faults else "",
    )


def _came(tried: _Tried) -> Came:
    if tried.outcome.text is None:
        return "refused"
    return "passed" if tried.outcome.text == tried.draft else "repaired"
