"""Pictures: files and scenes."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.layout.blocks import Block, Panel, Words
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import MUTED, SURFACE, TEXT
from deckgen.layout.scenes import SceneBlock
from deckgen.layout.splitting import Unit, whole_units
from deckgen.layout.stacking import Stack
from deckgen.model.blocks import PictureBlock
from deckgen.model.course import Course
from deckgen.model.frames import Box, Colour, Item, Picture, Shape
from deckgen.model.slots import Image
from deckgen.model.text import Text
from deckgen.units import mm, pt


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """A picture file, as large as its box allows, centred in it, never distorted."""

    kit: Kit
    image: Image
    alt: str
    name: str
    least: int = mm(30)
    is_logo: bool = False
    """True for a company's logo, which fills no placeholder; on a ground that is not white it gets a white plate."""

    def height(self, width: int) -> int:
        return min(self.least, round(width * self.image.height / self.image.width))

    def draw(self, box: Box) -> Iterator[Item]:
        scale = min(box.width / self.image.width, box.height / self.image.height)
        width, height = round(self.image.width * scale), round(self.image.height * scale)
        frame = Box(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)
        theme = self.kit.theme
        if self.is_logo and not theme.is_on_white:
            plate = frame.inset(*[-height // 6] * 4)
            white = Colour("background", exact="FFFFFF")
            yield Shape(box=plate, name=self.kit.name(f"{self.name}-plate"), geometry="rectangle", fill=white)
        yield Picture(box=frame, name=self.kit.name(self.name), data=self.image.data, format=self.image.format,
                      alt=self.alt, placeholder=None if self.is_logo else self.kit.next("picture"))  # fmt: skip


def logo(kit: Kit, course: Course) -> ImageBlock | None:
    """A company's logo, if it has one."""
    if not course.logo:
        return None
    alt = kit.say("alt-logo", company=course.company_name)
    return ImageBlock(kit, course.logo, alt, "logo", is_logo=True)


def compose(block: PictureBlock[Text], kit: Kit, start: int) -> Block:
    blocks: list[Block] = [_shown(block, kit)]
    if block.caption:
        style = TextStyle("small", colour=TEXT, align="center", pitch=1.3)
        blocks.append(Words(kit, [block.caption], style, "caption", is_body=True))
    if block.credit:
        style = TextStyle("label", colour=MUTED, align="center", pitch=1.3)
        blocks.append(Words(kit, [block.credit], style, "credit", is_body=True))
    return Stack(blocks, gap=pt(5), growing=0)


def _shown(block: PictureBlock[Text], kit: Kit) -> Block:
    if block.file:
        return ImageBlock(kit, block.file, block.alt or "", "picture", least=mm(45))
    assert block.scene is not None  # the checks of a course see to it
    pad = pt(12)
    scene = Stack([SceneBlock(kit, block.scene, "scene")], growing=0)
    return Panel(kit, scene, "scene", fill=SURFACE, padding=(pad, pad, pad, pad))


def units(block: PictureBlock[Text]) -> tuple[Unit, ...]:
    return whole_units(0, 1, weight=300)
