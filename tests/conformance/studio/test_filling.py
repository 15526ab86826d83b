"""Somebody fills in a company's material in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conformance.studio.served import Held, Served, axe, opened, settles

pytestmark = pytest.mark.usefixtures("browser")


def profile_of(studio: Served) -> Path:
    return studio.workspace / "source" / "companies" / "midori-seiki.yaml"


def questions(page: Page, studio: Served, group: str) -> Page:
    page.goto(f"{studio.base}/c/midori-seiki?by=slide&group={group}")
    return page


def saved_number(page: Page) -> Locator:
    """A field whose new number has been saved, since it was left."""
    field = page.locator('[name="emergency.primary.phone"]')
    field.fill("03-0000-0099")
    field.press("Tab")
    expect(page.locator("#said")).to_have_text("保存しました")
    return field


def change_in_an_editor(studio: Served, page: Page) -> None:
    """Another number in the file, which the page shows by and by."""
    path = profile_of(studio)
    text = path.read_text("utf-8")
    number = re.search(r"phone: (0\S+)", text)
    assert number
    path.write_text(text.replace(number[1], "03-0000-0055"), encoding="utf-8")
    expect(page.locator('input[value="03-0000-0055"]').first).to_be_visible(timeout=15_000)


def test_a_field_is_saved_as_soon_as_it_is_left(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "emergency")
    saved_number(page)
    assert "03-0000-0099" in profile_of(studio).read_text("utf-8")
    assert page.evaluate("document.activeElement.name") == "emergency.primary.mail"


def test_the_slides_follow_what_is_typed_before_it_is_saved(window: Browser, studio: Served) -> None:
    before = profile_of(studio).read_bytes()
    page = questions(opened(window, studio), studio, "emergency")
    page.locator('[name="emergency.primary.phone"]').press_sequentially("9")
    expect(page.locator("#seen")).to_contain_text("9", timeout=5_000)
    page.locator('[name="emergency.primary.phone"]').fill("03-0000-0088")
    expect(page.locator("#seen")).to_contain_text("03-0000-0088")
    assert profile_of(studio).read_bytes() == before


def test_an_error_stands_at_its_field_the_moment_it_is_left(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "emergency")
    field = page.locator('[name="emergency.primary.phone"]')
    field.fill("12345")
    field.press("Tab")
    told = page.locator('[id="q-emergency.primary"] .told.error')
    expect(told).to_contain_text("12345")
    field.fill("03-0000-0099")
    field.press("Tab")
    expect(told).to_have_count(0)


def test_nothing_is_asked_while_an_input_method_composes(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "emergency")
    field = page.locator('[name="emergency.primary.role"]')
    field.focus()
    page.wait_for_timeout(600)
    studio.asked.clear()
    field.dispatch_event("compositionstart", {})
    for text in ("か", "かい", "かいぎ"):
        field.evaluate("(field, text) => { field.value = text; }", text)
        field.dispatch_event("input", {"bubbles": True, "isComposing": True})
        page.wait_for_timeout(400)
    assert [address for address in studio.asked if address.endswith("/draft")] == []
    field.evaluate("(field) => { field.value = '会議'; }")
    field.dispatch_event("compositionend", {})
    expect(page.locator("#seen")).to_contain_text("会議")


def test_entries_are_added_moved_and_removed_by_keyboard(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "discussion")
    part = page.locator('[id="q-discussion.prompts"]')
    fields = part.locator("textarea")
    count, first = fields.count(), fields.first.input_value()
    part.get_by_role("button", name="行を足す").press("Enter")
    expect(fields).to_have_count(count + 1)
    expect(fields.last).to_be_focused()
    page.keyboard.type("新しい問い")
    page.keyboard.press("Tab")
    expect(page.locator("#said")).to_have_text("保存しました")
    part.get_by_role("button", name="1番を下へ").press("Enter")
    expect(fields.nth(1)).to_have_value(first)
    part.get_by_role("button", name=f"{count + 1}番を消す").press("Enter")
    expect(fields).to_have_count(count)
    assert "新しい問い" not in profile_of(studio).read_text("utf-8")


def test_a_new_entry_has_the_focus_though_an_answer_to_typing_comes_between(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "discussion")
    part = page.locator('[id="q-discussion.prompts"]')
    fields = part.locator("textarea")
    count = fields.count()
    held = Held(page, "**/q/discussion.prompts/draft", "**/q/discussion.prompts?by=*")
    fields.first.fill("新しい問い")
    draft = held.next()
    part.get_by_role("button", name="行を足す").press("Enter")
    saved = held.next()  # the line is left, and so it is saved before an entry comes
    with settles(page):
        draft.continue_()
    saved.continue_()
    held.next().continue_()
    expect(fields).to_have_count(count + 1)
    expect(fields.last).to_be_focused()


def test_a_page_is_not_drawn_anew_for_a_change_of_its_own(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "discussion")
    page.evaluate("window.same = true")
    fields = page.locator('[id="q-discussion.prompts"] textarea')
    first = fields.first.input_value()
    held = Held(page, "**/changed?*", "**/q/discussion.prompts?by=*")
    watching = held.next()
    page.get_by_role("button", name="1番を下へ").press("Enter")
    saving = held.next()
    answer = saving.fetch()  # the file is written, and the page does not know yet
    with page.expect_response("**/changed?*") as told:
        watching.continue_()
    assert told.value.headers["hx-trigger"] == "changed-outside"
    saving.fulfill(response=answer)
    expect(fields.nth(1)).to_have_value(first)
    assert page.evaluate("window.same")
    expect(page.locator('[id="q-discussion.prompts"] button[value="down:1"]')).to_be_focused()


def test_what_is_typed_after_a_saving_is_kept_when_the_file_changes_outside(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "emergency")
    field = saved_number(page)
    field.fill("03-0000-0077")
    expect(page.locator("#seen")).to_contain_text("03-0000-0077")
    path = profile_of(studio)
    with page.expect_response(lambda answer: answer.headers.get("hx-trigger") == "changed-outside", timeout=15_000):
        path.write_text(path.read_text("utf-8") + "# 変更\n", encoding="utf-8")
    page.wait_for_timeout(500)
    expect(field).to_have_value("03-0000-0077")


def test_a_page_drawn_anew_is_gone_on_with_where_it_was(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "emergency")
    field = page.locator('[name="emergency.deputy.phone"]')
    field.focus()
    change_in_an_editor(studio, page)
    expect(field).to_be_focused()


def test_two_windows_at_one_field_lose_nothing(window: Browser, studio: Served) -> None:
    first = questions(opened(window, studio), studio, "emergency")
    second = questions(opened(window, studio), studio, "emergency")
    name = '[name="emergency.primary.phone"]'
    first.locator(name).fill("03-0000-0001")
    second.locator(name).fill("03-0000-0002")
    first.locator(name).press("Tab")
    expect(first.locator("#said")).to_have_text("保存しました")
    second.locator(name).press("Tab")
    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("03-0000-0001")
    expect(conflict).to_contain_text("03-0000-0002")
    assert "03-0000-0001" in profile_of(studio).read_text("utf-8")
    conflict.get_by_role("button").press("Enter")
    expect(second.locator("#said")).to_have_text("保存しました")
    assert "03-0000-0002" in profile_of(studio).read_text("utf-8")


def test_a_change_in_an_editor_is_shown(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "emergency")
    change_in_an_editor(studio, page)


def test_a_killed_studio_leaves_the_last_answer_whole(window: Browser, studio: Served) -> None:
    page = questions(opened(window, studio), studio, "emergency")
    name = '[name="emergency.primary.phone"]'
    for number in range(10, 20):
        page.locator(name).fill(f"03-0000-00{number}")
        page.locator(name).press("Tab")
        if number == 10:
            expect(page.locator("#said")).to_have_text("保存しました")
    studio.kill()
    text = profile_of(studio).read_text("utf-8")
    assert re.search(r"03-0000-001\d", text)
    assert text.endswith("\n")
    studio.asked.clear()


def test_everything_works_without_scripts(window: Browser, studio: Served) -> None:
    context = window.new_context(java_script_enabled=False, locale="ja-JP")
    page = context.new_page()
    page.goto(studio.address)
    page.goto(f"{studio.base}/c/midori-seiki?by=slide&group=emergency")
    part = page.locator('[id="q-emergency.primary"]')
    part.locator('[name="emergency.primary.phone"]').fill("03-0000-0066")
    with page.expect_navigation():
        part.get_by_role("button", name="保存").click()
    assert "03-0000-0066" in profile_of(studio).read_text("utf-8")
    context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_can_be_used_by_everybody(window: Browser, studio: Served, width: int, dark: bool) -> None:
    page = opened(window, studio, width=width, dark=dark)
    addresses = ("/", "/c/midori-seiki", "/c/midori-seiki?by=slide&group=emergency", "/c/midori-seiki/slides")
    for address in (*addresses, "/c/midori-seiki/slides/5"):
        page.goto(studio.base + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert axe(page) == [], address
