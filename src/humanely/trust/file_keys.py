"""People's keys as files, one each, wrapped under the root key; safe for several processes at once.

    FOLDER/keys/PSEUDONYM      the wrapped key
    FOLDER/erased/PSEUDONYM    a mark, with the time: this person was erased

The marks are the erasure list: a restored backup of ``keys`` meets them and is put right. When the whole folder is
restored, old marks come with it, so the operator keeps a copy of the list elsewhere and applies it first.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from humanely.errors import HumanelyError
from humanely.trust.durable import make_folder, publish, shred
from humanely.trust.erasure import Erasure, ErasureListDamaged, Pseudonym, erasures_of, is_pseudonym, joined, lines_of
from humanely.trust.keys import Destroyed, KeyDestroyed, KeyUnknown, new_key
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

MOST_HELD = 100_000
"""How many unwrapped keys are held in memory at once: about 20 MB."""


class MarkDamaged(HumanelyError):
    """The mark of an erased person says something else."""

    code = "mark_damaged"

    def __init__(self, mark: Path) -> None:
        super().__init__(
            f"The mark of an erased person at {str(mark)!r} is damaged.",
            fix="Put into it the line of your copy of the erasure list that begins with the name of this file.",
        )


class KeysUnusable(HumanelyError):
    """The folder of keys cannot be read or written."""

    code = "keys_unusable"
    status = 503

    def __init__(self, folder: Path, fault: str) -> None:
        super().__init__(
            f"The folder of keys {str(folder)!r} cannot be used: {fault}.",
            fix="Check who owns it, the free space of the disk, and whether it is mounted read-only.",
        )


class FileKeys:
    """A key store in a folder that only its owner can enter.

    >>> import os, tempfile
    >>> keys = FileKeys(Path(tempfile.mkdtemp()), RootKey(os.urandom(32)), os.urandom)
    >>> keys.key_of("ada") == keys.key_of("ada")
    True
    """

    def __init__(self, folder: Path, root: RootKey, entropy: Entropy) -> None:
        """Open the folder, making it if there is none; keys of erased people that came back are destroyed first.

        Raises:
            MarkDamaged: the mark of an erased person cannot be read.
        """
        self._root = root
        self._entropy = entropy
        self._folder = folder
        self._keys = make_folder(folder / "keys")
        self._erased = make_folder(folder / "erased")
        # Reading and unwrapping takes far longer than asking whether there is a mark, which is asked at every use.
        self._held: dict[Pseudonym, bytes] = {}
        self.apply_erasures(self.erasures())

    def key_of(self, person: str) -> bytes:
        """As `KeyStore.key_of`.

        Raises:
            KeyDestroyed: the person was erased.
            KeyUnreadable: the file is damaged, or was wrapped under another root key.
            KeysUnusable: the disk fails.
        """
        return self._key(self._root.pseudonym(person), self._read_or_make)

    def named(self, pseudonym: Pseudonym) -> bytes:
        """As `KeyStore.named`.

        Raises:
            KeyDestroyed: the person was erased.
            KeyUnknown: there is none.
            KeyUnreadable: the file is damaged, or was wrapped under another root key.
            KeysUnusable: the disk fails.
        """
        # It comes from the database, where somebody may have written a path.
        if not is_pseudonym(pseudonym):
            raise KeyUnknown(pseudonym)
        return self._key(pseudonym, self._read)

    def destroy(self, person: str, at: dt.datetime) -> Destroyed:
        """As `KeyStore.destroy`; on disk when it returns.

        Raises:
            KeysUnusable: the disk fails; what was begun is finished at the next start.
        """
        with self._usable():
            return self._destroy(Erasure(self._root.pseudonym(person), at))

    def is_destroyed(self, person: str) -> bool:
        """As `KeyStore.is_destroyed`."""
        return (self._erased / self._root.pseudonym(person)).exists()

    def erasures(self) -> tuple[Erasure, ...]:
        """As `KeyStore.erasures`.

        Raises:
            MarkDamaged: the mark of an erased person cannot be read.
        """
        return joined(_on(mark) for mark in self._erased.iterdir())

    def apply_erasures(self, erasures: Iterable[Erasure]) -> tuple[Destroyed, ...]:
        """As `KeyStore.apply_erasures`."""
        with self._usable():
            return tuple(self._done(erasure) or self._destroy(erasure) for erasure in erasures)

    def _key(self, pseudonym: Pseudonym, read: Callable[[Pseudonym], bytes]) -> bytes:
        self._refuse_erased(pseudonym)
        held = self._held.get(pseudonym)
        if held is not None:
            return held
        try:
            with self._usable():
                key = read(pseudonym)
        finally:
            # Who destroys leaves the mark before taking the key: what was made or half read meanwhile is caught here.
            self._refuse_erased(pseudonym)
        if len(self._held) >= MOST_HELD:
            self._held.clear()
        self._held[pseudonym] = key
        return key

    def _read(self, pseudonym: Pseudonym) -> bytes:
        try:
            wrapped = (self._keys / pseudonym).read_bytes()
        except FileNotFoundError:
            raise KeyUnknown(pseudonym) from None
        return self._root.unwrap(wrapped, pseudonym)

    def _read_or_make(self, pseudonym: Pseudonym) -> bytes:
        path = self._keys / pseudonym
        if not path.exists():
            # Of two processes one publishes first; both then read what that one wrote.
            publish(path, self._root.wrap(new_key(self._entropy), pseudonym, self._entropy), drafts=self._folder)
        return self._read(pseudonym)

    def _refuse_erased(self, pseudonym: Pseudonym) -> None:
        if (self._erased / pseudonym).exists():
            self._held.pop(pseudonym, None)
            shred(self._keys / pseudonym)
            raise KeyDestroyed(pseudonym)

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            raise KeysUnusable(self._folder, fault.strerror or type(fault).__name__) from fault

    def _done(self, erasure: Erasure) -> Destroyed | None:
        # A long list is gone through at every start: what was destroyed before is not brought to disk again.
        mark = self._erased / erasure.pseudonym
        if mark.exists() and not (self._keys / erasure.pseudonym).exists():
            return Destroyed(_on(mark), had_key=False)
        return None

    def _destroy(self, erasure: Erasure) -> Destroyed:
        # 1. The mark: if the power goes now, the next start finishes the work.
        mark = self._erased / erasure.pseudonym
        publish(mark, lines_of([erasure]).encode(), drafts=self._folder)
        # 2. The key.
        self._held.pop(erasure.pseudonym, None)
        had_key = shred(self._keys / erasure.pseudonym)
        # 3. The mark that was first speaks, ours or an older one.
        return Destroyed(_on(mark), had_key)


def _on(mark: Path) -> Erasure:
    """The erasure a mark was left for.

    Raises:
        MarkDamaged: it holds anything but the one line that goes with its name.
    """
    try:
        (erasure,) = erasures_of(mark.read_text(encoding="utf-8"))
    except (ErasureListDamaged, ValueError):  # no text, or not one line
        raise MarkDamaged(mark) from None
    if erasure.pseudonym != mark.name:
        raise MarkDamaged(mark)
    return erasure
