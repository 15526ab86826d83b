"""self-check: questions to ask oneself first, and what to do if one answer is no."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Column, Label, Panel, Row, Stack, Words, equal_row
from deckgen.layout.contents import banner, lead
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, SURFACE, TEXT, outline
from deckgen.layout.slides.parts import number_badge
from deckgen.layout.splitting import Unit, whole_units
from deckgen.model.slides import Question, SelfCheckSlide
from deckgen.model.text import Text, plain_text
from deckgen.units import pt

Slide = SelfCheckSlide[Text]


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    gutter = kit.theme.grid.gutter
    cards = [_question(kit, question, context.start + index) for index, question in enumerate(slide.questions)]
    rows = [equal_row(cards[start : start + 2], gutter) for start in range(0, len(cards), 2)]
    blocks: list[Block] = [lead(kit, slide.lead)] if slide.lead and context.is_first else []
    growing = len(blocks)
    blocks.append(Stack(rows, gap=gutter, spare="even"))
    if context.is_last:
        blocks.append(banner(kit, slide.verdict, "verdict", "hand-stop", "danger"))
    return Stack(blocks, gap=kit.em("body", 0.7), growing=growing)


def _question(kit: Kit, question: Question[Text], number: int) -> Block:
    size = kit.em("title", 1.3)
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.35)
    texts: list[Block] = [Words(kit, [question.question], style, f"question-{number}", is_body=True)]
    if question.hint:
        texts.append(Words(kit, [question.hint], TextStyle("small", colour=TEXT), f"question-{number}-hint"))
    words = Stack(texts, gap=kit.em("small", 0.4))
    row = Row(
        [
            Column(number_badge(kit, number, size, f"question-{number}-number"), size),
            Column(Stack([words], spare="middle")),
            Column(Stack([_answers(kit, number)], spare="middle"), kit.em("label", 6.0)),
        ],
        gutter=pt(12),
    )
    pad = pt(14)
    return Panel(
        kit, row, f"question-{number}", fill=SURFACE, padding=(pad, pad, pad, pad), radius=pt(8), anchor="middle"
    )


def _answers(kit: Kit, number: int) -> Block:
    # The box is a list mark, not a letter: a screen reader would read one as "square".
    style = TextStyle("label", bold=True, colour=MUTED, anchor="middle", pitch=1.2, marker="[]")
    chips = [
        Label(kit, [plain_text(text)], style, f"question-{number}-{key}", fill=PAPER, stroke=outline("muted", 1),
              padding=(pt(6), pt(4), pt(6), pt(4)))
        for key, text in (("yes", "はい"), ("no", "いいえ"))
    ]  # fmt: skip
    return Stack(chips, gap=pt(6))


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.questions))


def take(slide: Slide, kept: Sequence[Unit]) -> Slide:
    return replace(slide, questions=tuple(slide.questions[unit.key[1]] for unit in kept))
