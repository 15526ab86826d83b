"""The presentation part (ECMA-376 part 1, 19.2.1.26), its theme, and the small parts that go with every deck."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckgen.model.frames import ParagraphLook
from deckgen.model.publication import Publication
from deckgen.model.theme import Fonts, Theme
from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from deckgen.wording import Language
from deckgen.writers.pptx.fonts import typeface
from deckgen.writers.pptx.notes_fit import paper_of
from deckgen.writers.pptx.package import format_of
from deckgen.writers.pptx.shapes import SCHEME
from deckgen.writers.pptx.text import plain_levels
from deckgen.writers.pptx.xml import HEADER, LOCALES, NAMESPACES, NS_A, attribute

# The theme part (ECMA-376 part 1, 14.2.7 and 20.1.6) -----------------------------------------------------------------
# Colours and fonts of theme.yaml; flat fills, no effects.

_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
"""On a slide the first four go by other names; the master's colour map joins the two."""
_PLACEHOLDER_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FLAT = f"{_PLACEHOLDER_FILL * 3}"
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PLACEHOLDER_FILL}<a:prstDash val="solid"/></a:ln>'
    for width in (9525, 19050, 28575)
)
_EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3


def theme_part(theme: Theme) -> str:
    """The theme part of a master."""
    colours = "".join(
        f'<a:{_SLOTS.get(name, name)}><a:srgbClr val="{theme.colours[role]}"/></a:{_SLOTS.get(name, name)}>'
        for role, name in SCHEME.items()
    )
    name = attribute(theme.title or theme.name)
    return (
        f'{HEADER}<a:theme xmlns:a="{NS_A}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme><a:fontScheme name="{name}">'
        f"<a:majorFont>{_fonts(theme.fonts.of('heading'))}</a:majorFont>"
        f"<a:minorFont>{_fonts(theme.fonts)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_FLAT}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>{_FLAT}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _fonts(fonts: Fonts) -> str:
    return (
        f'<a:latin {typeface(fonts.latin, fonts)}/><a:ea {typeface(fonts.east_asian, fonts)}/><a:cs typeface=""/>'
        f'<a:font script="Jpan" typeface="{attribute(fonts.east_asian)}"/>'
    )


# Presentation --------------------------------------------------------------------------------------------------------

FIRST_MASTER = 2_147_483_648
"""Ids of masters and layouts share one range of numbers from 2^31."""
_FIRST_SLIDE = 256
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


@dataclass(frozen=True, slots=True)
class SmallPart:
    """A part that is the same in every deck."""

    name: str
    content_type: str
    relationship: str
    content: str


SMALL_PARTS = (
    SmallPart(
        "/ppt/presProps.xml",
        CT.PML_PRES_PROPS,
        RT.PRES_PROPS,
        f"{HEADER}<p:presentationPr {NAMESPACES}/>",
    ),
    SmallPart(
        "/ppt/viewProps.xml",
        CT.PML_VIEW_PROPS,
        RT.VIEW_PROPS,
        # The notes pane is open: the deck is what the trainer reads from.
        f'{HEADER}<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15000" autoAdjust="0"/>'
        '<p:restoredTop sz="75000"/></p:normalViewPr></p:viewPr>',
    ),
    SmallPart(
        "/ppt/tableStyles.xml",
        CT.PML_TABLE_STYLES,
        RT.TABLE_STYLES,
        f'{HEADER}<a:tblStyleLst xmlns:a="{NS_A}" def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
    ),
)


@dataclass(frozen=True, slots=True)
class Contents:
    """Relationship ids of what the presentation lists."""

    masters: tuple[tuple[int, str], ...]
    """Each with its own id."""
    notes_master: str
    handout_master: str
    slides: tuple[str, ...]
    fonts: str
    """The list of embedded fonts, or nothing."""


def presentation_part(publication: Publication, contents: Contents) -> str:
    """The presentation: sizes, slides, kinsoku, default text, sections."""
    deck, theme = publication.deck, publication.theme
    slides = "".join(
        f'<p:sldId id="{_FIRST_SLIDE + index}" r:id="{relation}"/>' for index, relation in enumerate(contents.slides)
    )
    masters = "".join(f'<p:sldMasterId id="{number}" r:id="{relation}"/>' for number, relation in contents.masters)
    look = ParagraphLook(theme.scale[0]["body"], pitch=None)
    size, paper = format_of(deck.width, deck.height), paper_of(publication)
    named = f' type="{size.type}"' if size.type else ""
    return (
        f'{HEADER}<p:presentation {NAMESPACES} {_saving(theme, contents)} strictFirstAndLastChars="1" '
        'autoCompressPictures="0">'
        f"<p:sldMasterIdLst>{masters}</p:sldMasterIdLst>"
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{contents.notes_master}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{contents.handout_master}"/></p:handoutMasterIdLst>'
        f"{f'<p:sldIdLst>{slides}</p:sldIdLst>' if slides else ''}"
        f'<p:sldSz cx="{deck.width}" cy="{deck.height}"{named}/><p:notesSz cx="{paper[0]}" cy="{paper[1]}"/>'
        f"{contents.fonts}{_kinsoku(publication.course.language)}"
        f"<p:defaultTextStyle>{plain_levels(look, publication.course.language)}</p:defaultTextStyle>"
        f"{_sections(publication)}</p:presentation>"
    )


def _saving(theme: Theme, contents: Contents) -> str:
    """Whether PowerPoint embeds the fonts again when the deck is saved, and how much of them."""
    kept = 'embedTrueTypeFonts="1" ' if contents.fonts else ""
    return f'{kept}saveSubsetFonts="{int(theme.fonts.regular.embedding != "all")}"'


def _kinsoku(language: Language) -> str:
    """The characters that the layout keeps from line starts and ends, so that PowerPoint breaks lines alike.

    Nothing in a language that breaks at words.
    """
    if language != "ja":
        return ""
    start, end = "".join(sorted(NOT_AT_START)), "".join(sorted(NOT_AT_END))
    return f'<p:kinsoku lang="{LOCALES[language]}" invalStChars="{attribute(start)}" invalEndChars="{attribute(end)}"/>'


def _sections(publication: Publication) -> str:
    """One section for each part of the course; parts without a slide are left out."""
    by_part: dict[int, list[int]] = {}
    for index, page in enumerate(publication.deck.pages):
        by_part.setdefault(page.part, []).append(_FIRST_SLIDE + index)
    if not by_part:
        return ""
    sections = "".join(_section(publication, part, slides) for part, slides in by_part.items())
    return (
        f'<p:extLst><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_P14}">{sections}</p14:sectionLst></p:ext>'
        "</p:extLst>"
    )


def _section(publication: Publication, part: int, slides: list[int]) -> str:
    course = publication.course
    title = course.parts[part].title.plain.replace("\n", " ")
    identifier = uuid5(NAMESPACE_URL, f"deckgen:{course.company_id}/{course.id}/{part}/{title}")
    listed = "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
    return (
        f'<p14:section name="{attribute(title)}" id="{{{str(identifier).upper()}}}">'
        f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
    )
