"""The first page: companies with their states, new ones, and those of the next year."""

import re
import shutil
from pathlib import Path

import pytest

from tests.studio.client import Client, studio_in
from tests.studio.test_make import built


def companies(small: Path) -> Path:
    return small / "source" / "companies"


def test_states_come_as_they_are_found(visitor: Client) -> None:
    page = visitor.get("/")
    assert page.has('<a href="/c/mihon">株式会社みほん商事</a>')
    assert page.has('hx-get="/c/mihon/row" hx-trigger="revealed"')
    assert page.has('<noscript><p><a href="/\\?all=1">')
    row = visitor.get("/c/mihon/row")
    assert row.has('class="mark">見本<')
    assert row.has(r"(\d+)／\1")
    known = visitor.get("/")
    assert not known.has("revealed")
    assert known.has('class="mark">見本<')


def test_without_a_script_all_states_are_asked_for_at_once(visitor: Client) -> None:
    page = visitor.get("/", all="1")
    assert not page.has("revealed")
    assert not page.has("<noscript>")


def test_a_state_is_found_out_again_when_the_file_changes(visitor: Client, small: Path) -> None:
    whole = r"(\d+)／\1"
    assert visitor.get("/", all="1").has(whole)
    profile = companies(small) / "mihon.yaml"
    profile.write_text(profile.read_text("utf-8").replace("ヘルプデスク", "要記入"), "utf-8")
    assert visitor.get("/").has("revealed")
    row = visitor.get("/c/mihon/row")
    assert not row.has(whole)
    assert not row.has("エラー")  # what is only empty is counted, and no error


def test_a_profile_that_cannot_be_read_leaves_the_others_where_they_are(visitor: Client, small: Path) -> None:
    (companies(small) / "lost.yaml").symlink_to(small / "nowhere.yaml")
    (companies(small) / "torn.yaml").write_text("course: [", "utf-8")
    page = visitor.get("/", all="1")
    assert page.status == 200
    assert page.text.count("ファイルを読めません") == 2
    assert page.has("株式会社みほん商事")


def test_fifty_companies_are_listed_without_looking_into_them(visitor: Client, small: Path) -> None:
    for number in range(50):
        shutil.copy(companies(small) / "mihon.yaml", companies(small) / f"company-{number}.yaml")
    assert visitor.get("/").text.count('hx-trigger="revealed"') == 51


def test_the_last_build_is_named_with_its_day(visitor: Client, small: Path) -> None:
    built(visitor, "deck")
    assert visitor.get("/").has(r'<a href="/c/mihon/make">2026-1.0</a> <span class="count">\d{4}-\d\d-\d\d<')


# A new company -------------------------------------------------------------------------------------------------------


def test_a_new_company_is_a_profile_to_fill_in(visitor: Client, small: Path) -> None:
    made = visitor.post("/companies", {"name": " acme.yaml ", "course": "passwords", "certified": "on"}, part=False)
    assert (made.status, made.headers["location"]) == (303, "/c/acme")
    text = (companies(small) / "acme.yaml").read_text("utf-8")
    assert "course: passwords" in text
    assert "certified: true" in text
    assert visitor.get("/c/acme").status == 200


@pytest.mark.parametrize(
    "name", ["", "../acme", "a/b", "a\\b", ".hidden", "con", "..", "x" * 300, "a\x00b", "~", "mihon", "mihon.yaml"]
)
def test_a_name_that_will_not_do_is_told_at_its_field_and_nothing_is_written(
    visitor: Client, small: Path, name: str
) -> None:
    before = sorted(small.rglob("*.yaml"))
    answer = visitor.post("/companies", {"name": name, "course": "passwords"}, part=False)
    if name == "~":  # odd, and still the name of a file and no more
        assert (companies(small) / "~.yaml").is_file()
        return
    assert answer.status == 422
    assert answer.has('role="alert".*id="s-name".*aria-invalid="true"')
    assert sorted(small.rglob("*.yaml")) == before


def test_nobody_is_given_a_course_that_he_did_not_choose(visitor: Client, small: Path) -> None:
    alone = visitor.get("/")
    assert alone.has('<select id="s-course" name="course" required>\\s*<option>passwords<')
    shutil.copytree(small / "source" / "courses" / "passwords", small / "source" / "courses" / "again")
    several = visitor.get("/")
    assert several.has('<option value="">選んでください</option>\\s*<option>again<')
    assert not several.has("<option[^>]* selected")
    answer = visitor.post("/companies", {"name": "acme", "course": ""}, part=False)
    assert answer.status == 422
    assert answer.has('role="alert".*コースが複数あり、どれにするかの指定がありません.*研修コースを選んでください')
    assert answer.has('id="s-course"[^>]* aria-invalid="true"')
    assert answer.has('id="s-name"[^>]* value="acme"')
    assert not (companies(small) / "acme.yaml").exists()


def test_a_course_that_is_not_there_is_told(visitor: Client, small: Path) -> None:
    answer = visitor.post("/companies", {"name": "acme", "course": "../../etc"}, part=False)
    assert answer.status == 422
    assert answer.has('id="s-course"[^>]* aria-invalid="true"')
    assert not (companies(small) / "acme.yaml").exists()


# The next year -------------------------------------------------------------------------------------------------------


def test_the_next_year_is_a_profile_beside_the_old_one(visitor: Client, small: Path) -> None:
    before = (companies(small) / "mihon.yaml").read_bytes()
    row = visitor.get("/c/mihon/row")
    year = re.search(r'name="year"[^>]* value="(\d{4})"', row.text)
    assert year
    assert year[1] == "2027"
    page = visitor.post("/c/mihon/renew", {"year": "2027"}, part=False)
    assert page.status == 200
    assert page.has("年度.*<td>2026</td><td>2027</td>")
    assert page.has('href="/c/mihon-2027"')
    assert (companies(small) / "mihon.yaml").read_bytes() == before
    assert "fiscal_year: 2027" in (companies(small) / "mihon-2027.yaml").read_text("utf-8")
    assert visitor.get("/c/mihon-2027/make").has("プロファイル：mihon.yaml")


@pytest.mark.parametrize("year", ["2027", "20x7", "", "../2027", "２０２７", "99999"])
def test_a_year_that_cannot_be_made_changes_nothing(visitor: Client, small: Path, year: str) -> None:
    if year == "2027":
        visitor.post("/c/mihon/renew", {"year": year}, part=False)
    before = {path: path.read_bytes() for path in companies(small).iterdir()}
    assert visitor.post("/c/mihon/renew", {"year": year}, part=False).status == 422
    assert {path: path.read_bytes() for path in companies(small).iterdir()} == before


def test_the_first_page_is_not_a_staff_role_s(small: Path) -> None:
    client = studio_in(small).enter("情報システム", "mihon")
    assert client.get("/").status == 403
