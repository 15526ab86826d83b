"""Which answers a slot takes: what its reader refuses is found as `check` finds it, and told at its cell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from deckgen.diagnostics import Place, Report
from deckgen.merge.answers import group_of, held_back
from deckgen.messages import severity_of
from deckgen.model.questions import WAYS, Decision, cell_name, entry_of, lacking_in, put_together, taken_apart
from deckgen.model.slots import SlotDeclaration, is_placeholder
from deckgen.pipeline.said import Target
from deckgen.readers.questions import as_node, nested_in
from deckgen.readers.slot_values import read_slot
from deckgen.readers.tree import Context, Faulty, Scalar
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.typed import written_text

_WHOLE = Place("", 0, 1)
"""Where a slot's value stands as a whole, whose parts are in cells."""


class Judge:
    """Judges the answers to one slot after another; `tree` is the profile in the language of its questions."""

    def __init__(self, target: Target, tree: Tree, report: Report) -> None:
        self._target = target
        self._tree = tree
        self._report = report

    def judged(self, name: str, decisions: list[Decision]) -> list[Decision]:
        """The decisions about a slot, without what its reader refuses: found as `check` finds it, told at its cell."""
        slot = self._target.questions[name].slot
        while True:  # once more without what was at fault, which leaves less each time
            places, report = self._refused_by_reader(slot, decisions)
            self._report.extend(report)
            decisions = [as_refused(each) if each.answer.place in places else each for each in decisions]
            if not places:
                return self.without_held_back(slot, decisions)

    def without_held_back(self, slot: SlotDeclaration, decisions: list[Decision]) -> list[Decision]:
        """The decisions without those that have to wait for an entry that could not be taken."""
        groups = dict.fromkeys(group_of(each.key) for each in decisions)
        for group in groups:
            of_list = [each for each in decisions if group_of(each.key) == group]
            waiting = {each.key for each in held_back(of_list, is_ordered=slot.type == "steps")}
            for each in (each for each in of_list if each.key in waiting and each.outcome == "applied"):
                told = {"item": self._target.name_of(each.key), "slot": slot.name, "owner": slot.owner}
                self._report.add("answer-held-back", each.answer.place, **told)
            decisions = [as_refused(each) if each.key in waiting else each for each in decisions]
        return decisions

    def _refused_by_reader(self, slot: SlotDeclaration, decisions: Sequence[Decision]) -> tuple[set[Place], Report]:
        """The places of answers that the slot's reader refuses."""
        applied = [each for each in decisions if each.outcome == "applied"]
        report = Report()
        if not applied:
            return set(), report
        texts = self.texts(slot, applied)
        if torn := _torn_entries(slot, texts, applied):
            for entry, lacking in torn:
                self._tell_incomplete(slot, entry, lacking, report)
            return {each.answer.place for entry, _ in torn for each in entry}, report
        nested = put_together(slot, texts)
        if nested is None:
            return set(), report
        found = Report()
        with suppress(Faulty):
            read_slot(as_node(nested, _WHOLE), slot, Context(found, self._target.loaded.path.parent, is_template=False))
        return self._at_cells(slot, found, applied, report), report

    def _at_cells(
        self, slot: SlotDeclaration, found: Report, applied: Sequence[Decision], report: Report
    ) -> set[Place]:
        """The places of answers that are at fault; a fault of the value as a whole is that of all of them."""
        typed = {each.answer.place for each in applied}
        first = applied[0].answer.place
        at_fault: set[Place] = set()
        for each in found:
            is_error, is_whole = severity_of(each.code) == "error", each.place == _WHOLE
            if is_whole and each.code in ("missing-key", "contact-unreachable"):
                lacking = (dict(each.values)["key"],) if each.code == "missing-key" else WAYS
                self._tell_incomplete(slot, applied, lacking, report)
            elif is_whole or each.place in typed:
                report.extend([replace(each, place=first) if is_whole else each])
            if is_error and each.place:
                at_fault |= typed if is_whole else {each.place} & typed
        return at_fault

    def _tell_incomplete(
        self, slot: SlotDeclaration, entry: Sequence[Decision], lacking: Sequence[str], report: Report
    ) -> None:
        """Report what an entry lacks, at the first of its cells that was filled in."""
        key, number = entry[0].key, (entry_of(entry[0].key) or ("", "", ""))[1]
        needed = [self._part_name(key, part) for part in lacking if part not in WAYS]
        either = [self._part_name(key, part) for part in lacking if part in WAYS]
        names = ", ".join([*needed, *([" / ".join(either)] if either else [])])
        told = {"item": slot.label, "slot": slot.name, "lacking": names, "owner": slot.owner}
        if number.isdecimal():
            report.add("answer-entry-incomplete", entry[0].answer.place, number=int(number) + 1, **told)
        else:
            report.add("answer-incomplete", entry[0].answer.place, **told)

    def _part_name(self, key: str, part: str) -> str:
        """What the sheet calls another part of a cell's entry."""
        entry = entry_of(key)
        whole = f"{entry[0]}[{entry[1]}]" if entry else self._target.slot_of(key)
        cell = self._target.cells.get(f"{whole}.{part}" if part else whole)
        return cell_name(replace(cell, number=0), self._target.words) if cell and (cell.part or cell.label) else part

    def texts(self, slot: SlotDeclaration, applied: Sequence[Decision]) -> dict[str, Scalar]:
        """The slot's texts as they would be by key, each with its place: that of its answer, or that in the profile."""
        there = taken_apart(slot, nested_in(self._tree, slot))
        new = {each.key: self._scalar(each) for each in applied}
        kept = {key: node for key, node in there.items() if key not in new and not self._falls_away(slot, key, node)}
        return {**kept, **{key: node for key, node in new.items() if node.text}}

    def _falls_away(self, slot: SlotDeclaration, key: str, node: Scalar) -> bool:
        """Whether a placeholder goes when others are filled in: it stood for something that may be left out."""
        if not is_placeholder(node.text):
            return False
        return slot.type in ("list", "steps") or key.rpartition(".")[2] not in (
            "role", "decision", "version", "issued_on", "summary",
        )  # fmt: skip

    def _scalar(self, decision: Decision) -> Scalar:
        text = written_text(decision.answer.wanted, self._target.cells[decision.key])
        return Scalar(text, decision.answer.place, text)


def _torn_entries(
    slot: SlotDeclaration, texts: Mapping[str, Scalar], applied: Sequence[Decision]
) -> list[tuple[list[Decision], tuple[str, ...]]]:
    """The answers to entries of a list that would be incomplete, entry by entry, each with what it would lack."""
    parts, answers = defaultdict[str, set[str]](set), defaultdict[str, list[Decision]](list)
    for key in texts:
        if entry := entry_of(key):
            parts[entry[1]].add(entry[2].removeprefix("."))
    for each in applied:
        if (entry := entry_of(each.key)) and entry[1] in parts:
            answers[entry[1]].append(each)
    torn = ((found, lacking_in(slot, parts[number])) for number, found in answers.items())
    return [(found, lacking) for found, lacking in torn if lacking]


def as_refused(decision: Decision) -> Decision:
    """The decision, as one that is not applied."""
    return replace(decision, outcome="refused") if decision.outcome == "applied" else decision
