"""Everything a server needs, opened in order, and what its operator should know before anybody is served."""

import datetime as dt
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import msgspec

from humanely.apps.channels.channel import Channel, channels
from humanely.apps.channels.chatwoot.secrets import read_secrets
from humanely.apps.channels.email.secrets import read_passwords
from humanely.apps.engine import Engine
from humanely.apps.http.api import OPERATIONS
from humanely.apps.operator_files import OperatorFiles
from humanely.apps.serving.issuer import connect as connect_issuer
from humanely.apps.serving.keys import Doorkeeper
from humanely.apps.serving.metrics import Metrics
from humanely.apps.serving.rate_limit import RateLimit
from humanely.apps.serving.services import Services
from humanely.apps.settings import Settings, SettingsFaulty, house, persona, read_settings, schedule
from humanely.apps.writing import Writing
from humanely.estimate import ConversationReader
from humanely.people import emergency
from humanely.people.helplines import outdated
from humanely.pipeline.advise import Said, advise
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.companion import Companion
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.handoffs.members import Members
from humanely.pipeline.handoffs.taking_up import take_up
from humanely.pipeline.house import House
from humanely.pipeline.respond import respond
from humanely.response.generated.local_model import LocalModel, require_file
from humanely.response.generated.local_model import start as start_model
from humanely.response.generated.model_server import connect
from humanely.signal.turn import Speaker
from humanely.store.api_keys import ApiKeys
from humanely.store.conversations import Conversations
from humanely.store.data_folder import Data, open_data, outside_checkpoints
from humanely.store.log.recent import Recent
from humanely.store.log.retire import retire
from humanely.store.log.verify import verify_database
from humanely.store.outward.webhooks import Webhooks
from humanely.store.team.deeds import Deeds
from humanely.store.team.staff import Staff
from humanely.trust import consent
from humanely.trust.consent import Purpose
from humanely.trust.retention import Schedule
from humanely.trust.verification import Verification


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Where a server finds and keeps things.

    Attributes:
        folder: the data folder.
        database: URL; None for the SQLite file in the folder.
        checkpoints: folder for signed checkpoints; None for one in the data folder.
        settings: folder with the operator's files; None for the data folder.
        root: path under which people see this server, such as ``/humanely``; empty at the top.
    """

    folder: Path
    database: str | None = None
    checkpoints: Path | None = None
    settings: Path | None = None
    root: str = ""


class Started(msgspec.Struct, frozen=True, kw_only=True):
    """A server that is ready to listen."""

    services: Services
    data: Data
    settings: Settings
    house: House
    channels: tuple[Channel, ...] = ()
    local_model: LocalModel | None = None

    def close(self) -> None:
        """Close the data, and end a model that runs here."""
        if self.local_model is not None:
            self.local_model.close()
        self.data.close()


def start(where: Where) -> Started:
    """Open the data, read what the operator set, load the model, start the engine.

    Raises:
        HumanelyError: a file or the data cannot be used; nothing was started.
    """
    own = where.settings or where.folder
    if where.settings is not None and not own.is_dir():
        # Its files are optional, the folder that was named is not: without them nothing would be asked or withheld.
        raise SettingsFaulty(own, "it is no folder", fix="Check the path given with --settings.")
    settings = read_settings(own)
    reader = ConversationReader()
    rules = house(settings, own, reader.estimator)
    _rehearse(rules, reader)
    data = open_data(where.folder, where.database, checkpoints=where.checkpoints)
    model = start_model(settings.local_model) if settings.local_model else None
    server = model.server if model else connect(settings.model_server) if settings.model_server else None
    team = Members(Staff(data.database, data.root_key, data.entropy), data.ledger.handoffs)
    conversations = Conversations(data.ledger)
    take_up(conversations, rules, dt.datetime.now(dt.UTC))
    engine = Engine(Companion(conversations, rules, reader, team))
    services = _services(data, engine, Writing(rules, persona(own), server), settings, where)
    ways = channels(services, own, data.root_key, chatwoot=settings.chatwoot, email=settings.email)
    return Started(services=services, data=data, settings=settings, house=rules, channels=ways, local_model=model)


_REHEARSED = (
    Said(Speaker.CUSTOMER, "Hello, where is my order?"),
    Said(Speaker.ASSISTANT, "I am sorry that it is late. It will come tomorrow."),
    Said(Speaker.CUSTOMER, "It has not come yet, can you help me?"),
)


def _rehearse(rules: House, reader: ConversationReader) -> None:
    """Load what is loaded when first used (words, locales, the model), so that nobody has to wait for it."""
    about = Arrival(conversation_id="", person_id="", text="", locale=rules.locale, noticed=True)
    respond(advise(_REHEARSED, about, rules, reader, dt.datetime.now(dt.UTC)), rules)


def _services(data: Data, engine: Engine, writing: Writing, settings: Settings, where: Where) -> Services:
    keys = ApiKeys(data.database, data.entropy)
    own = where.settings or where.folder
    schedule(own)  # a fault in it is told now, not at the first run
    return Services(
        engine=engine,
        writing=writing,
        ledger=data.ledger,
        eraser=data.eraser,
        checkpoint=lambda: data.checkpoint(dt.datetime.now(dt.UTC)),
        retire=lambda: _retire(data, engine, schedule(own)),
        doorkeeper=Doorkeeper(lambda secret: keys.find(secret, dt.datetime.now(dt.UTC))),
        rate_limit=RateLimit(settings.limits.per_minute / 60, settings.limits.burst),
        metrics=Metrics(one.name for one in OPERATIONS),
        version=version("humanely"),
        webhooks=Webhooks(data.database, data.root_key, data.entropy),
        first_desk=_desk(data, engine, settings),
        staff=Staff(data.database, data.root_key, data.entropy),
        deeds=Deeds(data.database, data.root_key, data.entropy),
        recent=Recent(data.database),
        verify=lambda: _verification(data),
        verifier=data.signer.verifier.encode(),
        files=OperatorFiles(own, engine.companion.reader.estimator, require_startable),
        api_keys=keys,
        root_key=data.root_key,
        widget=settings.widget,
        issuer=connect_issuer(settings.oidc),
        root=where.root,
        body_bytes=settings.limits.body_kib * 1024,
        trusts_proxy=settings.trust_proxy,
    )


def _desk(data: Data, engine: Engine, settings: Settings) -> Desk:
    issuer, companion = settings.credentials, engine.companion
    return Desk.of(data, companion.house, address=issuer.address, name=issuer.name, reader=companion.reader)


def require_startable(settings: Settings, own: Path) -> None:
    """See that what settings name beside themselves is there: files with secrets, variables, a model.

    Args:
        own: folder with the operator's files.

    Raises:
        HumanelyError: a server would not start with them.
    """
    connect_issuer(settings.oidc)
    if settings.model_server is not None:
        connect(settings.model_server)
    if settings.local_model is not None:
        require_file(settings.local_model)
    if settings.chatwoot is not None:
        read_secrets(settings.chatwoot, own)
    if settings.email is not None:
        read_passwords(settings.email, own)


def _verification(data: Data) -> Verification:
    # Those outside are read first: one signed meanwhile would look as if the database had been set back.
    outside = outside_checkpoints(data.checkpoints)
    return verify_database(data.database, outside, [data.signer.verifier])


def _retire(data: Data, engine: Engine, days: Schedule) -> None:
    """Erase what has been kept for as long as it may be, and forget what was held of it."""
    retire(data.database, days, dt.datetime.now(dt.UTC), data.entropy)
    # Whatever was taken here or by a run of the command: none of it stays in memory.
    engine.call(lambda companion, _: companion.conversations.forget_all()).result()


def warnings(rules: House, now: dt.datetime) -> Iterator[str]:
    """What the operator should put right, a line each."""
    if not rules.consent_texts:
        yield (
            "No consent text is set: nobody is asked, and what needs a consent does not run. "
            "Write consent.toml in the data folder."
        )
    else:
        # A purpose without a text is one nobody is asked for; only estimates run without having been asked for.
        asked = {text.purpose for text in rules.consent_texts} | {Purpose.ESTIMATE}
        for one in consent.warnings(rules.consent_texts):
            if one.purpose in asked:
                yield f"{one.happened} {one.fix}"
    if not rules.directory.lines:
        yield (
            "No helplines are set: where a life may be at risk, the card names emergency numbers only. "
            "Put helplines.json in the data folder."
        )
    for fault in rules.directory.faults:
        yield f"Helpline {fault.record!r} cannot be used: {fault.field}: {fault.why}"
    for line in outdated(rules.directory, now):
        yield line.says
    for numbers in emergency.outdated(now):
        yield numbers.says
