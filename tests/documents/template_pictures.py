"""Makes the pictures of docs/ja/template.md: a PR department's template as it comes, and a deck built on it."""

from collections.abc import Iterator
from pathlib import Path

import pptx
import pypdfium2
from PIL import Image

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from tests.conformance.judges import office_to_pdf
from tests.template.kinds import company
from tests.template.made import workspace_with

NAMES = ("template-file", "template-deck")
_WIDTH, _GAP = 460, 10
"""Pixels."""
_GROUND = "#E4E8EC"
_SHOWN = ("はじめに", "事故の起こり方", "連絡します")
"""Words of the titles of the slides that are shown beside the cover."""


def pictured(folder: Path) -> Iterator[Path]:
    """The template's cover and content, then four slides of the finished deck, each in one picture."""
    template = company(folder / "kaisha.potx")
    yield _together(_pages(_as_it_comes(template, folder), folder)[:2], folder / f"{NAMES[0]}.png")
    workspace_with(template, folder / "work")
    profile = folder / "work" / "companies" / "midori-seiki.yaml"
    deck = build(Request(profile, ("deck",), theme="ours"), Report(), lambda step: None).files[0].path
    titles = [slide.shapes.title.text if slide.shapes.title else "" for slide in pptx.Presentation(str(deck)).slides]
    pages = _pages(deck, folder)
    wanted = [0, *(next(at for at, title in enumerate(titles) if words in title) for words in _SHOWN)]
    yield _together([pages[at] for at in wanted], folder / f"{NAMES[1]}.png")


def _as_it_comes(template: Path, folder: Path) -> Path:
    """The template with one slide on its cover and one on its content, as somebody begins who opens it."""
    file = folder / "begun.pptx"
    file.write_bytes(company(folder / "begun.potx", kind=_PRESENTATION).read_bytes())
    presentation = pptx.Presentation(str(file))
    for layout, texts in ((0, ("資料のタイトル", "部署名")), (1, ("スライドのタイトル", "本文を入れる"))):
        slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
        for placeholder, text in zip(slide.placeholders, texts, strict=False):
            placeholder.text = text
    presentation.save(str(file))
    return file


_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def _pages(deck: Path, folder: Path) -> list[Image.Image]:
    (printed,) = office_to_pdf([deck], folder)
    pages = pypdfium2.PdfDocument(printed)
    return [page.render(scale=_WIDTH / page.get_width()).to_pil().convert("RGB") for page in pages]


def _together(slides: list[Image.Image], file: Path) -> Path:
    """Slides two by two, as one picture."""
    wide, high = slides[0].size
    rows = -(-len(slides) // 2)
    sheet = Image.new("RGB", (2 * wide + 3 * _GAP, rows * (high + _GAP) + _GAP), _GROUND)
    for at, slide in enumerate(slides):
        sheet.paste(slide, (_GAP + at % 2 * (wide + _GAP), _GAP + at // 2 * (high + _GAP)))
    sheet.save(file)
    return file
