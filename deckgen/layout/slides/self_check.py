"""self-check: questions to ask oneself first, and what to do if one answer is no."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Label, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.clicking import on_click
from deckgen.layout.context import Context
from deckgen.layout.fillings import banner, lead
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, PRIMARY, TEXT, outline
from deckgen.layout.splitting import Unit, whole_units
from deckgen.layout.stacking import Column, Row, Stack, equal_row
from deckgen.model.pieces import Question
from deckgen.model.slides import SelfCheckSlide
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import SizeRole
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
    if slide.verdict and context.is_last:
        verdict = banner(kit, slide.verdict, "verdict", "hand-stop", "danger")
        blocks.append(on_click(verdict, 1, reveal=slide.reveal))
    return Stack(blocks, gap=kit.em("body", 0.7), growing=growing)


def _card(kit: Kit, question: Question[Text], number: int) -> Block:
    return _answered(kit, _asked(kit, question, number, "heading", 0.4, pt(14)), number)


def _line(kit: Kit, question: Question[Text], number: int) -> Block:
    """A question in a row of its own: more than four in cards would fill two pages."""
    return _answered(kit, _asked(kit, question, number, "body", 0.1, pt(4)), number)


def _asked(kit: Kit, question: Question[Text], number: int, role: SizeRole, gap: float, pad: int) -> Block:
    """A question, and what to think of below it."""
    style = TextStyle(role, bold=True, colour=INK, pitch=1.3, marker="1.", start=number, mark=PRIMARY)
    told = [Passage(Words(kit, [question.question], style, ""))]
    if question.hint:
        hint = Words(kit, [question.hint], TextStyle("small", colour=TEXT, pitch=1.3), "")
        told.append(Passage(hint, kit.em("small", gap), indent=kit.hanging(style)))
    return Card(kit, told, f"question-{number}", padding=(pt(14), pad, pt(14), pad), radius=pt(8), anchor="middle")


def _answered(kit: Kit, asked: Block, number: int) -> Block:
    """A question with the boxes to tick beside it."""
    # The box is a list mark, not a letter: a screen reader would read one as "square".
    style = TextStyle("label", bold=True, colour=MUTED, anchor="middle", pitch=1.2, marker="[]", gap=0.15)
    answers = [plain_text(kit.say(key)) for key in ("yes", "no")]
    boxes = Label(kit, answers, style, f"question-{number}-answers", fill=PAPER, stroke=outline("muted", 1),
                  padding=(pt(8), pt(4), pt(6), pt(4)))  # fmt: skip
    return Row([Column(asked), Column(boxes, kit.em("label", 6.0))], gutter=pt(6))


def units(slide: Slide) -> tuple[Unit, ...]:
    return whole_units(0, len(slide.questions))


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, questions=tuple(slide.questions[unit.key[1]] for unit in kept))
