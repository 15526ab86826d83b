"""risk-map: settings side by side, with the risks that wait in each."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Glyph, Grouped, Panel, Words
from deckgen.layout.context import Context
from deckgen.layout.fillings import lead
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import DANGER, INK, PAPER, SURFACE, TEXT, outline
from deckgen.layout.splitting import Unit
from deckgen.layout.stacking import Column, Row, Stack
from deckgen.model.pieces import Point, Setting
from deckgen.model.slides import RiskMapSlide
from deckgen.model.text import Text
from deckgen.model.theme import ColourRole
from deckgen.units import pt
from deckgen.wording import Wording

Slide = RiskMapSlide[Text]
_TONES: tuple[ColourRole, ...] = ("primary", "secondary", "ink")


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    arrow = kit.em("heading", 1.2)
    columns: list[Column] = []
    for index, setting in enumerate(slide.settings):
        if index:
            glyph = Glyph(kit, "arrows-left-right", arrow, INK, f"arrow-{index}", anchor="middle")
            columns.append(Column(glyph, arrow))
        # A setting with many risks gets two columns of tags, and the width for them.
        share = 1.0 if len(setting.risks) <= 5 else 1.9
        columns.append(Column(_setting(kit, setting, context.start + index), share=share))
    row = Grouped(kit, Row(columns, gutter=pt(6)), "map", _told(slide, kit.words))
    if not slide.lead or not context.is_first:
        return row
    return Stack([lead(kit, slide.lead), row], gap=kit.em("body", 0.6), growing=1)


def _told(slide: Slide, words: Wording) -> str:
    """Which settings people move between, and how many risks wait in each; those are read after it."""
    settings = words.say("comma").join(
        words.say("alt-risks-of", setting=setting.label.plain, count=len(setting.risks)) for setting in slide.settings
    )
    moving = words.say("alt-risk-map-ways") if len(slide.settings) > 1 else ""
    return words.say("alt-risk-map", settings=settings) + moving


def _setting(kit: Kit, setting: Setting[Text], index: int) -> Block:
    tone = _TONES[(index - 1) % len(_TONES)]
    size = kit.em("heading", 1.8)
    fill, ink = kit.ground(tone)
    glyph = Glyph(kit, setting.icon, size, ink, f"setting-{index}-icon", anchor="middle")
    style = TextStyle("heading", bold=True, colour=ink, pitch=1.2, anchor="middle")
    head = Row(
        [Column(glyph, size), Column(Words(kit, [setting.label], style, f"setting-{index}", ground=fill))], gutter=pt(8)
    )
    band = Panel(kit, head, f"setting-{index}-head", fill=fill, geometry="rounded",
                 padding=(pt(10), pt(7), pt(10), pt(7)), radius=pt(8), anchor="middle")  # fmt: skip
    risks = [_risk(kit, risk, f"setting-{index}-risk-{number}") for number, risk in enumerate(setting.risks, 1)]
    if len(risks) <= 5:
        tags: Block = Stack(risks, gap=pt(6), spare="even")
    else:
        half = (len(risks) + 1) // 2
        tags = Row(
            [Column(Stack(part, gap=pt(6), spare="even")) for part in (risks[:half], risks[half:])], gutter=pt(6)
        )
    inner = Stack([band, tags], gap=pt(8), growing=1)
    pad = pt(8)
    return Panel(kit, inner, f"setting-{index}", fill=SURFACE, padding=(pad, pad, pad, pad), radius=pt(10))


def _risk(kit: Kit, risk: Point[Text], name: str) -> Block:
    size = kit.em("small", 1.6)
    texts: list[Block] = [
        Words(kit, [risk.heading], TextStyle("small", bold=True, colour=TEXT, pitch=1.25, anchor="middle"), name)
    ]
    if risk.body:
        texts.append(Words(kit, [risk.body], TextStyle("small", colour=TEXT, pitch=1.25), f"{name}-text"))
    glyph = Glyph(kit, risk.icon or "alert-triangle", size, DANGER, f"{name}-icon", anchor="middle")
    columns = [Column(glyph, size), Column(texts[0] if len(texts) == 1 else Stack(texts, gap=pt(1)))]
    return Panel(kit, Row(columns, gutter=pt(7)), name, fill=PAPER, stroke=outline("danger", 1),
                 padding=(pt(8), pt(5), pt(6), pt(5)), radius=pt(5), anchor="middle")  # fmt: skip


def units(slide: Slide) -> tuple[Unit, ...]:
    return tuple(
        Unit((group, index), None, 30)
        for group, setting in enumerate(slide.settings)
        for index in range(len(setting.risks))
    )


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    settings = []
    for group, setting in enumerate(slide.settings):
        risks = tuple(setting.risks[unit.key[1]] for unit in kept if unit.key[0] == group)
        if risks:
            settings.append(replace(setting, risks=risks))
    return replace(slide, settings=tuple(settings))
