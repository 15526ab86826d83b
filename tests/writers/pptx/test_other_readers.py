"""The deck as an independent library reads it."""

import io
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pptx import Presentation

from deckgen.writers.pptx.deck import render
from tests.writers.pptx.sample import CHART, TABLE, publication


def test_another_library_finds_titles_notes_tables_and_charts() -> None:
    deck = Presentation(io.BytesIO(render(publication()).data))
    cover, sample = deck.slides
    assert cover.shapes.title.text_frame.text == "表紙"
    assert sample.shapes.title.text_frame.text == "一つ目の\v見出し"
    assert sample.slide_layout.name == "タイトルと本文"
    assert sample.notes_slide.notes_text_frame.text.startswith("皆さん、")
    shapes = {shape.name: shape for shape in sample.shapes}
    assert [cell.text for cell in shapes[TABLE.name].table.rows[1].cells] == ["情報管理者", "03-0000-0000"]
    series = shapes[CHART.name].chart.plots[0].series[0]
    assert list(series.values) == [3172, 2250, 866]
    assert shapes["sample/logo"].image.content_type == "image/png"
