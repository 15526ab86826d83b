"""Does a deck's text fit where another renderer draws it?

    python -m tests.conformance.fit [--hidden] DECK.pptx …

prints a sentence for each text that leaves its shape or the slide, and for each two texts that collide: slide, shape,
text, and by how many points. `--hidden`: as it is where the theme's font is missing.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.conformance.characters import PrintedPage, collisions, drawn, printed_pages
from tests.conformance.geometry import beyond
from tests.conformance.judges import THEME_FONTS, judge_at_command_line, office_to_pdf
from tests.conformance.marks import mark_of
from tests.conformance.regions import MarkedDeck, Region, mark

TOLERANCE = 1.0
"""pt. LibreOffice sets text on a grid of 1/100 mm (0.03 pt) and rounds advances to 1/600 inch (0.12 pt); and an em box
exceeds the ink of its character by 0.5 to 1 pt. A person sees what stands out by more."""


HIDDEN = "--hidden"


def judge(decks: Sequence[Path], fonts: Sequence[Path] = THEME_FONTS) -> list[list[str]]:
    """What does not fit, deck by deck, in the theme's fonts, or where they are missing; all decks are printed in one
    call.
    """
    with tempfile.TemporaryDirectory(prefix="deckgen-fit-") as name:
        folder = Path(name)
        copies = [folder / f"{number}.pptx" for number in range(len(decks))]
        marked = [mark(deck, copy) for deck, copy in zip(decks, copies, strict=True)]
        printed = office_to_pdf(copies, folder, fonts)
        return [[*_deck_problems(deck, pdf)] for deck, pdf in zip(marked, printed, strict=True)]


def _deck_problems(deck: MarkedDeck, pdf: Path) -> Iterator[str]:
    pages = [*printed_pages(pdf)]
    if len(pages) != len(deck.slides):
        yield f"{len(deck.slides)} slides, but {len(pages)} printed pages"
        return
    for page, regions in zip(pages, deck.slides, strict=True):
        for problem in _page_problems(page, regions):
            yield f"slide {page.number}, {problem}"


def _page_problems(page: PrintedPage, regions: dict[int, Region]) -> Iterator[str]:
    owners = [regions.get(mark_of(stretch.colour)) for stretch in page.stretches]
    labels = [
        f"{owner.name if owner else 'no shape'}: 「{stretch.text}」"
        for owner, stretch in zip(owners, page.stretches, strict=True)
    ]
    for label, owner, stretch in zip(labels, owners, page.stretches, strict=True):
        if owner is None:
            yield f"{label} is printed, but no shape of the slide holds it"
        else:
            yield from (f"{label} leaves its shape {side}" for side in beyond(stretch.box, owner.box, TOLERANCE))
        yield from (f"{label} leaves the slide {side}" for side in beyond(stretch.box, page.paper, TOLERANCE))
    for first, second, extent in collisions(page.stretches):
        yield f"{labels[first]} collides with {labels[second]}, {extent}"
    yield from _lost(page, regions)


def _lost(page: PrintedPage, regions: dict[int, Region]) -> Iterator[str]:
    """Text that is not in print: what a renderer hides, or this judge does not see, must not pass for fitting."""
    printed = Counter[int]()
    for stretch in page.stretches:
        printed[mark_of(stretch.colour)] += drawn(stretch.text)
    for key, region in regions.items():
        if printed[key] < region.characters:
            yield f"{region.name}: {printed[key]} of {region.characters} characters are printed"


def main(arguments: Sequence[str]) -> int:
    """Judge decks and print what does not fit; 1 if anything does not."""
    decks = [Path(argument) for argument in arguments if argument != HIDDEN]
    fonts = () if HIDDEN in arguments else THEME_FONTS
    return judge_at_command_line(__doc__, decks, lambda each: judge(each, fonts), "problems", "everything fits")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
