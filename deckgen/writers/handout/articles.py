"""What a handout tells of one slide, as parts in the order of reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.model.frames import Page
from deckgen.writers.handout import paper
from deckgen.writers.handout.codes import code_svg
from deckgen.writers.handout.cover import Cover
from deckgen.writers.handout.lengths import number
from deckgen.writers.handout.parts import ClockPart, LinksPart, Part, ProsePart
from deckgen.writers.handout.prose import Setter
from deckgen.writers.handout.resources import Resources
from deckgen.writers.handout.sheets import Clock, LinkView, Spot

Kind = Literal["handout", "trainer"]
"""For participants; or for the trainer, with cues and times."""


@dataclass(frozen=True, slots=True)
class Articles:
    """Makes the parts of each slide."""

    kind: Kind
    setter: Setter
    resources: Resources
    cover: Cover
    begins: tuple[float, ...]
    """Minutes that have passed when each page begins."""
    total: float
    """Minutes of the whole course."""

    def parts(self, page: Page) -> list[Part]:
        """The parts under a page's picture."""
        found: list[Part] = []
        if self.kind == "trainer":
            found.append(self.clock(page, paper.WIDTH, paper.GUTTER))
        found.extend(self._prose(page, paper.GUTTER, paper.TEXT_WIDTH))
        found.extend(self._links(page))
        if page.number == 1:
            found.extend(self.cover.parts())
        return found

    def beside(self, page: Page, left: float, width: float) -> list[ProsePart]:
        """The texts of a section slide, for the column beside its picture."""
        return list(self._prose(page, left, width, beside=True))

    def _prose(self, page: Page, left: float, width: float, *, beside: bool = False) -> Iterator[ProsePart]:
        notes = self.setter.set(page.notes, paper.NOTES, width)
        if notes:
            yield ProsePart("notes", notes, paper.NOTES, left, width, beside=beside)
        if self.kind == "handout":
            return
        padding = paper.CUES_PADDING
        inner = width - 2 * padding
        cues = self.setter.set(page.cues, paper.CUES, inner)
        if cues:
            yield ProsePart("cues", cues, paper.CUES, left + padding, inner, padding, beside=beside)

    def clock(self, page: Page, width: float, label: float) -> ClockPart:
        """When the slide begins and ends; `label` is the room of the slide's own minutes, left of the bar."""
        begin = self.begins[page.number - 1]
        whole = self.total or 1.0
        length = width - label
        bar = (number(length * begin / whole), number(max(1.0, length * page.minutes / whole)))
        return ClockPart(
            Clock(
                spot=Spot(0, 0, width, 0),
                slide=str(page.number),
                minutes=duration(page.minutes) if page.minutes else "—",
                begin=duration(begin),
                end=duration(begin + page.minutes),
                total=duration(self.total),
                whole=f"width:{number(length)}pt",
                bar=(f"{bar[0]}pt", f"{bar[1]}pt"),
            )
        )

    def _links(self, page: Page) -> Iterator[LinksPart]:
        if not page.links:
            return
        gap = paper.CODE_GAP
        width = (paper.TEXT_WIDTH - 2 * gap) / 2
        views = [self._link(*link, index % 2 * (width + 2 * gap), width) for index, link in enumerate(page.links)]
        rows = tuple(tuple(views[index : index + 2]) for index in range(0, len(views), 2))
        yield LinksPart(rows, paper.GUTTER, paper.TEXT_WIDTH)

    def _link(self, label: str, address: str, left: float, width: float) -> LinkView:
        code = code_svg(address)
        indent = paper.CODE_SIZE + paper.CODE_GAP if code else 0.0
        room = width - indent
        title = self.setter.lines(label, paper.SMALL, room, bold=True) if label != address else ()
        printed = self.setter.lines(address, paper.ADDRESS, room)
        tall = len(title) * paper.SMALL.pitch + len(printed) * paper.ADDRESS.pitch
        return LinkView(
            spot=Spot(left, 0, width, max(tall, paper.CODE_SIZE if code else 0.0)),
            source=self.resources.add(code, "image/svg+xml") if code else "",
            label="\n".join(title),
            label_plain=label,
            address=address,
            printed="\n".join(printed),
            text_style=f"left:{number(indent)}pt;width:{number(room)}pt",
        )


def duration(minutes: float) -> str:
    """Minutes as people say them: 3分, 2分30秒."""
    seconds = round(minutes * 60)
    whole, rest = divmod(seconds, 60)
    return f"{whole}分{rest}秒" if whole and rest else f"{rest}秒" if rest else f"{whole}分"
