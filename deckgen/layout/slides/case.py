"""case: the picture of an incident, what happened, and why."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Column, Glyph, Label, Panel, Row, Stack, Words
from deckgen.layout.choosing import Choice
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import DANGER, INK, MUTED, SURFACE, outline
from deckgen.layout.parts import number_badge
from deckgen.layout.scenes import SceneBlock
from deckgen.layout.splitting import Unit, text_units
from deckgen.model.slides import CaseSlide
from deckgen.model.text import Text, plain_text
from deckgen.units import mm, pt
from deckgen.wording import Wording

Slide = CaseSlide[Text]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    picture, story = _picture(kit, slide), Column(_story(kit, slide, context))
    # Long texts need more of the width; on a narrow page the labels in the picture do.
    return Choice([Row([Column(picture, share=share), story], gutter=mm(8)) for share in (0.66, 0.58, 0.85, 1.05)])


def _picture(kit: Kit, slide: Slide) -> Block:
    pad, (fill, ink) = mm(4), kit.ground("primary")
    setting = Label(
        kit,
        [slide.setting],
        TextStyle("label", bold=True, colour=ink, pitch=1.2, anchor="middle"),
        "setting",
        fill=fill,
        padding=(pt(10), pt(4), pt(10), pt(4)),
        shrinks=True,
    )
    scene = SceneBlock(kit, slide.scene, "scene")
    inner = Stack([setting, scene], gap=pt(6), growing=1)
    return Panel(kit, inner, "picture", fill=SURFACE, padding=(pad, pad, pad, pad))


def _story(kit: Kit, slide: Slide, context: Context) -> Block:
    blocks: list[Block] = []
    if slide.incidents:
        cards = [_incident(kit, text, context.start + index) for index, text in enumerate(slide.incidents)]
        blocks.append(_label(kit, kit.say("incidents"), "incidents-label", "alert-triangle"))
        blocks.append(Stack(cards, gap=pt(8), spare="even"))
    growing = len(blocks) - 1 if blocks else None
    if slide.causes:
        blocks.append(_label(kit, kit.say("causes"), "causes-label", "search"))
        style = TextStyle("body", bold=True, colour=INK, marker="-", gap=0.2)
        causes = Words(kit, slide.causes, style, "causes", is_body=True)
        blocks.append(Panel(kit, causes, "causes", fill=kit.soft("danger"), stroke=outline("danger", 1.25),
                            padding=(pt(14), pt(9), pt(12), pt(9))))  # fmt: skip
    if slide.source and context.is_last:
        blocks.append(Words(kit, [slide.source], TextStyle("label", colour=MUTED, pitch=1.3), "source"))
    return Stack(blocks, gap=pt(8), growing=growing)


def _label(kit: Kit, text: str, name: str, icon: str) -> Block:
    size = kit.em("small", 1.4)
    style = TextStyle("small", bold=True, colour=DANGER, pitch=1.25, anchor="middle")
    words = Words(kit, [plain_text(text)], style, name)
    return Row(
        [Column(Glyph(kit, icon, size, DANGER, f"{name}-icon", anchor="middle"), size), Column(words)], gutter=pt(6)
    )


def _incident(kit: Kit, text: Text, number: int) -> Block:
    size = kit.em("heading", 1.5)
    words = Words(kit, [text], TextStyle("body", anchor="middle"), f"incident-{number}", is_body=True)
    badge = number_badge(kit, number, size, f"incident-{number}-number", "ink")
    row = Row([Column(badge, size), Column(words)], gutter=pt(10))
    return Panel(kit, row, f"incident-{number}", fill=SURFACE, padding=(pt(12), pt(9), pt(12), pt(9)), anchor="middle")


def units(slide: Slide) -> tuple[Unit, ...]:
    return text_units(0, slide.incidents) + text_units(1, slide.causes)


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    incidents = tuple(unit.text for unit in kept if unit.key[0] == 0 and unit.text)
    causes = tuple(unit.text for unit in kept if unit.key[0] == 1 and unit.text)
    return replace(slide, incidents=incidents, causes=causes)
