"""Makes the pictures of the documents: a slide of the sample company's deck, and a page of its handout.

Usage: python -m tests.documents.pictures     (from the root of the checkout; needs LibreOffice and poppler's pdftoppm)
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from tests.conformance.judges import office_to_pdf

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
PROFILE = ROOT / "source" / "companies" / "midori-seiki.yaml"
SLIDE = "emergency"
HANDOUT_PAGE = 5
WIDTHS = {"slide": 960, "handout": 640}
"""Pixels."""


def main() -> None:
    """Build the sample, print it, and keep one page of each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options = ["--out", name, "--only", "deck,handout"]
        subprocess.run([sys.executable, "-m", "deckgen", "build", str(PROFILE), *options], cwd=ROOT, check=True)
        (deck,) = folder.rglob("*_deck.pptx")
        (handout,) = folder.rglob("*_handout.pdf")
        (slides,) = office_to_pdf([deck], folder)
        _keep(slides, _number_of(SLIDE), "slide", folder)
        _keep(handout, HANDOUT_PAGE, "handout", folder)


def _number_of(slide: str) -> int:
    """The number of a slide's first page in the deck."""
    command = [sys.executable, "-m", "deckgen", "outline", str(PROFILE)]
    outline = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    heads = [line.split() for line in outline.splitlines() if line.startswith("## ")]
    return next(int(number) for _, number, name, *_ in heads if name == slide)


def _keep(pdf: Path, page: int, name: str, folder: Path) -> None:
    """One page as a picture with few colours, so that the repository stays small."""
    target = folder / name
    number = str(page)
    command = ["pdftoppm", "-png", "-singlefile", "-f", number, "-l", number, "-scale-to-x", str(WIDTHS[name])]
    subprocess.run([*command, "-scale-to-y", "-1", str(pdf), str(target)], check=True)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with Image.open(target.with_suffix(".png")) as picture:
        framed = ImageOps.expand(picture.convert("RGB"), border=1, fill="#c4ccd4")  # the paper's edge on a white page
        framed.quantize(64).save(IMAGES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
