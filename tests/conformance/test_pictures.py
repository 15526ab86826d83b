"""Paper shows each slide as another renderer shows the deck."""

import pytest
from PIL import Image

from tests.conformance import pictures
from tests.conformance.builds import FULL, Built

CASES = ("midori-seiki, standard", "hinata-design, contrast")


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("name", CASES)
def test_every_slide_looks_on_paper_as_in_the_deck(name: str, builds: dict[str, Built]) -> None:
    built = builds[name]
    papers = [built.file(FULL), built.file("_trainer.pdf")]
    assert pictures.judge(built.deck, papers) == [[], []]


def test_the_judge_of_pictures_finds_one_that_is_missing_or_another() -> None:
    white, blue = Image.new("RGB", (960, 540), "white"), Image.new("RGB", (960, 540), "white")
    blue.paste("navy", (100, 100, 160, 160))
    none: list[list[pictures.Sides]] = [[], []]
    assert [*pictures.differences([white, blue], [white, blue], none)] == []
    assert [*pictures.differences([white, blue], [white], none)] == ["2 slides, but 1 pictures"]
    (told,) = pictures.differences([white, blue], [white, white], none)
    assert told.startswith("slide 2 differs by 255 in column 7, row 7 ")
