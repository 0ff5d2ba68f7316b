"""The ledger: what was done, kept whole and in order; written in rounds, read by conversation, person or place."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select

from humanely.errors import HumanelyError
from humanely.store.credentials import Credentials, Listing, Rows
from humanely.store.handoffs import Handoffs, Projecting
from humanely.store.log import proofs
from humanely.store.log.act import Before, Earlier, Kept, Moved, Recorded, Unit
from humanely.store.log.answers import Answers, opened
from humanely.store.log.drafting import Drafting, Ready, answer_name, conversation_name, credential_name
from humanely.store.log.proofs import ConsistencyProof, InclusionProof
from humanely.store.log.sequencer import HeadMissing, Sequencer
from humanely.store.log.standing import Standings
from humanely.store.reviews import HeldBack, Reviews
from humanely.store.sql.database import Database
from humanely.store.sql.tables import answers, checkpoints, conversations, entries, head
from humanely.trust.checkpoint import Checkpoint, sign
from humanely.trust.entry import Kind
from humanely.trust.erasure import Pseudonym
from humanely.trust.keys import KeyDestroyed, KeyStore
from humanely.trust.merkle import Head
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy, open_
from humanely.trust.signing_key import Signer

PAGE = 500
"""Names of conversations, or acts, read at once when all are walked through."""

SHOWN = 12
"""How many of its newest acts are shown of a conversation that waits."""

Outcome = Recorded | Moved | HumanelyError

_KEPT = (
    entries.c.index,
    entries.c.at,
    entries.c.kind,
    entries.c.subject,
    entries.c.sealed_for,
    entries.c.payload,
)
_IN_ORDER: Select[Any] = select(*_KEPT).order_by(entries.c.index)

# Built once: to put a statement together takes longer than to run it.
_OF_CONVERSATION = _IN_ORDER.where(
    entries.c.conversation == bindparam("conversation"), entries.c.index > bindparam("place", value=-1)
)
_OF_SUBJECT = _IN_ORDER.where(entries.c.subject == bindparam("subject"))
_OF_SUBJECTS = _IN_ORDER.where(
    entries.c.subject.in_(bindparam("subjects", expanding=True)), entries.c.kind == bindparam("of_kind")
)
_AT = _IN_ORDER.where(entries.c.index == bindparam("place"))
_AFTER = _IN_ORDER.where(entries.c.index > bindparam("place")).limit(bindparam("most"))
_OF_KIND = (
    _IN_ORDER.where(entries.c.kind == bindparam("of_kind"), entries.c.index > bindparam("place"))
    .where(entries.c.payload.is_not(None))
    .limit(bindparam("most"))
)
_NEWEST = select(conversations.c.conversation, conversations.c.newest).where(
    conversations.c.conversation.in_(bindparam("conversations", expanding=True))
)
_ANSWERED = select(answers).where(answers.c.key.in_(bindparam("keys", expanding=True)))
_HEAD = select(head.c.size, head.c.root)


class Ledger:
    """Where every act of the product is kept.

    Attributes:
        handoffs: those that are open, as rows.
        reviews: answers held for review, as rows.
        credentials: with appeals and endorsements, as rows.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, keys: KeyStore, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._keys = keys
        self._root_key = root_key
        self._entropy = entropy
        self.origin = database.origin
        self.handoffs = Handoffs(database)
        self.reviews = Reviews(database)
        self.credentials = Credentials(database)

    def commit(self, units: Sequence[Unit], now: dt.datetime) -> list[Outcome]:
        """Record units, each whole or not at all, in one transaction; on disk when this returns.

        Args:
            now: aware; the acts get this time, or the newest entry's where that is later.

        Returns:
            What came of each unit, in order: its place; that its conversation moved on, or its request was answered
            meanwhile; or the error for which nothing of it could be sealed, such as `KeyDestroyed`.
        """
        # Before the ledger is held: a new person's key is written to disk here.
        ready = _ready(units, Drafting(self._keys, self._root_key))
        with self._database.writing() as connection:
            round_ = _Round(connection, self.origin, self._entropy, now, ready)
            outcomes = [round_.take(one) if isinstance(one, Ready) else one for one in ready]
            round_.write()
        return outcomes

    def before(self, conversation_ids: Iterable[str], person_ids: Iterable[str], keys: Iterable[str]) -> Before:
        """What stands before a round of turns, seen at one moment.

        Args:
            keys: idempotency keys of the turns that have one.
        """
        with self._database.reading() as connection:
            return Before(
                newest=self._newest(connection, conversation_ids),
                consents=self._of_people(connection, person_ids, "consent"),
                answered=self._answered(connection, keys),
            )

    def conversation(self, conversation_id: str, *, after: int = -1) -> tuple[Kept, ...]:
        """Every act of a conversation that follows a place, in order; none where it is unknown."""
        name = conversation_name(self._root_key, conversation_id)
        return self._kept(_OF_CONVERSATION, conversation=name, place=after)

    def credential(self, credential_id: str) -> tuple[Kept, ...]:
        """Every act in the stream of a credential, in order; none where it is unknown."""
        return self._kept(_OF_CONVERSATION, conversation=credential_name(self._root_key, credential_id))

    def conversations(self) -> Iterator[tuple[Kept, ...]]:
        """Every act of each conversation, one conversation after the other, in no order that means anything.

        One is held at a time. Those of erased people are gone.
        """
        last = ""
        asked = select(conversations.c.conversation).order_by(conversations.c.conversation).limit(PAGE)
        while True:
            with self._database.reading() as connection:
                names = connection.scalars(asked.where(conversations.c.conversation > last)).all()
            yield from (self._kept(_OF_CONVERSATION, conversation=name) for name in names)
            if len(names) < PAGE:
                return
            last = names[-1]

    def person(self, person_id: str) -> tuple[Kept, ...]:
        """Every act about a person, in order; none where they are unknown."""
        return self._kept(_OF_SUBJECT, subject=self._root_key.pseudonym(person_id))

    def of_people(self, person_ids: Iterable[str], kind: Kind) -> dict[str, tuple[Kept, ...]]:
        """The acts of one kind about each of these people, in order."""
        with self._database.reading() as connection:
            return self._of_people(connection, person_ids, kind)

    def of_kind(self, kind: Kind) -> Iterator[Kept]:
        """Every act of a kind that can still be read, in order; one page is held at a time."""
        place = -1
        while page := self._kept(_OF_KIND, of_kind=kind, place=place, most=PAGE):
            yield from page
            place = page[-1].index

    def entry(self, index: int) -> Kept | None:
        """The act at a place, or None where there is none."""
        return next(iter(self._kept(_AT, place=index)), None)

    def after(self, index: int, limit: int) -> tuple[Kept, ...]:
        """At most `limit` acts that follow a place, in order; -1 is in front of the first."""
        return self._kept(_AFTER, place=index, most=limit)

    def newest(self, conversation_ids: Iterable[str]) -> dict[str, int]:
        """Index of the newest entry of each conversation, -1 where there is none."""
        with self._database.reading() as connection:
            return self._newest(connection, conversation_ids)

    def newest_acts(self, names: Sequence[str]) -> dict[str, tuple[Kept, ...]]:
        """The newest acts of some conversations, oldest of them first.

        Args:
            names: pseudonyms of conversations, as rows have them.
        """
        with self._database.reading() as connection:
            found = self._newest_of(connection, names)
        return {name: tuple(acts) for name, acts in found.items()}

    def answered(self, keys: Iterable[str]) -> dict[str, Earlier]:
        """What was answered to each of these requests before; answers of erased people are gone."""
        with self._database.reading() as connection:
            return self._answered(connection, keys)

    def head(self) -> Head:
        """How long the log is, and its root."""
        with self._database.reading() as connection:
            return _head(connection)

    def checkpoint(self, signer: Signer, now: dt.datetime) -> bytes:
        """Sign the log as it is now and keep the note; one that was signed at this size is given again."""
        with self._database.writing() as connection:
            now_is = _head(connection)
            signed = connection.scalar(select(checkpoints.c.note).where(checkpoints.c.size == now_is.size))
            if signed is None:
                signed = sign(Checkpoint(self.origin, now_is.size, now_is.root), signer)
                connection.execute(insert(checkpoints).values(size=now_is.size, at=now, note=signed))
        return signed

    def inclusion(self, index: int, size: int) -> InclusionProof:
        """As `proofs.inclusion`."""
        with self._database.reading() as connection:
            return proofs.inclusion(connection, index, size)

    def consistency(self, old: int, new: int) -> ConsistencyProof:
        """As `proofs.consistency`."""
        with self._database.reading() as connection:
            return proofs.consistency(connection, old, new)

    def _newest(self, connection: Connection, conversation_ids: Iterable[str]) -> dict[str, int]:
        ids = {conversation_name(self._root_key, each): each for each in conversation_ids}
        found = connection.execute(_NEWEST, {"conversations": list(ids)}).all() if ids else ()
        return dict.fromkeys(ids.values(), -1) | {ids[name]: newest for name, newest in found}

    def _of_people(self, connection: Connection, person_ids: Iterable[str], kind: Kind) -> dict[str, tuple[Kept, ...]]:
        names = {self._root_key.pseudonym(each): each for each in person_ids}
        found: dict[str, list[Kept]] = {each: [] for each in names.values()}
        for act in self._opened(connection.execute(_OF_SUBJECTS, {"subjects": list(names), "of_kind": kind}).all()):
            found[names[Pseudonym(act.subject)]].append(act)
        return {each: tuple(acts) for each, acts in found.items()}

    def _answered(self, connection: Connection, keys: Iterable[str]) -> dict[str, Earlier]:
        names = {answer_name(self._root_key, each): each for each in keys}
        found = connection.execute(_ANSWERED, {"keys": list(names)}).all() if names else ()
        bodies = [(row, self._body(row)) for row in found]
        return {names[row.key]: Earlier(row.fingerprint, body, row.first) for row, body in bodies if body is not None}

    def _kept(self, query: Select[Any], **values: object) -> tuple[Kept, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(query, values).all()
        return self._opened(rows)

    def _newest_of(self, connection: Connection, names: Sequence[str]) -> dict[str, list[Kept]]:
        """The newest acts of some conversations, oldest of them first."""
        age = func.row_number().over(partition_by=entries.c.conversation, order_by=entries.c.index.desc())
        aged = select(*_KEPT, entries.c.conversation, age.label("age")).where(entries.c.conversation.in_(names))
        inner = aged.subquery()
        shown = select(*inner.c).where(inner.c.age <= SHOWN).order_by(inner.c.index)
        rows = connection.execute(shown).all()
        newest: dict[str, list[Kept]] = {}
        for row, kept in zip(rows, self._opened(rows), strict=True):
            newest.setdefault(row.conversation, []).append(kept)
        return newest

    def _opened(self, rows: Sequence[Row[Any]]) -> tuple[Kept, ...]:
        held: dict[str, bytes | None] = {}
        kept = []
        for row in rows:
            index, at, kind, subject, sealed_for, stored = tuple(row)[:6]
            payload = stored
            if stored is not None and sealed_for is not None:
                if sealed_for not in held:
                    held[sealed_for] = self._key(sealed_for)
                key = held[sealed_for]
                payload = key and open_(key, stored, log=self.origin, index=index, person=subject)
            kept.append(Kept(index, at, kind, subject, payload))
        return tuple(kept)

    def _body(self, row: Row[Any]) -> bytes | None:
        if row.subject is None:
            return bytes(row.body)
        key = self._key(row.subject)
        return key and opened(row.body, key, origin=self.origin, name=row.key, first=row.first)

    def _key(self, name: str) -> bytes | None:
        try:
            return self._keys.named(Pseudonym(name))
        except KeyDestroyed:
            return None


class _Round:
    """The units of one transaction, taken one after the other."""

    def __init__(
        self,
        connection: Connection,
        origin: str,
        entropy: Entropy,
        now: dt.datetime,
        units: Sequence[Ready | HumanelyError],
    ) -> None:
        ready = [unit for unit in units if isinstance(unit, Ready)]
        self._sequencer = Sequencer(connection, origin, entropy, now)
        hung_on = {draft.conversation for one in ready for draft in one.drafts if draft.conversation}
        self._standings = Standings(connection, hung_on | {one.conversation for one in ready if one.conversation})
        self._handoffs = Projecting(connection)
        self._held_back = HeldBack(connection)
        self._listing = Listing(connection, {each.listed.id for one in ready for each in one.unit.credentials})
        self._answers = Answers(connection, origin, entropy, [one.answer[0] for one in ready if one.answer])

    def take(self, one: Ready) -> Recorded | Moved:
        """Give a unit its places, unless others were quicker."""
        if self._has_moved(one):
            return Moved()
        first, at = self._sequencer.next, self._sequencer.at
        for draft in one.drafts:
            index = self._sequencer.take(draft)
            if draft.conversation is not None:
                self._standings.moved(draft.conversation, draft.subject, index, at)
        if one.conversation is not None and one.unit.handoff is not None:
            subject = self._standings.subject(one.conversation)
            self._handoffs.take(one.unit.handoff, first, one.conversation, subject)
        if one.conversation is not None:
            for held in one.unit.held:
                self._held_back.take(held, first, one.conversation, self._standings.subject(one.conversation))
        for rows in one.unit.credentials:
            self._list(one, rows, first)
        if one.answer is not None:
            self._answers.take(*one.answer, first, at)
        return Recorded(first, at)

    def _list(self, one: Ready, rows: Rows, first: int) -> None:
        """Take the rows of a credential, with the names that its acts have by now."""
        theirs = [at for at, act in enumerate(one.unit.acts) if act.credential == rows.listed.id]
        draft = one.drafts[theirs[-1]]
        self._listing.take(rows, first, first + theirs[-1], draft.credential or "", draft.subject)

    def _has_moved(self, one: Ready) -> bool:
        """Whether others were quicker: in the conversation, with the credential, or with the same request."""
        if one.conversation is not None and self._standings.newest(one.conversation) != one.unit.known:
            return True
        if any(self._listing.newest(each.listed.id) != each.known for each in one.unit.credentials):
            return True
        return one.answer is not None and self._answers.has(one.answer[0])

    def write(self) -> None:
        """Write everything that was taken."""
        self._sequencer.write()
        self._standings.write()
        self._handoffs.write()
        self._held_back.write()
        self._listing.write()
        self._answers.write()


def _ready(units: Sequence[Unit], drafting: Drafting) -> list[Ready | HumanelyError]:
    drafting.meet(units)
    ready: list[Ready | HumanelyError] = []
    for unit in units:
        try:
            ready.append(drafting.ready(unit))
        except HumanelyError as error:
            ready.append(error)
    return ready


def _head(connection: Connection) -> Head:
    found = connection.execute(_HEAD).one_or_none()
    if found is None:
        raise HeadMissing
    return Head(*found)
