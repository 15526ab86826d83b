"""Over a filled profile, each value in turn is what offices write for a value they have not got: every one is told.

What the type of a value refuses is told when it is read; everything else by the checks, with the role that must act.
"""

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest

from deckgen.checks import run, subject_of
from deckgen.diagnostics import Diagnostic, Place, Report, Stop
from deckgen.messages import severity_of
from deckgen.model.course import CourseSource
from deckgen.readers.company import LoadedProfile, load_profile, read_profile
from deckgen.readers.course import read_course
from deckgen.readers.renewal import scalars
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence

SOURCE = Path(__file__).parents[2] / "source"
COMPANIES = ("midori-seiki", "hinata-design")

WORDS = (
    "未定", "要確認", "※要確認 30分以内", "【要確認】", "【要確認】30分以内", "検討中", "調整中です。", "確認中",
    "未記入", "仮",
    "（仮）30分以内", "30分以内（調整中）", "TBD", "ＴＢＤ", "××分以内", "XX分", "○分以内", "○○", "？？？", "＜期限＞",
    "例：気づいてから30分以内", "後日連絡", "記入してください", "ダミー", "test", "サンプル", "lorem ipsum", "xxx",
    "未定です",
    "期限は未定", "20XX年", "あああ", "#N/A", "___", "-", "ー", "なし", "N/A", "...", "該当なし", "090-1234-5678",
    "03-XXXX-XXXX", "03-1234-5678", "info@xxx.co.jp", "soudan@example.co.jp",
)  # fmt: skip
NAMES_OF_SLIDES = {"quiz.add.slide", "slides.add.after", "slides.notes.slide", "slides.leave_out"}
ELSEWHERE = {"sample", "course", "theme"} | NAMES_OF_SLIDES
"""What makes a sample, and names of folders and slides, which the pipeline and the merge look for."""
CHOICE = "quiz.add.choices.text"


@dataclass(frozen=True)
class Sweep:
    """One sample company as a company of its own, which may have no numbers that are nobody's."""

    course: CourseSource
    loaded: LoadedProfile

    def places(self) -> dict[Place, str]:
        """The dotted name of each value that may be replaced; the last of several entries on one line.

        Of the choices of a question one, since no two may be the same.
        """
        found: dict[tuple[str, int], Place] = {}
        before = ""
        for name, node in scalars(self.loaded.tree):
            if name not in ELSEWHERE and not (name == before == CHOICE):
                found[name, node.place.line] = node.place
            before = name if name != "quiz.add.choices.correct" else before
        return {place: name for (name, _), place in found.items()}

    def told(self, places: set[Place], text: str) -> Report:
        """What is found where some values are a text instead."""
        report = Report()
        tree = cast("Mapping", _with(self.loaded.tree, places, text))
        with contextlib.suppress(Stop):
            loaded = replace(self.loaded, tree=tree, layers=(replace(self.loaded.own, tree=tree),))
            profile = read_profile(loaded, self.course, report)
            shown = {slot.name: ("cover",) for slot in self.course.slots}
            own = replace(self.course, slides=(), quiz=None)  # what the course says stays, and need not be looked at
            report.extend(run(subject_of(own, profile, None, shown), None))
        return report


def _with(node: Node, places: set[Place], text: str) -> Node:
    match node:
        case Scalar():
            return replace(node, text=text, raw=text, is_null=False) if node.place in places else node
        case Sequence():
            return replace(node, items=[_with(item, places, text) for item in node.items])
        case Mapping():
            entries = {key: replace(each, value=_with(each.value, places, text)) for key, each in node.entries.items()}
            return replace(node, entries=entries)


@pytest.fixture(scope="module")
def course() -> CourseSource:
    return read_course(SOURCE / "courses/telework-privacy", Report())


@pytest.fixture(params=COMPANIES)
def sweep(course: CourseSource, request: pytest.FixtureRequest) -> Sweep:
    loaded = load_profile(SOURCE / f"companies/{request.param}.yaml", Report())
    kept = {key: entry for key, entry in loaded.tree.entries.items() if key != "sample"}
    return Sweep(course, replace(loaded, tree=Mapping(kept, loaded.tree.place)))


HEADED = {
    "quiz-id": ".id",
    "quiz-duplicate": ".id",
}
"""What is told of a question or a change, and not of the value in it."""


def _value_of(one: Diagnostic, left: set[Place], names: dict[Place, str]) -> Place | None:
    """The replaced value that a finding is about: on its line, or below where it is told at the head of an entry."""
    assert one.place
    line, column = one.place.line, one.place.column
    on_line = [each for each in left if each.line == line and each.column <= column]
    if on_line and (one.code not in HEADED or one.place in left):
        return max(on_line)
    headed = HEADED.get(one.code, ".id")
    return min((each for each in left if 0 <= each.line - line < 5 and names[each].endswith(headed)), default=None)


def swept(sweep: Sweep, left: set[Place], text: str) -> dict[Place, set[Diagnostic]]:
    """What is told of each of some values where all of them are a text.

    What is refused is put back once it has been told, so that the others are read, merged and checked.
    """
    names, left = sweep.places(), set(left)
    found: dict[Place, set[Diagnostic]] = {place: set() for place in left}
    while True:
        refused = set()
        for each in sweep.told(left, text):
            if place := _value_of(each, left, names):
                found[place].add(each)
                refused |= {place} if _refuses(each) else set()
        if not refused:
            return found
        left -= refused


def _refuses(one: Diagnostic) -> bool:
    return severity_of(one.code) == "error" and "owner" not in dict(one.values)


def is_told(found: set[Diagnostic], text: str) -> bool:
    """Whether a value is refused, or somebody is asked for what should stand there."""
    values = [dict(one.values) for one in found]
    return any(map(_refuses, found)) or any("owner" in each and each.get("found", " ") in text for each in values)


def test_no_value_that_stands_in_for_another_is_passed_over(sweep: Sweep) -> None:
    names = sweep.places()
    of_no_type = {place for place, found in swept(sweep, set(names), WORDS[0]).items() if not any(map(_refuses, found))}
    silent, count = [], 0
    for text in WORDS:
        asked = set(names) if text in ("test", "-") else of_no_type
        for place, found in swept(sweep, asked, text).items():
            count += 1
            if not is_told(found, text):
                silent.append(f"{text} in line {place.line}, {names[place]}")
            if names[place].startswith("emergency."):
                assert any(severity_of(one.code) == "error" for one in found), (text, names[place])
    print(f"{sweep.loaded.path.stem}: {count - len(silent)} of {count} told")
    assert count > 1_500
    assert silent == []
