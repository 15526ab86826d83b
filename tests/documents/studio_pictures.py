"""Pages of the studio as pictures, with the sample company, in the system's Chromium."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.conformance.studio.served import Served, chromium, opened, served

COMPANY = "midori-seiki"
WIDTH = 1280
_BUILD_MS = 120_000


@dataclass(frozen=True, slots=True)
class View:
    """A page of the studio."""

    name: str
    address: str
    height: int = 860


VIEWS = (
    View("studio-start", "/?all=1", 640),
    View("studio-fill", f"/c/{COMPANY}?by=owner&group=総務", 740),
    View("studio-slides", f"/c/{COMPANY}/slides", 780),
    View("studio-arrange", f"/c/{COMPANY}/arrange"),
    View("studio-own", f"/c/{COMPANY}/arrange/own?kind=topics&after=about"),
    View("studio-make", f"/c/{COMPANY}/make"),
)


def pictured(workspace: Path, folder: Path) -> Iterator[Path]:
    """A picture of each page, in a folder; the company is built on the way."""
    with served(workspace) as studio, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = opened(browser, studio, width=WIDTH)
        _build(page, studio)
        for view in VIEWS:
            page.set_viewport_size({"width": WIDTH, "height": view.height})
            page.goto(studio.base + view.address)
            page.wait_for_load_state("networkidle")
            yield _taken(page, folder / f"{view.name}.png")
        browser.close()


def _build(page: Page, studio: Served) -> None:
    page.goto(f"{studio.base}/c/{COMPANY}/make")
    page.locator(f'form[action="/c/{COMPANY}/make/build"] button:not([name])').click()
    page.locator("#made table").wait_for(timeout=_BUILD_MS)


def _taken(page: Page, target: Path) -> Path:
    page.screenshot(path=target)
    return target
