"""Who else holds something of a person, as the record of real conversations says it."""

import msgspec

from humanely.pipeline.acting import Asked
from humanely.pipeline.handoffs import handoff
from humanely.pipeline.person import contact
from humanely.pipeline.person.elsewhere import elsewhere
from humanely.response.generated.completion import Usage
from humanely.store.log.act import Kept
from humanely.store.outward.webhook import EVENTS, Webhook
from humanely.store.records import ResponseRecord, SentRecord, decode, encode
from tests.apps.recorded import MINUTE, NOON
from tests.pipeline.room import Room

TOLD = Webhook(
    id="00", url="https://crm.example.org/hook", events=("turn.decided",), words=True, created_at=NOON
)  # fmt: skip
USAGE = Usage(model="m", tokens_in=1, tokens_out=1, cost=None, currency="EUR", latency_s=0.1, attempts=1)


def names(room: Room, *webhooks: Webhook, model_server: str = "") -> list[str]:
    """Where else acts of Ada's are."""
    return [one.where for one in elsewhere(room.ledger.person("ada"), webhooks, model_server)]


def called(room: Room) -> int:
    room.say("Can I talk to a person, please?")
    state = room.state()
    assert state.handoff is not None
    handoff.claim(room.companion, Asked("", room.now, agent="mia"), state.handoff.place)
    return state.handoff.place


def test_what_went_nowhere_is_nowhere(room: Room) -> None:
    room.say("Where is my parcel?")
    assert names(room, model_server="models.example.org") == []


def test_mails_and_chatwoot_are_named_once_each_and_only_where_something_was_sent(room: Room) -> None:
    place = called(room)
    for by, result in (("email", "sent"), ("email", "sent"), ("chatwoot", "withheld")):
        record = SentRecord(conversation_id="c-1", of=place, by=by, result=result)  # type: ignore[arg-type]
        contact.sent(room.companion, record, room.now)
    assert names(room) == ["the mail servers between us and the mailbox"]


def test_a_webhook_is_named_by_its_host_where_it_wants_what_happened(room: Room) -> None:
    room.say("Where is my parcel?")
    of_handoffs = msgspec.structs.replace(TOLD, url="https://other.example.org", events=("handoff.joined",))
    assert names(room, TOLD, of_handoffs) == ["crm.example.org"]


def test_a_webhook_knows_nothing_from_before_it_was_made_or_after_it_was_disabled(room: Room) -> None:
    room.say("Where is my parcel?")
    later = msgspec.structs.replace(TOLD, created_at=room.now + MINUTE, events=EVENTS)
    ended = msgspec.structs.replace(TOLD, disabled_at=NOON, events=EVENTS)
    assert names(room, later, ended) == []


def test_a_model_server_is_named_where_it_wrote(room: Room) -> None:
    room.say("Where is my parcel?")
    acts = [_written_elsewhere(act) for act in room.ledger.person("ada")]
    assert [one.where for one in elsewhere(acts, (), "models.example.org")] == ["the model server models.example.org"]
    assert elsewhere(acts, ()) == ()


def _written_elsewhere(act: Kept) -> Kept:
    """The same act, its answer written by a model."""
    record = decode(act.payload or b"")
    if not isinstance(record, ResponseRecord):
        return act
    return msgspec.structs.replace(act, payload=encode(msgspec.structs.replace(record, usages=(USAGE,))))
