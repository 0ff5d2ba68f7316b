"""One valence from what the model reads and what the words outright say, pooled as log-odds.

A model trained on comments and subtitles misses what customers mean by "thanks for nothing" or "I'm taking my
business elsewhere"; phrases miss what nobody thought to list. Pooled, each covers for the other, and either may
be missing.
"""

import math
from collections.abc import Iterable

from humanely.affect.cues import Cue

LOG_ODDS: dict[str, float] = {
    "abusive": -1.2,
    "distress": -1.0,
    "threatens_to_leave": -1.0,
    "complains": -0.8,
    "emoji_pain": -0.7,
    "said_outright": -0.5,
    "attempt_failed": -0.4,
    "repeats": -0.4,
    "vulnerable": -0.3,
    "emoji_joy": 0.6,
    "delight": 1.0,
    "grateful": 1.0,
}
"""How far one cue in words moves the log-odds of pleasant against unpleasant; set by hand, each cue counts once."""

SARCASM = -1.5
"""Sarcasm voids every pleasant sign, the model's too, and counts itself."""

_GLAD = frozenset({"delight", "grateful", "emoji_joy"})

READ = 0.5
"""What a situation that only the model read counts for, times its probability."""

SURE = 0.8
"""Cues that move the log-odds at least this far are sure enough without the model."""


def fuse(valence: float | None, cues: Iterable[Cue], *, sure: bool) -> float | None:
    """Pool the model's valence with the cues of the message.

    Args:
        valence: the model's, [-1, 1]; None without a model.
        cues: of the message.
        sure: whether the model stands by its valence.

    Returns:
        [-1, 1], or None where neither the model nor the words are sure.

    >>> from humanely.affect.cues import cues
    >>> round(fuse(0.4, cues("Thank you so much!", "en"), sure=False), 2)
    0.73
    >>> fuse(0.1, [], sure=False) is None
    True
    """
    found = list(cues)
    names = {cue.name for cue in found}
    if not names.isdisjoint(_GLAD) and not any(LOG_ODDS.get(name, 0.0) < 0 for name in names - {"emoji_pain"}):
        names.discard("emoji_pain")  # tears of joy
    share = {name: max(_share(cue) for cue in found if cue.name == name) for name in names}
    model = 0.0 if valence is None else 2 * math.atanh(max(-0.99, min(0.99, valence)))
    said = [LOG_ODDS.get(name, 0.0) * share[name] for name in names]
    if "sarcastic" in names:
        model = min(model, 0.0)
        said = [SARCASM * share["sarcastic"], *(amount for amount in said if amount < 0)]
    if not sure and abs(sum(said)) < SURE:
        return None
    return math.tanh((model + sum(said)) / 2)


def _share(cue: Cue) -> float:
    """Words count whole; what only the model read counts less, as its valence already knows some of it."""
    return 1.0 if cue.text else READ * cue.probability
