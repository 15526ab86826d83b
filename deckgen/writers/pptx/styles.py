"""List styles: nine levels of paragraph looks, for masters and layouts (ECMA-376 part 1, 21.1.2.4).

Kerning is off (`kern="0"`) at every level, since the layout measures without it.
"""

from dataclasses import dataclass

from deckgen.model.frames import Align, Colour
from deckgen.units import pt
from deckgen.wording import Language
from deckgen.writers.pptx.colours import fill
from deckgen.writers.pptx.text import BULLET_FONT, BULLETS, LINE_BREAKING
from deckgen.writers.pptx.xml import spoken

_ALIGNS: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r"}
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of one level looks."""

    size: float
    """pt."""
    pitch: float | None
    """Exact line spacing in pt; None: the font's own, for text that somebody adds at a size of their choice."""
    bold: bool = False
    colour: Colour = Colour("text")
    align: Align = "left"
    space_before: float = 0.0
    """pt."""
    font: str = "mn"
    """`mj` for the theme's heading font, `mn` for its text font."""


def plain_level(look: Look, language: Language, level: int = 1, left: int = 0) -> str:
    """A level without a bullet."""
    return _level(look, level, f'marL="{left}" indent="0"', "<a:buNone/>", language)


def bullet_level(look: Look, level: int, language: Language) -> str:
    """A level with its bullet and a hanging indent."""
    step = pt(look.size * 1.1)
    bullet = BULLETS[min(level - 1, len(BULLETS) - 1)]
    marker = f'{BULLET_FONT}<a:buChar char="{bullet}"/>'
    return _level(look, level, f'marL="{step * level}" indent="{-step}"', marker, language)


def _level(look: Look, level: int, indents: str, marker: str, language: Language) -> str:
    return (
        f'<a:lvl{level}pPr {indents} algn="{_ALIGNS[look.align]}" defTabSz="914400" rtl="0" {LINE_BREAKING}>'
        f"<a:lnSpc>{_spacing(look.pitch)}</a:lnSpc><a:spcBef>"
        f'<a:spcPts val="{round(look.space_before * 100)}"/></a:spcBef>{marker}<a:defRPr {spoken(language)} '
        f'sz="{round(look.size * 100)}" b="{int(look.bold)}" '
        f'kern="0">{fill(look.colour)}<a:latin typeface="+{look.font}-lt"/><a:ea typeface="+{look.font}-ea"/>'
        f'<a:cs typeface="+{look.font}-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


def _spacing(pitch: float | None) -> str:
    return '<a:spcPct val="100000"/>' if pitch is None else f'<a:spcPts val="{round(pitch * 100)}"/>'


def bullet_levels(looks: tuple[Look, ...], language: Language) -> str:
    """Nine levels with bullets; the last look serves all deeper levels."""
    return "".join(bullet_level(looks[min(index, len(looks) - 1)], index + 1, language) for index in range(_LEVELS))


def plain_levels(look: Look, language: Language) -> str:
    """Nine levels without bullets, each further in."""
    return "".join(plain_level(look, language, index + 1, pt(look.size * 1.1) * index) for index in range(_LEVELS))
