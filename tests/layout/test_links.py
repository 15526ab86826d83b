"""Where texts of slides lead to."""

from dataclasses import replace

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.model.frames import Shape, TextBox
from tests.golden.course import every_kind
from tests.layout.laying import laid
from tests.layout.slides import course, slide
from tests.layout.supply import Supply
from tests.layout.themes import STANDARD


def test_each_line_of_the_agenda_leads_to_its_section() -> None:
    slides = [slide("agenda", Supply(), "agenda"), *(slide("section", Supply(), f"part-{n}") for n in (1, 2))]
    pages = lay_out(course(*slides), STANDARD, Report()).pages
    led = [item.leads_to for item in pages[0].items if isinstance(item, TextBox | Shape) and item.leads_to]
    assert led[-2:] == ["part-1", "part-2"]


def test_no_break_stands_in_an_address() -> None:
    made = slide("references", Supply())
    long = tuple(replace(each, url="https://example.jp/" + "a-long/way/" * 12) for each in made.references[:2])
    for page in (*laid(replace(made, references=long)).pages, *lay_out(every_kind(), STANDARD, Report()).pages):
        for item in page.items:
            for paragraph in item.body.paragraphs if isinstance(item, TextBox | Shape) and item.body else ():
                text = "".join(run.text for run in paragraph.runs)
                assert not (text.startswith("http") and paragraph.hard_breaks), text
