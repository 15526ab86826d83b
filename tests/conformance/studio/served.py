"""The studio as a person runs it: a process of its own, and a real browser in front of it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, Route

from tests.conformance.judges import AXE, browser
from tests.studio.client import ROOT

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass(slots=True)
class Served:
    """A studio that runs."""

    process: "subprocess.Popen[str]"
    address: str
    """With the token that lets in."""
    workspace: Path
    asked: list[str] = field(default_factory=list)
    """The hosts that its pages asked for anything."""

    @property
    def base(self) -> str:
        return self.address.partition("?")[0].rstrip("/")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def served(workspace: Path, *arguments: str) -> Iterator[Served]:
    """A studio in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "deckgen", "studio", "--no-browser", "--lang", "ja", *arguments]
    with subprocess.Popen(
        command, cwd=workspace, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        line = next((line for line in process.stdout if _ADDRESS.search(line)), "")
        found = _ADDRESS.search(line)
        assert found, "the studio did not say where it is"
        try:
            yield Served(process, found[0], workspace)
        finally:
            process.kill()


def chromium(playwright: Playwright) -> Browser:
    """The system's Chromium."""
    return playwright.chromium.launch(executable_path=browser(), args=ARGUMENTS)


def opened(chromium: Browser, studio: Served, *, width: int = 1280, dark: bool = False) -> Page:
    """A window that has come in, and whose every request is noted."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", locale="ja-JP"
    )
    page = context.new_page()
    page.on("request", lambda request: studio.asked.append(request.url))
    page.on("pageerror", lambda error: studio.asked.append(f"error: {error}"))
    page.goto(studio.address)
    return page


class Held:
    """What a page asks for at some addresses: each request waits until a test lets it go on."""

    def __init__(self, page: Page, *addresses: str) -> None:
        self._page = page
        self._waiting: list[Route] = []
        for address in addresses:
            page.route(address, lambda route: self._waiting.append(route))

    def next(self) -> Route:
        """The request that came first of those not taken yet; one is waited for."""
        while not self._waiting:
            self._page.wait_for_timeout(10)
        return self._waiting.pop(0)


@contextmanager
def settles(page: Page) -> Iterator[None]:
    """Go on when the next answer is drawn and every listener of the page has seen it."""
    page.evaluate(
        "() => { window.drawn = false;"
        " document.addEventListener('htmx:afterSettle', () => { window.drawn = true; }, { once: true }); }"
    )
    yield
    page.wait_for_function("() => window.drawn")


def axe(page: Page) -> list[str]:
    """What axe-core finds that is serious."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations")
    return [
        f"{each['impact']} {each['id']}: {', '.join(str(node['target']) for node in each['nodes'])}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
