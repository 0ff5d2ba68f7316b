"""Where messages may go: names are resolved once, looked at, and exactly that address is connected to.

A webhook's address is chosen by whoever has a key; without this, the server could be made to knock on doors inside the
network it stands in (server-side request forgery).
"""

import asyncio
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NAMES_AT_ONCE = 16
_NAT64 = IPv6Network("64:ff9b::/96")
_SITE = IPv6Network("fec0::/10")
"""Addresses within one network (RFC 3879): deprecated, never public, and taken for public by the library."""


class AddressRefused(httpcore.ConnectError):
    """A name leads only where messages may not go."""


class NameUnknown(httpcore.ConnectError):
    """A name leads nowhere."""


def admitted(address: Address, allowed: Iterable[Network]) -> bool:
    """Whether messages may go to an address: anywhere on the public internet, and where the operator allows it.

    >>> from ipaddress import ip_network
    >>> admitted(ip_address("192.168.1.7"), ()), admitted(ip_address("192.168.1.7"), [ip_network("192.168.0.0/16")])
    (False, True)
    >>> admitted(ip_address("::ffff:127.0.0.1"), ())
    False
    """
    meant = _meant(address)
    if any(meant in network for network in allowed):
        return True
    return meant.is_global and not meant.is_multicast and not meant.is_reserved and meant not in _SITE


def _meant(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, where it does."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


class Guarded(httpcore.AsyncNetworkBackend):
    """Connects to what may be connected to.

    Args:
        allowed: networks that are not public, and allowed all the same.
        only_loopback: go nowhere but to this machine: for what is not encrypted.
    """

    def __init__(self, allowed: Iterable[Network], *, only_loopback: bool = False) -> None:
        self._allowed = tuple(allowed)
        self._only_loopback = only_loopback
        # A name whose servers do not answer holds a thread for long, and nothing ends that: so they have threads of
        # their own, and nobody waits for them but who gave such a name.
        self._names = ThreadPoolExecutor(_NAMES_AT_ONCE, "names")
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of a name that is admitted.

        Raises:
            NameUnknown, AddressRefused: there is none.
        """
        found = await self._resolved(host, port)
        good = [one for one in found if admitted(one, self._allowed)]
        if self._only_loopback:
            good = [one for one in good if _meant(one).is_loopback]
        if not good:
            raise AddressRefused
        return await self._inner.connect_tcp(str(good[0]), port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)

    async def _resolved(self, host: str, port: int) -> list[Address]:
        def look() -> list[Any]:
            return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)

        try:
            found = await asyncio.get_running_loop().run_in_executor(self._names, look)
        except (OSError, UnicodeError):
            raise NameUnknown from None
        # A link-local address may carry a zone, which no address of a receiver has.
        return [ip_address(str(address[0]).partition("%")[0]) for *_, address in found]
