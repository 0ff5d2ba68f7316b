"""Sending a mail, by SMTP."""

import smtplib
import ssl
from email.message import EmailMessage
from typing import Literal

from humanely.apps.channel_settings import Sending
from humanely.errors import HumanelyError

TIMEOUT_S = 30.0
_PERMANENT = 500


class MailUnsent(HumanelyError):
    """A mail could not be handed over for now."""

    code = "mail_unsent"
    status = 503

    def __init__(self, why: str) -> None:
        super().__init__(
            f"A mail could not be sent: {why}.",
            fix="It is tried again; check [email.smtp] and the password file if this goes on.",
        )


def send(mail: EmailMessage, server: Sending, password: str) -> Literal["sent", "refused"]:
    """Hand a mail over.

    Returns:
        Whether the server took it, or refuses this person's address for good.

    Raises:
        MailUnsent: neither; to be tried again.
    """
    try:
        with _connected(server) as smtp:
            if server.user:
                smtp.login(server.user, password)
            smtp.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        if all(code >= _PERMANENT for code, _ in error.recipients.values()):
            return "refused"
        raise MailUnsent("the server does not take it yet") from None
    except smtplib.SMTPAuthenticationError:
        raise MailUnsent("the server does not accept user and password") from None
    except smtplib.SMTPResponseException as error:
        raise MailUnsent(f"the server says {error.smtp_code}") from None
    except (OSError, smtplib.SMTPException) as error:
        raise MailUnsent(f"{type(error).__name__} with {server.host} port {server.port}") from None
    return "sent"


def _connected(server: Sending) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_S, context=ssl.create_default_context())
    smtp = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
    if server.security == "starttls":
        try:
            smtp.starttls(context=ssl.create_default_context())
        except BaseException:
            smtp.close()
            raise
    return smtp
