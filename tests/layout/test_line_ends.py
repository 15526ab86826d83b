"""Where lines end that every program has to keep, and which are left to it."""

import pytest

from deckgen.layout.line_ends import phrased_lines
from deckgen.model.text import Run
from deckgen.text.setting import extent
from tests.layout.themes import FONTS


def kept(text: str, measure: float, *, bold: bool = False) -> list[str] | None:
    """The lines that are kept, with no line more than the text takes; None where it is left to each program."""
    runs = (Run(text),)
    count = extent(runs, measure, bold, FONTS)[0]
    lines = phrased_lines(runs, measure, bold, FONTS, count, count)
    return None if lines is None else [line.text.rstrip() for line in lines]


@pytest.mark.parametrize("measure", [22, 24, 26, 28, 30])
def test_running_text_in_english_is_left_to_each_program(measure: float) -> None:
    assert kept("In a web meeting in a shared space, people nearby overheard a customer’s data.", measure) is None


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("Not the name; what stands after the @", 20, ["Not the name;", "what stands after the @"]),
        ("Call the desk before you go on with it", 20, ["Call the desk before", "you go on with it"]),
    ],
)
def test_no_word_of_a_letter_or_two_stands_alone_on_a_last_line_of_english(
    text: str, measure: float, expected: list[str]
) -> None:
    assert kept(text, measure) == expected


def test_a_heading_in_english_leaves_no_crumb_on_its_last_line() -> None:
    heading = "Personal information protection policy"
    assert kept(heading, 20, bold=True) == ["Personal information", "protection policy"]
    assert kept(heading, 20) is None


def test_short_japanese_text_ends_its_lines_with_phrases() -> None:
    assert kept("前日までに申請を出し、課長の承認を受けてから持ち出します。", 18) == [
        "前日までに申請を出し、",
        "課長の承認を受けてから持ち出します。",
    ]
