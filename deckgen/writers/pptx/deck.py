"""From a publication to the bytes of a .pptx file, slide by slide."""

from io import BytesIO

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from deckgen.model.frames import Page, SlideLayout
from deckgen.model.publication import Publication
from deckgen.writers.pptx.canvas import Canvas, Store
from deckgen.writers.pptx.fonts import embed
from deckgen.writers.pptx.items import draw
from deckgen.writers.pptx.master import TREE_ROOT, layout_part, master_part
from deckgen.writers.pptx.notes import handout_master_part, notes_master_part, notes_part
from deckgen.writers.pptx.notes_fit import findings, notes_boxes
from deckgen.writers.pptx.package import DeckPackage, relate_all, write_properties
from deckgen.writers.pptx.placeholders import offers_of
from deckgen.writers.pptx.presentation import SMALL_PARTS, Contents, presentation_part, theme_part
from deckgen.writers.pptx.xml import HEADER, NAMESPACES, attribute
from deckgen.writers.rendered import Rendered

# A slide (ECMA-376 part 1, 19.3.1.38) --------------------------------------------------------------------------------


def slide_part(page: Page, canvas: Canvas) -> str:
    """One page as a slide; the slide carries the id of the course's slide as its name."""
    return (
        f'{HEADER}<p:sld {NAMESPACES}><p:cSld name="{attribute(page.slide_id)}"><p:spTree>{TREE_ROOT}'
        f"{draw(page.items, canvas)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


# From a publication to the bytes of a .pptx file ---------------------------------------------------------------------

_FIRST_LAYOUT = 2_147_483_649
"""Ids of master and layouts share one range of numbers from 2^31."""


def render(publication: Publication) -> Rendered:
    """The deck as PowerPoint opens it. The same publication gives the same bytes.

    Raises deckgen.icons.IconError where a page names an icon that the theme lacks; the layout has checked that.
    """
    writer = _Writer(publication)
    writer.write_presentation()
    write_properties(writer.package, publication)
    file = BytesIO()
    writer.package.save(file)
    return Rendered(file.getvalue(), len(publication.deck.pages), tuple(findings(publication)))


class _Writer:
    """Puts the parts of one deck into a package and joins them by relationships."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.package = package = DeckPackage()
        self.store = Store(package, publication.theme, publication.words, publication.stamp)
        self.master = package.add("/ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER)
        self.notes_master = package.add("/ppt/notesMasters/notesMaster1.xml", CT.PML_NOTES_MASTER)
        self.handout_master = package.add("/ppt/handoutMasters/handoutMaster1.xml", CT.PML_HANDOUT_MASTER)
        self.on_master = offers_of(publication.deck.master)
        layouts = publication.deck.layouts
        self.layouts = {layout.name: self._write_layout(layout) for layout in layouts}
        self.offered = {layout.name: offers_of(layout) for layout in layouts}
        self.notes_room = notes_boxes(publication.deck.width, publication.deck.height)[1]

    def write_presentation(self) -> None:
        """The presentation with all that hangs on it."""
        presentation = self.package.add("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN)
        self.package.relate_to(presentation, RT.OFFICE_DOCUMENT)
        theme = self._write_masters()
        first = [
            (RT.SLIDE_MASTER, self.master),
            (RT.NOTES_MASTER, self.notes_master),
            (RT.HANDOUT_MASTER, self.handout_master),
            (RT.THEME, theme),
        ]
        slides = [(RT.SLIDE, self._write_slide(page)) for page in self.publication.deck.pages]
        identifiers = relate_all(presentation, [*first, *slides, *self._small_parts()])
        listed = tuple(identifiers[len(first) : len(first) + len(slides)])
        fonts = embed(self.publication.theme.fonts, self.package, presentation)
        contents = Contents(identifiers[0], identifiers[1], identifiers[2], listed, fonts)
        presentation.blob = presentation_part(self.publication, contents).encode()

    def _small_parts(self) -> list[tuple[str, Part]]:
        return [
            (part.relationship, self.package.add(part.name, part.content_type, part.content)) for part in SMALL_PARTS
        ]

    def _write_masters(self) -> Part:
        """Content of the masters; returns the theme of the slides."""
        theme = self._write_slide_master()
        notes, handout = Canvas(self.notes_master, self.store), Canvas(self.handout_master, self.store)
        self.notes_master.blob = notes_master_part(self.publication, notes).encode()
        self._write_theme(self.notes_master)
        self.handout_master.blob = handout_master_part(self.publication.course, handout).encode()
        self._write_theme(self.handout_master)
        return theme

    def _write_slide_master(self) -> Part:
        listed = "".join(
            f'<p:sldLayoutId id="{_FIRST_LAYOUT + index}" r:id="{self.master.relate_to(part, RT.SLIDE_LAYOUT)}"/>'
            for index, part in enumerate(self.layouts.values())
        )
        canvas = Canvas(self.master, self.store)
        self.master.blob = master_part(self.publication.deck.master, self.publication.theme, canvas, listed).encode()
        return self._write_theme(self.master)

    def _write_layout(self, layout: SlideLayout) -> Part:
        part = self.package.add("/ppt/slideLayouts/slideLayout%d.xml", CT.PML_SLIDE_LAYOUT)
        part.relate_to(self.master, RT.SLIDE_MASTER)
        part.blob = layout_part(layout, Canvas(part, self.store, layout.kind, self.on_master)).encode()
        return part

    def _write_theme(self, master: Part) -> Part:
        """A master's own theme: PowerPoint wants one for each master."""
        part = self.package.add("/ppt/theme/theme%d.xml", CT.OFC_THEME, theme_part(self.publication.theme))
        master.relate_to(part, RT.THEME)
        return part

    def _write_slide(self, page: Page) -> Part:
        """A page as a slide with its notes page."""
        slide = self.package.add("/ppt/slides/slide%d.xml", CT.PML_SLIDE)
        notes = self.package.add("/ppt/notesSlides/notesSlide%d.xml", CT.PML_NOTES_SLIDE)
        slide.relate_to(self.layouts[page.layout], RT.SLIDE_LAYOUT)
        slide.relate_to(notes, RT.NOTES_SLIDE)
        canvas = Canvas(slide, self.store, page.kind, self.offered[page.layout], str(page.number))
        slide.blob = slide_part(page, canvas).encode()
        notes.relate_to(self.notes_master, RT.NOTES_MASTER)
        notes.relate_to(slide, RT.SLIDE)
        content = notes_part(page, self.publication.course, self.notes_room, Canvas(notes, self.store))
        notes.blob = content.encode()
        return slide
