"""What somebody should know of a template besides its colours: what was guessed, and what its layouts cannot give."""

from collections.abc import Iterator

from deckgen.template.drawings import is_drawn, is_shown
from deckgen.template.found import Found
from deckgen.template.ground import ROUND, opened
from deckgen.template.layouts import Chosen
from deckgen.template.package import Package
from deckgen.template.sheet import Decoration

_FOOTERS = {"ftr": "footer", "dt": "date", "sldNum": "slide-number"}
_EVEN_OUTLINES = ("rect", "line", "straightConnector1", "roundRect", *ROUND)
"""Outlines whose ground is known dot by dot."""


def findings_of(found: Found) -> Iterator[tuple[str, dict[str, object]]]:
    """Code and values of each finding."""
    for kind in ("cover", "section"):
        page = found.pages[kind]
        if not page.is_sure:
            yield "template-guessed", {"kind": f"@page-{kind}", "layout": _name(page)}
    yield from _footers(found)
    pages = {page.sheet.part: page for page in found.pages.values()}.values()
    for code, tell in (("template-unjudged", _unjudged), ("template-undrawn", _undrawn)):
        layouts: dict[str, list[str]] = {}
        for page in pages:
            kinds = dict.fromkeys(kind for each in page.sheet.decorations if (kind := tell(each, found.package)))
            for kind in kinds:
                layouts.setdefault(kind, []).append(_name(page))
        for kind, names in layouts.items():
            yield code, {"kind": f"@decoration-{kind}", "layouts": ", ".join(names)}


def _name(page: Chosen) -> str:
    return page.sheet.name or page.sheet.part


def _footers(found: Found) -> Iterator[tuple[str, dict[str, object]]]:
    """Footers that a layout has no place for: slides on it go without."""
    for kind in ("section", "content"):
        page = found.pages[kind]
        there = {offer.type for offer in page.sheet.offers if offer.is_on(found.size) and not offer.is_vertical}
        for type_, name in _FOOTERS.items():
            if type_ not in there:
                yield "template-no-footer", {"kind": f"@footer-{name}", "layout": _name(page)}


def _unjudged(shape: Decoration, package: Package) -> str:
    """What cannot be looked into, so that all of its place counts as taken, or as one shape."""
    if shape.is_opaque:
        return "graphic"
    if shape.picture:
        if opened(package.data(shape.picture)) is None:
            return "picture-format"
        return "turned-picture" if shape.place.turn % 180 else ""
    if shape.fill and shape.geometry not in _EVEN_OUTLINES:
        return "outline"
    return ""


def _undrawn(shape: Decoration, package: Package) -> str:
    """What slides on paper and in the preview leave out, or show more simply."""
    if shape.is_opaque:
        return "graphic"
    if shape.has_text:
        return "words"
    if shape.picture:
        if not is_shown(shape, package):
            return "picture-format"
        return "crop" if any(shape.crop) else ""
    if not shape.fill:
        return ""
    if shape.alpha < 1:
        return "transparent"
    if not is_drawn(shape):
        return "outline"
    return "" if isinstance(shape.fill, str) else "gradient"
