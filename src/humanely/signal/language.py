"""The language of a text, or none when the text does not say."""

import re
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Protocol

_LANGUAGES_LIST = (
    "ar bg bn cs da de el en es fa fi fr gu he hi hr hu id it ja ka kn ko lt ml mr my nl no pa pl pt ro ru sk sr sv"
    " sw ta te th tl tr uk ur vi zh"
)
LANGUAGES = frozenset(_LANGUAGES_LIST.split())
"""Languages looked for unless the caller names others (ISO 639-1)."""

MIN_LETTERS = 8
"""Fewest letters of an alphabet that several languages share; below, no estimate is made."""

THRESHOLD = 0.60
"""Lowest probability that is reported. Chosen on the authored short turns of the tests."""

_NOISE = re.compile(r"https?://\S+|\S+@\S+|\[(?:e-mail|phone|card|iban|ip|token|name)\]|[#@]\w+|\w*\d\w*|<[^>]{1,80}>")
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ja": "\u3041-\u30ff\uff66-\uff9d",
    "th": "\u0e01-\u0e4e",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "km": "\u1780-\u17ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff",
}
_SCRIPT_PATTERNS = {language: re.compile(f"[{points}]") for language, points in _SCRIPTS.items()}
_SAMPLE = 2000
"""Characters of a text that are read; more do not change the answer."""


class _Classifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def identify(text: str, *, allowed: frozenset[str] | None = None) -> str | None:
    """The ISO 639-1 code of the text's language, None when it is too short or unsure.

    A script that one language of `LANGUAGES` uses decides at once; otherwise the normalised
    probability of py3langid over `allowed` has to reach `THRESHOLD`.

    Source: Lui and Baldwin (2012), "langid.py: An Off-the-shelf Language Identification Tool".

    >>> identify("Where is my parcel? I have been waiting for a week."), identify("ok 12:30")
    ('en', None)
    >>> identify("주문이 아직 안 왔어요")
    'ko'
    """
    return _identify(text[:_SAMPLE], LANGUAGES if allowed is None else allowed)


def identify_all(texts: Iterable[str], *, allowed: frozenset[str] | None = None) -> list[str | None]:
    """The language of each text; texts that repeat are read once."""
    return [identify(text, allowed=allowed) for text in texts]


def majority(texts: Sequence[str], *, allowed: frozenset[str] | None = None) -> str | None:
    """The language of a conversation's turns taken together, None when they do not say.

    The turns' own answers decide, weighted by their letters, when one language has more than half;
    otherwise the pooled text.

    >>> majority(["Hola", "¿Dónde está mi pedido?", "No ha llegado todavía", "ok"])
    'es'
    """
    votes: Counter[str] = Counter()
    for text, language in zip(texts, identify_all(texts, allowed=allowed), strict=True):
        if language:
            votes[language] += len(text)
    if votes:
        language, weight = votes.most_common(1)[0]
        if 2 * weight > votes.total():
            return language
    return identify("\n".join(text[:200] for text in texts), allowed=allowed)


@lru_cache(maxsize=65_536)
def _identify(text: str, allowed: frozenset[str]) -> str | None:
    text = _NOISE.sub(" ", text)
    letters = len(_LETTER.findall(text))
    if letters < 2:
        return None
    if not text.isascii() and (by_script := _by_script(text, letters)):
        return by_script if by_script in allowed else None
    if letters < MIN_LETTERS:
        return None
    classifier = _classifier(allowed)
    if classifier is None:
        return None
    language, probability = classifier.classify(text)
    return language if probability >= THRESHOLD else None


def _by_script(text: str, letters: int) -> str | None:
    """The language whose own script at least half of the letters are written in."""
    counts = {language: len(pattern.findall(text)) for language, pattern in _SCRIPT_PATTERNS.items()}
    if counts["ja"] >= 2 and counts["ja"] * 5 >= counts["zh"]:
        counts["ja"] += counts.pop("zh")
    language = max(counts, key=lambda code: counts[code])
    return language if counts[language] >= 2 and 2 * counts[language] >= letters else None


_loading = threading.Lock()


def _classifier(allowed: frozenset[str]) -> _Classifier | None:
    """One model per set of languages, read on first use by one thread; None when it knows none of them."""
    with _loading:
        return _loaded(allowed)


@cache
def _loaded(allowed: frozenset[str]) -> _Classifier | None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # reads half a second of model

    classifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = sorted(allowed & set(classifier.labels))
    if not known:
        return None
    classifier.set_languages(known)
    loaded: _Classifier = classifier
    return loaded
