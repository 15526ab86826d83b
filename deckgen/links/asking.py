"""Many addresses: several sites at a time, each site one address after another, and all of them within a time."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

from deckgen.links.probe import TIMEOUT, ask
from deckgen.links.reach import MayAsk, is_public
from deckgen.model.links import Answer

SITES_AT_A_TIME = 8
LIMIT = 90.0
"""Seconds for all addresses together; what was not asked by then is told so."""

_Heard = SimpleQueue[tuple[str, Answer]]


def ask_all(
    urls: Iterable[str],
    heard: Callable[[int, int], None] = lambda done, total: None,
    *,
    pause: float,
    timeout: float = TIMEOUT,
    limit: float = LIMIT,
    may_ask: MayAsk = is_public,
) -> dict[str, Answer]:
    """What each address says, in the order given; `heard` is told how many have answered, and of how many.

    `pause` is the time in seconds between two addresses of one site, `timeout` that for one address, `limit` that for
    all of them.
    """
    wanted = list(dict.fromkeys(urls))
    end = time.monotonic() + limit
    answers: dict[str, Answer] = {}
    came = _begin(_by_site(wanted), lambda url: ask(url, timeout, may_ask), pause)
    while len(answers) < len(wanted):
        try:
            url, answer = came.get(timeout=max(0.0, end - time.monotonic()))
        except Empty:
            break
        answers[url] = answer
        heard(len(answers), len(wanted))
    return {url: answers.get(url) or Answer("unasked", url, "@no-time") for url in wanted}


def _by_site(urls: Iterable[str]) -> Mapping[str, Sequence[str]]:
    by_site: dict[str, list[str]] = {}
    for url in urls:
        by_site.setdefault(site_of(url), []).append(url)
    return by_site


def _begin(sites: Mapping[str, Sequence[str]], question: Callable[[str], Answer], pause: float) -> _Heard:
    """Put the question to all sites; the answers come into the queue."""
    waiting: SimpleQueue[Sequence[str]] = SimpleQueue()
    came: _Heard = SimpleQueue()
    for urls in sites.values():
        waiting.put(urls)

    def work() -> None:
        while True:
            try:
                urls = waiting.get_nowait()
            except Empty:
                return
            for number, url in enumerate(urls):
                if number:
                    time.sleep(pause)
                came.put((url, question(url)))

    for _ in range(min(SITES_AT_A_TIME, len(sites))):
        Thread(target=work, name="links", daemon=True).start()  # whoever leaves need not wait for any of them
    return came


def site_of(url: str) -> str:
    """The site of an address; of what is none, the whole of it."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url
