"""break and questions: what interrupts the talk, in type that is read from the last row."""

from deckgen.layout.blocks import Block, Glyph, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, TEXT
from deckgen.layout.parts import callout
from deckgen.layout.stacking import Stack
from deckgen.model.pieces import Callout
from deckgen.model.slides import BreakSlide, QuestionsSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text, plain_text
from deckgen.units import pt


def compose_break(slide: BreakSlide[Text], context: Context) -> Block:
    kit = context.kit
    told = []
    if slide.minutes:
        length = kit.say("break-length", minutes=f"{slide.minutes:g}")
        style = TextStyle("display", bold=True, colour=INK, pitch=1.2)
        told.append(Passage(Words(kit, [plain_text(length, slide.title.place)], style, "length")))
    return _large(kit, told, slide.text, slide.icon)


def compose_questions(slide: QuestionsSlide[Text, Filling], context: Context) -> Block:
    kit = context.kit
    opening = _large(kit, [], slide.text or plain_text(kit.say("questions-open"), slide.title.place), slide.icon)
    if not slide.contact:
        return opening
    later: Callout[Text, Filling] = Callout(
        text=plain_text(kit.say("questions-later"), slide.title.place), contact=slide.contact
    )
    return Stack([opening, callout(kit, later)], gap=kit.em("body", 0.8), growing=0)


def _large(kit: Kit, told: list[Passage], text: Text | None, icon: str) -> Block:
    """A card as large as there is room for, its icon beside its words."""
    if text:
        style = TextStyle("heading", colour=TEXT, pitch=1.35)
        told = [*told, Passage(Words(kit, [text], style, "text"), kit.em("body", 0.4) if told else 0)]
    ground, ink = kit.ground("primary")
    glyph = Glyph(kit, icon, kit.em("heading", 5), ink, "pause-icon", disc=ground)
    pad = kit.em("heading", 2)
    if not told:
        return Stack([glyph], growing=0)
    return Card(kit, told, "pause", fill=kit.soft("primary"), padding=(pad, pt(12), pad, pt(12)), radius=pt(12),
                anchor="middle", icon=glyph, gutter=kit.em("heading", 1.5))  # fmt: skip
