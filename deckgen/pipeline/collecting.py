"""What came back: answers of workbooks into a company's profile, each applied, unchanged, in conflict or refused."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.merge.answers import contradictions, decided, group_of
from deckgen.messages import severity_of
from deckgen.messages.terms import reason
from deckgen.model.course import CourseSource
from deckgen.model.questions import Answer, Cell, Decision, Question, put_together, taken_apart
from deckgen.model.slots import SlotDeclaration
from deckgen.model.standard_slots import FISCAL_YEAR
from deckgen.pipeline.asking import slots_at
from deckgen.pipeline.checking import judged
from deckgen.pipeline.material import check_name, course_named, open_profile
from deckgen.pipeline.new_profile import blank_text, write_new
from deckgen.pipeline.placing import replace_file
from deckgen.pipeline.workspace import Workspace, find_workspace, profile_path, profile_to_make
from deckgen.readers.answers import Returned, Row, Typed, read_answers
from deckgen.readers.company import LoadedProfile, loaded_from
from deckgen.readers.files import is_file
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.questions import as_node, nested_in, questions_of
from deckgen.readers.renewal import find, scalars
from deckgen.readers.slot_values import PLACEHOLDER, read_slot
from deckgen.readers.splicing import Change, Tied, spliced
from deckgen.readers.tree import Context, Faulty, Scalar
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.typed import Unclear, answer_day, answer_text, is_removal, is_unchanged, written_text
from deckgen.wording import LANGUAGES, Wording, say


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one answer."""

    question: Question
    cell: Cell | None
    """None for a slot as a whole."""
    decision: Decision


@dataclass(slots=True)
class Collected:
    """What came of the workbooks."""

    path: Path
    words: Wording
    """Of the course."""
    lines: list[Line] = field(default_factory=list)
    reviewed: dict[str, date] = field(default_factory=dict)
    """New days of review, by the names of slots."""
    is_new: bool = False
    is_written: bool = False

    @property
    def counts(self) -> Counter[str]:
        """How many answers met each end."""
        return Counter(line.decision.outcome for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Profile:
    """The profile that answers go into, in a file or about to be."""

    workspace: Workspace
    course: CourseSource
    loaded: LoadedProfile
    data: bytes
    is_new: bool

    @property
    def words(self) -> Wording:
        return Wording(self.course.language, self.course.words)


@dataclass(slots=True)
class _Sheet:
    """What one workbook says, cell by cell."""

    answers: list[Answer] = field(default_factory=list)
    refused: list[Answer] = field(default_factory=list)
    days: dict[str, date] = field(default_factory=dict)
    """Days of review that were typed, by slot."""


def collect(company: str, files: Sequence[Path], as_of: date, *, apply: bool, report: Report) -> Collected:
    """Read the workbooks and merge them; write only if `apply`. Raises Stop where there is nothing to merge."""
    returned = []
    for path in files:
        try:
            returned.append(read_answers(path, report))
        except Stop:  # told; the others may be sound
            continue
    if not returned:
        raise Stop
    profile = _opened(company, returned[0], report)
    fitting = [each for each in returned if _fits(each, profile, report)]
    if not fitting:
        raise Stop
    collected = Collected(profile.loaded.path, profile.words, is_new=profile.is_new)
    made = _Merge(profile, as_of, report, collected).of(fitting)
    if apply and (made != profile.data or profile.is_new):
        _write(profile, made, report)
        collected.is_written = True
    return collected


def _opened(company: str, first: Returned, report: Report) -> _Profile:
    path = profile_path(company)
    if is_file(path) or first.sheet.checksum:
        opened = open_profile(path, report)
        return _Profile(opened.workspace, opened.course, opened.loaded, path.read_bytes(), is_new=False)
    path = profile_to_make(company)
    check_name(path, report)
    workspace = find_workspace(path.parent, report)
    course = course_named(first.sheet.course, workspace, report)
    text = blank_text(path, course, workspace, certified=first.sheet.is_certified)
    return _Profile(workspace, course, loaded_from(text, path, report), text.encode(), is_new=True)


def _fits(returned: Returned, profile: _Profile, report: Report) -> bool:
    """Whether a workbook was made for this very material; told where it was not."""
    sheet, tree = returned.sheet, profile.loaded.tree
    stem = profile.loaded.path.stem
    wanted = {
        "answers-course": (sheet.course, profile.course.id),
        "answers-company": (sheet.company, _text(tree, "company_id") or stem),
        "answers-profile": (sheet.profile, stem),
        "answers-year": (sheet.year or (year := _text(tree, FISCAL_YEAR)), _text(tree, FISCAL_YEAR) or year),
    }
    for code, (found, expected) in wanted.items():
        if found != expected:
            report.add(code, Place(shown(returned.path)), found=found, expected=expected)
            return False
    return True


def _text(tree: Tree, name: str) -> str:
    node = find(tree, name)
    return node.text if isinstance(node, Scalar) and not node.text.startswith(PLACEHOLDER) else ""


def _write(profile: _Profile, data: bytes, report: Report) -> None:
    path = profile.loaded.path
    if profile.is_new:
        write_new(path, data.decode(), report)
        return
    try:
        if path.read_bytes() != profile.data:
            report.add("file-changed", Place(shown(path)))
            raise Stop
        replace_file(path, data)
    except OSError as problem:
        report.add("file-unwritable", Place(shown(path)), reason=reason(problem))
        raise Stop from problem


# Merging ------------------------------------------------------------------------------------------------------------


class _Merge:
    """The answers of all workbooks against the profile as it is now."""

    def __init__(self, profile: _Profile, as_of: date, report: Report, collected: Collected) -> None:
        self._profile = profile
        self._tree = profile.loaded.tree
        self._as_of = as_of
        self._report = report
        self._collected = collected
        self._questions = {each.slot.name: each for each in questions_of(profile.course, self._tree)}
        self._cells = {cell.key: cell for each in self._questions.values() for cell in each.cells}
        self._now = {key: cell.now for key, cell in self._cells.items() if cell.now}
        self._now |= _wholes(self._questions.values(), self._now)
        self._days: dict[str, date] = {}

    def of(self, returned: Sequence[Returned]) -> bytes:
        """The profile with what could be applied; what became of each answer goes into the result."""
        sheets = [self._read(each) for each in returned]
        decisions = [
            decided(sheet.answers, each.sheet.base, self._now) for sheet, each in zip(sheets, returned, strict=True)
        ]
        refused = [
            Decision(answer, self._now.get(answer.key, ""), "refused") for each in sheets for answer in each.refused
        ]
        torn = contradictions(decisions)
        every = [self._settled(each, torn) for sheet in decisions for each in sheet]
        by_slot = self._by_slot([*every, *refused])
        for name, typed in (pair for sheet in sheets for pair in sheet.days.items()):
            self._days[name] = max(typed, self._days.get(name, typed))
        decided_slots = {name: self._judged(name, found) for name, found in by_slot.items()}
        made, decided_slots = self._without_errors(decided_slots)
        self._collected.lines = [
            Line(question, self._cells.get(each.key), each)
            for name, question in self._questions.items()
            for each in decided_slots.get(name, ())
        ]
        self._collected.reviewed = self._reviewed(decided_slots)
        return made

    def _settled(self, decision: Decision, torn: set[str]) -> Decision:
        is_torn = decision.outcome == "applied" and group_of(decision.key) in torn
        return replace(decision, outcome="conflict") if is_torn else decision

    def _by_slot(self, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
        """The decisions of each slot; what two sheets say alike stands there once."""
        found: dict[str, dict[tuple[str, str | None, str], Decision]] = {}
        for each in decisions:
            told = found.setdefault(self._slot_of(each.key), {})
            told.setdefault((each.key, each.answer.text, each.outcome), each)
        return {name: list(each.values()) for name, each in found.items()}

    def _slot_of(self, key: str) -> str:
        return next(name for name, each in self._questions.items() if key == name or key in _keys(each))

    # Reading -------------------------------------------------------------------------------------

    def _read(self, returned: Returned) -> _Sheet:
        sheet = _Sheet()
        seen: dict[str, Row] = {}
        base = {**returned.sheet.base, **_wholes(self._questions.values(), returned.sheet.base)}
        for row in returned.rows:
            if not self._is_known(row, returned):
                continue
            if (first := seen.get(row.key)) and row.answer and first.answer:
                if first.answer.value != row.answer.value:
                    self._refuse(row, "answer-twice", base, sheet, other=first.place.file)
                continue
            seen[row.key] = row if row.answer or not first else first
            self._read_row(row, returned, base, sheet)
        refused = {each.key for each in sheet.refused}
        told = {self._slot_of(each.key) for each in (*sheet.answers, *sheet.refused) if each.key in self._cells}
        sheet.answers = [
            each
            for each in sheet.answers
            if each.key not in refused and (each.key in self._cells or each.key not in told)
        ]
        return sheet

    def _is_known(self, row: Row, returned: Returned) -> bool:
        if row.key in self._cells or row.key in self._questions:
            return True
        if row.answer:
            self._report.add("answer-row-unknown", row.place, found=str(row.answer.value)[:40])
        return False

    def _read_row(self, row: Row, returned: Returned, base: Mapping[str, str], sheet: _Sheet) -> None:
        if row.day and row.key in self._questions:
            self._read_day(row, returned.sheet.days.get(row.key, ""), base, sheet)
        if row.place.file in returned.merged:
            self._refuse(row, "answer-merged", base, sheet)
        elif row.answer is not None and _is_torn(row, returned.sheet.base):
            self._refuse(row, "answer-torn", base, sheet)
        elif row.answer is not None:
            self._read_answer(row, row.answer, base, sheet)

    def _read_answer(self, row: Row, typed: Typed, base: Mapping[str, str], sheet: _Sheet) -> None:
        before, cell = base.get(row.key, ""), self._cells.get(row.key)
        if is_unchanged(str(typed.value)):
            sheet.answers.append(Answer(row.key, before, None, row.place))
        elif cell is None:
            self._refuse(row, "answer-in-heading", base, sheet)
        elif is_removal(str(typed.value)):
            sheet.answers.append(Answer(row.key, before, "", row.place))
        else:
            try:
                text = answer_text(typed, cell, self._profile.words, self._report)
                sheet.answers.append(Answer(row.key, before, text, row.place))
            except Unclear:
                sheet.refused.append(Answer(row.key, before, str(typed.value), row.place))

    def _refuse(self, row: Row, code: str, base: Mapping[str, str], sheet: _Sheet, **values: object) -> None:
        self._report.add(code, row.place, **values)
        text = str(row.answer.value) if row.answer else ""
        sheet.refused.append(Answer(row.key, base.get(row.key, ""), text, row.place))

    def _read_day(self, row: Row, before: str, base: Mapping[str, str], sheet: _Sheet) -> None:
        assert row.day is not None
        try:
            day = answer_day(row.day, self._report)
        except Unclear:
            sheet.refused.append(Answer(row.key, before, str(row.day.value), row.day.place))
            return
        if day.isoformat() != before:
            sheet.days[row.key] = day
            if row.answer is None:
                sheet.answers.append(Answer(row.key, base.get(row.key, ""), None, row.place))

    # Judging -------------------------------------------------------------------------------------

    def _judged(self, name: str, decisions: list[Decision]) -> list[Decision]:
        """The decisions about a slot, without what its reader refuses: found as `check` finds it, told at its cell."""
        slot = self._questions[name].slot
        for _ in range(2):  # once more without the cells that were at fault
            places, report = self._refused_by_reader(slot, decisions)
            self._report.extend(report)
            if not places:
                return decisions
            decisions = [_refused(each) if each.answer.place in places else each for each in decisions]
        return [_refused(each) for each in decisions]

    def _refused_by_reader(self, slot: SlotDeclaration, decisions: Sequence[Decision]) -> tuple[set[Place], Report]:
        """The places of answers that the slot's reader refuses."""
        applied = [each for each in decisions if each.outcome == "applied"]
        report = Report()
        if not applied:
            return set(), report
        nested = self._nested(slot, applied)
        if nested is None:
            return set(), report
        whole = applied[0].answer.place
        context = Context(report, self._profile.loaded.path.parent, is_template=False)
        with suppress(Faulty):
            read_slot(as_node(nested, whole), slot, context)
        typed = {each.answer.place for each in applied}
        errors = {found.place for found in report if severity_of(found.code) == "error" and found.place in typed}
        kept = Report()
        kept.extend(found for found in report if found.place in typed)
        return {place for place in errors if place}, kept

    def _nested(self, slot: SlotDeclaration, applied: Sequence[Decision]) -> Any:
        """The slot's value as it would be, each text with its place: that of its answer, or that in the profile."""
        there = taken_apart(slot, nested_in(self._tree, slot))
        new = {each.key: self._scalar(each) for each in applied}
        kept = {key: node for key, node in there.items() if key not in new and not self._falls_away(slot, key, node)}
        return put_together(slot, {**kept, **{key: node for key, node in new.items() if node.text}})

    def _falls_away(self, slot: SlotDeclaration, key: str, node: Scalar) -> bool:
        """Whether a placeholder goes when others are filled in: it stood for something that may be left out."""
        if not node.text.startswith(PLACEHOLDER):
            return False
        return slot.type in ("list", "steps") or key.rpartition(".")[2] not in (
            "role", "decision", "version", "issued_on", "summary",
        )  # fmt: skip

    def _scalar(self, decision: Decision) -> Scalar:
        text = written_text(decision.answer.wanted, self._cells[decision.key])
        return Scalar(text, decision.answer.place, text)

    # Making --------------------------------------------------------------------------------------

    def _without_errors(self, decisions: dict[str, list[Decision]]) -> tuple[bytes, dict[str, list[Decision]]]:
        """The new profile, and the decisions without those that would bring errors that were not there."""
        before = judged(self._profile.loaded, self._profile.course, self._as_of)
        while True:
            made = self._made(decisions)
            loaded = loaded_from(_decoded(made), self._profile.loaded.path, Report())
            new = _new_findings(before, judged(loaded, self._profile.course, self._as_of))
            at_fault = self._told_at_cells(new, loaded.tree, decisions)
            if not at_fault:
                return made, decisions
            decisions = {
                name: [_refused(each) if each.key in at_fault and each.outcome == "applied" else each for each in found]
                for name, found in decisions.items()
            }

    def _told_at_cells(
        self, findings: Iterable[Diagnostic], tree: Tree, decisions: Mapping[str, Sequence[Decision]]
    ) -> set[str]:
        """Report new findings at the cells that they come from; the keys of those with an error."""
        places = [
            (node.place, each)
            for name, found in decisions.items()
            for key, node in taken_apart(
                self._questions[name].slot, nested_in(tree, self._questions[name].slot)
            ).items()
            for each in found
            if each.outcome == "applied" and (each.key == key or group_of(each.key) == group_of(key) != key)
        ]
        at_fault = set()
        for finding in findings:
            decision = self._source_of(finding, tree, places, decisions)
            self._report.extend([replace(finding, place=decision.answer.place) if decision else finding])
            if decision and severity_of(finding.code) == "error":
                at_fault.add(decision.key)
        return at_fault

    def _source_of(
        self,
        finding: Diagnostic,
        tree: Tree,
        places: Sequence[tuple[Place, Decision]],
        decisions: Mapping[str, Sequence[Decision]],
    ) -> Decision | None:
        """The answer that a finding comes from: the last one before its place in the lines of its slot."""
        slots = [each.slot for each in self._questions.values()]
        named = set(slots_at(tree, slots, finding.place)) if finding.place and finding.place.line else set()
        named |= {dict(finding.values).get("slot", "")}
        theirs = [(place, each) for place, each in places if self._slot_of(each.key) in named]
        before = [pair for pair in theirs if finding.place and pair[0] <= finding.place]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        applied = (each for name in named for each in decisions.get(name, ()) if each.outcome == "applied")
        return next(applied, None)

    def _made(self, decisions: dict[str, list[Decision]]) -> bytes:
        order = list(self._questions)
        data = self._profile.data
        for name, found in decisions.items():
            applied = [each for each in found if each.outcome == "applied"]
            if not applied:
                continue
            slot = self._questions[name].slot
            nested = self._nested(slot, applied)
            change = Change(name, slot, _plain(nested), is_new_value=True)
            try:
                new = spliced(data, [change], order)
                self._check(data, new, name)
                data = new
            except Tied:
                self._report.add("answer-tied", applied[0].answer.place, slot=name)
                decisions[name] = [_refused(each) for each in found]
        return spliced(data, self._reviews(self._reviewed(decisions), data), order)

    def _check(self, old: bytes, new: bytes, name: str) -> None:
        """Raises Tied where more than the slot has changed."""
        try:
            before, after = map(self._tree_of, (old, new))
        except Stop as problem:
            raise Tied(name) from problem
        if _others(before, name) != _others(after, name):
            raise Tied(name)

    def _tree_of(self, data: bytes) -> Tree:
        return loaded_from(_decoded(data), self._profile.loaded.path, Report()).tree

    # Days of review ------------------------------------------------------------------------------

    def _reviewed(self, decisions: Mapping[str, Sequence[Decision]]) -> dict[str, date]:
        days = {name: self._review(name, decisions.get(name, ())) for name in self._questions}
        return {name: day for name, day in days.items() if day}

    def _review(self, name: str, decisions: Sequence[Decision]) -> date | None:
        """The day on which a slot was looked at: as it was typed, else that of collecting; None where it was not."""
        question = self._questions[name]
        if not question.is_reviewed or not decisions:
            return None
        if any(each.outcome in ("refused", "conflict") for each in decisions):
            return None
        day = self._days.get(name, self._as_of)
        return day if question.reviewed_on is None or day > question.reviewed_on else None

    def _reviews(self, reviews: Mapping[str, date], data: bytes) -> list[Change]:
        """A day for each slot; one for a group whose slots were all looked at, all of them the same role's."""
        tree = self._tree_of(data)
        changes: list[Change] = []
        done: set[str] = set()
        for group in dict.fromkeys(name.rpartition(".")[0] for name in reviews):
            members = [name for name in self._questions if name.startswith(f"{group}.")] if group else []
            owners = {self._questions[name].slot.owner for name in members}
            inherit = [name for name in members if self._inherits(tree, name)]
            days = {reviews.get(name) for name in inherit}
            if len(owners) == 1 and len(days) == 1 and None not in days:
                changes.append(Change(group, reviewed_on=next(iter(days))))
                done |= {*inherit}
        slots = {name: self._questions[name].slot for name in reviews if name not in done}
        return [*changes, *(Change(name, slot, reviewed_on=reviews[name]) for name, slot in slots.items())]

    def _inherits(self, tree: Tree, name: str) -> bool:
        """Whether a slot has a value of a type that is reviewed, and no day of its own."""
        node = find(tree, name)
        if not self._questions[name].is_reviewed or node is None:
            return False
        return not (isinstance(node, Tree) and REVIEWED_ON in node.entries)


def _is_torn(row: Row, base: Mapping[str, str]) -> bool:
    """Whether what stands beside an answer is not what was sent with its key: the rows were sorted in part."""
    ours = (say("questions.missing", language) for language in LANGUAGES)
    return _squeezed(row.now) not in {_squeezed(base.get(row.key, "")), "", *map(_squeezed, ours)}


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _wholes(questions: Iterable[Question], texts: Mapping[str, str]) -> dict[str, str]:
    """What each slot of several cells has as a whole, to see whether any of it has changed."""
    several = [each for each in questions if not each.is_single]
    return {
        each.slot.name: " / ".join(texts[cell.key] for cell in each.cells if texts.get(cell.key)) for each in several
    }


def _keys(question: Question) -> set[str]:
    return {cell.key for cell in question.cells}


def _refused(decision: Decision) -> Decision:
    return replace(decision, outcome="refused") if decision.outcome == "applied" else decision


def _plain(nested: Any) -> Any:
    match nested:
        case Scalar():
            return nested.text.strip()
        case list():
            return [_plain(each) for each in nested]
        case dict():
            return {key: _plain(each) for key, each in nested.items()}
    return None


def _decoded(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _others(tree: Tree, name: str) -> list[tuple[str, str]]:
    """Every value that is not the slot's."""
    return [(path, node.text) for path, node in scalars(tree) if path != name and not path.startswith(f"{name}.")]


def _new_findings(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is found now and was not before, wherever it stood."""
    known = Counter((found.code, found.values) for found in before)
    new = []
    for found in after:
        if known[found.code, found.values]:
            known[found.code, found.values] -= 1
        elif severity_of(found.code) != "info":
            new.append(found)
    return new
