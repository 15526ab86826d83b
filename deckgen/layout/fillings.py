"""What companies put into slots, as blocks; and how such content is divided between pages."""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Glyph, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import OneLine
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import DANGER, INK, MUTED, PAPER, PRIMARY, TEXT, outline
from deckgen.layout.splitting import Unit, text_units, whole_units
from deckgen.model.frames import Colour
from deckgen.model.pieces import Bar
from deckgen.model.slots import Case, Contact, Filling, Items, Missing, Prose, Ruling, Verdict, told
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.model.theme import ColourRole, SizeRole
from deckgen.text.quantities import figure
from deckgen.units import pt
from deckgen.wording import Wording

_VERDICT_COLOURS: dict[Verdict, ColourRole] = {"allowed": "safe", "conditional": "warning", "forbidden": "danger"}

_AFTERTHOUGHT = re.compile(r"（[^（）]*）$| \([^()]*\)$")
UNFINISHED = outline("danger", 2.25, dashed=True)
"""The edge of what nobody takes for finished."""
AIRY = 0.75
"""The widest gap between the items of a list, as a multiple of their size: wider ones make a list fall apart."""


def content(kit: Kit, filling: Filling, name: str, role: SizeRole = "body", start: int = 1) -> Block:
    """The block for a filling that stands by itself."""
    if isinstance(filling, Missing):
        return missing(kit, filling, name)
    return Card(kit, passages(kit, filling, name, role, start), name, fill=None, geometry="rectangle")


def passages(
    kit: Kit, filling: Filling, name: str, role: SizeRole = "body", start: int = 1, gap: int = 0
) -> list[Passage]:
    """A filling as text of a card, `gap` EMU below what stands over it; a decision belongs to the card's head."""
    match filling:
        case Prose(text):
            return [Passage(Words(kit, [text], TextStyle(role), name), gap)]
        case Items(items, ordered):
            style = TextStyle(role, marker="1." if ordered else "-", start=start, pitch=1.35, gap=0.2)
            listed = Words(kit, [told(each, kit.words) for each in items], style, name, widest_gap=AIRY)
            return [Passage(listed, gap)]
        case Ruling():
            return [_verdict(kit, filling, name), *_conditions(kit, filling, name, role, gap)]
        case Contact():
            first, *others = contact_passages(kit, filling, name, role)
            return [replace(first, gap=gap), *others]
        case Missing():
            style = TextStyle("small", bold=True, colour=DANGER)
            return [Passage(Words(kit, [_asked(kit, filling)], style, name), gap)]


def _asked(kit: Kit, gap: Missing) -> Text:
    return plain_text(kit.say("missing", label=gap.label), gap.place)


def _verdict(kit: Kit, ruling: Ruling[Text], name: str) -> Passage:
    """The decision: a sign, a word and a colour, so that no one of them is needed."""
    style = TextStyle("small", bold=True, colour=Colour(_VERDICT_COLOURS[ruling.verdict]), pitch=1.2)
    words = Words(kit, [plain_text(kit.say(f"verdict-{ruling.verdict}"))], style, f"{name}-verdict")
    return Passage(words, kit.em("label", 0.2), is_head=True)


def _conditions(kit: Kit, ruling: Ruling[Text], name: str, role: SizeRole, gap: int) -> list[Passage]:
    style = TextStyle(role, marker="-", pitch=1.35, gap=0.2)
    return [Passage(Words(kit, ruling.conditions, style, name, widest_gap=AIRY), gap)] if ruling.conditions else []


def bar_value(bar: Bar[Text], unit: str, words: Wording) -> str:
    """What stands at the end of a bar: 3,172件（41.4％）."""
    share = words.say("share", figure=figure(bar.share)) if bar.share is not None else ""
    return words.say("quantity", figure=figure(bar.value), unit=unit) + share


def address(url: str) -> Text:
    """A web address that can be followed."""
    return Text((Paragraph((Run(url, link=url),)),)) if url.startswith("http") else plain_text(url)


def missing(kit: Kit, gap: Missing, name: str) -> Block:
    """A box that nobody takes for finished text, in colour or in grey."""
    icon = Glyph(kit, "pencil", kit.em("small", 1.4), DANGER, f"{name}-mark")
    pad = (pt(8), pt(6), pt(8), pt(6))
    return Card(kit, passages(kit, gap, name), name, fill=PAPER, stroke=UNFINISHED, padding=pad, anchor="middle",
                icon=icon, gutter=pt(6))  # fmt: skip


def contact_passages(
    kit: Kit,
    contact: Contact[Text],
    name: str,
    role: SizeRole = "small",
    peers: Sequence[Text] = (),
    largest: SizeRole = "heading",
) -> list[Passage]:
    """A contact as text of a card: the role, the number in type of the `largest` role that holds it, the rest below.
    `peers` are the numbers that stand in columns of the same width.
    """
    gap = kit.em("label", 0.15)
    found = [Passage(Words(kit, [contact.role], TextStyle(role, bold=True, colour=INK, pitch=1.25), name))]
    if contact.phone:
        found.append(Passage(phone_number(kit, contact.phone, name, largest, peers), gap))
    if details := details_of(contact):
        found.append(Passage(Words(kit, details, TextStyle("small", colour=TEXT, gap=0.1, pitch=1.25), name), gap))
    return found


def details_of(contact: Contact[Text]) -> list[Text]:
    """What is said of a contact beside whom and which number to call."""
    return [text for text in (contact.mail, contact.hours, contact.note) if text]


def phone_number(kit: Kit, phone: Text, name: str, largest: SizeRole, peers: Sequence[Text] = ()) -> OneLine:
    """A number in large type on one line, and in the same size as its peers."""
    style = TextStyle(bold=True, colour=PRIMARY, pitch=1.25, anchor="middle")
    return OneLine(kit, phone, (largest, "heading", "body", "small"), style, f"{name}-phone", peers)


def lead(kit: Kit, text: Text, name: str = "lead") -> Block:
    """The sentence under a title."""
    return Words(kit, [text], TextStyle("body", colour=MUTED, pitch=1.35), name, is_body=True)


def banner(kit: Kit, text: Text, name: str, icon: str, tone: ColourRole = "primary") -> Block:
    """One sentence across the page that is to be remembered."""
    fill, ink = kit.ground(tone)
    words = Words(kit, [text], TextStyle("body", bold=True, colour=ink, pitch=1.35), name)
    glyph = Glyph(kit, icon, kit.em("heading", 1.35), ink, f"{name}-icon")
    return Card(kit, [Passage(words)], name, fill=fill, padding=(pt(16), pt(9), pt(16), pt(9)), radius=pt(8),
                anchor="middle", icon=glyph, gutter=pt(12))  # fmt: skip


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
