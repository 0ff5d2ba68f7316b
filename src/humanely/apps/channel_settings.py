"""What the operator sets for channels: a Chatwoot, and a mailbox.

Paths of files are taken from the folder of the settings, unless they begin with a slash.
"""

from typing import Annotated, Literal

import msgspec

_Name = Annotated[str, msgspec.Meta(min_length=1)]
_Place = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
_Port = Annotated[int, msgspec.Meta(gt=0, lt=65_536)]
_Seconds = Annotated[float, msgspec.Meta(gt=0)]
Security = Literal["tls", "starttls", "none"]
"""How a connection is kept from others: from its beginning, after a plain one, or not at all (this machine only)."""


class Inbox(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of everybody who writes to one inbox.

    Attributes:
        place: where they are, ISO 3166; None where they may be anywhere.
        locale: a language tag; None where it is not known.
        tags: journeys and marks, such as ``refund``.
        noticed: the inbox tells everybody, before they write, that feelings may be estimated.
    """

    place: _Place | None = None
    locale: str | None = None
    tags: tuple[str, ...] = ()
    noticed: bool = False


class ChatwootSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where Chatwoot is, and in whose name it is spoken to.

    Attributes:
        url: such as ``https://chatwoot.example.org``, without ``/api``.
        account: number of the account.
        bot_token_file: access token of the agent bot, which speaks.
        reader_token_file: access token of a user who sees the inboxes: Chatwoot lets bots neither read a conversation
            nor label it.
        secret_file: the last part of the address that the bot's webhook goes to; at least 16 characters.
        signature_file: the webhook secret that Chatwoot signs with, where it does.
        inboxes: by their number; any other inbox is served as the settings say for all.
        poll_s: seconds after which conversations are looked at though no webhook came, > 0.
    """

    url: Annotated[str, msgspec.Meta(pattern=r"^https?://[^/?#@\s]+(/[^?#\s]*)?$")]
    account: Annotated[int, msgspec.Meta(gt=0)]
    bot_token_file: _Name
    reader_token_file: _Name
    secret_file: _Name
    signature_file: str = ""
    inboxes: dict[str, Inbox] = {}
    poll_s: _Seconds = 60.0


class Sending(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The server that takes mail (SMTP).

    Attributes:
        user: empty where none is asked for.
        password_file: file with the password.
    """

    host: _Name
    port: _Port = 587
    security: Security = "starttls"
    user: str = ""
    password_file: str = ""


class Receiving(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mailbox that replies come to (IMAP).

    Attributes:
        password_file: file with the password.
    """

    host: _Name
    user: _Name
    password_file: _Name
    port: _Port = 993
    security: Security = "tls"
    folder: _Name = "INBOX"


class EmailSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How people are written to when they are no longer there.

    Attributes:
        address: mail comes from there, and replies go there.
        name: shown beside the address.
        smtp: sends.
        imap: receives; None where replies are not read.
        away_s: seconds after their last message from which somebody is taken to be gone.
        poll_s: seconds between two looks into the mailbox.
    """

    address: Annotated[str, msgspec.Meta(pattern=r"^[^@\s<>]+@[^@\s<>]+$")]
    smtp: Sending
    imap: Receiving | None = None
    name: str = ""
    away_s: _Seconds = 300.0
    poll_s: _Seconds = 60.0
