"""The webhooks of a server; each one made, changed or disabled is an act in the ledger, in the same transaction.

The payload of the act (kind ``webhook``, no subject) is open JSON, names the receiver by its host only, and stays as
long as the ledger:

    {"act":"added","id":"00…","by":"command","host":"example.org","events":["handoff.*"],"words":false}
    {"act":"rotated","id":"00…","by":"command"}
    {"act":"disabled","id":"00…","by":"","because":"gone"}
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from humanely.store.log.sequencer import Draft, Sequencer
from humanely.store.outward.deliveries import Deliveries, give_up
from humanely.store.outward.hooks import Hooks
from humanely.store.outward.signing_secrets import Secrets
from humanely.store.outward.webhook import Because, Webhook, WebhookMissing, require_fit
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import webhooks
from humanely.store.sql.tables import head
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy

ID_BYTES = 8


class Webhooks:
    """The webhooks in a database; changed while servers run on it.

    Raises, in every method, one of `database_faults` when the database fails.

    Attributes:
        deliveries: what they are told.
        hooks: the way back in.
    """

    def __init__(self, database: Database, root_key: RootKey, entropy: Entropy) -> None:
        self._database = database
        self._root_key = root_key
        self._entropy = entropy
        self.deliveries = Deliveries(database, entropy)
        self.hooks = Hooks(database, root_key, entropy)

    def add(
        self, url: str, events: Collection[str], now: dt.datetime, *, words: bool = False, by: str = ""
    ) -> tuple[Webhook, str]:
        """Make a webhook; it is told of what happens from now on. Its secret is given out here and never again.

        Args:
            events: names or groups; none for all.
            words: send what was said, too.
            now: aware.
            by: who asked for it.

        Raises:
            WebhookUnfit: the address or an event cannot be used.
        """
        fit = require_fit(url, events)
        name, secrets = self._entropy(ID_BYTES).hex(), Secrets().rotated(now, self._entropy)
        made = Webhook(id=name, url=url, events=fit, words=words, created_at=now.astimezone(dt.UTC))
        with self._database.writing() as connection:
            row = {**msgspec.structs.asdict(made), "events": " ".join(fit), "secrets": self._sealed(name, secrets)}
            connection.execute(insert(webhooks).values(**row, place=_newest(connection)))
            told = {"host": made.host, "events": fit, "words": words}
            self._record(connection, now, act="added", id=name, by=by, **told)
        return made, secrets.newest

    def rotate(self, webhook_id: str, now: dt.datetime, *, by: str = "") -> str:
        """Give a webhook a new secret; for 24 hours, messages are signed with both.

        Raises:
            WebhookMissing: there is no such webhook.
        """
        with self._database.writing() as connection:
            rotated = self._opened(_row(connection, webhook_id)).rotated(now, self._entropy)
            _change(connection, webhook_id, secrets=self._sealed(webhook_id, rotated))
            self._record(connection, now, act="rotated", id=webhook_id, by=by)
        return rotated.newest

    def disable(self, webhook_id: str, now: dt.datetime, *, because: Because = "asked", by: str = "") -> Webhook:
        """Tell a webhook nothing more. What waits for it becomes dead letters; one disabled before stays as it was.

        Raises:
            WebhookMissing: there is no such webhook.
        """
        with self._database.writing() as connection:
            found = _webhook(_row(connection, webhook_id))
            if found.disabled_at is not None:
                return found
            at = now.astimezone(dt.UTC)
            _change(connection, webhook_id, disabled_at=at, disabled_because=because)
            give_up(connection, webhook_id)
            self._record(connection, now, act="disabled", id=webhook_id, by=by, because=because)
        return msgspec.structs.replace(found, disabled_at=at, disabled_because=because)

    def enable(self, webhook_id: str, now: dt.datetime, *, by: str = "") -> Webhook:
        """Tell a webhook again, of what happens from now on.

        Raises:
            WebhookMissing: there is no such webhook.
        """
        with self._database.writing() as connection:
            found = _webhook(_row(connection, webhook_id))
            if found.disabled_at is None:
                return found
            place = _newest(connection)
            _change(connection, webhook_id, disabled_at=None, disabled_because="", place=place)
            self._record(connection, now, act="enabled", id=webhook_id, by=by)
        return msgspec.structs.replace(found, disabled_at=None, disabled_because="")

    def all(self) -> tuple[Webhook, ...]:
        """Every webhook there ever was, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(webhooks).order_by(webhooks.c.created_at, webhooks.c.id)).all()
        return tuple(map(_webhook, rows))

    def one(self, webhook_id: str) -> Webhook:
        """A webhook.

        Raises:
            WebhookMissing: there is no such webhook.
        """
        with self._database.reading() as connection:
            return _webhook(_row(connection, webhook_id))

    def secrets(self, webhook_id: str, now: dt.datetime) -> tuple[str, ...]:
        """The secrets that sign, newest first.

        Raises:
            WebhookMissing: there is no such webhook.
        """
        with self._database.reading() as connection:
            return self._opened(_row(connection, webhook_id)).holding(now)

    def replayed(self, webhook_id: str, delivery: str | None, now: dt.datetime, *, by: str = "") -> int:
        """Send dead letters again, from the first try: one, or all of a webhook.

        Returns:
            how many.

        Raises:
            WebhookMissing, WebhookDisabled, DeliveryMissing: there is nothing to send, or nobody to send it to.
        """
        found = self.one(webhook_id)
        with self._database.writing() as connection:
            count = self.deliveries.replay(connection, found, delivery, now)
            self._record(connection, now, act="replayed", id=webhook_id, by=by, count=count)
        return count

    def _sealed(self, webhook_id: str, secrets: Secrets) -> bytes:
        return self._root_key.hide(secrets.encode(), f"webhook {webhook_id}", self._entropy)

    def _opened(self, row: Row[Any]) -> Secrets:
        return Secrets.decode(self._root_key.reveal(row.secrets, f"webhook {row.id}"))

    def _record(self, connection: Connection, now: dt.datetime, **told: object) -> None:
        sequencer = Sequencer(connection, self._database.origin, self._entropy, now)
        sequencer.take(Draft(kind="webhook", payload=msgspec.json.encode(told)))
        sequencer.write()


def _newest(connection: Connection) -> int:
    size: int = connection.scalar(select(head.c.size)) or 0
    return size - 1


def _row(connection: Connection, webhook_id: str) -> Row[Any]:
    found = connection.execute(select(webhooks).where(webhooks.c.id == webhook_id)).one_or_none()
    if found is None:
        raise WebhookMissing
    return found


def _change(connection: Connection, webhook_id: str, **values: object) -> None:
    connection.execute(update(webhooks).where(webhooks.c.id == webhook_id).values(**values))


def _webhook(row: Row[Any]) -> Webhook:
    fields = {name: getattr(row, name) for name in Webhook.__struct_fields__}
    return Webhook(**{**fields, "events": tuple(row.events.split())})
