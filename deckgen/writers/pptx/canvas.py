"""What a slide gathers while its items are drawn: shape ids, relationships, and the parts its items bring along.

Shapes are composed as text and not through python-pptx's shapes: those take some twenty times as long (14 ms for 40
shapes), look through all shapes of a slide for each id they give, and have no call for much of what stands here, such
as East Asian fonts, exact adjustments, decorative marks, freeforms with curves, and all of masters and layouts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from deckgen.model.frames import Picture, Placeholder
from deckgen.model.theme import Theme
from deckgen.wording import Language, Wording
from deckgen.writers.pptx.package import DeckPackage
from deckgen.writers.pptx.placeholders import Offers, tag
from deckgen.writers.pptx.text import hyperlink, target
from deckgen.writers.pptx.timing import Appearing
from deckgen.writers.pptx.xml import attribute

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class Store:
    """What all slides of a deck share."""

    package: DeckPackage
    theme: Theme
    words: Wording
    """What the deck says in words of the course's language."""
    stamp: datetime
    """The time that stands in the file for the time it was made."""
    slides: dict[str, Part] = field(default_factory=dict)
    """The part of the first page of each slide, by the slide's id."""


@dataclass(slots=True)
class Canvas:
    """One slide or slide layout while it is drawn."""

    part: Part
    """Where its relationships start."""
    store: Store
    kind: str = ""
    """Of the slide."""
    offered: Offers = field(default_factory=dict)
    """What its slide layout, or the master of a layout, says of placeholders."""
    tags: Mapping[Placeholder, str] = field(default_factory=dict)
    """What ties a text to a placeholder of a template's layout; empty where the layouts are ours."""
    levels: str = ""
    """What the list style of a placeholder begins with on a template's layout."""
    number: str | None = None
    """The slide's number as its slide-number placeholder shows it."""
    shapes: int = 1
    """Ids given so far; 1 is the shape tree's own."""
    clicks: dict[int, list[Appearing]] = field(default_factory=dict)
    """What appears on which click."""
    is_described: bool = False
    """True inside a group whose description tells all that is in it, so that a screen reader reads it once."""

    def say(self, key: str, /, **values: object) -> str:
        """A word of the course's language."""
        return self.store.words.say(key, **values)

    @property
    def language(self) -> Language:
        """Of every run."""
        return self.store.words.language

    def names(
        self,
        name: str,
        alt: str | None = None,
        *,
        decorative: bool = False,
        address: str | None = None,
        leads_to: str = "",
    ) -> str:
        """The non-visual properties that every drawn thing begins with: id, name, what it shows, where it leads."""
        self.shapes += 1
        opening = f'<p:cNvPr id="{self.shapes}" name="{attribute(name)}"'
        if alt and not self.is_described:
            return f'{opening} descr="{attribute(alt)}"/>'
        if address:
            return f"{opening}>{hyperlink(address, self.link)}</p:cNvPr>"
        if leads_to in self.store.slides:
            return f"{opening}>{self._jump(leads_to)}</p:cNvPr>"
        return f"{opening}>{_DECORATIVE}</p:cNvPr>" if decorative or self.is_described else f"{opening}/>"

    def fills(self, placeholder: Placeholder | None) -> str:
        """The properties of what fills a placeholder of the slide's layout, or none."""
        if not placeholder:
            return "<p:nvPr/>"
        return f"<p:nvPr>{self.tags.get(placeholder) or tag(placeholder, self.kind)}</p:nvPr>"

    def _jump(self, slide_id: str) -> str:
        """A click that leads to a slide of the deck (ECMA-376 part 1, 21.1.2.3.5; the action is PowerPoint's)."""
        relation = self.part.relate_to(self.store.slides[slide_id], RT.SLIDE)
        return f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>'

    def link(self, address: str) -> str:
        """The relationship to an address."""
        return self.part.relate_to(target(address), RT.HYPERLINK, is_external=True)

    def picture(self, picture: Picture) -> str:
        """The relationship to the part that holds a picture."""
        return self.part.relate_to(self.store.package.picture(picture), RT.IMAGE)
