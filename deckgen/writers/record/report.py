"""The report: what was taught to whom, with what, and what came of it; boxes for seals at its head."""

from collections.abc import Sequence

from deckgen.text.dates import japanese_date
from deckgen.writers.handout.articles import duration
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.grid import Cell, Grid
from deckgen.writers.paper.heads import BODY_LOOK, SMALL_LOOK, draw_heading, draw_title
from deckgen.writers.paper.seals import draw_seals
from deckgen.writers.paper.sizes import CODE, LABEL, SMALL
from deckgen.writers.paper.tools import Tools
from deckgen.writers.record.contents import EDITED, EXPECTED, Contents
from deckgen.writers.typeset.lengths import mm

NAME = "教育実施報告書"

_LABELS = mm(30)
_HEAD = Look(LABEL, bold=True, colour="ink")
_CENTRED = Look(SMALL, align="center")
_CENTRED_HEAD = Look(LABEL, bold=True, colour="ink", align="center")
_RIGHT = Look(SMALL, align="right")
_PEOPLE = Look(SMALL, colour="muted", align="right")
"""Of a unit behind a blank."""
_CODE = Look(CODE)
_ROW = mm(7.5)
_WHOLE = 0.4
"""Share of a sheet up to which a table is kept in one piece."""
_BETWEEN = mm(6.5)
_AFTER_HEADING = 5.0
_WRITING = mm(17)
"""A cell to write some sentences into."""
_HALF = 32
"""Digits of a checksum on a line."""


def compose_report(contents: Contents) -> Book:
    """The sheets of the report."""
    book = Book(Tools(contents.publication))
    _head(book, contents)
    _pairs(book, contents.particulars())
    _sessions(book, contents)
    _lessons(book, contents)
    _topics(book, contents)
    _results(book, contents)
    _files(book, contents)
    return book


def _head(book: Book, contents: Contents) -> None:
    left, foot = draw_seals(book, contents.approvals)
    draw_title(book, NAME, left - mm(6))
    company = contents.publication.course.company_name
    book.y = book.canvas.text(company, BODY_LOOK, 0, book.y + 4, left - mm(6))
    book.y = max(book.y, foot) + mm(6)


def _pairs(book: Book, rows: Sequence[tuple[str, str]], least: float = _ROW) -> None:
    grid = Grid(book.tools, (_LABELS, book.page.width - _LABELS), SMALL_LOOK, _HEAD, least)
    grid.flow(book, 0, [(Cell(label, "row"), Cell(value)) for label, value in rows])


def _section(book: Book, title: str, grid: Grid, rows: Sequence[Sequence[Cell]], head: Sequence[Cell]) -> None:
    """A heading with its table; the heading never stands alone at the foot of a sheet."""
    book.y += _BETWEEN
    whole = grid.height([head, *rows])
    book.need(mm(10) + (whole if whole < _WHOLE * book.page.height else grid.height([head, *rows[:2]])))
    draw_heading(book, title)
    book.y += _AFTER_HEADING
    grid.flow(book, 0, rows, head)


def _sessions(book: Book, contents: Contents) -> None:
    sessions = contents.sessions()
    if not sessions:
        return
    fixed = (mm(8), mm(30), mm(26), mm(34), mm(30), mm(18))
    widths = (*fixed[:-1], book.page.width - sum(fixed), fixed[-1])
    names = ("回", "日", "時間", "場所", "講師", "対象", "受講者")
    grid = Grid(book.tools, widths, SMALL_LOOK, _HEAD, _ROW, padding=(3, 2.5))
    rows = [
        (
            Cell(str(each.number), "row", _CENTRED),
            Cell(japanese_date(each.day) if each.day else ""),
            *map(Cell, (each.time, each.place, each.trainer, each.audience)),
            Cell("人", look=_PEOPLE),
        )
        for each in sessions
    ]
    _section(book, "実施した回", grid, rows, tuple(Cell(name, "col", _CENTRED_HEAD) for name in names))


def _lessons(book: Book, contents: Contents) -> None:
    width = book.page.width
    grid = Grid(book.tools, (width - mm(70), mm(40), mm(30)), SMALL_LOOK, _HEAD, padding=(5, 2.5))
    head = (Cell("内容", "col"), Cell("スライド", "col", _CENTRED_HEAD), Cell("時間", "col", _CENTRED_HEAD))
    rows = [
        (Cell(lesson.title), Cell(lesson.slides, look=_CENTRED), Cell(lesson.time, look=_RIGHT))
        for lesson in contents.lessons()
    ]
    total = Look(SMALL, bold=True, align="right")
    rows.append((Cell("合計", look=Look(SMALL, bold=True)), Cell(), Cell(duration(contents.minutes), look=total)))
    _section(book, "内容と時間", grid, rows, head)


def _topics(book: Book, contents: Contents) -> None:
    topics = contents.topics()
    if not topics:
        return
    width = book.page.width
    grid = Grid(book.tools, (mm(50), mm(62), width - mm(112)), SMALL_LOOK, _HEAD, padding=(5, 3))
    head = tuple(Cell(name, "col") for name in ("必ず取り上げる事項", "根拠", "取り上げたスライド"))
    rows = [(Cell(topic.label, "row", Look(SMALL)), Cell(topic.source), Cell(topic.slides)) for topic in topics]
    _section(book, "必ず取り上げる事項", grid, rows, head)


def _results(book: Book, contents: Contents) -> None:
    """Blanks for what is known only afterwards."""
    quiz = contents.publication.course.quiz
    book.y += _BETWEEN
    book.need(mm(60) + 5 * _WRITING)
    draw_heading(book, "受講の結果")
    book.y += _AFTER_HEADING
    names = (EXPECTED, "当日の出席", "当日の欠席", "うち補講", "未受講", "受講率")
    _blank_row(book, names, ("人", "人", "人", "人", "人", "％"))
    if quiz:
        passed, mean = f"合格（{quiz.pass_points}点以上）", f"平均点（{len(quiz.items)}点満点）"
        tried = ("受験した人", passed, "うち再試験で合格", "不合格", "合格率", mean)
        book.y += 4
        _blank_row(book, tried, ("人", "人", "人", "人", "％", "点"))
    book.y += 4
    rows = [("欠席した人", ""), ("補講（日・方法）", contents.makeup), ("再教育", contents.retraining)]
    rows += [("評価・気づいたこと", ""), ("次回に向けた改善", "")]
    book.need(2 * _WRITING)
    _pairs(book, rows, _WRITING)


def _blank_row(book: Book, names: Sequence[str], units: Sequence[str]) -> None:
    widths = tuple(book.page.width / len(names) for _ in names)
    grid = Grid(book.tools, widths, SMALL_LOOK, _HEAD, mm(6))
    head = tuple(Cell(name, "col", _CENTRED_HEAD) for name in names)
    grid.flow(book, 0, [tuple(Cell(unit, look=_PEOPLE) for unit in units)], head)


def _files(book: Book, contents: Contents) -> None:
    if not contents.made:
        return
    width = book.page.width
    grid = Grid(book.tools, (width - mm(88), mm(22), mm(66)), SMALL_LOOK, _HEAD, padding=(5, 2.5))
    head = (Cell("ファイル", "col"), Cell("枚数", "col", _CENTRED_HEAD), Cell("SHA-256", "col"))
    units = {"slides": "枚", "pages": "ページ", "sheets": "シート"}
    rows = [
        (
            Cell(file.name, "row", Look(LABEL)),
            Cell(EDITED if file.is_edited else f"{file.count}{units[file.unit]}", look=_CENTRED),
            Cell(f"{file.sha256[:_HALF]}\n{file.sha256[_HALF:]}", look=_CODE),
        )
        for file in contents.made
    ]
    _section(book, "使った資料", grid, rows, head)
