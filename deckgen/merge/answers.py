"""Answers into a profile: a three-way merge by key of what was sent, what the profile has now, and what came back.

A list is taken as a whole where entries came or went, since numbers then mean other entries; else entry by entry.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from deckgen.model.questions import NEW, Answer, Decision, Outcome, entry_of

Texts = Mapping[str, str]
"""What is in each cell, by key."""


def decided(answers: Iterable[Answer], base: Texts, now: Texts) -> list[Decision]:
    """What becomes of the answers of one sheet, in the order of their keys."""
    found: list[Decision] = []
    for name, group in groupby(sorted(answers, key=_group), key=lambda answer: _group(answer)[0]):
        theirs = list(group)
        if entry_of(theirs[0].key):
            found += _of_list(name, theirs, base, now)
        else:
            found += [Decision(each, now.get(each.key, ""), _of_one(each, now)) for each in theirs]
    return found


def _group(answer: Answer) -> tuple[str, int, str]:
    entry = entry_of(answer.key)
    if entry is None:
        return answer.key, 0, ""
    return entry[0], -1 if entry[1] == NEW else int(entry[1]), entry[2]


def _of_one(answer: Answer, now: Texts) -> Outcome:
    there = now.get(answer.key, "")
    if answer.text is not None and answer.text == there:
        return "unchanged"
    if answer.base != there:
        return "conflict"
    return "unchanged" if answer.wanted == there else "applied"


def _of_list(name: str, theirs: Sequence[Answer], base: Texts, now: Texts) -> Iterator[Decision]:
    sent, there = _entries(name, base), _entries(name, now)
    wanted = _entries(name, {**base, **{each.key: each.wanted for each in theirs}})
    if wanted == there:  # whoever else was there had the same in mind
        verdicts: list[Outcome] = ["unchanged"] * len(theirs)
    elif sent == there or len(sent) == len(there) == len(wanted):
        verdicts = [_of_one(each, now) for each in theirs]
    else:
        verdicts = ["conflict"] * len(theirs)
    for each, verdict in zip(theirs, verdicts, strict=True):
        yield Decision(each, now.get(each.key, ""), verdict)


def _entries(name: str, texts: Texts) -> list[dict[str, str]]:
    """The entries of a list in order, each with its parts; those without any text are none."""
    found: dict[int, dict[str, str]] = {}
    for key, text in texts.items():
        if text and (entry := entry_of(key)) and entry[0] == name:
            found.setdefault(-1 if entry[1] == NEW else int(entry[1]), {})[entry[2]] = text
    return [found[number] for number in sorted(found)]


def contradictions(sheets: Sequence[Sequence[Decision]]) -> set[str]:
    """The keys of cells, and the names of lists, for which several sheets want different things."""
    wanted: dict[str, list[dict[str, str]]] = {}
    for sheet in sheets:
        by_group: dict[str, dict[str, str]] = {}
        for decision in sheet:
            if decision.outcome == "applied":
                by_group.setdefault(_group(decision.answer)[0], {})[decision.key] = decision.answer.wanted
        for name, texts in by_group.items():
            wanted.setdefault(name, []).append(texts)
    return {name for name, texts in wanted.items() if any(each != texts[0] for each in texts)}


def held_back(decisions: Sequence[Decision], *, is_ordered: bool) -> list[Decision]:
    """The answers of one list that have to wait, where an entry that was to come into it could not be taken.

    What stands there is not taken away meanwhile, since the new entry may be what was to replace it. Of what is done
    step by step nothing is taken: what lacks a step is another procedure.
    """
    entries = {_number(each.key) for each in decisions if each.now}
    is_lacking = any(
        each.outcome == "refused" and _number(each.key) not in entries and entry_of(each.key) for each in decisions
    )
    applied = [each for each in decisions if each.outcome == "applied"] if is_lacking else []
    return [each for each in applied if is_ordered or not each.answer.wanted]


def _number(key: str) -> str:
    entry = entry_of(key)
    return entry[1] if entry else ""


def group_of(key: str) -> str:
    """The list that a cell is in, or the cell itself."""
    entry = entry_of(key)
    return entry[0] if entry else key
