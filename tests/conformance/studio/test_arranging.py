"""Somebody arranges a company's slides in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from deckgen.studio.slide_forms import kinds_to_add
from tests.conformance.studio.served import Held, Served, axe, opened, settles

pytestmark = pytest.mark.usefixtures("browser")
MIDORI, HINATA = "/c/midori-seiki/arrange", "/c/hinata-design/arrange"


def profile(studio: Served, company: str = "midori-seiki") -> str:
    return (studio.workspace / "source" / "companies" / f"{company}.yaml").read_text("utf-8")


def at(page: Page, studio: Served, address: str) -> Page:
    page.goto(studio.base + address)
    page.wait_for_load_state("networkidle")
    return page


def test_a_slide_is_left_out_and_taken_back_by_keyboard_and_the_time_adds_up(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, MIDORI)
    before = profile(studio)
    page.get_by_role("button", name="外す – 事故の7割は、配り間違いと送り間違いです").press("Enter")
    expect(page.locator("#said")).to_have_text("保存しました")
    expect(page.locator(".totals")).to_contain_text("合計 60分")
    expect(page.locator("#t-statistics")).to_be_focused()
    expect(page.locator("#t-statistics")).to_contain_text("戻す")
    page.keyboard.press("Enter")
    expect(page.locator(".totals")).to_contain_text("合計 62分")
    assert profile(studio) == before


def test_words_are_added_to_the_notes_by_keyboard(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, MIDORI)
    card = page.locator("#card-case-1")
    card.locator("summary").press("Enter")
    card.get_by_label("当社の言葉", exact=True).fill("当社でも起きました。")
    card.get_by_role("button", name="保存").press("Enter")
    expect(page.locator("#said")).to_have_text("保存しました")
    expect(card.locator(".now")).to_contain_text("当社でも起きました。")
    expect(card.get_by_role("button", name="保存")).to_be_focused()
    assert "    - slide: case-1\n      add: 当社でも起きました。\n" in profile(studio)


def test_a_picked_colour_is_written_beside_and_drawn(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, HINATA)
    page.locator("#picked").fill("#7a1f5c")
    expect(page.locator("#colour")).to_have_value("#7a1f5c")
    page.locator("#save-looks").press("Enter")
    expect(page.locator("#said")).to_have_text("保存しました")
    assert 'brand_colour: "#7a1f5c"\n' in profile(studio, "hinata-design")
    expect(page.locator("#card-rules .thumb [fill='#7a1f5c' i]").first).to_be_attached()


def test_a_slide_is_made_by_keyboard_and_seen_while_it_is_typed(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, MIDORI)
    page.get_by_role("link", name="＋ この後に足す – 事例2").press("Enter")
    page.get_by_role("link", name=re.compile("^要点 ")).press("Enter")
    page.get_by_label("見出し").first.fill("渡す前に確かめます")
    page.locator("[name='slide.points[0].heading']").fill("送る前")
    page.get_by_role("button", name="ポイントを足す").press("Enter")
    expect(page.locator("[name='slide.points[1].heading']")).to_be_focused()
    page.keyboard.type("運ぶ前")
    page.get_by_role("button", name="2番を上へ").press("Enter")
    expect(page.locator("[name='slide.points[0].heading']")).to_have_value("運ぶ前")
    expect(page.locator("li[data-row='slide.points[0]'] :focus")).to_have_count(1)
    page.get_by_label("時間（分）").fill("2")
    page.get_by_role("textbox", name="話す言葉").fill("二つあります。")
    expect(page.locator("#seen .slide")).to_contain_text("運ぶ前")
    expect(page.locator("#seen")).to_contain_text("合計 64分")
    page.get_by_label("見出し").first.press("Enter")
    page.wait_for_url("**/arrange?said=saved**")
    expect(page.locator("#card-midori-seiki-1")).to_contain_text("渡す前に確かめます")
    assert "    - after: case-2\n      slide:\n        kind: text\n        id: midori-seiki-1\n" in profile(studio)


def test_the_new_row_has_the_focus_though_an_answer_to_typing_comes_between(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, f"{MIDORI}/own?kind=text&after=case-2")
    held = Held(page, "**/arrange/own", "**/arrange/own/draft")
    page.locator("[name='slide.points[0].heading']").fill("送る前")
    draft = held.next()
    page.get_by_role("button", name="ポイントを足す").press("Enter")
    added = held.next()
    with settles(page):
        draft.continue_()
    added.continue_()
    expect(page.locator("[name='slide.points[1].heading']")).to_be_focused()


def test_who_mends_a_refused_slide_keeps_the_focus_where_it_is_typed(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, f"{MIDORI}/own?kind=section&after=case-4")
    page.locator(".save-line").get_by_role("button").press("Enter")
    expect(page.locator("#faulty")).to_be_focused()
    title = page.get_by_role("textbox", name="見出し")
    with settles(page):
        title.fill("渡す前に確かめます")
    expect(title).to_be_focused()


def test_what_is_missing_is_said_and_has_the_focus(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, f"{MIDORI}/own?kind=section&after=case-4")
    before = profile(studio)
    page.locator(".save-line").get_by_role("button").press("Enter")
    expect(page.locator("#faulty")).to_be_focused()
    title = page.get_by_role("textbox", name="見出し")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description("話題ではなく、伝えたいことを書きます。 エラー 必ず書きます。")
    assert profile(studio) == before


def test_another_way_to_write_content_is_there_at_once(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, f"{MIDORI}/own?kind=rules&after=case-4")
    page.get_by_label("書き方").select_option("ruling")
    expect(page.get_by_label("判断")).to_be_visible()
    page.get_by_label("書き方").select_option("slot")
    expect(page.get_by_role("combobox", name=re.compile("^会社の項目"))).to_be_visible()


def test_nothing_is_asked_while_an_input_method_composes(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, f"{MIDORI}/own?slide=midori-near-misses")
    field = page.locator("[name='slide.title']")
    field.focus()
    studio.asked.clear()
    field.dispatch_event("compositionstart", {})
    for text in ("か", "かい"):
        field.evaluate("(field, text) => { field.value = text; }", text)
        field.dispatch_event("input", {"bubbles": True, "isComposing": True})
        page.wait_for_timeout(600)
    assert [address for address in studio.asked if address.endswith("/draft")] == []
    field.evaluate("(field) => { field.value = '会議'; }")
    field.dispatch_event("compositionend", {})
    expect(page.locator("#seen .slide")).to_contain_text("会議")


def test_a_change_in_an_editor_is_shown(window: Browser, studio: Served) -> None:
    page = at(opened(window, studio), studio, HINATA)
    path = studio.workspace / "source" / "companies" / "hinata-design.yaml"
    path.write_text(profile(studio, "hinata-design").replace("  leave_out: [statistics]\n", ""), "utf-8")
    expect(page.locator(".totals")).to_contain_text("合計 57分", timeout=15_000)


def test_everything_works_without_scripts(window: Browser, studio: Served) -> None:
    context = window.new_context(java_script_enabled=False, locale="ja-JP")
    page = context.new_page()
    page.goto(studio.address)
    at(page, studio, MIDORI)
    page.locator("#t-statistics").click()
    expect(page.get_by_role("status").first).to_have_text("保存しました")
    expect(page.locator(".totals")).to_contain_text("合計 60分")
    page.locator("#undo").click()
    expect(page.locator(".totals")).to_contain_text("合計 62分")
    at(page, studio, f"{MIDORI}/own?slide=midori-near-misses")
    page.get_by_role("button", name="列を足す").click()
    expect(page.locator("[name='slide.columns[3]']")).to_be_visible()
    page.locator("[id='remove:slide.columns[3]']").click()
    page.locator("[name='slide.columns[0]']").fill("どこで")
    page.locator(".save-line").get_by_role("button").click()
    page.wait_for_url("**/arrange?said=saved**")
    assert "columns: [どこで, 起こりかけたこと, 今の決まり]\n" in profile(studio)
    context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_can_be_used_by_everybody(window: Browser, studio: Served, width: int, dark: bool) -> None:
    page = opened(window, studio, width=width, dark=dark)
    forms = (f"{MIDORI}/own?kind={kind}&after=case-4" for kind in kinds_to_add())
    for address in (MIDORI, HINATA, f"{MIDORI}/own", f"{MIDORI}/own?slide=midori-near-misses", *forms):
        at(page, studio, address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert axe(page) == [], address
