"""What companies put into slots, as blocks; and how such content is divided between pages."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal

from deckgen.layout.blocks import Block, Column, Glyph, Label, Panel, Row, Space, Stack, Words
from deckgen.layout.choosing import ByWidth, OneLine
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import DANGER, INK, MUTED, PAPER, PRIMARY, TEXT, outline
from deckgen.layout.splitting import Unit, text_units, whole_units
from deckgen.model.frames import Box, Colour, Item
from deckgen.model.pieces import Bar
from deckgen.model.slots import Case, Contact, Filling, Items, Missing, Prose, Ruling, Verdict, told
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.model.theme import ColourRole, SizeRole
from deckgen.units import pt
from deckgen.wording import Wording

_VERDICT_COLOURS: dict[Verdict, ColourRole] = {"allowed": "safe", "conditional": "warning", "forbidden": "danger"}

_AFTERTHOUGHT = re.compile(r"（[^（）]*）$| \([^()]*\)$")
_CHIP_GAP = pt(6)
"""Between a heading and the decision below it."""
AIRY = 0.75
"""The widest gap between the items of a list, as a multiple of their size: wider ones make a list fall apart."""


def content(kit: Kit, filling: Filling, name: str, role: SizeRole = "body", start: int = 1) -> Block:
    """The block for a filling."""
    match filling:
        case Prose(text):
            return Words(kit, [text], TextStyle(role), name, is_body=True)
        case Items(items, ordered):
            style = TextStyle(role, marker="1." if ordered else "-", start=start, pitch=1.35, gap=0.2)
            return Words(kit, [told(each, kit.words) for each in items], style, name, is_body=True, widest_gap=AIRY)
        case Ruling():
            return _ruling(kit, filling, name, role)
        case Contact():
            return contact_lines(kit, filling, name, role)
        case Missing():
            return missing(kit, filling, name)


def _ruling(kit: Kit, ruling: Ruling[Text], name: str, role: SizeRole) -> Block:
    chip = verdict(kit, ruling, name)
    return Stack([chip, _conditions(kit, ruling, name, role)], gap=kit.em("label", 0.35)) if ruling.conditions else chip


def bar_value(bar: Bar[Text], unit: str, words: Wording) -> str:
    """What stands at the end of a bar: 3,172件（41.4％）."""
    share = words.say("share", figure=figure(bar.share)) if bar.share is not None else ""
    return words.say("quantity", figure=figure(bar.value), unit=unit) + share


def figure(value: float) -> str:
    """A number as people write it: thousands parted, as many decimals as it has, never a power of ten."""
    whole, _, decimals = f"{Decimal(repr(value)):,f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def address(url: str) -> Text:
    """A web address that can be followed."""
    return Text((Paragraph((Run(url, link=url),)),)) if url.startswith("http") else plain_text(url)


def verdict(kit: Kit, ruling: Ruling[Text], name: str) -> Label:
    """The decision as a chip: a sign, a word and a colour, so that no one of them is needed."""
    colour = _VERDICT_COLOURS[ruling.verdict]
    style = TextStyle("label", bold=True, colour=PAPER, pitch=1.2, align="center", anchor="middle")
    return Label(kit, [plain_text(kit.say(f"verdict-{ruling.verdict}"))], style, f"{name}-verdict", fill=Colour(colour),
                 padding=(pt(8), pt(3), pt(8), pt(3)), hug=True)  # fmt: skip


def _conditions(kit: Kit, ruling: Ruling[Text], name: str, role: SizeRole) -> Block:
    style = TextStyle(role, marker="-", pitch=1.35, gap=0.2)
    return Words(kit, ruling.conditions, style, name, is_body=True, widest_gap=AIRY)


@dataclass(frozen=True, slots=True)
class _Decided(ByWidth):
    """A heading with the decision beside it, or below where the heading would be broken for it."""

    head: Block
    chip: Label

    def decided(self, width: int) -> Block:
        chip = self.chip.natural_width()
        beside = Row([Column(self.head), Column(Stack([self.chip], spare="middle"), chip)], gutter=pt(8))
        with suppress(Overfull):
            if beside.height(width) <= self.head.height(width):
                return beside
        return Stack([self.head, self.chip], gap=_CHIP_GAP)


def headed_content(
    kit: Kit,
    head: Block,
    filling: Filling,
    name: str,
    role: SizeRole,
    start: int = 1,
    *,
    is_narrow: bool = False,
) -> Block:
    """A heading and the filling under it; a decision stands beside the heading, its conditions below.

    `is_narrow`: the decision stands below the heading too, so that cards in narrow columns are all alike.
    """
    gap = kit.em("body", 0.45)
    if not isinstance(filling, Ruling):
        return Stack([head, content(kit, filling, name, role, start)], gap=gap, growing=1)
    chip = verdict(kit, filling, name)
    top = Stack([head, chip], gap=_CHIP_GAP) if is_narrow else _Decided(head, chip)
    if not filling.conditions:
        return Stack([top])
    return Stack([top, _conditions(kit, filling, name, role)], gap=gap, growing=1)


def missing(kit: Kit, gap: Missing, name: str) -> Block:
    """A box that nobody takes for finished text, in colour or in grey."""
    words = Words(
        kit,
        [plain_text(kit.say("missing", label=gap.label), gap.place)],
        TextStyle("small", bold=True, colour=DANGER),
        name,
        is_body=True,
    )
    row = Row([Column(Glyph(kit, "pencil", kit.em("small", 1.4), DANGER, f"{name}-mark"), kit.em("small", 1.4)),
               Column(words)], gutter=pt(6))  # fmt: skip
    return Panel(kit, row, f"{name}-missing", fill=PAPER, stroke=outline("danger", 2.25, dashed=True),
                 padding=(pt(8), pt(6), pt(8), pt(6)), anchor="middle")  # fmt: skip


def contact_lines(
    kit: Kit,
    contact: Contact[Text],
    name: str,
    role: SizeRole = "small",
    peers: Sequence[Text] = (),
    largest: SizeRole = "heading",
) -> Block:
    """A contact as lines of text: the role, the number in type of the `largest` role that holds it, the rest below.
    `peers` are the numbers that stand in columns of the same width.
    """
    blocks: list[Block] = [
        Words(kit, [contact.role], TextStyle(role, bold=True, colour=INK, pitch=1.25), f"{name}-role")
    ]
    if contact.phone:
        blocks.append(phone_number(kit, contact.phone, name, largest, peers))
    details = _details(contact)
    if details:
        blocks.append(Words(kit, details, TextStyle("small", colour=TEXT, gap=0.1, pitch=1.25), f"{name}-details"))
    return Stack(blocks, gap=kit.em("label", 0.15))


def contact_line(kit: Kit, contact: Contact[Text], name: str) -> Block:
    """A contact on one line: the role, the number in large type, the rest. Overfull where they need more room."""
    parts = [
        ((contact.role,), TextStyle("small", bold=True, colour=INK, anchor="middle", pitch=1.25), "role"),
        ((contact.phone,), TextStyle("heading", bold=True, colour=PRIMARY, anchor="middle", pitch=1.25), "phone"),
        (_details(contact), TextStyle("small", colour=TEXT, anchor="middle", pitch=1.25, gap=0), "details"),
    ]
    shown = [([text for text in texts if text], style, part) for texts, style, part in parts]
    return _Abreast(kit, [Words(kit, texts, style, f"{name}-{part}") for texts, style, part in shown if texts])


def _details(contact: Contact[Text]) -> list[Text]:
    """What is said of a contact beside whom and which number to call."""
    return [text for text in (contact.mail, contact.hours, contact.note) if text]


@dataclass(frozen=True, slots=True)
class _Abreast:
    """Texts side by side, each as wide as its one line."""

    kit: Kit
    words: Sequence[Words]

    def height(self, width: int) -> int:
        return self._row(width).height(width)

    def draw(self, box: Box) -> Iterator[Item]:
        return self._row(box.width).draw(box)

    def _row(self, width: int) -> Row:
        gutter = self.kit.em("body", 1.0)
        widths = [round(self.kit.extent(each.texts, 2 * width, each.style)[1] * 1.06) + pt(4) for each in self.words]
        if sum(widths) + gutter * (len(widths) - 1) > width:
            raise Overfull
        columns = [Column(each, width) for each, width in zip(self.words, widths, strict=True)]
        return Row([*columns, Column(Space())], gutter)


def phone_number(kit: Kit, phone: Text, name: str, largest: SizeRole, peers: Sequence[Text] = ()) -> Block:
    """A number in large type on one line, and in the same size as its peers."""
    style = TextStyle(bold=True, colour=PRIMARY, pitch=1.25, anchor="middle")
    return OneLine(kit, phone, (largest, "heading", "body", "small"), style, f"{name}-phone", peers)


def lead(kit: Kit, text: Text, name: str = "lead") -> Block:
    """The sentence under a title."""
    return Words(kit, [text], TextStyle("body", colour=MUTED, pitch=1.35), name)


def banner(kit: Kit, text: Text, name: str, icon: str, tone: ColourRole = "primary") -> Block:
    """One sentence across the page that is to be remembered."""
    size = kit.em("heading", 1.35)
    fill, ink = kit.ground(tone)
    words = Words(kit, [text], TextStyle("body", bold=True, colour=ink, anchor="middle", pitch=1.35), name)
    row = Row(
        [Column(Glyph(kit, icon, size, ink, f"{name}-icon", anchor="middle"), size), Column(words)], gutter=pt(12)
    )
    return Panel(kit, row, name, fill=fill, padding=(pt(16), pt(9), pt(16), pt(9)), radius=pt(8), anchor="middle")


def units_of(filling: Filling, group: int) -> tuple[Unit, ...]:
    """The parts of a filling that may stand on different pages."""
    match filling:
        case Prose(text):
            return text_units(group, [Text((paragraph,), text.place) for paragraph in text.paragraphs])
        case Items(items, _) | Ruling(_, items):
            texts = [item.do if isinstance(item, Case) else item for item in items]
            return text_units(group, texts) or whole_units(group, 1)
        case Contact() | Missing():
            return whole_units(group, 1)


def part_of(filling: Filling, units: Sequence[Unit]) -> Filling:
    """The filling with only some of its units."""
    texts = [(unit.key[1], unit.text) for unit in units if unit.text]
    match filling:
        case Prose(text):
            return Prose(Text(tuple(paragraph for _, part in texts for paragraph in part.paragraphs), text.place))
        case Items(items):
            return replace(filling, items=tuple(_entry(items[at], text) for at, text in texts))
        case Ruling():
            return replace(filling, conditions=tuple(text for _, text in texts))
        case Contact() | Missing():
            return filling


def _entry(whole: Text | Case[Text], text: Text) -> Text | Case[Text]:
    return replace(whole, do=text) if isinstance(whole, Case) else text


def joined_headings(headings: Sequence[Text], words: Wording) -> Text:
    """A title of the headings on a page, without what stands in brackets behind them."""
    return plain_text(words.say("comma").join(_named(heading, words) for heading in headings))


def _named(heading: Text, words: Wording) -> str:
    text = heading.plain.replace("\n", "")
    return text if text.endswith(words.say("continued")) else _AFTERTHOUGHT.sub("", text)
