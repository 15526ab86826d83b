"""The laid-out deck as text: slide, region, lines, sizes. For people, and for tests that compare layouts.

    ## 2 rules (1/3)  当社のルール
    rules, layout body-2, step 5, part 1, 2 min, notes 36 characters, cues 20 characters
      title [17 16 305 22] title
        28 bold ink | 当社のルール
      rule-1-panel [17 41 150 34] rounded surface, line primary 1

Boxes are `x y width height` in mm from the slide's top left corner; sizes of type are in pt. What a box holds or is
drawn as stands behind it, the lines of its text below it.
"""

from collections.abc import Iterator

from deckgen.model.frames import (
    Box,
    ChartBox,
    Cluster,
    Colour,
    Connector,
    Deck,
    FramedParagraph,
    Icon,
    Item,
    Page,
    Picture,
    Placeholder,
    PlotBox,
    QrCode,
    Shape,
    Stroke,
    TableBox,
    TextBody,
    TextBox,
)
from deckgen.units import to_mm, to_pt

_STEP = "  "


def render(deck: Deck) -> str:
    """The whole deck as text, one block a slide."""
    return "\n".join(line for page in deck.pages for line in _page(page))


def _page(page: Page) -> Iterator[str]:
    number, total = page.continuation
    yield f"## {page.number} {page.slide_id}{f' ({number}/{total})' if total > 1 else ''}  {page.title}"
    yield ", ".join(_facts(page))
    for item in page.items:
        yield from _item(item, page.slide_id, _STEP)
    for label, address in page.links:
        yield f"{_STEP}link {address} {label}"
    yield ""


def _facts(page: Page) -> Iterator[str]:
    yield page.kind
    yield f"layout {page.layout}"
    yield f"step {page.step}"
    yield f"part {page.part}"
    yield f"{page.minutes:g} min"
    for name, paragraphs in (("notes", page.notes), ("written", page.written), ("cues", page.cues)):
        if paragraphs:
            yield f"{name} {sum(len(paragraph.plain) for paragraph in paragraphs)} characters"


def _item(item: Item, slide_id: str, indent: str) -> Iterator[str]:
    head = f"{indent}{item.name.removeprefix(f'{slide_id}/')} {_box(item.box)}"
    looks = [look for look in _looks(item) if look]
    yield f"{head} {', '.join(looks)}" if looks else head
    yield from _content(item, slide_id, indent + _STEP)


def _looks(item: Item) -> Iterator[str]:  # noqa: C901 - one case an item
    """What an item is, or is drawn as."""
    match item:
        case TextBox(placeholder=Placeholder() as placeholder):
            yield _filled(placeholder)
        case Shape(geometry=geometry, fill=fill, stroke=stroke, alt=alt, placeholder=placeholder):
            yield _filled(placeholder) if placeholder else ""
            yield f"{geometry} {_colour(fill)}" if fill else geometry
            yield _stroke(stroke)
            yield f"alt {alt}" if alt else ""
        case Icon(icon=icon, colour=colour, alt=alt, disc=disc):
            yield f"icon {icon} {_colour(colour)}{f' on a disc {_colour(disc)}' if disc else ''}"
            yield f"alt {alt}" if alt else ""
        case QrCode(side=side, colour=colour, alt=alt):
            yield f"code of {side} modules {_colour(colour)}"
            yield f"alt {alt}" if alt else ""
        case Picture(format=format_, alt=alt):
            yield f"picture {format_}, alt {alt}"
        case Connector(stroke=stroke, arrow=arrow, start=start, end=end):
            yield f"{'arrow' if arrow else 'line'} from {_point(start)} to {_point(end)}"
            yield _stroke(stroke)
        case TableBox(alt=alt, column_widths=widths, rows=rows):
            yield f"table of {len(rows)} rows, columns {' '.join(f'{to_mm(width):.0f}' for width in widths)}, alt {alt}"
        case ChartBox(alt=alt, size=size):
            yield f"chart {size:g}, alt {alt}"
        case PlotBox(alt=alt, size=size, form=form):
            yield f"{form} chart {size:g}, alt {alt}"
        case Cluster(alt=alt):
            yield f"picture, alt {alt}" if alt else "picture"


def _filled(placeholder: Placeholder) -> str:
    return f"{placeholder.type} {placeholder.index}" if placeholder.index else placeholder.type


def _content(item: Item, slide_id: str, indent: str) -> Iterator[str]:
    match item:
        case TextBox(body=TextBody() as body) | Shape(body=TextBody() as body):
            yield from _lines(body, indent)
        case TableBox(rows=rows, row_heights=heights):
            for row, height in zip(rows, heights, strict=True):
                yield f"{indent}{to_mm(height):.0f} | " + " | ".join("/".join(_plain(cell.body)) for cell in row)
        case ChartBox(bars=bars):
            yield from (f"{indent}{_colour(bar.colour)} | {bar.label}: {bar.value_text}" for bar in bars)
        case PlotBox(categories=categories, series=series):
            yield f"{indent}{' | '.join(categories)}"
            yield from (f"{indent}{each.name}: {' | '.join(f'{value:g}' for value in each.values)}" for each in series)
        case Cluster(items=parts):
            for part in parts:
                yield from _item(part, slide_id, indent)


def _lines(body: TextBody, indent: str) -> Iterator[str]:
    for paragraph in body.paragraphs:
        marker = _marker(paragraph)
        for index, line in enumerate(paragraph.lines):
            yield f"{indent}{_type(paragraph)} | {marker if index == 0 else ' ' * len(marker)}{line.text}"


def _type(paragraph: FramedParagraph) -> str:
    parts = [f"{paragraph.size:g}", "bold" if paragraph.bold else "", _colour(paragraph.colour)]
    parts.append(paragraph.align if paragraph.align != "left" else "")
    return " ".join(part for part in parts if part)


def _marker(paragraph: FramedParagraph) -> str:
    mark = f"{paragraph.number}." if paragraph.number else paragraph.marker
    return f"{'  ' * paragraph.level}{mark} " if mark else ""


def _plain(body: TextBody) -> Iterator[str]:
    for paragraph in body.paragraphs:
        yield from (line.text for line in paragraph.lines)


def _box(box: Box) -> str:
    return f"[{' '.join(f'{to_mm(side):.0f}' for side in (box.x, box.y, box.width, box.height))}]"


def _point(point: tuple[int, int]) -> str:
    return f"{to_mm(point[0]):.0f} {to_mm(point[1]):.0f}"


def _colour(colour: Colour) -> str:
    return f"{colour.role}~{colour.tint:g}" if colour.tint else colour.role


_STROKES = {(False, False): "line", (True, False): "dashes", (False, True): "dots", (True, True): "dashes-dots"}


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    name = _STROKES[stroke.dashed, stroke.dotted]
    return f"{name} {_colour(stroke.colour)} {to_pt(stroke.width):g}"
