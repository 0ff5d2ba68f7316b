"""Conversations a shop has, as many as are needed: authored sentences put together so that no message comes twice.

The reading remembers near-equal texts, so a benchmark that repeated itself would measure its memory.
"""

from collections.abc import Iterator
from itertools import product

TURNS = 8
"""Messages of the customer in one conversation."""

_KINDS = (
    "blue", "wooden", "small", "folding", "red", "striped", "woollen", "round", "heavy", "second-hand", "green", "thin",
    "leather", "garden", "children's", "waterproof", "velvet", "silver", "tall", "linen",
)  # fmt: skip
_THINGS = (
    "chair", "lamp", "jacket", "backpack", "kettle", "blanket", "table", "mirror", "umbrella", "shelf", "jumper",
    "suitcase", "teapot", "rug", "pillow", "bicycle bag", "desk", "scarf", "vase", "coat",
)  # fmt: skip
_SAID = (
    (
        "Hello, where is my order with the {thing}?",
        "Good morning, can you tell me where the {thing} I ordered is?",
        "Hi, I would like to know when the {thing} will be delivered.",
    ),
    (
        "Can I still change the delivery address for the {thing}?",
        "How much does delivery cost for the {thing}?",
        "Can I cancel the order of the {thing}?",
    ),
    (
        "The tracking has shown the {thing} in the same place since Tuesday, and nobody could tell me why.",
        "I looked under my orders, but the page says nothing about the {thing}.",
        "I tried that, and the {thing} is still marked as being packed.",
    ),
    (
        "Where do I find the invoice for the {thing}?",
        "Which ways of paying are there for the {thing}?",
        "Can I exchange the {thing} for another size?",
    ),
    (
        "If I do not like the {thing}, how do I send it back?",
        "How long does the refund for the {thing} take once it is with you?",
        "Why was I charged twice for the {thing}?",
    ),
    (
        "To be honest, I am a little disappointed. I had hoped to have the {thing} before the weekend.",
        "It is annoying that I have to ask about the {thing} again.",
        "I had planned to give the {thing} to my sister on Saturday, so the delay is a pity.",
    ),
    (
        "My voucher code did not work for the {thing}. Why is that?",
        "Something was missing from the parcel with the {thing} last time. What should I do if that happens again?",
        "What can I do if the {thing} arrives damaged?",
    ),
    (
        "Thank you, that helps. I will wait for the {thing} then.",
        "All right, thanks for explaining what happens with the {thing}.",
        "Great, then I am looking forward to the {thing}. Have a nice day!",
    ),
)


def conversations() -> Iterator[tuple[str, ...]]:
    """Every conversation there is, each of `TURNS` messages; no message in two of them."""
    for variant, kind, thing in product(range(len(_SAID[0])), _KINDS, _THINGS):
        yield tuple(told[variant].format(thing=f"{kind} {thing}") for told in _SAID)
