"""Who may ask the studio for anything: everything that comes over the wire passes here first.

The studio listens to this machine alone, and still other pages in the same browser could reach it, and other people's
programs on the same machine. So the first address holds a token, which becomes a cookie; the name of the host has to be
ours (DNS rebinding), a change has to come from our own page (Origin, and a token in the form), and what is sent has a
bound before it is read. A page lets in nothing from outside and no script but our files (CSP 3).
"""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "deckgen-studio"
FIELD = "csrf"
"""Of every form: a token that no other page can know."""
HEADER = "x-csrf-token"
BODY_LIMIT = 24 * 1024 * 1024
"""Bytes of a request: an uploaded picture or workbook, with room around it."""
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",  # the boxes of a slide
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = (
    ("content-security-policy", _POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),  # with none at all, browsers hide where a form comes from
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is let in: to everything, or to the questions that a staff role of a company is asked."""

    company: str = ""
    """Id; empty for all."""
    role: str = ""
    """Empty for all."""

    @property
    def told(self) -> str:
        """Both as one text, which stands for no other visitor: an id holds no slash."""
        return f"{self.company}/{self.role}"


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one run of the studio, gone with it."""

    secret: str = field(default_factory=token_urlsafe, repr=False)

    def token(self, visitor: Visitor = Visitor()) -> str:
        """What lets somebody in."""
        return self._signed("enter", visitor.told)

    def session(self, visitor: Visitor = Visitor()) -> str:
        """What the cookie holds."""
        return f"{visitor.told.encode().hex()}.{self._signed('session', visitor.told)}"

    def visitor_of(self, session: str) -> Visitor | None:
        """Whom a cookie is for; None for a cookie that is not ours."""
        encoded, _, _ = session.partition(".")
        try:
            company, _, role = bytes.fromhex(encoded).decode().partition("/")
        except ValueError:
            return None
        visitor = Visitor(company, role)
        return visitor if hmac.compare_digest(session.encode(), self.session(visitor).encode()) else None

    def csrf(self, session: str) -> str:
        """What the forms of a session hold."""
        return self._signed("form", session)

    def _signed(self, purpose: str, what: str) -> str:
        return hmac.new(self.secret.encode(), f"{purpose}\0{what}".encode(), sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Door:
    """Where the studio is reached, and who vouches for a visitor."""

    hosts: frozenset[str]
    """Names with their ports, as browsers send them."""
    keys: Keys
    user_header: str = ""
    """Behind a proxy: the header in which it names who is logged in, lower case."""
    origins: frozenset[str] = frozenset()
    """Where our own pages come from: `http://127.0.0.1:8642`; behind a proxy its own."""
    seconds: float = 30.0
    """How long a request may take to arrive."""

    @property
    def address(self) -> str:
        """What people open, without a path."""
        return min(self.origins)

    def link(self, path: str, visitor: Visitor = Visitor()) -> str:
        """The address that lets somebody in."""
        named = {"company": visitor.company, "role": visitor.role, "token": self.keys.token(visitor)}
        return f"{self.address}{quote(path)}?{urlencode({name: value for name, value in named.items() if value})}"


class Refused(Exception):
    """A request that is not answered: the number of its status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Guard:
    """Answers what may not pass, and lets the rest through to the studio."""

    def __init__(self, app: App, door: Door) -> None:
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # no other protocol is spoken here
        try:
            entered = self._check(scope)
        except Refused as refused:
            await _answer(send, refused.status)
            return
        if entered is not None:
            await _answer(send, 303, *entered)
            return
        await self.app(scope, _bounded(receive, self.door.seconds), _with_headers(send))

    def _check(self, scope: Scope) -> tuple[tuple[str, str], ...] | None:
        """Headers that let a newcomer in; None for who is in already. Raises Refused."""
        headers = _headers_of(scope, self.door.user_header)
        if headers.get("host", "") not in self.door.hosts:
            raise Refused(421)
        self._check_length(headers)
        if self.door.user_header and not headers.get(self.door.user_header):
            raise Refused(403)
        method = scope["method"]
        if method not in ("GET", "HEAD", "POST"):
            raise Refused(405)
        session = cookie_of(headers)
        visitor = self.door.keys.visitor_of(session)
        if method != "POST" and (entered := self._entered(scope)):
            return entered
        if visitor is None:
            raise Refused(403)
        if method == "POST":
            self._check_origin(headers)
        known = {"role": visitor.role, "company": visitor.company, "csrf": self.door.keys.csrf(session)}
        scope["state"] = {**scope.get("state", {}), **known}
        return None

    def _check_length(self, headers: Mapping[str, str]) -> None:
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit():
            raise Refused(400)
        if int(length) > BODY_LIMIT:
            raise Refused(413)

    def _check_origin(self, headers: Mapping[str, str]) -> None:
        """A form of another page says where it comes from, or nothing at all."""
        if headers.get("origin") not in self.door.origins:
            raise Refused(403)
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Refused(403)

    def _entered(self, scope: Scope) -> tuple[tuple[str, str], ...] | None:
        """The way in by a token in the address, which goes out of the address at once."""
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        token, company, role = (asked.get(name, [""])[0] for name in ("token", "company", "role"))
        if not token:
            return None
        visitor = Visitor(company, role)
        if "/" in company or not hmac.compare_digest(token.encode(), self.door.keys.token(visitor).encode()):
            raise Refused(403)
        secure = "; Secure" if self.door.address.startswith("https:") else ""
        cookie = f"{COOKIE}={self.door.keys.session(visitor)}; Path=/; HttpOnly; SameSite=Lax{secure}"
        return ("location", scope["path"]), ("set-cookie", cookie)


def cookie_of(headers: Mapping[str, str]) -> str:
    """Our cookie; empty where there is none."""
    pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
    return next((value for name, _, value in pairs if name == COOKIE), "")


def is_ours(given: object, csrf: str) -> bool:
    """Whether a form, or a header, brought the token that our own page was given."""
    return isinstance(given, str) and hmac.compare_digest(given.encode(), csrf.encode())


def _headers_of(scope: Scope, user_header: str) -> dict[str, str]:
    """By lower-case names. Raises Refused where one that decides comes twice."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        if key in found and key in ("host", "origin", "content-length", user_header):
            raise Refused(400)
        more = f"{found[key]}; " if key == "cookie" and key in found else ""  # HTTP/2 parts them (RFC 9113, 8.2.3)
        found[key] = more + value.decode("latin-1")
    return found


def _bounded(receive: Receive, seconds: float) -> Receive:
    """What arrives, until it is too much or too slow; then as if the sender had gone."""
    deadline = asyncio.get_running_loop().time() + seconds
    taken, is_whole = 0, False

    async def bounded() -> Message:
        nonlocal taken, is_whole
        if is_whole:
            return await receive()
        left = deadline - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(receive(), max(left, 0.001))
        except TimeoutError:
            return {"type": "http.disconnect"}
        taken += len(message.get("body", b""))
        is_whole = not message.get("more_body", False)
        return {"type": "http.disconnect"} if taken > BODY_LIMIT else message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            there = {name.lower() for name, _ in message["headers"]}
            more = [(name.encode(), value.encode()) for name, value in _HEADERS if name.encode() not in there]
            if b"cache-control" not in there:
                more.append((b"cache-control", b"no-store"))
            message = {**message, "headers": [*message["headers"], *more]}
        await send(message)

    return sending


async def _answer(send: Send, status: int, *headers: tuple[str, str]) -> None:
    """An answer without a body."""
    named = [*headers, *_HEADERS, ("content-length", "0"), ("cache-control", "no-store")]
    encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in named]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
    await send({"type": "http.response.body", "body": b""})
