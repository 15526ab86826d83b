"""The structure elements of drawn slides, grafted onto the tree of a document that the PDF engine has tagged.

The engine takes a slide for a figure with one marked content. That mark is taken off, and the element now holds
the slide's own elements, which name marked contents inside of the slide's stream (ISO 32000-1, 14.7.4.2 and 14.7.4.4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from deckgen.writers.pdf.drawn.elements import Area, Element
from deckgen.writers.pdf.drawn.image import SlideImage

_PX = 0.75
"""Points in a CSS pixel."""
_PRINTED = 4
"""An annotation's flag (ISO 32000-1, 12.5.3)."""


@dataclass(slots=True)
class Graft:
    """One slide in its place on a page."""

    pdf: Any
    image: SlideImage
    figure: Any
    """The element that the engine made of it."""
    page: Any
    page_height: float
    numbers: list[Any]
    """The parent tree: numbers, each followed by what in the structure tree belongs to it."""
    _owners: list[Any] = field(default_factory=list)

    def join(self) -> int:
        """Put the slide's elements under the figure; the number of the mark that the engine set around it."""
        mark: int = self.figure["K"][0]
        place = self._place()
        self._owners = ["null"] * self.image.slide.count
        self.image.form.extra["StructParents"] = self._next(self._owners)
        for key in ("A", "Alt"):
            self.figure.pop(key, None)
        self.figure["S"] = "/Div"
        self.figure["K"][:] = [self._made(element, self.figure, place) for element in self.image.slide.tree]
        return mark

    def _next(self, owner: Any) -> int:
        """A new number in the parent tree."""
        number = 1 + max(self.numbers[::2], default=-1)
        self.numbers.extend((number, self._array(owner) if isinstance(owner, list) else owner))
        return number

    def _array(self, values: list[Any]) -> Any:
        made = type(self.figure["K"])(values)
        self._owners = made
        return made

    def _place(self) -> "_Place":
        left, top, right, _ = self.figure["A"]["BBox"]
        scale = (right - left) * _PX / self.image.slide.width
        return _Place(left * _PX, self.page_height - top * _PX, scale)

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
        self._owners[kid] = parent.reference
        return self._dictionary(
            {"Type": "/MCR", "Pg": self.page.reference, "Stm": self.image.form.reference, "MCID": kid}
        )

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

    def box(self, area: Area) -> list[float]:
        """The corners of a part of the slide."""
        left, top, width, height = (side * self.scale for side in area)
        x, y = self.left + left, self.top - top
        return [round(side, 3) for side in (x, y - height, x + width, y)]


def unmarked(content: list[Any], mark: int) -> None:
    """Take the marks off a marked content of a page's stream, and leave what it holds."""
    for at in _positions(content, mark):
        content[at] = b""


def _positions(content: list[Any], mark: int) -> Iterator[int]:
    """Tag, properties and both operators of a marked content that has no other one inside."""
    begin = next(
        at for at, operator in enumerate(content) if operator == b"BDC" and content[at - 1].get("MCID") == mark
    )
    yield from (begin - 2, begin - 1, begin, content.index(b"EMC", begin))
