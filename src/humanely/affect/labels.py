"""The label sets of the text estimate, in the order of the model's outputs."""

GOEMOTIONS: tuple[str, ...] = (
    "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion",
    "curiosity", "desire", "disappointment", "disapproval", "disgust", "embarrassment", "excitement",
    "fear", "gratitude", "grief", "joy", "love", "nervousness", "optimism",
    "pride", "realization", "relief", "remorse", "sadness", "surprise", "neutral",
)  # fmt: skip
"""27 emotions and neutral; a message may carry several.

Source: Demszky et al. (2020), GoEmotions, section 3, in the order of the published label file.
"""

EKMAN: dict[str, tuple[str, ...]] = {
    "anger": ("anger", "annoyance", "disapproval"),
    "disgust": ("disgust",),
    "fear": ("fear", "nervousness"),
    "joy": (
        "joy", "amusement", "approval", "excitement", "gratitude", "love",
        "optimism", "relief", "pride", "admiration", "desire", "caring",
    ),
    "sadness": ("sadness", "disappointment", "embarrassment", "grief", "remorse"),
    "surprise": ("surprise", "realization", "confusion", "curiosity"),
    "neutral": ("neutral",),
}  # fmt: skip
"""Six basic emotions and neutral, each with the GoEmotions labels it gathers.

Source: Demszky et al. (2020), the published Ekman mapping.
"""

PLUTCHIK: tuple[str, ...] = (
    "anger", "anticipation", "disgust", "fear", "joy", "sadness", "surprise", "trust",
)  # fmt: skip
"""Plutchik's eight, in alphabetical order. Source: Öhman et al. (2020), XED, label ids 1 to 8."""

SENTIMENTS: tuple[str, ...] = ("neg", "neu", "pos")
"""Exclusive: the three probabilities sum to one."""

HEADS: dict[str, tuple[str, ...]] = {"emotions": GOEMOTIONS, "plutchik": PLUTCHIK, "sentiment": SENTIMENTS}
"""The model's output, head by head, in the order of its columns."""
