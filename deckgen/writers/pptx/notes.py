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
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.master import NUMBER_FIELD, TREE_ROOT
from deckgen.writers.pptx.notes_fit import CUES_HEADING, STEPS, notes_look
from deckgen.writers.pptx.print_masters import footer_text, header_text
from deckgen.writers.pptx.styles import plain_levels
from deckgen.writers.pptx.text import LINE_BREAKING, Linker, hyperlink, marker_properties
from deckgen.writers.pptx.xml import HEADER, LANGUAGE, NAMESPACES, attribute, text

_BODY = '<p:ph type="body" sz="quarter" idx="3"/>'
_HEADING_PROPERTIES = '<a:pPr><a:spcBef><a:spcPts val="1400"/></a:spcBef></a:pPr>'
_STEP = pt(14)
"""How far one level of a list stands in."""


def notes_part(page: Page, course: Course, room: Box, canvas: Canvas) -> str:
    """The notes page of a slide; `room` is where the notes stand on it."""
    shapes = "".join(
        (
            _slide_image(canvas),
            _field(
                "ノート",
                '<p:ph type="body" sz="quarter" idx="3"/>',
                _body(page, canvas.link),
                canvas,
                _levels(page, room),
            ),
            _field("ヘッダー", '<p:ph type="hdr" sz="quarter"/>', _line(header_text(course)), canvas),
            _field("日付", '<p:ph type="dt" idx="1"/>', _line(issue_named(course.edition)), canvas),
            _field("フッター", '<p:ph type="ftr" sz="quarter" idx="4"/>', _line(footer_text(course)), canvas),
            _field("スライド番号", '<p:ph type="sldNum" sz="quarter" idx="5"/>', _number(page.number), canvas),
        )
    )
    return (
        f'{HEADER}<p:notes {NAMESPACES}><p:cSld name="{attribute(page.slide_id)}"><p:spTree>{TREE_ROOT}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _slide_image(canvas: Canvas) -> str:
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    return (
        f"<p:sp><p:nvSpPr>{canvas.names('スライド イメージ', decorative=True)}<p:cNvSpPr>{locks}</p:cNvSpPr>"
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )


def _field(name: str, tag: str, content: str, canvas: Canvas, levels: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr>{canvas.names(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{tag}</p:nvPr>'
        f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle>{levels}</a:lstStyle>{content}</p:txBody></p:sp>"
    )


def _line(content: str) -> str:
    return f"<a:p>{_run(Run(content))}</a:p>"


def _number(number: int) -> str:
    return f'<a:p>{NUMBER_FIELD}<a:rPr lang="{LANGUAGE}" altLang="en-US"/><a:t>{number}</a:t></a:fld></a:p>'


def _levels(page: Page, room: Box) -> str:
    """A list style of the page's own where the master's would not hold all of the notes."""
    look = notes_look(page, room)
    return "" if look is STEPS[0] else plain_levels(look)


def _body(page: Page, link: Linker) -> str:
    paragraphs = "".join(_paragraphs(page.notes, link))
    if page.cues:
        heading = f"<a:p>{_HEADING_PROPERTIES}{_run(Run(CUES_HEADING, strong=True))}</a:p>"
        paragraphs += heading + "".join(_paragraphs(page.cues, link))
    return paragraphs or f'<a:p><a:endParaRPr lang="{LANGUAGE}" altLang="en-US"/></a:p>'


def _paragraphs(paragraphs: Sequence[Paragraph], link: Linker) -> Iterator[str]:
    for paragraph in paragraphs:
        runs = "".join(_run(run, link) for run in paragraph.runs)
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


def _run(run: Run, link: Linker | None = None) -> str:
    """A run; readings stand in brackets behind their word, since PowerPoint has no ruby."""
    content = f"{run.text}（{run.ruby}）" if run.ruby else run.text
    click = hyperlink(run.link, link) if run.link and link else ""
    bold = ' b="1"' if run.strong else ""
    properties = f'<a:rPr lang="{LANGUAGE}" altLang="en-US"{bold} dirty="0">{click}</a:rPr>'
    pieces = (f"<a:r>{properties}<a:t>{text(piece)}</a:t></a:r>" if piece else "" for piece in content.split("\n"))
    return f"<a:br>{properties}</a:br>".join(pieces)
