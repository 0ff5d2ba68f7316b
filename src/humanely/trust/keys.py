"""One key per person; whoever destroys it has erased what the person said, wherever the sealed bytes lie.

A person once erased stays erased: no key is made for them again, and one that comes back with an old copy is
destroyed. Someone who returns gets a new id.
"""

import datetime as dt
from collections.abc import Iterable
from threading import Lock
from typing import Protocol

import msgspec

from humanely.errors import HumanelyError
from humanely.trust.erasure import Erasure, Pseudonym, joined
from humanely.trust.root_key import RootKey
from humanely.trust.seal import KEY_BYTES, Entropy, EntropyWrongLength


class KeyDestroyed(HumanelyError):
    """The person was erased: there is no key, and none is made again."""

    code = "key_destroyed"
    status = 410

    def __init__(self, pseudonym: Pseudonym) -> None:
        super().__init__(
            f"The key of person {pseudonym[:12]} was destroyed when they were erased; what they said cannot be read.",
            fix="Nothing brings it back. Give someone who returns a new id.",
        )


class KeyUnknown(HumanelyError):
    """Something is sealed under a key that is not in the key store."""

    code = "key_unknown"
    status = 500

    def __init__(self, pseudonym: Pseudonym) -> None:
        super().__init__(
            f"The key of person {pseudonym[:12]} is not in the key store, and they were not erased.",
            fix="Restore the folder of keys from its newest backup, or start with the folder that belongs to this "
            "database.",
        )


class Destroyed(msgspec.Struct, frozen=True):
    """A person's key is gone.

    Attributes:
        erasure: who and when; a second time gives the time of the first.
        had_key: False when there was nothing to destroy.
    """

    erasure: Erasure
    had_key: bool


class KeyStore(Protocol):
    """Where people's keys live, apart from what is sealed under them."""

    def key_of(self, person: str) -> bytes:
        """The person's 32 bytes, made at the first call and the same ever after.

        Raises:
            KeyDestroyed: the person was erased.
        """
        ...

    def named(self, pseudonym: Pseudonym) -> bytes:
        """The same key by the person's pseudonym, for whoever knows no more than what is stored; none is made.

        Raises:
            KeyDestroyed: the person was erased.
            KeyUnknown: there is none.
        """
        ...

    def destroy(self, person: str, at: dt.datetime) -> Destroyed:
        """Erase a person: their key is destroyed now, and they are on the erasure list for good."""
        ...

    def apply_erasures(self, erasures: Iterable[Erasure]) -> tuple[Destroyed, ...]:
        """Erase everybody on a list; what was destroyed, in the list's order."""
        ...

    def is_destroyed(self, person: str) -> bool:
        """Whether the person was erased."""
        ...

    def erasures(self) -> tuple[Erasure, ...]:
        """The erasure list, in order of the pseudonyms."""
        ...


class MemoryKeys:
    """Keys that live as long as the process.

    >>> import os
    >>> keys = MemoryKeys(RootKey(os.urandom(32)), os.urandom)
    >>> keys.key_of("ada") == keys.key_of("ada")
    True
    >>> keys.destroy("ada", dt.datetime(2026, 11, 22, tzinfo=dt.UTC)).had_key
    True
    >>> keys.is_destroyed("ada")
    True
    """

    def __init__(self, root: RootKey, entropy: Entropy) -> None:
        self._root = root
        self._entropy = entropy
        self._keys: dict[Pseudonym, bytes] = {}
        self._erased: dict[Pseudonym, Erasure] = {}
        self._lock = Lock()

    def key_of(self, person: str) -> bytes:
        """As `KeyStore.key_of`."""
        pseudonym = self._root.pseudonym(person)
        with self._lock:
            if pseudonym in self._erased:
                raise KeyDestroyed(pseudonym)
            if pseudonym not in self._keys:
                self._keys[pseudonym] = new_key(self._entropy)
            return self._keys[pseudonym]

    def named(self, pseudonym: Pseudonym) -> bytes:
        """As `KeyStore.named`."""
        with self._lock:
            if pseudonym in self._erased:
                raise KeyDestroyed(pseudonym)
            if pseudonym not in self._keys:
                raise KeyUnknown(pseudonym)
            return self._keys[pseudonym]

    def destroy(self, person: str, at: dt.datetime) -> Destroyed:
        """As `KeyStore.destroy`."""
        return self._destroy(Erasure(self._root.pseudonym(person), at))

    def is_destroyed(self, person: str) -> bool:
        """As `KeyStore.is_destroyed`."""
        return self._root.pseudonym(person) in self._erased

    def erasures(self) -> tuple[Erasure, ...]:
        """As `KeyStore.erasures`."""
        return joined(self._erased.values())

    def apply_erasures(self, erasures: Iterable[Erasure]) -> tuple[Destroyed, ...]:
        """As `KeyStore.apply_erasures`."""
        return tuple(self._destroy(erasure) for erasure in erasures)

    def _destroy(self, erasure: Erasure) -> Destroyed:
        with self._lock:
            first = self._erased.setdefault(erasure.pseudonym, erasure)
            return Destroyed(first, self._keys.pop(erasure.pseudonym, None) is not None)


def new_key(entropy: Entropy) -> bytes:
    """A new person's key.

    Raises:
        EntropyWrongLength: the source of randomness gave too little or too much.
    """
    key = entropy(KEY_BYTES)
    if len(key) != KEY_BYTES:
        raise EntropyWrongLength(KEY_BYTES, len(key))
    return key
