"""A deck on a company's own template: its parts, its layouts under our slides, its names for our colours."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import CT_Relationships
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from deckgen.model.colours import is_dark, lifted
from deckgen.model.frames import Filling, Item, Page, Placeholder, Shape, TextBox
from deckgen.model.template import PageKind, Slot, Template, TemplateLayout, TemplatePart
from deckgen.model.theme import ColourRole, Theme
from deckgen.writers.pptx.canvas import Canvas, Store
from deckgen.writers.pptx.package import DeckPackage
from deckgen.writers.pptx.placeholders import Offered
from deckgen.writers.pptx.shades import recolour_charts
from deckgen.writers.pptx.shapes import SCHEME
from deckgen.writers.pptx.slide import MASTER_COLOURS, slide_part
from deckgen.writers.pptx.text import NO_LEVELS


class Grafted:
    """A theme's template in the package of a deck."""

    def __init__(self, theme: Theme, package: DeckPackage) -> None:
        assert theme.template
        self._template = theme.template
        self._parts = graft(theme.template, package)
        self._slots = {kind: slots_of(layout) for kind, layout in theme.template.layouts.items()}
        self._renamers = {kind: renamer(theme, layout) for kind, layout in theme.template.layouts.items()}
        self.masters = tuple((number, self._parts[name]) for name, number in theme.template.masters)
        self.notes_master = self._parts[theme.template.notes.part] if theme.template.notes else None
        self.table_styles = self._parts.get(theme.template.table_styles)

    def slide(self, page: Page, part: Part, store: Store) -> str:
        """A page as a slide on the layout that the template has for it."""
        kind = kind_of(page)
        layout, slots = self._template.layouts[kind], self._slots[kind]
        part.relate_to(self._parts[layout.part], RT.SLIDE_LAYOUT)
        tags = {placeholder: slot.tag for placeholder, slot in slots.items()}
        offered = {placeholder: _offered(slot) for placeholder, slot in slots.items()}
        canvas = Canvas(part, store, page.kind, offered, tags, LEVELS, str(page.number))
        content = slide_part(page, on_layout(page.items, slots), canvas, layout.colour_map or MASTER_COLOURS)
        rename = self._renamers[kind]
        recolour_charts(part, rename)
        return rename(content)


# Parts ---------------------------------------------------------------------------------------------------------------


def graft(template: Template, package: DeckPackage) -> dict[str, Part]:
    """The template's parts in a package, under their own names and with their own relationships; by name."""
    package.reserve(part.name for part in template.parts)
    parts = {part.name: Part(PackURI(part.name), part.content_type, package, part.data) for part in template.parts}
    for part in template.parts:
        parts[part.name].load_rels_from_xml(_listed(part), {PackURI(name): each for name, each in parts.items()})
    return parts


def _listed(part: TemplatePart) -> CT_Relationships:
    listed = CT_Relationships.new()
    base = PackURI(part.name).baseURI
    for relation in part.relations:
        listed.add_rel(relation.id, relation.type, PackURI(relation.target).relative_ref(base))
    return listed


# Layouts -------------------------------------------------------------------------------------------------------------


def kind_of(page: Page) -> PageKind:
    """Which of the template's layouts a page has."""
    match page.kind:
        case "cover":
            return "cover"
        case "section":
            return "section"
    placeholders = (item.placeholder for item in page.items if isinstance(item, TextBox | Shape))
    return "content" if any(each and each.type == "body" for each in placeholders) else "plain"


def slots_of(layout: TemplateLayout) -> Mapping[Placeholder, Slot]:
    """What of a layout our placeholders fill: its title, subtitle, footers, and its first body."""
    found: dict[Placeholder, Slot] = {}
    for slot in layout.slots:
        found.setdefault(Placeholder(slot.type, 1 if slot.type == "body" else 0), slot)
    return found


def _offered(slot: Slot) -> Offered:
    """A placeholder of which nothing but its place is taken from the template: texts say themselves how they look."""
    return Offered(Shape(box=slot.own, name="", geometry="rectangle"), NO_LEVELS)


def on_layout(items: Iterable[Item], slots: Mapping[Placeholder, Slot]) -> Iterator[Item]:
    """A page's items; what would fill a placeholder that the layout does not have is a shape like others."""
    for item in items:
        if isinstance(item, TextBox | Shape | Filling) and item.placeholder not in slots:
            yield replace(item, placeholder=None)
        else:
            yield item


LEVELS = "".join(
    f'<a:lvl{level}pPr><a:buClrTx/><a:buSzTx/><a:defRPr i="0" kern="0" cap="none" spc="0"/></a:lvl{level}pPr>'
    for level in range(1, 6)
)
"""Without what a template may do to letters, which the layout has not measured: capitals, slanting, wider spacing; and
to markers: a colour that is read on the template's page, but not on a card.
"""

# Colours -------------------------------------------------------------------------------------------------------------
# Slides are composed in the names that roles have in our own themes. On a template's slides the role has a name of the
# template's palette, so that a deck follows its master's colours; a colour that is in no palette stands as it is.

_NAMED = re.compile(
    r'<a:(?:schemeClr val="(?P<role>\w+)"|srgbClr val="(?P<own>[0-9A-F]{6})")'
    r'(?:/>|><a:lumMod val="(?P<times>\d+)"/><a:lumOff val="(?P<plus>\d+)"/></a:schemeClr>)'
)
_ROLES: dict[str, ColourRole] = {name: role for role, name in SCHEME.items()}
_WHOLE = 100_000


def renamer(theme: Theme, layout: TemplateLayout) -> Callable[[str], str]:
    """What puts a slide's colours into the names that they have on a layout of the theme's template."""
    dark = is_dark(theme.colours)

    @lru_cache(maxsize=500)
    def renamed(role: str, own: str, times: str, plus: str) -> str:
        base = own or theme.colours[_ROLES[role]]
        name, _, way = layout.names.get(base, "").partition(" ")
        shades = [_shade(way)] if way else []
        if times:
            tint = int(plus) / _WHOLE
            shades.append(_luminance(1 - tint, lifted(tint, dark)))
        tag, value = ("schemeClr", name) if name else ("srgbClr", base)
        return f'<a:{tag} val="{value}">{"".join(shades)}</a:{tag}>' if shades else f'<a:{tag} val="{value}"/>'

    def rename(found: re.Match[str]) -> str:
        return renamed(*(group or "" for group in found.groups()))

    return lambda content: _NAMED.sub(rename, content)


def _shade(way: str) -> str:
    times, _, plus = way.partition("+")
    return _luminance(int(times) / 100, int(plus or 0) / 100)


def _luminance(times: float, plus: float) -> str:
    raised = f'<a:lumOff val="{round(plus * _WHOLE)}"/>' if plus else ""
    return f'<a:lumMod val="{round(times * _WHOLE)}"/>{raised}'
