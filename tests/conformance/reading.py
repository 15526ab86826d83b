"""Can a deck's text be read from the last row, can its slides be told apart by their titles, and are its diagrams told?

A size is looked for where PowerPoint looks for it: in the run, the text's own list style, then for a placeholder in the
layout's and the master's one, else in the presentation's defaults.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape

READ = 18.0
"""pt; what is read has it at least."""
LABEL = 14.0
"""pt; what only names something, or says where something comes from, has it at least."""
LABELS = (
    "section", "footer", "date", "slide-number", "/draft", "source", "basis", "credit",
    "setting", "-answers", "chart",
)  # fmt: skip
"""Ends of the names of shapes that hold labels: marks, footers, sources, addresses, captions, what is in a picture."""


_WITH_LABELS = re.compile(r"/(reference-\d+|contact-\d+|contacts|action-1)$")
"""Names of cards and tables that hold labels beside what is read: addresses and origins, what to call somebody for."""


def too_small(deck: Path) -> list[str]:
    """A sentence for each text that is set too small."""
    presentation = Presentation(str(deck))
    return [
        f"slide {number}, {name}: 「{text}」 has {size:g} pt, expected {least:g} or more"
        for number, slide in enumerate(presentation.slides, 1)
        for name, text, size in _texts(slide.shapes)
        if size < (least := LABEL if is_label(name) else READ)
    ]


def is_label(name: str) -> bool:
    """Whether a shape's name is that of a label."""
    return name.endswith(LABELS) or "/scene" in name or _WITH_LABELS.search(name) is not None


def same_titles(deck: Path) -> list[str]:
    """The titles that more than one slide has; an empty text for slides without one."""
    slides = Presentation(str(deck)).slides
    titles = Counter(slide.shapes.title.text_frame.text if slide.shapes.title is not None else "" for slide in slides)
    return [title for title, count in titles.items() if count > 1 or not title]


def undescribed(deck: Path) -> list[str]:
    """A sentence for each slide whose arrows, groups, pictures, charts or tables nothing describes, and for each
    description that is read again: in a group that is described, on the same slide, or as its title.
    """
    return [
        f"slide {number}: {fault}"
        for number, slide in enumerate(Presentation(str(deck)).slides, 1)
        for fault in _faults(slide)
    ]


def _faults(slide: Any) -> Iterator[str]:
    drawn = [*_drawn(slide.shapes)]
    told = [text for _, text, _ in drawn if text]
    if any(_is_arrow(shape) for shape, _, _ in drawn) and not told:
        yield "arrows that nothing describes"
    for shape, text, group in drawn:
        if _needs_words(shape) and not text and not group:
            yield f"{shape.name} is not described"
        if group and _is_read_again(shape, group):
            yield f"{shape.name} is read again in a group that is described"
    title = slide.shapes.title.text_frame.text if slide.shapes.title is not None else None
    yield from (f"「{text}」 is read twice" for text, count in Counter(told).items() if count > 1)
    yield from (f"「{text}」 is the title" for text in told if text == title)


def _drawn(shapes: Any, *, group: str = "") -> Iterator[tuple[Any, str, str]]:
    """(shape, its description, that of the described group it is in; empty where it is in none)."""
    for shape in shapes:
        text = shape._element._nvXxPr.cNvPr.get("descr", "")
        yield shape, text, group
        if isinstance(shape, GroupShape):
            yield from _drawn(shape.shapes, group=group or text)


def _is_read_again(shape: Any, group: str) -> bool:
    """Whether a shape in a described group says nothing, or most of what the group's description has said.

    A label or a few words of a longer description are what is looked for in the picture.
    """
    if shape._element.xpath('.//*[local-name()="decorative"]'):
        return False
    said = shape.text_frame.text if shape.has_text_frame else ""
    return not said or (said in group and 2 * len(said) > len(group))


def _is_arrow(shape: Any) -> bool:
    """A line from one thing to another, a block arrow without text, or an icon of an arrow."""
    presets = shape._element.xpath("./p:spPr/a:prstGeom/@prst")
    is_block = any("Arrow" in preset for preset in presets) and not shape.text_frame.text
    return shape._element.tag == qn("p:cxnSp") or is_block or "arrow-" in shape.name


def _needs_words(shape: Any) -> bool:
    is_graphic = isinstance(shape, GroupShape | GraphicFrame) or shape._element.tag == qn("p:pic")
    return is_graphic and not shape._element.xpath('./*/p:cNvPr//*[local-name()="decorative"]')


def _texts(shapes: Any) -> Iterator[tuple[str, str, float]]:
    """(name of the shape, text, size in pt) of each run."""
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _texts(shape.shapes)
        elif isinstance(shape, GraphicFrame):
            if shape.has_table:
                cells = (cell for row in shape.table.rows for cell in row.cells)
                yield from ((shape.name, *run) for cell in cells for run in _runs(cell._tc, ()))
        elif shape.has_text_frame:
            yield from ((shape.name, *run) for run in _runs(shape._element, [*_above(shape)]))


def _above(shape: Any) -> Iterator[Any]:
    """What a placeholder takes its looks from, the nearest first."""
    if shape.is_placeholder:
        layout = shape._base_placeholder
        while layout is not None:
            yield layout._element
            layout = getattr(layout, "_base_placeholder", None)


def _runs(element: Any, above: Any) -> Iterator[tuple[str, float]]:
    for paragraph in element.iter(qn("a:p")):
        level = int(paragraph.pPr.get("lvl", 0)) + 1 if paragraph.pPr is not None else 1
        for run in paragraph.iter(qn("a:r")):
            if run.text.strip():
                own = run.find(qn("a:rPr"))
                size = own.get("sz") if own is not None else None
                yield run.text, int(size or _styled([element, *above], level)) / 100


def _styled(elements: Any, level: int) -> str:
    for element in elements:
        for style in element.iter(qn(f"a:lvl{level}pPr")):
            size = style.find(qn("a:defRPr"))
            if size is not None and size.get("sz"):
                return str(size.get("sz"))
    return "1800"
