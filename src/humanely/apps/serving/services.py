"""What the operations work with: made once at start, passed to every handler."""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import msgspec

from humanely.apps.engine import Engine
from humanely.apps.operator_files import OperatorFiles
from humanely.apps.serving.issuer import Issuer
from humanely.apps.serving.keys import Doorkeeper
from humanely.apps.serving.lookups import Lookups
from humanely.apps.serving.metrics import Metrics
from humanely.apps.serving.public import Widget
from humanely.apps.serving.rate_limit import RateLimit
from humanely.apps.serving.repeats import Repeats
from humanely.apps.serving.watch import Watch
from humanely.apps.writing import Writing
from humanely.pipeline.companion import Companion
from humanely.pipeline.credentials.desk import Desk
from humanely.store.api_keys import ApiKeys
from humanely.store.log.erase import Eraser
from humanely.store.log.ledger import Ledger
from humanely.store.log.recent import Recent
from humanely.store.outward.webhooks import Webhooks
from humanely.store.team.deeds import Deeds
from humanely.store.team.staff import Staff
from humanely.trust.root_key import RootKey
from humanely.trust.verification import Verification

_Value = TypeVar("_Value")


class Services(msgspec.Struct, frozen=True, kw_only=True):
    """All that a handler may use.

    Attributes:
        writing: has answers written where somebody writes, and checks them.
        checkpoint: signs the log as it is now.
        retire: erases what has been kept for as long as it may be.
        staff: who helps here, and who of them is signed in.
        deeds: notes what they do that no table keeps.
        recent: the end of the ledger, without what was said.
        verify: puts the whole ledger to verification.
        verifier: the public key its checkpoints are verified with.
        files: the operator's, as they stand in the folder of settings.
        root_key: names people, and seals what visitors carry.
        widget: how the public may write here.
        issuer: the OpenID provider members may come from; None where there is none.
        root: path under which people see this server; empty at the top.
        webhooks: other systems that are told, and the way in for them.
        first_desk: where credentials are worked on, by the rules the server began with; use `desk`.
        lookups: what issuers of credentials publish.
        public_limit: how much somebody without a key may have verified or send.
        body_bytes: largest body of a request.
        trusts_proxy: X-Forwarded-* headers are believed.
        repeats: requests that came before, or are being worked on.
        watch: tells of what is recorded, as it is.
        stopping: set when the server is to end; whoever streams ends then.
    """

    engine: Engine
    writing: Writing
    ledger: Ledger
    eraser: Eraser
    checkpoint: Callable[[], bytes]
    retire: Callable[[], None]
    doorkeeper: Doorkeeper
    rate_limit: RateLimit
    metrics: Metrics
    version: str
    webhooks: Webhooks
    first_desk: Desk
    staff: Staff
    deeds: Deeds
    recent: Recent
    verify: Callable[[], Verification]
    verifier: str
    files: OperatorFiles
    api_keys: ApiKeys
    root_key: RootKey
    widget: Widget = Widget()
    issuer: Issuer | None = None
    lookups: Lookups = msgspec.field(default_factory=Lookups)
    public_limit: RateLimit = msgspec.field(default_factory=lambda: RateLimit(1.0, 120))
    root: str = ""
    body_bytes: int = 1 << 20
    trusts_proxy: bool = False
    repeats: Repeats = msgspec.field(default_factory=Repeats)
    watch: Watch = msgspec.field(default_factory=Watch)
    stopping: asyncio.Event = msgspec.field(default_factory=asyncio.Event)

    @property
    def desk(self) -> Desk:
        """Where credentials are worked on, by the rules of the house as they are now; only on the writing thread."""
        return msgspec.structs.replace(self.first_desk, house=self.engine.companion.house)

    async def written(self, work: Callable[[Companion, dt.datetime], _Value]) -> _Value:
        """Have the writing thread do something, and wait for it."""
        return await asyncio.wrap_future(self.engine.call(work))
