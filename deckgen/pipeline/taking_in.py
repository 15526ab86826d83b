"""Answers into a profile: merged, judged as `check` judges, spliced; what brings errors is left out and told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from deckgen.diagnostics import Diagnostic, Place, Report, Stop
from deckgen.merge.answers import contradictions, decided, group_of
from deckgen.messages import severity_of
from deckgen.model.questions import (
    Cell,
    Decision,
    Question,
    put_together,
    taken_apart,
)
from deckgen.pipeline.asking import slots_at
from deckgen.pipeline.checking import judged
from deckgen.pipeline.refusing import Judge, as_refused
from deckgen.pipeline.said import Target, said_in
from deckgen.readers.answers import Returned
from deckgen.readers.company import LoadedProfile, loaded_from
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.questions import check_taken_away, nested_in
from deckgen.readers.renewal import find, scalars
from deckgen.readers.splicing import Change, spliced
from deckgen.readers.spoken import in_language, languages_in, only_in
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.tree import Scalar
from deckgen.readers.yaml_edit import Tied


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one answer."""

    question: Question
    cell: Cell | None
    """None for a slot as a whole."""
    decision: Decision


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of all answers."""

    data: bytes
    """The new profile."""
    lines: list[Line]
    reviewed: dict[str, date]
    """New days of review, by the names of slots."""


class Merge:
    """The answers of all workbooks against the profile as it is now."""

    def __init__(self, target: Target, as_of: date, report: Report) -> None:
        self._target = target
        self._tree = self._spoken(target.loaded.tree)
        self._as_of = as_of
        self._report = report
        self._judge = Judge(target, self._tree, report)
        self._days: dict[str, date] = {}
        self._day_places: dict[str, Place] = {}

    def of(self, returned: Sequence[Returned]) -> Merged:
        """The profile with what could be applied, and what became of each answer."""
        sheets = [said_in(each, self._target, self._report) for each in returned]
        now = self._target.now
        decisions = [decided(said.answers, each.sheet.base, now) for said, each in zip(sheets, returned, strict=True)]
        refused = [Decision(answer, now.get(answer.key, ""), "refused") for each in sheets for answer in each.refused]
        torn = contradictions(decisions)
        every = [self._settled(each, torn) for sheet in decisions for each in sheet]
        for name, typed in (pair for said in sheets for pair in said.days.items()):
            self._days[name] = max(typed, self._days.get(name, typed))
        self._day_places = {name: place for said in sheets for name, place in said.day_places.items()}
        by_slot = {name: self._judge.judged(name, found) for name, found in self._by_slot([*every, *refused]).items()}
        made, by_slot = self._without_errors(by_slot)
        questions, cells = self._target.questions, self._target.cells
        lines = [
            Line(questions[name], cells.get(each.key), each) for name in questions for each in by_slot.get(name, ())
        ]
        return Merged(made, lines, self._reviewed(by_slot))

    def _settled(self, decision: Decision, torn: set[str]) -> Decision:
        is_torn = decision.outcome == "applied" and group_of(decision.key) in torn
        return replace(decision, outcome="conflict") if is_torn else decision

    def _by_slot(self, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
        """The decisions of each slot; what two sheets say alike stands there once."""
        found: dict[str, dict[tuple[str, str | None, str], Decision]] = {}
        for each in decisions:
            told = found.setdefault(self._target.slot_of(each.key), {})
            told.setdefault((each.key, each.answer.text, each.outcome), each)
        return {name: list(each.values()) for name, each in found.items()}

    # Making --------------------------------------------------------------------------------------

    def _without_errors(self, decisions: dict[str, list[Decision]]) -> tuple[bytes, dict[str, list[Decision]]]:
        """The new profile, and the decisions without those that would bring errors that were not there."""
        before = judged(self._target.loaded, self._target.course, self._as_of)
        while True:
            made = self._made(decisions)
            loaded = self._loaded(made)
            new = _new_findings(before, judged(loaded, self._target.course, self._as_of))
            at_fault = self._told_at_cells(new, self._spoken(loaded.tree), decisions)
            if not at_fault:
                return made, decisions
            decisions = {name: self._without(at_fault, name, found) for name, found in decisions.items()}

    def _without(self, at_fault: set[str], name: str, decisions: list[Decision]) -> list[Decision]:
        left = [as_refused(each) if each.key in at_fault else each for each in decisions]
        slot = self._target.questions[name].slot
        return self._judge.without_held_back(slot, left) if left != decisions else decisions

    def _told_at_cells(
        self, findings: Iterable[Diagnostic], tree: Tree, decisions: Mapping[str, Sequence[Decision]]
    ) -> set[str]:
        """Report new findings at the cells that they come from; the keys of those with an error."""
        places = [
            (node.place, each)
            for name, found in decisions.items()
            for key, node in taken_apart(
                self._target.questions[name].slot, nested_in(tree, self._target.questions[name].slot)
            ).items()
            for each in found
            if each.outcome == "applied" and (each.key == key or group_of(each.key) == group_of(key) != key)
        ]
        at_fault = set()
        for finding in findings:
            decision = self._source_of(finding, tree, places, decisions)
            place = self._day_of(finding, tree) or (decision.answer.place if decision else finding.place)
            self._report.extend([replace(finding, place=place)])
            if decision and severity_of(finding.code) == "error":
                at_fault.add(decision.key)
        return at_fault

    def _day_of(self, finding: Diagnostic, tree: Tree) -> Place | None:
        """Where the day of review was typed that a finding is about."""
        if finding.code != "day-ahead" or not finding.place:
            return None
        slots = [each.slot for each in self._target.questions.values()]
        return next(
            (self._day_places[each] for each in slots_at(tree, slots, finding.place) if each in self._day_places), None
        )

    def _source_of(
        self,
        finding: Diagnostic,
        tree: Tree,
        places: Sequence[tuple[Place, Decision]],
        decisions: Mapping[str, Sequence[Decision]],
    ) -> Decision | None:
        """The answer that a finding comes from: the last one before its place in the lines of its slot."""
        slots = [each.slot for each in self._target.questions.values()]
        named = set(slots_at(tree, slots, finding.place)) if finding.place and finding.place.line else set()
        named |= {dict(finding.values).get("slot", "")}
        theirs = [(place, each) for place, each in places if self._target.slot_of(each.key) in named]
        before = [pair for pair in theirs if finding.place and pair[0] <= finding.place]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        applied = (each for name in named for each in decisions.get(name, ()) if each.outcome == "applied")
        return next(applied, None)

    def _made(self, decisions: dict[str, list[Decision]]) -> bytes:
        order = list(self._target.questions)
        data = self._target.data
        for name, found in decisions.items():
            applied = [each for each in found if each.outcome == "applied"]
            if not applied:
                continue
            slot = self._target.questions[name].slot
            nested = put_together(slot, self._judge.texts(slot, applied))
            change = Change(name, slot, _plain(nested), is_new_value=True)
            try:
                new = spliced(data, [change], order, self._target.course.language)
                self._check(data, new, name)
                check_taken_away(only_in(self._tree_of(new), self._target.course.language), slot, _plain(nested))
                data = new
            except Tied:
                self._report.add("answer-tied", applied[0].answer.place, slot=name)
                decisions[name] = [as_refused(each) for each in found]
        self._tell_other_languages(decisions)
        return spliced(data, self._reviews(self._reviewed(decisions), data), order, self._target.course.language)

    def _spoken(self, tree: Tree) -> Tree:
        """A profile in the language in which its questions were asked."""
        return in_language(tree, self._target.course.language, Report())

    def _tell_other_languages(self, decisions: Mapping[str, Sequence[Decision]]) -> None:
        """Report values that changed in the language of the questions, and are said in another one, too."""
        for name, found in decisions.items():
            applied = [each for each in found if each.outcome == "applied" and each.answer.text]
            node = find(self._target.loaded.tree, name)
            if applied and node is not None and (others := languages_in(node) - {self._target.course.language}):
                told = {"slot": name, "language": self._target.course.language, "others": ", ".join(sorted(others))}
                self._report.add("answer-language", applied[0].answer.place, **told)

    def _check(self, old: bytes, new: bytes, name: str) -> None:
        """Raises Tied where more than the slot has changed."""
        try:
            before, after = map(self._tree_of, (old, new))
        except Stop as problem:
            raise Tied(name) from problem
        if _others(before, name) != _others(after, name):
            raise Tied(name)

    def _tree_of(self, data: bytes) -> Tree:
        return self._loaded(data).tree

    def _loaded(self, data: bytes) -> LoadedProfile:
        known = self._target.loaded
        return loaded_from(_decoded(data), known.path, Report(), known.root)

    # Days of review ------------------------------------------------------------------------------

    def _reviewed(self, decisions: Mapping[str, Sequence[Decision]]) -> dict[str, date]:
        days = {name: self._review(name, decisions.get(name, ())) for name in self._target.questions}
        return {name: day for name, day in days.items() if day}

    def _review(self, name: str, decisions: Sequence[Decision]) -> date | None:
        """The day on which a slot was looked at: as it was typed, else that of collecting; None where it was not."""
        question = self._target.questions[name]
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
            members = [name for name in self._target.questions if name.startswith(f"{group}.")] if group else []
            owners = {self._target.questions[name].slot.owner for name in members}
            inherit = [name for name in members if self._inherits(tree, name)]
            days = {reviews.get(name) for name in inherit}
            if len(owners) == 1 and len(days) == 1 and None not in days:
                changes.append(Change(group, reviewed_on=next(iter(days))))
                done |= {*inherit}
        slots = {name: self._target.questions[name].slot for name in reviews if name not in done}
        return [*changes, *(Change(name, slot, reviewed_on=reviews[name]) for name, slot in slots.items())]

    def _inherits(self, tree: Tree, name: str) -> bool:
        """Whether a slot has a value of a type that is reviewed, and no day of its own."""
        node = find(tree, name)
        if not self._target.questions[name].is_reviewed or node is None:
            return False
        return not (isinstance(node, Tree) and REVIEWED_ON in node.entries)


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
