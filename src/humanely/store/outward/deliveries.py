"""What webhooks are told, what waits, what never arrived: rows that name an entry, never what it says.

A delivery is claimed by moving the moment of its next try: whoever claims it has until then, and where they die
meanwhile, it is due again. So each is tried at least once, and two replicas do not try one at the same time.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from humanely.errors import HumanelyError
from humanely.store.log.act import Kept
from humanely.store.outward.events import event_of
from humanely.store.outward.webhook import TEST, Webhook, WebhookDisabled, WebhookMissing
from humanely.store.sql.database import Database
from humanely.store.sql.people_tables import deliveries, webhooks
from humanely.trust.seal import Entropy

State = Literal["waiting", "delivered", "dead", "gone"]
"""`dead`: every try failed, or the webhook was disabled; `gone`: what it would tell of was erased before."""

KEPT: dict[State, dt.timedelta] = {
    "delivered": dt.timedelta(days=7),
    "gone": dt.timedelta(days=7),
    "dead": dt.timedelta(days=30),
}
"""How long ended deliveries are kept, from when they were due first."""

SHOWN = 200
_NOWHERE = -1
_TEST_BYTES = 8


class DeliveryMissing(HumanelyError):
    """There is no such dead letter."""

    code = "delivery_missing"
    status = 404

    def __init__(self) -> None:
        super().__init__(
            "The webhook has no dead letter of that id.", fix="List them: humanely webhook dead ID --data DIR"
        )


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One message to one webhook.

    Attributes:
        id: of the message, the same at every try.
        webhook: its id.
        place: of the entry it tells of; -1 for a test.
        attempts: tries that failed or succeeded.
        next_at: aware, UTC; None where it has ended.
        status: HTTP status of the last answer; None where there was none.
        fault: what went wrong last, a word or two; empty where nothing did.
    """

    id: str
    webhook: str
    place: int
    event: str
    state: State
    attempts: int
    created_at: dt.datetime
    next_at: dt.datetime | None = None
    status: int | None = None
    fault: str = ""


class Deliveries:
    """The deliveries in a database.

    Raises, in every method, one of `database_faults` when the database fails.
    """

    def __init__(self, database: Database, entropy: Entropy) -> None:
        self._database = database
        self._entropy = entropy

    def told_up_to(self) -> dict[str, int]:
        """Each webhook that is told, with the newest entry that was looked at for it."""
        asked = select(webhooks.c.id, webhooks.c.place).where(webhooks.c.disabled_at.is_(None))
        with self._database.reading() as connection:
            return {row.id: row.place for row in connection.execute(asked)}

    def take(self, webhook: Webhook, known: int, acts: Sequence[Kept], now: dt.datetime) -> int:
        """Make deliveries of the acts that follow what a webhook was told, unless others were quicker.

        Args:
            known: place it has been told up to; acts: those that follow, at least one.

        Returns:
            how many were made.
        """
        rows = list(_rows(webhook, acts, now))
        moved = update(webhooks).where(
            webhooks.c.id == webhook.id, webhooks.c.place == known, webhooks.c.disabled_at.is_(None)
        )
        with self._database.writing() as connection:
            if connection.execute(moved.values(place=acts[-1].index)).rowcount != 1:
                return 0
            if rows:
                connection.execute(insert(deliveries), rows)
        return len(rows)

    def due(self, now: dt.datetime) -> tuple[str, ...]:
        """Webhooks with something to send."""
        asked = select(deliveries.c.webhook).where(deliveries.c.next_at <= now).distinct()
        with self._database.reading() as connection:
            return tuple(connection.scalars(asked))

    def claim(self, webhook_id: str, now: dt.datetime, until: dt.datetime, most: int) -> tuple[Delivery, ...]:
        """Take deliveries that are due, longest due first; nobody else is given them before `until`."""
        asked = select(deliveries).where(deliveries.c.webhook == webhook_id, deliveries.c.next_at <= now)
        order = (deliveries.c.next_at, deliveries.c.place, deliveries.c.id)
        with self._database.writing() as connection:
            found = connection.execute(asked.order_by(*order).limit(most)).all()
            ids = [row.id for row in found]
            connection.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(next_at=until))
        return tuple(map(_delivery, found))

    def settle(self, tried: Collection[Delivery]) -> None:
        """Write what came of deliveries; one that was ended meanwhile, or is being replayed, stays as it is."""
        with self._database.writing() as connection:
            for one in tried:
                values = {name: getattr(one, name) for name in ("state", "attempts", "next_at", "status", "fault")}
                mine = update(deliveries).where(deliveries.c.id == one.id, deliveries.c.state == "waiting")
                connection.execute(mine.where(deliveries.c.attempts <= one.attempts).values(**values))

    def dead(self, webhook_id: str, most: int = SHOWN) -> tuple[Delivery, ...]:
        """The newest dead letters of a webhook, newest first."""
        asked = select(deliveries).where(deliveries.c.webhook == webhook_id, deliveries.c.state == "dead")
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(deliveries.c.created_at.desc(), deliveries.c.id).limit(most))
            return tuple(map(_delivery, rows))

    def one(self, delivery_id: str) -> Delivery | None:
        """A delivery; None where there is none any more."""
        with self._database.reading() as connection:
            row = connection.execute(select(deliveries).where(deliveries.c.id == delivery_id)).one_or_none()
        return None if row is None else _delivery(row)

    def counts(self) -> dict[str, dict[State, int]]:
        """How many deliveries of each webhook stand how; those kept still."""
        number = func.count().label("number")
        asked = select(deliveries.c.webhook, deliveries.c.state, number)
        counted: dict[str, dict[State, int]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(asked.group_by(deliveries.c.webhook, deliveries.c.state)):
                counted.setdefault(row.webhook, {})[row.state] = row.number
        return counted

    def faults(self) -> dict[str, str]:
        """For each webhook for which something waits after a try that failed: what most of it failed of last."""
        waiting = (deliveries.c.state == "waiting", deliveries.c.fault != "")
        asked = select(deliveries.c.webhook, deliveries.c.fault).where(*waiting)
        with self._database.reading() as connection:
            rows = connection.execute(
                asked.group_by(deliveries.c.webhook, deliveries.c.fault).order_by(func.count())
            ).all()
        return {row.webhook: row.fault for row in rows}

    def replay(self, connection: Connection, webhook: Webhook, delivery_id: str | None, now: dt.datetime) -> int:
        """As `Webhooks.replayed`, within its transaction."""
        if webhook.disabled_at is not None:
            raise WebhookDisabled(webhook.id)
        dead = update(deliveries).where(deliveries.c.webhook == webhook.id, deliveries.c.state == "dead")
        if delivery_id is not None:
            dead = dead.where(deliveries.c.id == delivery_id)
        count = connection.execute(dead.values(state="waiting", attempts=0, next_at=now)).rowcount
        if delivery_id is not None and not count:
            raise DeliveryMissing
        return count

    def test(self, webhook_id: str, now: dt.datetime) -> Delivery:
        """Send a webhook a message that tells of nothing.

        Raises:
            WebhookMissing, WebhookDisabled: there is nobody to send it to.
        """
        message = f"msg_{webhook_id}_test{self._entropy(_TEST_BYTES).hex()}"
        made = _made(message, webhook_id, _NOWHERE, TEST, now)
        with self._database.writing() as connection:
            found = connection.execute(select(webhooks.c.disabled_at).where(webhooks.c.id == webhook_id)).one_or_none()
            if found is None:
                raise WebhookMissing
            if found.disabled_at is not None:
                raise WebhookDisabled(webhook_id)
            connection.execute(insert(deliveries).values(**msgspec.structs.asdict(made)))
        return made

    def prune(self, now: dt.datetime) -> int:
        """Forget deliveries that ended long enough ago; how many."""
        with self._database.writing() as connection:
            return sum(
                connection.execute(
                    delete(deliveries).where(deliveries.c.state == state, deliveries.c.created_at < now - age)
                ).rowcount
                for state, age in KEPT.items()
            )


def give_up(connection: Connection, webhook_id: str) -> None:
    """Make dead letters of all that waits for a webhook."""
    waiting = update(deliveries).where(deliveries.c.webhook == webhook_id, deliveries.c.state == "waiting")
    connection.execute(waiting.values(state="dead", next_at=None, fault="disabled"))


def _rows(webhook: Webhook, acts: Sequence[Kept], now: dt.datetime) -> list[dict[str, object]]:
    named = [(act.index, event) for act in acts if (event := event_of(act)) is not None]
    wanted = [(place, event) for place, event in named if webhook.wants(event)]
    # The id is made of the place, so that one entry is never told twice under two ids.
    made = (_made(f"msg_{webhook.id}_{place}", webhook.id, place, event, now) for place, event in wanted)
    return [msgspec.structs.asdict(one) for one in made]


def _made(message: str, webhook_id: str, place: int, event: str, now: dt.datetime) -> Delivery:
    return Delivery(
        id=message,
        webhook=webhook_id,
        place=place,
        event=event,
        state="waiting",
        attempts=0,
        created_at=now,
        next_at=now,
    )


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(**{name: getattr(row, name) for name in Delivery.__struct_fields__})
