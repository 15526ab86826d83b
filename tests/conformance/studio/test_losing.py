"""What could not be saved is told where it was written, and stays there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.conformance.studio.served import Served, opened
from tests.studio.client import workspace_in

pytestmark = pytest.mark.usefixtures("browser")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return workspace_in(tmp_path / "研修 の場所", "hinata-design")


def questions(window: Browser, studio: Served, role: str) -> Page:
    page = opened(window, studio)
    page.goto(f"{studio.base}/c/hinata-design?by=owner&group={role}")
    return page


def _gone(studio: Served) -> None:
    (studio.workspace / "source" / "companies" / "hinata-design.yaml").unlink()


@pytest.mark.parametrize(
    ("happens", "told"), [(_gone, "プロファイルが見つかりません"), (Served.kill, "スタジオにつながりません")]
)
def test_what_cannot_be_saved_is_told_at_its_field(
    window: Browser, studio: Served, happens: Callable[[Served], None], told: str
) -> None:
    page = questions(window, studio, "総務")
    happens(studio)
    field = page.locator('[name="company.name"]')
    field.fill("合同会社ひなた")
    field.press("Tab")
    expect(page.locator('[id="q-company.name"] .lost')).to_contain_text(told, timeout=15_000)
    expect(field).to_have_value("合同会社ひなた")


def test_a_picture_that_is_too_large_is_told(window: Browser, studio: Served) -> None:
    page = questions(window, studio, "広報")
    picture = FilePayload(name="logo.png", mimeType="image/png", buffer=b"\x89PNG\r\n\x1a\n" + bytes(40_000_000))
    page.locator('input[type="file"]').set_input_files(picture)
    expect(page.locator(".lost")).to_contain_text("大きすぎます", timeout=20_000)


def test_the_newest_change_is_taken_back_and_said(window: Browser, studio: Served) -> None:
    page = questions(window, studio, "総務")
    field = page.locator('[name="company.name"]')
    before = field.input_value()
    field.fill("合同会社ひなた")
    field.press("Tab")
    page.get_by_role("button", name="元に戻す").click()
    expect(page.locator("#said")).to_have_text("元に戻しました")
    expect(field).to_have_value(before)
