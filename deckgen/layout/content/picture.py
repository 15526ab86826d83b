"""A picture file."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.layout.kit import Kit
from deckgen.model.frames import Box, Item, Picture
from deckgen.model.slots import Image
from deckgen.units import mm


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
