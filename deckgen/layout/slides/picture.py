"""picture: one large picture with a caption."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.layout.blocks import Block, Panel, Space, Stack, Words
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import SURFACE, TEXT
from deckgen.layout.scenes import SceneBlock
from deckgen.model.frames import Box, Item, Picture
from deckgen.model.slides import PictureSlide
from deckgen.model.slots import Image
from deckgen.model.text import Text
from deckgen.units import mm, pt

Slide = PictureSlide[Text]


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """A picture file, as large as its box allows, centred in it, never distorted."""

    kit: Kit
    image: Image
    alt: str
    name: str
    least: int = mm(30)

    def height(self, width: int) -> int:
        return min(self.least, round(width * self.image.height / self.image.width))

    def draw(self, box: Box) -> Iterator[Item]:
        scale = min(box.width / self.image.width, box.height / self.image.height)
        width, height = round(self.image.width * scale), round(self.image.height * scale)
        frame = Box(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)
        yield Picture(
            box=frame, name=self.kit.name(self.name), data=self.image.data, format=self.image.format, alt=self.alt
        )


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
        return Panel(kit, Stack([SceneBlock(kit, slide.scene, "scene")], growing=0), "scene", fill=SURFACE,
                     padding=(pad, pad, pad, pad))  # fmt: skip
    if slide.file:
        return ImageBlock(kit, slide.file, slide.alt or slide.title.plain, "picture")
    return Space()
