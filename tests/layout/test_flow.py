"""Slides as running text."""

from dataclasses import replace

from deckgen.layout import flow
from deckgen.layout.splitting import leaves
from deckgen.model.blocks import ChartBlock, LinkBlock, PictureBlock, Series
from deckgen.model.text import Text, plain_text
from deckgen.wording import Wording
from tests.layout.slides import slide
from tests.layout.supply import SCENE, Supply


def test_what_names_a_thing_stays_with_what_follows_it() -> None:
    made = slide("text", Supply())
    point = replace(made.points[0], heading=plain_text("名"), body=plain_text("中身"))
    units = flow.units(replace(made, lead=plain_text("初め"), points=(point, point), callout=None), Wording())
    told = ["".join(leaf.text.plain for leaf in leaves([unit]) if leaf.text) for unit in units]
    assert told[:3] == ["初め", "名中身", "名中身"]


def test_a_chart_is_told_with_its_figures_and_a_picture_with_what_it_shows() -> None:
    series = tuple(
        Series(name=plain_text(name), values=values) for name, values in (("去年", (9.0,)), ("今年", (3.5,)))
    )
    chart: ChartBlock[Text] = ChartBlock(
        heading=plain_text("誤送信"), alt="減った", unit="件", categories=(plain_text("4月"),), series=series
    )
    picture: PictureBlock[Text] = PictureBlock(
        heading=plain_text("棚"), scene=SCENE, caption=plain_text("鍵をかけます")
    )
    link: LinkBlock[Text] = LinkBlock(title=plain_text("設定"), url="https://example.jp/settings")
    blocks = (chart, picture, link)
    units = flow.units(replace(slide("content", Supply()), lead=None, columns=(), blocks=blocks), Wording())
    told = [leaf.text.plain for leaf in leaves(units) if leaf.text]
    assert told == [
        "誤送信", "4月：去年 9件、今年 3.5件", "棚", SCENE.alt, "鍵をかけます", "設定", "https://example.jp/settings",
    ]  # fmt: skip
