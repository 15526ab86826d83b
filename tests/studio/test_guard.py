"""Nobody but whoever was let in gets an answer, and nothing is written for a form that is not ours."""

from pathlib import Path
from urllib.parse import quote

import pytest

from deckgen.studio.guard import BODY_LIMIT, Keys
from tests.studio.client import HOST, ORIGIN, Client, studio_in, workspace_in

PROFILE = Path("source/companies/midori-seiki.yaml")
SAVE = "/c/midori-seiki/q/company.name"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace_in(tmp_path_factory.mktemp("guarded"))


@pytest.fixture
def stranger(workspace: Path) -> Client:
    return studio_in(workspace)


@pytest.fixture
def inside(workspace: Path) -> Client:
    return studio_in(workspace).enter()


def test_the_first_address_lets_in_and_its_token_leaves_the_address(stranger: Client) -> None:
    answer = stranger.ask("GET", "/c/midori-seiki", query=f"token={stranger.door.keys.token()}")
    assert (answer.status, answer.headers["location"]) == (303, "/c/midori-seiki")
    assert answer.headers["set-cookie"].endswith("; Path=/; HttpOnly; SameSite=Lax")


@pytest.mark.parametrize("path", ["/", "/c/midori-seiki", "/static/studio.css", "/c/midori-seiki/slides"])
def test_without_the_cookie_there_is_nothing_to_see(stranger: Client, path: str) -> None:
    answer = stranger.get(path)
    assert (answer.status, answer.body) == (403, b"")


@pytest.mark.parametrize("token", ["x", "", "0" * 64, Keys("another secret").token()])
def test_a_wrong_token_lets_nobody_in(stranger: Client, token: str) -> None:
    assert stranger.get("/", token=token).status == 403


@pytest.mark.parametrize("cookie", ["", "x", "zz.00", ".", Keys("another secret").session(), "00" * 40])
def test_a_cookie_of_another_making_is_none(stranger: Client, cookie: str) -> None:
    stranger.cookie = cookie
    assert stranger.get("/").status == 403


def test_a_role_cannot_be_changed_in_its_cookie(stranger: Client) -> None:
    stranger.enter("総務")
    encoded, _, signature = stranger.cookie.partition(".")
    stranger.cookie = f"{'/人事'.encode().hex()}.{signature}"
    assert stranger.get("/c/midori-seiki").status == 403
    assert encoded == "/総務".encode().hex()


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8642", "127.0.0.1", "127.0.0.1:80", "", "127.0.0.1:8642.evil.example", "[::1]:8642"],
)
def test_another_host_name_is_misdirected(inside: Client, host: str) -> None:
    assert inside.ask("GET", "/", headers={"host": host}).status == 421


def test_two_host_names_are_none(inside: Client) -> None:
    assert inside.ask("GET", "/", twice=[("host", "evil.example")]).status == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": f"{ORIGIN}.evil.example"},
        {"origin": "https://127.0.0.1:8642"},
        {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
        {"origin": ORIGIN, "sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_page_writes_nothing(inside: Client, workspace: Path, headers: dict[str, str]) -> None:
    before = (workspace / PROFILE).read_bytes()
    assert inside.post(SAVE, {"company.name": "別の会社"}, headers).status == 403
    assert (workspace / PROFILE).read_bytes() == before


@pytest.mark.parametrize("token", ["", "x", "0" * 64])
def test_a_form_without_its_own_token_writes_nothing(inside: Client, workspace: Path, token: str) -> None:
    before = (workspace / PROFILE).read_bytes()
    assert inside.post(SAVE, {"company.name": "別の会社", "csrf": token}).status == 403
    assert (workspace / PROFILE).read_bytes() == before


def test_the_token_of_another_session_is_not_ours(inside: Client, workspace: Path) -> None:
    other = studio_in(workspace).enter("総務")
    assert inside.post(SAVE, {"company.name": "別の会社", "csrf": other.csrf}).status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "GETT"])
def test_other_methods_are_not_spoken(inside: Client, method: str) -> None:
    assert inside.ask(method, "/").status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/c/../../etc/passwd",
        "/c/..%2f..%2fetc%2fpasswd",
        "/c/" + quote("../midori-seiki", safe=""),
        "/c/midori-seiki.yaml",
        "/c/midori-seiki%00",
        "/c/hinata-design",
        "/static/../guard.py",
        "/static/..%2fguard.py",
        "/static/%2e%2e/guard.py",
        "/static//etc/passwd",
        "/c/midori-seiki/q/..",
        "/c/midori-seiki/q/company",
        "/c/midori-seiki/font/9-400",
        "/c/midori-seiki/font/0-900",
        "/c/midori-seiki/slides/0",
        "/c/midori-seiki/slides/999",
    ],
)
def test_an_address_leads_to_what_the_studio_has_or_nowhere(inside: Client, path: str) -> None:
    answer = inside.get(path)
    assert answer.status in (404, 405)
    assert b"root:" not in answer.body
    assert b"import " not in answer.body


def test_what_says_that_it_is_too_large_is_not_read(inside: Client) -> None:
    assert inside.post(SAVE, {}, {"content-length": str(BODY_LIMIT + 1)}).status == 413


@pytest.mark.parametrize("length", ["-1", "x", "1e9", "１０", ""])
def test_a_length_is_a_number(inside: Client, length: str) -> None:
    assert inside.post(SAVE, {}, {"content-length": length}).status == 400


def test_a_page_lets_in_nothing_from_outside(inside: Client) -> None:
    headers = inside.get("/").headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert {headers[name] for name in ("x-content-type-options", "referrer-policy", "cache-control")} == {
        "nosniff", "same-origin", "no-store"
    }  # fmt: skip


def test_no_page_has_a_script_of_its_own(inside: Client) -> None:
    for path in ("/", "/c/midori-seiki", "/c/midori-seiki/slides", "/c/midori-seiki/slides/2"):
        page = inside.get(path)
        assert page.status == 200
        assert not page.has(r"<script(?![^>]* src=)")
        assert not page.has(r"\son[a-z]+=")
        assert not page.has(r"<style")


def test_a_visitor_of_a_role_sees_that_role_alone(workspace: Path) -> None:
    guest = studio_in(workspace).enter("総務")
    page = guest.get("/c/midori-seiki")
    assert page.status == 200
    assert page.has("会社名")
    assert not page.has("情報システム")
    assert guest.get("/").status == 403
    assert guest.get("/c/midori-seiki/slides").status == 403
    assert guest.get("/c/midori-seiki/q/rules.wifi").status == 403
    before = (workspace / PROFILE).read_bytes()
    assert guest.post("/c/midori-seiki/q/rules.wifi", {"rules.wifi[0]": "だれでも"}).status == 403
    assert (workspace / PROFILE).read_bytes() == before


def test_behind_a_proxy_nobody_passes_whom_it_does_not_name(workspace: Path) -> None:
    client = studio_in(workspace)
    object.__setattr__(client.door, "user_header", "x-remote-user")
    client.cookie = client.door.keys.session()
    assert client.get("/").status == 403
    assert client.ask("GET", "/", headers={"x-remote-user": "soumu"}).status == 200
    assert HOST in client.door.hosts
