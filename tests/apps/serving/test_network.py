"""No name leads into the network the server stands in, however it is written."""

import asyncio
import socket
import threading
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.serving.network import AddressRefused, Guarded, NameUnknown, Network, admitted

INSIDE = [
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "0.0.0.0/8",
    "224.0.0.0/4", "240.0.0.0/4",
]  # fmt: skip
ANYWHERE: tuple[Network, ...] = (ip_network("0.0.0.0/0"), ip_network("::/0"))


def inside(number: int, network: str) -> IPv4Address:
    block = ip_network(network)
    assert block.version == 4
    return IPv4Address(int(block.network_address) + number % block.num_addresses)


ipv4_inside = st.builds(inside, st.integers(0, 2**32), st.sampled_from(INSIDE))


@given(address=ipv4_inside)
def test_an_address_inside_is_refused_in_every_form(address: IPv4Address) -> None:
    number = int(address)
    forms = (
        address,
        IPv6Address(0xFFFF << 32 | number),
        IPv6Address(0x0064FF9B << 96 | number),
        IPv6Address(0x2002 << 112 | number << 80 | 1),
    )
    assert [admitted(form, ()) for form in forms] == [False] * 4


@pytest.mark.parametrize(
    "address",
    ["::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1", "255.255.255.255"],
)
def test_an_ipv6_address_inside_is_refused(address: str) -> None:
    assert not admitted(ip_address(address), ())


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_a_public_address_is_admitted(address: str) -> None:
    assert admitted(ip_address(address), ())


@given(address=ipv4_inside)
def test_what_the_operator_allows_is_admitted_and_nothing_beside_it(address: IPv4Address) -> None:
    assert admitted(address, [ip_network(address)])
    assert not admitted(address, [ip_network("93.184.216.0/24")])


def connecting(host: str, guarded: Guarded) -> None:
    asyncio.run(guarded.connect_tcp(host, 9, timeout=1.0))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0", "::1", "2130706433", "0x7f.1", "127.1"])
def test_no_way_of_writing_this_machine_leads_to_it(host: str) -> None:
    with pytest.raises((AddressRefused, NameUnknown)):
        connecting(host, Guarded(()))


def test_what_is_not_encrypted_stays_on_this_machine_whatever_is_allowed() -> None:
    with pytest.raises(AddressRefused):
        connecting("10.0.0.1", Guarded(ANYWHERE, only_loopback=True))


def test_a_name_that_leads_nowhere_is_said_so() -> None:
    with pytest.raises(NameUnknown):
        connecting("nobody.invalid", Guarded(ANYWHERE))
    with pytest.raises(NameUnknown):
        connecting("x" * 64 + ".org", Guarded(ANYWHERE))


def test_names_that_nobody_answers_for_keep_nothing_else_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answered.wait(10) and [])
    guarded = Guarded(ANYWHERE)

    async def beside() -> int:
        waiting = [asyncio.create_task(guarded.connect_tcp(f"{number}.slow.example", 9)) for number in range(100)]
        await asyncio.sleep(0.1)
        try:
            return await asyncio.wait_for(asyncio.to_thread(lambda: 7), 2.0)
        finally:
            answered.set()
            await asyncio.gather(*waiting, return_exceptions=True)

    assert asyncio.run(beside()) == 7
