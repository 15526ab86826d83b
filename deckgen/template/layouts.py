"""Which layout of a template is for which page: by its placeholders and by what is free on it, never by its name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from deckgen.model.box import Box
from deckgen.model.colours import contrast
from deckgen.model.template import PageKind
from deckgen.template.ground import Ground, ground_of
from deckgen.template.package import P, Package, Unusable, whole
from deckgen.template.shapes import sheets
from deckgen.template.sheet import Offer, Sheet
from deckgen.units import mm, pt

LEAST_AREA = 0.4
"""Share of the page that is free for a page's own content at least."""
_FREE = 0.97
"""Share of a place with nothing on it that counts as free."""
_READ = 4.5
"""Contrast that text has at least: WCAG 2.2, 1.4.3."""
_ROUNDING = mm(2.2)
"""What a place loses where it is counted in dots of a millimetre, and nothing crosses it."""
_FAINT = 0.7
"""Share of a place that is even where faint decoration crosses it; less is a picture."""
LEGIBLE = 3.0
"""Contrast that a title has at least: WCAG 2.2, 1.4.3 for large type."""
_MARK = mm(7)
"""Height of the marks of section and draft."""
_GAP = mm(3)
_SUBTITLE = mm(23)
"""Height of a subtitle of two lines."""
_ROOM: dict[PageKind, float] = {"cover": 1.4, "section": 0.5}
"""Of the height of two lines of a subtitle, what a cover and a divider have free at least for what else they say."""
_THREE_LINES = mm(59)
"""Height of a cover's title of three lines in its largest type."""
_TEXTS = ("body", "obj", "subTitle")
_EDGES = ("dt", "ftr", "sldNum")
_TITLE_PITCH = 1.28
_SMALLEST_TITLE = 14
"""pt on a page of 190.5 mm."""
FULL_HEIGHT = mm(190.5)
"""EMU of a page's height that type sizes are made for."""


@dataclass(frozen=True)
class Candidate:
    """A layout with its ground."""

    sheet: Sheet
    ground: Ground
    title: Offer
    bodies: tuple[Offer, ...]
    """Those for texts, the largest first."""
    edges: tuple[Offer, ...]
    """Date, footer and number."""
    others: int
    """Placeholders for pictures, tables and the like."""

    @property
    def page(self) -> Box:
        """The whole page."""
        return Box(0, 0, *self.sheet.size)

    def edge(self, type_: str) -> Box | None:
        """Where one of date, footer and number stands."""
        return next((offer.place.box for offer in self.edges if offer.type == type_), None)


@dataclass(frozen=True)
class Chosen:
    """The layout of a kind of pages, and where such a page has what."""

    kind: PageKind
    candidate: Candidate
    title: Box
    subtitle: Offer | None
    under: Box | None
    """Where the subtitle stands."""
    body: Offer | None
    area: Box
    mark: Box | None
    """Where the marks of section and draft stand; None where they have no place."""
    ground: str
    """`RRGGBB` behind the area."""
    title_ground: str
    """Behind the title."""
    ink: str
    """Of the title."""
    is_sure: bool

    @property
    def sheet(self) -> Sheet:
        """The layout itself."""
        return self.candidate.sheet


def page_size(package: Package) -> tuple[int, int]:
    """Width and height of a page in EMU. Raises Unusable."""
    found = package.tree(package.presentation).find(f"{P}sldSz")
    width, height = (whole(found, side) if found is not None else 0 for side in ("cx", "cy"))
    if not (mm(25.4) <= width <= mm(1422.4) and mm(25.4) <= height <= mm(1422.4)):
        raise Unusable("template-part-broken", part=package.presentation)
    return width, height


def choose(package: Package) -> dict[PageKind, Chosen]:
    """The layouts of the four kinds of pages. Raises Unusable where one that is needed cannot be found."""
    size = page_size(package)
    found = list(sheets(package, size))
    if not found:
        raise Unusable("template-no-layouts")
    candidates = [each for sheet in found if (each := _candidate(sheet, package, size))]
    if not candidates:
        raise Unusable("template-no-title")
    content = _content(candidates)
    same = [each for each in candidates if each.sheet.master == content.sheet.master]
    plain = _plain(same, content)
    cover = _opening("cover", same, _cover_marks, content)
    section = _opening("section", [each for each in same if each is not cover.candidate], _section_marks, cover)
    return {"cover": cover, "section": section, "content": content, "plain": plain}


def _candidate(sheet: Sheet, package: Package, size: tuple[int, int]) -> Candidate | None:
    """A layout with a title that reads from left to right; None where it has none."""
    titles = [offer for offer in sheet.offers if offer.is_title]
    if len(titles) != 1 or not _is_level(titles[0]) or titles[0].place.box.width <= titles[0].place.box.height:
        return None
    texts = [offer for offer in sheet.offers if offer.type in _TEXTS]
    edges = [offer for offer in sheet.offers if offer.type in _EDGES]
    return Candidate(
        sheet=sheet,
        ground=ground_of(sheet, package, size),
        title=titles[0],
        bodies=tuple(sorted(filter(_is_level, texts), key=lambda offer: -_size(offer.place.box))),
        edges=tuple(filter(_is_level, edges)),
        others=len(sheet.offers) - 1 - len(texts) - len(edges),
    )


def _is_level(offer: Offer) -> bool:
    return not offer.is_vertical and min(offer.place.turn, 360 - offer.place.turn) < 1


def _size(box: Box) -> int:
    return box.width * box.height


# Content -------------------------------------------------------------------------------------------------------------


def _content(candidates: Sequence[Candidate]) -> Chosen:
    """The layout with one body that leaves most room. Raises Unusable with the reason of the best that would not do."""
    having = [each for each in candidates if each.bodies]
    if not having:
        raise Unusable("template-no-content")
    page = having[0].page

    def rank(each: Candidate) -> tuple[bool, float]:
        share = _size(each.bodies[0].place.box) / _size(page)
        return (len(each.bodies) == 1 and not each.others and each.bodies[0].type != "subTitle", share)

    failed: list[Unusable] = []
    for each in sorted(having, key=rank, reverse=True):
        if _size(each.bodies[0].place.box) < _size(page) * LEAST_AREA / 2:
            continue
        try:
            return _page("content", each, each.bodies[0], is_sure=rank(each)[0])
        except Unusable as reason:
            failed.append(reason)
    raise failed[0] if failed else Unusable("template-no-content")


def _page(kind: PageKind, candidate: Candidate, body: Offer | None, *, is_sure: bool) -> Chosen:
    """A page with its title and room for content. Raises Unusable."""
    title = _title_box(candidate)
    area = _free_area(candidate, title, body)
    if body and _size(area) < _size(candidate.page) * LEAST_AREA:
        area = _legible_area(candidate, title, body) or area
    mark = _mark(candidate, title)
    if mark is None:
        mark = Box(area.x, area.y, area.width, _MARK)
        area = Box(area.x, area.y + _MARK + mm(1), area.width, area.height - _MARK - mm(1))
    share = _size(area) / _size(candidate.page)
    if share < LEAST_AREA:
        is_covered = body is not None and candidate.ground.free_share(body.place.box) < 0.5
        code = "template-picture-under" if is_covered else "template-area-small"
        raise Unusable(code, layout=candidate.sheet.name, share=round(share * 100), least=round(LEAST_AREA * 100))
    title_ground = candidate.ground.colour(title)
    _check_ground(candidate, area)
    return Chosen(
        kind=kind, candidate=candidate, title=title, subtitle=None, under=None, body=body, area=area, mark=mark,
        ground=candidate.ground.colour(area), title_ground=title_ground,
        ink=_ink(candidate, title), is_sure=is_sure,
    )  # fmt: skip


def _check_ground(candidate: Candidate, area: Box) -> None:
    """Raises Unusable where no colour can be read on all of an area."""
    palette = candidate.sheet.palette.colours
    colours = (*(palette[name] for name in ("tx1", "bg1", "tx2", "bg2")), "000000", "FFFFFF")
    grounds = {candidate.ground.colour(area), *candidate.ground.extremes(area)}
    best = max(min(contrast(colour, each) for each in grounds) for colour in colours)
    if best < _READ:
        raise Unusable("template-ground", layout=candidate.sheet.name, found=f"{best:.1f}", least=f"{_READ:g}")


def _title_box(candidate: Candidate) -> Box:
    """Where the title stands: its placeholder, or what is free of it; higher where that holds no two lines."""
    ground, box = candidate.ground, _on_page(candidate.title.place.box, candidate.page)
    free = ground.largest_free(box)  # an edge across it parts two grounds, on which one colour is seldom read
    is_parted = max(box.width - free.width, box.height - free.height) > _ROUNDING
    if is_parted and free.height * 2 > box.height and free.width * 2 > box.width:
        box = free
    needed = pt(2 * _TITLE_PITCH * _SMALLEST_TITLE * candidate.page.height / FULL_HEIGHT) + mm(0.5)
    for grown in (
        Box(box.x, box.bottom - needed, box.width, needed),
        Box(box.x, box.y, box.width, needed),
    ):
        if box.height < needed and grown.y > mm(2) and ground.free_share(grown) >= _FREE:
            box = grown
    if box.height < needed:
        raise Unusable("template-title-low", layout=candidate.sheet.name)
    return box


def _on_page(box: Box, page: Box) -> Box:
    """What of a box lies on the page."""
    left, top = max(box.x, mm(4)), max(box.y, mm(2))
    return Box(left, top, max(1, min(box.right, page.width - mm(4)) - left), max(1, min(box.bottom, page.height) - top))


def _free_area(candidate: Candidate, title: Box, body: Offer | None) -> Box:
    """The largest free rectangle for content, between the body's own left and right edges."""
    page = candidate.page
    below = Box(title.x, title.bottom, title.width, page.height - title.bottom)
    box = _on_page(body.place.box, page) if body else below
    top, bottom = round(page.height * 0.05), max(box.bottom, round(page.height * 0.93))
    within = Box(box.x, top, box.width, min(bottom, page.height - mm(4)) - top)
    taken = [_padded(each) for each in (title, *(offer.place.box for offer in candidate.edges))]
    return candidate.ground.largest_free(within, *taken, is_clear=True)


def _legible_area(candidate: Candidate, title: Box, body: Offer) -> Box | None:
    """The body's own place where faint decoration crosses it that texts are read on all the same; None elsewhere."""
    box = _on_page(body.place.box, candidate.page)
    if title.y < box.y < title.bottom + _GAP:
        box = Box(box.x, title.bottom + _GAP, box.width, box.bottom - title.bottom - _GAP)
    others = (title, *(offer.place.box for offer in candidate.edges))
    if (
        candidate.ground.is_taken(box)
        or candidate.ground.free_share(box) < _FAINT
        or any(_meet(box, each) for each in others)
    ):
        return None
    try:
        _check_ground(candidate, box)
    except Unusable:
        return None
    return box


def _padded(box: Box) -> Box:
    return Box(box.x - mm(1), box.y - _GAP, box.width + mm(2), box.height + 2 * _GAP)


def _mark(candidate: Candidate, title: Box) -> Box | None:
    above = Box(title.x, title.y - _MARK, title.width, _MARK)
    is_free = above.y >= mm(3) and candidate.ground.free_share(above) >= _FREE
    return above if is_free and not any(_meet(above, offer.place.box) for offer in candidate.edges) else None


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _ink(candidate: Candidate, box: Box) -> str:
    """What a title is set in: the template's own colour, or the first of its colours that can be read on all of it.

    Raises Unusable where none can.
    """
    grounds = candidate.ground.extremes(box)
    palette = candidate.sheet.palette.colours
    wanted = (candidate.title.colour, *(palette[name] for name in ("tx1", "bg1", "tx2", "bg2")), "FFFFFF", "000000")
    for colour in wanted:
        if min(contrast(colour, each) for each in grounds) >= LEGIBLE:
            return colour
    raise Unusable("template-picture-under", layout=candidate.sheet.name)


def _plain(candidates: Iterable[Candidate], content: Chosen) -> Chosen:
    """A layout without a body whose title lies where that of content pages lies; else that of content pages."""
    bare = (each for each in candidates if not each.bodies and not each.others)
    alike = (each for each in bare if each.title.place == content.candidate.title.place)
    fit = (each for each in alike if each.ground.free_share(content.area) >= _FREE)
    found = next((each for each in fit if each.edges == content.candidate.edges), content.candidate)
    return replace(content, kind="plain", candidate=found, body=None)


# Cover and section ---------------------------------------------------------------------------------------------------


def _cover_marks(each: Candidate) -> float:
    """How much a layout looks like a cover."""
    return (
        4 * (each.title.type == "ctrTitle")
        + 2 * any(offer.type == "subTitle" for offer in each.bodies)
        + (each.sheet.kind == "title")
        + _is_opening(each)
    )


def _section_marks(each: Candidate) -> float:
    """How much a layout looks like a divider."""
    return 4 * (each.sheet.kind == "secHead") + 2 * _is_opening(each) + (len(each.bodies) == 1) - len(each.bodies[1:])


def _is_opening(each: Candidate) -> bool:
    """Whether a layout has a title off the top, and no large body."""
    page, title = each.page, each.title.place.box
    is_off_top = title.y + title.height / 2 > page.height * 0.25
    return is_off_top and not each.others and all(_size(body.place.box) < 0.3 * _size(page) for body in each.bodies)


def _opening(
    kind: PageKind, candidates: Sequence[Candidate], marks: Callable[[Candidate], float], otherwise: Chosen
) -> Chosen:
    """The layout that looks most like one of a kind, where a title can be read on it; else another page's."""
    for each in sorted(candidates, key=marks, reverse=True):
        if marks(each) < 3:
            break
        try:
            found = _opening_page(kind, each, is_sure=marks(each) >= 5)
        except Unusable:
            continue
        if found.area.height >= _two_lines(each) * _ROOM[kind]:
            return found
    return _opening_page(kind, otherwise.candidate, is_sure=False)


def _opening_page(kind: PageKind, candidate: Candidate, *, is_sure: bool) -> Chosen:
    title = _title_box(candidate)
    # A place for one line is not for a subtitle of two.
    small = [offer for offer in candidate.bodies if _size(offer.place.box) < 0.35 * _size(candidate.page)]
    subtitle = small[0] if small else None
    under = _on_page(subtitle.place.box, candidate.page) if subtitle else None
    under = _clear(candidate.ground, replace(under, height=min(under.height, _two_lines(candidate)))) if under else None
    clear = _clear(candidate.ground, title)
    title = _as_high_as_needed(replace(title, x=clear.x, width=clear.width), candidate)
    # A cover says in its own words what footers say elsewhere.
    footers = [offer.place.box for offer in candidate.edges] if kind == "section" else []
    area = _opening_area(candidate, [title, *([under] if under else [])], footers)
    return Chosen(
        kind=kind, candidate=candidate, title=title, subtitle=subtitle, under=under, body=None, area=area, mark=None,
        ground=candidate.ground.colour(area) if _size(area) else candidate.ground.colour(title),
        title_ground=candidate.ground.colour(title), ink=_ink(candidate, title), is_sure=is_sure,
    )  # fmt: skip


def _clear(ground: Ground, box: Box) -> Box:
    """What of a placeholder no decoration crosses, nor touches at its sides, where that is most of it."""
    free = ground.largest_free(Box(box.x - _GAP, box.y, box.width + 2 * _GAP, box.height), is_clear=True)
    free = free.inset(_GAP, 0, _GAP, 0)
    is_crossed = max(box.width - free.width, box.height - free.height) > _ROUNDING
    return free if is_crossed and free.height * 2 > box.height and free.width * 2 > box.width else box


def _as_high_as_needed(box: Box, candidate: Candidate) -> Box:
    """A title's place without what three lines of the largest type leave of it, so that the rest has more room."""
    height = min(box.height, round(_THREE_LINES * candidate.page.height / FULL_HEIGHT))
    spare = {"b": box.height - height, "ctr": (box.height - height) // 2}.get(candidate.title.anchor, 0)
    return replace(box, y=box.y + spare, height=height)


def _two_lines(candidate: Candidate) -> int:
    """The height of a subtitle of two lines."""
    return round(_SUBTITLE * candidate.page.height / FULL_HEIGHT)


def _opening_area(candidate: Candidate, texts: Sequence[Box], footers: Sequence[Box]) -> Box:
    """What is free on a cover or a divider: below title and subtitle where that is enough, else where there is most."""
    page, ground = candidate.page, candidate.ground
    edge = mm(8)
    taken = [_padded(each) for each in (*texts, *footers)]
    below = max(text.bottom for text in texts) + _GAP
    within = Box(edge, edge, page.width - 2 * edge, page.height - 2 * edge)
    areas = [ground.largest_free(within, *taken, is_clear=True)]
    if below < page.height - 3 * edge:
        under = Box(edge, below, within.width, page.height - edge - below)
        areas.insert(0, ground.largest_free(under, *taken, is_clear=True))
    enough = (area for area in areas if area.height >= _two_lines(candidate) * 1.6 and area.width >= page.width * 0.45)
    return next(enough, areas[-1])
