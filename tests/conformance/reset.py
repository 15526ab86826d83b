"""Does a slide stay as it is when somebody resets it?

    python -m tests.conformance.reset DECK.pptx …

PowerPoint's Reset gives every placeholder the place and the looks of its slide layout; what remains of its own is the
text, the levels of paragraphs, bold type, and links. The judge does so to each slide of a deck and names those that
look otherwise afterwards.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree
from PIL import Image, ImageChops
from pptx import Presentation
from pptx.oxml.ns import qn

from tests.conformance.judges import judge_at_command_line, office_to_pdf

LIMIT = 0.0002
"""Share of a slide's pixels that may differ: a hundred of 562,500; a line of text that moves by 1 mm changes more."""
_VISIBLE = 40
"""Of 255, in any colour: fainter differences come of rounding where glyphs begin."""
_WIDTH = 1000
_KEPT_OF_RUNS = ("lang", "altLang", "b", "i", "u")
_KEPT_IN_RUNS = (qn("a:hlinkClick"),)


def judge(decks: Sequence[Path]) -> list[list[str]]:
    """For each deck, the slides that look otherwise when they are reset; all are printed in one call."""
    with tempfile.TemporaryDirectory(prefix="deckgen-reset-") as name:
        folder = Path(name)
        copies = [folder / f"{number}.pptx" for number in range(2 * len(decks))]
        for deck, before, after in zip(decks, copies[::2], copies[1::2], strict=True):
            before.write_bytes(deck.read_bytes())
            reset(deck, after)
        printed = office_to_pdf(copies, folder)
        return [[*differences(*map(_slides, pair))] for pair in zip(printed[::2], printed[1::2], strict=True)]


def reset(deck: Path, copy: Path) -> None:
    """Save a copy of a deck with every slide reset."""
    presentation = Presentation(str(deck))
    for slide in presentation.slides:
        offered = {each.placeholder_format.idx: each for each in slide.slide_layout.placeholders}
        for placeholder in slide.placeholders:
            if placeholder._element.tag == qn("p:graphicFrame"):
                _placed(placeholder, offered[placeholder.placeholder_format.idx])
            else:
                _reset(placeholder._element)
    presentation.save(str(copy))


def _placed(frame: Any, offered: Any) -> None:
    """A table or a chart at the place of its placeholder; what is in it has looks of its own."""
    frame.left, frame.top, frame.width, frame.height = offered.left, offered.top, offered.width, offered.height


def _reset(element: Any) -> None:
    for properties in element.iter(qn("p:spPr"), qn("a:lstStyle")):
        properties[:] = []
    for body in element.iter(qn("a:bodyPr")):
        body.attrib.clear()
    for paragraph in element.iter(qn("a:pPr")):
        _strip(paragraph, ("lvl",), ())
    for run in element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        _strip(run, _KEPT_OF_RUNS, _KEPT_IN_RUNS)


def _strip(element: etree._Element, attributes: Sequence[str], children: Sequence[str]) -> None:
    for name in set(element.attrib) - set(attributes):
        del element.attrib[name]
    element[:] = [child for child in element if child.tag in children]


def _slides(printed: Path) -> list[Image.Image]:
    pages = pypdfium2.PdfDocument(printed)
    return [page.render(scale=_WIDTH / page.get_width()).to_pil().convert("RGB") for page in pages]


def differences(before: Sequence[Image.Image], after: Sequence[Image.Image]) -> Iterator[str]:
    """A sentence for each slide of which more than the limit differs."""
    for number, pair in enumerate(zip(before, after, strict=True), 1):
        share = _share(ImageChops.difference(*pair))
        if share > LIMIT:
            yield f"slide {number} differs in {share:.2%} of its picture"


def _share(difference: Image.Image) -> float:
    red, green, blue = difference.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[_VISIBLE:]) / (most.width * most.height)


def main(arguments: Sequence[str]) -> int:
    """Judge decks and print which slides change; 1 if any does."""
    decks = [Path(argument) for argument in arguments]
    return judge_at_command_line(__doc__, decks, judge, "slides change", "no slide changes")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
