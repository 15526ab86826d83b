"""From a publication to the bytes of a .pptx file, slide by slide."""

from collections.abc import Sequence
from io import BytesIO

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from deckgen.model.frames import Page, SlideLayout
from deckgen.model.publication import Publication
from deckgen.model.theme import Theme, printed
from deckgen.writers.pptx.canvas import Canvas, Store
from deckgen.writers.pptx.fonts import embed
from deckgen.writers.pptx.master import layout_part, master_part
from deckgen.writers.pptx.notes import handout_master_part, notes_master_part, notes_part
from deckgen.writers.pptx.notes_fit import findings, notes_room
from deckgen.writers.pptx.package import DeckPackage, relate_all, write_properties
from deckgen.writers.pptx.placeholders import offers_of
from deckgen.writers.pptx.presentation import FIRST_MASTER, SMALL_PARTS, Contents, presentation_part, theme_part
from deckgen.writers.pptx.shades import deepener, recolour_charts
from deckgen.writers.pptx.slide import slide_part
from deckgen.writers.pptx.template import Grafted
from deckgen.writers.rendered import Rendered

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
        self.template = Grafted(publication.theme, package) if publication.theme.template else None
        self.own_notes = (
            None
            if self.template and self.template.notes_master
            else package.add("/ppt/notesMasters/notesMaster1.xml", CT.PML_NOTES_MASTER)
        )
        self.handout_master = package.add("/ppt/handoutMasters/handoutMaster1.xml", CT.PML_HANDOUT_MASTER)
        self.deepen = deepener(publication.theme)
        if self.template is None:
            self.master = package.add("/ppt/slideMasters/slideMaster1.xml", CT.PML_SLIDE_MASTER)
            self.on_master = offers_of(publication.deck.master)
            layouts = publication.deck.layouts
            self.layouts = {layout.name: self._write_layout(layout) for layout in layouts}
            self.offered = {layout.name: offers_of(layout) for layout in layouts}
        self.notes_room = notes_room(publication)

    @property
    def notes_master(self) -> Part:
        """The template's own where it has a sound one."""
        kept = self.own_notes or (self.template and self.template.notes_master)
        assert kept
        return kept

    def write_presentation(self) -> None:
        """The presentation with all that hangs on it."""
        presentation = self.package.add("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN)
        self.package.relate_to(presentation, RT.OFFICE_DOCUMENT)
        masters, theme = self._slide_masters()
        self._write_masters()
        first = [
            (RT.NOTES_MASTER, self.notes_master),
            (RT.HANDOUT_MASTER, self.handout_master),
            (RT.THEME, theme),
            *((RT.SLIDE_MASTER, master) for _, master in masters),
        ]
        slides = [(RT.SLIDE, part) for part in self._write_slides()]
        identifiers = relate_all(presentation, [*first, *slides, *self._small_parts()])
        listed = tuple(identifiers[len(first) : len(first) + len(slides)])
        fonts = embed(self.publication.theme.fonts, self.package, presentation)
        named = zip((each for each, _ in masters), identifiers[3:], strict=False)
        contents = Contents(tuple(named), identifiers[0], identifiers[1], listed, fonts)
        presentation.blob = presentation_part(self.publication, contents).encode()

    def _small_parts(self) -> list[tuple[str, Part]]:
        styles = self.template.table_styles if self.template else None
        kept = [(RT.TABLE_STYLES, styles)] if styles else []
        own = [part for part in SMALL_PARTS if not styles or part.relationship != RT.TABLE_STYLES]
        made = ((part.relationship, self.package.add(part.name, part.content_type, part.content)) for part in own)
        return [*kept, *made]

    def _slide_masters(self) -> tuple[Sequence[tuple[int, Part]], Part]:
        """The slide masters with their ids, and the theme of the first."""
        if self.template:
            return self.template.masters, self.template.masters[0][1].part_related_by(RT.THEME)
        theme = self._write_slide_master()
        return [(FIRST_MASTER, self.master)], theme

    def _write_masters(self) -> None:
        """Content of the masters of notes and handouts."""
        paper = printed(self.publication.theme)
        if self.own_notes:
            notes = Canvas(self.own_notes, self.store)
            self.own_notes.blob = notes_master_part(self.publication, notes).encode()
            self._write_theme(self.own_notes, paper)
        handout = Canvas(self.handout_master, self.store)
        self.handout_master.blob = handout_master_part(self.publication, handout).encode()
        self._write_theme(self.handout_master, paper)

    def _write_slide_master(self) -> Part:
        listed = "".join(
            f'<p:sldLayoutId id="{_FIRST_LAYOUT + index}" r:id="{self.master.relate_to(part, RT.SLIDE_LAYOUT)}"/>'
            for index, part in enumerate(self.layouts.values())
        )
        canvas = Canvas(self.master, self.store)
        composed = master_part(self.publication.deck.master, self.publication.theme, canvas, listed)
        self.master.blob = self._coloured(composed).encode()
        return self._write_theme(self.master, self.publication.theme)

    def _write_layout(self, layout: SlideLayout) -> Part:
        part = self.package.add("/ppt/slideLayouts/slideLayout%d.xml", CT.PML_SLIDE_LAYOUT)
        part.relate_to(self.master, RT.SLIDE_MASTER)
        composed = layout_part(layout, Canvas(part, self.store, layout.kind, self.on_master))
        part.blob = self._coloured(composed).encode()
        return part

    def _coloured(self, composed: str) -> str:
        return self.deepen(composed) if self.deepen else composed

    def _write_theme(self, master: Part, theme: Theme) -> Part:
        """A master's own theme: PowerPoint wants one for each master, and prints some on white paper."""
        part = self.package.add("/ppt/theme/theme%d.xml", CT.OFC_THEME, theme_part(theme))
        master.relate_to(part, RT.THEME)
        return part

    def _write_slides(self) -> list[Part]:
        """Every page; all parts are there before the first is written, since slides lead to one another."""
        pages = self.publication.deck.pages
        parts = [self.package.add("/ppt/slides/slide%d.xml", CT.PML_SLIDE) for _ in pages]
        for page, part in zip(pages, parts, strict=True):
            self.store.slides.setdefault(page.slide_id, part)
        for page, part in zip(pages, parts, strict=True):
            self._write_slide(page, part)
        return parts

    def _write_slide(self, page: Page, slide: Part) -> None:
        """A page as a slide with its notes page."""
        notes = self.package.add("/ppt/notesSlides/notesSlide%d.xml", CT.PML_NOTES_SLIDE)
        if self.template:
            slide.blob = self.template.slide(page, slide, self.store).encode()
        else:
            slide.relate_to(self.layouts[page.layout], RT.SLIDE_LAYOUT)
            canvas = Canvas(slide, self.store, page.kind, self.offered[page.layout], number=str(page.number))
            slide.blob = self._coloured(slide_part(page, page.items, canvas)).encode()
            if self.deepen:
                recolour_charts(slide, self.deepen)
        slide.relate_to(notes, RT.NOTES_SLIDE)
        notes.relate_to(self.notes_master, RT.NOTES_MASTER)
        notes.relate_to(slide, RT.SLIDE)
        content = notes_part(page, self.publication, self.notes_room, Canvas(notes, self.store))
        notes.blob = content.encode()
