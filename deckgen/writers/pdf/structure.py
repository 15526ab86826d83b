"""The structure tree of a tagged PDF, put right where the engine's own table of tags has no word for what is meant.

The engine names structure elements after HTML elements. Four meanings have no HTML element that it knows, so the
templates use one that they need for nothing else, and here it gets its right name (ISO 32000-1, 14.8.4):

- `blockquote` around a picture and the texts in it: one Figure,
- `a` without an address, and `i` in one that has an address: Ruby, its two parts RB and RT,
- `i` at the head of a list item: the item's label, Lbl,
- `main`: what is no content but repeats something (14.8.2.2.2), as running heads do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.writers.pdf.drawn.grafting import Graft
from deckgen.writers.pdf.drawn.image import SlideImage

Dictionary = Any
"""A PDF dictionary of the engine: a `dict` of names to values, which names itself by `reference`."""

_PX = 0.75
"""Points in a CSS pixel."""


def finish(document: Any, pdf: Any, slides: Mapping[str, SlideImage]) -> None:
    """Put the tree right; called by the engine when all is there but not written yet. `slides` by their addresses."""
    if "StructTreeRoot" in pdf.catalog:
        tree = _Tree(pdf, [page.height * _PX for page in document.pages], slides)
        tree.visit(tree.at(pdf.catalog["StructTreeRoot"]))
        tree.mark_pagination()


@dataclass(slots=True)
class _Tree:
    pdf: Any
    heights: list[float]
    """Of the pages, in points."""
    slides: Mapping[str, SlideImage]

    def at(self, reference: bytes) -> Dictionary:
        """The object that a reference names."""
        return self.pdf.objects[int(reference.split()[0])]

    def children(self, element: Dictionary) -> Iterator[Dictionary]:
        """The structure elements right under an element."""
        for reference in element.get("K", ()):
            if isinstance(reference, bytes):
                child = self.at(reference)
                if child.get("Type") == "/StructElem":
                    yield child

    def visit(self, element: Dictionary) -> None:
        for child in list(self.children(element)):
            match child["S"]:
                case "/BlockQuote":
                    self._figure(child)
                case "/Link":
                    self._rubies(child)
                case "/LBody":
                    self._label(element, child)
                case "/Table":
                    self._scopes(child)
                case "/Figure":
                    if slide := self._slide_in(child):
                        self._graft(child, slide)
                        continue
                    self._box(child)
                case "/Part":
                    self._artifact(element, child)
                    continue
            self.visit(child)

    # Slides --------------------------------------------------------------------------------------

    def _slide_in(self, figure: Dictionary) -> SlideImage | None:
        """The slide that a figure is, by the address that stands in the place of its words."""
        alt = figure.get("Alt")
        return self.slides.get(alt.string) if alt is not None else None

    def _graft(self, figure: Dictionary, slide: SlideImage) -> None:
        index, page = self._page_index(figure), self.at(figure["Pg"])
        content, numbers = self.at(page["Contents"]).stream, self._parents
        Graft(self.pdf, slide, figure, page, self.heights[index], content, numbers[2 * index + 1], numbers).join()

    # Figures -------------------------------------------------------------------------------------

    def _figure(self, element: Dictionary) -> None:
        """The element becomes the figure, with the words and the box of the picture in it."""
        picture = next(child for child in self.children(element) if child["S"] == "/Figure")
        element["S"] = "/Figure"
        for key in ("Alt", "A"):
            element[key] = picture.pop(key)
        picture["S"] = "/NonStruct"
        self._box(element)

    def _box(self, figure: Dictionary) -> None:
        """Bounding boxes in the page's own space: the engine writes CSS pixels from the top."""
        left, top, right, bottom = figure["A"]["BBox"]
        height = self.heights[self._page_index(figure)]
        sides = (left * _PX, height - bottom * _PX, right * _PX, height - top * _PX)
        figure["A"]["BBox"][:] = [round(side, 3) for side in sides]

    def _page_index(self, element: Dictionary) -> int:
        return list(self.pdf.page_references).index(element["Pg"])

    # Ruby, labels, tables ------------------------------------------------------------------------

    def _rubies(self, link: Dictionary) -> None:
        """A link that leads nowhere is a word with its reading; in one that leads somewhere there may be such words."""
        words = [link]
        if any(self._is_place(kid) for kid in link["K"]):
            self._join_places(link)
            words = [child for child in self.children(link) if child["S"] == "/NonStruct"]
        for word in words:
            word["S"] = "/Ruby"
            for child, name in zip(self.children(word), ("/RB", "/RT"), strict=True):
                child["S"] = name

    def _is_place(self, kid: bytes | int) -> bool:
        """Whether what an element has is a place to click."""
        return isinstance(kid, bytes) and bool(self.at(kid)["Type"] == "/OBJR")

    def _join_places(self, link: Dictionary) -> None:
        """The whole link is the one place to click: the engine makes every box in it another one, untagged."""
        for child in self.children(link):
            for kid in filter(self._is_place, list(child["K"])):
                self._unlink(kid, self.at(child["Pg"]))
                child["K"].remove(kid)
            self._join_places(child)

    def _label(self, item: Dictionary, body: Dictionary) -> None:
        """The label moves out of the item's body; in an item with a list inside, text and label share a wrapper."""
        holder, label = body, self._first_unnamed(body)
        inner = self._first_unnamed(label) if label else None
        if label and inner:
            holder, label = label, inner
        if label:
            label["S"] = "/Lbl"
            label["P"] = item.reference
            holder["K"].remove(label.reference)
            item["K"].insert(0, label.reference)

    def _first_unnamed(self, element: Dictionary) -> Dictionary | None:
        first = next(self.children(element), None)
        return first if first and first["S"] == "/NonStruct" else None

    def _scopes(self, table: Dictionary) -> None:
        """Which way header cells point: down in a row of headers, along the row elsewhere."""
        for row in self._rows(table):
            cells = list(self.children(row))
            scope = "/Column" if all(cell["S"] == "/TH" for cell in cells) else "/Row"
            for cell in cells:
                if cell["S"] == "/TH":
                    cell["A"]["Scope"] = scope

    def _rows(self, element: Dictionary) -> Iterator[Dictionary]:
        for child in self.children(element):
            if child["S"] == "/TR":
                yield child
            else:
                yield from self._rows(child)

    # Running heads and feet ----------------------------------------------------------------------

    def _artifact(self, parent: Dictionary, element: Dictionary) -> None:
        """Take the element out of the tree, and mark what it holds as pagination."""
        index = self._page_index(element)
        page = self.at(element["Pg"])
        marks = set(self._take_apart(element, page))
        parent["K"].remove(element.reference)
        self._repeat(index, page, marks)

    def mark_pagination(self) -> None:
        """Mark what stands in margins of pages: the engine makes elements of it, and leaves them out of the tree."""
        (document,) = self.children(self.at(self.pdf.catalog["StructTreeRoot"]))
        kept, tops = {*document["K"]}, {reference: reference for reference in document["K"]}
        for index, reference in enumerate(self.pdf.page_references):
            owners = enumerate(self._parents[2 * index + 1])
            stray = {mark for mark, owner in owners if owner != "null" and self._top(owner, tops) not in kept}
            if stray:
                self._repeat(index, self.at(reference), stray)

    def _top(self, reference: bytes, tops: dict[bytes, bytes]) -> bytes:
        """The element right under the document that an element belongs to; what belongs to none is its own."""
        if reference not in tops:
            above = self.at(reference)["P"]
            is_top = self.at(above)["S"] == "/Document"
            tops[reference] = reference if is_top else self._top(above, tops)
        return tops[reference]

    def _repeat(self, index: int, page: Dictionary, marks: set[int]) -> None:
        """Marked contents of a page become artifacts that every page has, and belong to nothing."""
        content = self.at(page["Contents"]).stream
        for position, operator in enumerate(content):
            if operator == b"BDC" and content[position - 1].get("MCID") in marks:
                content[position - 2] = "/Artifact"
                content[position - 1] = type(page)({"Type": "/Pagination"})
        for mark in marks:
            self._parents[2 * index + 1][mark] = "null"

    @property
    def _parents(self) -> list[Any]:
        """Numbers of pages and annotations, each followed by what in the tree it belongs to."""
        numbers: list[Any] = self.at(self.at(self.pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
        return numbers

    def _take_apart(self, element: Dictionary, page: Dictionary) -> Iterator[int]:
        """The marked contents under an element; its descendants are emptied, and its links lead nowhere."""
        for kid in list(element["K"]):
            if isinstance(kid, int):
                yield kid
            elif self._is_place(kid):
                self._unlink(kid, page)
            else:
                yield from self._take_apart(self.at(kid), page)
        element.clear()

    def _unlink(self, place: bytes, page: Dictionary) -> None:
        """Take a place to click from its page, so that a screen reader meets none that the tree does not tell of."""
        annotation = self.at(place)["Obj"]
        page["Annots"].remove(annotation)
        self._parents[2 * self.at(annotation)["StructParent"] + 1] = "null"
