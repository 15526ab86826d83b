"""Notes pages (ECMA-376 part 1, 13.3.5): the slide's picture, what the trainer says, and the cues.

The deck is the trainer's file, so the cues are in it, under a heading of their own.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from deckgen.model.course import Course
from deckgen.model.frames import Box, Page
from deckgen.model.text import Paragraph, Run
from deckgen.text.editions import issue_named
from deckgen.units import pt
from deckgen.wording import Language, Wording
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.master import NUMBER_FIELD, TREE_ROOT
from deckgen.writers.pptx.notes_fit import STEPS, notes_look
from deckgen.writers.pptx.print_masters import footer_text, header_text
from deckgen.writers.pptx.styles import plain_levels
from deckgen.writers.pptx.text import LINE_BREAKING, Linker, hyperlink, marker_properties
from deckgen.writers.pptx.xml import HEADER, NAMESPACES, attribute, spoken, text

_BODY = '<p:ph type="body" sz="quarter" idx="3"/>'
_HEADING_PROPERTIES = '<a:pPr><a:spcBef><a:spcPts val="1400"/></a:spcBef></a:pPr>'
_STEP = pt(14)
"""How far one level of a list stands in."""


def notes_part(page: Page, course: Course, room: Box, canvas: Canvas) -> str:
    """The notes page of a slide; `room` is where the notes stand on it."""
    words = course.words
    shapes = "".join(
        (
            _slide_image(canvas),
            _field(
                canvas.say("place-notes"),
                '<p:ph type="body" sz="quarter" idx="3"/>',
                _body(page, canvas.link, words),
                canvas,
                _levels(page, room, words.language),
            ),
            _field(
                canvas.say("place-header"), '<p:ph type="hdr" sz="quarter"/>', _line(header_text(course), words), canvas
            ),
            _field(
                canvas.say("place-date"),
                '<p:ph type="dt" idx="1"/>',
                _line(issue_named(course.edition, words), words),
                canvas,
            ),
            _field(
                canvas.say("place-footer"),
                '<p:ph type="ftr" sz="quarter" idx="4"/>',
                _line(footer_text(course), words),
                canvas,
            ),
            _field(
                canvas.say("place-number"),
                '<p:ph type="sldNum" sz="quarter" idx="5"/>',
                _number(page.number, words),
                canvas,
            ),
        )
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


def _levels(page: Page, room: Box, language: Language) -> str:
    """A list style of the page's own where the master's would not hold all of the notes."""
    look = notes_look(page, room)
    return "" if look is STEPS[0] else plain_levels(look, language)


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
