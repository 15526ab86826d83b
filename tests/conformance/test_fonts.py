"""Where the theme's fonts are missing, those that a deck carries set every sign of it in the same place."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conformance.builds import SAMPLES, Built
from tests.conformance.characters import printed_pages
from tests.conformance.geometry import Box
from tests.conformance.judges import THEME_FONTS, office_to_pdf
from tests.writers.pptx.eot import embedded
from tests.writers.pptx.reading import parts


def set_signs(deck: Path, fonts: Sequence[Path], folder: Path) -> list[list[tuple[str, Box]]]:
    """The text of each slide with its places, as LibreOffice prints it with the system's fonts and those of folders."""
    folder.mkdir()
    (printed,) = office_to_pdf([deck], folder, fonts)
    return [[(stretch.text, stretch.box) for stretch in page.stretches] for page in printed_pages(printed)]


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("company", SAMPLES)
def test_every_sign_is_set_alike_in_the_fonts_that_the_deck_carries(
    company: str, builds: dict[str, Built], tmp_path: Path
) -> None:
    deck, own = builds[f"{company}, standard"].deck, tmp_path / "fonts"
    own.mkdir()
    for number, font in enumerate(embedded(parts(deck.read_bytes()))):
        (own / f"{number}.ttf").write_bytes(font.font)
    measured = set_signs(deck, THEME_FONTS, tmp_path / "measured")
    carried = set_signs(deck, [own], tmp_path / "carried")
    without = set_signs(deck, [], tmp_path / "without")
    pairs = zip(measured, carried, strict=True)
    assert [number for number, (one, other) in enumerate(pairs, start=1) if one != other] == []
    # A difference would be seen: no slide is set alike in another font.
    assert not any(one == other for one, other in zip(measured, without, strict=True))
