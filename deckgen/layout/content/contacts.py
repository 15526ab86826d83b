"""Whom to reach, one below the other as in a telephone list: a native table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.layout.blocks import Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.fillings import details_of, passages, phone_number
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, SURFACE, TEXT
from deckgen.model.frames import Box, Cell, Item, Stroke, TableBox, TextBody
from deckgen.model.pieces import ContactRow
from deckgen.model.slots import Contact, Filling
from deckgen.model.text import Text
from deckgen.units import pt

_MOST = 1.6
"""Rows grow to this multiple of what they need at most."""
_PADDING = (pt(14), pt(7), pt(8), pt(7))
Row = tuple[Card | None, ...]


@dataclass(frozen=True, slots=True)
class ContactTable:
    """For what and whom at the left, the number in the middle, the rest at the right."""

    kit: Kit
    rows: Sequence[ContactRow[Text, Filling]]
    name: str

    def height(self, width: int) -> int:
        cells = self._cells()
        return sum(self._heights(cells, self._widths(cells, width)))

    def _widths(self, cells: Sequence[Row], width: int) -> list[int]:
        """Each column as wide as its longest line, and all as much wider as there is room; narrower ones break lines,
        which larger type is not worth.
        """
        columns = zip(*cells, strict=True)
        natural = [max((cell.natural_width() for cell in column if cell), default=0) for column in columns]
        spare = (width - sum(natural)) // len(natural)
        if spare >= 0:
            return [each + spare for each in natural]
        if self.kit.step < 0:
            raise Overfull
        return [width * each // sum(natural) for each in natural]

    def _heights(self, cells: Sequence[Row], widths: Sequence[int]) -> list[int]:
        return [max(cell.height(width) for cell, width in zip(row, widths, strict=True) if cell) for row in cells]

    def draw(self, box: Box) -> Iterator[Item]:
        cells = self._cells()
        widths = self._widths(cells, box.width)
        heights = self._heights(cells, widths)
        if sum(heights) > box.height:
            raise Overfull
        if self.kit.is_trial:
            return
        room = round(min(box.height, sum(heights) * _MOST))
        even = max(heights) * len(heights)
        heights = [room // len(heights)] * len(heights) if even <= room else heights
        yield TableBox(
            box=Box(box.x, box.y, sum(widths), sum(heights)),
            name=self.kit.name(self.name),
            alt=self.kit.say("alt-contacts", count=len(self.rows)),
            column_widths=tuple(widths),
            row_heights=tuple(heights),
            rows=tuple(_framed(row, widths, height) for row, height in zip(cells, heights, strict=True)),
            header_row=False,
            placeholder=self.kit.next("table"),
            header_column=True,
            rule=Stroke(PAPER, pt(4)),
        )

    def _cells(self) -> list[Row]:
        """The rows; all numbers have one size, as none is more important for being shorter."""
        contacts = (row.contact for row in self.rows)
        peers = [each.phone for each in contacts if isinstance(each, Contact) and each.phone]
        return [self._listed(row, peers) for row in self.rows]

    def _listed(self, row: ContactRow[Text, Filling], peers: Sequence[Text]) -> Row:
        whom, contact = [duty(self.kit, row.duty)], row.contact
        if not isinstance(contact, Contact):
            return self._row(whom, passages(self.kit, contact, ""), [])
        whom.append(self._told([contact.role], TextStyle("body", bold=True, colour=INK, pitch=1.25)))
        details = details_of(contact)
        if not contact.phone:  # what to do in place of calling stands where the number would
            instead = [self._told(details, TextStyle("body", colour=TEXT, pitch=1.3, gap=0.1))] if details else []
            return self._row(whom, instead, [])
        rest = [self._told(details, TextStyle("small", colour=TEXT, pitch=1.25, gap=0.1))] if details else []
        return self._row(whom, [Passage(phone_number(self.kit, contact.phone, "", "title", peers))], rest)

    def _row(self, *cells: Sequence[Passage]) -> Row:
        return tuple(Card(self.kit, told, "", padding=_PADDING, anchor="middle") if told else None for told in cells)

    def _told(self, texts: Sequence[Text], style: TextStyle) -> Passage:
        return Passage(Words(self.kit, texts, style, ""))


def duty(kit: Kit, text: Text) -> Passage:
    """What somebody is to be called for."""
    return Passage(Words(kit, [text], TextStyle("label", bold=True, colour=MUTED, pitch=1.25), ""))


def _framed(row: Row, widths: Sequence[int], height: int) -> tuple[Cell, ...]:
    bodies = [
        cell.body(Box(0, 0, width, height)) if cell else TextBody(()) for cell, width in zip(row, widths, strict=True)
    ]
    return tuple(Cell(body=body, header=not at, fill=SURFACE) for at, body in enumerate(bodies))
