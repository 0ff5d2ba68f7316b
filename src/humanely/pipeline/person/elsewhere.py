"""Who else holds something of a person: systems it went to, as far as the record says, for the receipt of an erasure.

What the record no longer says cannot be told: so it is asked before the person is erased.
"""

from collections.abc import Iterable, Iterator

from humanely.store.log.act import Kept
from humanely.store.outward.events import event_of
from humanely.store.outward.webhook import Webhook
from humanely.store.records import ResponseRecord, SentRecord, decode
from humanely.trust.erasure import Beyond, Unreached

_NAMES = {"email": "the mail servers between us and the mailbox", "chatwoot": "Chatwoot"}


def elsewhere(acts: Iterable[Kept], webhooks: Iterable[Webhook], model_server: str = "") -> tuple[Unreached, ...]:
    """The other systems that acts of a person went to, each once.

    Args:
        acts: all of the person, before they are erased.
        webhooks: that there are; one that is disabled was told before.
        model_server: host of the one that writes; empty where none does, or it runs on this machine.
    """
    told, kept = tuple(webhooks), [act for act in acts if act.payload is not None]
    names = (name for act in kept for name in (*_channels(act, model_server), *_hosts(act, told)))
    return tuple(Unreached(Beyond.SENT, name) for name in dict.fromkeys(names))


def _channels(act: Kept, model_server: str) -> Iterator[str]:
    record = decode(act.payload or b"") if act.kind in {"contact", "response"} else None
    if isinstance(record, SentRecord) and record.result == "sent":
        yield _NAMES[record.by]
    if isinstance(record, ResponseRecord) and record.usages and model_server:
        yield f"the model server {model_server}"


def _hosts(act: Kept, webhooks: Iterable[Webhook]) -> Iterator[str]:
    """Who was told of an act, or would have been had it arrived."""
    event = event_of(act)
    if event is not None:
        yield from (one.host for one in webhooks if one.wants(event) and _told_at(one, act))


def _told_at(webhook: Webhook, act: Kept) -> bool:
    return webhook.created_at <= act.at and (webhook.disabled_at is None or act.at <= webhook.disabled_at)
