"""A browser of few words: it speaks to the studio without a network, and remembers its cookie."""

import asyncio
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from deckgen.diagnostics import Report
from deckgen.pipeline.workspace import find_workspace
from deckgen.studio.app import application
from deckgen.studio.guard import COOKIE, Door, Keys, Visitor
from deckgen.studio.studio import Studio

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1:8642"
ORIGIN = f"http://{HOST}"
TODAY = date(2026, 11, 29)
BOUNDARY = "frontier"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the studio said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def has(self, pattern: str) -> bool:
        return re.search(pattern, self.text, re.DOTALL) is not None


@dataclass(slots=True)
class Client:
    """Somebody at a browser."""

    app: Any
    door: Door
    cookie: str = ""
    always: Mapping[str, str] = field(default_factory=dict)
    """Headers of every request, as a proxy adds them."""
    last: Answer | None = field(default=None, repr=False)

    @property
    def studio(self) -> Studio:
        """What is visited."""
        found: Studio = self.app.app.state.studio
        return found

    @property
    def csrf(self) -> str:
        return self.door.keys.csrf(self.cookie)

    def enter(self, role: str = "", company: str = "") -> "Client":
        """Come in by the address that the studio was opened with, or by the link of a role."""
        _, _, query = self.door.link("/", Visitor(company, role)).partition("?")
        answer = self.ask("GET", "/", query=query)
        assert answer.status == 303
        self.cookie = answer.headers["set-cookie"].partition(";")[0].partition("=")[2]
        return self

    def get(self, path: str, *, part: bool = False, **query: str) -> Answer:
        headers = {"hx-request": "true"} if part else {}
        return self.ask("GET", path, query=urlencode(query), headers=headers)

    def post(self, path: str, form: Mapping[str, str], headers: Mapping[str, str] = {}, *, part: bool = True) -> Answer:
        """Send a form as our own page does."""
        body = urlencode({"csrf": self.csrf, **form}).encode()
        named = {"content-type": "application/x-www-form-urlencoded", "origin": ORIGIN}
        return self.ask(
            "POST", path, body=body, headers=named | ({"hx-request": "true"} if part else {}) | dict(headers)
        )

    def post_all(self, path: str, form: Sequence[tuple[str, str]]) -> Answer:
        """Send a form in which a name may stand more than once, as a browser does without a script of ours."""
        body = urlencode([("csrf", self.csrf), *form]).encode()
        headers = {"content-type": "application/x-www-form-urlencoded", "origin": ORIGIN}
        return self.ask("POST", path, body=body, headers=headers)

    def upload(self, path: str, form: Mapping[str, str], name: str, file: tuple[str, bytes]) -> Answer:
        """Send a form with a file."""
        parts = [_part(f'name="{key}"', value.encode()) for key, value in {"csrf": self.csrf, **form}.items()]
        parts.append(_part(f'name="{name}"; filename="{file[0]}"', file[1]))
        body = b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()
        headers = {"content-type": f"multipart/form-data; boundary={BOUNDARY}", "origin": ORIGIN, "hx-request": "true"}
        return self.ask("POST", path, body=body, headers=headers)

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: str = "",
        body: bytes = b"",
        headers: Mapping[str, str] = {},
        twice: Sequence[tuple[str, str]] = (),
    ) -> Answer:
        """Any request at all."""
        named = {"host": HOST, "content-length": str(len(body))} | (
            {"cookie": f"{COOKIE}={self.cookie}"} if self.cookie else {}
        )
        pairs = [*(named | dict(headers) | dict(self.always)).items(), *twice]
        return asyncio.run(_asked(self.app, method, path, query, body, pairs))


def _part(disposition: str, data: bytes) -> bytes:
    return f"--{BOUNDARY}\r\ncontent-disposition: form-data; {disposition}\r\n\r\n".encode() + data + b"\r\n"


async def _asked(
    app: Any, method: str, path: str, query: str, body: bytes, headers: Sequence[tuple[str, str]]
) -> Answer:
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode("utf-8")) for name, value in headers],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 8642),
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    data = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, data)


def workspace_in(folder: Path, *companies: str) -> Path:
    """A workspace with the sample course, both themes and some of the sample companies, to be changed at will."""
    source = ROOT / "source"
    shutil.copytree(source / "courses", folder / "source" / "courses")
    (folder / "themes").symlink_to(ROOT / "themes", target_is_directory=True)
    wanted = [f"{company}{ending}" for company in companies or ("midori-seiki",) for ending in (".yaml", "")]
    for name in wanted:
        kept = source / "companies" / name
        target = folder / "source" / "companies" / name
        target.parent.mkdir(exist_ok=True)
        if kept.is_dir():
            shutil.copytree(kept, target)
        elif kept.is_file():
            shutil.copy(kept, target)
    return folder


def studio_in(folder: Path, language: Any = "ja", door: Door | None = None) -> Client:
    """A studio for a workspace, and somebody who has not come in yet."""
    door = door or Door(frozenset({HOST}), Keys("a secret of tests"), origins=frozenset({ORIGIN}))
    studio = Studio(find_workspace(folder, Report()), language, door, lambda: TODAY)
    return Client(application(studio), door)
