"""Drawn slides, grafted onto the pages and the structure tree of a document that the PDF engine has made.

The engine takes a slide for a figure with one marked content. That mark is taken off, the slide's operators come into
its place, and the element now holds the slide's own elements (ISO 32000-1, 14.7.4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.writers.pdf.drawn.elements import Area, Element
from deckgen.writers.pdf.drawn.image import SlideImage

_PX = 0.75
"""Points in a CSS pixel."""
_PRINTED = 4
"""An annotation's flag (ISO 32000-1, 12.5.3)."""


@dataclass(frozen=True, slots=True)
class Graft:
    """One slide in its place on a page."""

    pdf: Any
    image: SlideImage
    figure: Any
    """The element that the engine made of it."""
    page: Any
    page_height: float
    content: list[Any]
    """Of the page's stream."""
    owners: list[Any]
    """The elements that the page's marked contents belong to, by number."""
    numbers: list[Any]
    """The parent tree: numbers, each followed by what in the structure tree belongs to it."""

    def join(self) -> None:
        """Put the slide's operators into the page, and its elements under the figure."""
        import pydyf

        mark, first = self.figure["K"][0], len(self.owners)
        _unmark(self.content, mark)
        self.owners[mark] = "null"
        self.owners.extend(["null"] * self.image.slide.count)
        self.content[self.content.index(self.image.token)] = self.image.operators(first)
        place = self._place()
        for key in ("A", "Alt"):
            self.figure.pop(key, None)
        self.figure["S"] = "/Div"
        if language := self.image.slide.language:
            self.figure["Lang"] = pydyf.String(language)
        self.figure["K"][:] = [self._made(element, self.figure, place) for element in self.image.slide.tree]

    def _next(self, owner: Any) -> int:
        """A new number in the parent tree."""
        number = 1 + int(max(self.numbers[::2]))
        self.numbers.extend((number, owner))
        return number

    def _place(self) -> "_Place":
        left, top, right, _ = self.figure["A"]["BBox"]
        scale = (right - left) * _PX / self.image.slide.width
        return _Place(left * _PX, self.page_height - top * _PX, scale, len(self.owners) - self.image.slide.count)

    def _made(self, element: Element, parent: Any, place: "_Place") -> bytes:
        """An element and those below it as objects of the file; its reference."""
        made = self._dictionary({"Type": "/StructElem", "S": f"/{element.tag}", "P": parent.reference})
        made["Pg"] = self.page.reference
        self.pdf.add_object(made)
        made.update(self._attributes(element, place))
        kids = [*(self._kid(kid, made, place) for kid in element.kids)]
        if element.link and element.area:
            kids.append(self._annotated(element.link, place.box(element.area), made))
        made["K"] = type(self.figure["K"])(kids)
        reference: bytes = made.reference
        return reference

    def _kid(self, kid: "int | Element", parent: Any, place: "_Place") -> Any:
        if isinstance(kid, Element):
            return self._made(kid, parent, place)
        self.owners[place.first + kid] = parent.reference
        return place.first + kid

    def _attributes(self, element: Element, place: "_Place") -> Mapping[str, Any]:
        import pydyf

        if element.alt and element.area:
            box = pydyf.Array(place.box(element.area))
            return {"Alt": pydyf.String(element.alt), "A": self._dictionary({"O": "/Layout", "BBox": box})}
        if element.scope:
            return {"A": self._dictionary({"O": "/Table", "Scope": f"/{element.scope}"})}
        if element.numbering:
            return {"A": self._dictionary({"O": "/List", "ListNumbering": f"/{element.numbering}"})}
        return {}

    def _annotated(self, address: str, box: list[float], owner: Any) -> Any:
        """A place to click, and the reference to it among an element's kids."""
        import pydyf

        action = self._dictionary({"Type": "/Action", "S": "/URI", "URI": pydyf.String(address)})
        annotation = self._dictionary({"Type": "/Annot", "Subtype": "/Link", "Rect": pydyf.Array(box), "A": action})
        annotation["BS"] = self._dictionary({"W": 0})
        annotation["F"] = _PRINTED
        annotation["Contents"] = pydyf.String(address)
        annotation["StructParent"] = self._next(owner.reference)
        self.pdf.add_object(annotation)
        self.page.setdefault("Annots", pydyf.Array()).append(annotation.reference)
        return self._dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self.page.reference})

    def _dictionary(self, values: Mapping[str, Any]) -> Any:
        import pydyf

        return pydyf.Dictionary(values)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a slide lies on a page whose lengths are points, upwards."""

    left: float
    top: float
    scale: float
    first: int
    """Of its marked contents, among those of the page."""

    def box(self, area: Area) -> list[float]:
        """The corners of a part of the slide."""
        left, top, width, height = (side * self.scale for side in area)
        x, y = self.left + left, self.top - top
        return [round(side, 3) for side in (x, y - height, x + width, y)]


def _unmark(content: list[Any], mark: int) -> None:
    """Take the marks off a marked content of a page's stream that has no other one inside, and leave what it holds."""
    begin = next(
        at for at, operator in enumerate(content) if operator == b"BDC" and content[at - 1].get("MCID") == mark
    )
    for at in (begin - 2, begin - 1, begin, content.index(b"EMC", begin)):
        content[at] = b""
