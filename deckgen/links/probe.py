"""One address: asked for its head, and for the whole page where a site does not serve heads."""

import http.client
import socket
import ssl
import time
from typing import IO
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from deckgen import __version__
from deckgen.links.reach import Inside, MayAsk, OutsideHandler, Reach, is_public
from deckgen.messages.terms import reason
from deckgen.model.links import Answer, Outcome

TIMEOUT = 15.0
"""Seconds for one address with all that it leads to, however slowly it answers."""

_HEADERS = {"User-Agent": f"deckgen/{__version__} (link check)", "Accept": "*/*", "Accept-Language": "ja, en;q=0.5"}
_FOR_GOOD = (301, 308)
"""RFC 9110, 15.4.2 and 15.4.9."""
_REFUSALS = (401, 402, 403, 405, 406, 407, 418, 425, 429, 451)
_GONE = (404, 410)
_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?"


def ask(url: str, timeout: float = TIMEOUT, may_ask: MayAsk = is_public) -> Answer:
    """What an address says; never raises. What lies in no public network is not asked, and not by a redirection."""
    hops, reach = _Hops(), Reach(may_ask, time.monotonic() + timeout)
    try:
        answer = _head(url, hops, reach)
        return answer if answer and answer.has_answered else _asked("GET", url, hops, reach)
    except (ValueError, http.client.InvalidURL):
        return Answer("dead", url, "@no-address")
    except (http.client.HTTPException, OSError) as problem:
        if isinstance(_cause(problem), Inside):
            return Answer("unasked", hops.last or url, "@inside")
        return Answer("dead", url, _told(_cause(problem)))


def _head(url: str, hops: "_Hops", reach: Reach) -> Answer | None:
    """The answer to a HEAD; None where the site hangs up on it, as some do."""
    try:
        return _asked("HEAD", url, hops, reach)
    except (http.client.BadStatusLine, ConnectionResetError):
        return None


def _asked(method: str, url: str, hops: "_Hops", reach: Reach) -> Answer:
    hops.first, hops.last = 0, ""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.UnknownHandler(),
        OutsideHandler(reach),
        request.HTTPDefaultErrorHandler(),
        hops,
        request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    try:
        asked = request.Request(sendable(url), headers=_HEADERS, method=method)  # noqa: S310 - http and https alone
        with opener.open(asked, timeout=reach.left()):
            return Answer(hops.outcome, hops.last or url)
    except HTTPError as refusal:
        refusal.close()
        outcome: Outcome = "refused" if refusal.code in _REFUSALS else "dead"
        return Answer(outcome, hops.last or url, _refusal(refusal.code), refusal.code)


class _Hops(request.HTTPRedirectHandler):
    """Follows redirections, by the method that was used, and remembers them."""

    def __init__(self) -> None:
        self.first = 0
        self.last = ""

    @property
    def outcome(self) -> Outcome:
        """By the first redirection: what comes after it is the new address's own matter."""
        if not self.last:
            return "fine"
        return "moved" if self.first in _FOR_GOOD else "forwarded"

    def redirect_request(
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> request.Request | None:
        made = super().redirect_request(req, fp, code, msg, headers, newurl)
        fp.close()  # what stands beside a redirection is not read, however long it is
        if made is not None:
            made.method = req.get_method()
            self.first = self.first or code
            self.last = urljoin(req.full_url, newurl)
        return made


def sendable(url: str) -> str:
    """The address as it goes over the wire: host in its ASCII form, other characters escaped, no fragment.

    Raises ValueError where it can be no web address.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(url)
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    place = f"[{host}]" if ":" in host else host
    if parts.port is not None:
        place += f":{parts.port}"
    return urlunsplit((parts.scheme, place, quote(parts.path, safe=_PATH), quote(parts.query, safe=_QUERY), ""))


def _refusal(code: int) -> str:
    """What a status means: a term of the catalogue where people may not know it, else its number."""
    if code in _GONE:
        return "@page-missing"
    return "@endless" if 300 <= code < 400 else f"HTTP {code}"


def _cause(problem: Exception) -> Exception:
    is_wrapped = isinstance(problem, URLError) and isinstance(problem.reason, Exception)
    return problem.reason if is_wrapped else problem  # type: ignore[attr-defined]


def _told(problem: Exception) -> str:
    """Why nothing came back: a term of the catalogue, or the system's own words."""
    if isinstance(problem, TimeoutError):
        return "@timeout"
    if isinstance(problem, socket.gaierror):
        return "@host-unknown"
    if isinstance(problem, ssl.SSLCertVerificationError):
        return "@certificate"
    if isinstance(problem, ssl.SSLError):
        return "@no-encryption"
    if isinstance(problem, http.client.HTTPException):
        return "@hung-up"
    return reason(problem)
