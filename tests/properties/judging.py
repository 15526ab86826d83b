"""What must hold on every page, whatever is written on it. Each judgement raises AssertionError with what it saw."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import combinations, pairwise

from deckgen.model.blocks import ChartBlock
from deckgen.model.course import MergedSlide
from deckgen.model.frames import (
    Box,
    ChartBox,
    Cluster,
    Connector,
    Deck,
    FramedParagraph,
    Icon,
    Item,
    Page,
    Picture,
    PlotBox,
    Shape,
    TableBox,
    TextBody,
    TextBox,
)
from deckgen.model.pieces import ContactRow
from deckgen.model.slots import Case, Missing, told
from deckgen.model.text import Paragraph, Text
from deckgen.model.theme import Theme
from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from deckgen.units import pt
from deckgen.wording import Wording

CHROME = ("title", "section", "footer", "date", "slide-number", "logo", "logo-plate")
"""What every page repeats, by the end of its name."""


@dataclass(frozen=True, slots=True)
class Area:
    """A text with the room that it has on the page."""

    name: str
    box: Box
    body: TextBody


def flattened(items: Iterable[Item]) -> Iterator[Item]:
    """The items, those of pictures among them."""
    for item in items:
        yield item
        if isinstance(item, Cluster):
            yield from flattened(item.items)
        elif isinstance(item, PlotBox):
            yield from flattened(item.parts)


def areas(items: Iterable[Item]) -> Iterator[Area]:
    """Every text of some items."""
    for item in flattened(items):
        if isinstance(item, TextBox) or (isinstance(item, Shape) and item.body):
            assert item.body is not None
            yield Area(item.name, item.box, item.body)
        elif isinstance(item, TableBox):
            yield from _cells(item)


def _cells(table: TableBox) -> Iterator[Area]:
    assert sum(table.column_widths) == table.box.width
    assert sum(table.row_heights) == table.box.height
    y = table.box.y
    for row, height in zip(table.rows, table.row_heights, strict=True):
        x = table.box.x
        for cell, width in zip(row, table.column_widths, strict=True):
            yield Area(table.name, Box(x, y, width, height), cell.body)
            x += width
        y += height


def is_chrome(name: str) -> bool:
    """Whether an item is part of every page's frame."""
    return name.rsplit("/", 1)[-1] in CHROME


# One page -----------------------------------------------------------------------------------------------------------


def judge_page(page: Page, theme: Theme) -> None:
    """Everything that one page must fulfil."""
    is_full = page.kind in ("cover", "section")
    for item in flattened(page.items):
        _inside(item, Box(0, 0, theme.grid.page_width, theme.grid.page_height))
        if not is_full and not is_chrome(item.name):
            _inside(item, _body_region(theme))
    for area in areas(page.items):
        for paragraph in area.body.paragraphs:
            assert paragraph.size >= theme.smallest, (area.name, paragraph.size)
            rejoin(paragraph)
            keep_the_rules(paragraph)
            within_measure(paragraph, area)
        _stacked(area)
    _named(page)
    _apart(page)
    _in_reading_order(page)
    _placeholders(page)


def _body_region(theme: Theme) -> Box:
    grid = theme.grid
    return Box(grid.margin, grid.body_top, grid.page_width - 2 * grid.margin, grid.body_bottom - grid.body_top)


def _inside(item: Item, region: Box) -> None:
    box = item.box
    assert box.width >= 0, (item.name, box)
    assert box.height >= 0, (item.name, box)
    assert isinstance(item, Connector) or (box.width and box.height), (item.name, box)
    assert region.x <= box.x, (item.name, box, region)
    assert region.y <= box.y, (item.name, box, region)
    assert box.right <= region.right, (item.name, box, region)
    assert box.bottom <= region.bottom, (item.name, box, region)


def rejoin(paragraph: FramedParagraph) -> None:
    """The lines of a paragraph hold its very characters."""
    assert "".join(line.text for line in paragraph.lines) == "".join(run.text for run in paragraph.runs)


def keep_the_rules(paragraph: FramedParagraph) -> None:
    """No line opens or ends with a forbidden character, but where every cut of the line would break a rule."""
    for line, following in pairwise(paragraph.lines):
        text, after = line.text.rstrip(), following.text
        if not text or not after or not (after[0] in NOT_AT_START or text[-1] in NOT_AT_END):
            continue
        whole = line.text + after[0]
        legal = [at for at in range(1, len(whole)) if _is_legal(whole, at)]
        assert not legal, (line.text, following.text)


def _is_legal(text: str, at: int) -> bool:
    before, after = text[:at].rstrip()[-1:], text[at]
    return (
        after not in NOT_AT_START
        and before not in NOT_AT_END
        and not after.isspace()
        and after not in "\u3099\u309a\ufe0f\u200d"
    )


def within_measure(paragraph: FramedParagraph, area: Area) -> None:
    """No line is wider than the room that is left for it, less the margin for other programs' rounding."""
    left, _, right, _ = area.body.insets
    stand_in = paragraph.hanging + pt(paragraph.size) * paragraph.level
    room = area.box.width - left - right - stand_in
    for line in paragraph.lines:
        assert line.width <= room * 0.975 + 2, (area.name, line.text, line.width, room)
        for fragment in line.fragments[:1]:
            assert fragment.x >= stand_in, (area.name, line.text)
            assert fragment.x + line.width <= room + stand_in, (area.name, line.text)
        assert sum(fragment.width for fragment in line.fragments) >= line.width - 2 * len(line.fragments)


def _stacked(area: Area) -> None:
    """Lines follow one another from the top of the area to its foot, none on another."""
    _, top, _, foot = area.body.insets
    y = 0
    for paragraph in area.body.paragraphs:
        for index, line in enumerate(paragraph.lines):
            space = pt(paragraph.space_before) if index == 0 and y else 0
            assert line.top >= y + space, (area.name, line.text)
            assert line.height == pt(paragraph.pitch), (area.name, line.text)
            y = line.top + line.height
    assert y <= area.box.height - top - foot, (area.name, y, area.box)


def _named(page: Page) -> None:
    """Every item has a name of its own, which begins with its slide's."""
    names = [item.name for item in flattened(page.items)]
    assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
    assert all(name.startswith(f"{page.slide_id}/") for name in names)


def _told(page: Page) -> list[tuple[str, Box]]:
    """What a reader takes in: texts, tables, charts and pictures, each with its box; a card with the icon on it."""
    cards = [item for item in page.items if isinstance(item, Shape) and item.body]
    told = []
    for item in page.items:
        is_text = isinstance(item, TextBox) or (isinstance(item, Shape) and item.body)
        is_drawn = isinstance(item, (TableBox, ChartBox, PlotBox, Cluster, Picture, Icon))
        if is_text or (is_drawn and not any(_holds(card.box, item.box) for card in cards)):
            told.append((item.name, item.box))
    return told


def _holds(box: Box, inner: Box) -> bool:
    return box.x <= inner.x and box.y <= inner.y and inner.right <= box.right and inner.bottom <= box.bottom


def _apart(page: Page) -> None:
    for (name, box), (other, beside) in combinations(_told(page), 2):
        assert not (_across(box, beside) and _above_and_below(box, beside)), (name, box, other, beside)
    _icons_beside_their_texts(page)


def _icons_beside_their_texts(page: Page) -> None:
    """The icon on a card hides none of its lines, and follows the card, below which it would be hidden."""
    for at, card in enumerate(page.items):
        if not isinstance(card, Shape) or not card.body:
            continue
        for index, item in enumerate(page.items):
            if isinstance(item, (Icon, Cluster)) and _holds(card.box, item.box):
                assert index > at, (card.name, item.name)
                for line in _lines(card.box, card.body):
                    assert not (_across(line, item.box) and _above_and_below(line, item.box)), (item.name, line)


def _lines(box: Box, body: TextBody) -> Iterator[Box]:
    """Where each line of a text stands."""
    left, top, _, _ = body.insets
    for paragraph in body.paragraphs:
        for line in paragraph.lines:
            x = line.fragments[0].x if line.fragments else 0
            yield Box(box.x + left + x, box.y + top + line.top, line.width, line.height)


def _in_reading_order(page: Page) -> None:
    """Of two things in one column the upper comes first; of two side by side the left one.

    The mark of the section and the company's logo stand over the title, and are read after it.
    """
    told = [each for each in _told(page) if not each[0].endswith(("/section", "/logo"))]
    for (name, box), (other, later) in combinations(told, 2):
        if _across(box, later):
            assert box.bottom <= later.y, (name, box, other, later)
        elif _above_and_below(box, later):
            assert box.right <= later.x, (name, box, other, later)


def _across(box: Box, other: Box) -> bool:
    return box.x < other.right and other.x < box.right


def _above_and_below(box: Box, other: Box) -> bool:
    return box.y < other.bottom and other.y < box.bottom


def _placeholders(page: Page) -> None:
    boxes = [item for item in page.items if isinstance(item, TextBox | Shape) and item.placeholder]
    kinds = [(item.placeholder.type, item.placeholder.index) for item in boxes if item.placeholder]
    assert len(kinds) == len(set(kinds)), kinds
    assert ("title", 0) in kinds, kinds
    bodies = [index for kind, index in kinds if kind == "body"]
    assert bodies == list(range(1, len(bodies) + 1)), bodies


# All pages of a slide -----------------------------------------------------------------------------------------------

REPEATED = frozenset((
    "title",  # of the slide, with （2/3）
    "luggage", "person-label", "origin-label", "destination-*-label",  # the picture of a change map
    "setting",  # the place of a case
    "setting-*",  # of a risk map
    "question",  # of a discussion
    "heading", "side-*", "term-*", "event-*", "quote",  # of a block that runs on
    "head",  # of an organisation chart that runs on
    "group-*", "topic-*", "rule-*", "report-items",  # headed by what a list that runs on belongs to
    "point-*", "text",  # of a point that runs on, and of what is set as running text
    "list",  # what the entries of its own that run on belong to
    "table",  # the header row
    "contact-*", "contacts",  # first, and in full
    "action-*",  # for which case a step is that runs on
))  # fmt: skip
"""What stands on more than one page of a slide."""
JOINED = frozenset(("callout", "reference-*"))
"""Where several short texts stand on one line: whom to call and the number, publisher and edition."""


def judge_slide(slide: MergedSlide, pages: Sequence[Page]) -> None:
    """Every text of the slide stands on its pages, whole and in order."""
    assert [page.continuation for page in pages] == [(at, len(pages)) for at in range(1, len(pages) + 1)]
    shown = _by_place(pages)
    for text in shown_texts(slide, has_lanes=slide.kind == "emergency"):
        names, found = shown.get(text.place, (set(), ""))
        if {_pattern(name) for name in names} <= JOINED:
            assert _characters(text) in visible(pages), (text.plain, [page.layout for page in pages])
            continue
        found, whole = found.replace("（続き）", ""), _characters(text)
        times = len(found) // len(whole) if whole else 1
        # A text of a chart stands there with a figure, a unit or a day.
        is_charted = slide.kind == "chart" or all(name == "source" or name.startswith("chart-") for name in names)
        assert whole in found if is_charted else _is_whole(whole, found, times, pages), (whole, found)
        if times > 1 and not is_charted:
            assert {_pattern(name) for name in names} <= REPEATED, (names, text.plain)
    _lists_in_order(slide, list(shown))


def _is_whole(whole: str, found: str, times: int, pages: Sequence[Page]) -> bool:
    """Whether a text is there from end to end; on further pages what it belongs to may stand over the rest of it, and
    a step for one case may stand apart from the case.
    """
    if found == whole * times:
        return True
    if found.startswith(f"{whole}："):  # with its figure, where a chart is running text
        return True
    if whole.startswith(f"{found}："):
        return whole[len(found) + 1 :] in visible(pages)
    rest = iter(found)
    return len(pages) > 1 and len(found) > len(whole) and all(character in rest for character in whole)


def _by_place(pages: Sequence[Page]) -> dict[object, tuple[set[str], str]]:
    """The characters of each text as its pages show them, in reading order, with the names of what holds them."""
    names: dict[object, set[str]] = defaultdict(set)
    found: dict[object, str] = defaultdict(str)
    for page in pages:
        for area in areas(page.items):
            if is_chrome(area.name):
                continue
            for paragraph in area.body.paragraphs:
                names[paragraph.place].add(area.name.rsplit("/", 1)[-1])
                found[paragraph.place] += "".join(line.text for line in paragraph.lines)
        for item in page.items:
            if isinstance(item, ChartBox):
                found[item.name] += "".join(f"{bar.label}{bar.value_text}" for bar in item.bars)
    return {place: (names[place], text) for place, text in found.items()}


def _pattern(name: str) -> str:
    return "-".join("*" if part.isdigit() else part for part in name.split("-"))


def _characters(text: Text) -> str:
    """As a deck shows them: readings in brackets."""
    return "".join(
        f"{run.text}（{run.ruby}）" if run.ruby else run.text for paragraph in text.paragraphs for run in paragraph.runs
    )


def shown_texts(value: object, *, has_lanes: bool = False) -> Iterator[Text]:
    """The texts of a slide that its pages are to show in text boxes; a step for one case is one text but in a lane."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Case) and not has_lanes:
        yield told(value, Wording())
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from shown_texts(part, has_lanes=has_lanes)
    elif isinstance(value, ChartBlock) and len(value.series) == 1:
        # A single series is named in the chart's figures alone: there is nothing to tell it from.
        yield from shown_texts((value.heading, value.categories, value.source))
    elif is_dataclass(value) and not isinstance(value, Missing):
        for each in fields(value):
            if each.name not in ("title", "notes", "cues", "bars", "answer") or type(value).__name__ == "Reference":
                yield from shown_texts(getattr(value, each.name), has_lanes=has_lanes)


def _lists_in_order(value: object, order: list[object]) -> None:
    if isinstance(value, tuple):
        # The line for nights stands beside the first step, before contacts that are listed above it.
        listed = [part for part in value if not (isinstance(part, ContactRow) and part.after_hours)]
        firsts = [next(shown_texts(part), None) for part in listed]
        positions = [order.index(text.place) for text in firsts if text is not None and text.place in order]
        assert positions == sorted(positions), positions
        for part in value:
            _lists_in_order(part, order)
    elif is_dataclass(value) and not isinstance(value, (Text, Paragraph, Missing)):
        for each in fields(value):
            _lists_in_order(getattr(value, each.name), order)


def visible(pages: Iterable[Page]) -> str:
    """All characters that some pages show, item after item."""
    parts: list[str] = []
    for page in pages:
        for area in areas(page.items):
            parts += ["".join(line.text for line in paragraph.lines) for paragraph in area.body.paragraphs]
        for item in page.items:
            if isinstance(item, ChartBox):
                parts += [text for bar in item.bars for text in (bar.label, bar.value_text)]
    return "\n".join(parts)


def judge_deck(deck: Deck) -> None:
    """Pages are numbered one after the other."""
    assert [page.number for page in deck.pages] == list(range(1, len(deck.pages) + 1))
