"""What came back in the workbooks, cell by cell: answers, those that cannot be taken, days of review."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from deckgen.diagnostics import Place, Report, shown
from deckgen.model.course import CourseSource
from deckgen.model.questions import NEW, Answer, Cell, Question, cell_name
from deckgen.readers.answers import Returned, Row, Typed
from deckgen.readers.company import LoadedProfile
from deckgen.readers.questions import questions_of
from deckgen.readers.typed import Unclear, answer_day, answer_text, is_removal, is_unchanged
from deckgen.wording import LANGUAGES, Wording, say


@dataclass(frozen=True, slots=True)
class Target:
    """The profile that answers go into, in a file or about to be, and what is asked about it."""

    course: CourseSource
    loaded: LoadedProfile
    data: bytes
    is_new: bool
    questions: Mapping[str, Question]
    """By the names of slots, in the order of the course."""
    cells: Mapping[str, Cell]
    now: Mapping[str, str]
    """What is in each cell, and in each slot of several cells as a whole."""

    @property
    def words(self) -> Wording:
        """Of the course."""
        return Wording(self.course.language, self.course.words)

    def key_of(self, key: str) -> str:
        """The cell that the key of a sheet means: a new edition is the first one while that is still to be written."""
        first = key.replace(f"[{NEW}]", "[0]")
        return first if key not in self.cells and first in self.cells else key

    def name_of(self, key: str) -> str:
        """What people call a cell."""
        cell = self.cells.get(key)
        part = cell_name(cell, self.words) if cell and cell.part else ""
        return f"{self.questions[self.slot_of(key)].slot.label} {part}".strip()

    def slot_of(self, key: str) -> str:
        """The name of the slot that a cell belongs to."""
        return next(
            name for name, each in self.questions.items() if key == name or key in {cell.key for cell in each.cells}
        )


def target_of(course: CourseSource, loaded: LoadedProfile, data: bytes, *, is_new: bool) -> Target:
    """A profile with its questions."""
    questions = {each.slot.name: each for each in questions_of(course, loaded.tree)}
    cells = {cell.key: cell for each in questions.values() for cell in each.cells}
    now = {key: cell.now for key, cell in cells.items() if cell.now}
    return Target(course, loaded, data, is_new, questions, cells, {**now, **_wholes(questions.values(), now)})


@dataclass(slots=True)
class Said:
    """What one workbook says."""

    answers: list[Answer] = field(default_factory=list)
    refused: list[Answer] = field(default_factory=list)
    days: dict[str, date] = field(default_factory=dict)
    """Days of review that were typed, by slot."""
    day_places: dict[str, Place] = field(default_factory=dict)
    """Where they were typed."""


def said_in(returned: Returned, target: Target, report: Report) -> Said:
    """What a workbook says; why an answer cannot be taken is in the report, at its cell."""
    return _Reading(returned, target, report).read()


class _Reading:
    """Goes through the rows of one workbook."""

    def __init__(self, returned: Returned, target: Target, report: Report) -> None:
        self._returned = returned
        self._target = target
        self._report = report
        sent = returned.sheet.base
        self._base = {**sent, **_wholes(target.questions.values(), sent)}
        self._said = Said()

    def read(self) -> Said:
        """Every row in turn; what is refused anywhere is taken nowhere."""
        said = self._said
        seen: dict[str, Row] = {}
        self._tell_what_is_lost()
        for row in (replace(each, key=self._target.key_of(each.key)) for each in self._returned.rows):
            if not self._is_known(row):
                continue
            if (first := seen.get(row.key)) and row.answer and first.answer:
                if first.answer.value != row.answer.value:
                    self._refuse(row, "answer-twice", other=first.place.file)
                continue
            seen[row.key] = row if row.answer or not first else first
            self._read_row(row)
        refused = {each.key for each in said.refused}
        told = {
            self._target.slot_of(each.key) for each in (*said.answers, *said.refused) if each.key in self._target.cells
        }
        said.answers = [
            each
            for each in said.answers
            if each.key not in refused and (each.key in self._target.cells or each.key not in told)
        ]
        return said

    def _tell_what_is_lost(self) -> None:
        """Report what somebody wrote, or took away, where it is no answer."""
        file, base = Place(shown(self._returned.path)), self._returned.sheet.base
        if self._returned.has_remarks:
            self._report.add("answers-remarks", file)
        ours = {_squeezed(text) for text in (*base.values(), *_missing())}
        edited = tuple(
            row.now for row in self._returned.rows if row.now and not row.answer and _text_of(row.now) not in ours
        )
        for written in filter(None, (*self._returned.outside, edited)):
            found = str(written[0].value).strip()[:40]
            self._report.add("answer-outside", written[0].place, found=found, count=len(written))
        there = {row.key for row in self._returned.rows}
        for key in base:
            if key not in there and key in self._target.cells:
                self._report.add("answer-row-gone", file, item=self._target.name_of(key))

    def _is_known(self, row: Row) -> bool:
        if row.key in self._target.cells or row.key in self._target.questions:
            return True
        if row.answer:
            self._report.add("answer-row-unknown", row.place, found=str(row.answer.value)[:40])
        return False

    def _read_row(self, row: Row) -> None:
        if row.day and row.key in self._target.questions:
            self._read_day(row, row.day)
        if row.place.file in self._returned.merged:
            self._refuse(row, "answer-merged")
        elif row.answer is not None and _is_torn(row, self._returned.sheet.base):
            self._refuse(row, "answer-torn")
        elif row.answer is not None:
            self._read_answer(row, row.answer)

    def _read_answer(self, row: Row, typed: Typed) -> None:
        before, cell = self._base.get(row.key, ""), self._target.cells.get(row.key)
        if is_unchanged(str(typed.value)):
            self._said.answers.append(Answer(row.key, before, None, row.place))
        elif cell is None:
            self._refuse(row, "answer-in-heading")
        elif is_removal(str(typed.value)):
            self._said.answers.append(Answer(row.key, before, "", row.place))
        else:
            try:
                text = answer_text(typed, cell, self._target.words, self._report)
                self._said.answers.append(Answer(row.key, before, text, row.place))
            except Unclear:
                self._said.refused.append(Answer(row.key, before, str(typed.value), row.place))

    def _refuse(self, row: Row, code: str, **values: object) -> None:
        self._report.add(code, row.place, **values)
        text = str(row.answer.value) if row.answer else ""
        self._said.refused.append(Answer(row.key, self._base.get(row.key, ""), text, row.place))

    def _read_day(self, row: Row, typed: Typed) -> None:
        before = self._returned.sheet.days.get(row.key, "")
        try:
            day = answer_day(typed, self._report)
        except Unclear:
            self._said.refused.append(Answer(row.key, before, str(typed.value), typed.place))
            return
        if day.isoformat() != before:
            self._said.days[row.key] = day
            self._said.day_places[row.key] = typed.place
            if row.answer is None:
                self._said.answers.append(Answer(row.key, self._base.get(row.key, ""), None, row.place))


def _is_torn(row: Row, base: Mapping[str, str]) -> bool:
    """Whether what stands beside an answer is not what was sent with its key: the rows were sorted in part."""
    return row.now is not None and _text_of(row.now) not in {_squeezed(base.get(row.key, "")), *_missing()}


def _missing() -> set[str]:
    """What stands beside a cell for which the profile has nothing."""
    return {_squeezed(say("questions.missing", language)) for language in LANGUAGES}


def _text_of(typed: Typed) -> str:
    return _squeezed(str(typed.value))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _wholes(questions: Iterable[Question], texts: Mapping[str, str]) -> dict[str, str]:
    """What each slot of several cells has as a whole, to see whether any of it has changed."""
    several = [each for each in questions if not each.is_single]
    return {
        each.slot.name: " / ".join(texts[cell.key] for cell in each.cells if texts.get(cell.key)) for each in several
    }
