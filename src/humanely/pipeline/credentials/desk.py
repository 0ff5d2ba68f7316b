"""The desk for credentials: all that its work needs, and how a step comes into the ledger, once and with its rows."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import msgspec

from humanely.credential.life.party import By, staff
from humanely.errors import HumanelyError
from humanely.estimate import ConversationReader
from humanely.pipeline.acting import Asked
from humanely.pipeline.companion import TRIES, KeyReused, Overtaken
from humanely.pipeline.credentials.listing import rows_after
from humanely.pipeline.house import House
from humanely.store.achievements import Achievements
from humanely.store.credential import Credential, folded
from humanely.store.credential_records import KIND_OF, EvidenceRecord, StreamRecord, encode
from humanely.store.credentials import Rows
from humanely.store.data_folder import Data
from humanely.store.issuer_keys import IssuerKeys
from humanely.store.log.act import Act, Answered, Recorded, Unit
from humanely.store.log.ledger import Ledger
from humanely.store.status_lists import StatusLists
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

Made = Callable[[Credential], Sequence[StreamRecord]]
Change = tuple[Credential, Sequence[StreamRecord]]


class CredentialMissing(HumanelyError):
    """There is no credential of a code."""

    code = "credential_missing"
    status = 404

    def __init__(self) -> None:
        super().__init__(
            "There is no credential of this code here.",
            fix="Compare the code with the one on the credential; it has three groups of four.",
        )


class CredentialGone(HumanelyError):
    """What was recorded of a credential is gone."""

    code = "credential_gone"
    status = 410

    def __init__(self) -> None:
        super().__init__(
            "What was recorded of this credential is erased, or its time has passed.",
            fix="Whoever holds a copy can still have it checked.",
        )


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Where credentials are worked on.

    Attributes:
        ledger: where acts are recorded.
        achievements, keys, lists: what can be achieved, what signs, where bits are given out.
        root_key: seals what visitors carry.
        house: the rules of the house.
        address: under which people see this server, without a slash at its end.
        name: of the issuer, as people know them.
        reader: reads what others say of people; None to have a moderator look at all of it.
        signed: status lists as they were signed last, by list and purpose, with the change they were signed at.
    """

    ledger: Ledger
    achievements: Achievements
    keys: IssuerKeys
    lists: StatusLists
    root_key: RootKey
    house: House
    address: str
    name: str
    entropy: Entropy
    reader: ConversationReader | None = None
    signed: dict[tuple[int, str], tuple[object, bytes]] = {}

    @classmethod
    def of(
        cls, data: Data, house: House, *, address: str, name: str = "", reader: ConversationReader | None = None
    ) -> "Desk":
        """The desk over a data directory."""
        return cls(
            ledger=data.ledger,
            achievements=Achievements(data.database, data.entropy),
            keys=IssuerKeys(data.database, data.root_key, data.entropy),
            lists=StatusLists(data.database, data.root_key),
            root_key=data.root_key,
            house=house,
            address=address.rstrip("/"),
            name=name or address,
            entropy=data.entropy,
            reader=reader,
        )

    def url(self, credential_id: str) -> str:
        """The address of a credential, which is its id in the credential itself."""
        return f"{self.address}/c/{credential_id}"

    def at(self, credential_id: str) -> Credential:
        """A credential.

        Raises:
            CredentialMissing: there never was one of this code.
            CredentialGone: nothing of it can be read any more.
        """
        found = self._standing(credential_id)
        if found.life is None:
            raise CredentialMissing if found.newest < 0 and not self._was(credential_id) else CredentialGone
        return found

    def recorded(
        self, asked: Asked, credential_id: str, made: Made, *, files: Sequence[EvidenceRecord] = ()
    ) -> Credential:
        """Record steps of a credential; begin anew when others got ahead.

        Args:
            made: the records for the credential as it stands, at least one.
            files: recorded behind them.

        Raises:
            CredentialMissing, CredentialGone, KeyReused, Overtaken: nothing was recorded.
            HumanelyError: what `made` raises, or one of `database_faults`.
        """

        def change() -> list[Change]:
            state = self.at(credential_id)
            return [(state, made(state))]

        return self.together(asked, change, files=files)

    def together(
        self, asked: Asked, change: Callable[[], Sequence[Change]], *, files: Sequence[EvidenceRecord] = ()
    ) -> Credential:
        """Record steps of several credentials, all or none; begin anew when others got ahead. Raises as `recorded`.

        Args:
            change: the credentials as they stand, each with its records.

        Returns:
            The first of them.
        """
        for _ in range(TRIES):
            if (before := self.earlier(asked)) is not None:
                return self.at(before)
            done = self.commit(change(), asked, files=files)
            if done is not None:
                return done[0]
        raise Overtaken

    def earlier(self, asked: Asked) -> str | None:
        """What the same request came to before: an id; None where it is new.

        Raises:
            KeyReused: it was another request.
        """
        found = self.ledger.answered([asked.repeat_key]).get(asked.repeat_key) if asked.repeat_key else None
        if found is None:
            return None
        if found.fingerprint != asked.fingerprint:
            raise KeyReused
        return found.body.decode()

    def commit(
        self, changed: Sequence[Change], asked: Asked, *, files: Sequence[EvidenceRecord] = ()
    ) -> list[Credential] | None:
        """Record steps of credentials, all of them or none; None where one of them has moved on."""
        (placed,) = self.ledger.commit([unit(changed, asked, files)], asked.now)
        if isinstance(placed, HumanelyError):
            raise placed
        return _applied(changed, placed) if isinstance(placed, Recorded) else None

    def commit_each(self, changed: Sequence[Change], asked: Asked) -> list[Credential | HumanelyError]:
        """Record steps of many credentials in one transaction, each by itself; what came of each, in order."""
        bare = msgspec.structs.replace(asked, repeat_key="")
        placed = self.ledger.commit([unit([one], bare) for one in changed], asked.now)
        return [
            _applied([one], came)[0]
            if isinstance(came, Recorded)
            else came
            if isinstance(came, HumanelyError)
            else Overtaken()
            for one, came in zip(changed, placed, strict=True)
        ]

    def _standing(self, credential_id: str) -> Credential:
        return folded(credential_id, self.ledger.credential(credential_id))

    def _was(self, credential_id: str) -> bool:
        return self.ledger.credentials.at(credential_id) is not None


def member(asked: Asked) -> By:
    """Who of the team asks: the member, or the API key or command that acts for one."""
    return staff(asked.agent or asked.by)


def unit(changed: Sequence[Change], asked: Asked, files: Sequence[EvidenceRecord] = ()) -> Unit:
    """Acts of credentials with the rows they move; files behind them, in no stream."""
    written = [(record, state.id) for state, records in changed for record in records]
    first = changed[0][0].id
    person = written[0][0].person_id
    return Unit(
        acts=(*(_act(record, stream) for record, stream in written), *(_act(one, None) for one in files)),
        credentials=tuple(_rows(changed, asked.now)),
        answered=Answered(asked.repeat_key, asked.fingerprint, person, first.encode()) if asked.repeat_key else None,
    )


def _rows(changed: Sequence[Change], now: dt.datetime) -> Iterable[Rows]:
    offset = 0
    for state, records in changed:
        yield rows_after(state, records, now, offset)
        offset += len(records)


def _act(record: StreamRecord | EvidenceRecord, stream: str | None) -> Act:
    kind, keep = KIND_OF[type(record)]
    return Act(kind=kind, payload=encode(record), keep=keep, person=record.person_id, credential=stream)


def _applied(changed: Sequence[Change], placed: Recorded) -> list[Credential]:
    """The credentials after records that were just given their places."""
    place, done = placed.first, []
    for state, records in changed:
        for record in records:
            state, place = state.after(place, placed.at, record), place + 1
        done.append(state)
    return done
