"""Notes pages (ECMA-376 part 1, 13.3.5), and the masters of printed pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from deckgen.model.course import Course
from deckgen.model.frames import Box, Colour, Page, ParagraphLook
from deckgen.model.publication import Publication
from deckgen.model.text import Paragraph, Run
from deckgen.text.dates import issue_named, version_named, year_in_short
from deckgen.units import mm, pt
from deckgen.wording import Language, Wording
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.master import COLOUR_MAP, NUMBER_FIELD, TREE_ROOT, background
from deckgen.writers.pptx.notes_fit import FOOT, MARGIN, PAPER, STEPS, notes_boxes, notes_look, paper_of
from deckgen.writers.pptx.shapes import transform
from deckgen.writers.pptx.text import (
    LINE_BREAKING,
    Linker,
    body_properties,
    hyperlink,
    level_properties,
    marker_properties,
    plain_levels,
)
from deckgen.writers.pptx.xml import HEADER, NAMESPACES, attribute, spoken, text

# The masters of printed pages ----------------------------------------------------------------------------------------
# Notes (ECMA-376 part 1, 19.3.1.27) and handouts (19.3.1.24), upright A4.

_HEAD, _STRIP = mm(10), mm(9)
_SMALL = ParagraphLook(9, 12)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    tag: str
    box: Box
    look: ParagraphLook
    content: str


def notes_master_part(publication: Publication, canvas: Canvas) -> str:
    """The notes master: slide on the upper half, notes below, a strip of fields above and under them."""
    picture, body = notes_boxes(publication.deck.width, publication.deck.height)
    shapes = "".join(_master_field(field, canvas) for field in _strips(publication.course, canvas, "1", "4", "5"))
    shapes += _master_image(picture, canvas) + _notes_body(body, canvas)
    return (
        f"{HEADER}<p:notesMaster {NAMESPACES}><p:cSld>{background(Colour('background'))}<p:spTree>{TREE_ROOT}{shapes}"
        f"</p:spTree></p:cSld>{COLOUR_MAP}"
        f"<p:notesStyle>{plain_levels(STEPS[0], canvas.language)}</p:notesStyle></p:notesMaster>"
    )


def header_text(course: Course) -> str:
    """Whose material it is, at the head of printed pages."""
    return " ".join(part for part in (course.company_name, course.edition.confidentiality) if part)


def footer_text(course: Course) -> str:
    """Which material it is, at the foot of printed pages."""
    words = course.words
    draft = words.say("mark", text=words.say("draft")) if course.is_draft else ""
    return f"{draft}{course.title.plain} {year_in_short(course.edition, words)} {version_named(course.edition, words)}"


def handout_master_part(publication: Publication, canvas: Canvas) -> str:
    """The handout master: the fields with their texts; PowerPoint places the slides itself."""
    fields = _strips(publication.course, canvas, "1", "2", "3", paper_of(publication))
    shapes = "".join(_master_field(field, canvas) for field in fields)
    return (
        f"{HEADER}<p:handoutMaster {NAMESPACES}><p:cSld>{background(Colour('background'))}"
        f"<p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>{COLOUR_MAP}</p:handoutMaster>"
    )


def _strips(
    course: Course, canvas: Canvas, date: str, footer: str, number: str, paper: tuple[int, int] = PAPER
) -> tuple[_Field, ...]:
    """Header, date, footer and number, with the indices given."""
    half, low = (paper[0] - 2 * MARGIN) // 2, paper[1] - PAPER[1] + FOOT
    right = ParagraphLook(9, 12, align="right")
    left_half, right_half = MARGIN, MARGIN + half
    texts = (header_text(course), issue_named(course.edition, course.words), footer_text(course))
    head, day, foot = (_master_run(each, canvas.language) for each in texts)
    return (
        _Field(
            canvas.say("place-header"),
            '<p:ph type="hdr" sz="quarter"/>',
            Box(left_half, _HEAD, half, _STRIP),
            _SMALL,
            head,
        ),
        _Field(
            canvas.say("place-date"),
            f'<p:ph type="dt" idx="{date}"/>',
            Box(right_half, _HEAD, half, _STRIP),
            right,
            day,
        ),
        _Field(
            canvas.say("place-footer"),
            f'<p:ph type="ftr" sz="quarter" idx="{footer}"/>',
            Box(left_half, low, half * 3 // 2, _STRIP),
            _SMALL,
            foot,
        ),
        _Field(
            canvas.say("place-number"),
            f'<p:ph type="sldNum" sz="quarter" idx="{number}"/>',
            Box(MARGIN + half * 3 // 2, low, half // 2, _STRIP),
            right,
            f"{NUMBER_FIELD}<a:rPr {spoken(canvas.language)}/><a:t>‹#›</a:t></a:fld>",
        ),
    )


def _master_run(content: str, language: Language) -> str:
    return f"<a:r><a:rPr {spoken(language)}/><a:t>{text(content)}</a:t></a:r>"


def _master_field(field: _Field, canvas: Canvas) -> str:
    return _text_placeholder(field, level_properties(field.look, 1, canvas.language), canvas)


def _notes_body(box: Box, canvas: Canvas) -> str:
    field = _Field(
        canvas.say("place-notes"),
        '<p:ph type="body" sz="quarter" idx="3"/>',
        box,
        STEPS[0],
        _master_run(canvas.say("enter-notes"), canvas.language),
    )
    return _text_placeholder(field, plain_levels(STEPS[0], canvas.language), canvas)


def _text_placeholder(field: _Field, levels: str, canvas: Canvas) -> str:
    return (
        f'<p:sp><p:nvSpPr>{canvas.names(field.name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{field.tag}</p:nvPr></p:nvSpPr>{_shape(field.box)}<p:txBody>{body_properties((0, 0, 0, 0), 'top')}"
        f"<a:lstStyle>{levels}</a:lstStyle><a:p>{field.content}</a:p></p:txBody></p:sp>"
    )


def _master_image(box: Box, canvas: Canvas) -> str:
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    frame = '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>'
    return (
        f"<p:sp><p:nvSpPr>{canvas.names(canvas.say('place-image'), decorative=True)}<p:cNvSpPr>{locks}</p:cNvSpPr>"
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>{_shape(box, frame)}</p:sp>'
    )


def _shape(box: Box, look: str = "") -> str:
    return f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</p:spPr>'


# Notes pages (ECMA-376 part 1, 13.3.5) -------------------------------------------------------------------------------
# The deck is the trainer's file, so the cues are in it, under a heading of their own.

_BODY = '<p:ph type="body" sz="quarter" idx="3"/>'
_HEADING_PROPERTIES = '<a:pPr><a:spcBef><a:spcPts val="1400"/></a:spcBef></a:pPr>'
_STEP = pt(14)
"""How far one level of a list stands in."""


def notes_part(page: Page, publication: Publication, room: Box, canvas: Canvas) -> str:
    """The notes page of a slide; `room` is where the notes stand on it."""
    course, template = publication.course, publication.theme.template
    words, master = course.words, template.notes if template else None
    levels = _levels(page, room, words.language, is_own=master is None)
    fields = (
        ("hdr", "place-header", '<p:ph type="hdr" sz="quarter"/>', _line(header_text(course), words)),
        ("dt", "place-date", '<p:ph type="dt" idx="1"/>', _line(issue_named(course.edition, words), words)),
        ("ftr", "place-footer", '<p:ph type="ftr" sz="quarter" idx="4"/>', _line(footer_text(course), words)),
        ("sldNum", "place-number", '<p:ph type="sldNum" sz="quarter" idx="5"/>', _number(page.number, words)),
    )
    shapes = _slide_image(canvas)
    shapes += _field(canvas.say("place-notes"), _BODY, _body(page, canvas.link, words), canvas, levels)
    shapes += "".join(
        _field(canvas.say(name), tag, content, canvas)
        for type_, name, tag, content in fields
        if master is None or type_ in master.fields
    )
    return (
        f'{HEADER}<p:notes {NAMESPACES}><p:cSld name="{attribute(page.slide_id)}"><p:spTree>{TREE_ROOT}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _slide_image(canvas: Canvas) -> str:
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    return (
        f"<p:sp><p:nvSpPr>{canvas.names(canvas.say('place-image'), decorative=True)}<p:cNvSpPr>{locks}</p:cNvSpPr>"
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )


def _field(name: str, tag: str, content: str, canvas: Canvas, levels: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr>{canvas.names(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{tag}</p:nvPr>'
        f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle>{levels}</a:lstStyle>{content}</p:txBody></p:sp>"
    )


def _line(content: str, words: Wording) -> str:
    return f"<a:p>{_run(Run(content), words)}</a:p>"


def _number(number: int, words: Wording) -> str:
    return f"<a:p>{NUMBER_FIELD}<a:rPr {spoken(words.language)}/><a:t>{number}</a:t></a:fld></a:p>"


def _levels(page: Page, room: Box, language: Language, *, is_own: bool) -> str:
    """A list style of the page's own where the master's would not hold all of the notes, or is not ours."""
    look = notes_look(page, room)
    return "" if look is STEPS[0] and is_own else plain_levels(look, language)


def _body(page: Page, link: Linker, words: Wording) -> str:
    paragraphs = "".join(_paragraphs(page.notes, link, words))
    if page.cues:
        heading = f"<a:p>{_HEADING_PROPERTIES}{_run(Run(words.say('cues-heading'), strong=True), words)}</a:p>"
        paragraphs += heading + "".join(_paragraphs(page.cues, link, words))
    return paragraphs or f"<a:p><a:endParaRPr {spoken(words.language)}/></a:p>"


def _paragraphs(paragraphs: Sequence[Paragraph], link: Linker, words: Wording) -> Iterator[str]:
    for paragraph in paragraphs:
        runs = "".join(_run(run, words, link) for run in paragraph.runs)
        yield f"<a:p>{_properties(paragraph.marker, paragraph.level)}{runs}</a:p>"


@lru_cache(maxsize=64)
def _properties(marker: str | None, level: int) -> str:
    if marker is None and not level:
        return ""
    left = _STEP * (level + 1)
    depth = f' lvl="{min(level, 8)}"' if level else ""
    hanging = -_STEP if marker else 0
    return (
        f'<a:pPr marL="{left}"{depth} indent="{hanging}" {LINE_BREAKING}>{marker_properties(marker, level, 1)}</a:pPr>'
    )


def _run(run: Run, words: Wording, link: Linker | None = None) -> str:
    """A run; readings stand in brackets behind their word, since PowerPoint has no ruby."""
    content = run.written_out.text
    click = hyperlink(run.link, link) if run.link and link else ""
    bold = ' b="1"' if run.strong else ""
    properties = f'<a:rPr {spoken(words.language)}{bold} dirty="0">{click}</a:rPr>'
    pieces = (f"<a:r>{properties}<a:t>{text(piece)}</a:t></a:r>" if piece else "" for piece in content.split("\n"))
    return f"<a:br>{properties}</a:br>".join(pieces)
