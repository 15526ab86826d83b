"""picture: one large picture with a caption."""

from deckgen.layout.blocks import Block, Grouped, Panel, Words
from deckgen.layout.content.picture import ImageBlock
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import SURFACE, TEXT
from deckgen.layout.scenes import SceneBlock
from deckgen.layout.stacking import Space, Stack
from deckgen.model.slides import PictureSlide
from deckgen.model.text import Text
from deckgen.units import pt

Slide = PictureSlide[Text]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    blocks: list[Block] = [_picture(kit, slide)]
    if slide.caption:
        style = TextStyle("body", colour=TEXT, align="center")
        blocks.append(Words(kit, [slide.caption], style, "caption", is_body=True))
    return Stack(blocks, gap=kit.em("body", 0.6), growing=0)


def _picture(kit: Kit, slide: Slide) -> Block:
    if slide.scene:
        pad = pt(16)
        scene = Panel(kit, Stack([SceneBlock(kit, slide.scene, "scene")], growing=0), "scene", fill=SURFACE,
                      padding=(pad, pad, pad, pad))  # fmt: skip
        return Grouped(kit, scene, "scene", slide.scene.alt, is_read=False)
    if slide.file:
        return ImageBlock(kit, slide.file, slide.alt or slide.title.plain, "picture")
    return Space()
