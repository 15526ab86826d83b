"""self-check: questions to ask oneself first, and what to do if one answer is no."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Column, Label, Panel, Row, Stack, Words, equal_row
from deckgen.layout.context import Context
from deckgen.layout.fillings import banner, lead
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, SURFACE, TEXT, outline
from deckgen.layout.parts import number_badge
from deckgen.layout.splitting import Unit, whole_units
from deckgen.model.pieces import Question
from deckgen.model.slides import SelfCheckSlide
from deckgen.model.text import Text, plain_text
from deckgen.units import pt
from deckgen.wording import Wording

Slide = SelfCheckSlide[Text]
_CARDS = 4
"""Questions that find room as cards, two beside one another."""


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    gutter = kit.theme.grid.gutter
    numbered = [*enumerate(slide.questions, context.start)]
    if len(numbered) > _CARDS:
        rows, gutter = [_line(kit, question, number) for number, question in numbered], gutter // 2
    else:
        cards = [_card(kit, question, number) for number, question in numbered]
        rows = [equal_row(cards[start : start + 2], gutter) for start in range(0, len(cards), 2)]
    blocks: list[Block] = [lead(kit, slide.lead)] if slide.lead and context.is_first else []
    growing = len(blocks)
    blocks.append(Stack(rows, gap=gutter, spare="even"))
    if context.is_last:
        blocks.append(banner(kit, slide.verdict, "verdict", "hand-stop", "danger"))
    return Stack(blocks, gap=kit.em("body", 0.7), growing=growing)


def _card(kit: Kit, question: Question[Text], number: int) -> Block:
    size = kit.em("title", 1.3)
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.35)
    texts: list[Block] = [Words(kit, [question.question], style, f"question-{number}", is_body=True)]
    if question.hint:
        texts.append(Words(kit, [question.hint], TextStyle("small", colour=TEXT), f"question-{number}-hint"))
    words = Stack(texts, gap=kit.em("small", 0.4))
    answers = Stack(_answers(kit, number), gap=pt(6))
    columns = [
        Column(number_badge(kit, number, size, f"question-{number}-number"), size),
        Column(Stack([words], spare="middle")),
        Column(Stack([answers], spare="middle"), kit.em("label", 6.0)),
    ]
    return _panel(kit, columns, number, pt(14))


def _line(kit: Kit, question: Question[Text], number: int) -> Block:
    """A question in a row of its own, its hint beside it: more than four in cards would fill two pages."""
    size = kit.em("heading", 1.5)
    style = TextStyle("body", bold=True, colour=INK, pitch=1.3, anchor="middle")
    hint = TextStyle("small", colour=TEXT, pitch=1.3, anchor="middle")
    columns = [
        Column(number_badge(kit, number, size, f"question-{number}-number"), size),
        Column(Words(kit, [question.question], style, f"question-{number}", is_body=True), share=2.0),
    ]
    if question.hint:
        columns.append(Column(Words(kit, [question.hint], hint, f"question-{number}-hint")))
    answers = Row([Column(answer) for answer in _answers(kit, number)], gutter=pt(6))
    columns.append(Column(Stack([answers], spare="middle"), kit.em("label", 13.0)))
    return _panel(kit, columns, number, pt(4))


def _panel(kit: Kit, columns: list[Column], number: int, pad: int) -> Block:
    return Panel(
        kit,
        Row(columns, gutter=pt(12)),
        f"question-{number}",
        fill=SURFACE,
        padding=(pt(14), pad, pt(14), pad),
        radius=pt(8),
        anchor="middle",
    )


def _answers(kit: Kit, number: int) -> list[Block]:
    # The box is a list mark, not a letter: a screen reader would read one as "square".
    style = TextStyle("label", bold=True, colour=MUTED, anchor="middle", pitch=1.2, marker="[]")
    return [
        Label(kit, [plain_text(text)], style, f"question-{number}-{key}", fill=PAPER, stroke=outline("muted", 1),
              padding=(pt(6), pt(4), pt(6), pt(4)))
        for key, text in (("yes", kit.say("yes")), ("no", kit.say("no")))
    ]  # fmt: skip


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.questions))


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, questions=tuple(slide.questions[unit.key[1]] for unit in kept))
