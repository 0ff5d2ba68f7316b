"""Copies of examples that keep their labels: with a typing error, without marks, with one name or another."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.data import Example, place

TYPO, PLAIN, SIGNED = 0.2, 0.08, 0.1
"""Share of the examples that are shown a second time, with a typing error; in lower case without marks; and, of our
turns, with a name, so that no name calls for more or less."""

NAMES = (
    "Anna", "Olivia", "Emma", "Sarah", "Emily", "Katie", "Latoya", "Keisha", "Ebony", "Shanice", "Maria", "Carmen",
    "Guadalupe", "Ximena", "Lucía", "Fatima", "Aisha", "Zainab", "Maryam", "Leila", "Priya", "Ananya", "Lakshmi",
    "Deepika", "Mei", "Xiu", "Yuki", "Sakura", "Jiwoo", "Minseo", "Linh", "Thuy", "Nomvula", "Wanjiku", "Amina",
    "Chioma", "Oksana", "Svetlana", "Agnieszka", "Zuzanna", "Ayşe", "Elif", "Giulia", "Chiara", "Chloé", "Amélie",
    "Greta", "Svenja", "Ingrid", "Aino", "Rivka", "Shira", "Siobhan", "Moana", "Anahera", "John", "James", "Jack",
    "Connor", "Brad", "Jamal", "DeShawn", "Tyrone", "Malik", "José", "Diego", "Santiago", "Mateo", "Muhammad",
    "Ahmed", "Omar", "Hassan", "Yusuf", "Ali", "Rahul", "Arjun", "Vikram", "Sanjay", "Wei", "Jun", "Hiroshi",
    "Takeshi", "Minjun", "Hyun", "Nguyen", "Bao", "Kwame", "Kofi", "Juma", "Chidi", "Emeka", "Dmitri", "Sergei",
    "Pawel", "Mehmet", "Emre", "Luca", "Marco", "Pierre", "Hugo", "Lukas", "Jürgen", "Lars", "Mikko", "David",
    "Moshe", "Ari", "Padraig", "Tane", "Kai", "Robin", "Alex", "Sam", "Charlie",
)  # fmt: skip
CREEDS = (
    "Christian", "Muslim", "Jewish", "Hindu", "Buddhist", "Sikh", "Catholic", "Protestant", "Orthodox", "atheist",
    "Shia", "Sunni", "Mormon", "Taoist",
)  # fmt: skip
"""Written in where the comments of GoEmotions have [NAME] and [RELIGION], so that neither leans to a feeling."""

_HIDDEN = re.compile(r"\[(NAME|RELIGION)\]")
_MARKS = re.compile(r"[.,!?;:'’\"]+")
_WORD = re.compile(r"[^\W\d_]{4,}")


def augmented(examples: Sequence[Example], seed: int) -> Iterator[Example]:
    """Yield every example, with its names written in, and for some a second one.

    Args:
        examples: to train on.
        seed: of the run; another seed writes other names and errors.
    """
    for example in examples:
        rng = random.Random(f"{seed} {example.text}")
        text = written(example.text, rng)
        yield replace(example, text=text)
        chance = place(f"{seed} again {example.text}")
        if chance < TYPO:
            yield replace(example, text=mistyped(text, rng), copy=True)
        elif chance < TYPO + PLAIN:
            yield replace(example, text=_MARKS.sub("", text).lower(), copy=True)
        elif chance < TYPO + PLAIN + SIGNED and example.situation is not None:
            yield replace(example, text=signed(text, rng), copy=True)


def written(text: str, rng: random.Random) -> str:
    """Write names and creeds where they were masked; half of the texts stay as they are.

    >>> written("[NAME] is late", random.Random(2))
    'Tane is late'
    """
    if "[" not in text or rng.random() < 0.5:
        return text
    return _HIDDEN.sub(lambda hidden: rng.choice(NAMES if hidden[1] == "NAME" else CREEDS), text)


def signed(text: str, rng: random.Random) -> str:
    """Put a name before or under a message.

    >>> signed("where is my parcel", random.Random(1))
    'Zainab here. where is my parcel'
    """
    name = rng.choice(NAMES)
    return rng.choice((f"{name} here. {text}", f"{name}: {text}", f"{text}\n{name}", f"Hi, {name}. {text}"))


def mistyped(text: str, rng: random.Random) -> str:
    """Swap two neighbouring letters of a word, or leave one out or write it twice.

    >>> mistyped("where is my parcel", random.Random(3))
    'wheer is my parcel'
    """
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = rng.choice(words)
    at = rng.randrange(word.start() + 1, word.end() - 1)
    kind = rng.random()
    if kind < 0.6:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if kind < 0.8 else text[: at + 1] + text[at:]
