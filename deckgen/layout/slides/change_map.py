"""change-map: from one place to others, with what changes on the way."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Glyph, Grouped, Label, Panel, Words
from deckgen.layout.choosing import Choice
from deckgen.layout.content.framing import Abreast
from deckgen.layout.context import Context
from deckgen.layout.fillings import lead
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import DANGER, INK, PAPER, PRIMARY, SURFACE, TEXT, outline
from deckgen.layout.splitting import Unit, whole_units
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.frames import Colour
from deckgen.model.pieces import Point, Spot
from deckgen.model.slides import ChangeMapSlide
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

Slide = ChangeMapSlide[Text]
_BELOW = 4
"""Changes that find room below one another."""


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    row = Row(
        [
            Column(_origin(kit, slide), share=1.0),
            _arrow(kit, "out"),
            Column(_way(kit, slide, context.start), share=2.2),
            _arrow(kit, "in"),
            Column(_destinations(kit, slide.destinations), share=1.05),
        ],
        gutter=pt(10),
    )
    picture = Grouped(kit, row, "map", _told(slide, kit.words))
    if not slide.lead or not context.is_first:
        return picture
    return Stack([lead(kit, slide.lead), picture], gap=kit.em("body", 0.7), growing=1)


def _told(slide: Slide, words: Wording) -> str:
    """What goes from where to where; the changes on the way are read after it."""
    places = words.say("between-quoted").join(
        words.say("quoted", text=place.label.plain) for place in slide.destinations
    )
    told = {"origin": slide.origin.label.plain, "places": places, "count": len(slide.changes)}
    if slide.luggage is None:
        return words.say("alt-change-map-bare", **told)
    return words.say("alt-change-map", luggage=slide.luggage.plain, **told)


def _arrow(kit: Kit, name: str) -> Column:
    size = kit.em("heading", 1.7)
    return Column(Glyph(kit, "arrow-big-right", size, PRIMARY, f"arrow-{name}", anchor="middle"), size)


def _origin(kit: Kit, slide: Slide) -> Block:
    place = _spot(kit, slide.origin, "origin", SURFACE, 3.2)
    person = [_spot(kit, slide.person, "person", PAPER, 3.0)] if slide.person else []
    return Stack([place, *person], gap=pt(8), spare="even")


def _destinations(kit: Kit, places: Sequence[Spot[Text]]) -> Block:
    """The places below one another; where they are many, each with its icon beside its name."""
    tall = [_spot(kit, place, f"destination-{index}", SURFACE, 2.3) for index, place in enumerate(places, 1)]
    low = [_low_spot(kit, place, f"destination-{index}") for index, place in enumerate(places, 1)]
    return Choice([Stack(tall, gap=pt(8), spare="even"), Stack(low, gap=pt(6), spare="even")])


def _low_spot(kit: Kit, spot: Spot[Text], name: str) -> Block:
    size = kit.em("heading", 1.25)
    icon = Glyph(kit, spot.icon, size, INK, f"{name}-icon", anchor="middle")
    style = TextStyle("body", bold=True, colour=INK, pitch=1.25, anchor="middle")
    inner = Row([Column(icon, size), Column(Words(kit, [spot.label], style, f"{name}-label"))], gutter=pt(7))
    return Panel(kit, inner, name, fill=SURFACE, padding=(pt(9), pt(5), pt(6), pt(5)), anchor="middle")


def _spot(kit: Kit, spot: Spot[Text], name: str, fill: Colour, size: float) -> Block:
    icon = Glyph(kit, spot.icon, kit.em("heading", size), INK, f"{name}-icon", align="center")
    style = TextStyle("body", bold=True, colour=INK, align="center", pitch=1.25)
    inner = Stack([icon, Words(kit, [spot.label], style, f"{name}-label")], gap=pt(3))
    stroke = outline("danger", 1.5, dashed=True) if name == "person" else None
    return Panel(kit, inner, name, fill=fill, stroke=stroke, padding=(pt(6), pt(8), pt(6), pt(8)), anchor="middle")


def _way(kit: Kit, slide: Slide, first: int) -> Block:
    tag = [_tag(kit, slide.luggage)] if slide.luggage else []
    cards = [_change(kit, change, index) for index, change in enumerate(slide.changes, first)]
    changes = Abreast(cards, least=0, gutter=pt(8), most=2 if len(cards) > _BELOW else 1)
    inner = Stack([*tag, changes], gap=pt(8), growing=len(tag))
    pad = pt(12)
    return Panel(kit, inner, "way", fill=kit.soft("primary"), padding=(pad, pad, pad, pad), radius=pt(10))


def _tag(kit: Kit, luggage: Text) -> Block:
    style = TextStyle("body", bold=True, colour=PAPER, align="center", anchor="middle", pitch=1.2)
    return Label(kit, [luggage], style, "luggage", fill=DANGER, geometry="tag",
                 padding=(pt(12), pt(5), pt(26), pt(5)), hug=True)  # fmt: skip


def _change(kit: Kit, change: Point[Text], index: int) -> Block:
    size = kit.em("heading", 1.25)
    texts: list[Block] = [
        Words(kit, [change.heading], TextStyle("body", bold=True, colour=INK, pitch=1.25), f"change-{index}")
    ]
    if change.body:
        style = TextStyle("small", colour=TEXT, pitch=1.25)
        texts.append(Words(kit, [change.body], style, f"change-{index}-text"))
    columns = [Column(Stack(texts))]
    if change.icon:
        columns.insert(0, Column(Glyph(kit, change.icon, size, PRIMARY, f"change-{index}-icon", anchor="middle"), size))
    padding = (pt(10), pt(5), pt(10), pt(5))
    return Panel(kit, Row(columns, gutter=pt(9)), f"change-{index}", fill=PAPER, stroke=outline("primary", 1),
                 padding=padding, anchor="middle")  # fmt: skip


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.changes))


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, changes=tuple(slide.changes[unit.key[1]] for unit in kept))
