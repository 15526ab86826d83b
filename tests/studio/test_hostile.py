"""Two hundred requests that mean harm: each is refused or answered with words, and not a byte of any file changes."""

import asyncio
import itertools
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from deckgen.studio.guard import BODY_LIMIT, COOKIE, Guard
from tests.studio.client import HOST, ORIGIN, Client, studio_in, workspace_in

COMPANY = "/c/midori-seiki"
NAMES = (
    "../midori-seiki", "..", ".", "....//midori-seiki", "..\\midori-seiki", "/etc/passwd", "C:\\Windows\\win.ini",
    "midori-seiki/../../../../etc/passwd", "midori-seiki\x00.png", "~root", "file:///etc/passwd", "%2e%2e", "．．",
    "midori-seiki.yaml", "MIDORI-SEIKI", "CON", "con.yaml", " ", "a" * 5_000, "{{ 7 * 7 }}", "<script>", "$(id)",
    "`id`", "'; DROP TABLE x; --",
)  # fmt: skip
"""Of companies that there are none of."""
SLOTS = (
    "..",
    "company",
    "company.name/../..",
    "__class__",
    "company.name[0]",
    "emergency.primary.phone",
    "",
    "x" * 3_000,
)
ORIGINS = ("https://evil.example", "null", "", "http://127.0.0.1", f"{ORIGIN}@evil.example", "file://", ORIGIN.upper())
HOSTS = (
    "evil.example",
    f"evil.example:{HOST.rpartition(':')[2]}",
    "127.0.0.1.evil.example:8642",
    "[::ffff:127.0.0.1]:8642",
)
FILES = (
    "../../x.png",
    "..\\..\\x.png",
    "/etc/cron.d/x",
    "x.php",
    "x.html",
    "a\x00.png",
    "CON",
    "." * 300,
    "<img src=x>.png",
)
BODIES = (
    b"", b"\x00" * 50, b"%", b"a=b&" * 3_000, b"csrf=" + b"x" * 100_000, b'{"csrf": 1}', b"<?xml version='1.0'?><x/>",
    "company.name=\ud800".encode("utf-8", "surrogatepass"), b"company.name=%ED%A0%80", b"company.name=%FF%FE",
)  # fmt: skip


def digest(folder: Path) -> str:
    """Of all files and their names."""
    told = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "themes" not in path.parts):
        told.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return told.hexdigest()


FORM = {"content-type": "application/x-www-form-urlencoded", "origin": ORIGIN}
MULTIPART = {"content-type": "multipart/form-data; boundary=b", "origin": ORIGIN}
SAVE = f"{COMPANY}/q/company.name"
Asked = tuple[str, str, dict[str, Any]]
"""Method, path and what else is sent."""


def requests(client: Client) -> Iterator[Asked]:
    """All of them."""
    ours = urlencode({"csrf": client.csrf, "company.name": "別の会社", "mark": "x"}).encode()
    yield from _paths(ours)
    yield from _from_elsewhere(ours)
    yield from _bodies(client)
    yield from _keys(client, ours)


def _paths(ours: bytes) -> Iterator[Asked]:
    for name in NAMES:
        path = f"/c/{quote(name, safe='')}"
        yield "GET", path, {}
        yield "GET", f"{path}/slides", {}
        yield "POST", f"{path}/q/company.name", {"body": ours, "headers": FORM}
        yield "POST", f"{path}/undo", {"body": ours, "headers": FORM}
    for slot in SLOTS:
        path = f"{COMPANY}/q/{quote(slot, safe='')}"
        yield "GET", path, {}
        yield "POST", path, {"body": ours, "headers": FORM}
        yield "POST", f"{path}/draft", {"body": ours, "headers": FORM}


def _from_elsewhere(ours: bytes) -> Iterator[Asked]:
    for origin, path in itertools.product(ORIGINS, (SAVE, f"{COMPANY}/undo")):
        yield "POST", path, {"body": ours, "headers": FORM | {"origin": origin}}
    for host, method in itertools.product(HOSTS, ("GET", "POST")):
        yield method, SAVE, {"body": ours, "headers": FORM | {"host": host}}
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"):
        yield method, SAVE, {"body": ours, "headers": FORM}
    for length in (BODY_LIMIT + 1, 10**30, -1):
        yield "POST", SAVE, {"body": ours, "headers": FORM | {"content-length": str(length)}}


def _bodies(client: Client) -> Iterator[Asked]:
    for body in BODIES:
        yield "POST", SAVE, {"body": body, "headers": FORM}
        yield "POST", SAVE, {"body": body, "headers": MULTIPART}
        yield "POST", f"{COMPANY}/undo", {"body": body, "headers": FORM | {"content-type": "text/plain"}}
    for file in FILES:
        parts = (
            f'--b\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n{client.csrf}\r\n'
            f'--b\r\ncontent-disposition: form-data; name="company.logo-file"; filename="{file}"\r\n\r\n'
            "<?php ?>\r\n--b--\r\n"
        )
        yield "POST", f"{COMPANY}/q/company.logo", {"body": parts.encode(), "headers": MULTIPART}


def _keys(client: Client, ours: bytes) -> Iterator[Asked]:
    theirs = urlencode({"company.name": "別の会社", "mine": "1"}).encode()
    for token in ("", "0" * 64, client.csrf[:-1], client.csrf.upper(), "é"):
        yield "POST", SAVE, {"body": theirs, "headers": FORM | {"x-csrf-token": token}}
    for cookie in ("", "x", f"{client.cookie}0", f"..{client.cookie}", "00.0"):
        yield "POST", SAVE, {"body": ours, "headers": FORM | {"cookie": f"{COOKIE}={cookie}"}}
        yield "GET", "/", {"headers": {"cookie": f"{COOKIE}={cookie}"}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace_in(tmp_path_factory.mktemp("hostile"))


def test_two_hundred_requests_that_mean_harm_change_nothing(folder: Path) -> None:
    client = studio_in(folder).enter()
    before = digest(folder)
    sent = list(requests(client))
    assert len(sent) > 200
    for method, path, more in sent:
        answer = client.ask(method, path, **more)
        assert answer.status < 500, (method, path, more)
        assert answer.status >= 400 or b"<?php" not in answer.body
        assert b"Traceback" not in answer.body
        assert b"root:" not in answer.body
    assert digest(folder) == before


def test_a_body_that_never_comes_is_given_up(folder: Path) -> None:
    client = studio_in(folder).enter()
    app: Any = client.app
    impatient = Guard(app.app, replace(client.door, seconds=0.2))
    before = digest(folder)
    assert asyncio.run(slowly(impatient, client)) == 408
    assert digest(folder) == before


async def slowly(app: Any, client: Client) -> int:
    """Send a byte and then nothing more; the status of the answer."""
    headers = {"host": HOST, "cookie": f"{COOKIE}={client.cookie}", **FORM, "content-length": "1000"}
    scope = {
        "type": "http", "method": "POST", "path": f"{COMPANY}/undo", "query_string": b"", "root_path": "",
        "http_version": "1.1", "scheme": "http", "raw_path": f"{COMPANY}/undo".encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    told: list[int] = []
    first = [{"type": "http.request", "body": b"c", "more_body": True}]

    async def receive() -> Any:
        if not first:
            await asyncio.sleep(60)
        return first.pop()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            told.append(message["status"])

    async with asyncio.timeout(5):
        await app(scope, receive, send)
    return told[0]
