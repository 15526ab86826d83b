"""Chromium without a window: how a page prints, what it says of itself, and what axe-core finds wrong with it."""

import html
import json
import re
import tempfile
from pathlib import Path

from tests.conformance.judges import AXE, browser, run

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ASK = """
<pre id="answer"></pre><script>
const tell = (value) => { document.getElementById("answer").textContent = JSON.stringify(value); };
addEventListener("load", async () => { await document.fonts.ready; tell(await (%s)()); });
</script>
"""
_AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  const places = (each) => each.nodes.map((node) => node.target).join(", ");
  return found.violations.map((each) => `${each.impact} ${each.id}: ${places(each)}`);
}"""
_MISPLACED = """() => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than the window");
  for (const text of document.querySelectorAll(".slide :is(p, h2, h3, h4)")) {
    const frame = text.closest(".slide").getBoundingClientRect();
    const lines = [...text.querySelectorAll(":scope > span")].map((line) => line.getBoundingClientRect());
    const apart = new Set(lines.map((line) => Math.round(line.top))).size === lines.length;
    const inside = lines.every((line) => line.right < frame.right + 1 && line.bottom < frame.bottom + 1);
    if (!text.matches(".unseen") && !(apart && inside)) found.push(text.textContent);
  }
  return found;
}"""


_TURNED = """async () => {
  const shown = () => [...document.querySelectorAll("article")].filter((each) => each.offsetParent).length;
  const said = [];
  const say = () => said.push(`${document.querySelector("[aria-current]").textContent.match(/^\\d+/)} of ${shown()}`);
  const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  say();
  document.querySelector("[data-go='1']").click(); say();
  press("ArrowRight"); say();
  press("ArrowLeft"); say();
  document.querySelector("[data-show]").click(); say();
  press("PageDown"); say();
  press("Escape"); say();
  return said;
}"""


def printed(page: Path, pdf: Path) -> Path:
    """The page as the browser prints it."""
    _chromium(page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    return pdf


def pictured(page: Path, part: str, png: Path, *, width: int, height: int) -> Path:
    """What a window of that size shows, in pixels, at a part of the page."""
    with tempfile.TemporaryDirectory(prefix="deckgen-browser-") as name:
        # A window that is scrolled itself would be pictured from its top.
        around = Path(name) / "window.html"
        frame = f'<iframe src="{page.resolve().as_uri()}#{part}" style="width:100%;height:100vh;border:0"></iframe>'
        around.write_text(f'<!DOCTYPE html><body style="margin:0;overflow:hidden">{frame}</body>', "utf-8")
        _chromium(around, f"--window-size={width},{height}", f"--screenshot={png}")
    return png


def faults_of_access(page: Path, *, width: int, is_dark: bool) -> list[str]:
    """What axe-core finds: its weight, its rule, and where."""
    return _asked(page, _AXE, width, is_dark=is_dark, script=AXE.read_text("utf-8"))


def misplaced(page: Path, *, width: int) -> list[str]:
    """Paragraphs of slides whose lines are not one below the other, or leave the slide; and a page that is too wide."""
    return _asked(page, _MISPLACED, width)


def turned(page: Path) -> list[str]:
    """Which slide is the current one, and how many are shown: at first; after 次へ, the arrows to the right and to the
    left; as large as the screen, and a page further; closed again.
    """
    return _asked(page, _TURNED, 1280)


def _asked(page: Path, question: str, width: int, *, is_dark: bool = False, script: str = "") -> list[str]:
    """What a function answers in the page; its policy, which lets in no question, is taken off."""
    whole = _POLICY.sub("", page.read_text("utf-8"))
    asking = f"<script>{script}</script>{_ASK % question}</body>"
    with tempfile.TemporaryDirectory(prefix="deckgen-browser-") as name:
        copy = Path(name) / "page.html"
        copy.write_text(whole.replace("</body>", asking), "utf-8")
        scheme = f"--blink-settings=preferredColorScheme={0 if is_dark else 1}"
        told = _chromium(copy, f"--window-size={width},900", scheme, "--virtual-time-budget=60000", "--dump-dom")
    (answer,) = re.findall(r'<pre id="answer">(.*?)</pre>', told, re.DOTALL)
    found: list[str] = json.loads(html.unescape(answer))
    return found


def _chromium(page: Path, *options: str) -> str:
    program = browser()
    assert program is not None
    # A sandbox needs rights that the machine of a judge may not have; the page is our own.
    fixed = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    with tempfile.TemporaryDirectory(prefix="deckgen-browser-") as name:
        return run([program, *fixed, f"--user-data-dir={name}", *options, page.resolve().as_uri()])
