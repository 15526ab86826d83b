"""Slides as running text."""

from dataclasses import replace

from deckgen.layout import flow
from deckgen.layout.splitting import leaves
from deckgen.model.text import plain_text
from deckgen.wording import Wording
from tests.layout.slides import slide
from tests.layout.supply import Supply


def test_what_names_a_thing_stays_with_what_follows_it() -> None:
    made = slide("text", Supply())
    point = replace(made.points[0], heading=plain_text("名"), body=plain_text("中身"))
    units = flow.units(replace(made, lead=plain_text("初め"), points=(point, point), callout=None), Wording())
    told = ["".join(leaf.text.plain for leaf in leaves([unit]) if leaf.text) for unit in units]
    assert told[:3] == ["初め", "名中身", "名中身"]
