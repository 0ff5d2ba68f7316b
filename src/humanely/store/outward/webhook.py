"""A webhook: where another system wants to be told of what happens, and which events it wants."""

import datetime as dt
import re
from collections.abc import Collection
from typing import Literal, get_args
from urllib.parse import SplitResult, urlsplit

import msgspec

from humanely.errors import HumanelyError
from humanely.people.handoff import Step

LONGEST_URL = 2_000
TEST = "webhook.test"
"""The event of a test; nobody has to ask for it."""

EVENTS: tuple[str, ...] = (
    "turn.decided",
    *(f"handoff.{step}" for step in get_args(Step)),
    "feeling.said",
    "consent.given",
    "consent.refused",
    "consent.withdrawn",
    "credential.issued",
    "credential.collected",
    "credential.suspended",
    "credential.restored",
    "credential.revoked",
    "credential.superseded",
    "credential.cancelled",
    "credential.appealed",
    "credential.decided",
    "credential.appeal_overdue",
)
"""Everything that is told, by name."""

_LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
_VISIBLE = re.compile(r"[\x21-\x7e]+")

Because = Literal["", "asked", "gone"]
"""Why a webhook is disabled: somebody asked for it, or the receiver answered 410 Gone."""


class WebhookUnfit(HumanelyError):
    """A webhook cannot be made as it was asked for."""

    code = "webhook_unfit"
    status = 422
    exit_status = 2

    def __init__(self, fault: str, *, fix: str) -> None:
        super().__init__(f"The webhook was not made: {fault}.", fix=fix)


class WebhookMissing(HumanelyError):
    """A webhook was named that there is not."""

    code = "webhook_missing"
    status = 404

    def __init__(self) -> None:
        super().__init__("There is no webhook of that id.", fix="List them: humanely webhook list --data DIR")


class WebhookDisabled(HumanelyError):
    """Something was to be sent to a webhook that is disabled."""

    code = "webhook_disabled"
    status = 409

    def __init__(self, webhook_id: str) -> None:
        super().__init__(
            f"The webhook {webhook_id!r} is disabled.", fix=f"First: humanely webhook enable {webhook_id} --data DIR"
        )


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """A webhook without its secrets.

    Attributes:
        id: 16 hexadecimal digits.
        url: where messages are posted.
        events: names of `EVENTS`, or groups of them such as ``handoff.*``; ``*`` for all.
        words: the messages hold what was said, too.
        created_at: aware, UTC.
        disabled_at: aware, UTC; None where it is told.
        disabled_because: empty where it is told.
    """

    id: str
    url: str
    events: tuple[str, ...]
    words: bool
    created_at: dt.datetime
    disabled_at: dt.datetime | None = None
    disabled_because: Because = ""

    def wants(self, event: str) -> bool:
        """Whether it is told of an event.

        >>> at = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
        >>> hook = Webhook(id="", url="", events=("handoff.*",), words=False, created_at=at)
        >>> hook.wants("handoff.queued"), hook.wants("turn.decided")
        (True, False)
        """
        return not {event, f"{event.partition('.')[0]}.*", "*"}.isdisjoint(self.events)

    @property
    def host(self) -> str:
        """Whom it tells; the rest of the address may hold a secret of the receiver's."""
        return urlsplit(self.url).hostname or ""


def require_fit(url: str, events: Collection[str]) -> tuple[str, ...]:
    """The events of a webhook, each once, where it can be made.

    Raises:
        WebhookUnfit: the address or an event cannot be used.
    """
    _require_url(url)
    groups = {f"{name.partition('.')[0]}.*" for name in EVENTS}
    if set(events) - {*EVENTS, *groups, "*"}:
        known = ", ".join((*EVENTS, *sorted(groups)))
        raise WebhookUnfit("it asks for an event that there is not", fix=f"Choose of: {known}.")
    return tuple(dict.fromkeys(events)) or ("*",)


def _require_url(url: str) -> None:
    if len(url) > LONGEST_URL or not _VISIBLE.fullmatch(url):
        fix = f"Write at most {LONGEST_URL} visible ASCII characters, others percent-encoded."
        raise WebhookUnfit("the address cannot be sent as it is", fix=fix)
    parts = _split(url)
    if parts is None or parts.scheme not in {"https", "http"} or not parts.hostname:
        raise WebhookUnfit("this is no web address", fix="Write it as in https://example.org/hooks.")
    if parts.username is not None or parts.fragment:
        fix = "Leave out user, password and what follows a #; the signature says who sends."
        raise WebhookUnfit("the address holds what is not sent to it", fix=fix)
    if parts.scheme == "http" and not _LOOPBACK.fullmatch(parts.hostname):
        raise WebhookUnfit("the address is not encrypted", fix="Use https; http is for this machine only.")


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # is read, and refused, only when asked for
    except ValueError:
        return None
    return parts
