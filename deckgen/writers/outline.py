"""The laid-out deck as text: slide, region, lines, sizes. For people, and for tests that compare layouts."""

from collections.abc import Iterator

from deckgen.model.frames import (
    Box,
    ChartBox,
    Cluster,
    Deck,
    Icon,
    Item,
    Page,
    Picture,
    Shape,
    TableBox,
    TextBody,
    TextBox,
)
from deckgen.units import to_mm


def render(deck: Deck) -> str:
    """The whole deck as text, one block a slide."""
    return "\n".join(line for page in deck.pages for line in _page(page))


def _page(page: Page) -> Iterator[str]:
    part = f" ({page.continuation[0]}/{page.continuation[1]})" if page.continuation[1] > 1 else ""
    yield f"## {page.number} {page.slide_id}{part} [{page.kind}, {page.layout}, step {page.step}]"
    for item in page.items:
        yield from _item(item, "")
    yield f"notes: {sum(len(paragraph.plain) for paragraph in page.notes)} characters, {page.minutes:g} min"
    yield ""


def _item(item: Item, indent: str) -> Iterator[str]:
    match item:
        case TextBox(box=box, name=name, body=body):
            yield f"{indent}{_head(name, box)}"
            yield from _lines(body, indent)
        case Shape(box=box, name=name, body=TextBody() as body):
            yield f"{indent}{_head(name, box)}"
            yield from _lines(body, indent)
        case TableBox():
            yield f"{indent}{_head(item.name, item.box)} table {len(item.rows)}x{len(item.column_widths)}"
            for row in item.rows:
                yield f"{indent}  | " + " | ".join("/".join(_plain(cell.body)) for cell in row)
        case ChartBox():
            yield f"{indent}{_head(item.name, item.box)} chart"
            yield from (f"{indent}  {bar.label}: {bar.value_text}" for bar in item.bars)
        case Cluster():
            yield f"{indent}{_head(item.name, item.box)} picture: {item.alt or ''}"
            for part in item.items:
                yield from _item(part, indent + "  ")
        case Picture(box=box, name=name, alt=alt):
            yield f"{indent}{_head(name, box)} picture: {alt}"
        case Icon(box=box, name=name, icon=icon):
            yield f"{indent}{_head(name, box)} icon {icon}"
        case _:
            return


def _head(name: str, box: Box) -> str:
    sides = " ".join(f"{to_mm(side):.0f}" for side in (box.x, box.y, box.width, box.height))
    return f"{name} [{sides}]"


def _lines(body: TextBody, indent: str) -> Iterator[str]:
    for paragraph in body.paragraphs:
        marker = f"{paragraph.number}. " if paragraph.number else f"{paragraph.marker} " if paragraph.marker else ""
        weight = " bold" if paragraph.bold else ""
        for index, line in enumerate(paragraph.lines):
            yield f"{indent}  {paragraph.size:g}pt{weight} | {marker if index == 0 else ' ' * len(marker)}{line.text}"


def _plain(body: TextBody) -> Iterator[str]:
    for paragraph in body.paragraphs:
        yield "".join(line.text for line in paragraph.lines)
