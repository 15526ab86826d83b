"""The picture of a template that is most likely the company's logo, found by where it stands and how large it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.template.drawings import shown_picture
from deckgen.template.layouts import Chosen
from deckgen.template.package import Package
from deckgen.template.sheet import Decoration, Sheet

_AREA = 0.001, 0.06
"""Share of the page that a logo takes."""
_EDGE = 0.25
"""How far from the upper or lower edge its middle stands, as a share of the page's height."""
_SIDES = 0.25, 9.0
"""Its width as a multiple of its height."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that looks like a logo."""

    data: bytes
    ending: Literal[".png", ".jpg"]
    layout: str
    """What PowerPoint lists the layout under on which it stands."""
    is_sure: bool
    """Whether it is the only one, and stands on the cover and on other pages."""


def logo_of(package: Package, content: Chosen, cover: Chosen) -> Logo | None:
    """The logo of a template; None where no picture looks like one."""
    on_content, on_cover = (dict(_candidates(page.sheet, package)) for page in (content, cover))
    found = on_content or on_cover
    if not found:
        return None
    both = [part for part in found if part in on_content and part in on_cover]
    part = (both or list(found))[0]
    data = found[part]
    page = content if on_content else cover
    ending: Literal[".png", ".jpg"] = ".png" if data.startswith(b"\x89PNG") else ".jpg"
    return Logo(data, ending, page.sheet.name, is_sure=len(found) == 1 and both == [part])


def _candidates(sheet: Sheet, package: Package) -> Iterator[tuple[str, bytes]]:
    for shape in sheet.decorations:
        if shape.picture and _looks_like_one(shape, sheet.size) and (data := shown_picture(package, shape.picture)):
            yield shape.picture, data


def _looks_like_one(shape: Decoration, size: tuple[int, int]) -> bool:
    box, (width, height) = shape.place.box, size
    if not box.height or any(shape.crop) or shape.place.turn or shape.alpha < 1:
        return False
    share = box.width * box.height / (width * height)
    middle = (box.y + box.height / 2) / height
    is_at_edge = min(middle, 1 - middle) <= _EDGE
    return _AREA[0] <= share <= _AREA[1] and is_at_edge and _SIDES[0] <= box.width / box.height <= _SIDES[1]
