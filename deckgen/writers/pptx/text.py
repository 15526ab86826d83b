"""Text bodies in DrawingML (ECMA-376 part 1, 21.1.2), list styles, numbers and addresses of links."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.model.frames import Anchor, Colour, FramedParagraph, ParagraphLook, TextBody
from deckgen.model.looks import SINGLE, Levels, holds_taller_lines, looks_of
from deckgen.model.text import Run
from deckgen.model.theme import TextKind
from deckgen.units import pt
from deckgen.wording import Language
from deckgen.writers.pptx.shapes import colour, fill
from deckgen.writers.pptx.xml import LOCALES, attribute, spoken, text

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
# PowerPoint fits no text until somebody edits the box, so nothing here leaves it a choice: type size, line spacing and
# insets are all written out, and text is set to shrink nowhere but in body placeholders once edited.
#
# Line spacing is in per cent of a single line, so that type which somebody makes larger does not run into itself. How
# tall a single line is depends on the font, though, and another one may stand in: a text that would then leave its box
# has its lines at exact distances.

Linker = Callable[[str], str]
"""Gives the relationship id for an address."""

BULLETS = ("•", "–", "•")
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


NO_LEVELS = Levels()


@dataclass(frozen=True, slots=True)
class Setting:
    """What paragraphs need to know of where they stand."""

    link: Linker | None
    """None where the whole shape is the link."""
    language: Language
    height: int
    """Of what the text stands in, EMU."""
    keep_lines: bool = False
    """True where the measured line ends are to be written as breaks."""
    number: str | None = None
    """The slide's number where the text shows it: written as a field."""
    levels: Levels = NO_LEVELS
    """What the placeholder says that the text fills: of that, paragraphs say nothing."""
    is_cell: bool = False
    """True for a cell of a table, which grows with its text."""
    is_said: bool = False
    """True where runs look as their list level says."""
    has_marked_levels: bool = False
    """True in a template's placeholder: its list levels may give markers a colour that is read on the page only."""


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
    by_level = {True: replace(setting, is_said=True), False: setting} if setting.levels.looks else {False: setting}
    is_held = holds_taller_lines(body, setting.height, is_cell=setting.is_cell)
    looks = [_marked(look) for look in looks_of(body)] if setting.has_marked_levels else looks_of(body)
    properties = _properties(looks, setting.levels, is_exact=not is_held)
    return "".join(
        f"<a:p>{look}{_content(paragraph, by_level[is_said])}</a:p>"
        for paragraph, (look, is_said) in zip(body.paragraphs, properties, strict=True)
    )


def _marked(look: ParagraphLook) -> ParagraphLook:
    """The look with its marker in the colour of its text, said and not left to the list level."""
    return replace(look, mark=look.mark or look.colour) if look.marker else look


def _properties(looks: Sequence[ParagraphLook], levels: Levels, *, is_exact: bool) -> Iterator[tuple[str, bool]]:
    """The properties of each paragraph, and whether its runs look as its level says."""
    above = 0.0
    for number, look in enumerate(looks):
        level = levels.of(look)
        if level is None:
            yield _paragraph_properties(look, is_exact=is_exact), False
            above = 0.0
            continue
        said = levels.looks[level]
        # No program keeps space above the first paragraph of a text.
        is_apart = not number or round(above + said.space_before, 2) == look.space_before
        space = None if is_apart else max(0.0, look.space_before - above)
        yield _level_alone(level, look.pitch if is_exact and not levels.is_exact else None, space), True
        above = said.space_after


def _content(paragraph: FramedParagraph, setting: Setting) -> str:
    return "".join(_lines(paragraph, setting)) or _end(paragraph, setting)


@lru_cache(maxsize=64)
def _level_alone(level: int, pitch: float | None, space: float | None) -> str:
    """The properties of a paragraph that looks as its level says, but for its exact pitch and the space before it."""
    depth = f' lvl="{level}"' if level else ""
    pitched = "" if pitch is None else f"<a:lnSpc>{_points(pitch)}</a:lnSpc>"
    spaced = "" if space is None else f"<a:spcBef>{_points(space)}</a:spcBef>"
    if pitched or spaced:
        return f"<a:pPr{depth}>{pitched}{spaced}</a:pPr>"
    return f"<a:pPr{depth}/>" if depth else ""


@lru_cache(maxsize=4096)
def _paragraph_properties(look: ParagraphLook, *, is_exact: bool) -> str:
    depth = f' lvl="{min(look.level, 8)}"' if look.level else ""
    return (
        f'<a:pPr marL="{look.left}"{depth} indent="{-min(look.hanging, look.left)}" algn="{_ALIGNS[look.align]}" '
        f"{LINE_BREAKING}>{_spacings(look, is_exact=is_exact)}"
        f"{marker_properties(look.marker, look.level, look.start, look.mark)}</a:pPr>"
    )


def _spacings(look: ParagraphLook, *, is_exact: bool) -> str:
    pitch = _points(look.pitch) if is_exact and look.pitch is not None else _per_cent(look)
    return (
        f"<a:lnSpc>{pitch}</a:lnSpc><a:spcBef>{_points(look.space_before)}</a:spcBef>"
        f"<a:spcAft>{_points(look.space_after)}</a:spcAft>"
    )


def _points(length: float) -> str:
    return f'<a:spcPts val="{round(length * 100)}"/>'


def _per_cent(look: ParagraphLook) -> str:
    share = 1.0 if look.pitch is None else look.pitch / (look.size * SINGLE)
    return f'<a:spcPct val="{round(share * 100_000)}"/>'


def marker_properties(marker: str | None, level: int, start: int, mark: Colour | None = None) -> str:
    """A real bullet or number: nothing of it is typed into the text."""
    tint = f"<a:buClr>{colour(mark)}</a:buClr>" if mark else ""
    match marker:
        case None:
            return "<a:buNone/>"
        case "-":
            return f'{tint}{BULLET_FONT}<a:buChar char="{BULLETS[min(level, len(BULLETS) - 1)]}"/>'
        case "[]":
            return f'{tint}{BULLET_FONT}<a:buChar char="□"/>'
        case _:
            begin = f' startAt="{start}"' if start > 1 else ""
            return f'{tint}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{begin}/>'


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
    if setting.is_said:
        return f'{spoken(setting.language)}{_more(bold and not paragraph.bold)} dirty="0"', ""
    is_link = bool(run and run.link) and not _keeps_colour(paragraph)
    look = run_look(paragraph.size, bold, Colour("link") if is_link else paragraph.colour, setting.language)
    is_named = paragraph.kind == "heading" or setting.levels.have_headings
    return (look[0], look[1] + _TYPEFACES[paragraph.kind]) if is_named else look


def _typefaces(font: str) -> str:
    return f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/>'


_TYPEFACES: dict[TextKind, str] = {"text": _typefaces("mn"), "heading": _typefaces("mj")}
"""The theme's fonts, said by a run where its list level may say another one."""


def _more(is_bolder: bool) -> str:
    return ' b="1"' if is_bolder else ""


@lru_cache(maxsize=1024)
def run_look(size: float, bold: bool, colour: Colour, language: Language) -> tuple[str, str]:
    """Attributes and fill of a run (ECMA-376 part 1, 21.1.2.3.9)."""
    return (
        f'{spoken(language)} sz="{round(size * 100)}" b="{int(bold)}" dirty="0"',
        fill(colour),
    )


def address_alone(body: TextBody) -> str | None:
    """The address of a body that prints one web address as a text of its own, and leads there. As a link of the text it
    would be underlined in every program, and a line under an address hides its underscores: the shape is the link
    instead.
    """
    links = {run.link for paragraph in body.paragraphs for run in paragraph.runs if run.link}
    alone = next(iter(links)) if len(links) == 1 else None
    return alone if any(_plain(paragraph) == alone for paragraph in body.paragraphs) else None


def _plain(paragraph: FramedParagraph) -> str:
    return "".join(run.text for run in paragraph.runs)


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

_LEVELS = 9


def level_properties(
    look: ParagraphLook, level: int, language: Language, font: str = "mn", *, is_exact: bool = False
) -> str:
    """How the text of one level looks, 1 the outermost; `font`: `mj` for the theme's heading font, `mn` for its text
    font. `is_exact`: its lines are at exact distances, since another font's would leave the box.
    """
    font = "mj" if look.kind == "heading" else font
    return (
        f'<a:lvl{level}pPr marL="{look.left}" indent="{-look.hanging}" algn="{_ALIGNS[look.align]}" '
        f'defTabSz="914400" rtl="0" {LINE_BREAKING}>{_spacings(look, is_exact=is_exact)}'
        f"{marker_properties(look.marker, look.level, look.start, look.mark)}<a:defRPr {spoken(language)} "
        f'sz="{round(look.size * 100)}" b="{int(look.bold)}" '
        f'kern="0">{fill(look.colour)}{_typefaces(font)}</a:defRPr></a:lvl{level}pPr>'
    )


def all_levels(looks: Sequence[ParagraphLook], language: Language) -> str:
    """Nine levels; the last look serves all deeper ones."""
    return "".join(
        level_properties(looks[min(level, len(looks)) - 1], level, language) for level in range(1, _LEVELS + 1)
    )


def plain_levels(look: ParagraphLook, language: Language) -> str:
    """Nine levels without bullets, each further in."""
    step = pt(look.size * 1.1)
    return all_levels([replace(look, left=step * depth) for depth in range(_LEVELS)], language)
