"""Where a team's workspace is: the address of a database, and how it is spoken to."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from os import environ
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from ...model import BadInput

SCHEMES = ("postgresql", "postgres")

FORM = "An address looks like postgresql://user@host/database?workspace=press-office."

PASSED_ON = (
    *("host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "service"),
    *("channel_binding", "gssencmode", "target_session_attrs"),
)
"""What an address may say to libpq; everything else is refused, secrets above all."""

VERIFIED = "verify-full"
"""The ``sslmode`` that makes sure of whom one speaks to."""

SECRETS = ("password", "sslpassword", "passfile")

STEADY = {
    "application_name": "champion-tracker",
    "client_encoding": "UTF8",
    "connect_timeout": "3",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "8000",
}
"""Above all, so that a network that has gone is noticed within seconds, not within the hour."""


@dataclass(frozen=True, slots=True)
class Location:
    """One workspace in one database; never holds a password."""

    workspace: str
    database: str = ""
    user: str = ""
    host: str = ""
    port: str = ""
    options: dict[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, address: str) -> "Location":
        """Read an address.

        Raises:
            BadInput: it is none, holds a password, or asks for something that is not known.
        """
        try:
            parts = urlsplit(address)
            port = str(parts.port or "")
        except ValueError:
            raise BadInput("The address of the database cannot be read.", FORM) from None
        if parts.scheme not in SCHEMES:
            raise BadInput("This is no address of a shared database.", FORM)
        given = dict(parse_qsl(parts.query, keep_blank_values=True))
        if parts.password is not None or any(word in given for word in SECRETS):
            raise BadInput(
                "The address holds a password, which would stay in the shell's history.",
                "Leave it out: it is taken from the keyring, PGPASSFILE or PGPASSWORD, or asked.",
            )
        workspace = given.pop("workspace", "") or "default"
        for word in given:
            if word not in PASSED_ON:
                raise BadInput(f"The address asks for '{word}', which is not known.", FORM)
        return cls(
            workspace=workspace,
            database=unquote(parts.path.strip("/")),
            user=unquote(parts.username or ""),
            host=given.pop("host", "") or unquote(parts.hostname or ""),
            port=given.pop("port", "") or port,
            options=given,
        )

    @property
    def is_local(self) -> bool:
        """Whether nobody in between could listen; what libpq takes from the environment counts."""
        if self.options.get("service") or environ.get("PGSERVICE"):
            return False
        hosts = environ.get("PGHOSTADDR") or self.host or environ.get("PGHOST", "")
        return all(map(_is_here, hosts.split(",")))

    @property
    def parameters(self) -> dict[str, str]:
        """What libpq is told; over a network it verifies whom it speaks to, unless told not to."""
        named = {"dbname": self.database, "user": self.user, "host": self.host, "port": self.port}
        usual = {} if self.is_local else {"sslmode": VERIFIED}
        given = {**{k: v for k, v in named.items() if v}, **usual, **self.options}
        own_root = Path("~/.postgresql/root.crt").expanduser()
        if given.get("sslmode") == VERIFIED and not own_root.exists():
            given.setdefault("sslrootcert", "system")
        return {**STEADY, **given}

    @property
    def called(self) -> str:
        """How a sentence names it that has to leave room for an advice."""
        port = f":{self.port}" if self.port else ""
        return f"'{self.workspace}'" + (f" on {self.host}{port}" if self.host else "")

    def __str__(self) -> str:
        at = f"{self.user}@{self.host}" if self.user else self.host
        port = f":{self.port}" if self.port else ""
        return f"postgresql://{at}{port}/{self.database}?workspace={self.workspace}"


def _is_here(host: str) -> bool:
    """Whether a host is this machine; without a name it is a socket in the file system."""
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
