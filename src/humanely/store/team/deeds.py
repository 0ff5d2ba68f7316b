"""What members of the team do that no table keeps: they look at what is recorded of a person, or change a setting.

The payloads are open JSON. Kind ``staff`` is about the person, who is told of it with all that is about them, and is
kept as long as a decision; kind ``setting`` names a file, and by its hash what stands in it, and stays as long as the
ledger:

    {"act":"looked_at","id":"01…"}    also exported, corrected, consent_noted, erased
    {"act":"read_case","id":"01…","of":17}    that they do not have themselves
    {"act":"read_review","id":"01…","of":19}    an answer that was held, with the conversation
    {"act":"read_credential","id":"01…","of":23}    by the place it begins at
    {"act":"read_appeal","id":"01…","of":29}    with what was shown in it, by the place it was filed at
    {"act":"changed","by":"01…","file":"policy.toml","sha256":"ab…","before":"cd…"}
"""

import datetime as dt
from hashlib import sha256
from typing import Literal

import msgspec

from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.sql.database import Database
from humanely.trust.entry import Kind
from humanely.trust.retention import Kind as Keep
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

Done = Literal["looked_at", "exported", "corrected", "consent_noted", "erased"]
Read = Literal["read_case", "read_review", "read_credential", "read_appeal"]

ONCE = dt.timedelta(hours=1)
"""What is read again within it is read once: pages draw themselves anew."""


class Deed(msgspec.Struct, frozen=True):
    """What a member did with what is recorded of a person.

    Attributes:
        id: of the member.
        of: place of what they read; None where it was all of it.
    """

    act: Done | Read
    id: str
    of: int | None = None


def deed_of(payload: bytes) -> Deed:
    """The deed of a payload of kind ``staff`` that is about a person.

    >>> deed_of(b'{"act":"read_case","id":"01","of":17}')
    Deed(act='read_case', id='01', of=17)
    """
    return msgspec.json.decode(payload, type=Deed)


class Deeds:
    """Tells the ledger what members do.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._root_key = root_key
        self._entropy = entropy
        self._seen: dict[tuple[str, int], dt.datetime] = {}

    def about_person(self, deed: Done, member_id: str, person_id: str, now: dt.datetime) -> None:
        """Record what a member did with what is recorded of a person.

        Args:
            now: aware.
        """
        self._about(person_id, now, act=deed, id=member_id)

    def read(self, deed: Read, member_id: str, person_id: str, of: int, now: dt.datetime) -> None:
        """Record that a member read something of a person, once an hour as long as this process runs.

        Args:
            of: place of what they read.
            now: aware.
        """
        self._seen = {seen: at for seen, at in self._seen.items() if at > now - ONCE}
        if (member_id, of) in self._seen:
            return
        self._seen[member_id, of] = now
        self._about(person_id, now, act=deed, id=member_id, of=of)

    def setting_changed(self, file: str, text: str, before: str | None, member_id: str, now: dt.datetime) -> None:
        """Record that a member changed a file of the operator's.

        Args:
            file: its name.
            text: what it holds now.
            before: what it held; None where there was none.
        """
        held = None if before is None else digest(before)
        self._record("setting", now, act="changed", by=member_id, file=file, sha256=digest(text), before=held)

    def _about(self, person_id: str, now: dt.datetime, **told: object) -> None:
        self._record("staff", now, self._root_key.pseudonym(person_id), Keep.DECISION, **told)

    def _record(
        self, kind: Kind, now: dt.datetime, subject: str = "", keep: Keep | None = None, **told: object
    ) -> None:
        with self._database.writing() as connection:
            sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
            sequencer.take(Draft(kind=kind, subject=subject, payload=msgspec.json.encode(told), keep=keep))
            sequencer.write()


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return sha256(text.encode()).hexdigest()
