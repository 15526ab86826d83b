"""People in their roles, whom to reach, and where to go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Scannable, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import ByWidth
from deckgen.layout.content.framing import Abreast, Told, body, card, head, icon
from deckgen.layout.fillings import UNFINISHED, address, passages
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, TEXT, outline
from deckgen.layout.splitting import Unit, apart, whole_units
from deckgen.layout.stacking import Column, Row, Space, Stack, equal_row
from deckgen.model.blocks import ContactBlock, LinkBlock, PeopleBlock, Person
from deckgen.model.frames import Box, Cluster, Colour, Connector, Item, Stroke
from deckgen.model.pieces import ContactRow
from deckgen.model.slots import Filling, Missing
from deckgen.model.text import Text
from deckgen.text.qr_codes import code_of
from deckgen.units import pt
from deckgen.wording import Wording

_LEAST = 11
"""em: a narrower card breaks its text too often to be read."""
_LINE = Stroke(Colour("muted"), pt(1.5))


def compose(block: PeopleBlock[Text], kit: Kit, start: int) -> Block:
    people = [_person(kit, person, f"person-{at}") for at, person in enumerate(block.people, start)]
    if not block.head:
        return Abreast(people, least=kit.em("body", _LEAST), gutter=pt(10))
    told = kit.say("alt-people", head=block.head.role.plain, count=len(people))
    return _Below(kit, _person(kit, block.head, "head"), people, told)


def _person(kit: Kit, person: Person[Text], name: str) -> Block:
    told: list[Told] = [head(person.role)]
    told += [(person.name, TextStyle("body", colour=INK, pitch=1.3))] if person.name else []
    told += [body(person.duty)] if person.duty else []
    return card(kit, name, told, icon(kit, person.icon, name), stroke=outline("primary", 1))


@dataclass(frozen=True, slots=True)
class _Below(ByWidth):
    """Somebody at the head, and those who report to that person: joined by lines where all find room in a row."""

    kit: Kit
    head: Block
    people: Sequence[Block]
    told: str
    """What the lines show."""

    def decided(self, width: int) -> Block:
        count, gutter = len(self.people), pt(10)
        if count * self.kit.em("body", _LEAST) + gutter * (count - 1) > width:
            return Stack([self.head, Abreast(self.people, self.kit.em("body", _LEAST), gutter)], gap=pt(14))
        top = Row([Column(Space()), Column(self.head, share=1.2), Column(Space())], gutter=0)
        row = equal_row(self.people, gutter)
        return Stack([top, _Lines(self.kit, row, self.told), row])


@dataclass(frozen=True, slots=True)
class _Lines:
    """From the middle of what stands above to the middle of each column of the row below."""

    kit: Kit
    row: Row
    told: str

    def height(self, width: int) -> int:
        return self.kit.em("body", 1.4)

    def draw(self, box: Box) -> Iterator[Item]:
        xs = [column.x + column.width // 2 for column in self.row.boxes(box)]
        middle, half = box.x + box.width // 2, box.y + box.height // 2
        lines = [self._line((middle, box.y), (middle, half), 0)]
        if len(xs) > 1:
            lines.append(self._line((xs[0], half), (xs[-1], half), 1))
        lines += [self._line((x, half), (x, box.bottom), at) for at, x in enumerate(xs, 2)]
        yield Cluster(box=box, name=self.kit.name("lines"), items=tuple(lines), alt=self.told)

    def _line(self, start: tuple[int, int], end: tuple[int, int], at: int) -> Connector:
        box = Box(start[0], start[1], end[0] - start[0], end[1] - start[1])
        return Connector(box=box, name=self.kit.name(f"line-{at}"), start=start, end=end, stroke=_LINE)


def units(block: PeopleBlock[Text]) -> tuple[Unit, ...]:
    return apart(whole_units(0, len(block.people)))


def take(block: PeopleBlock[Text], kept: Sequence[Unit], words: Wording) -> PeopleBlock[Text]:
    """Some of the people; whoever is at the head opens the first page only."""
    at = [unit.key[0] for unit in kept]
    return replace(block, head=block.head if at[0] == 0 else None, people=tuple(block.people[each] for each in at))


# Whom to reach -------------------------------------------------------------------------------------------------------


def compose_contacts(block: ContactBlock[Text, Filling], kit: Kit, start: int) -> Block:
    cards = [_contact(kit, row, f"contact-{at}") for at, row in enumerate(block.contacts, start)]
    return Abreast(cards, least=kit.em("body", 13), gutter=pt(10), most=3)


def _contact(kit: Kit, row: ContactRow[Text, Filling], name: str) -> Block:
    style = TextStyle("small", bold=True, colour=MUTED, pitch=1.3)
    told = [Passage(Words(kit, [row.duty], style, "")),
            *passages(kit, row.contact, name, "body", gap=kit.em("small", 0.25))]  # fmt: skip
    stroke = UNFINISHED if isinstance(row.contact, Missing) else outline("primary", 1)
    return Card(kit, told, name, fill=PAPER, stroke=stroke, padding=(pt(12), pt(9), pt(10), pt(9)),
                anchor="middle")  # fmt: skip


def contact_units(block: ContactBlock[Text, Filling]) -> tuple[Unit, ...]:
    return apart(whole_units(0, len(block.contacts)))


def take_contacts(
    block: ContactBlock[Text, Filling], kept: Sequence[Unit], words: Wording
) -> ContactBlock[Text, Filling]:
    return replace(block, contacts=tuple(block.contacts[unit.key[0]] for unit in kept))


# Where to go ---------------------------------------------------------------------------------------------------------

_CODE = 0.16
"""Side of the code, quiet zone and all, as a share of the slide's height."""


def compose_link(block: LinkBlock[Text], kit: Kit, start: int) -> Block:
    told = [Passage(Words(kit, [block.title], TextStyle("body", bold=True, colour=INK, pitch=1.3), ""))]
    if block.text:
        told.append(Passage(Words(kit, [block.text], TextStyle("small", colour=TEXT, pitch=1.35), ""), pt(3)))
    style = TextStyle("label", colour=Colour("link"), pitch=1.3)
    told.append(Passage(Words(kit, [address(block.url)], style, ""), pt(3)))
    code, side = code_of(block.url), round(kit.theme.grid.page_height * _CODE)
    mark = Scannable(kit, code, side, "link-code", kit.say("qr-code", name=block.title.plain)) if code else None
    return Card(kit, told, "link", padding=(pt(8), pt(6), pt(10), pt(6)), anchor="middle", icon=mark,
                gutter=pt(12))  # fmt: skip


def link_units(block: LinkBlock[Text]) -> tuple[Unit, ...]:
    return whole_units(0, 1, weight=120)
