"""Answers are saved as soon as they are given: each changes its own value in the file, and nothing else."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image as Pictures

from tests.studio.client import Client, studio_in, workspace_in

COMPANIES = ("midori-seiki", "hinata-design")


class Forms(HTMLParser):
    """The fields of each question's form, as a browser would send them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.slot, self.area = "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "section" and "data-slot" in given:
            self.slot = given["data-slot"]
            self.forms[self.slot] = {}
        fields = self.forms.get(self.slot)
        if fields is None or not (name := given.get("name")):
            return
        if tag == "input" and (given.get("type") not in ("radio", "file") or "checked" in given):
            fields[name] = given.get("value", "")
        elif tag == "textarea":
            self.area, fields[name] = name, ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.forms[self.slot][self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        elif tag == "section":
            self.slot = ""


def forms_of(client: Client, company: str) -> dict[str, dict[str, str]]:
    """The forms of all questions that are asked of a company."""
    first = client.get(f"/c/{company}", by="owner")
    groups = re.findall(r'href="/c/[^?"]+\?by=owner&amp;group=([^"&]+)"', first.text)
    found: dict[str, dict[str, str]] = {}
    for group in groups:
        found |= Forms(client.ask("GET", f"/c/{company}", query=f"by=owner&group={group}").text).forms
    return found


def profile_of(folder: Path, company: str = "midori-seiki") -> Path:
    return folder / "source" / "companies" / f"{company}.yaml"


def changed_lines(before: str, after: str) -> tuple[set[str], set[str]]:
    old, new = before.splitlines(), after.splitlines()
    return set(old) - set(new), set(new) - set(old)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workspace_in(tmp_path, *COMPANIES)


@pytest.fixture
def client(folder: Path) -> Client:
    return studio_in(folder).enter()


@pytest.mark.parametrize("company", COMPANIES)
def test_a_form_that_is_sent_as_it_came_changes_nothing(client: Client, folder: Path, company: str) -> None:
    path = profile_of(folder, company)
    before = path.read_bytes()
    forms = forms_of(client, company)
    assert len(forms) == 43 if company == "midori-seiki" else forms
    for slot, form in forms.items():
        answer = client.post(f"/c/{company}/q/{slot}", form)
        assert answer.has("変わりはありません"), slot
        assert path.read_bytes() == before, slot


def test_a_changed_answer_changes_its_own_line_only(client: Client, folder: Path) -> None:
    path = profile_of(folder)
    before = path.read_text("utf-8")
    form = forms_of(client, "midori-seiki")["emergency.primary"]
    answer = client.post("/c/midori-seiki/q/emergency.primary", form | {"emergency.primary.phone": "03-0000-0099"})
    assert answer.has("保存しました")
    gone, new = changed_lines(before, path.read_text("utf-8"))
    assert len(gone) == len(new) == 1
    assert "03-0000-0099" in new.pop()


def test_a_choice_that_may_be_left_empty_can_be_taken_back(client: Client, folder: Path) -> None:
    name, path = "external.ppc_route", profile_of(folder, "hinata-design")
    form = forms_of(client, "hinata-design")[name]
    client.post(f"/c/hinata-design/q/{name}", form | {name: "ppc"})
    assert "ppc_route: ppc" in path.read_text("utf-8")
    form = forms_of(client, "hinata-design")[name]
    assert form[name] == "ppc"
    client.post(f"/c/hinata-design/q/{name}", form | {name: ""})
    assert "ppc_route: ppc" not in path.read_text("utf-8")
    assert forms_of(client, "hinata-design")[name][name] == ""
    assert client.get("/c/hinata-design", by="owner").status == 200


def test_what_is_typed_is_shown_on_its_slides_and_not_written(client: Client, folder: Path) -> None:
    before = profile_of(folder).read_bytes()
    form = forms_of(client, "midori-seiki")["emergency.primary"]
    answer = client.post(
        "/c/midori-seiki/q/emergency.primary/draft", form | {"emergency.primary.phone": "03-0000-0077"}
    )
    assert answer.has("03-0000-0077")
    assert profile_of(folder).read_bytes() == before


def test_what_check_says_stands_at_its_field(client: Client) -> None:
    form = forms_of(client, "midori-seiki")["emergency.primary"]
    answer = client.post("/c/midori-seiki/q/emergency.primary", form | {"emergency.primary.phone": "12345"})
    assert answer.has(r'id="s-emergency-primary".*class="told error".*12345')


@pytest.mark.parametrize(
    ("slot", "key", "value"),
    [
        ("emergency.primary", "emergency.primary.phone", "12345"),
        ("edition.next_review", "edition.next_review", "来年"),
    ],
)
def test_what_is_written_and_wrong_is_not_called_empty(client: Client, slot: str, key: str, value: str) -> None:
    form = forms_of(client, "midori-seiki")[slot]
    answer = client.post(f"/c/midori-seiki/q/{slot}", form | {key: value})
    assert answer.has('class="is wrong">直してください<')
    assert not answer.has('class="is (missing|unused)"')


def test_a_value_that_cannot_be_read_hides_no_other_question(client: Client) -> None:
    forms = forms_of(client, "midori-seiki")
    client.post(
        "/c/midori-seiki/q/emergency.primary", forms["emergency.primary"] | {"emergency.primary.phone": "12345"}
    )
    after = forms_of(client, "midori-seiki")
    assert after.keys() == forms.keys()
    assert after["emergency.primary"]["emergency.primary.phone"] == "12345"


def test_two_people_at_one_answer_see_each_other(client: Client, folder: Path) -> None:
    slot = "/c/midori-seiki/q/company.short_name"
    form = forms_of(client, "midori-seiki")["company.short_name"]
    assert client.post(slot, form | {"company.short_name": "みどり一"}).has("保存しました")
    late = client.post(slot, form | {"company.short_name": "みどり二"})
    assert late.has('class="conflict".*みどり一.*みどり二')
    assert "みどり一" in profile_of(folder).read_text("utf-8")
    assert client.post(slot, form | {"company.short_name": "みどり二", "mine": "1"}).has("保存しました")
    assert "みどり二" in profile_of(folder).read_text("utf-8")


def test_two_people_at_two_answers_do_not_mind_each_other(client: Client, folder: Path) -> None:
    forms = forms_of(client, "midori-seiki")
    client.post(
        "/c/midori-seiki/q/company.short_name", forms["company.short_name"] | {"company.short_name": "みどり一"}
    )
    phone = {"emergency.primary.phone": "03-0000-0099"}
    assert client.post("/c/midori-seiki/q/emergency.primary", forms["emergency.primary"] | phone).has("保存しました")
    text = profile_of(folder).read_text("utf-8")
    assert "みどり一" in text
    assert "03-0000-0099" in text


def test_changes_are_taken_back_one_by_one_to_the_first(client: Client, folder: Path) -> None:
    before = profile_of(folder).read_bytes()
    for name in ("みどり一", "みどり二"):
        form = forms_of(client, "midori-seiki")["company.short_name"]
        client.post("/c/midori-seiki/q/company.short_name", form | {"company.short_name": name})
    client.post("/c/midori-seiki/undo", {}, part=False)
    assert "みどり一" in profile_of(folder).read_text("utf-8")
    client.post("/c/midori-seiki/undo", {}, part=False)
    assert profile_of(folder).read_bytes() == before
    assert client.post("/c/midori-seiki/undo", {}, part=False).status == 303
    assert profile_of(folder).read_bytes() == before


def test_what_somebody_else_changed_since_is_not_taken_back(client: Client, folder: Path) -> None:
    form = forms_of(client, "midori-seiki")["company.short_name"]
    client.post("/c/midori-seiki/q/company.short_name", form | {"company.short_name": "みどり一"})
    path = profile_of(folder)
    path.write_bytes(path.read_bytes() + b"# from an editor\n")
    after = path.read_bytes()
    assert client.post("/c/midori-seiki/undo", {}, part=False).headers["location"].endswith("said=undo-late")
    assert path.read_bytes() == after


def test_entries_of_a_list_move_and_go(client: Client, folder: Path) -> None:
    slot = "emergency.first_actions"
    form = forms_of(client, "midori-seiki")[slot]
    first, second = form[f"{slot}[0]"], form[f"{slot}[1]"]
    count = len([key for key in form if re.fullmatch(r".*\[\d+\]", key)])
    client.post(f"/c/midori-seiki/q/{slot}", form | {"move": "down:0"})
    moved = forms_of(client, "midori-seiki")[slot]
    assert (moved[f"{slot}[0]"], moved[f"{slot}[1]"]) == (second, first)
    client.post(f"/c/midori-seiki/q/{slot}", moved | {"move": "remove:0"})
    left = forms_of(client, "midori-seiki")[slot]
    assert left[f"{slot}[0]"] == first
    assert f"{slot}[{count - 1}]" not in left


def test_a_list_gets_another_line_to_write_in(client: Client) -> None:
    slot = "emergency.first_actions"
    form = forms_of(client, "midori-seiki")[slot]
    answer = client.post(f"/c/midori-seiki/q/{slot}", form | {"move": "add"})
    count = len([key for key in form if re.fullmatch(r".*\[\d+\]", key)])
    assert answer.has(re.escape(f'name="{slot}[{count}]"'))


def test_unchanged_checked_today_sets_the_day_and_keeps_the_value(client: Client, folder: Path) -> None:
    form = forms_of(client, "midori-seiki")["emergency.primary"]
    before = profile_of(folder).read_text("utf-8")
    client.post("/c/midori-seiki/q/emergency.primary", form | {"checked": "1"})
    _, new = changed_lines(before, profile_of(folder).read_text("utf-8"))
    assert new
    assert all("2026-11-29" in line for line in new)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ 7 * 7 }}", "{% raw %}", "' onmouseover='x", "&amp;", "=1+1"]
)
def test_a_text_is_a_text_whatever_it_holds(client: Client, folder: Path, text: str) -> None:
    form = forms_of(client, "midori-seiki")["company.short_name"]
    client.post("/c/midori-seiki/q/company.short_name", form | {"company.short_name": text})
    assert forms_of(client, "midori-seiki")["company.short_name"]["company.short_name"] == text
    page = client.get("/c/midori-seiki", by="owner")
    assert not page.has("<script>alert")
    assert text != "{{ 7 * 7 }}" or not page.has(">49<")


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\x0cb"])
def test_a_control_character_is_refused_at_its_field(client: Client, folder: Path, text: str) -> None:
    before = profile_of(folder).read_bytes()
    form = forms_of(client, "midori-seiki")["company.short_name"]
    answer = client.post("/c/midori-seiki/q/company.short_name", form | {"company.short_name": text})
    assert answer.has('class="told error"')
    assert profile_of(folder).read_bytes() == before


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    made = io.BytesIO()
    Pictures.new("RGB", size, "#005bac").save(made, kind)
    return made.getvalue()


def test_a_picture_is_kept_beside_the_profile_and_none_is_written_over(client: Client, folder: Path) -> None:
    form = forms_of(client, "midori-seiki")["company.logo"]
    kept = folder / "source" / "companies" / "midori-seiki" / "logo.png"
    before = kept.read_bytes()
    client.upload("/c/midori-seiki/q/company.logo", form, "company.logo-file", ("../../社章.png", picture()))
    assert forms_of(client, "midori-seiki")["company.logo"]["company.logo"] == "midori-seiki/logo-2.png"
    assert kept.read_bytes() == before
    assert kept.with_name("logo-2.png").read_bytes() == picture()


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:60], b"\x89PNG" * 9]
)
def test_what_is_no_picture_is_refused_at_its_field(client: Client, folder: Path, data: bytes) -> None:
    form = forms_of(client, "midori-seiki")["company.logo"]
    files = sorted((folder / "source").rglob("*"))
    answer = client.upload("/c/midori-seiki/q/company.logo", form, "company.logo-file", ("a.png", data))
    assert answer.has('class="told error"') or not data
    assert sorted((folder / "source").rglob("*")) == files


def test_a_change_from_outside_is_noticed(client: Client, folder: Path) -> None:
    stamp = re.search(r'data-stamp="([0-9a-f]+)"', client.get("/c/midori-seiki").text)
    assert stamp
    assert "HX-Trigger".lower() not in client.get("/c/midori-seiki/changed", stamp=stamp[1]).headers
    path = profile_of(folder)
    path.write_bytes(path.read_bytes() + b"# from an editor\n")
    assert client.get("/c/midori-seiki/changed", stamp=stamp[1]).headers["hx-trigger"] == "changed-outside"


def test_a_broken_file_is_told_with_its_line(client: Client, folder: Path) -> None:
    path = profile_of(folder)
    path.write_text("course: [telework-privacy\n  a: b: c\n", encoding="utf-8")
    page = client.get("/c/midori-seiki")
    assert page.status == 200
    assert page.has("midori-seiki.yaml")
    assert client.get("/c/midori-seiki/row").has("ファイルを読めません")


def test_a_change_of_the_course_is_seen_at_once(client: Client, folder: Path) -> None:
    assert not client.get("/c/midori-seiki/slides").has("新しい題")
    slides = folder / "source" / "courses" / "telework-privacy" / "slides" / "1-intro.yaml"
    text = slides.read_text("utf-8")
    slides.write_text(text.replace("場所が変わると、事故の起こり方も変わります", "新しい題です"), encoding="utf-8")
    assert client.get("/c/midori-seiki/slides").has("新しい題")


def test_a_staff_role_takes_back_nothing(client: Client, folder: Path) -> None:
    form = forms_of(client, "midori-seiki")["company.short_name"]
    client.post("/c/midori-seiki/q/company.short_name", form | {"company.short_name": "みどり一"})
    guest = studio_in(folder).enter("人事", "midori-seiki")
    page = guest.get("/c/midori-seiki")
    assert not page.has('id="undo"')
    assert guest.post("/c/midori-seiki/undo", {}, part=False).status == 403
