"""Units made ready for the ledger: names become pseudonyms, and each payload gets the key it is to be sealed under."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import msgspec

from humanely.errors import HumanelyError
from humanely.store.log.act import Act, Answered, Unit
from humanely.store.log.erase import CRISIS
from humanely.store.log.sequencer import Draft, Lock
from humanely.trust.erasure import Pseudonym
from humanely.trust.keys import KeyStore
from humanely.trust.root_key import RootKey

MANY = 64
"""More people than a round of turns has."""
AT_ONCE = 16
"""Keys that are brought to disk side by side."""


class Ready(msgspec.Struct, frozen=True):
    """A unit in which nobody is named any more.

    Attributes:
        conversation: pseudonym of the conversation the unit was decided on; None where it hangs on none.
        answer: what to keep for a repeated request, with the request's pseudonym and what seals the body.
    """

    unit: Unit
    drafts: tuple[Draft, ...]
    conversation: str | None
    answer: tuple[str, Answered, Lock | None] | None


class Drafting:
    """Makes the units of one round ready; each person's key is asked for once."""

    def __init__(self, keys: KeyStore, root_key: RootKey) -> None:
        self._keys = keys
        self._root_key = root_key
        self._locks: dict[str, Lock] = {}
        self._names: dict[str, Pseudonym] = {}

    def meet(self, units: Sequence[Unit]) -> None:
        """Have the keys of very many people made side by side: to bring each to disk alone takes the time of all.

        Who has none, as after an erasure, is told of by `ready`.
        """
        people = {act.person for unit in units for act in unit.acts if act.person is not None}
        if len(people) > MANY:
            with ThreadPoolExecutor(AT_ONCE) as pool:
                list(pool.map(self._met, people))

    def _met(self, person: str) -> None:
        with suppress(HumanelyError):
            self._keys.key_of(person)

    def ready(self, unit: Unit) -> Ready:
        """Make a unit ready; a new person's key is made, and on disk, when this returns.

        Raises:
            KeyDestroyed: somebody in it was erased.
            HumanelyError: somebody's key cannot be read.
        """
        answer = None if unit.answered is None else self._answer(unit.answered)
        drafts = tuple(self._draft(act) for act in unit.acts)
        return Ready(unit, drafts, self._conversation(unit.conversation), answer)

    def _draft(self, act: Act) -> Draft:
        sealed_for = None if act.person is None else act.person + (CRISIS if act.in_crisis else "")
        return Draft(
            kind=act.kind,
            payload=act.payload,
            subject="" if act.person is None else self._name(act.person),
            keep=act.keep,
            lock=None if sealed_for is None else self._lock(sealed_for),
            conversation=self._conversation(act.conversation),
            credential=None if act.credential is None else self._name(_CREDENTIAL + act.credential),
        )

    def _answer(self, answered: Answered) -> tuple[str, Answered, Lock | None]:
        lock = None if answered.person is None else self._lock(answered.person)
        return answer_name(self._root_key, answered.key), answered, lock

    def _conversation(self, conversation_id: str | None) -> str | None:
        return None if conversation_id is None else self._name(_CONVERSATION + conversation_id)

    def _lock(self, person: str) -> Lock:
        if person not in self._locks:
            self._locks[person] = Lock(self._keys.key_of(person), self._name(person))
        return self._locks[person]

    def _name(self, name: str) -> Pseudonym:
        if name not in self._names:
            self._names[name] = self._root_key.pseudonym(name)
        return self._names[name]


_CONVERSATION = "conversation:"
_CREDENTIAL = "credential:"


def conversation_name(root_key: RootKey, conversation_id: str) -> str:
    """The pseudonym of a conversation."""
    return root_key.pseudonym(_CONVERSATION + conversation_id)


def credential_name(root_key: RootKey, credential_id: str) -> str:
    """The pseudonym of the stream of a credential; no conversation of a client has the same."""
    return root_key.pseudonym(_CREDENTIAL + credential_id)


def answer_name(root_key: RootKey, key: str) -> str:
    """The pseudonym of an idempotency key."""
    return root_key.pseudonym(f"idempotency:{key}")
