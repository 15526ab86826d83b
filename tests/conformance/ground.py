"""Do a deck's texts lie clear of what its layouts show, and can each be read on what is really behind it?

    python -m tests.conformance.ground DECK.pptx …

prints a sentence for each text that crosses an edge of its layout's decoration, for each slide whose own shapes cover
such decoration, and for each text with too little contrast. Judged are pictures, drawn by LibreOffice: the slide, the
slide without its letters, and its layout alone.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw
from PIL import Image, ImageChops, ImageFilter
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from tests.conformance.characters import PrintedPage, Stretch, printed_pages
from tests.conformance.geometry import EMU_PER_PT, Box
from tests.conformance.judges import judge_at_command_line, office_to_pdf

EDGE = 60
"""Of 255, in any colour, between points that are 1 pt apart: what is fainter is a grain of the ground."""
ODD = 0.04
"""Share of a text's ground that may be of another colour: the rims of what lies behind it, as they are smoothed."""
READ, LARGE = 4.5, 3.0
"""Contrast that text has at least, and large text (WCAG 2.2, 1.4.3)."""
LARGE_SIZE = 24.0
"""pt from a font's ascent to its descent: some 20 pt of type."""
COVERED = 40
"""Points of decoration that slides may cover: an edge of 40 pt, seen as one line."""
_FOOTERS = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


@dataclass(frozen=True, slots=True)
class _Slide:
    """What is seen of a slide, a dot a point."""

    page: PrintedPage
    whole: Image.Image
    textless: Image.Image
    layout: Image.Image
    """Master and layout alone."""
    own: frozenset[str]
    """Texts of the layout itself."""
    edges: tuple[Box, ...]
    """Where the layout has date, footer and number: what lies there, a badge say, is the template's affair."""


def judge(decks: Sequence[Path]) -> list[list[str]]:
    """What is wrong with each deck; all are printed in one call."""
    with tempfile.TemporaryDirectory(prefix="deckgen-ground-") as name:
        folder = Path(name)
        copies = [folder / f"{number}.pptx" for number in range(2 * len(decks))]
        edges = [_copied(*each) for each in zip(decks, copies[::2], copies[1::2], strict=True)]
        printed = office_to_pdf(copies, folder)
        return [
            [*_deck_problems(whole, bare, each)]
            for whole, bare, each in zip(printed[::2], printed[1::2], edges, strict=True)
        ]


def _copied(deck: Path, whole: Path, bare: Path) -> list[tuple[Box, ...]]:
    """Copies of a deck, one of them with nothing on its slides; for each slide, where its layout has footers."""
    presentation = Presentation(str(deck))
    edges = [tuple(_edges(slide)) for slide in presentation.slides]
    for slide in presentation.slides:
        # LibreOffice sets links as fields, which it breaks and colours otherwise than texts.
        for link in slide._element.xpath(".//a:hlinkClick"):
            link.getparent().remove(link)
    presentation.save(str(whole))
    for slide in presentation.slides:
        for shape in list(slide.shapes):
            shape._element.getparent().remove(shape._element)
        for timing in slide._element.xpath("./p:timing"):
            slide._element.remove(timing)
    presentation.save(str(bare))
    return edges


def _edges(slide: Any) -> Iterator[Box]:
    for shape in slide.placeholders:
        if shape.placeholder_format.type in _FOOTERS:
            sides = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            yield Box(*(side / EMU_PER_PT for side in sides))


def _deck_problems(whole: Path, bare: Path, edges: Sequence[tuple[Box, ...]]) -> Iterator[str]:
    pages, layouts = [*printed_pages(whole)], [*printed_pages(bare)]
    if not len(pages) == len(layouts) == len(edges):
        yield f"{len(edges)} slides, but {len(pages)} and {len(layouts)} printed pages"
        return
    pictures = zip(_pictures(whole), _pictures(whole, with_text=False), _pictures(bare), strict=True)
    for page, layout, shown, footers in zip(pages, layouts, pictures, edges, strict=True):
        own = frozenset(f"{each.text} {each.box.left:.0f} {each.box.top:.0f}" for each in layout.stretches)
        for problem in _problems(_Slide(page, *shown, own, footers)):
            yield f"slide {page.number}, {problem}"


def _pictures(printed: Path, *, with_text: bool = True) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(printed):
        if not with_text:
            for letters in list(page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,), max_depth=1)):
                page.remove_obj(letters)
        drawn = page.render(scale=2).to_pil().convert("RGB").reduce(2)
        yield drawn.filter(ImageFilter.BoxBlur(0.5))  # as an eye sees it that reads 18 pt: fine patterns are a tone


def _problems(slide: _Slide) -> Iterator[str]:
    rough = _rough(slide.layout)
    for stretch in slide.page.stretches:
        if f"{stretch.text} {stretch.box.left:.0f} {stretch.box.top:.0f}" in slide.own:
            continue
        is_edge = any(_holds(edge, stretch.box) for edge in slide.edges)
        if not is_edge and _area(rough, stretch.box).getbbox() is not None:
            yield f"「{stretch.text}」 crosses an edge of the layout's decoration"
        is_lenient = is_edge or _height(stretch) >= LARGE_SIZE
        found, least = _contrast(slide.textless, stretch), LARGE if is_lenient else READ
        if found < least - 0.05:
            yield f"「{stretch.text}」 has a contrast of {found:.1f} to its ground, expected {least:g}"
    yield from _covered(slide, rough)


def _rough(layout: Image.Image) -> Image.Image:
    """255 where a layout's picture has an edge."""
    grown, shrunk = (layout.filter(kind(3)) for kind in (ImageFilter.MaxFilter, ImageFilter.MinFilter))
    return _most(ImageChops.difference(grown, shrunk)).point(lambda value: 255 if value > EDGE else 0)


def _covered(slide: _Slide, rough: Image.Image) -> Iterator[str]:
    """Decoration that is not seen on the slide as it is on its layout."""
    changed = _most(ImageChops.difference(slide.textless, slide.layout)).point(lambda value: 255 if value > EDGE else 0)
    lost = ImageChops.darker(changed, rough)
    for edge in slide.edges:
        lost.paste(0, _dots(edge))
    if (count := lost.histogram()[255]) > COVERED and (box := lost.getbbox()):
        at = ", ".join(f"{side} pt" for side in box)
        yield f"its shapes cover {count} points of the layout's decoration between {at}"


def _contrast(ground: Image.Image, text: Stretch) -> float:
    """The contrast of a text to where it is read worst, but for the odd point."""
    area = _area(ground, text.box)
    parts = text.colour if len(text.colour) == 3 else text.colour[:1] * 3
    own = _luminance(tuple(round(255 * part) for part in parts))
    counted = area.getcolors(area.width * area.height) or []
    found = sorted((_ratio(own, _luminance(colour)), count) for count, colour in counted)  # type: ignore[arg-type]
    odd = area.width * area.height * ODD
    for ratio, count in found:
        odd -= count
        if odd < 0:
            return ratio
    return 21.0


def _luminance(colour: tuple[int, ...]) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _most(picture: Image.Image) -> Image.Image:
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _height(stretch: Stretch) -> float:
    return stretch.box.bottom - stretch.box.top


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left - 1 <= inner.left
        and outer.top - 1 <= inner.top
        and inner.right <= outer.right + 1
        and inner.bottom <= outer.bottom + 1
    )


def _area(picture: Image.Image, box: Box) -> Image.Image:
    """What of a picture lies in a box, less the room that an em box leaves around its signs."""
    room = min(2.0, (box.bottom - box.top) / 8)
    return picture.crop(_dots(box.inset(left=1, top=room, right=1, bottom=room)))


def _dots(box: Box) -> tuple[int, int, int, int]:
    left, top = round(box.left), round(box.top)
    return left, top, max(left + 1, round(box.right)), max(top + 1, round(box.bottom))


def main(arguments: Sequence[str]) -> int:
    """Judge decks and print what is wrong; 1 if anything is."""
    decks = [Path(argument) for argument in arguments]
    return judge_at_command_line(__doc__, decks, judge, "problems", "all texts are clear of decoration, and readable")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
