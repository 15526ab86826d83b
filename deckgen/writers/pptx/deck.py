"""From a publication to the bytes of a .pptx file."""

from deckgen.model.frames import LayoutName, Page, SlideLayout
from deckgen.model.publication import Publication
from deckgen.writers.pptx.canvas import Canvas, Store
from deckgen.writers.pptx.master import LAYOUT_TYPE, MASTER_TYPE, layout_part, master_part
from deckgen.writers.pptx.notes import NOTES_TYPE, notes_part
from deckgen.writers.pptx.package import Package, Relations
from deckgen.writers.pptx.placeholders import offered_boxes
from deckgen.writers.pptx.presentation import PRESENTATION_TYPE, SMALL_PARTS, Contents, presentation_part
from deckgen.writers.pptx.print_masters import (
    HANDOUT_MASTER_TYPE,
    NOTES_MASTER_TYPE,
    handout_master_part,
    notes_boxes,
    notes_master_part,
)
from deckgen.writers.pptx.properties import APP_TYPE, CORE_TYPE, app_part, core_part
from deckgen.writers.pptx.slides import SLIDE_TYPE, slide_part
from deckgen.writers.pptx.theme import THEME_TYPE, theme_part
from deckgen.writers.rendered import Rendered

_PRESENTATION = "/ppt/presentation.xml"
_MASTER = "/ppt/slideMasters/slideMaster1.xml"
_NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml"
_HANDOUT_MASTER = "/ppt/handoutMasters/handoutMaster1.xml"
_FIRST_LAYOUT = 2_147_483_649
"""Ids of master and layouts share one range of numbers from 2^31."""


def render(publication: Publication) -> Rendered:
    """The deck as PowerPoint opens it. The same publication gives the same bytes.

    Raises deckgen.icons.IconError where a page names an icon that the theme lacks; the layout has checked that.
    """
    writer = _Writer(publication)
    writer.write_properties()
    writer.write_presentation()
    return Rendered(writer.package.to_bytes(), len(publication.deck.pages))


class _Writer:
    """Puts the parts of one deck into a package and joins them by relationships."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.package = Package()
        self.store = Store(self.package, publication.theme)
        self.layouts = {
            layout.name: (f"/ppt/slideLayouts/slideLayout{number}.xml", layout)
            for number, layout in enumerate(publication.deck.layouts, start=1)
        }
        self.offered = {name: offered_boxes(layout) for name, (_, layout) in self.layouts.items()}
        self.notes_room = notes_boxes(publication.deck.width, publication.deck.height)[1]
        self.themes = 0

    def write_properties(self) -> None:
        """What the file says about itself."""
        self.package.relations.to("officeDocument", _PRESENTATION)
        self.package.relations.to("core-properties", "/docProps/core.xml")
        self.package.relations.to("extended-properties", "/docProps/app.xml")
        self.package.add("/docProps/core.xml", CORE_TYPE, core_part(self.publication))
        self.package.add("/docProps/app.xml", APP_TYPE, app_part(self.publication))

    def write_presentation(self) -> None:
        """The presentation with all that hangs on it."""
        relations = Relations(_PRESENTATION)
        contents = Contents(
            master=relations.to("slideMaster", _MASTER),
            notes_master=relations.to("notesMaster", _NOTES_MASTER),
            handout_master=relations.to("handoutMaster", _HANDOUT_MASTER),
        )
        self._write_masters(relations)
        for page in self.publication.deck.pages:
            contents.slides.append(relations.to("slide", self._write_slide(page)))
        for name, (content_type, content) in SMALL_PARTS.items():
            relations.to(name, f"/ppt/{name}.xml")
            self.package.add(f"/ppt/{name}.xml", content_type, content)
        self.package.add(_PRESENTATION, PRESENTATION_TYPE, presentation_part(self.publication, contents), relations)

    def _write_masters(self, presentation: Relations) -> None:
        deck = self.publication.deck
        self._write_slide_master(presentation)
        notes = Canvas(Relations(_NOTES_MASTER), self.store)
        content = notes_master_part(deck.width, deck.height, notes)
        self._write_theme(notes.relations)
        self.package.add(_NOTES_MASTER, NOTES_MASTER_TYPE, content, notes.relations)
        handout = Canvas(Relations(_HANDOUT_MASTER), self.store)
        content = handout_master_part(handout)
        self._write_theme(handout.relations)
        self.package.add(_HANDOUT_MASTER, HANDOUT_MASTER_TYPE, content, handout.relations)

    def _write_slide_master(self, presentation: Relations) -> None:
        canvas = Canvas(Relations(_MASTER), self.store)
        listed = "".join(
            f'<p:sldLayoutId id="{_FIRST_LAYOUT + index}" r:id="{canvas.relations.to("slideLayout", name)}"/>'
            for index, (name, _) in enumerate(self.layouts.values())
        )
        content = master_part(self.publication.deck, self.publication.theme, canvas, listed)
        presentation.to("theme", self._write_theme(canvas.relations))
        self.package.add(_MASTER, MASTER_TYPE, content, canvas.relations)
        for name, layout in self.layouts.values():
            self._write_layout(name, layout)

    def _write_layout(self, name: str, layout: SlideLayout) -> None:
        relations = Relations(name)
        relations.to("slideMaster", _MASTER)
        content = layout_part(layout, Canvas(relations, self.store, layout.name))
        self.package.add(name, LAYOUT_TYPE, content, relations)

    def _write_theme(self, master: Relations) -> str:
        """A master's own theme part: PowerPoint wants one for each master. Returns the part's name."""
        self.themes += 1
        name = f"/ppt/theme/theme{self.themes}.xml"
        master.to("theme", name)
        self.package.add(name, THEME_TYPE, theme_part(self.publication.theme))
        return name

    def _write_slide(self, page: Page) -> str:
        """A page as a slide with its notes page. Returns the slide's part name."""
        name = f"/ppt/slides/slide{page.number}.xml"
        notes = f"/ppt/notesSlides/notesSlide{page.number}.xml"
        layout: LayoutName = page.layout
        relations = Relations(name)
        relations.to("slideLayout", self.layouts[layout][0])
        relations.to("notesSlide", notes)
        canvas = Canvas(relations, self.store, layout, self.offered[layout], str(page.number))
        self.package.add(name, SLIDE_TYPE, slide_part(page, canvas), relations)
        self._write_notes(notes, name, page)
        return name

    def _write_notes(self, name: str, slide: str, page: Page) -> None:
        relations = Relations(name)
        relations.to("notesMaster", _NOTES_MASTER)
        relations.to("slide", slide)
        content = notes_part(page, self.publication.course, self.notes_room, Canvas(relations, self.store))
        self.package.add(name, NOTES_TYPE, content, relations)
