"""One sheet in the making."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from deckgen.model.text import Paragraph as LogicalParagraph
from deckgen.model.text import Run, Text
from deckgen.model.theme import ColourRole
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.lists import nest
from deckgen.writers.typeset.nodes import Group, Node, Paragraph, Piece
from deckgen.writers.typeset.paper import Type
from deckgen.writers.typeset.prose import SetParagraph, height

Tag = Literal["h1", "h2", "h3", "p"]


@dataclass(frozen=True, slots=True)
class Copies:
    """What repeats something on the same sheet: a screen reader reads it once."""

    nodes: tuple[Node, ...]
    kind: Literal["copies"] = "copies"


Part = Node | Copies


@dataclass(frozen=True, slots=True)
class Look:
    """How a text looks."""

    type: Type
    bold: bool = False
    colour: ColourRole = "text"
    align: Literal["left", "center", "right"] = "left"
    even: bool = False
    """Lines of like length that end with a phrase, as those of bold text are."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper as the template sees it."""

    number: int
    ground: str
    """Address of the drawing under the texts; empty where there is none."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SetText:
    """A text broken into lines for a width."""

    paragraphs: tuple[SetParagraph, ...]
    look: Look

    @property
    def height(self) -> float:
        """Points from its first line's top to its last line's foot."""
        return height(self.paragraphs, self.look.type)


@dataclass(slots=True)
class Canvas:
    """Collects what stands on a sheet, in the order of reading."""

    tools: Tools
    parts: list[Part] = field(default_factory=list)
    drawing: list[str] = field(default_factory=list)

    def draw(self, *elements: str) -> None:
        """Add strokes and grounds, SVG elements that no screen reader needs to know of."""
        self.drawing.extend(elements)

    def set(self, text: str | Text, look: Look, width: float) -> SetText:
        """Break a text into lines."""
        return set_text(self.tools, text, look, width)

    def text(
        self,
        text: "str | Text | SetText",
        look: Look,
        left: float,
        top: float,
        width: float,
        tag: Tag = "p",
        bookmark: str = "",
    ) -> float:
        """Write a text; its foot."""
        ready = text if isinstance(text, SetText) else self.set(text, look, width)
        place = f"left:{number(left)}pt;top:{number(top)}pt;width:{number(width)}pt"
        drafts = [paragraph.draft() for paragraph in ready.paragraphs]
        classes = f"t {self._class(ready.look)}"
        if len(drafts) == 1 and drafts[0].marker is None:
            pieces = _weighted(drafts[0].pieces, ready.look)
            self.parts.append(Paragraph(tag, classes, place, pieces, bookmark))
        elif drafts:
            self.parts.append(Group(classes, place, nest(drafts)))
        return top + ready.height

    def copy(self, other: "Canvas") -> None:
        """Take over what another canvas holds as a repetition; its drawing is drawn already."""
        self.parts.append(Copies(tuple(part for part in other.parts if not isinstance(part, Copies))))

    def _class(self, look: Look) -> str:
        return self.tools.looks.name(declarations(self.tools, look))


def declarations(tools: Tools, look: Look) -> str:
    """A look as CSS."""
    found = f"font-size:{number(look.type.size)}pt;line-height:{number(look.type.pitch)}pt"
    found += f";color:{tools.colour(look.colour)}"
    if look.bold:
        found += ";font-weight:700"
    return found if look.align == "left" else f"{found};text-align:{look.align}"


def set_text(tools: Tools, text: str | Text, look: Look, width: float) -> SetText:
    """Break a text into lines for a width in points."""
    paragraphs: Iterable[LogicalParagraph] = (
        text.paragraphs if isinstance(text, Text) else (LogicalParagraph((Run(text),)),)
    )
    if look.bold:
        paragraphs = [replace(each, runs=tuple(replace(run, strong=True) for run in each.runs)) for each in paragraphs]
    return SetText(tools.setter.set(paragraphs, look.type, width, even=look.bold or look.even), look)


def _weighted(pieces: Sequence[Piece], look: Look) -> tuple[Piece, ...]:
    """Pieces of a text that is bold as a whole need no weight of their own."""
    return tuple(replace(piece, is_strong=False) for piece in pieces) if look.bold else tuple(pieces)
