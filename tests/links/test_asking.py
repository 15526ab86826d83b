"""Many addresses: in parallel over sites, in turn at each, and each once."""

import time
from functools import partial
from itertools import pairwise

from deckgen import links
from tests.links.site import Site, anywhere, running

ask_all = partial(links.ask_all, may_ask=anywhere)


def test_every_address_is_asked_once_and_told_in_order(site: Site) -> None:
    urls = [site.url(path) for path in ("/b", "/a", "/status/404", "/b")]
    answers = ask_all(urls, pause=0)
    assert list(answers) == [site.url("/b"), site.url("/a"), site.url("/status/404")]
    assert [answer.outcome for answer in answers.values()] == ["fine", "fine", "dead"]
    assert site.asked["HEAD /b"] == 1


def test_one_site_gets_a_pause_between_two_addresses(site: Site) -> None:
    site.times.clear()
    ask_all([site.url(f"/pause/{number}") for number in range(3)], pause=0.15)
    assert len(site.times) == 3
    assert all(after - before >= 0.15 for before, after in pairwise(site.times))


def test_sites_do_not_wait_for_one_another(site: Site) -> None:
    with running() as other:
        answers = ask_all([site.url("/together"), other.url("/together")], pause=0)
    assert [answer.outcome for answer in answers.values()] == ["fine", "fine"]


def test_whoever_waits_is_told_how_far_it_has_come(site: Site) -> None:
    heard: list[tuple[int, int]] = []
    ask_all([site.url("/one"), "https://"], lambda done, total: heard.append((done, total)), pause=0)
    assert heard == [(1, 2), (2, 2)]


def test_no_address_no_question() -> None:
    assert ask_all([], pause=0) == {}


def test_all_of_them_together_take_no_longer_than_there_is_time(site: Site) -> None:
    urls = [site.url("/quick"), *(site.url(f"/slow?{number}") for number in range(9))]
    begun = time.monotonic()
    answers = ask_all(urls, pause=0, limit=0.5)
    assert time.monotonic() - begun < 2
    assert answers[urls[0]].outcome == "fine"
    assert [(answers[url].outcome, answers[url].reason) for url in urls[1:]] == [("unasked", "@no-time")] * 9


def test_what_is_no_address_stops_no_other(site: Site) -> None:
    answers = ask_all(["http://[/", "https://[x", site.url("/beside")], pause=0)
    assert [answer.outcome for answer in answers.values()] == ["dead", "dead", "fine"]
