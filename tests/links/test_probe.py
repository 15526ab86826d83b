"""One address: what it answers, and what is made of that."""

import time
from ipaddress import ip_address

import pytest

from deckgen.links import probe
from deckgen.links.probe import TIMEOUT, sendable
from deckgen.links.reach import is_public
from deckgen.model.links import Answer
from tests.links.site import Site, anywhere, closed_port


def ask(url: str, timeout: float = TIMEOUT) -> Answer:
    """What an address says, that of this machine as well."""
    return probe.ask(url, timeout, anywhere)


def test_a_page_that_is_there_answers_to_a_head(site: Site) -> None:
    assert ask(site.url("/fine")) == Answer("fine", site.url("/fine"))
    assert (site.asked["HEAD /fine"], site.asked["GET /fine"]) == (1, 0)


@pytest.mark.parametrize("path", ["/get-only", "/hangs-up-on-head"])
def test_a_site_that_serves_no_heads_is_asked_for_the_page(site: Site, path: str) -> None:
    assert ask(site.url(path)).outcome == "fine"
    assert (site.asked[f"HEAD {path}"], site.asked[f"GET {path}"]) == (1, 1)


@pytest.mark.parametrize("code", [404, 410])
def test_a_page_that_is_not_there_is_dead(site: Site, code: int) -> None:
    assert ask(site.url(f"/status/{code}")) == Answer("dead", site.url(f"/status/{code}"), "@page-missing", code)


@pytest.mark.parametrize("code", [500, 503])
def test_a_site_with_a_fault_is_dead(site: Site, code: int) -> None:
    assert ask(site.url(f"/status/{code}")) == Answer("dead", site.url(f"/status/{code}"), f"HTTP {code}", code)


@pytest.mark.parametrize("code", [401, 403, 429])
def test_a_site_that_serves_no_programs_is_not_dead(site: Site, code: int) -> None:
    assert ask(site.url(f"/status/{code}")) == Answer("refused", site.url(f"/status/{code}"), f"HTTP {code}", code)


@pytest.mark.parametrize(
    ("code", "outcome"), [(301, "moved"), (308, "moved"), (302, "forwarded"), (303, "forwarded"), (307, "forwarded")]
)
def test_redirections_for_good_and_for_now_are_told_apart(site: Site, code: int, outcome: str) -> None:
    assert ask(site.url(f"/to/{code}/new")) == Answer(outcome, site.url("/new"))  # type: ignore[arg-type]


def test_the_address_in_the_end_is_told_by_the_first_redirection(site: Site) -> None:
    assert ask(site.url("/to/301/to/302/last")) == Answer("moved", site.url("/last"))


def test_a_head_stays_a_head_on_the_way(site: Site) -> None:
    ask(site.url("/to/302/on-the-way"))
    assert (site.asked["HEAD /on-the-way"], site.asked["GET /on-the-way"]) == (1, 0)


def test_a_redirection_to_nothing_is_dead(site: Site) -> None:
    assert ask(site.url("/to/301/status/404")) == Answer("dead", site.url("/status/404"), "@page-missing", 404)


def test_a_redirection_that_never_ends_is_dead(site: Site) -> None:
    answer = ask(site.url("/loop"))
    assert (answer.outcome, answer.reason) == ("dead", "@endless")


def test_a_redirection_to_a_file_is_not_followed(site: Site) -> None:
    assert ask(site.url("/to-a-file")).outcome == "dead"


def test_nobody_waits_longer_than_the_time_out(site: Site) -> None:
    assert ask(site.url("/slow"), timeout=0.2) == Answer("dead", site.url("/slow"), "@timeout")
    assert site.asked["GET /slow"] == 0


def test_nor_however_slowly_a_site_answers(site: Site) -> None:
    begun = time.monotonic()
    assert ask(site.url("/drips"), timeout=0.5) == Answer("dead", site.url("/drips"), "@timeout")
    assert time.monotonic() - begun < 2


def test_what_stands_beside_a_redirection_is_not_read(site: Site) -> None:
    begun = time.monotonic()
    assert ask(site.url("/to-much")) == Answer("forwarded", site.url("/fine"))
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "10.0.0.1",
     "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "[fe80::1]", "[fc00::1]", "[ff02::1]",
     "[64:ff9b::7f00:1]", "[2002:7f00:1::]"],
)  # fmt: skip
def test_what_lies_in_no_public_network_is_not_asked(host: str, site: Site) -> None:
    url = f"http://{host}:{site.server_address[1]}/inside"
    assert probe.ask(url) == Answer("unasked", url, "@inside")
    assert site.asked["HEAD /inside"] == site.asked["GET /inside"] == 0


def test_nor_where_a_redirection_leads_there(site: Site) -> None:
    outside = ip_address("127.0.0.1")
    for target in ("127.0.0.2", "[::1]", "169.254.169.254"):
        found = f"{target}:{site.server_address[1]}/behind"
        answer = probe.ask(site.url(f"/out-to/{found}"), may_ask=lambda address: address == outside)
        assert answer == Answer("unasked", f"http://{found}", "@inside"), target
    assert site.asked["HEAD /behind"] == site.asked["GET /behind"] == 0


def test_the_address_that_was_judged_is_the_one_that_is_asked(site: Site) -> None:
    """A name that has another address at each look-up is looked up once, when it is judged."""
    judged = []

    def judge(address: object) -> bool:
        judged.append(address)
        return True

    answer = probe.ask(site.url("/judged").replace("127.0.0.1", "localhost"), may_ask=judge)
    assert answer.outcome == "fine"
    assert str(judged[-1]) == "127.0.0.1"
    assert len(judged) == len(set(judged))


def test_behind_a_proxy_of_the_house_only_what_is_outside_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url("/"))
    monkeypatch.delenv("no_proxy")
    assert probe.ask("http://www.mihon.example/page").outcome == "fine"
    assert site.asked["HEAD http://www.mihon.example/page"] == 1
    assert probe.ask("http://192.168.0.1/page").outcome == "unasked"
    assert site.asked["HEAD http://192.168.0.1/page"] == 0


@pytest.mark.parametrize("address", ["8.8.8.8", "203.104.0.1", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_what_lies_in_the_public_network_may_be_asked(address: str) -> None:
    assert is_public(ip_address(address))


def test_a_site_that_hangs_up_is_dead(site: Site) -> None:
    assert ask(site.url("/hangs-up")) == Answer("dead", site.url("/hangs-up"), "@hung-up")


def test_a_connection_that_is_refused_is_dead() -> None:
    url = f"http://127.0.0.1:{closed_port()}/"
    assert ask(url) == Answer("dead", url, "@ECONNREFUSED")


def test_a_site_that_does_not_exist_is_dead() -> None:
    assert ask("http://deckgen.invalid/") == Answer("dead", "http://deckgen.invalid/", "@host-unknown")


def test_a_site_without_encryption_where_it_is_expected_is_dead(site: Site) -> None:
    answer = ask(site.url("/").replace("http:", "https:"))
    assert (answer.outcome, answer.reason) == ("dead", "@no-encryption")


def test_a_certificate_that_nobody_vouches_for_is_dead(secure_site: Site) -> None:
    answer = ask(secure_site.url("/").replace("http:", "https:"))
    assert (answer.outcome, answer.reason) == ("dead", "@certificate")


@pytest.mark.parametrize(
    "url", ["ftp://a.jp/", "file:///etc/passwd", "https://", "https://a.jp:port/", "https://[1/", "https://a b.jp/"]
)
def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    assert ask(url) == Answer("dead", url, "@no-address")


def test_programs_say_who_they_are(site: Site) -> None:
    ask(site.url("/who"))
    assert all(agent.startswith("deckgen/") for agent in site.agents)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://みほん.jp/資料?題=個人情報#節", "https://xn--79jh5d.jp/%E8%B3%87%E6%96%99?%E9%A1%8C=%E5%80%8B%E4%BA%BA%E6%83%85%E5%A0%B1"),
        ("https://www.mihon.jp/a%20b?c=d&e=%E3%81%82", "https://www.mihon.jp/a%20b?c=d&e=%E3%81%82"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("HTTPS://WWW.mihon.jp", "https://www.mihon.jp"),
    ],
)  # fmt: skip
def test_an_address_goes_over_the_wire_in_ascii(url: str, sent: str) -> None:
    assert sendable(url) == sent
