"""discussion: a question to talk about, prompts beside it, and how the talk goes."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Glyph, Label, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import Phrased
from deckgen.layout.clicking import on_click
from deckgen.layout.context import Context
from deckgen.layout.fillings import content, part_of, units_of
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, PAPER, PRIMARY, outline
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.slides import DiscussionSlide
from deckgen.model.slots import Filling, Items, told
from deckgen.model.text import Text
from deckgen.model.theme import SizeRole
from deckgen.units import mm, pt
from deckgen.wording import Wording

Slide = DiscussionSlide[Text, Filling]
_FEW = 2
"""So many prompts have the room for larger type."""


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    columns = Row([Column(_question(kit, slide), share=1.0), *_prompts(kit, slide, context)], gutter=mm(8))
    if not slide.steps or not context.is_last:
        return columns
    return Stack([columns, _steps(kit, slide)], gap=pt(14), growing=0)


def _question(kit: Kit, slide: Slide) -> Block:
    style = TextStyle("title", bold=True, colour=PAPER, pitch=1.4, balanced=True)
    question = Phrased(Words(kit, [slide.question], style, "question"))
    icon = Glyph(kit, "messages", kit.em("title", 2.2), PAPER, "question-icon")
    pad = pt(24)
    return Card(kit, [Passage(question)], "question", fill=INK, padding=(pad, pad, pad, pad), radius=pt(10),
                anchor="middle", icon=icon, side="above", gutter=kit.em("body", 0.8))  # fmt: skip


def _prompts(kit: Kit, slide: Slide, context: Context) -> list[Column]:
    """What to talk about beside the question; nothing where a company names nothing."""
    return [Column(_listed(kit, slide.prompts, slide, context), share=1.6)] if slide.prompts else []


def _listed(kit: Kit, prompts: Filling, slide: Slide, context: Context) -> Block:
    if not isinstance(prompts, Items):
        return content(kit, prompts, "prompts")
    role: SizeRole = "heading" if len(prompts.items) <= _FEW else "body"
    numbered = enumerate((told(each, kit.words) for each in prompts.items), context.start)
    cards = [
        on_click(_prompt(kit, text, number, role), number - context.start + 1, reveal=slide.reveal)
        for number, text in numbered
    ]
    return Stack(cards, gap=pt(8), spare="even")


def _prompt(kit: Kit, text: Text, number: int, role: SizeRole) -> Block:
    style = TextStyle(role, marker="1.", start=number, mark=PRIMARY)
    return Card(kit, [Passage(Words(kit, [text], style, ""))], f"prompt-{number}",
                padding=(pt(14), pt(9), pt(14), pt(9)), anchor="middle")  # fmt: skip


def _steps(kit: Kit, slide: Slide) -> Block:
    style = TextStyle("small", bold=True, colour=INK, align="center", anchor="middle", pitch=1.25)
    chips = [
        Label(kit, [step], style, f"step-{index}", fill=kit.soft("primary"), stroke=outline("primary", 1),
              geometry="pentagon", padding=(pt(12), pt(7), pt(24), pt(7)))
        for index, step in enumerate(slide.steps, 1)
    ]  # fmt: skip
    return Row([Column(chip) for chip in chips], gutter=pt(4))


def units(slide: Slide) -> tuple[Unit, ...]:
    return units_of(slide.prompts, 0) if slide.prompts else ()


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, prompts=slide.prompts and part_of(slide.prompts, kept))
