"""The workbook behind a chart (ECMA-376 part 1, 18): what PowerPoint opens on 「データの編集」."""

from deckgen.model.frames import ChartBox
from deckgen.writers.pptx.package import Package, Relations
from deckgen.writers.pptx.xml import HEADER, text

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def workbook(chart: ChartBox, heading: str) -> bytes:
    """A sheet with one row a bar: its label (A), its value (B), and the text at its end (C)."""
    package = Package()
    package.relations.to("officeDocument", "/xl/workbook.xml")
    relations = Relations("/xl/workbook.xml")
    sheet = relations.to("worksheet", "/xl/worksheets/sheet1.xml")
    styles = relations.to("styles", "/xl/styles.xml")
    assert styles
    package.add("/xl/workbook.xml", f"{_TYPE}sheet.main+xml", _book(sheet), relations)
    package.add("/xl/worksheets/sheet1.xml", f"{_TYPE}worksheet+xml", _sheet(chart, heading))
    package.add("/xl/styles.xml", f"{_TYPE}styles+xml", _STYLES)
    return package.to_bytes()


def _book(sheet: str) -> str:
    return (
        f'{HEADER}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name="Sheet1" sheetId="1" r:id="{sheet}"/></sheets></workbook>'
    )


def _sheet(chart: ChartBox, heading: str) -> str:
    rows = [_row(1, _text("A1", ""), _text("B1", heading), _text("C1", "ラベル"))]
    for number, bar in enumerate(chart.bars, start=2):
        value = f'<c r="B{number}"><v>{bar.value:.15g}</v></c>'
        rows.append(_row(number, _text(f"A{number}", bar.label), value, _text(f"C{number}", bar.value_text)))
    columns = (
        '<cols><col min="1" max="1" width="32" customWidth="1"/>'
        '<col min="2" max="3" width="18" customWidth="1"/></cols>'
    )
    return f'{HEADER}<worksheet xmlns="{_MAIN}">{columns}<sheetData>{"".join(rows)}</sheetData></worksheet>'


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(reference: str, value: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text(value)}</t></is></c>' if value else ""


_STYLES = (
    f'{HEADER}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Yu Gothic"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
