"""The sheets of the report: what is compared, how much changed, then section by section what was and what is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from deckgen.model.changes import Change, Comparison, Detail, Entry, Section, Side
from deckgen.model.text import Paragraph, Run, Text
from deckgen.model.theme import Theme
from deckgen.text.dates import fiscal_year, japanese_date
from deckgen.writers.changes.heads import count_words, reason_words, reviewed, size_words
from deckgen.writers.changes.report.imprint import publication_of
from deckgen.writers.changes.report.table import PADDING, Columns, Group, Row
from deckgen.writers.changes.report.table import Cell as SetCell
from deckgen.writers.changes.report.wording import marked_run, set_marked, side_text, whole_text
from deckgen.writers.changes.words import CHANGES, SECTIONS, echo_words, entry_words, pick, place_words, value_words
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.grid import Cell, Grid
from deckgen.writers.paper.heads import BODY_LOOK, SMALL_LOOK, draw_heading, draw_title
from deckgen.writers.paper.seals import draw_seals
from deckgen.writers.paper.sizes import LABEL, SMALL
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.lengths import mm

NAME = "新旧対照表"
_APPROVALS = ("作成", "確認", "承認")
_WAYS: tuple[Change, ...] = ("added", "removed", "changed", "moved")

_HEAD = Look(LABEL, bold=True, colour="ink")
_CENTRED_HEAD = Look(LABEL, bold=True, colour="ink", align="center")
_NUMBER = Look(SMALL, align="center")
_STRONG = Look(SMALL, bold=True)
_STRONG_NUMBER = Look(SMALL, bold=True, align="center")
_MUTED = Look(SMALL, colour="muted")
_PLACE = Look(LABEL)
_WAY = Look(LABEL, colour="muted", align="center")
_STRONG_WAY = Look(LABEL, bold=True, align="center")
_BETWEEN = mm(7)
_AFTER_HEADING = 5.0

_WAY_WIDTH = mm(12)
_PLACE_WIDTH = mm(26)


def compose(comparison: Comparison, theme: Theme, stamp: datetime) -> Book:
    """All sheets."""
    book = Book(Tools(publication_of(comparison, theme, stamp)))
    _head(book, comparison)
    _sides(book, comparison)
    _summary(book, comparison)
    if not comparison.is_empty:
        _legend(book)
    for section in comparison.sections:
        if section.kind == "reviews":
            _reviews(book, section)
        else:
            _section(book, section)
    return book


def _head(book: Book, comparison: Comparison) -> None:
    left, foot = draw_seals(book, comparison.new.approvals or _APPROVALS)
    draw_title(book, NAME, left - mm(6))
    new = comparison.new
    names = [name for name in (new.company, new.course) if name]
    for name in names:
        book.y = book.canvas.text(name, BODY_LOOK, 0, book.y + 3, left - mm(6))
    book.y = max(book.y, foot) + mm(6)


def _sides(book: Book, comparison: Comparison) -> None:
    """Both editions, one below the other."""
    width = book.page.width
    grid = Grid(book.tools, (mm(16), mm(52), mm(17), mm(26), width - mm(111)), SMALL_LOOK, _HEAD)
    head = tuple(Cell(name, "col") for name in ("", "版", "教材の版", "分量", "改訂理由"))
    rows = [
        (
            Cell(name, "row"),
            *map(Cell, (_edition(side), side.course_edition, size_words(side, "ja"), reason_words(side, "ja"))),
        )
        for name, side in (("改訂前", comparison.old), ("改訂後", comparison.new))
    ]
    grid.flow(book, 0, rows, head)


def _edition(side: Side) -> str:
    if side.scope == "course":
        return f"教材のみ（第{side.course_edition}版）"
    year = f"{fiscal_year(side.fiscal_year)}　" if side.fiscal_year else ""
    issued = f"（{japanese_date(date.fromisoformat(side.issued_on))}発行）" if side.issued_on else ""
    kind = "　下書き" if side.is_draft else "　公開用" if side.is_public else ""
    return f"{year}第{side.version}版{issued}{kind}"


def _summary(book: Book, comparison: Comparison) -> None:
    """How many entries changed in which way, section by section."""
    book.y += _BETWEEN
    draw_heading(book, "変更のあらまし")
    book.y += _AFTER_HEADING
    if comparison.is_empty:
        book.y = book.canvas.text(count_words(comparison, "ja"), BODY_LOOK, 0, book.y, book.page.width)
        return
    narrow = mm(19)
    widths = (book.page.width - narrow * (len(_WAYS) + 1), *(narrow,) * (len(_WAYS) + 1))
    grid = Grid(book.tools, widths, SMALL_LOOK, _HEAD, padding=(5, 2.5))
    names = ("区分", *(pick(CHANGES[way], "ja") for way in _WAYS), "計")
    head = tuple(Cell(name, "col", _CENTRED_HEAD if index else None) for index, name in enumerate(names))
    changed = [section for section in comparison.sections if section.kind != "reviews"]
    rows = [_counted(pick(SECTIONS[section.kind], "ja"), section.entries, SMALL_LOOK, _NUMBER) for section in changed]
    rows.append(_counted("合計", [entry for section in changed for entry in section.entries], _STRONG, _STRONG_NUMBER))
    grid.flow(book, 0, rows, head)
    for text in _remarks(comparison, changed):
        book.y = book.canvas.text(text, SMALL_LOOK, 0, book.y + mm(3), book.page.width)


def _remarks(comparison: Comparison, changed: Iterable[Section]) -> Iterator[str]:
    """What the numbers do not say by themselves."""
    stayed = (entry for section in changed for entry in section.entries if entry.change == "changed")
    if any(detail.change != "changed" for entry in stayed for detail in entry.details):
        yield (
            "スライド1枚、項目1つを1件と数えます。"
            "その中の文や条件だけが追加・削除・移動になったものは、「変更」に入ります。"
        )
    if looked_at := reviewed(comparison):
        yield f"ほかに、見直したうえで変えなかったものが{looked_at}件あります。"


def _counted(name: str, entries: Sequence[Entry], look: Look, numbers: Look) -> tuple[Cell, ...]:
    found = Counter(entry.change for entry in entries)
    cells = (Cell(str(found[way]) if found[way] else "", look=numbers) for way in _WAYS)
    return (Cell(name, "row", look), *cells, Cell(str(len(entries)), look=numbers))


def _legend(book: Book) -> None:
    """What the signs mean."""
    book.y += mm(4)
    runs = (
        Run("読み方："),
        marked_run("なくなった言葉", "deleted"),
        Run("は取り消し線、"),
        marked_run("加わった言葉", "inserted"),
        Run("は下線と太字で示します。言葉が同じで、強調・リンク・ふりがなだけが変わった箇所は、その記号を添えます。"),
    )
    ready = set_marked(book.tools, Text((Paragraph(runs),)), SMALL_LOOK, book.page.width)
    book.y = book.canvas.text(ready, SMALL_LOOK, 0, book.y, book.page.width)


# Sections -----------------------------------------------------------------------------------------------------------


def _section(book: Book, section: Section) -> None:
    """A heading with its table; the heading never stands alone at the foot of a sheet."""
    setter = _Setter(book)
    groups = [setter.group(entry) for entry in section.entries]
    columns = Columns(book.tools, setter.widths, setter.head())
    book.y += _BETWEEN
    book.need(mm(10) + columns.least(groups[0]))
    draw_heading(book, f"{pick(SECTIONS[section.kind], 'ja')}（{len(section.entries)}件）")
    book.y += _AFTER_HEADING
    columns.flow(book, groups)


def _reviews(book: Book, section: Section) -> None:
    """What was looked at and left as it was: a row each."""
    details = [detail for entry in section.entries for detail in entry.details]
    width = book.page.width
    grid = Grid(book.tools, (width - mm(76), mm(38), mm(38)), SMALL_LOOK, _HEAD, padding=(5, 2.5))
    head = tuple(Cell(name, "col") for name in ("見直したもの", "前回", "今回"))
    rows = [
        (Cell(str(detail.path[0]), "row", SMALL_LOOK), *(Cell(_day(detail, side)) for side in ("old", "new")))
        for detail in details
    ]
    book.y += _BETWEEN
    book.need(mm(10) + grid.height([head, *rows[:2]]))
    draw_heading(book, f"{pick(SECTIONS[section.kind], 'ja')}（{len(details)}件）")
    book.y += _AFTER_HEADING
    grid.flow(book, 0, rows, head)


def _day(detail: Detail, side: str) -> str:
    return value_words(detail.old if side == "old" else detail.new, detail.path, "ja")


class _Setter:
    """Sets the entries of a section for the columns of its table."""

    def __init__(self, book: Book) -> None:
        self._tools = book.tools
        self._whole = book.page.width
        side = (self._whole - _WAY_WIDTH - _PLACE_WIDTH) / 2
        self.widths = (_WAY_WIDTH, _PLACE_WIDTH, side, side)

    def head(self) -> Row:
        """The names of the columns."""
        names = ("変更", "箇所", "改訂前", "改訂後")
        return Row(tuple(self._cell(index, name, _HEAD, scope="col") for index, name in enumerate(names)))

    def group(self, entry: Entry) -> Group:
        """An entry with its rows."""
        return Group(self._name(entry, ""), self._name(entry, "（続き）"), tuple(self._rows(entry)))

    def _name(self, entry: Entry, suffix: str) -> Row:
        width = self._whole - 2 * PADDING[0]
        runs = [Run(f"{_position(entry)}{entry_words(entry, 'ja')}", strong=True), Run(suffix)]
        if entry.slides:
            runs.append(Run(f"　表示先：{'／'.join(entry.slides)}"))
        if entry.echoes and not suffix:
            runs.append(Run(f"　同じ変更：{echo_words(entry, 'ja')}"))
        text = set_marked(self._tools, Text((Paragraph(tuple(run for run in runs if run.text)),)), SMALL_LOOK, width)
        return Row((SetCell(text, "col", span=len(self.widths), is_shaded=True),))

    def _rows(self, entry: Entry) -> Iterator[Row]:
        if entry.change in ("added", "removed"):
            yield self._whole_row(entry)
            return
        if entry.change == "moved":
            places = (_note(f"{position}番目") for position in (entry.old_position, entry.new_position))
            yield self._cells("moved", "位置", *places)
        waiting = list(entry.details)
        while waiting:
            detail = waiting.pop(0)
            if waiting and _is_replaced(detail, waiting[0]):
                detail = _replaced(detail, waiting.pop(0))
            yield self._row(detail)

    def _whole_row(self, entry: Entry) -> Row:
        """Something that came or went, all that it says in one cell."""
        text = whole_text(entry.details)
        nothing = Text((Paragraph((Run("（新設）" if entry.change == "added" else "（削除）"),)),))
        sides = (nothing, text) if entry.change == "added" else (text, nothing)
        return self._cells(entry.change, "全体", *sides)

    def _row(self, detail: Detail) -> Row:
        place = place_words(detail.path, "ja")
        old, new = side_text(detail, "old"), side_text(detail, "new")
        match detail.change:
            case "added":
                old = _note("（新設）")
            case "removed":
                new = _note("（削除）")
            case "moved":
                old = _note("（別の位置）")
        return self._cells(detail.change, place, old, new)

    def _cells(self, change: Change, place: str, old: Text, new: Text) -> Row:
        way = _WAY if change == "changed" else _STRONG_WAY
        looks = [_MUTED if _is_note(side) else SMALL_LOOK for side in (old, new)]
        return Row(
            (
                self._cell(0, pick(CHANGES[change], "ja"), way),
                self._cell(1, place or "内容", _PLACE, scope="row"),
                self._cell(2, old, looks[0]),
                self._cell(3, new, looks[1]),
            )
        )

    def _cell(self, index: int, text: str | Text, look: Look, scope: str = "") -> SetCell:
        written = text if isinstance(text, Text) else Text((Paragraph((Run(text),)),))
        ready = set_marked(self._tools, written, look, self.widths[index] - 2 * PADDING[0])
        return SetCell(ready, scope, is_shaded=scope == "col")  # type: ignore[arg-type]


def _position(entry: Entry) -> str:
    """The number of a slide or question that came or went."""
    if entry.change in ("added", "removed") and (position := entry.new_position or entry.old_position):
        return f"{position}番目　"
    return ""


def _is_replaced(gone: Detail, came: Detail) -> bool:
    """Whether one text took the place of another that has little in common with it."""
    return (gone.change, came.change) == ("removed", "added") and gone.path == came.path


def _replaced(gone: Detail, came: Detail) -> Detail:
    return Detail(came.path, "changed", (*gone.pieces, *came.pieces))


def _note(text: str) -> Text:
    return Text((Paragraph((Run(text),)),))


def _is_note(text: Text) -> bool:
    return text.plain in ("（新設）", "（削除）", "（別の位置）")
