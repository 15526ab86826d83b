"""Items of a page as elements of a shape tree: the one place that knows every kind of item."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from deckgen.model.frames import (
    Box,
    Cell,
    ChartBox,
    Cluster,
    Connector,
    Icon,
    Item,
    Picture,
    Placeholder,
    PlotBox,
    QrCode,
    Shape,
    TableBox,
    TextBox,
    shape_of,
)
from deckgen.writers.pptx import placeholders
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.shapes import Fitting, code_freeform, fill, fit, freeform, line, outline, preset, transform
from deckgen.writers.pptx.text import NO_LEVELS, Setting, address_alone, body_properties, paragraphs
from deckgen.writers.pptx.timing import Appearing

# Tables --------------------------------------------------------------------------------------------------------------

_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's built-in style 「スタイルなし、表のグリッド線なし」."""
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table_frame(table: TableBox, canvas: Canvas) -> str:
    """The graphic frame of a table. Cells are read row by row."""
    names = canvas.names(table.name, table.alt, decorative=False)
    roles = (' firstRow="1"' if table.header_row else "") + (' firstCol="1"' if table.header_column else "")
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in table.column_widths)
    rows = "".join(_row(table, index, canvas) for index in range(len(table.rows)))
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{names}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr>{canvas.fills(table.placeholder)}</p:nvGraphicFramePr>"
        f"{transform(table.box, tag='p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr{roles}>'
        f"<a:tableStyleId>{_PLAIN_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}"
        f"</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(table: TableBox, index: int, canvas: Canvas) -> str:
    # Neighbours share an edge: the upper cell's lower line and the lower cell's upper line have to agree.
    above = line(table.rule if index else None, "a:lnT")
    below = line(table.rule, "a:lnB")
    height = table.row_heights[index]
    cells = "".join(_cell(cell, height, above + below, canvas) for cell in table.rows[index])
    return f'<a:tr h="{height}">{cells}</a:tr>'


def _cell(cell: Cell, height: int, rules: str, canvas: Canvas) -> str:
    left, top, right, bottom = cell.body.insets
    content = paragraphs(cell.body, Setting(canvas.link, canvas.language, height, is_cell=True))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{content}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="{_ANCHORS[cell.body.anchor]}">'
        f"{line(None, 'a:lnL')}{line(None, 'a:lnR')}{rules}{fill(cell.fill)}</a:tcPr></a:tc>"
    )


# Items of a page as elements of a shape tree -------------------------------------------------------------------------

_NO_LOOK = "<a:noFill/><a:ln><a:noFill/></a:ln>"


def draw(items: Iterable[Item], canvas: Canvas) -> str:
    """The items in the order given, which is reading order and stacking order."""
    return "".join(_drawn(item, canvas) for item in items)


def _drawn(item: Item, canvas: Canvas) -> str:
    """The element of an item; its id, the next that is given, is noted where it appears on a click."""
    if item.click:
        body = item.body if isinstance(item, TextBox | Shape) else None
        has_ground = isinstance(item, Shape) and (item.fill or item.stroke) is not None
        canvas.clicks.setdefault(item.click, []).append(Appearing(canvas.shapes + 1, body is not None, has_ground))
    return _draw(item, canvas)


def _draw(item: Item, canvas: Canvas) -> str:  # noqa: C901 - one case an item
    match item:
        case TextBox():
            return _text_box(item, canvas)
        case Shape():
            return _shape(item, canvas)
        case Icon():
            return _icon(item, canvas)
        case QrCode():
            return _code(item, canvas)
        case Picture():
            return _picture(item, canvas)
        case Connector():
            return _connector(item, canvas)
        case TableBox():
            return table_frame(item, canvas)
        case PlotBox():
            from deckgen.writers.pptx.plots import plot_frame

            return plot_frame(item, canvas)
        case ChartBox():
            # With the workbook's library: 20 ms that only decks with a chart pay.
            from deckgen.writers.pptx.charts import chart_frame

            return chart_frame(item, canvas)
        case Cluster():
            return _cluster(item, canvas)
        case _:
            assert_never(item)


def _text_box(item: TextBox, canvas: Canvas) -> str:
    if item.placeholder:
        return _placeholder(item, item.placeholder, canvas)
    body = body_properties(item.body.insets, item.body.anchor)
    address = address_alone(item.body)
    content = paragraphs(item.body, Setting(None if address else canvas.link, canvas.language, item.box.height))
    names = canvas.names(item.name, address=address, leads_to=item.leads_to)
    return (
        f'<p:sp><p:nvSpPr>{names}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform(item.box)}{preset('rect')}{_NO_LOOK}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle/>{content}</p:txBody></p:sp>"
    )


def _placeholder(item: TextBox | Shape, placeholder: Placeholder, canvas: Canvas) -> str:
    """A text in its placeholder: says only what its layout does not say."""
    shape, offered = shape_of(item), canvas.offered.get(placeholder)
    assert shape.body is not None
    ground = offered.shape if offered else None
    fitting = fit(shape) if isinstance(item, Shape) else Fitting(shape.body.insets, keep_lines=False)
    address = address_alone(shape.body)
    setting = Setting(
        None if address else canvas.link,
        canvas.language,
        item.box.height,
        fitting.keep_lines,
        canvas.number if placeholder.type == "slide-number" else None,
        offered.levels if offered else NO_LEVELS,
        has_marked_levels=bool(canvas.levels),
    )
    names = canvas.names(item.name, shape.alt, address=address, leads_to=item.leads_to)
    return (
        f'<p:sp><p:nvSpPr>{names}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"{canvas.fills(placeholder)}</p:nvSpPr>"
        f"<p:spPr>{placeholders.properties(shape, ground)}</p:spPr>"
        f"<p:txBody>{placeholders.body(shape, ground, fitting)}<a:lstStyle>{canvas.levels}</a:lstStyle>"
        f"{paragraphs(shape.body, setting)}"
        "</p:txBody></p:sp>"
    )


def _shape(item: Shape, canvas: Canvas) -> str:
    has_text = item.body is not None and bool(item.body.paragraphs)
    if item.placeholder and has_text:
        return _placeholder(item, item.placeholder, canvas)
    names = canvas.names(item.name, item.alt, decorative=not has_text, leads_to=item.leads_to)
    return (
        f"<p:sp><p:nvSpPr>{names}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(item.box)}{outline(item)}{fill(item.fill)}{line(item.stroke)}</p:spPr>"
        f"{_shape_text(item, canvas) if has_text else ''}</p:sp>"
    )


def _shape_text(item: Shape, canvas: Canvas) -> str:
    assert item.body is not None
    fitting = fit(item)
    body = body_properties(fitting.insets, item.body.anchor, wrap=not fitting.keep_lines)
    setting = Setting(canvas.link, canvas.language, item.box.height, fitting.keep_lines)
    content = paragraphs(item.body, setting)
    return f"<p:txBody>{body}<a:lstStyle/>{content}</p:txBody>"


def _icon(item: Icon, canvas: Canvas) -> str:
    look = freeform(canvas.store.theme.icons, item.icon, item.colour, item.inner.width, item.disc)
    if look is None:
        disc = Shape(box=item.box, name=f"{item.name}-disc", geometry="ellipse", fill=item.disc)
        bare = replace(item, box=item.inner, disc=None, alt=None)
        return _cluster(Cluster(box=item.box, name=item.name, items=(disc, bare), alt=item.alt), canvas)
    return (
        f"<p:sp><p:nvSpPr>{canvas.names(item.name, item.alt, decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(item.box)}{look}</p:spPr></p:sp>"
    )


def _code(item: QrCode, canvas: Canvas) -> str:
    return (
        f"<p:sp><p:nvSpPr>{canvas.names(item.name, item.alt, decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(item.box)}{code_freeform(item)}</p:spPr></p:sp>"
    )


def _picture(item: Picture, canvas: Canvas) -> str:
    relation = canvas.picture(item)
    locks = ' noGrp="1"' if item.placeholder else ""
    return (
        f"<p:pic><p:nvPicPr>{canvas.names(item.name, item.alt, decorative=True)}"
        f'<p:cNvPicPr><a:picLocks{locks} noChangeAspect="1"/></p:cNvPicPr>{canvas.fills(item.placeholder)}</p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(item.box)}{preset('rect')}</p:spPr></p:pic>"
    )


def _connector(item: Connector, canvas: Canvas) -> str:
    (x1, y1), (x2, y2) = item.start, item.end
    flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if item.arrow else ""
    names = canvas.names(item.name, item.alt, decorative=True)
    look = f"{preset('straightConnector1')}{line(item.stroke, ends=head)}"
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{names}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{transform(box, flips)}{look}</p:spPr></p:cxnSp>"
    )


def _cluster(item: Cluster, canvas: Canvas) -> str:
    box = item.box
    names = canvas.names(item.name, item.alt, decorative=not _tells(item))
    inner = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/>'
    place = transform(box).replace("</a:xfrm>", f"{inner}</a:xfrm>")
    parts = "".join(_part(part, item, canvas) for part in item.items)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{names}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{place}</p:grpSpPr>{parts}</p:grpSp>"
    )


def _part(part: Item, cluster: Cluster, canvas: Canvas) -> str:
    """A part of a group. A screen reader hears what the group's description tells, and of that nothing again."""
    is_text = isinstance(part, TextBox) or (isinstance(part, Shape) and part.body is not None)
    canvas.is_described = cluster.alt is not None and not (cluster.is_read and is_text)
    drawn = _draw(part, canvas)
    canvas.is_described = False
    return drawn


def _tells(cluster: Cluster) -> bool:
    """Whether something in the cluster speaks for itself: text, or a description of its own."""
    return any(
        isinstance(item, TextBox) or item.alt or (isinstance(item, Shape) and item.body is not None)
        for item in cluster.items
    )
