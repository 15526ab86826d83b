"""Does paper show each slide as another renderer shows the deck?

    python -m tests.conformance.pictures DECK.pptx PAPER.pdf

prints the slides whose pictures differ, and by how much at most in any part of them.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from pptx import Presentation

from tests.conformance.judges import office_to_pdf

PARTS = (48, 27)
"""Columns and rows of what is compared: each part is some 7 mm of a slide 339 mm wide."""
TOLERANCE = 120
"""Of 255, in one colour of one part. Two renderers set the same glyphs some pixels apart, a title by up to 104;
a picture, a panel or a bar that is missing changes a part by more."""
_SCALE = 1.5
Sides = tuple[float, float, float, float]
_LEAST_WIDTH = 100.0
"""Points: smaller panels are parts of a slide."""
_SLACK = 3.0
"""Points by which a part may leave its slide."""


def judge(deck: Path, papers: Sequence[Path]) -> list[list[str]]:
    """For each paper, the slides that it shows otherwise than the deck does, or not at all."""
    with tempfile.TemporaryDirectory(prefix="deckgen-pictures-") as name:
        (printed,) = office_to_pdf([deck], Path(name))
        slides = [page.render(scale=_SCALE).to_pil() for page in pypdfium2.PdfDocument(printed)]
    ratio = slides[0].width / slides[0].height
    return [[*differences(slides, [*pictures(paper, ratio)], charts(deck))] for paper in papers]


def charts(deck: Path) -> list[list[Sides]]:
    """Where the charts of each slide are, as shares of the slide: programs choose the end of an axis for themselves."""
    file = Presentation(str(deck))
    width, height = file.slide_width, file.slide_height
    return [
        [
            (each.left / width, each.top / height, (each.left + each.width) / width, (each.top + each.height) / height)
            for each in slide.shapes
            if each.has_chart
        ]
        for slide in file.slides
    ]


def differences(
    slides: Sequence[Image.Image], shown: Sequence[Image.Image], left_out: Sequence[Sequence[Sides]]
) -> Iterator[str]:
    """A sentence for each slide that is shown otherwise, and where not all are shown."""
    if len(slides) != len(shown):
        yield f"{len(slides)} slides, but {len(shown)} pictures"
        return
    for number, (slide, picture, sides) in enumerate(zip(slides, shown, left_out, strict=True), 1):
        amount, column, row = _difference(_without(slide, sides), _without(picture, sides))
        if amount > TOLERANCE:
            yield f"slide {number} differs by {amount} in column {column}, row {row} of {PARTS[0]} × {PARTS[1]}"


def _without(image: Image.Image, areas: Sequence[Sides]) -> Image.Image:
    copy = image.convert("RGB")
    for left, top, right, bottom in areas:
        corners = (left * copy.width, top * copy.height, right * copy.width, bottom * copy.height)
        ImageDraw.Draw(copy).rectangle(corners, fill="white")
    return copy


def pictures(paper: Path, ratio: float) -> Iterator[Image.Image]:
    """The slides on a paper, in order: what has a ground of the slide's shape."""
    file = pypdfium2.PdfDocument(paper)
    with pdfplumber.open(paper) as pdf:
        for index, page in enumerate(pdf.pages):
            grounds = [area for area in (*page.rects, *page.curves) if _is_slide(area, ratio)]
            if not grounds:
                continue
            whole = file[index].render(scale=2 * _SCALE).to_pil()
            for area in _outermost(grounds):
                sides = (area["x0"], area["top"], area["x1"], area["bottom"])
                yield whole.crop(tuple(round(2 * _SCALE * side) for side in sides))


def _is_slide(area: dict[str, Any], ratio: float) -> bool:
    width, height = float(area["width"]), float(area["height"])
    return width > _LEAST_WIDTH and height > 0 and abs(width / height / ratio - 1) < 0.004


def _outermost(areas: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One area for each slide: what lies within another one, as a panel of the slide's shape does, is a part of it."""
    found: list[dict[str, Any]] = []
    for area in sorted(areas, key=lambda area: -float(area["width"])):
        if not any(_is_within(area, other) for other in found):
            found.append(area)
    return sorted(found, key=lambda area: (area["top"], area["x0"]))


def _is_within(area: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether an area lies within another one, or leaves it by less than `_SLACK`, as a frame's line does."""
    starts = all(area[side] > other[side] - _SLACK for side in ("x0", "top"))
    return starts and all(area[side] < other[side] + _SLACK for side in ("x1", "bottom"))


def _difference(one: Image.Image, other: Image.Image) -> tuple[int, int, int]:
    """The greatest difference of any part, and its column and row, from 1."""
    difference = ImageChops.difference(_parts(one), _parts(other)).tobytes()
    values = [max(difference[at : at + 3]) for at in range(0, len(difference), 3)]
    worst = max(range(len(values)), key=values.__getitem__)
    return values[worst], worst % PARTS[0] + 1, worst // PARTS[0] + 1


def _parts(image: Image.Image) -> Image.Image:
    blurred = image.convert("RGB").resize((PARTS[0] * 8, PARTS[1] * 8), Image.Resampling.BOX)
    return blurred.filter(ImageFilter.BoxBlur(3)).resize(PARTS, Image.Resampling.BOX)


if __name__ == "__main__":
    for problem in judge(Path(sys.argv[1]), [Path(sys.argv[2])])[0]:
        print(problem)
