"""The company's rules, one card each."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block
from deckgen.layout.content.framing import Abreast
from deckgen.layout.fillings import part_of, units_of
from deckgen.layout.kit import Kit
from deckgen.layout.parts import topic_card
from deckgen.layout.splitting import Unit, continued_heading, grouped
from deckgen.model.blocks import RulesBlock
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

Rules = RulesBlock[Text, Filling]


def compose(block: Rules, kit: Kit, start: int) -> Block:
    heads = [rule.heading for rule in block.rules]
    cards = [
        topic_card(kit, rule, f"rule-{at}", "body", "primary", heads) for at, rule in enumerate(block.rules, start)
    ]
    return Abreast(cards, least=kit.em("body", 14), gutter=pt(10), most=3)


def units(block: Rules) -> tuple[Unit, ...]:
    return tuple(grouped(units_of(rule.content, at)) for at, rule in enumerate(block.rules))


def take(block: Rules, kept: Sequence[Unit], words: Wording) -> Rules:
    rules = []
    for at, rule in enumerate(block.rules):
        mine = [unit for unit in kept if unit.key[0] == at]
        if mine:
            heading = continued_heading(rule.heading, mine, words)
            rules.append(replace(rule, heading=heading, content=part_of(rule.content, mine)))
    return replace(block, rules=tuple(rules))
