"""Arranging slides, notes and looks: what a page shows, and what becomes of the profile."""

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.studio.client import Answer, Client, studio_in, workspace_in

MIDORI = "/c/midori-seiki/arrange"
HINATA = "/c/hinata-design/arrange"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workspace_in(tmp_path, "midori-seiki", "hinata-design")


@pytest.fixture
def client(folder: Path) -> Client:
    return studio_in(folder).enter()


def profile(folder: Path, company: str = "midori-seiki") -> Path:
    return folder / "source" / "companies" / f"{company}.yaml"


def changed(folder: Path, before: str, company: str = "midori-seiki") -> tuple[list[str], list[str]]:
    """Lines of the profile that are gone, and that are new."""
    after = profile(folder, company).read_text("utf-8")
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def card(answer: Answer, slide: str) -> str:
    found = re.search(
        rf'<li class="card[^>]*id="card-{slide}">.*?(?=<li class="card|</ul>\n</section>)', answer.text, re.DOTALL
    )
    assert found, slide
    return found[0]


def mark(part: str) -> str:
    found = re.search(r'name="mark" value="(\w+)"', part)
    assert found
    return found[1]


def look_of(answer: Answer) -> str:
    found = re.search(r'action="[^"]*/look".*?</form>', answer.text, re.DOTALL)
    assert found
    return found[0]


def covering(folder: Path) -> None:
    """Let the slide be left out that has what the training must cover."""
    path = folder / "source" / "courses" / "telework-privacy" / "slides" / "4-summary.yaml"
    path.write_text(path.read_text("utf-8").replace("  id: topics\n", "  id: topics\n  optional: true\n"), "utf-8")


# What is shown -------------------------------------------------------------------------------------------------------


def test_every_slide_has_a_card_with_its_name_title_and_minutes(client: Client) -> None:
    answer = client.get(MIDORI)
    names = re.findall(r'<li class="card[^>]*id="card-([\w-]+)"', answer.text)
    assert len(names) == 26
    assert names[names.index("case-4") + 1] == "midori-near-misses"
    case = card(answer, "case-1")
    assert "<code>case-1</code>" in case
    assert "3分" in case
    assert 'class="slide"' in case
    assert answer.has("合計 62分")
    assert answer.has("教材のまま：60分")


def test_the_card_of_a_slide_that_is_left_out_shows_what_is_missed(client: Client) -> None:
    answer = client.get(HINATA)
    left_out = card(answer, "statistics")
    assert "外しています" in left_out
    assert 'class="slide"' in left_out
    assert 'value="take"' in left_out
    assert answer.has("合計 55分")
    assert "差し込む内容が無いため、出ません" in card(answer, "topics")


def test_only_what_the_course_allows_can_be_left_out(client: Client) -> None:
    answer = client.get(MIDORI)
    assert re.findall(r'value="leave" id="t-([\w-]+)"', answer.text) == ["statistics"]


def test_a_staff_role_does_not_arrange(folder: Path) -> None:
    client = studio_in(folder).enter("総務")
    assert client.get(MIDORI).status == 403
    assert client.post(f"{MIDORI}/slides/statistics", {"do": "leave"}).status == 403
    assert client.get(f"{MIDORI}/own").status == 403


# Slides --------------------------------------------------------------------------------------------------------------


def test_a_slide_is_left_out_and_taken_back_and_no_byte_else_moves(client: Client, folder: Path) -> None:
    before = profile(folder).read_text("utf-8")
    answer = client.post(f"{MIDORI}/slides/statistics", {"do": "leave"})
    assert changed(folder, before) == ([], ["  leave_out:", "    - statistics"])
    assert answer.has("合計 60分")
    client.post(f"{MIDORI}/slides/statistics", {"do": "take"})
    assert profile(folder).read_text("utf-8") == before


def test_taking_the_last_one_back_removes_the_list_that_held_it(client: Client, folder: Path) -> None:
    before = profile(folder, "hinata-design").read_text("utf-8")
    client.post(f"{HINATA}/slides/statistics", {"do": "take"})
    assert changed(folder, before, "hinata-design") == (["slides:", "  leave_out: [statistics]"], [])
    answer = client.post(f"{HINATA}/undo", {})
    assert answer.has("元に戻しました")
    assert profile(folder, "hinata-design").read_text("utf-8") == before


def test_without_scripts_the_browser_comes_back_to_the_card(client: Client, folder: Path) -> None:
    answer = client.post(f"{MIDORI}/slides/statistics", {"do": "leave"}, part=False)
    assert (answer.status, answer.headers["location"]) == (303, f"{MIDORI}?said=saved#card-statistics")
    assert client.get(MIDORI, said="saved").has('role="status">保存しました')
    assert not client.get(MIDORI, said="<b>").has("<b>")


def test_leaving_out_what_the_training_must_cover_is_told_at_the_card(folder: Path) -> None:
    covering(folder)
    client = studio_in(folder).enter()
    (slide,) = set(re.findall(r'value="leave" id="t-([\w-]+)"', client.get(MIDORI).text)) - {"statistics"}
    assert "このスライドだけが扱う必須の事項<ul><li>個人情報保護方針</li>" in card(client.get(MIDORI), slide)
    answer = client.post(f"{MIDORI}/slides/{slide}", {"do": "leave"})
    told = card(answer, slide)
    assert "必須事項「違反したときに予想される結果」" in told
    assert 'class="slide"' in told
    assert answer.text.count("必須事項「違反したときに予想される結果」") == 1
    assert not card(client.post(f"{MIDORI}/slides/{slide}", {"do": "take"}), slide).count('class="told error"')


def test_a_slide_that_may_not_be_left_out_in_the_file_is_told_at_its_card(client: Client, folder: Path) -> None:
    path = profile(folder, "hinata-design")
    path.write_text(path.read_text("utf-8").replace("[statistics]", "[statistics, rules]"), "utf-8")
    answer = client.get(HINATA)
    assert "スライド「rules」は外せません" in card(answer, "rules")
    assert 'class="slide"' in card(answer, "rules")


def test_no_slide_of_no_course_can_be_left_out(client: Client, folder: Path) -> None:
    before = profile(folder).read_bytes()
    assert client.post(f"{MIDORI}/slides/nothing", {"do": "leave"}).status == 404
    assert client.post(f"{MIDORI}/slides/nothing/notes", {"text": "x"}).status == 404
    assert profile(folder).read_bytes() == before


def test_an_own_slide_is_removed_unless_somebody_changed_it_since(client: Client, folder: Path) -> None:
    before = profile(folder).read_text("utf-8")
    seen = mark(card(client.get(MIDORI), "midori-near-misses"))
    path = f"{MIDORI}/slides/midori-near-misses"
    profile(folder).write_text(before.replace("納品書の発送", "納品書の送付"), "utf-8")
    answer = client.post(path, {"do": "remove", "mark": seen})
    assert answer.has("ほかの人が、このスライドを先に変えました")
    assert "納品書の送付" in profile(folder).read_text("utf-8")
    client.post(path, {"do": "remove", "mark": mark(card(answer, "midori-near-misses"))})
    after = profile(folder).read_text("utf-8")
    assert "midori-near-misses" not in after
    assert "slides:\n  notes:\n    - slide: emergency\n" in after


# Notes ---------------------------------------------------------------------------------------------------------------


def notes(client: Client, slide: str, number: str = "-1", **more: str) -> Answer:
    part = card(client.get(MIDORI), slide)
    form = part[part.index("/notes") :]
    return client.post(f"{MIDORI}/slides/{slide}/notes", {"mark": mark(form), "number": number, **more})


def test_words_are_added_to_notes_changed_and_taken_away(client: Client, folder: Path) -> None:
    before = profile(folder).read_text("utf-8")
    answer = notes(client, "case-1", mode="add", text="当社でも起きました。\r\n\r\n気をつけます。")
    assert before in profile(folder).read_text("utf-8")
    assert "    - slide: case-1\n      add: " in profile(folder).read_text("utf-8")
    part = card(answer, "case-1")
    assert "<p>気をつけます。</p>" in part
    assert '<details class="spoken" id="notes-case-1-1" open>' in part
    notes(client, "case-1", "1", mode="replace", text="読み上げません。")
    assert "      replace: 読み上げません。\n" in profile(folder).read_text("utf-8")
    notes(client, "case-1", "1", mode="add", text=" ")
    assert profile(folder).read_text("utf-8") == before


def test_notes_that_somebody_else_changed_wait_for_a_choice(client: Client, folder: Path) -> None:
    part = card(client.get(MIDORI), "emergency")
    form = {"mark": mark(part[part.index("/notes") :]), "number": "0", "mode": "add", "text": "私の言葉"}
    path = profile(folder)
    path.write_text(path.read_text("utf-8").replace("2交替の夜勤", "3交替の夜勤"), "utf-8")
    answer = client.post(f"{MIDORI}/slides/emergency/notes", form, part=False)
    assert answer.status == 200
    assert answer.has("ほかの人が、この項目を先に変えました")
    assert "3交替の夜勤" in card(answer, "emergency")
    assert "私の言葉" in card(answer, "emergency")
    assert "私の言葉" not in path.read_text("utf-8")
    client.post(f"{MIDORI}/slides/emergency/notes", form | {"mine": "1"})
    assert "      add: 私の言葉\n" in path.read_text("utf-8")


def test_text_of_a_company_is_text_and_no_markup(client: Client) -> None:
    answer = notes(client, "case-1", mode="add", text="</textarea><script>alert(1)</script>{{ company.name }}")
    assert "<script>alert" not in answer.text
    assert "{{ company.name }}" in answer.text


# Looks ---------------------------------------------------------------------------------------------------------------


def look(client: Client, **form: str) -> Answer:
    return client.post(f"{MIDORI}/look", {"mark": mark(look_of(client.get(MIDORI))), "colour": "#005bac", **form})


def test_theme_and_colour_change_in_their_lines(client: Client, folder: Path) -> None:
    before = profile(folder).read_text("utf-8")
    assert client.get(MIDORI).has('value="standard" checked')
    look(client, theme="contrast", colour="#0B5C8A")
    assert changed(folder, before) == (
        ["theme: standard", 'brand_colour: "#005bac"'],
        ["theme: contrast", 'brand_colour: "#0B5C8A"'],
    )
    look(client, theme="contrast", colour="")
    assert changed(folder, before) == (["theme: standard", 'brand_colour: "#005bac"'], ["theme: contrast"])
    client.post(f"{MIDORI}/undo", {})
    client.post(f"{MIDORI}/undo", {})
    assert profile(folder).read_text("utf-8") == before


def test_a_picked_colour_counts_where_none_was_typed(client: Client, folder: Path) -> None:
    was = {"theme": "standard", "colour-was": "#005bac", "picked-was": "#005bac"}
    look(client, **was, picked="#112233")
    assert 'brand_colour: "#112233"' in profile(folder).read_text("utf-8")
    look(client, **was, colour="#445566", picked="#112233")
    assert 'brand_colour: "#445566"' in profile(folder).read_text("utf-8")


@pytest.mark.parametrize("colour", ["red", "#12", "#0000001", "url(x)"])
def test_what_is_no_colour_is_told_at_the_colour_and_not_saved(client: Client, folder: Path, colour: str) -> None:
    before = profile(folder).read_bytes()
    answer = look(client, theme="standard", colour=colour)
    assert profile(folder).read_bytes() == before
    assert f'value="{colour}"' in look_of(answer)
    assert 'class="told error"' in look_of(answer)


def test_a_colour_that_nobody_can_read_is_told_at_the_colour(client: Client) -> None:
    assert "ブランド色 #FFEE00 では文字が読みにくい" in look_of(look(client, theme="standard", colour="#ffee00"))


@pytest.mark.parametrize("theme", ["../../etc", "nothing", ""])
def test_only_themes_of_the_workspace_can_be_chosen(client: Client, folder: Path, theme: str) -> None:
    before = profile(folder).read_bytes()
    look(client, theme=theme)
    assert profile(folder).read_bytes() == before


def test_another_theme_can_be_chosen_where_the_one_that_is_named_is_gone(client: Client, folder: Path) -> None:
    path = profile(folder)
    path.write_text(path.read_text("utf-8").replace("theme: standard", "theme: standart"), "utf-8")
    answer = client.get(MIDORI)
    assert answer.status == 200
    assert "「standart」" in look_of(answer)
    assert card(look(client, theme="contrast"), "case-1")


def test_looks_that_somebody_else_changed_wait_for_a_choice(client: Client, folder: Path) -> None:
    seen = mark(look_of(client.get(MIDORI)))
    path = profile(folder)
    path.write_text(path.read_text("utf-8").replace("#005bac", "#663399"), "utf-8")
    form = {"mark": seen, "theme": "contrast", "colour": "#112233"}
    answer = client.post(f"{MIDORI}/look", form)
    assert re.search(r"<p>#663399</p>.*<p>contrast</p><p>#112233</p>", look_of(answer), re.DOTALL)
    assert "#663399" in path.read_text("utf-8")
    client.post(f"{MIDORI}/look", form | {"mine": "1"})
    assert 'brand_colour: "#112233"' in path.read_text("utf-8")


def test_a_logo_is_handed_in_and_taken_away(client: Client, folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    Image.new("RGB", (80, 40), "red").save(picture)

    def form(answer: Answer) -> dict[str, str]:
        return {"mark": mark(answer.text[answer.text.index('/logo"') :])}

    client.upload(f"{HINATA}/logo", form(client.get(HINATA)), "file", ("C:\\x\\私の.png", picture.read_bytes()))
    assert "  logo: hinata-design/logo.png\n" in profile(folder, "hinata-design").read_text("utf-8")
    bad = client.upload(f"{HINATA}/logo", form(client.get(HINATA)), "file", ("a.png", b"no picture"))
    assert bad.has('class="told error"')
    assert "  logo: hinata-design/logo.png\n" in profile(folder, "hinata-design").read_text("utf-8")
    client.post(f"{HINATA}/logo", form(client.get(HINATA)) | {"do": "remove"})
    assert "logo:" not in profile(folder, "hinata-design").read_text("utf-8")


def test_the_page_speaks_english_too(folder: Path) -> None:
    answer = studio_in(folder, "en").enter().get(HINATA)
    assert answer.has("55 min in all")
    assert answer.has("5 min shorter than the course")
