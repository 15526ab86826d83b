"""Somebody makes files in a real browser, by keyboard, on a desk and on a telephone."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conformance.studio.served import Served, axe, opened
from tests.studio.client import ROOT

pytestmark = pytest.mark.usefixtures("browser")
LAST = 120_000
"""Milliseconds after which a build that does not end fails its test."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "研修 の場所"
    shutil.copytree(ROOT / "tests" / "cli" / "workspace", folder)
    shutil.copytree(ROOT / "themes", folder / "themes")
    return folder


def at_ease(page: Page) -> None:
    """Nothing is in a reader's way, and nothing is wider than the screen."""
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_build_is_begun_by_keyboard_and_tells_its_end(
    window: Browser, studio: Served, width: int, dark: bool
) -> None:
    page = opened(window, studio, width=width, dark=dark)
    expect(page.locator("meter").first).to_be_visible(timeout=LAST)
    at_ease(page)
    page.goto(f"{studio.base}/c/mihon/make")
    page.locator("section.card button", has_text="作る").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#work.done")).to_contain_text("ファイルを作りました", timeout=LAST)
    expect(page.locator("#made .files")).to_contain_text("deck.pptx")
    at_ease(page)
    page.get_by_role("link", name="中を見る").first.click()
    expect(page.locator(".papers img").first).to_be_visible()
    at_ease(page)


def test_a_new_company_that_will_not_do_is_told_where_the_name_is_typed(window: Browser, studio: Served) -> None:
    page = opened(window, studio)
    page.fill("#s-name", "mihon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("すでにある")
    expect(page.locator("#s-name")).to_be_focused()
    at_ease(page)
