"""Connections that lead out into the public network, to the address that was judged, and end when time is over."""

import http.client
import io
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, cast
from urllib import request
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address
MayAsk = Callable[[Address], bool]
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: its last four bytes are an address of IPv4."""


class Inside(OSError):
    """A name leads to a machine that is not in the public network: it is not asked."""


def is_public(address: Address) -> bool:
    """Whether an address is one of the public network: no machine of one's own, of the house or of the provider."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    if address.ipv4_mapped or address in _NAT64:
        return is_public(address.ipv4_mapped or IPv4Address(address.packed[-4:]))
    inner = (address.sixtofour, *(address.teredo or ()))
    is_open = address.is_global and not (address.is_multicast or address.is_site_local or address.is_reserved)
    return is_open and all(each is None or is_public(each) for each in inner)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom one question may be put to, and until when."""

    may_ask: MayAsk
    deadline: float
    """In seconds of `time.monotonic`."""

    def left(self) -> float:
        """Seconds. Raises TimeoutError where there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def addresses(self, host: str, port: int) -> Iterator[str]:
        """The addresses that a name has and that may be asked. Raises Inside where all of them lead elsewhere."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        names = list(dict.fromkeys(str(place[0]) for *_, place in found))
        outside = [name for name in names if self.may_ask(ip_address(name))]
        if not outside:
            raise Inside(host)
        yield from outside

    def check_name(self, host: str) -> None:
        """Raises Inside for a name that leads elsewhere; what only a proxy can look up is the proxy's to judge."""
        try:
            next(self.addresses(host, 0))
        except socket.gaierror:
            return


class _Stream(io.RawIOBase):
    """What a socket receives until the time is over, however slowly it comes."""

    def __init__(self, sock: socket.socket, reach: Reach) -> None:
        self._socket = sock
        self._raw = sock.makefile("rb", buffering=0)
        self._reach = reach

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._socket.settimeout(self._reach.left())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Watched:
    """As much of a socket as a response needs of it."""

    def __init__(self, sock: socket.socket, reach: Reach) -> None:
        self._stream = _Stream(sock, reach)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self._stream)


class _Pinned(http.client.HTTPConnection):
    """Connects to an address that was judged, not to a name that may lead elsewhere a moment later."""

    reach: Reach

    def connect(self) -> None:
        """Raises OSError."""
        name, problem = self.host, OSError(self.host)
        for address in self.reach.addresses(name, self.port):
            self.host, self.timeout = address, self.reach.left()
            try:
                super().connect()
            except OSError as refusal:
                problem = refusal
            else:
                return
            finally:
                self.host = name
        raise problem


class _PinnedTLS(http.client.HTTPSConnection, _Pinned):
    """The same over TLS; the certificate is asked of the name."""


def _connection(kind: type[_Pinned], reach: Reach, host: str, **settings: Any) -> _Pinned:
    made = kind(host, **settings)
    made.reach = reach
    made.response_class = partial(_response, reach)  # type: ignore[assignment]
    return made


def _response(reach: Reach, sock: socket.socket, **settings: Any) -> http.client.HTTPResponse:
    return http.client.HTTPResponse(cast("socket.socket", _Watched(sock, reach)), **settings)


class OutsideHandler(request.HTTPSHandler):
    """Opens addresses of http and https as far as a reach goes; each hop of a redirection is judged anew."""

    def __init__(self, reach: Reach) -> None:
        super().__init__()
        self._reach = reach

    def http_open(self, req: request.Request) -> http.client.HTTPResponse:
        """Raises Inside, or OSError."""
        return self.do_open(partial(_connection, _Pinned, self._reach_of(req)), req)

    def https_open(self, req: request.Request) -> http.client.HTTPResponse:
        """Raises Inside, or OSError."""
        return self.do_open(partial(_connection, _PinnedTLS, self._reach_of(req)), req)

    http_request = request.AbstractHTTPHandler.do_request_
    https_request = request.AbstractHTTPHandler.do_request_

    def _reach_of(self, req: request.Request) -> Reach:
        """The reach of a request; the proxy that somebody has set up may stand in the house."""
        wanted = urlsplit(req.full_url)
        if req.host == wanted.netloc.rpartition("@")[2]:
            return self._reach
        self._reach.check_name(wanted.hostname or "")
        return Reach(lambda address: True, self._reach.deadline)
