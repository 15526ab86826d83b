"""Many addresses: several sites at a time, each site one address after another."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import urlsplit

from deckgen.links.probe import TIMEOUT, ask
from deckgen.model.links import Answer

SITES_AT_A_TIME = 8


def ask_all(
    urls: Iterable[str],
    heard: Callable[[int, int], None] = lambda done, total: None,
    *,
    pause: float,
    timeout: float = TIMEOUT,
) -> dict[str, Answer]:
    """What each address says, in the order given; `heard` is told how many have answered, and of how many.

    `pause` is the time in seconds between two addresses of one site.
    """
    wanted = list(dict.fromkeys(urls))
    by_site: dict[str, list[str]] = {}
    for url in wanted:
        by_site.setdefault(_site(url), []).append(url)
    answers: dict[str, Answer] = {}
    pool = ThreadPoolExecutor(SITES_AT_A_TIME, thread_name_prefix="links")
    try:
        asked = [pool.submit(_ask_site, site, timeout, pause) for site in by_site.values()]
        for done in as_completed(asked):
            answers |= done.result()
            heard(len(answers), len(wanted))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # whoever interrupts need not wait for those not yet begun
    return {url: answers[url] for url in wanted}


def _site(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


def _ask_site(urls: Iterable[str], timeout: float, pause: float) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for number, url in enumerate(urls):
        if number:
            time.sleep(pause)
        answers[url] = ask(url, timeout)
    return answers
