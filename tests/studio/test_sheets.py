"""Workbooks of questions go out by the page Make, and what comes back is seen before it is written."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.pipeline.sheets import fill
from tests.studio.client import Answer, Client, studio_in

SHEETS = "/c/mihon/make/sheets"
ANSWERS = "/c/mihon/make/answers"


@pytest.fixture
def profile(small: Path) -> Path:
    return small / "source" / "companies" / "mihon.yaml"


@pytest.fixture
def sheet(visitor: Client, tmp_path: Path) -> Path:
    """The questions for whoever runs the systems, on somebody's disk."""
    answer = visitor.get(SHEETS, owner="情報システム", until="2027-01-31")
    path = tmp_path / "mihon_情報システム.xlsx"
    path.write_bytes(answer.body)
    return path


def sent_back(visitor: Client, path: Path) -> Answer:
    return visitor.upload(ANSWERS, {}, "answers", (path.name, path.read_bytes()))


def applied(visitor: Client, shown: Answer) -> Answer:
    """What the button below the table does."""
    fields = re.findall(r'<input type="hidden" name="(name|content)" value="([^"]*)">', shown.text)
    assert fields
    return visitor.post_all(ANSWERS, [*fields, ("apply", "1")])


def test_all_roles_come_in_one_file_and_a_role_as_its_workbook(visitor: Client, sheet: Path) -> None:
    whole = visitor.get(SHEETS)
    with zipfile.ZipFile(io.BytesIO(whole.body)) as kept:
        names = kept.namelist()
        assert kept.read(sheet.name).startswith(b"PK")
    assert len(names) > 1
    assert whole.headers["content-disposition"].endswith("mihon_questions.zip")


def test_no_workbook_stays_on_the_disk(visitor: Client, sheet: Path, small: Path) -> None:
    assert not list(small.rglob("*.xlsx"))


def test_a_role_that_is_none_is_told(visitor: Client) -> None:
    page = visitor.get(SHEETS, owner="社長室")
    assert page.status == 200
    assert page.has('class="told error".*社長室')


def test_where_nothing_is_stale_there_is_nothing_to_ask(visitor: Client) -> None:
    page = visitor.get(SHEETS, owner="情報システム", stale="1")
    assert page.has("聞くことはありません")


def test_an_answer_is_shown_first_and_written_when_that_is_wanted(visitor: Client, sheet: Path, profile: Path) -> None:
    before = profile.read_text("utf-8")
    fill(sheet, {"desk.help.phone": "03-0000-0002"})
    shown = sent_back(visitor, sheet)
    assert shown.has("03-0000-0001.*03-0000-0002.*取り込む")
    assert profile.read_text("utf-8") == before
    written = applied(visitor, shown)
    assert written.has("書き込みました")
    after = profile.read_text("utf-8")
    assert "phone: 03-0000-0002" in after
    assert len(set(after.splitlines()) - set(before.splitlines())) <= 2  # the number, and the day of review


def test_what_both_changed_is_a_conflict_and_stays(visitor: Client, sheet: Path, profile: Path) -> None:
    fill(sheet, {"desk.help.phone": "03-0000-0002"})
    profile.write_text(profile.read_text("utf-8").replace("03-0000-0001", "03-0000-0003"), "utf-8")
    shown = sent_back(visitor, sheet)
    assert shown.has('class="conflict".*03-0000-0003.*03-0000-0002.*食い違い')
    assert not shown.has('name="apply"')
    assert "03-0000-0003" in profile.read_text("utf-8")


def test_what_cannot_be_read_is_refused_at_its_cell(visitor: Client, sheet: Path, profile: Path) -> None:
    before = profile.read_bytes()
    fill(sheet, {"desk.help.phone": "<script>alert(1)</script>"})
    shown = sent_back(visitor, sheet)
    assert shown.has("受け取れない")
    assert shown.has(r"mihon_情報システム\.xlsx")
    assert "<script>alert" not in shown.text
    assert profile.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["../../evil.xlsx", "/etc/cron.d/evil", "..\\evil.xlsx", "con.xlsx", "x" * 400, "a.yaml"]
)
def test_the_name_of_what_comes_leads_nowhere(visitor: Client, small: Path, sheet: Path, name: str) -> None:
    before = sorted(small.rglob("*"))
    shown = visitor.upload(ANSWERS, {}, "answers", (name, b"no workbook"))
    assert shown.status == 200
    assert shown.has('class="told error"')
    assert sorted(small.rglob("*")) == before


def test_what_a_page_never_kept_is_refused(visitor: Client, profile: Path) -> None:
    before = profile.read_bytes()
    for fields in ([("name", "a.xlsx"), ("content", "%%%")], [("name", "a.xlsx")], [("name", "a")] * 30):
        assert visitor.post_all(ANSWERS, [*fields, ("apply", "1")]).status == 400
    assert profile.read_bytes() == before


def test_sheets_are_not_a_staff_role_s(small: Path) -> None:
    client = studio_in(small).enter("情報システム", "mihon")
    assert client.get(SHEETS).status == 403
    assert client.post(ANSWERS, {"apply": "1"}).status == 403
