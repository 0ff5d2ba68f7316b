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
from humanely.response.completion import Usage
from humanely.response.finding import Verdict
from humanely.response.generate import vet
from humanely.response.model_server import ModelServer, Relayed
from humanely.response.model_server_faults import ModelServerFault
from humanely.response.prompt import guidance, mended


class Answer(msgspec.Struct, frozen=True):
    """What came back.

    Attributes:
        drafted: checked; None where a tool is called, and the answer is still to come.
        raw: the server's last answer as it came; None where there was none.
    """

    drafted: Drafted | None
    raw: Mapping[str, Any] | None


def relay(server: ModelServer, case: Case, house: House, body: Mapping[str, Any]) -> Answer:
    """Have a bot's request answered; what may not be sent is written anew once. Takes seconds, never raises a fault of
    the server: authored lines answer then.
    """
    against = situation(case, house)
    started, usages = time.monotonic(), list[Usage]()
    messages: list[Any] = [*body["messages"], _note(case, house)]
    last: tuple[Verdict | None, Mapping[str, Any] | None] = (None, None)
    for _ in range(2):
        left_s = server.settings.deadline_s - (time.monotonic() - started)
        try:
            came = server.relay({**body, "messages": messages}, within_s=left_s)
        except ModelServerFault as fault:
            return Answer(Drafted(None, last[0], None, "draft", tuple(usages), fault.code), last[1])
        usages.append(came.usage)
        if came.calls_tools:
            return Answer(None, came.raw)
        checked = vet(came.text, against, house.rules)
        if checked.text is not None:
            return Answer(Drafted(checked.text, checked.verdict, None, "draft", tuple(usages)), came.raw)
        last = checked.verdict, came.raw
        if checked.verdict is None or checked.fallback == "human":
            break
        messages += _again(came, checked.verdict)
    return Answer(Drafted(None, last[0], checked.fallback, "draft", tuple(usages)), last[1])


def _note(case: Case, house: House) -> Mapping[str, str]:
    """What this moment calls for, in words to the bot's model."""
    return {"role": "system", "content": guidance(case.decision, occasion(case, house), feelings=feelings(case))}


def _again(came: Relayed, verdict: Verdict) -> Sequence[Mapping[str, str]]:
    return {"role": "assistant", "content": came.text}, {"role": "user", "content": mended(verdict)}
