"""What somebody said, and questions to the audience."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Glyph, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.content.framing import Abreast, body, card
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import INK, MUTED, PAPER, outline
from deckgen.layout.splitting import Unit, text_units, whole_units
from deckgen.layout.stacking import Stack
from deckgen.model.blocks import QuestionBlock, QuoteBlock
from deckgen.model.text import Paragraph, Run, Text
from deckgen.units import pt
from deckgen.wording import Wording


def compose(block: QuoteBlock[Text], kit: Kit, start: int) -> Block:
    told = [Passage(Words(kit, [block.text], TextStyle("heading", colour=INK, pitch=1.5), ""))]
    if block.by:
        style = TextStyle("small", colour=MUTED, align="right", pitch=1.3)
        told.append(Passage(Words(kit, [block.by], style, ""), kit.em("body", 0.5)))
    return Card(kit, told, "quote", stroke=outline("primary"), padding=(pt(22), pt(14), pt(18), pt(14)),
                anchor="middle")  # fmt: skip


def units(block: QuoteBlock[Text]) -> tuple[Unit, ...]:
    return text_units(0, [block.text])


def take(block: QuoteBlock[Text], kept: Sequence[Unit], words: Wording) -> QuoteBlock[Text]:
    return replace(block, text=kept[0].text or block.text)


def compose_question(block: QuestionBlock[Text], kit: Kit, start: int) -> Block:
    size = kit.em("heading", 1.7)
    style = TextStyle("heading", bold=True, colour=PAPER, pitch=1.35)
    icon = Glyph(kit, "user-question", size, PAPER, "question-icon")
    asked = Card(kit, [Passage(Words(kit, [block.question], style, ""))], "question", fill=INK, icon=icon,
                 padding=(pt(16), pt(12), pt(16), pt(12)), radius=pt(8), anchor="middle", gutter=pt(12))  # fmt: skip
    if not block.choices:
        return asked
    cards = [
        card(kit, f"choice-{at}", [(choice, body(choice)[1])], number=at) for at, choice in enumerate(block.choices, 1)
    ]
    choices = Abreast(cards, least=kit.em("body", 14), gutter=pt(8), most=2)
    return Stack([asked, choices], gap=pt(10), growing=1)


def question_units(block: QuestionBlock[Text]) -> tuple[Unit, ...]:
    return whole_units(0, 1, weight=len(block.question.plain) + 60 * (1 + len(block.choices)))


def answers(blocks: Sequence[object], words: Wording) -> Iterator[Paragraph]:
    """What a trainer says when the audience has answered."""
    for block in blocks:
        if isinstance(block, QuestionBlock) and block.answer:
            yield Paragraph((Run(words.say("answer-head"), strong=True), *block.answer.runs))
