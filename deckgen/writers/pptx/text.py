"""Text bodies in DrawingML (ECMA-376 part 1, 21.1.2), list styles, numbers and addresses of links."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.model.frames import Align, Anchor, Colour, FramedParagraph, TextBody
from deckgen.model.text import Run
from deckgen.units import pt
from deckgen.wording import Language
from deckgen.writers.pptx.shapes import fill
from deckgen.writers.pptx.xml import LOCALES, attribute, spoken, text

# Where automatic numbers begin ---------------------------------------------------------------------------------------


def starts(paragraphs: Sequence[FramedParagraph]) -> list[int]:
    """The number from which PowerPoint counts, for each paragraph; 1 where it is no numbered item.

    PowerPoint counts on from item to item of a level while they agree on the start, so every item of a run carries
    the number of the first one. A run ends at a plain paragraph, at a bullet of its level, or at a shallower item.
    """
    found: list[int] = []
    runs: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level = paragraph.level
        runs = {depth: run for depth, run in runs.items() if paragraph.marker and depth <= level}
        if paragraph.marker != "1.":
            runs.pop(level, None)
            found.append(1)
            continue
        start, expected = runs.get(level, (paragraph.number, paragraph.number))
        if paragraph.number != expected:
            start = paragraph.number
        runs[level] = (start, paragraph.number + 1)
        found.append(start)
    return found


# Addresses of links as relationships hold them -----------------------------------------------------------------------
# ECMA-376 part 2, 9.3: a target is a URI.

_ILLEGAL = re.compile(r'[\s"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
"""What no URI or IRI holds as it is (RFC 3986, 2.1 and 2.2; RFC 3987, 2.2). PowerPoint offers to repair such a file."""
_TOOLTIP = 255


def target(address: str) -> str:
    """The address with every character that an address cannot hold written as %XX; all others stay as typed."""
    return _ILLEGAL.sub(_encoded, address)


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def tooltip(address: str) -> str:
    """The address as a tip, no longer than PowerPoint lets one be typed."""
    return address if len(address) <= _TOOLTIP else f"{address[: _TOOLTIP - 1]}…"


# Text bodies in DrawingML (ECMA-376 part 1, 21.1.2) ------------------------------------------------------------------
# PowerPoint fits no text until somebody edits the box, so nothing here leaves it a choice: type size, exact line
# spacing and insets are all written out, and text is set to shrink nowhere but in body placeholders once edited.

Linker = Callable[[str], str]
"""Gives the relationship id for an address."""

BULLETS = ("•", "–", "・")
"""Bullet by level."""
BULLET_FONT = '<a:buFont typeface="Arial"/>'
LINE_BREAKING = 'eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'
"""Break between Japanese characters under kinsoku, keep Latin words whole, hang no stop beyond the edge."""

_ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
_SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


@dataclass(frozen=True, slots=True)
class Setting:
    """What paragraphs need to know of where they stand."""

    link: Linker | None
    """None where the whole shape is the link."""
    language: Language
    keep_lines: bool = False
    """True where the measured line ends are to be written as breaks."""
    number: str | None = None
    """The slide's number where the text shows it: written as a field."""


def body_properties(
    insets: tuple[int, int, int, int], anchor: Anchor, *, wrap: bool = True, shrinks: bool = False
) -> str:
    """The properties of a text body."""
    left, top, right, bottom = insets
    return (
        f'<a:bodyPr wrap="{"square" if wrap else "none"}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
        f'rtlCol="0" anchor="{_ANCHORS[anchor]}">{"<a:normAutofit/>" if shrinks else "<a:noAutofit/>"}</a:bodyPr>'
    )


def paragraphs(body: TextBody, setting: Setting) -> str:
    """The paragraphs of a body; one empty paragraph where it has none, since a text body needs one."""
    if not body.paragraphs:
        return f'<a:p><a:endParaRPr lang="{LOCALES[setting.language]}"/></a:p>'
    numbered = zip(body.paragraphs, starts(body.paragraphs), strict=True)
    return "".join(_paragraph(paragraph, start, setting) for paragraph, start in numbered)


def _paragraph(paragraph: FramedParagraph, start: int, setting: Setting) -> str:
    properties = _paragraph_properties(
        _left(paragraph),
        paragraph.hanging if paragraph.marker else 0,
        paragraph.level,
        _ALIGNS[paragraph.align],
        round(paragraph.pitch * 100),
        round(paragraph.space_before * 100),
        paragraph.marker,
        start,
    )
    runs = "".join(_lines(paragraph, setting))
    return f"<a:p>{properties}{runs or _end(paragraph, setting)}</a:p>"


def _left(paragraph: FramedParagraph) -> int:
    """How far the text stands in from the text area's left edge: where its first measured line begins."""
    if paragraph.align == "left" and paragraph.lines and paragraph.lines[0].fragments:
        return paragraph.lines[0].fragments[0].x
    return (paragraph.hanging if paragraph.marker else 0) + paragraph.level * pt(paragraph.size)


@lru_cache(maxsize=4096)
def _paragraph_properties(
    left: int, hanging: int, level: int, align: str, pitch: int, space: int, marker: str | None, start: int
) -> str:
    depth = f' lvl="{min(level, 8)}"' if level else ""
    return (
        f'<a:pPr marL="{left}"{depth} indent="{-min(hanging, left)}" algn="{align}" {LINE_BREAKING}>'
        f'<a:lnSpc><a:spcPts val="{pitch}"/></a:lnSpc><a:spcBef><a:spcPts val="{space}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{marker_properties(marker, level, start)}</a:pPr>'
    )


def marker_properties(marker: str | None, level: int, start: int) -> str:
    """A real bullet or number: nothing of it is typed into the text."""
    match marker:
        case None:
            return "<a:buNone/>"
        case "-":
            return f'{BULLET_FONT}<a:buChar char="{BULLETS[min(level, len(BULLETS) - 1)]}"/>'
        case "[]":
            return f'{BULLET_FONT}<a:buChar char="□"/>'
        case _:
            begin = f' startAt="{start}"' if start > 1 else ""
            return f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{begin}/>'


def _lines(paragraph: FramedParagraph, setting: Setting) -> Iterator[str]:
    if not (paragraph.hard_breaks or setting.keep_lines):
        for run in paragraph.runs:
            yield from _run(run, paragraph, setting)
        return
    for index, line in enumerate(paragraph.lines):
        if index:
            yield _break(paragraph, setting)
        for fragment in line.fragments[:-1]:
            yield from _run(fragment.run, paragraph, setting, is_line=True)
        for fragment in line.fragments[-1:]:
            yield from _run(_at_an_end(fragment.run), paragraph, setting, is_line=True)


def _at_an_end(run: Run) -> Run:
    """A run at the end of a line that is kept: a space there may begin a line of its own where the line is full."""
    return replace(run, text=run.text.rstrip(" \n"))


def _run(run: Run, paragraph: FramedParagraph, setting: Setting, *, is_line: bool = False) -> Iterator[str]:
    """One run; a line feed in it becomes a break, but at the end of a line the break between lines stands for it."""
    look = _look(paragraph, setting, run)
    link = hyperlink(run.link, setting.link, _keeps_colour(paragraph)) if run.link and setting.link else ""
    content = run.text.removesuffix("\n") if is_line else run.text
    for index, piece in enumerate(content.split("\n")):
        if index:
            yield _break(paragraph, setting)
        if setting.number and setting.number in piece:
            yield from _number_field(piece, setting.number, look)
        elif piece:
            yield f"<a:r><a:rPr {look[0]}>{look[1]}{link}</a:rPr><a:t>{text(piece)}</a:t></a:r>"


def _number_field(piece: str, number: str, look: tuple[str, str]) -> Iterator[str]:
    before, _, after = piece.partition(number)
    properties = f"<a:rPr {look[0]}>{look[1]}</a:rPr>"
    if before:
        yield f"<a:r>{properties}<a:t>{text(before)}</a:t></a:r>"
    yield f'<a:fld id="{_SLIDE_NUMBER}" type="slidenum">{properties}<a:t>{number}</a:t></a:fld>'
    if after:
        yield f"<a:r>{properties}<a:t>{text(after)}</a:t></a:r>"


def _break(paragraph: FramedParagraph, setting: Setting) -> str:
    attributes, filling = _look(paragraph, setting)
    return f"<a:br><a:rPr {attributes}>{filling}</a:rPr></a:br>"


def _end(paragraph: FramedParagraph, setting: Setting) -> str:
    attributes, filling = _look(paragraph, setting)
    return f"<a:endParaRPr {attributes}>{filling}</a:endParaRPr>"


def _look(paragraph: FramedParagraph, setting: Setting, run: Run | None = None) -> tuple[str, str]:
    """Attributes and fill of a run of the paragraph."""
    bold = paragraph.bold or bool(run and run.strong)
    is_link = bool(run and run.link) and not _keeps_colour(paragraph)
    return run_look(paragraph.size, bold, Colour("link") if is_link else paragraph.colour, setting.language)


@lru_cache(maxsize=1024)
def run_look(size: float, bold: bool, colour: Colour, language: Language) -> tuple[str, str]:
    """Attributes and fill of a run (ECMA-376 part 1, 21.1.2.3.9)."""
    return (
        f'{spoken(language)} sz="{round(size * 100)}" b="{int(bold)}" dirty="0"',
        fill(colour),
    )


def address_alone(body: TextBody) -> str | None:
    """The address of a body that prints a web address and nothing else, and leads there. As a link of the text it would
    be underlined in every program, and a line under an address hides its underscores: the shape is the link instead.
    """
    runs = [run for paragraph in body.paragraphs for run in paragraph.runs]
    address = runs[0].link if runs else None
    is_alone = all(run.link == address for run in runs) and "".join(run.text for run in runs) == address
    return address if is_alone else None


def _keeps_colour(paragraph: FramedParagraph) -> bool:
    """Whether links keep the paragraph's colour: on a dark ground the theme's link colour could not be read."""
    return paragraph.colour.role == "background"


def hyperlink(address: str, link: Linker, keeps_colour: bool = False) -> str:
    """What makes a run a link."""
    opening = f'<a:hlinkClick r:id="{link(address)}" tooltip="{attribute(tooltip(address))}"'
    return f"{opening}>{_OWN_COLOUR}</a:hlinkClick>" if keeps_colour else f"{opening}/>"


# List styles ---------------------------------------------------------------------------------------------------------
# Nine levels of paragraph looks, for masters and layouts (ECMA-376 part 1, 21.1.2.4). Kerning is off (`kern="0"`) at
# every level, since the layout measures without it.

_LEVEL_ALIGNS: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r"}
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
        f'<a:lvl{level}pPr {indents} algn="{_LEVEL_ALIGNS[look.align]}" defTabSz="914400" rtl="0" {LINE_BREAKING}>'
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
