"""Whether somebody's life may be at risk: a layer of words and a layer of the model; either is enough.

The layer of words finds phrases, as data, one file a language in ``words/crisis/``, written as
``humanely.affect.risk_words`` says. Scripts without spaces, and Korean, are read character by character, so that
a phrase is found wherever it stands.

Where a missed risk stands against a false alarm, the lists choose the alarm. Only where a message does nothing but
take leave of the talk does the model's layer alone not fire (`humanely.affect.farewell`).
"""

import tomllib
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib import resources

import msgspec

from humanely.affect.folding import EDGES, WORD, Original, fold, unmask
from humanely.affect.reading import Crisis, CrisisLayer
from humanely.affect.risk_words import Place, RiskFile, RiskWords, apart
from humanely.affect.small_talk import only_closes
from humanely.signal.tag import base_language

_FILES = resources.files("humanely.affect") / "words" / "crisis"
_SCRIPTS = {
    "latin": (("a", "ʯ"),),
    "greek": (("Ͱ", "Ͽ"),),
    "cyrillic": (("Ѐ", "ԯ"),),
    "hebrew": (("א", "ײ"),),
    "arabic": (("ء", "ۿ"),),
    "devanagari": (("ऀ", "ॿ"),),
    "thai": (("ก", "๿"),),
    "han": (("々", "〇"), ("㐀", "鿿")),
    "kana": (("ぁ", "ヿ"),),
    "hangul": (("가", "힣"),),
}
_KEPT = 16
_MIXED_FROM = 200
"""Characters from which a text may hold several languages: a few words of one's own in a paste tell no language."""


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages with words of risk."""
    return frozenset(entry.name.removesuffix(".toml") for entry in _FILES.iterdir() if entry.name.endswith(".toml"))


@lru_cache(maxsize=64)
def _file(code: str) -> RiskFile:
    return msgspec.convert(tomllib.loads((_FILES / f"{code}.toml").read_text(encoding="utf-8")), RiskFile)


@lru_cache(maxsize=64)
def _lists(codes: tuple[str, ...]) -> RiskWords:
    return RiskWords(_file(code) for code in codes)


_NEAR = {"sr": "hr", "hr": "sr", "no": "da", "da": "no"}
"""Languages that a short text does not tell apart; Serbian is written in Latin letters as well, as Croatian is."""


def _chosen(language: str | None, words: Collection[str], *, mixed: bool) -> list[RiskWords]:
    """The lists to hold against a text: its language's, one that is hard to tell from it, and the English one; all of
    its scripts, too, where the language is not known or is not the only one."""
    code = base_language(language)
    known = [_lists(tuple(sorted({code, _NEAR.get(code, code), "en"})))] if code in languages() else []
    if known and not mixed:
        return known
    scripts = _scripts({word[0] for word in words})
    if known:
        own = set(_file(code).scripts)
        # The same characters say other things in Chinese and in Japanese.
        return known + [_lists(_written_in({one})) for one in sorted(scripts - (own if "han" in own else set()))]
    codes = _written_in(scripts)
    return [_lists(codes)] if codes else []


def _written_in(scripts: Collection[str]) -> tuple[str, ...]:
    """Codes of the languages with words of risk in any of some scripts, in order."""
    return tuple(one for one in sorted(languages()) if not set(scripts).isdisjoint(_file(one).scripts))


def _scripts(characters: Collection[str]) -> set[str]:
    return {
        script
        for script, ranges in _SCRIPTS.items()
        if any(first <= character <= last for first, last in ranges for character in characters)
    }


def words_of_risk(text: str, language: str | None) -> tuple[str, ...]:
    """The words of a text that the layer of words fires on, as they stand in it; at most 16, none twice.

    Args:
        text: any string.
        language: its code; a region after it is ignored. Where it is None, or has no list, and where the text is
            long, every list of the text's scripts is held against it.

    >>> words_of_risk("Cancel it all. I don’t want to be alive anymore.", "en")
    ('I don’t want to be alive',)
    >>> words_of_risk("This queue is killing me, I'm dying to see the end of it", "en")
    ()
    """
    folded = unmask(fold(text))
    words = WORD.findall(folded)
    edged = [".", *words, "."]
    places: set[Place] = set()
    chosen = _chosen(language, set(words), mixed=len(text) >= _MIXED_FROM)
    for lists in chosen:
        places.update(lists.find(edged))
    if not places:
        return ()
    return tuple(quote for quote in _quoted(text, folded, sorted(places)) if all(one.meant(quote) for one in chosen))


def _quoted(text: str, folded: str, places: Sequence[Place]) -> tuple[str, ...]:
    """What stands in the text at some places of its folded words."""
    spans = [found.span() for found in WORD.finditer(folded)]
    original = Original(text)
    quotes: dict[str, str] = {}
    for start, end in apart(places):
        inside = spans[max(start - 1, 0) : end - 1]
        held = [span for span in inside if folded[span[0]] not in EDGES]
        said = folded[held[0][0] : held[-1][1]] if held else ""
        if said and said not in quotes:
            quotes[said] = original.between(held[0][0], held[-1][1])
        if len(quotes) >= _KEPT:
            break
    return tuple(dict.fromkeys(quote for quote in quotes.values() if quote))


def crisis(text: str, language: str | None, probability: float, fires_from: float) -> Crisis:
    """Hold both layers against one text.

    Args:
        text: the message.
        language: its code, or None where it is not known.
        probability: the model's, calibrated, [0, 1].
        fires_from: the model's layer fires from this probability on, but for what only closes a talk.
    """
    words = words_of_risk(text, language)
    modelled = probability >= fires_from and not only_closes(text)
    layer: CrisisLayer | None = "both" if words and modelled else "words" if words else "model" if modelled else None
    return Crisis(layer is not None, probability, layer, words)
