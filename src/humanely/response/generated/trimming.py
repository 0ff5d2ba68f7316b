"""What a model wrote, trimmed to the reply: models think aloud, quote themselves, break off and go round in circles."""

import re

from humanely.response.generated.completion import Completion

_THINKING = re.compile(r"^\s*<think>.*?(?:</think>|\Z)", re.DOTALL)
_QUOTED = re.compile(r'^["“«„]([^"“”«»„]*)["”»“]$')
_WHOLE_SENTENCES = re.compile(r"^.*[.!?…。！？؟]", re.DOTALL)
_SENTENCE = re.compile(r"\S(?:[^.!?…。！？؟\n]|\.(?=\w))*[.!?…。！？؟]*\s*")
_WORD = re.compile(r"\w+")
_SHORTEST = 3


def trimmed(completion: Completion) -> str:
    """The reply alone; empty where there is none.

    >>> from humanely.response.generated.completion import Usage
    >>> usage = Usage(model="m", tokens_in=1, tokens_out=1, cost=None, currency="EUR", latency_s=0.1, attempts=1)
    >>> trimmed(Completion('<think>Short.</think> "It left today."', usage))
    'It left today.'
    >>> trimmed(Completion("It left today. Tomorrow it will be in", usage, cut=True))
    'It left today.'
    >>> trimmed(Completion("It left today. It left today. It left today.", usage))
    'It left today.'
    """
    text = _THINKING.sub("", completion.text).strip()
    if completion.cut:
        whole = _WHOLE_SENTENCES.match(text)
        text = whole[0] if whole else ""
    quoted = _QUOTED.match(text)
    return _once(quoted[1].strip() if quoted else text)


def _once(text: str) -> str:
    """No sentence of three words or more twice."""
    said: set[tuple[str, ...]] = set()
    kept: list[str] = []
    for sentence in _SENTENCE.findall(text):
        words = tuple(_WORD.findall(sentence.casefold()))
        if words not in said:
            kept.append(sentence)
        if len(words) >= _SHORTEST:
            said.add(words)
    return "".join(kept).strip() if said else text
