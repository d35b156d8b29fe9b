"""Address books and directories on real servers, read and never written to."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from champion_tracker.exchange import Reading, read, remote
from champion_tracker.model import BadInput
from tests.exchange.servers import SLAPD, certificate, fill_book, free_port, radicale, slapd

needs_radicale = pytest.mark.skipif(
    not (find_spec("radicale") and find_spec("defusedxml")),
    reason="radicale or what reads it is not installed",
)
needs_slapd = pytest.mark.skipif(
    not (SLAPD and find_spec("ldap3")), reason="slapd or ldap3 is not installed"
)


def ask(url: str, password: str = "s3cret") -> Reading:
    return read([remote(url, lambda account: password)])


@needs_radicale
def test_address_books_are_found_and_read(tmp_path: Path) -> None:
    with radicale(tmp_path) as port:
        fill_book(port, 7)
        before = sorted(path.name for path in tmp_path.rglob("*.vcf"))
        for path in ("/rosa/people/", "/rosa/", "/"):
            found = ask(f"carddav+http://rosa@127.0.0.1:{port}{path}")
            assert {person.name for person in found.incoming} == {
                f"Åsa Nr{n} Berg" for n in range(7)
            }
            assert {person.source_id for person in found.incoming} == {
                f"vcard:u-{n}" for n in range(7)
            }
            assert all(person.kept for person in found.incoming)
        assert sorted(path.name for path in tmp_path.rglob("*.vcf")) == before
        with pytest.raises(BadInput, match="does not let 'rosa' in") as refused:
            ask(f"carddav+http://rosa@127.0.0.1:{port}/rosa/", "wrong-word")
        assert "wrong-word" not in str(refused.value)


STAFF = "dn: o=city\nobjectClass: organization\no: city\n\n" + "".join(
    f"dn: cn=Rosa Nr{n},o=city\nobjectClass: inetOrgPerson\ncn: Rosa Nr{n}\nsn: Nr{n}\n"
    f"mail: r{n}@city.example\ntitle: Chief {n}\no: City\nou: Water\nemployeeType: staff {n}\n\n"
    for n in range(12)
)


@needs_slapd
def test_a_directory_is_read_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("champion_tracker.exchange.ldap._PAGE", 4)
    with slapd(tmp_path, STAFF) as port:
        at = f"ldap://cn=reader,o=city@127.0.0.1:{port}/o=city"
        found = ask(at).incoming
        assert len(found) == 12
        one = next(person for person in found if person.name == "Rosa Nr3")
        assert (one.title, one.organization, one.area) == ("Chief 3", "City", "Water")
        assert one.emails == ("r3@city.example",)
        assert len(one.source_id) == 36
        (only,) = ask(f"{at}??one?(mail=r7@*)").incoming
        assert only.name == "Rosa Nr7"
        with pytest.raises(BadInput, match="does not let 'cn=reader,o=city' in") as refused:
            ask(at, "wrong-word")
        assert "wrong-word" not in str(refused.value)


@needs_slapd
def test_a_mapping_says_what_an_attribute_holds(tmp_path: Path) -> None:
    fields = tmp_path / "map.toml"
    fields.write_text('[columns]\nemployeeType = "title"\ntitle = "ignore"\n')
    (tmp_path / "server").mkdir()
    with slapd(tmp_path / "server", STAFF) as port:
        url = f"ldap://cn=reader,o=city@127.0.0.1:{port}/o=city??sub?(cn=Rosa%20Nr5)"
        (one,) = read([remote(url, lambda _: "s3cret")], mapping=fields).incoming
    assert one.title == "staff 5"


@contextmanager
def untrusted(folder: Path) -> Iterator[int]:
    """A server whose certificate nobody vouches for, and that nobody may say a word to."""
    import ssl
    import threading

    tls = certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*tls)
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    client, _ = listening.accept()
                    with context.wrap_socket(client, server_side=True) as secure:
                        heard.append(secure.recv(1000))
                except ssl.SSLError:
                    continue
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]
        listening.close()
    assert not any(heard), "nothing is said to a server that is not trusted"


@pytest.mark.parametrize("scheme", ["carddav+https", "ldaps"])
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path, scheme: str) -> None:
    pytest.importorskip("requests")
    pytest.importorskip("ldap3")
    with untrusted(tmp_path) as port, pytest.raises(BadInput, match="does not trust"):
        ask(f"{scheme}://rosa@127.0.0.1:{port}/o=city")


@needs_radicale
def test_an_address_book_is_read_from_whom_this_machine_trusts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with radicale(tmp_path, tls=certificate(tmp_path)) as port:
        url = f"carddav+https://rosa@127.0.0.1:{port}/"
        with pytest.raises(BadInput, match="does not trust"):
            ask(url)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "shown.pem"))
        with pytest.raises(BadInput, match="no address book"):  # for it is empty, but let us in
            ask(url)


@needs_slapd
def test_a_directory_is_read_from_whom_this_machine_trusts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with slapd(tmp_path, STAFF, tls=certificate(tmp_path)) as port:
        url = f"ldaps://cn=reader,o=city@127.0.0.1:{port}/o=city"
        with pytest.raises(BadInput, match="does not trust"):
            ask(url)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "shown.pem"))
        assert len(ask(url).incoming) == 12


@needs_slapd
def test_a_certificate_of_another_host_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with slapd(tmp_path, STAFF, tls=certificate(tmp_path, "ldap.city.example")) as port:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "shown.pem"))
        with pytest.raises(BadInput, match="another server's"):
            ask(f"ldaps://cn=reader,o=city@127.0.0.1:{port}/o=city")


@needs_radicale
@needs_slapd
def test_what_a_server_will_not_do_is_said_in_a_sentence(tmp_path: Path) -> None:
    for name in ("dav", "ldap"):
        (tmp_path / name).mkdir()
    with radicale(tmp_path / "dav") as dav, slapd(tmp_path / "ldap", STAFF) as port:
        fill_book(dav, 0)
        ldap = f"cn=reader,o=city@127.0.0.1:{port}"
        for url, said in (
            (f"carddav+http://rosa@127.0.0.1:{dav}/rosa/people/", "no card in any address book"),
            (f"carddav+http://rosa@127.0.0.1:{dav}/rosa/nobody/", "404"),
            (f"carddav+http://127.0.0.1:{dav}/", "without a user"),
            (f"carddav+https://rosa@127.0.0.1:{dav}/", "does not speak TLS"),
            (f"ldap://127.0.0.1:{port}/o=city", "without a user"),
            (f"ldap://{ldap}/o=town", "nothing at 'o=town'"),
            (f"ldap://{ldap}/o=city??sub?(title=nobody)", "finds nobody"),
            (f"ldap://{ldap}/o=city??sub?(title=", "filter"),
            (f"ldaps://{ldap}/o=city", "cannot be reached|does not speak TLS"),
        ):
            with pytest.raises(BadInput, match=said):
                ask(url)


@pytest.mark.parametrize("scheme", ["carddav+http", "ldap", "ldaps", "carddav+https"])
def test_a_server_that_is_not_there_is_said_to_be_so(scheme: str) -> None:
    pytest.importorskip("requests")
    pytest.importorskip("ldap3")
    with pytest.raises(BadInput, match=r"127\.0\.0\.1 cannot be reached"):
        ask(f"{scheme}://127.0.0.1:{free_port()}/")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ldaps://rosa:hush@ldap.example/o=city", "holds a password"),
        ("carddav+http://dav.example/", "could be read on the way"),
        ("https://dav.example/", "no kind of server"),
        ("ldaps:///o=city", "no host"),
        ("ldaps://[", "no address"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        ask(url)
    assert "hush" not in str(refused.value)
