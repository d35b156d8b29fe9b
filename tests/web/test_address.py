"""The names that we answer to: ours, and none that somebody else could lead here."""

import pytest

from champion_tracker.web.address import Address

HERE = Address("127.0.0.1", 8787)
EVERYWHERE = Address("0.0.0.0", 8787)


@pytest.mark.parametrize("called", ["localhost:8787", "127.0.0.1:8787", "[::1]:8787"])
@pytest.mark.parametrize("address", [HERE, EVERYWHERE, Address("::1", 8787)])
def test_this_machine(address: Address, called: str) -> None:
    assert address.answers_to(called)


@pytest.mark.parametrize(
    "called",
    [
        "",
        "localhost",
        "localhost:80",
        "localhost:x",
        "localhost:8787/x",
        "[::1:8787",
        "me@localhost:8787",
        "evil.example:8787",
        "localhost.evil.example:8787",
        "127.0.0.1.evil.example:8787",
    ],
)
@pytest.mark.parametrize("address", [HERE, EVERYWHERE])
def test_nobody_else(address: Address, called: str) -> None:
    assert not address.answers_to(called)


def test_an_address_of_the_machine_only_where_we_listen_on_all() -> None:
    assert EVERYWHERE.answers_to("192.0.2.7:8787")
    assert Address("::", 8787).answers_to("[2001:db8::7]:8787")
    assert not HERE.answers_to("192.0.2.7:8787")
    assert Address("192.0.2.7", 8787).answers_to("192.0.2.7:8787")
    assert not Address("192.0.2.7", 8787).answers_to("192.0.2.8:8787")


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::", "::1", "192.0.2.7", "localhost"])
def test_the_link_leads_to_us(host: str) -> None:
    address = Address(host, 80_87)
    assert address.answers_to(address.url.removeprefix("http://"))


def test_a_name_goes_without_the_usual_port_of_the_web() -> None:
    assert Address("localhost", 80).answers_to("localhost")
