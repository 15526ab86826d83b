"""What a handout tells of one slide, as parts in the order of reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.model.frames import Page
from deckgen.model.text import Paragraph
from deckgen.writers.handout.codes import code_svg
from deckgen.writers.handout.cover import Cover
from deckgen.writers.handout.parts import ClockPart, LinksPart, Part, ProsePart
from deckgen.writers.handout.sheets import Clock, LinkView, Spot
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.headings import label_level
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.prose import Setter

_MINUTES = 15.0
"""Size of a slide's own minutes."""
_SPAN, _TIGHT_SPAN = 9.0, 8.0
"""Sizes of when it begins and ends: on one line; on two, where the minutes leave no room for one."""
_APART = 6.0

Kind = Literal["handout", "trainer"]
"""For participants; or for the trainer, with cues and times."""


@dataclass(frozen=True, slots=True)
class Articles:
    """Makes the parts of each slide. Cues and times are made for the trainer only."""

    kind: Kind
    setter: Setter
    resources: Resources
    cover: Cover
    begins: tuple[float, ...]
    """Minutes that have passed when each page begins."""
    total: float
    """Minutes of the whole course."""

    def below(self, page: Page, *, is_beside: bool = False) -> list[Part]:
        """The parts under a page's picture; without cues and clock where those stand beside and under the picture."""
        left, width = paper.GUTTER, paper.TEXT_WIDTH
        found: list[Part] = []
        if self.kind == "trainer" and not is_beside and takes_time(page):
            found.append(self.clock(page, paper.WIDTH, paper.GUTTER))
        found.extend(self.notes(page, left, width))
        if not is_beside:
            found.extend(self.cues(page, left, width))
        found.extend(self._links(page))
        if page.number == 1:
            found.extend(self.cover.parts(label_level(page)))
        return found

    def notes(self, page: Page, left: float, width: float, *, beside: bool = False) -> Iterator[ProsePart]:
        """What is told of a page, where that is anything; `beside` the picture or below it."""
        paragraphs = self.setter.set(self._told(page), paper.NOTES, width)
        if paragraphs:
            yield ProsePart("notes", paragraphs, paper.NOTES, left, width, level=label_level(page), beside=beside)

    def _told(self, page: Page) -> tuple[Paragraph, ...]:
        """The trainer says the notes; participants read what is written for them, if anything is."""
        if self.kind == "trainer" or page.written is None:
            return page.notes
        return page.written

    def cues(self, page: Page, left: float, width: float, *, beside: bool = False) -> Iterator[ProsePart]:
        """The trainer's cues, on a ground of their own."""
        if self.kind != "trainer":
            return
        padding = paper.CUES_PADDING
        inner = width - 2 * padding
        paragraphs = self.setter.set(page.cues, paper.CUES, inner)
        if paragraphs:
            yield ProsePart(
                "cues", paragraphs, paper.CUES, left + padding, inner, padding, label_level(page), beside=beside
            )

    def clock(self, page: Page, width: float, label: float) -> ClockPart:
        """When the slide begins and ends; `label` is the room of the slide's own minutes, left of the bar."""
        begin = self.begins[page.number - 1]
        whole = self.total or 1.0
        minutes = duration(page.minutes) if page.minutes else "—"
        first, second = f"開始から {duration(begin)}", f"→ {duration(begin + page.minutes)}（全{duration(self.total)}）"
        width_of = self.setter.fonts.width
        em = width_of(minutes, bold=True)
        is_tight = em * _MINUTES + _APART + width_of(f"{first} {second}") * _SPAN > width
        span = max(map(width_of, (first, second))) * _TIGHT_SPAN
        size = min(_MINUTES, (width - _APART - span) / em) if is_tight else _MINUTES
        length = width - max(label, em * size + _APART)
        return ClockPart(
            Clock(
                spot=Spot(0, 0, width, 0),
                minutes=minutes,
                size=f"font-size:{number(size)}pt",
                span=("\n" if is_tight else " ").join((first, second)),
                is_tight=is_tight,
                whole=f"width:{number(length)}pt",
                now=f"margin-left:{number(length * begin / whole)}pt;"
                f"width:{number(max(1.0, length * page.minutes / whole))}pt",
            )
        )

    def _links(self, page: Page) -> Iterator[LinksPart]:
        addresses = self._addresses(page)
        if not addresses:
            return
        columns = min(2, len(addresses))
        gap = 2 * paper.CODE_GAP
        width = (paper.TEXT_WIDTH - gap * (columns - 1)) / columns
        views = [self._link(*link, index % columns * (width + gap), width) for index, link in enumerate(addresses)]
        rows = tuple(tuple(views[index : index + columns]) for index in range(0, len(views), columns))
        yield LinksPart(rows, paper.GUTTER, paper.TEXT_WIDTH, label_level(page))

    def _addresses(self, page: Page) -> list[tuple[str, str]]:
        """Label and address of each web page that the slide or what is told of it names, each once."""
        found = {address: label for label, address in page.links}
        told = (*page.notes, *page.cues) if self.kind == "trainer" else self._told(page)
        for run in (run for paragraph in told for run in paragraph.runs):
            if run.link and run.link.startswith(("http://", "https://")):
                found.setdefault(run.link, run.text)
        return [(label, address) for address, label in found.items()]

    def _link(self, label: str, address: str, left: float, width: float) -> LinkView:
        code = code_svg(address)
        indent = paper.CODE_SIZE + paper.CODE_GAP if code else 0.0
        room = width - indent
        title = self.setter.lines(label, paper.SMALL, room, bold=True) if label != address else ()
        printed = self.setter.address_lines(address, paper.ADDRESS, room)
        tall = len(title) * paper.SMALL.pitch + len(printed) * paper.ADDRESS.pitch
        return LinkView(
            spot=Spot(left, 0, width, max(tall, paper.CODE_SIZE if code else 0.0)),
            source=self.resources.add(code, "image/svg+xml") if code else "",
            label="\n".join(title),
            label_plain=label,
            address=address,
            printed="\n".join(printed),
            text_style=f"left:{number(indent)}pt;top:0;width:{number(room)}pt",
        )


def takes_time(page: Page) -> bool:
    """Whether a page has a time of its own: the further pages of a slide share that of the first."""
    return bool(page.minutes) or page.continuation[0] == 1


def duration(minutes: float) -> str:
    """Minutes as people say them: 3分, 2分30秒."""
    whole, rest = divmod(round(minutes * 60), 60)
    if whole and rest:
        return f"{whole}分{rest}秒"
    return f"{rest}秒" if rest else f"{whole}分"
