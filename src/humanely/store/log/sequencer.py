"""The one place where acts become entries: each gets the next index, is sealed for it, and joins the tree."""

import datetime as dt

import msgspec
from sqlalchemy import Connection, insert, select, update

from humanely.errors import HumanelyError
from humanely.store.sql.tables import entries, head, nodes
from humanely.trust.entry import Entry, Kind, hash_payload
from humanely.trust.erasure import Pseudonym
from humanely.trust.merkle import HASH_BYTES, Tree, leaf_hash
from humanely.trust.retention import Kind as Keep
from humanely.trust.seal import Entropy, seal

# Built once: to put a statement together takes longer than to run it.
_END = select(head.c.size, head.c.edge, head.c.at)
_ADD_ENTRIES, _ADD_NODES, _MOVE_END = insert(entries), insert(nodes), update(head)


class HeadMissing(HumanelyError):
    """The ledger does not know where it ends, so nothing may be added."""

    code = "head_missing"
    status = 500

    def __init__(self) -> None:
        super().__init__(
            "The ledger has lost the row that says how long it is; nothing was recorded.",
            fix="Run humanely ledger verify to see what else is gone, and restore the newest backup.",
        )


class Lock(msgspec.Struct, frozen=True):
    """What seals a payload: the key, and the pseudonym it is found by later."""

    key: bytes
    name: Pseudonym


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An act that is ready for its place.

    Attributes:
        subject: pseudonym of the person it is about, empty where it is about nobody.
        payload: as it is to be read back.
        keep: which retention rule holds for the payload; None where it stays as long as the ledger.
        lock: under which the payload is sealed; None where it stays open.
        conversation: its pseudonym; None where it belongs to none.
        credential: pseudonym of the stream of a credential; None where it belongs to none.
    """

    kind: Kind
    payload: bytes
    subject: str = ""
    keep: Keep | None = None
    lock: Lock | None = None
    conversation: str | None = None
    credential: str | None = None


class Sequencer:
    """Gives out places within one write transaction, and writes them all at its end.

    Attributes:
        at: the time of everything taken: now, or the newest entry's time where a clock was set back.
    """

    def __init__(self, connection: Connection, origin: str, entropy: Entropy, now: dt.datetime) -> None:
        """Read where the log ends.

        Raises:
            HeadMissing: it is not known.
        """
        found = connection.execute(_END).one_or_none()
        if found is None:
            raise HeadMissing
        size, edge, last = found
        self._tree = Tree(size, tuple(edge[at : at + HASH_BYTES] for at in range(0, len(edge), HASH_BYTES)))
        self._connection = connection
        self._origin = origin
        self._entropy = entropy
        self._leaves: list[bytes] = []
        self._rows: list[dict[str, object]] = []
        self.at = max(now.astimezone(dt.UTC), last)

    @property
    def next(self) -> int:
        """The index the next draft gets."""
        return self._tree.size + len(self._rows)

    def take(self, draft: Draft) -> int:
        """Give a draft its place."""
        index, lock = self.next, draft.lock
        payload = draft.payload
        if lock is not None:
            bound = {"log": self._origin, "index": index, "person": draft.subject}
            payload = seal(lock.key, payload, entropy=self._entropy, **bound)  # type: ignore[arg-type]
        entry = Entry(index, self.at, draft.kind, draft.subject, hash_payload(payload))
        self._leaves.append(leaf_hash(entry.leaf))
        self._rows.append({
            "index": index,
            "at": self.at,
            "kind": draft.kind,
            "subject": draft.subject,
            "conversation": draft.conversation or draft.credential,
            "sealed_for": lock and lock.name,
            "keep": draft.keep and draft.keep.value,
            "payload": payload,
            "payload_hash": entry.payload_hash,
        })  # fmt: skip
        return index

    def write(self) -> None:
        """Write what was taken: entries, the subtrees they complete, the head."""
        if not self._rows:
            return
        tree, completed = self._tree.extend(self._leaves)
        made = [{"level": level, "position": position, "hash": made} for (level, position), made in completed.items()]
        self._connection.execute(_ADD_ENTRIES, self._rows)
        self._connection.execute(_ADD_NODES, made)
        end = {"size": tree.size, "root": tree.root, "edge": b"".join(tree.edge), "at": self.at}
        self._connection.execute(_MOVE_END, end)
