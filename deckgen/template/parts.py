"""Which parts of a template a deck takes over: masters, layouts, themes and their pictures, byte for byte.

Old slides, macros, custom XML, tags, printer settings and whatever leads out of the file stay behind; where a master or
layout names such a thing, the element that names it goes, and nothing else of the part changes. XML in another encoding
is written anew in UTF-8.
"""

from collections.abc import Iterable

from lxml import etree

from deckgen.model.template import Relation, TemplatePart
from deckgen.template.package import Package, R

_KEPT = frozenset(
    (
        "slideMaster", "slideLayout", "theme", "themeOverride", "image", "hdphoto",
        "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
    )
)  # fmt: skip
"""Last words of the types of relationships that are followed."""
_ALONE = frozenset(
    ("hlinkClick", "hlinkHover", "hlinkMouseOver", "sldLayoutId", "buBlip", "tags", "custData", "snd", "audioFile",
     "videoFile", "wavAudioFile", "quickTimeFile")
)  # fmt: skip
"""Elements that can go by themselves."""
_WHOLE = frozenset(
    ("custDataLst", "controls", "AlternateContent", "graphicFrame", "pic", "contentPart", "transition", "timing", "bg",
     "ext", "sp")
)  # fmt: skip
"""Elements that go as a whole, the outermost first: what is left of one without its relationship is not sound."""


def table_styles_of(package: Package) -> str:
    """The part with the styles of tables; empty where there is none."""
    return package.related(package.presentation, "tableStyles")


def kept_parts(package: Package, names: Iterable[str]) -> tuple[TemplatePart, ...]:
    """Those parts with all that they need, each once, in the order in which they are found."""
    found: dict[str, TemplatePart] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = _part(package, name)
            waiting += [relation.target for relation in found[name].relations]
    return tuple(found.values())


def _part(package: Package, name: str) -> TemplatePart:
    kept = tuple(
        Relation(link.id, link.full_type, link.target)
        for link in package.links(name)
        if link.type in _KEPT and link.target
    )
    data = package.data(name)
    if package.content_type(name).endswith("xml"):
        data = _cleaned(package.tree(name), {relation.id for relation in kept}) or data
    return TemplatePart(name, package.content_type(name), data, kept)


def _cleaned(root: etree._Element, kept: set[str]) -> bytes | None:
    """The part without what names a relationship that is not kept, in UTF-8; None where it is so already."""
    lost = [
        element
        for element in root.iter()
        if any(value not in kept for key, value in element.attrib.items() if str(key).startswith(R) and value)
    ]
    if not lost and (root.getroottree().docinfo.encoding or "UTF-8").upper() == "UTF-8":
        return None
    for element in lost:
        unsound = _unsound(element)
        if (parent := unsound.getparent()) is not None:
            parent.remove(unsound)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _unsound(element: etree._Element) -> etree._Element:
    """What goes together with an element that names something lost."""
    if etree.QName(element).localname in _ALONE:
        return element
    whole = [each for each in element.iterancestors() if etree.QName(each).localname in _WHOLE]
    return whole[-1] if whole else element
