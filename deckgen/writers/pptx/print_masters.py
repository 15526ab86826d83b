"""The masters of printed pages: notes (ECMA-376 part 1, 19.3.1.27) and handouts (19.3.1.24), upright A4."""

from dataclasses import dataclass

from deckgen.model.course import Course
from deckgen.model.frames import Box, Colour
from deckgen.model.publication import Publication
from deckgen.text.editions import issue_named, version_named, year_in_short
from deckgen.units import mm
from deckgen.wording import Language
from deckgen.writers.pptx.canvas import Canvas, transform
from deckgen.writers.pptx.master import COLOUR_MAP, NUMBER_FIELD, TREE_ROOT, background
from deckgen.writers.pptx.notes_fit import FOOT, MARGIN, PAPER, STEPS, notes_boxes
from deckgen.writers.pptx.styles import Look, plain_level, plain_levels
from deckgen.writers.pptx.text import body_properties
from deckgen.writers.pptx.xml import HEADER, NAMESPACES, spoken, text

_HALF = (PAPER[0] - 2 * MARGIN) // 2
_HEAD, _STRIP = mm(10), mm(9)
_SMALL = Look(9, 12)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    tag: str
    box: Box
    look: Look
    content: str


def notes_master_part(publication: Publication, canvas: Canvas) -> str:
    """The notes master: slide on the upper half, notes below, a strip of fields above and under them."""
    picture, body = notes_boxes(publication.deck.width, publication.deck.height)
    shapes = "".join(_field(field, canvas) for field in _strips(publication.course, canvas, "1", "4", "5"))
    shapes += _slide_image(picture, canvas) + _notes_body(body, canvas)
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


def handout_master_part(course: Course, canvas: Canvas) -> str:
    """The handout master: the fields with their texts; PowerPoint places the slides itself."""
    shapes = "".join(_field(field, canvas) for field in _strips(course, canvas, "1", "2", "3"))
    return (
        f"{HEADER}<p:handoutMaster {NAMESPACES}><p:cSld>{background(Colour('background'))}"
        f"<p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>{COLOUR_MAP}</p:handoutMaster>"
    )


def _strips(course: Course, canvas: Canvas, date: str, footer: str, number: str) -> tuple[_Field, ...]:
    """Header, date, footer and number, with the indices given."""
    right = Look(9, 12, align="right")
    left_half, right_half = MARGIN, MARGIN + _HALF
    texts = (header_text(course), issue_named(course.edition, course.words), footer_text(course))
    head, day, foot = (_run(each, canvas.language) for each in texts)
    return (
        _Field(
            canvas.say("place-header"),
            '<p:ph type="hdr" sz="quarter"/>',
            Box(left_half, _HEAD, _HALF, _STRIP),
            _SMALL,
            head,
        ),
        _Field(
            canvas.say("place-date"),
            f'<p:ph type="dt" idx="{date}"/>',
            Box(right_half, _HEAD, _HALF, _STRIP),
            right,
            day,
        ),
        _Field(
            canvas.say("place-footer"),
            f'<p:ph type="ftr" sz="quarter" idx="{footer}"/>',
            Box(left_half, FOOT, _HALF * 3 // 2, _STRIP),
            _SMALL,
            foot,
        ),
        _Field(
            canvas.say("place-number"),
            f'<p:ph type="sldNum" sz="quarter" idx="{number}"/>',
            Box(MARGIN + _HALF * 3 // 2, FOOT, _HALF // 2, _STRIP),
            right,
            f"{NUMBER_FIELD}<a:rPr {spoken(canvas.language)}/><a:t>‹#›</a:t></a:fld>",
        ),
    )


def _run(content: str, language: Language) -> str:
    return f"<a:r><a:rPr {spoken(language)}/><a:t>{text(content)}</a:t></a:r>"


def _field(field: _Field, canvas: Canvas) -> str:
    return _text_placeholder(field, plain_level(field.look, canvas.language), canvas)


def _notes_body(box: Box, canvas: Canvas) -> str:
    field = _Field(
        canvas.say("place-notes"),
        '<p:ph type="body" sz="quarter" idx="3"/>',
        box,
        STEPS[0],
        _run(canvas.say("enter-notes"), canvas.language),
    )
    return _text_placeholder(field, plain_levels(STEPS[0], canvas.language), canvas)


def _text_placeholder(field: _Field, levels: str, canvas: Canvas) -> str:
    return (
        f'<p:sp><p:nvSpPr>{canvas.names(field.name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{field.tag}</p:nvPr></p:nvSpPr>{_shape(field.box)}<p:txBody>{body_properties((0, 0, 0, 0), 'top')}"
        f"<a:lstStyle>{levels}</a:lstStyle><a:p>{field.content}</a:p></p:txBody></p:sp>"
    )


def _slide_image(box: Box, canvas: Canvas) -> str:
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    frame = '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>'
    return (
        f"<p:sp><p:nvSpPr>{canvas.names(canvas.say('place-image'), decorative=True)}<p:cNvSpPr>{locks}</p:cNvSpPr>"
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>{_shape(box, frame)}</p:sp>'
    )


def _shape(box: Box, look: str = "") -> str:
    return f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</p:spPr>'
