"""Reminders: real mail to a real server, a notification, and nothing when nothing is due."""

import sys
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import Run
from tests.exchange.servers import free_port

if TYPE_CHECKING:
    from email.message import EmailMessage

controller = pytest.importorskip("aiosmtpd.controller")
smtp = pytest.importorskip("aiosmtpd.smtp")


class Inbox:
    """Keeps what comes in."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.people: list[str] = []
        self.port = 0

    async def handle_DATA(self, _: object, __: object, envelope: Any) -> str:  # noqa: N802
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.people += envelope.rcpt_tos
        return "250 OK"


def _knows(server: object, session: object, envelope: object, mechanism: str, data: Any) -> Any:
    is_right = (data.login, data.password) == (b"rosa", b"s3cret")
    return smtp.AuthResult(success=is_right, handled=False)


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    found = Inbox()
    found.port = free_port()
    running = controller.Controller(
        found,
        hostname="127.0.0.1",
        port=found.port,
        authenticator=_knows,
        auth_require_tls=False,
    )
    running.start()
    yield found
    running.stop()


def test_what_is_due_comes_by_mail(run: Run, rosa: str, inbox: Inbox) -> None:
    run("follow-up", "Rosa", "--due", "2026-02-20", "--text", "Ring about the budget").done()
    server = f"smtp://127.0.0.1:{inbox.port}"
    run("remind", "--mail", "a@city.example", "--mail", "b@city.example", "--smtp", server).done()
    (mail,) = inbox.mails
    assert inbox.people == ["a@city.example", "b@city.example"]
    assert mail["From"] == "a@city.example"
    assert "2026-03-02" in mail["Subject"]
    assert "1 overdue" in mail["Subject"]
    assert "10 d late: Rosa Díaz: " in mail.get_content()
    assert "Ring about the budget" in mail.get_content()


def test_a_server_that_wants_a_password_gets_it(
    run: Run, rosa: str, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["remind", "--mail", "a@x.example", "--smtp", f"smtp://rosa@127.0.0.1:{inbox.port}"]
    monkeypatch.setenv("CHAMPION_TRACKER_PASSWORD", "wrong-word")
    refused = run(*words)
    assert refused.status == 1
    assert "does not let 'rosa' in" in refused.err
    assert "wrong-word" not in refused.err
    assert inbox.mails == []
    monkeypatch.setenv("CHAMPION_TRACKER_PASSWORD", "s3cret")
    run(*words).done()
    assert len(inbox.mails) == 1


def test_what_is_private_stays_here_unless_it_is_asked_for(
    run: Run, rosa: str, inbox: Inbox
) -> None:
    run("follow-up", "Rosa", "--due", "today", "--text", "Her illness", "--private").done()
    words = ["remind", "--mail", "a@x.example", "--smtp", f"smtp://127.0.0.1:{inbox.port}"]
    run(*words).done()
    run(*words, "--include-private").done()
    hidden, told = (mail.get_content() for mail in inbox.mails)
    assert "illness" not in hidden
    assert "Rosa Díaz: something private" in hidden
    assert "Her illness" in told


def test_nothing_due_is_no_mail(run: Run, inbox: Inbox) -> None:
    said = run("remind", "--mail", "a@x.example", "--smtp", f"smtp://127.0.0.1:{inbox.port}").done()
    assert said.err == "Nothing is due.\n"
    assert inbox.mails == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--mail", "a@x.example"], "Give both --mail and --smtp"),
        (["--mail", "a@x.example", "--smtp", "mail.example"], "no mail server"),
        (["--mail", "a@x.example", "--smtp", "smtp://rosa:hush@mail.example"], "holds a password"),
        (["--mail", "a\nBcc: b@x.example", "--smtp", "smtp://127.0.0.1:9"], "no e-mail address"),
        (
            ["--mail", "a@x.example", "--smtp", f"smtp://127.0.0.1:{free_port()}"],
            "cannot be reached",
        ),
        (["--mail", "nobody", "--smtp", "smtp://localhost"], "'nobody' is no e-mail address"),
        (["--days", "-1"], "from 0 on"),
    ],
)
def test_what_cannot_be_sent_is_said(run: Run, rosa: str, words: list[str], said: str) -> None:
    refused = run("remind", *words)
    assert refused.status == 1
    assert said in refused.err
    assert "hush" not in refused.err


class Desktop(ModuleType):
    """A desktop that keeps what it shows, in the place of the library that reaches a real one."""

    shown: list[tuple[str, str]]

    def __init__(self) -> None:
        super().__init__("desktop_notifier")
        self.shown = []
        desktop = self

        class DesktopNotifier:
            def __init__(self, app_name: str) -> None:
                assert app_name

            async def has_authorisation(self) -> bool:
                return True

            async def send(
                self, title: str, message: str, on_dispatched: Callable[[], object]
            ) -> None:
                desktop.shown.append((title, message))
                on_dispatched()

        self.DesktopNotifier = DesktopNotifier


def test_one_notification_says_how_much_and_the_most_urgent(
    run: Run, rosa: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop()
    monkeypatch.setitem(sys.modules, "desktop_notifier", desktop)
    for n in range(6):
        run("follow-up", "Rosa", "--due", f"2026-02-2{n}", "--text", f"Matter {n}").done()
    run("remind").done()
    ((title, text),) = desktop.shown
    assert "6 overdue" in title
    assert "Matter 0" in text
    assert text.splitlines()[-1].startswith("… and ")


def test_without_a_desktop_it_is_said(run: Run, rosa: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    refused = run("remind")
    assert refused.status == 1
    assert "no desktop here" in refused.err


def test_without_the_library_it_is_said(
    run: Run, rosa: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "desktop_notifier", None)
    assert "champion-tracker[remind]" in run("remind").err
