"""A small site on loopback, with addresses that behave well and addresses that do not."""

import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_MEETING = threading.Barrier(2)
"""Where requests to `/together` wait for another one, to this site or one beside it."""


class Site(ThreadingHTTPServer):
    """What was asked for is counted by method and path, and how many requests were answered at the same time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.times: list[float] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.asked[f"{self.command} {self.path}"] += 1
        self.server.agents.add(self.headers["User-Agent"])
        self.server.times.append(time.monotonic())
        path = self.path.partition("?")[0]
        if path.startswith("/status/"):
            self._send(int(path.rpartition("/")[2]))
        elif path == "/get-only":
            self._send(405 if self.command == "HEAD" else 200)
        elif path == "/hangs-up" or (path == "/hangs-up-on-head" and self.command == "HEAD"):
            self.close_connection = True
        elif path.startswith("/to/"):
            _, _, code, target = path.split("/", 3)
            self._send(int(code), f"/{target}")
        elif path == "/loop":
            self._send(302, "/loop")
        elif path == "/to-a-file":
            self._send(302, "file:///etc/hostname")
        elif path == "/slow":
            time.sleep(5)
        elif path == "/together":
            self._send(200 if self._meets_another() else 500)
        else:
            self._send(200)

    def _meets_another(self) -> bool:
        try:
            _MEETING.wait(timeout=10)
        except threading.BrokenBarrierError:
            return False
        return True

    def _send(self, code: int, location: str = "") -> None:
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@contextmanager
def running(folder: Path | None = None) -> Iterator[Site]:
    """A site; with a folder for its certificate one that speaks TLS."""
    with Site() as site:
        if folder:
            encrypted(site, folder)
        thread = threading.Thread(target=site.serve_forever, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.shutdown()
            thread.join()


def encrypted(site: Site, folder: Path) -> None:
    """Let a site speak TLS, with a certificate that it made itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    site.socket = context.wrap_socket(site.socket, server_side=True)


def closed_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
