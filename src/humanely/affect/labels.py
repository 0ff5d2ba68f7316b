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

SITUATIONS: tuple[str, ...] = (
    "frustrated", "confused", "urgent", "grateful", "asks_for_human", "attempt_failed", "repeats",
    "threatens_to_leave", "complains", "abusive", "open_question", "sarcastic", "vulnerable", "wants_facts_only",
)  # fmt: skip
"""What a customer's turn says of its situation; several or none. Defined in ``training/authored/README.md``."""

POLITENESS: tuple[str, ...] = ("polite",)

NEED: tuple[str, ...] = ("light", "clear", "strong")
"""At least this much empathy is called for: three cumulative steps of an ordinal scale from none to strong."""

CRISIS: tuple[str, ...] = ("risk",)

HEADS: dict[str, tuple[str, ...]] = {
    "emotions": GOEMOTIONS,
    "plutchik": PLUTCHIK,
    "sentiment": SENTIMENTS,
    "situation": SITUATIONS,
    "need": NEED,
    "crisis": CRISIS,
    "politeness": POLITENESS,
}
"""What the model says of one text, head by head, in the order of its columns."""

KINDS: tuple[str, ...] = ("feels_with", "understands", "asks", "acts")
"""Four kinds of empathy an answer may show, each 0, 1 or 2.

Source: Sharma et al. (2020), EPITOME, for the first three; acting is our addition for service.
"""

MARKS: tuple[str, ...] = (
    "blame", "dismissal", "stock_phrase", "empty_promise", "gush", "cheer_in_pain", "ignored_question",
)  # fmt: skip
"""What speaks against an answer."""

ANSWER: tuple[str, ...] = (*(f"{kind}_{degree}" for kind in KINDS for degree in (1, 2)), "promise", *MARKS)
"""What the model says of an answer to a message: two cumulative steps a kind, then marks."""

VALENCE: dict[str, float] = {
    "admiration": 0.7, "amusement": 0.7, "anger": -0.8, "annoyance": -0.6, "approval": 0.5, "caring": 0.5,
    "confusion": -0.2, "curiosity": 0.1, "desire": 0.3, "disappointment": -0.7, "disapproval": -0.5,
    "disgust": -0.8, "embarrassment": -0.5, "excitement": 0.8, "fear": -0.7, "gratitude": 0.8, "grief": -0.9,
    "joy": 0.9, "love": 0.9, "nervousness": -0.4, "optimism": 0.6, "pride": 0.7, "realization": 0.0,
    "relief": 0.6, "remorse": -0.6, "sadness": -0.8, "surprise": 0.1, "neutral": 0.0,
}  # fmt: skip
"""How pleasant each emotion is, [-1, 1]. Authored by us after Russell (1980), the circumplex of affect."""

AROUSAL: dict[str, float] = {
    "admiration": 0.5, "amusement": 0.6, "anger": 0.9, "annoyance": 0.6, "approval": 0.3, "caring": 0.4,
    "confusion": 0.5, "curiosity": 0.5, "desire": 0.6, "disappointment": 0.4, "disapproval": 0.5,
    "disgust": 0.7, "embarrassment": 0.6, "excitement": 0.9, "fear": 0.9, "gratitude": 0.5, "grief": 0.6,
    "joy": 0.7, "love": 0.6, "nervousness": 0.7, "optimism": 0.5, "pride": 0.6, "realization": 0.4,
    "relief": 0.3, "remorse": 0.4, "sadness": 0.3, "surprise": 0.8, "neutral": 0.2,
}  # fmt: skip
"""How excited each emotion is, [0, 1]. Authored by us after Russell (1980), the circumplex of affect."""
