"""Behind a proxy: who is logged in there, may ask; links let staff roles in, each to its own questions."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.studio.guard import Visitor
from deckgen.studio.serving import Proxy, door_behind
from tests.studio.client import ROOT, Client, studio_in

ADDRESS = "https://training.example.jp"
PROXY = Proxy("X-Forwarded-User", ADDRESS)
LOGGED_IN = {"host": "training.example.jp", "x-forwarded-user": "sato", "origin": ADDRESS}


@pytest.fixture
def colleague(small: Path) -> Client:
    """Somebody whom the proxy knows, and who has the first address."""
    client = studio_in(small, door=door_behind(PROXY))
    client.always = LOGGED_IN
    return client.enter()


def test_whoever_is_logged_in_and_has_the_address_may_ask(colleague: Client) -> None:
    assert colleague.get("/").status == 200
    assert colleague.post("/companies", {"name": "acme", "course": "passwords"}, part=False).status == 303


@pytest.mark.parametrize("missing", ["x-forwarded-user", "host"])
def test_what_did_not_come_through_the_proxy_is_refused(colleague: Client, missing: str) -> None:
    colleague.always = {name: value for name, value in LOGGED_IN.items() if name != missing}
    assert colleague.get("/").status in (403, 421)


def test_a_user_s_name_that_comes_twice_is_refused(colleague: Client) -> None:
    assert colleague.ask("GET", "/", twice=[("x-forwarded-user", "tanaka")]).status == 400


def test_being_logged_in_lets_nobody_in_without_the_address(small: Path) -> None:
    client = studio_in(small, door=door_behind(PROXY))
    client.always = LOGGED_IN
    assert client.get("/").status == 403


def test_the_cookie_is_for_safe_connections_alone(colleague: Client) -> None:
    _, _, query = colleague.door.link("/").partition("?")
    assert colleague.ask("GET", "/", query=query).headers["set-cookie"].endswith("; Secure")


def test_a_change_has_to_come_from_the_address_that_people_use(colleague: Client) -> None:
    colleague.always = LOGGED_IN | {"origin": "http://127.0.0.1:8642"}
    assert colleague.post("/companies", {"name": "acme"}, part=False).status == 403


# A link for a staff role --------------------------------------------------------------------------------------------


def test_the_link_of_a_role_is_shown_to_whoever_sees_all(colleague: Client) -> None:
    page = colleague.get("/c/mihon", by="owner", group="情報システム")
    found = re.search(r'id="role-link" readonly value="([^"]+)"', page.text)
    assert found
    assert found[1].startswith(f"{ADDRESS}/c/mihon?company=mihon&amp;role=")
    assert not page.has("このコンピューターの中でだけ")


def test_a_link_of_this_machine_says_so(small: Path) -> None:
    assert studio_in(small).enter().get("/c/mihon").has("このコンピューターの中でだけ")


def test_a_role_sees_its_questions_of_its_company_and_no_link(small: Path) -> None:
    companies = small / "source" / "companies"
    (companies / "other.yaml").write_text((companies / "mihon.yaml").read_text("utf-8"), "utf-8")
    client = studio_in(small).enter("情報システム", "mihon")
    page = client.get("/c/mihon")
    assert page.has('data-slot="desk.help"')
    assert not page.has('data-slot="company.name"')
    assert not page.has("role-link")
    assert client.get("/c/other").status == 403
    assert client.get("/c/mihon/q/company.name").status == 403
    assert client.post("/c/other/q/desk.help", {}).status == 403


def test_a_link_of_one_role_opens_no_other(small: Path) -> None:
    client = studio_in(small)
    address = client.door.link("/c/mihon", Visitor("mihon", "情報システム"))
    _, _, query = address.partition("?")
    for changed in (query.replace("mihon", "other"), re.sub("role=[^&]*&", "", query), query[:-1] + "0"):
        if changed != query:
            assert client.ask("GET", "/c/mihon", query=changed).status == 403


# The command --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "0.0.0.0"], "--behind-proxy HEADER と --origin"),
        (["--host", "192.168.1.5", "--behind-proxy", "X-Forwarded-User"], "--behind-proxy HEADER と --origin"),
        (["--origin", ADDRESS], "--behind-proxy HEADER と --origin"),
        (["--behind-proxy", "Cookie", "--origin", ADDRESS], "「Cookie」"),
        (["--behind-proxy", "X User", "--origin", ADDRESS], "「X User」"),
        (["--behind-proxy", "X-User", "--origin", "http://training.example.jp"], "https:// で始まる"),
        (["--behind-proxy", "X-User", "--origin", "https://training.example.jp/studio"], "https:// で始まる"),
        (["--behind-proxy", "X-User", "--origin", "https://a@training.example.jp"], "https:// で始まる"),
        (["--behind-proxy", "X-User", "--origin", "https://training.example.jp:x"], "https:// で始まる"),
    ],
)
def test_other_computers_are_let_in_through_a_proxy_alone(small: Path, arguments: list[str], told: str) -> None:
    command = [sys.executable, "-m", "deckgen", "studio", "--no-browser", "--lang", "ja", *arguments]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert ended.returncode == 2
    assert told in ended.stderr
