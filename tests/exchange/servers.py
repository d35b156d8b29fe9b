"""Real servers on this machine, for as long as a test needs them."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

SLAPD = shutil.which("slapd", path="/usr/sbin:/usr/lib/openldap:/usr/libexec:/usr/bin") or ""
SCHEMAS = Path("/etc/ldap/schema")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Certificate(NamedTuple):
    """What a server shows of itself, and its key."""

    shown: Path
    key: Path


def certificate(folder: Path, host: str = "127.0.0.1") -> Certificate:
    """A certificate of ``host`` for which nobody vouches but itself."""
    made = Certificate(folder / "shown.pem", folder / "key.pem")
    kind = "IP" if host[0].isdigit() else "DNS"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={host}", "-addext", f"subjectAltName={kind}:{host}"),
            *("-keyout", str(made.key), "-out", str(made.shown)),
        ],
        check=True,
        capture_output=True,
    )
    return made


@contextmanager
def radicale(
    folder: Path, *, user: str = "rosa", password: str = "s3cret", tls: Certificate | None = None
) -> Iterator[int]:
    """A server of address books and calendars, where ``user`` may read and write; its port."""
    port = free_port()
    secure = f"ssl = True\ncertificate = {tls.shown}\nkey = {tls.key}\n" if tls else ""
    (folder / "users").write_text(f"{user}:{password}\n")
    (folder / "config").write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n{secure}"
        f"[auth]\ntype = htpasswd\nhtpasswd_filename = {folder}/users\n"
        "htpasswd_encryption = plain\ndelay = 0\n"
        f"[storage]\nfilesystem_folder = {folder}/collections\n[web]\ntype = none\n"
    )
    program = [sys.executable, "-m", "radicale", "--config", str(folder / "config")]
    with _running(program, port):
        yield port


@contextmanager
def slapd(
    folder: Path, entries: str, *, password: str = "s3cret", tls: Certificate | None = None
) -> Iterator[int]:
    """A directory with ``entries`` (LDIF) below o=city, which cn=reader,o=city may read."""
    port = free_port()
    (folder / "data").mkdir()
    secure = f"TLSCertificateFile {tls.shown}\nTLSCertificateKeyFile {tls.key}\n" if tls else ""
    schemas = "".join(
        f"include {SCHEMAS}/{name}.schema\n" for name in ("core", "cosine", "inetorgperson")
    )
    (folder / "slapd.conf").write_text(
        f"{secure}{schemas}modulepath /usr/lib/ldap\nmoduleload back_mdb\n"
        f"pidfile {folder}/pid\ndatabase mdb\nsuffix o=city\nrootdn cn=reader,o=city\n"
        f"rootpw {password}\ndirectory {folder}/data\nsizelimit size.soft=5 size.hard=5 "
        "size.prtotal=unlimited\naccess to * by users read by * auth\n"
    )
    (folder / "entries.ldif").write_text(entries, encoding="utf-8")
    arguments = ["-f", str(folder / "slapd.conf")]
    subprocess.run(
        [SLAPD, "-T", "add", *arguments, "-l", str(folder / "entries.ldif")],
        check=True,
        capture_output=True,
    )
    scheme = "ldaps" if tls else "ldap"
    with _running([SLAPD, *arguments, "-h", f"{scheme}://127.0.0.1:{port}", "-d", "0"], port):
        yield port


@contextmanager
def _running(program: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            if process.poll() is not None:
                raise RuntimeError(f"{program[0]} ended with {process.returncode}")
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        else:
            raise RuntimeError(f"{program[0]} does not answer")
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


BOOK = """<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set>
<prop><resourcetype><collection /><C:addressbook /></resourcetype></prop></set></mkcol>"""


def card(n: int, title: str = "CFO") -> str:
    """The card of one of many people."""
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-{n}\r\nFN:Åsa Nr{n} Berg\r\n"
        f"ORG:City\r\nTITLE:{title}\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\nEND:VCARD\r\n"
    )


def fill_book(port: int, count: int) -> None:
    """Put an address book of cards on the server."""
    import requests

    base = f"http://127.0.0.1:{port}/rosa/people/"
    with requests.Session() as session:
        session.auth = ("rosa", "s3cret")
        session.request("MKCOL", base, data=BOOK, timeout=20).raise_for_status()
        for n in range(count):
            kind = {"Content-Type": "text/vcard"}
            done = session.put(f"{base}{n}.vcf", card(n).encode(), headers=kind, timeout=20)
            assert done.status_code == 201
