"""What lies on a master or a layout: placeholders with all that they inherit, and decoration."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from deckgen.model.box import Box
from deckgen.template.colours import Palette, map_of, palette_of
from deckgen.template.package import A, P, Package, R, Unusable, whole
from deckgen.template.sheet import TITLES, Decoration, Offer, Paint, Place, Sheet

_GROUNDS = 1000
"""Styles of fills beyond this one are those of grounds."""
_TRUE = ("1", "true")
_SIZE = 18.0
"""pt where nothing is said (ECMA-376 part 1, 21.1.2.3.9)."""
_EDGES = ("dt", "ftr", "sldNum")


def placeholders_of(root: etree._Element) -> Iterator[tuple[str, Box, bool]]:
    """Type and place of each placeholder that has a place of its own, and whether its text reads from left to right."""
    for shape in _shapes(root):
        tag, place = _placeholder(shape), _place(shape)
        if tag is not None and place is not None:
            body = shape.find(f"{P}txBody/{A}bodyPr")
            is_level = not place.turn and (body is None or body.get("vert", "horz") == "horz")
            yield tag.get("type", "obj"), place.box, is_level


def sheets(package: Package, size: tuple[int, int]) -> Iterator[Sheet]:
    """Every layout of every master; `size` is that of a page in EMU. Raises Unusable."""
    for master, _ in package.masters():
        reader = _Master(package, master, size)
        for layout in package.layouts(master):
            yield reader.sheet(layout)


@dataclass
class _Master:
    package: Package
    name: str
    size: tuple[int, int]
    palette: Palette = field(init=False)

    def __post_init__(self) -> None:
        self.tree = self.package.tree(self.name)
        self.theme_name = self.package.related(self.name, "theme")
        if not self.theme_name:
            raise Unusable("template-part-broken", part=self.name)
        self.theme = self.package.tree(self.theme_name)
        self.palette = palette_of(self.theme, map_of(self.tree))

    def sheet(self, name: str) -> Sheet:
        """One layout. Raises Unusable."""
        if self.package.related(name, "slideMaster") != self.name:
            raise Unusable("template-part-broken", part=name)
        layout = self.package.tree(name)
        palette, colour_map = self._palette(layout)
        ground, picture = self._ground(layout, name, palette)
        below = _Reader(self.package, self.name, palette, theme=self.theme, ground=ground)
        above = replace(below, part=name)
        shows_master = layout.get("showMasterSp") not in ("0", "false")
        decorations = (*(below.decorations(self.tree) if shows_master else ()), *above.decorations(layout))
        named = layout.find(f"{P}cSld")
        return Sheet(
            part=name,
            name=" ".join((named.get("name") or "").split())[:80] if named is not None else "",
            master=self.name,
            kind=layout.get("type", ""),
            palette=palette,
            ground=ground,
            ground_picture=picture,
            decorations=tuple(decorations),
            offers=tuple(self._offers(layout, palette)),
            colour_map=colour_map,
            size=self.size,
        )

    def _palette(self, layout: etree._Element) -> tuple[Palette, str]:
        own = layout.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        if own is None:
            return self.palette, ""
        mapping = {str(key): str(value) for key, value in own.attrib.items()}
        attributes = "".join(f' {key}="{value}"' for key, value in mapping.items() if key.isalnum() and value.isalnum())
        return palette_of(self.theme, mapping), f"<p:clrMapOvr><a:overrideClrMapping{attributes}/></p:clrMapOvr>"

    def _ground(self, layout: etree._Element, name: str, palette: Palette) -> tuple[Paint, str]:
        for tree, part in ((layout, name), (self.tree, self.name)):
            found = tree.find(f"{P}cSld/{P}bg")
            if found is not None:
                return self._background(found, part, palette)
        return palette.colours["bg1"], ""

    def _background(self, element: etree._Element, part: str, palette: Palette) -> tuple[Paint, str]:
        properties, reference = element.find(f"{P}bgPr"), element.find(f"{P}bgRef")
        if properties is not None:
            reader = _Reader(self.package, part, palette)
            return reader.paint(properties) or palette.colours["bg1"], reader.picture(properties)
        if reference is not None:
            own = palette.hex(reference) or palette.colours["bg1"]
            style = self._styled(whole(reference, "idx", 1001) - 1001)
            if style is None:
                return own, ""
            reader = _Reader(self.package, self.theme_name, palette, own)
            return reader.painted(style) or own, reader.pictured(style)
        return palette.colours["bg1"], ""

    def _styled(self, index: int) -> etree._Element | None:
        styles = self.theme.find(f".//{A}bgFillStyleLst")
        return styles[index] if styles is not None and 0 <= index < len(styles) else None

    def _offers(self, layout: etree._Element, palette: Palette) -> Iterator[Offer]:
        below = {_family(_placeholder(each)): each for each in _shapes(self.tree) if _placeholder(each) is not None}
        for shape in _shapes(layout):
            tag = _placeholder(shape)
            if tag is None:
                continue
            parent = below.get(_family(tag))
            place = _place(shape) or (_place(parent) if parent is not None else None)
            if place is not None:
                yield self._offer(shape, parent, tag, place, palette)

    def _offer(
        self, shape: etree._Element, parent: etree._Element | None, tag: etree._Element, place: Place, palette: Palette
    ) -> Offer:
        family = _family(tag)
        style = {"title": "titleStyle", "body": "bodyStyle"}.get(family, "otherStyle")
        levels = [
            shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr"),
            parent.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr") if parent is not None else None,
            self.tree.find(f"{P}txStyles/{P}{style}/{A}lvl1pPr"),
        ]
        bodies = [each.find(f"{P}txBody/{A}bodyPr") for each in (shape, parent) if each is not None]
        present = [level for level in levels if level is not None]
        runs = [run for level in present if (run := level.find(f"{A}defRPr")) is not None]
        sized = next((run for run in runs if run.get("sz")), None)
        fills = (run.find(f"{A}solidFill") for run in runs)
        colour = next((found for each in fills if each is not None and (found := palette.hex(each))), "")
        return Offer(
            type=tag.get("type", "obj"),
            idx=whole(tag, "idx"),
            place=place,
            align=_first(present, "algn", "l"),
            anchor=_first([body for body in bodies if body is not None], "anchor", "t"),
            is_vertical=_first([body for body in bodies if body is not None], "vert", "horz") != "horz",
            colour=colour or palette.colours["tx1"],
            size=whole(sized, "sz") / 100 if sized is not None else _SIZE,
        )


def _first(elements: list[etree._Element], name: str, otherwise: str) -> str:
    return next((value for each in elements if (value := each.get(name))), otherwise)


def _family(tag: etree._Element | None) -> str:
    """The placeholder of the master that one of a layout takes after (ECMA-376 part 1, 19.7.10)."""
    kind = tag.get("type", "obj") if tag is not None else ""
    if kind in TITLES:
        return "title"
    return kind if kind in _EDGES else "body"


def _shapes(root: etree._Element) -> Iterator[etree._Element]:
    tree = root.find(f"{P}cSld/{P}spTree")
    for each in tree if tree is not None else ():
        if isinstance(each.tag, str):
            # Of two versions of a shape, the one that every program understands.
            fallback = each.find("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
            yield from (fallback if fallback is not None else (each,))


def _placeholder(shape: etree._Element) -> etree._Element | None:
    return shape.find(f"./*/{P}nvPr/{P}ph")


def _place(shape: etree._Element) -> Place | None:
    for found in (shape.find(f"{P}spPr/{A}xfrm"), shape.find(f"{P}grpSpPr/{A}xfrm"), shape.find(f"{P}xfrm")):
        if found is not None and (box := _box(found, "off", "ext")):
            return Place(box, whole(found, "rot") / 60_000 % 360)
    return None


def _box(transform: etree._Element, offset: str, extent: str) -> Box | None:
    at, size = transform.find(f"{A}{offset}"), transform.find(f"{A}{extent}")
    if at is None or size is None:
        return None
    return Box(*(whole(each, key) for each, key in ((at, "x"), (at, "y"), (size, "cx"), (size, "cy"))))


@dataclass(frozen=True)
class _Reader:
    """Reads the decoration of one part."""

    package: Package
    part: str
    palette: Palette
    own: str = ""
    """What stands for the placeholder's colour of a theme."""
    theme: etree._Element | None = None
    """Whose fills the styles of shapes refer to."""
    ground: Paint = ""
    """What the page has behind all shapes, which a shape may show too."""

    def decorations(self, root: etree._Element) -> Iterator[Decoration]:
        for shape in _shapes(root):
            if _placeholder(shape) is None:
                yield from self._decoration(shape)

    def _decoration(self, shape: etree._Element) -> Iterator[Decoration]:
        properties = shape.find(f"./*/{P}cNvPr")
        if properties is None or properties.get("hidden") in _TRUE:
            return
        kind = etree.QName(shape).localname
        if kind == "grpSp":
            yield from self._group(shape)
        elif place := _place(shape):
            yield self._single(shape, place, kind)

    def _group(self, group: etree._Element) -> Iterator[Decoration]:
        transform = group.find(f"{P}grpSpPr/{A}xfrm")
        outer = _box(transform, "off", "ext") if transform is not None else None
        inner = _box(transform, "chOff", "chExt") if transform is not None else None
        for shape in group:
            if isinstance(shape.tag, str):
                for each in self._decoration(shape):
                    yield replace(each, place=_moved(each.place, inner, outer)) if inner and outer else each

    def _single(self, shape: etree._Element, place: Place, kind: str) -> Decoration:
        look = shape.find(f"{P}spPr")
        if look is None:
            return Decoration(place, "rect", is_opaque=True)
        preset = look.find(f"{A}prstGeom")
        words = "".join(each.text or "" for each in shape.iter(f"{A}t")).strip()
        picture = shape.find(f"{P}blipFill") if kind == "pic" else look.find(f"{A}blipFill")
        return Decoration(
            place,
            geometry=preset.get("prst", "rect") if preset is not None else "custom",
            fill="" if kind == "cxnSp" else self._fill(shape, look),
            line=self._line(shape, look),
            picture=self.pictured(picture) if picture is not None else "",
            crop=_crop(picture),
            has_text=bool(words),
            is_opaque=kind not in ("sp", "pic", "cxnSp"),
            alpha=_alpha(look),
        )

    def paint(self, properties: etree._Element) -> Paint:
        """The fill among some properties; empty where there is none."""
        for each in properties:
            if found := self.painted(each):
                return found
        return ""

    def painted(self, fill: etree._Element) -> Paint:
        """What a fill shows."""
        match etree.QName(fill).localname:
            case "solidFill":
                return self.palette.hex(fill, self.own)
            case "gradFill":
                stops = sorted(fill.iter(f"{A}gs"), key=lambda stop: whole(stop, "pos"))
                return tuple(found for stop in stops if (found := self.palette.hex(stop, self.own)))
            case "pattFill":
                return self.palette.hex(fill.find(f"{A}bgClr"), self.own)
            case _:
                return ""

    def picture(self, properties: etree._Element) -> str:
        """The part with the picture that fills something; empty where there is none."""
        found = properties.find(f"{A}blipFill")
        return self.pictured(found) if found is not None else ""

    def pictured(self, fill: etree._Element) -> str:
        """The part with the picture of a fill; empty where there is none."""
        blip = fill.find(f"{A}blip")
        named = blip.get(f"{R}embed", "") if blip is not None else ""
        return next((link.target for link in self.package.links(self.part) if link.id == named), "")

    def _fill(self, shape: etree._Element, look: etree._Element) -> Paint:
        if shape.get("useBgFill") in _TRUE:
            return self.ground
        return self.paint(look) or self._styled(shape, look)

    def _styled(self, shape: etree._Element, look: etree._Element) -> Paint:
        """The fill of the theme that a shape's style refers to (ECMA-376 part 1, 20.1.4.2.10)."""
        own = self._referred(shape, look, "fillRef")
        if not own or self.theme is None:
            return own
        index = whole(shape.find(f"{P}style/{A}fillRef"), "idx")  # type: ignore[arg-type]
        styles = self.theme.find(f".//{A}bgFillStyleLst" if index > _GROUNDS else f".//{A}fillStyleLst")
        index = index % _GROUNDS - 1
        if styles is None or not 0 <= index < len(styles):
            return own
        return replace(self, own=own).painted(styles[index]) or own

    def _referred(self, shape: etree._Element, look: etree._Element, kind: str) -> str:
        """What a shape's style says where the shape itself says nothing."""
        reference = shape.find(f"{P}style/{A}{kind}")
        if reference is None or reference.get("idx") in (None, "0") or look.find(f"{A}noFill") is not None:
            return ""
        return self.palette.hex(reference)

    def _line(self, shape: etree._Element, look: etree._Element) -> str:
        line = look.find(f"{A}ln")
        if line is not None:
            if line.find(f"{A}noFill") is not None:
                return ""
            if paint := self.paint(line):
                return paint if isinstance(paint, str) else paint[0]
        return self._referred(shape, look if line is None else line, "lnRef")


def _crop(fill: etree._Element | None) -> tuple[float, float, float, float]:
    found = fill.find(f"{A}srcRect") if fill is not None else None
    if found is None:
        return (0.0, 0.0, 0.0, 0.0)
    left, top, right, bottom = (whole(found, side) / 100_000 for side in "ltrb")
    return (left, top, right, bottom)


def _alpha(look: etree._Element) -> float:
    found = look.find(f"{A}solidFill//{A}alpha")
    return whole(found, "val", 100_000) / 100_000 if found is not None else 1.0


def _moved(place: Place, inner: Box, outer: Box) -> Place:
    """A place inside a group as it is outside of it."""
    across = outer.width / inner.width if inner.width else 1
    down = outer.height / inner.height if inner.height else 1
    box = place.box
    return Place(
        Box(
            outer.x + round((box.x - inner.x) * across),
            outer.y + round((box.y - inner.y) * down),
            round(box.width * across),
            round(box.height * down),
        ),
        place.turn,
    )
