"""What a slide gathers while its items are drawn: shape ids, relationships, and the parts its items bring along."""

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from deckgen.model.frames import Box, LayoutName, Picture
from deckgen.model.theme import Theme
from deckgen.writers.pptx.addresses import target
from deckgen.writers.pptx.package import Package, Relations
from deckgen.writers.pptx.xml import attribute

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(slots=True)
class Store:
    """Parts that slides share or bring along, counted over the whole deck."""

    package: Package
    theme: Theme
    pictures: dict[str, str] = field(default_factory=dict)
    """Part name by the picture's hash: the same picture is stored once."""
    charts: int = 0

    def picture(self, picture: Picture) -> str:
        """The name of the part that holds the picture."""
        digest = sha256(picture.data).hexdigest()
        if digest not in self.pictures:
            self.pictures[digest] = f"/ppt/media/image{len(self.pictures) + 1}.{picture.format}"
            self.package.add(self.pictures[digest], None, picture.data)
        return self.pictures[digest]


@dataclass(slots=True)
class Canvas:
    """One slide or slide layout while it is drawn."""

    relations: Relations
    store: Store
    layout: LayoutName = "title-only"
    offered: dict[str, Box] = field(default_factory=dict)
    """The box that the slide layout gives each of its placeholders, by the placeholder's tag."""
    number: str | None = None
    """The slide's number as its slide-number placeholder shows it."""
    shapes: int = 1
    """Ids given so far; 1 is the shape tree's own."""

    def names(self, name: str, alt: str | None = None, *, decorative: bool = False) -> str:
        """The non-visual properties that every drawn thing begins with: id, name, and what it shows."""
        self.shapes += 1
        opening = f'<p:cNvPr id="{self.shapes}" name="{attribute(name)}"'
        if alt:
            return f'{opening} descr="{attribute(alt)}"/>'
        return f"{opening}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{opening}/>"

    def link(self, address: str) -> str:
        """The relationship to an address."""
        return self.relations.to("hyperlink", target(address), external=True)


@lru_cache(maxsize=4096)
def transform(box: Box, attributes: str = "", tag: str = "a:xfrm") -> str:
    """Position and size."""
    return f'<{tag}{attributes}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/></{tag}>'
