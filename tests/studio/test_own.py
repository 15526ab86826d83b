"""A company's own slides: made, changed and judged by a form."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from deckgen.readers.arranging import said
from deckgen.studio.slide_forms import kinds_to_add
from tests.studio.client import Answer, Client, studio_in, workspace_in

OWN = "/c/midori-seiki/arrange/own"
TEXT = {
    "kind": "text", "after": "case-4", "slide.id": "ours", "slide.title": "渡す前に確かめます",
    "slide.points[0]~": "", "slide.points[0].heading": "送る前", "slide.points[0].icon": "mail-check",
    "slide.points[1]~": "", "slide.points[1].heading": "運ぶ前", "slide.minutes": "２",
    "slide.notes": "二つあります。\r\n\r\n一つ目です。",
}  # fmt: skip


class Form(HTMLParser):
    """The fields of a form as a browser would send them, and the label of each."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._area, self._select = "", ""
        self._is_inside = False
        self.feed(answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._is_inside = given.get("id") == "own-form" if tag == "form" else self._is_inside
        if not self._is_inside:
            return
        name, kind = given.get("name", ""), given.get("type", "")
        if tag == "input" and name and (kind not in ("checkbox", "radio", "file") or "checked" in given):
            self.fields[name] = given.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.fields[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in self.fields):
            self.fields[self._select] = given["value"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workspace_in(tmp_path, "midori-seiki")


@pytest.fixture
def client(folder: Path) -> Client:
    return studio_in(folder).enter()


def profile(folder: Path) -> Path:
    return folder / "source" / "companies" / "midori-seiki.yaml"


def told(answer: Answer) -> dict[str, str]:
    """What is said at each field."""
    found = re.findall(r'<p class="told \w+" id="e-([^"]+)-\d+">(.*?)</p>', answer.text)
    return {html.unescape(key): html.unescape(re.sub(r"<[^>]*>", " ", text)) for key, text in found}


def test_there_is_a_kind_to_choose_for_every_slide_but_the_cover(client: Client) -> None:
    answer = client.get(OWN, after="case-4")
    assert re.findall(r"own\?kind=([\w-]+)&amp;after=case-4", answer.text) == list(kinds_to_add())
    assert client.get(OWN, kind="cover").has("どの種類のスライドを足しますか")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", kinds_to_add())
def test_each_kind_has_a_form_in_which_every_field_has_a_label(folder: Path, kind: str, language: str) -> None:
    answer = studio_in(folder, language).enter().get(OWN, kind=kind, after="start")
    assert answer.status == 200
    fields = re.findall(r'<(?:input|textarea|select) id="([^"]+)"', answer.text)
    labels = re.findall(r'<label for="([^"]+)"', answer.text)
    assert {"i-slide.title", "i-slide.notes", "i-slide.id"} <= set(fields)
    assert set(fields) - set(labels) == set()
    assert len(fields) == len(set(fields))


def test_a_picture_that_is_asked_for_takes_the_place_of_no_request_of_the_form(client: Client) -> None:
    answer = client.get(OWN, kind="rules", after="case-4")
    assert answer.has('<div id="own"[^>]* hx-sync="#seen:replace"')
    assert answer.has('<form id="own-form"[^>]* hx-sync="this:queue last"')


def test_a_slide_is_added_behind_the_others_in_readable_yaml(client: Client, folder: Path) -> None:
    before = profile(folder).read_text("utf-8")
    answer = client.post(OWN, TEXT, part=False)
    assert (answer.status, answer.headers["location"]) == (303, "/c/midori-seiki/arrange?said=saved#card-ours")
    after = profile(folder).read_text("utf-8")
    new = (
        "    - after: case-4\n      slide:\n        kind: text\n        id: ours\n        title: 渡す前に確かめます\n"
        "        points:\n          - heading: 送る前\n            icon: mail-check\n          - heading: 運ぶ前\n"
        "        minutes: 2\n        notes: "
    )
    head, tail = after.split(new)
    assert before.startswith(head)
    assert before.endswith("  notes:\n" + tail.partition("  notes:\n")[2])
    shown = client.get("/c/midori-seiki/arrange")
    assert shown.has("渡す前に確かめます")
    assert shown.has("合計 64分")
    assert client.post("/c/midori-seiki/undo", {}).status == 303
    assert profile(folder).read_text("utf-8") == before


def test_a_form_that_is_sent_as_it_came_changes_nothing(client: Client, folder: Path) -> None:
    before = profile(folder).read_bytes()
    form = Form(client.get(OWN, slide="midori-near-misses")).fields
    assert form["slide.rows[3][1]"] == "網棚にPCのかばんを置き、降りてすぐ気づいた。"
    answer = client.post(OWN, form, part=False)
    assert answer.headers["location"].startswith("/c/midori-seiki/arrange?said=unchanged")
    assert profile(folder).read_bytes() == before


def test_one_text_of_a_slide_changes_in_its_line(client: Client, folder: Path) -> None:
    before = profile(folder).read_text("utf-8")
    form = Form(client.get(OWN, slide="midori-near-misses")).fields
    client.post(OWN, form | {"slide.rows[0][0]": "請求書の発送", "after": "case-3"})
    expected = before.replace("- - 納品書の発送", "- - 請求書の発送").replace("after: case-4", "after: case-3")
    assert profile(folder).read_text("utf-8") == expected


def test_rows_come_and_go_without_a_script_and_nothing_is_written(client: Client, folder: Path) -> None:
    before = profile(folder).read_bytes()
    form = Form(client.get(OWN, slide="midori-near-misses")).fields
    longer = Form(client.post(OWN, form | {"do": "add:slide.columns", "slide.title": "まだ途中"}, part=False)).fields
    assert longer["slide.title"] == "まだ途中"
    assert [key for key in longer if re.fullmatch(r"slide\.columns\[\d\]", key)] == [
        f"slide.columns[{at}]" for at in range(4)
    ]
    assert "slide.rows[0][3]" in longer
    moved = Form(client.post(OWN, form | {"do": "up:slide.rows[1]"})).fields
    assert (moved["slide.rows[0][0]"], moved["slide.rows[1][0]"]) == ("採用の応募書類", "納品書の発送")
    shifted = Form(client.post(OWN, form | {"do": "down:slide.columns[0]"})).fields
    assert (shifted["slide.columns[1]"], shifted["slide.rows[0][1]"]) == ("場面", "納品書の発送")
    assert [shifted[f"slide.widths[{at}]"] for at in range(3)] == ["4", "2", "4"]
    narrower = Form(client.post(OWN, form | {"do": "remove:slide.columns[0]"})).fields
    assert narrower["slide.rows[0][0]"] == "宛名ラベルが1枚ずれ、別の取引先の封筒に入れかけた。"
    assert "slide.rows[0][2]" not in narrower
    fewer = Form(client.post(OWN, form | {"do": "remove:slide.rows[0]"})).fields
    assert fewer["slide.rows[0][0]"] == "採用の応募書類"
    assert profile(folder).read_bytes() == before


def test_what_is_missing_is_told_at_its_field_and_nothing_is_written(client: Client, folder: Path) -> None:
    before = profile(folder).read_bytes()
    empty = {key: "" if key in ("slide.title", "slide.points[1].heading") else text for key, text in TEXT.items()}
    answer = client.post(OWN, empty | {"slide.points[1].body": "本文だけ", "slide.notes": ""})
    assert set(told(answer)) == {"slide.title", "slide.points[1].heading", "slide.notes"}
    assert "必ず書きます" in told(answer)["slide.title"]
    assert answer.has('aria-invalid="true"')
    assert Form(answer).fields["slide.points[1].body"] == "本文だけ"
    assert profile(folder).read_bytes() == before


@pytest.mark.parametrize(
    ("change", "key", "words"),
    [
        ({"slide.minutes": "二分"}, "slide.minutes", "二分"),
        ({"slide.minutes": "-1"}, "slide.minutes", "-1"),
        ({"slide.id": "Ours!"}, "slide.id", "Ours!"),
        ({"slide.id": "case-1"}, "slide.id", "case-1"),
        ({"slide.points[1].icon": "no-such-icon"}, "slide.points[1].icon", "no-such-icon"),
        ({"after": "nowhere"}, "after", "nowhere"),
        ({"slide.callout.text": "聞く", "slide.callout.contact~form": "contact", "slide.callout.contact.role": "窓口",
          "slide.callout.contact.phone": "12"}, "slide.callout.contact.phone", "12"),
        ({"slide.notes": "x", "slide.callout.text": "聞く", "slide.callout.contact~form": "contact",
          "slide.callout.contact.role": "窓口", "slide.callout.contact.mail": "a＠b"},
         "slide.callout.contact.mail", "@"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_field(
    client: Client, folder: Path, change: dict[str, str], key: str, words: str
) -> None:
    before = profile(folder).read_bytes()
    answer = client.post(OWN, TEXT | change)
    assert words in told(answer).get(key, ""), told(answer)
    assert answer.has("保存していません")
    assert profile(folder).read_bytes() == before


def test_a_chart_s_number_that_is_none_is_told_at_its_bar(client: Client) -> None:
    form = {
        "kind": "chart", "after": "start", "slide.id": "c", "slide.title": "T", "slide.notes": "N", "slide.alt": "A",
        "slide.unit": "件", "slide.message": "M", "slide.source": "S", "slide.published_on": "2026-09-30",
        "slide.checked_on": "2026-13-01", "slide.bars[0]~": "", "slide.bars[0].label": "一", "slide.bars[0].value": "1",
        "slide.bars[3]~": "", "slide.bars[3].label": "二", "slide.bars[3].value": "多い",
    }  # fmt: skip
    assert set(told(client.post(OWN, form))) == {"slide.bars[1].value", "slide.checked_on"}


def test_a_slide_that_somebody_else_changed_waits_for_a_choice(client: Client, folder: Path) -> None:
    form = Form(client.get(OWN, slide="midori-near-misses")).fields | {"slide.title": "私の題"}
    path = profile(folder)
    path.write_text(path.read_text("utf-8").replace("納品書の発送", "納品書の送付"), "utf-8")
    answer = client.post(OWN, form)
    assert answer.has("ほかの人が、この項目を先に変えました")
    assert answer.has("<p>納品書の送付</p>")
    assert Form(answer).fields["slide.title"] == "私の題"
    assert "私の題" not in path.read_text("utf-8")
    client.post(OWN, form | {"mine": "1"})
    assert "title: 私の題" in path.read_text("utf-8")


def test_the_slide_is_seen_as_it_is_typed_and_nothing_is_written(client: Client, folder: Path) -> None:
    before = profile(folder).read_bytes()
    answer = client.post(f"{OWN}/draft", TEXT | {"slide.title": "見えますか"})
    assert answer.has('class="slide"')
    assert answer.has("見えますか")
    assert answer.has("合計 64分")
    assert client.post(f"{OWN}/draft", TEXT | {"slide.title": ""}).has("ここに図が出ます")
    assert profile(folder).read_bytes() == before


def test_a_picture_is_kept_beside_the_profile(client: Client, folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    Image.new("RGB", (800, 400), "green").save(picture)
    form = {
        "kind": "picture", "after": "start", "slide.id": "our-gate", "slide.title": "門", "slide.notes": "門です。",
        "slide.alt": "会社の門",
    }  # fmt: skip
    answer = client.upload(OWN, form, "slide.file~file", ("門.png", picture.read_bytes()))
    assert answer.headers["hx-redirect"] == "/c/midori-seiki/arrange?said=saved#card-our-gate"
    assert "file: midori-seiki/our-gate.png\n" in profile(folder).read_text("utf-8")
    assert "slide.file" in told(client.upload(OWN, form | {"slide.id": "b"}, "slide.file~file", ("a.png", b"no")))


def test_text_in_a_form_is_text_and_no_markup(client: Client, folder: Path) -> None:
    text = '"></textarea><script>alert(1)</script>{{ 7 * 7 }}'
    answer = client.post(OWN, TEXT | {"slide.title": text, "do": "add:slide.points"})
    assert "<script>alert" not in answer.text
    assert Form(answer).fields["slide.title"] == text
    client.post(OWN, TEXT | {"slide.title": text})
    entries = said(profile(folder).read_bytes(), ["slides", "add"])
    assert isinstance(entries, list)
    assert entries[-1]["slide"]["title"] == text  # type: ignore[index, call-overload]
    assert "<script>alert" not in client.get("/c/midori-seiki/arrange").text


@pytest.mark.parametrize(
    "form", [{}, {"kind": "cover"}, {"kind": "text", "of": "nothing"}, {"kind": "text", "slide.a[0].b": "x"}]
)
def test_a_form_that_no_page_of_ours_sends_writes_nothing(client: Client, folder: Path, form: dict[str, str]) -> None:
    before = profile(folder).read_bytes()
    assert client.post(OWN, form).status in (200, 404)
    assert client.post(f"{OWN}/draft", form).status in (200, 404)
    assert client.get(OWN, slide="nothing").status == 404
    assert profile(folder).read_bytes() == before
