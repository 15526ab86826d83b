"""Running the studio: a server on this machine, and the browser that shows it."""

import socket
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from deckgen.pipeline.workspace import Workspace
from deckgen.studio.guard import Door, Keys
from deckgen.studio.studio import Studio
from deckgen.wording import Language

LOOPBACK = "127.0.0.1"
PORT = 8642
_TRIED = 20
"""Ports after the first that are tried where it is taken."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """What stands between the studio and people, and knows who they are."""

    user_header: str
    """In which it names who is logged in; it sets it itself, whatever a visitor sends."""
    origin: str
    """What people open, without a path: `https://training.example.jp`."""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens there."""
    return host in (LOOPBACK, "localhost")


def listen(host: str, port: int | None) -> socket.socket:
    """A socket at the port; at the first free one from the usual on where none is named. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    wanted = range(PORT, PORT + _TRIED) if port is None else (port,)
    for at, each in enumerate(wanted, 1):
        try:
            return socket.create_server((host, each), family=family)
        except OSError:
            if at == len(wanted):
                raise
    raise AssertionError


def door_of(at: socket.socket) -> Door:
    """The door of a studio that this machine alone reaches."""
    port = at.getsockname()[1]
    hosts = frozenset(f"{name}:{port}" for name in (LOOPBACK, "localhost"))
    return Door(hosts, Keys(), origins=frozenset(f"http://{host}" for host in hosts))


def door_behind(proxy: Proxy) -> Door:
    """The door of a studio that is reached through a proxy alone."""
    hosts = frozenset({proxy.origin.partition("://")[2]})
    return Door(hosts, Keys(), proxy.user_header.lower(), frozenset({proxy.origin}))


def serve(
    at: socket.socket,
    workspace: Workspace,
    language: Language,
    today: Callable[[], date],
    told: Callable[[str], None],
    company: str = "",
    proxy: Proxy | None = None,
    *,
    opens_browser: bool,
) -> None:
    """Answer until somebody interrupts; `told` is given the address to open."""
    import uvicorn

    from deckgen.studio.app import application

    door = door_behind(proxy) if proxy else door_of(at)
    app = application(Studio(workspace, language, door, today))
    address = door.link(f"/c/{company}" if company else "/")
    told(address)
    if opens_browser:
        threading.Timer(0.5, webbrowser.open, (address,)).start()
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, date_header=False, timeout_keep_alive=30, limit_concurrency=64
    )
    uvicorn.Server(config).run(sockets=[at])
