"""case: the picture of an incident, what happened, and why."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from deckgen.layout.blocks import Block, Glyph, Grouped, Label, Panel, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import Choice
from deckgen.layout.clicking import on_click
from deckgen.layout.content.picture import ImageBlock
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import DANGER, INK, MUTED, PRIMARY, SURFACE, outline
from deckgen.layout.scenes import SceneBlock
from deckgen.layout.splitting import Unit, text_units
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.frames import Colour, Stroke
from deckgen.model.slides import CaseSlide
from deckgen.model.text import Text, plain_text
from deckgen.units import mm, pt
from deckgen.wording import Wording

Slide = CaseSlide[Text]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    setting, shown = _setting(kit, slide), _shown(kit, slide)
    if not shown:  # a company has no photo
        return Stack([*setting, _story(kit, slide, context)], gap=pt(8), growing=len(setting))
    picture = Stack([*setting, *shown], gap=pt(6), growing=len(setting))
    story = Column(_story(kit, slide, context))
    # Long texts need more of the width; on a narrow page the labels in the picture do.
    return Choice([Row([Column(picture, share=share), story], gutter=mm(8)) for share in (0.66, 0.58, 0.85, 1.05)])


def _setting(kit: Kit, slide: Slide) -> list[Block]:
    """Where it happened."""
    if slide.setting is None:
        return []
    fill, ink = kit.ground("primary")
    style = TextStyle("label", bold=True, colour=ink, pitch=1.2, anchor="middle")
    label = Label(kit, [slide.setting], style, "setting", fill=fill, padding=(pt(10), pt(5), pt(10), pt(5)),
                  is_body=True, shrinks=True)  # fmt: skip
    return [label]


def _shown(kit: Kit, slide: Slide) -> list[Block]:
    """The scene or the photo; nothing where a company has no photo."""
    if slide.photo:
        photo: Block = ImageBlock(kit, slide.photo.file, slide.photo.alt, "photo", least=mm(45))
        style = TextStyle("label", colour=MUTED, align="center", pitch=1.3)
        return [photo, *([Words(kit, [slide.photo.credit], style, "credit")] if slide.photo.credit else [])]
    if not slide.scene:
        return []
    pad = mm(4)
    scene = Panel(kit, SceneBlock(kit, slide.scene, "scene"), "scene", fill=SURFACE, padding=(pad, pad, pad, pad))
    return [Grouped(kit, scene, "scene", slide.scene.alt, is_read=False)]


def _story(kit: Kit, slide: Slide, context: Context) -> Block:
    blocks: list[Block] = []
    if slide.incidents:
        style = TextStyle("body", marker="1.", start=context.start, mark=PRIMARY, gap=0.45)
        blocks.append(_card(kit, "incidents", "alert-triangle", Words(kit, slide.incidents, style, "", widest_gap=1.2),
                            SURFACE, None))  # fmt: skip
    if slide.causes:
        style = TextStyle("body", bold=True, colour=INK, marker="-", gap=0.2)
        causes = _card(kit, "causes", "search", Words(kit, slide.causes, style, ""), kit.soft("danger"),
                       outline("danger", 1.25))  # fmt: skip
        blocks.append(on_click(causes, 1, reveal=slide.reveal))
    cards = len(blocks)
    if slide.source and context.is_last:
        blocks.append(Words(kit, [slide.source], TextStyle("label", colour=MUTED, pitch=1.3), "source", is_body=True))
    return Stack(blocks, gap=pt(8), growing=0 if cards else None)


def _card(
    kit: Kit, name: Literal["incidents", "causes"], icon: str, told: Words, fill: Colour, edge: Stroke | None
) -> Block:
    """What happened, or why, under its heading."""
    style = TextStyle("small", bold=True, colour=DANGER, pitch=1.25, is_heading=True)
    head = Passage(Words(kit, [plain_text(kit.say(name))], style, ""), is_head=True)
    glyph = Glyph(kit, icon, kit.em("small", 1.4), DANGER, f"{name}-icon")
    return Card(kit, [head, Passage(told, kit.em("small", 0.35))], name, fill=fill, stroke=edge, icon=glyph,
                side="head", gutter=pt(6), padding=(pt(14), pt(9), pt(12), pt(10)))  # fmt: skip


def units(slide: Slide) -> tuple[Unit, ...]:
    return text_units(0, slide.incidents) + text_units(1, slide.causes)


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    incidents = tuple(unit.text for unit in kept if unit.key[0] == 0 and unit.text)
    causes = tuple(unit.text for unit in kept if unit.key[0] == 1 and unit.text)
    return replace(slide, incidents=incidents, causes=causes)
