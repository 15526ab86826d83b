"""A company from nothing to a clean check and a build, by keyboard alone."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from deckgen.model.questions import taken_apart
from deckgen.studio.desk import Desk
from tests.conformance.studio.served import Served, opened
from tests.studio.client import ROOT, TODAY, workspace_in

pytestmark = pytest.mark.usefixtures("browser")

_AT = """() => {
  const at = document.activeElement, question = at.closest(".question");
  return { slot: question?.dataset.slot ?? "", needed: !!question?.querySelector(".need"), name: at.name ?? "",
    type: at.type ?? "", value: at.value ?? "", adds: at.hasAttribute("data-add"), checks: at.name === "checked" };
}"""
_MOST_STOPS = 400


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return workspace_in(tmp_path / "研修 の場所", "hinata-design")


def answers() -> dict[str, str]:
    """What a company says, by the keys of cells; with numbers and addresses that somebody may have."""
    reading = Desk(ROOT / "source" / "companies" / "hinata-design.yaml").reading(TODAY)
    given: dict[str, str] = {}
    for question in reading.questions:
        given |= taken_apart(question.slot, reading.value_of(question.slot.name))
    return {
        key: text.replace("03-0000-00", "03-6204-13").replace("-0000-", "-6204-").replace("example.", "hinatazaka.")
        for key, text in given.items()
    }


def press_to(page: Page, selector: str) -> None:
    """Go on with the Tab key to something."""
    for _ in range(_MOST_STOPS):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by keyboard to {selector}")


def saved(page: Page) -> None:
    """Wait until nothing is under way."""
    page.wait_for_timeout(60)
    expect(page.locator("form.htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0, timeout=20_000)


def choose(page: Page, wanted: str, now: dict[str, Any]) -> None:
    """Choose among what excludes each other."""
    page.keyboard.press("Space")
    for _ in range(6):
        if now["value"] == wanted:
            return
        page.keyboard.press("ArrowDown")
        now = page.evaluate(_AT)
    raise AssertionError(f"no choice of {wanted}")


def write(page: Page, text: str, now: dict[str, Any]) -> None:
    """Type into the field at hand."""
    if now["type"] == "date":
        year, month, day = text.split("-")
        page.keyboard.type(f"{month}{day}{year}")  # as an English Chromium asks for it
    else:
        page.keyboard.type(text)


def add_entries(page: Page, slot: str, given: dict[str, str]) -> None:
    """Go on at each new entry of a list until all are there, and come back to the button."""
    there = page.locator(f'[id="q-{slot}"] .entries > li').count()
    for number in range(there, 40):
        if not any(key.startswith(slot) and f"[{number}]" in key for key in given):
            return
        page.keyboard.press("Enter")
        new = page.locator(f'[id="q-{slot}"] [name*="[{number}]"]:focus')
        expect(new).to_have_count(1, timeout=20_000)
        while not (now := page.evaluate(_AT))["adds"]:
            if now["name"] in given and not now["value"]:
                write(page, given[now["name"]], now)
            page.keyboard.press("Tab")
        saved(page)


def fill_in(page: Page, given: dict[str, str]) -> None:
    """Answer all questions of the page that must be answered, from the first to the last."""
    page.locator(".groups li a").last.focus()
    been = False
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        now = page.evaluate(_AT)
        if been and not now["slot"]:
            return
        been = been or bool(now["slot"])
        if not now["needed"]:
            continue
        text = given.get(now["name"], "")
        if now["type"] == "radio" and text:
            choose(page, text, now)
        elif text and not now["value"]:
            write(page, text, now)
        elif now["adds"]:
            saved(page)
            add_entries(page, now["slot"], given)


def record_as_checked(page: Page) -> None:
    """Record each answer of the page as looked at today; the keyboard goes on from each button."""
    for button in page.locator('button[name="checked"]').all():
        press_to(page, f'[id="{button.get_attribute("id")}"]')
        page.keyboard.press("Enter")
        saved(page)
        expect(button).to_be_focused()


def test_a_company_from_nothing_to_a_build_by_keyboard(window: Browser, studio: Served) -> None:
    page = opened(window, studio)
    press_to(page, 'input[name="name"]')
    page.keyboard.type("sakura")
    press_to(page, 'select[name="course"]')
    page.keyboard.type("telework-privacy")
    press_to(page, ".new button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/c/sakura")

    given = answers()
    count = page.locator(".groups li").count()
    for at in range(count):
        link = page.locator(".groups li a").nth(at)
        address = str(link.get_attribute("href"))
        page.goto(studio.base + address)  # each is a stop of the Tab key: the way there is tried above
        fill_in(page, given)
        saved(page)
        expect(page.locator(".is.missing, .is.placeholder")).to_have_count(0)
        record_as_checked(page)
        expect(page.locator(".told.error")).to_have_text([])
        expect(page.locator(".groups a[aria-current] .count")).not_to_contain_text("エラー")

    check = [sys.executable, "-m", "deckgen", "check", "sakura", "--lang", "ja"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    told = subprocess.run(check, cwd=studio.workspace, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
    assert "エラー[" not in told.stdout, told.stdout
    assert "警告[" not in told.stdout, told.stdout

    page.locator("body").press("Home")
    press_to(page, 'nav a[href="/c/sakura/make"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/make")
    press_to(page, 'form[action="/c/sakura/make/build"] button:not([name])')
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("終わりました", timeout=120_000)
    assert list((studio.workspace / "output" / "sakura").glob("*_deck.pptx"))
