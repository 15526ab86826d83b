"""A small site on loopback, with addresses that behave well and addresses that do not."""

import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path
from urllib.parse import unquote

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def anywhere(address: object) -> bool:
    """What lets a test ask the site of this machine."""
    return True


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
        kind, _, rest = path.removeprefix("/").partition("/")
        answers: dict[str, Callable[[], None]] = {
            "status": lambda: self._send(int(rest)),
            "get-only": lambda: self._send(405 if self.command == "HEAD" else 200),
            "hangs-up": self._hang_up,
            "hangs-up-on-head": self._hang_up if self.command == "HEAD" else self._send,
            "to": lambda: self._send(int(rest.partition("/")[0]), "/" + rest.partition("/")[2]),
            "loop": lambda: self._send(302, "/loop"),
            "to-a-file": lambda: self._send(302, "file:///etc/hostname"),
            "out-to": lambda: self._send(302, f"http://{unquote(rest)}"),
            "to-much": lambda: self._send(302, "/fine", b"x" * 50_000_000),
            "slow": lambda: time.sleep(5),
            "drips": self._drip,
            "together": lambda: self._send(200 if self._meets_another() else 500),
        }
        answers.get(kind, self._send)()

    def _hang_up(self) -> None:
        self.close_connection = True

    def _meets_another(self) -> bool:
        try:
            _MEETING.wait(timeout=10)
        except threading.BrokenBarrierError:
            return False
        return True

    def _drip(self) -> None:
        """A byte at a time, for longer than anybody waits."""
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def _send(self, code: int = 200, location: str = "", body: bytes = b"") -> None:
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

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
