"""Native tables (ECMA-376 part 1, 21.1.3). Every cell carries its own look, so no table style can change it."""

from deckgen.model.frames import Cell, TableBox
from deckgen.writers.pptx.canvas import Canvas, transform
from deckgen.writers.pptx.colours import fill, line
from deckgen.writers.pptx.text import Setting, paragraphs

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
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(table.box, tag='p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr{roles}>'
        f"<a:tableStyleId>{_PLAIN_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}"
        f"</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(table: TableBox, index: int, canvas: Canvas) -> str:
    # Neighbours share an edge: the upper cell's lower line and the lower cell's upper line have to agree.
    above = line(table.rule if index else None, "a:lnT")
    below = line(table.rule, "a:lnB")
    cells = "".join(_cell(cell, above + below, canvas) for cell in table.rows[index])
    return f'<a:tr h="{table.row_heights[index]}">{cells}</a:tr>'


def _cell(cell: Cell, rules: str, canvas: Canvas) -> str:
    left, top, right, bottom = cell.body.insets
    content = paragraphs(cell.body, Setting(canvas.link, canvas.language))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{content}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="{_ANCHORS[cell.body.anchor]}">'
        f"{line(None, 'a:lnL')}{line(None, 'a:lnR')}{rules}{fill(cell.fill)}</a:tcPr></a:tc>"
    )
