"""Pieces that several slide kinds share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.layout.blocks import Block, Glyph, Grouped, Panel, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import Lowest, OneLine
from deckgen.layout.fillings import UNFINISHED, details_of, passages
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PAPER, PRIMARY, SURFACE, TEXT, outline
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.frames import Box, Colour, Item
from deckgen.model.pieces import Callout, Flow, Point, Topic
from deckgen.model.slots import Contact, Filling, Missing
from deckgen.model.text import Text, join
from deckgen.model.theme import ColourRole, SizeRole
from deckgen.units import pt
from deckgen.wording import Wording

_LARGE = 3
"""Steps of a flow that have room for type of headings side by side."""


def callout(kit: Kit, box: Callout[Text, Filling]) -> Block:
    """A marked box across the page: a sentence, and under it whom to ask."""
    style = TextStyle("body", bold=True, colour=INK, pitch=1.35)
    told = [Passage(Words(kit, [box.text], style, "callout"))]
    if isinstance(box.contact, Contact):
        told += _called(kit, box.contact)
    elif box.contact:
        told += passages(kit, box.contact, "callout-contact", "small", gap=kit.em("label", 0.35))
    glyph = Glyph(kit, box.icon, kit.em("heading", 1.7), PRIMARY, "callout-icon")
    return Card(kit, told, "callout", fill=kit.soft("primary"), stroke=outline("primary"), radius=pt(6),
                padding=(pt(18), pt(10), pt(16), pt(10)), anchor="middle", icon=glyph, gutter=pt(14))  # fmt: skip


def _called(kit: Kit, contact: Contact[Text]) -> Iterator[Passage]:
    """Whom to call, the number in large type, and the rest on a line of its own."""
    number = [text for text in (contact.role, contact.phone) if text]
    style = TextStyle("heading" if contact.phone else "body", bold=True, colour=PRIMARY, pitch=1.3)
    yield Passage(Words(kit, [join(number, kit.say("gap"))], style, "callout-contact"), kit.em("label", 0.3))
    if details := details_of(contact):
        small = TextStyle("small", colour=TEXT, pitch=1.3)
        yield Passage(Words(kit, [join(details, kit.say("gap"))], small, "callout-contact"))


def heading(
    kit: Kit, text: Text, name: str, peers: Sequence[Text] = (), roles: tuple[SizeRole, ...] = ("heading", "body")
) -> Passage:
    """What a card is headed by, in one size with its peers: headings in cards of this width."""
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.25, is_heading=True)
    return Passage(OneLine(kit, text, roles, style, f"{name}-heading", peers, broken=roles[0]), is_head=True)


def disc(kit: Kit, icon: str, name: str, tone: ColourRole = "primary", times: float = 1.7) -> Glyph:
    """A card's icon on a disc, `times` as high as the type of headings."""
    ground, ink = kit.ground(tone)
    return Glyph(kit, icon, kit.em("heading", times), ink, f"{name}-icon", disc=ground)


def topic_card(
    kit: Kit, topic: Topic[Text, Filling], name: str, role: SizeRole, tone: ColourRole, heads: Sequence[Text]
) -> Block:
    """The company's own content under its heading; `heads`: headings that have one size with it."""
    told = [
        heading(kit, topic.heading, name, heads),
        *passages(kit, topic.content, name, role, gap=kit.em("body", 0.45)),
    ]
    is_missing = isinstance(topic.content, Missing)
    fill, stroke = (PAPER, UNFINISHED) if is_missing else (SURFACE, outline(tone, 1))
    return Card(kit, told, name, fill=fill, stroke=stroke, padding=(pt(12), pt(11), pt(12), pt(12)), radius=pt(8),
                icon=disc(kit, topic.icon, name, tone), side="head", gutter=pt(9))  # fmt: skip


def heading_row(
    kit: Kit, icon: str, text: Text, name: str, tone: ColourRole = "primary", peers: Sequence[Text] = ()
) -> Block:
    """An icon on a disc and a bold heading beside it, in one size with its peers: headings in columns of this width."""
    size = kit.em("heading", 1.7)
    disc, ink = kit.ground(tone)
    glyph = Glyph(kit, icon, size, ink, f"{name}-icon", disc=disc, anchor="middle")
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.25, anchor="middle", is_heading=True)
    words = OneLine(kit, text, ("heading", "body"), style, f"{name}-heading", peers, broken="heading")
    return Row([Column(glyph, size), Column(words)], gutter=pt(9))


def flow_chain(kit: Kit, flow: Flow[Text], name: str, tone: ColourRole, *, is_low: bool = False) -> Block:
    """A heading and under it its steps as a chain of cards with arrows between them; below one another where that is
    lower, as for three steps that say more than their headings in a narrow column. `is_low`: the heading beside them.
    """
    steps: list[Column] = []
    bare, is_large = not any(step.body for step in flow.steps), not is_low and len(flow.steps) <= _LARGE
    arrow = kit.em("body", 1.1)
    for index, step in enumerate(flow.steps, 1):
        if index > 1:
            steps.append(Column(Glyph(kit, "arrow-right", arrow, INK, f"{name}-arrow-{index}", anchor="middle"), arrow))
        steps.append(
            Column(_flow_step(kit, step, f"{name}-step-{index}", tone, bare=bare, is_low=is_low, is_large=is_large))
        )
    head = heading_row(kit, flow.icon, flow.heading, name, tone)
    chain: Block = Row(steps, gutter=pt(6))
    if not bare and len(flow.steps) > 2:
        below = [_flow_line(kit, step, f"{name}-step-{index}", tone) for index, step in enumerate(flow.steps, 1)]
        chain = Lowest([chain, Stack(below, gap=pt(6), spare="even")])
    if is_low:
        body: Block = Row([Column(head, share=1.0), Column(chain, share=3.2)], gutter=pt(12))
    else:
        body = Stack([head, chain], gap=kit.em("small", 0.6), growing=1)
    pad = pt(8) if is_low else pt(14)
    panel = Panel(kit, body, name, fill=kit.soft(tone), padding=(pad, pad, pad, pad))
    return Grouped(kit, panel, name, _flow_told(flow, kit.words))


def _flow_told(flow: Flow[Text], words: Wording) -> str:
    """What the arrows tell; the steps themselves are read after it."""
    first, last = flow.steps[0].heading.plain, flow.steps[-1].heading.plain
    opening = words.say("alt-flow", heading=flow.heading.plain, count=len(flow.steps))
    return opening if len(flow.steps) == 1 else opening + words.say("alt-flow-ends", first=first, last=last)


def _flow_step(
    kit: Kit, step: Point[Text], name: str, tone: ColourRole, *, bare: bool, is_low: bool, is_large: bool
) -> Block:
    """A card with the icon beside its text; `bare` where no step of the flow says more than its heading."""
    style = TextStyle("heading" if bare and is_large else "body", bold=True, colour=INK, pitch=1.3, is_heading=True)
    texts: list[Block] = [Words(kit, [step.heading], style, f"{name}-heading")]
    if step.body:
        texts.append(Words(kit, [step.body], TextStyle("small", colour=TEXT), name))
    columns = [Column(Stack(texts, gap=kit.em("small", 0.3), spare="middle"))]
    if step.icon:
        size = kit.em("heading", 1.7)
        columns.insert(0, Column(Glyph(kit, step.icon, size, Colour(tone), f"{name}-icon", anchor="middle"), size))
    air = pt(6) if is_low else pt(12)
    return Panel(kit, Row(columns, gutter=pt(9)), name, fill=PAPER, stroke=outline(tone, 1.25),
                 padding=(pt(11), air, pt(9), air), anchor="middle")  # fmt: skip


def _flow_line(kit: Kit, step: Point[Text], name: str, tone: ColourRole) -> Block:
    """A card across the flow: icon, heading, and what it says beside that."""
    style = TextStyle("body", bold=True, colour=INK, pitch=1.3, anchor="middle", is_heading=True)
    columns = [Column(Words(kit, [step.heading], style, f"{name}-heading"), share=1.0)]
    if step.body:
        text = TextStyle("small", colour=TEXT, pitch=1.3, anchor="middle")
        columns.append(Column(Words(kit, [step.body], text, name), share=1.7))
    if step.icon:
        size = kit.em("heading", 1.5)
        columns.insert(0, Column(Glyph(kit, step.icon, size, Colour(tone), f"{name}-icon", anchor="middle"), size))
    return Panel(kit, Row(columns, gutter=pt(9)), name, fill=PAPER, stroke=outline(tone, 1.25),
                 padding=(pt(11), pt(6), pt(9), pt(6)), anchor="middle")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Square:
    """A block in a square of its own, in the middle of the height it gets."""

    block: Block
    side: int

    def height(self, width: int) -> int:
        return self.side

    def draw(self, box: Box) -> Iterator[Item]:
        yield from self.block.draw(Box(box.x, box.y + (box.height - self.side) // 2, self.side, self.side))
