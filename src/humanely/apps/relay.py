"""A bot's own request, passed on to the model server with what the moment calls for; its answer, checked.

What a bot sends goes on as it came: its instructions, its tools, what the person wrote. Only a note is added, and only
text is checked; a call of a tool goes back to the bot, and the answer is waited for.
"""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from humanely.apps.writing import feelings
from humanely.pipeline.case import Case, occasion, situation
from humanely.pipeline.house import House
from humanely.pipeline.respond import Drafted
from humanely.response.finding import Verdict
from humanely.response.generated.completion import Usage
from humanely.response.generated.model_server import ModelServer, Relayed
from humanely.response.generated.model_server_faults import ModelServerFault
from humanely.response.generated.prompt import guidance, mended
from humanely.response.generated.recital import echoed, leaks
from humanely.response.repair import Outcome, fallback, repair
from humanely.response.rules import Rules
from humanely.response.situation import Situation

TRIES = 2
"""Drafts a model may write of one answer."""


class Answer(msgspec.Struct, frozen=True):
    """What came back.

    Attributes:
        drafted: checked; None where a tool is called, and the answer is still to come.
        raw: the server's last answer as it came; None where there was none.
    """

    drafted: Drafted | None
    raw: Mapping[str, Any] | None


def relay(server: ModelServer, case: Case, house: House, body: Mapping[str, Any]) -> Answer:
    """Have a bot's request answered; what may not be sent is written anew once. Takes seconds.

    A fault of the server is never raised: somebody else answers then.
    """
    against, started = situation(case, house), time.monotonic()
    notes: list[Mapping[str, str]] = [_note(case, house)]
    refused, usages = None, list[Usage]()
    for _ in range(TRIES):
        left_s = server.settings.deadline_s - (time.monotonic() - started)
        try:
            came = server.relay({**body, "messages": [*body["messages"], *notes]}, within_s=left_s)
        except ModelServerFault as fault:
            return Answer(Drafted(None, refused, None, "draft", tuple(usages), fault.code), None)
        usages.append(came.usage)
        if came.calls_tools:
            return Answer(None, came.raw)
        checked = _checked(came.text, against, house.rules, notes)
        if checked.text is not None:
            return Answer(Drafted(checked.text, checked.verdict, None, "draft", tuple(usages)), came.raw)
        refused = checked.verdict
        notes += _again(came, refused)
    return Answer(Drafted(None, refused, fallback(against), "draft", tuple(usages)), None)


def _checked(draft: str, against: Situation, rules: Rules, notes: Sequence[Mapping[str, str]]) -> Outcome:
    """The check before sending, and what only models do wrong: reciting our notes, handing the person's words back."""
    outcome = repair(draft, against, rules)
    told = [note["content"] for note in notes if note["role"] != "assistant"]
    own = (*leaks(draft, told, (*against.given, *against.previous_answers)), *echoed(draft, against))
    if not own:
        return outcome
    findings = (*outcome.verdict.findings, *own)
    return Outcome(None, msgspec.structs.replace(outcome.verdict, passed=False, findings=findings))


def _note(case: Case, house: House) -> Mapping[str, str]:
    """What this moment calls for, in words to the bot's model."""
    return {"role": "system", "content": guidance(case.decision, occasion(case, house), feelings=feelings(case))}


def _again(came: Relayed, verdict: Verdict) -> Sequence[Mapping[str, str]]:
    return {"role": "assistant", "content": came.text}, {"role": "user", "content": mended(verdict)}
