"""Messages that leave: mail through an SMTP server, and notifications on this desktop."""

import re
import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..model import BadInput
from ..rules.visible import on_one_line
from .remote import is_local, no_secret_talk, unreachable

_TIMEOUT = 30
_SCHEMES = ("smtp", "smtps")


class Server(NamedTuple):
    """A mail server, and as whom it is used."""

    host: str
    port: int
    user: str
    is_tls: bool
    """Whether TLS begins with the connection; else STARTTLS, but on this machine."""


def mail_server(url: str) -> Server:
    """The server that ``smtps://user@host`` or ``smtp://user@host:587`` names.

    Raises:
        BadInput: it is no such address, or holds a password.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in _SCHEMES:
        raise BadInput(
            "This is no mail server.", "Write smtps://user@host or smtp://user@host:587."
        )
    if parts.password is not None:
        raise BadInput(
            "The address of the mail server holds a password, where others can read it.",
            "Leave it out; the keyring or CHAMPION_TRACKER_PASSWORD gives it, or it is asked for.",
        )
    port = port or (465 if parts.scheme == "smtps" else 25 if is_local(host) else 587)
    return Server(host, port, unquote(parts.username or ""), parts.scheme == "smtps")


def send_mail(
    server: Server, password: str, sender: str, recipients: list[str], subject: str, text: str
) -> None:
    """Send a message.

    Raises:
        BadInput: an address is none, or the server cannot be reached, trusted or convinced.
    """
    for address in (sender, *recipients):
        _check_address(address)
    message = EmailMessage()
    try:
        message["From"], message["To"] = sender, ", ".join(recipients)
        message["Subject"] = subject
    except (ValueError, IndexError):
        raise BadInput("One of the addresses for the mail is none.") from None
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid()
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    try:
        _send(server, password, message)
    except smtplib.SMTPAuthenticationError:
        raise BadInput(f"{server.host} does not let '{server.user}' in.") from None
    except ssl.SSLError as failure:
        raise no_secret_talk(server.host, failure) from None
    except (smtplib.SMTPNotSupportedError, smtplib.SMTPServerDisconnected):
        raise BadInput(
            f"{server.host} does not talk as it is asked to.",
            "Try smtps:// or smtp://, and the port.",
        ) from None
    except smtplib.SMTPRecipientsRefused as failure:
        refused = ", ".join(failure.recipients)
        raise BadInput(f"{server.host} does not send to {refused}.") from None
    except smtplib.SMTPException as failure:
        raise BadInput(f"{server.host} did not take the mail ({type(failure).__name__}).") from None
    except OSError:
        raise unreachable(server.host) from None


def _check_address(text: str) -> None:
    """See that it is one address, for a mail to something else goes nowhere, and says nothing.

    Raises:
        BadInput: it is none.
    """
    if not re.fullmatch(r"(?:[^<>]*<)?[^\s<>@,]+@[^\s<>@,]+>?", text.strip()):
        raise BadInput(
            f"'{on_one_line(text)}' is no e-mail address.", "It reads like rosa@city.example."
        )


def _send(server: Server, password: str, message: EmailMessage) -> None:
    context = ssl.create_default_context()
    connection: smtplib.SMTP = (
        smtplib.SMTP_SSL(server.host, server.port, timeout=_TIMEOUT, context=context)
        if server.is_tls
        else smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
    )
    with connection:
        if not server.is_tls and not is_local(server.host):
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, password)
        refused = connection.send_message(message)
    if refused:
        raise BadInput(f"{server.host} does not send to {', '.join(refused)}.")


def show_on_desktop(title: str, text: str) -> None:
    """Show a notification.

    Raises:
        BadInput: what shows it is not installed, or there is no desktop.
    """
    import asyncio
    import logging

    try:
        from desktop_notifier import DesktopNotifier
    except ImportError:
        raise BadInput(
            "What shows notifications is not installed.",
            "Install it with `pip install champion-tracker[remind]`.",
        ) from None

    shown: list[str] = []

    async def show() -> None:
        notifier = DesktopNotifier(app_name="champion-tracker")
        if await notifier.has_authorisation() or await notifier.request_authorisation():
            await notifier.send(title, text, on_dispatched=lambda: shown.append(title))

    # It logs its failures with their traces instead of raising them.
    logging.getLogger("desktop_notifier").setLevel(logging.CRITICAL)
    with suppress(Exception):  # whatever the desktop's own bindings raise
        asyncio.run(show())
    if not shown:
        raise BadInput("There is no desktop here that shows notifications.")
