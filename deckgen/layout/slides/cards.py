"""topics and rules: cards with a heading and the company's own content."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from deckgen.layout.blocks import Block
from deckgen.layout.choosing import Choice, Newspaper
from deckgen.layout.context import Context
from deckgen.layout.fillings import joined_headings, lead, part_of, units_of
from deckgen.layout.parts import topic_card
from deckgen.layout.splitting import Unit, continued_heading, grouped
from deckgen.layout.stacking import Stack, equal_row
from deckgen.model.pieces import Topic
from deckgen.model.slides import RulesSlide, TopicsSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.model.theme import ColourRole, SizeRole
from deckgen.units import pt
from deckgen.wording import Wording

Topics = TopicsSlide[Text, Filling]
Rules = RulesSlide[Text, Filling]
Cards = Sequence[Topic[Text, Filling]]
S = TypeVar("S", Topics, Rules)


def compose_topics(slide: Topics, context: Context) -> Block:
    """The slide's topics on grounds of the theme's colour."""
    return _page(context, slide.lead, slide.topics, "topic", "body", "secondary")


def compose_rules(slide: Rules, context: Context) -> Block:
    """The slide's rules on outlined cards."""
    return _page(context, slide.lead, slide.rules, "rule", "body", "primary")


def _page(context: Context, words: Text | None, cards: Cards, name: str, role: SizeRole, tone: ColourRole) -> Block:
    kit = context.kit
    headings = [card.heading for card in cards]

    def drawn(*, is_narrow: bool) -> list[Block]:
        return [
            topic_card(kit, card, f"{name}-{index}", role, tone, headings if is_narrow else ())
            for index, card in enumerate(cards, context.start)
        ]

    is_whole = context.is_first and context.is_last
    columns = _arranged(drawn, len(cards), pt(10)) if is_whole else Newspaper(drawn(is_narrow=False), pt(10))
    if not words or not context.is_first:
        return columns
    return Stack([lead(kit, words), columns], gap=kit.em("body", 0.6), growing=1)


class _Drawn(Protocol):
    """The cards, for columns of half the page or for narrow ones."""

    def __call__(self, *, is_narrow: bool) -> Sequence[Block]: ...


def _arranged(drawn: _Drawn, count: int, gutter: int) -> Block:
    """Cards on a page: up to three beside one another where their text allows, else rows of two where that leaves
    none alone, else columns.
    """
    blocks = drawn(is_narrow=False)
    if count <= 2:
        return equal_row(blocks, gutter)
    ways: list[Block] = []
    if count == 3:
        ways.append(equal_row(drawn(is_narrow=True), gutter))
    if count % 2 == 0:
        rows = [equal_row(blocks[start : start + 2], gutter) for start in range(0, len(blocks), 2)]
        ways.append(Stack(rows, gap=gutter, spare="fill"))
    return Choice([*ways, Newspaper(blocks, gutter)])


def topics_title(slide: Topics, words: Wording) -> Text:
    """The headings of the topics."""
    return joined_headings([topic.heading for topic in slide.topics], words)


def rules_title(slide: Rules, words: Wording) -> Text:
    """The headings of the rules."""
    return joined_headings([rule.heading for rule in slide.rules], words)


def topic_units(slide: Topics) -> tuple[Unit, ...]:
    return _units(slide.topics)


def rule_units(slide: Rules) -> tuple[Unit, ...]:
    return _units(slide.rules)


def _units(cards: Cards) -> tuple[Unit, ...]:
    return tuple(grouped(units_of(card.content, index)) for index, card in enumerate(cards))


def take_topics(slide: Topics, kept: Sequence[Unit], words: Wording) -> Topics:
    return replace(slide, topics=_take(slide.topics, kept, words))


def take_rules(slide: Rules, kept: Sequence[Unit], words: Wording) -> Rules:
    return replace(slide, rules=_take(slide.rules, kept, words))


def _take(cards: Cards, kept: Sequence[Unit], words: Wording) -> tuple[Topic[Text, Filling], ...]:
    found = []
    for index, card in enumerate(cards):
        mine = [unit for unit in kept if unit.key[0] == index]
        if mine:
            heading = continued_heading(card.heading, mine, words)
            found.append(replace(card, heading=heading, content=part_of(card.content, mine)))
    return tuple(found)
