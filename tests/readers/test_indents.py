"""A line that starts in the wrong column is the line that is named.

Every line of both sample companies is moved in turn, by each of the ways in which hands and other programs move lines.
"""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Diagnostic, Place, Report, Stop
from deckgen.merge import merge
from deckgen.messages import severity_of
from deckgen.model.course import CourseSource
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course

SOURCE = Path(__file__).parents[2] / "source"
COMPANIES = ("midori-seiki", "hinata-design")
MOVES: dict[str, Callable[[str], str | None]] = {
    "one space more": lambda line: f" {line}",
    "two spaces more": lambda line: f"  {line}",
    "one space fewer": lambda line: line[1:] if line.startswith(" ") else None,
    "two spaces fewer": lambda line: line[2:] if line.startswith("  ") else None,
    "a no-break space": lambda line: f"\u00a0{line}",
    "a tab": lambda line: f"\t{line}",
    "a full-width space": lambda line: f"\u3000{line}",
}
ABOUT_COLONS = {"yaml-key-colon": 0, "yaml-colon": 1}
"""Colons before a value that a line may have for a message to ask for one, or for one less."""


@dataclass(slots=True)
class Rates:
    """What came of moving every line in one way."""

    told: int = 0
    named: int = 0
    """Of those: with an error at the very line."""
    same: int = 0
    """Lines whose move changes nothing that is shown."""
    silent: tuple[int, ...] = ()
    blamed: tuple[str, ...] = ()
    """Lines whose colon is right, and was blamed."""

    def __str__(self) -> str:
        share = f"{self.named}/{self.told} named ({self.named / self.told:.1%})"
        return f"{share}, {self.same} the same, {len(self.silent)} silent, {len(self.blamed)} colons blamed"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a changed profile is read, and what the sound one means."""

    path: Path
    lines: list[str]

    def read(self, text: str) -> tuple[list[Diagnostic], object]:
        """The findings, and what the merged course says; None where there is none."""
        self.path.write_text(text, encoding="utf-8")
        report = Report()
        try:
            profile = read_profile(load_profile(self.path, report), the_course(), report)
            said = words(merge(the_course(), profile, draft=False, report=report))
        except Stop:
            return list(report), None
        return list(report), (said, words(tuple(profile.reviews.items())), profile.theme, profile.brand_colour)

    def moved(self, move: Callable[[str], str | None]) -> Iterator[tuple[int, list[str]]]:
        """The profile with each of its lines moved, and the number of that line."""
        for index, line in enumerate(self.lines):
            instead = move(line) if line.strip() and not line.lstrip().startswith("#") else None
            if instead is not None:
                yield index + 1, [*self.lines[:index], instead, *self.lines[index + 1 :]]


@cache
def the_course() -> CourseSource:
    return read_course(SOURCE / "courses" / "telework-privacy", Report())


@pytest.fixture(params=COMPANIES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    path = tmp_path / f"{request.param}.yaml"
    if (SOURCE / "companies" / request.param).is_dir():
        shutil.copytree(SOURCE / "companies" / request.param, tmp_path / request.param)
    text = (SOURCE / "companies" / path.name).read_text(encoding="utf-8")
    return Desk(path, text.split("\n"))


def words(part: Any) -> object:
    """A part of the model without the places that it comes from."""
    if isinstance(part, tuple):
        return tuple(map(words, part))
    if is_dataclass(part):
        values = ((each.name, getattr(part, each.name)) for each in fields(part))
        return [(name, words(value)) for name, value in values if not isinstance(value, (Place, Path))]
    return part


def blames_a_right_colon(found: Diagnostic, lines: list[str]) -> bool:
    if found.code not in ABOUT_COLONS or found.place is None:
        return False
    colons = len(re.findall(r":(?:\s|$)", lines[found.place.line - 1]))
    return (colons > 0) if found.code == "yaml-key-colon" else (colons < 1 + ABOUT_COLONS[found.code])


def rates(desk: Desk, move: Callable[[str], str | None]) -> Rates:
    sound, meaning = desk.read("\n".join(desk.lines))
    assert meaning is not None
    usual, found = Counter(one.code for one in sound), Rates()
    for number, lines in desk.moved(move):
        report, said = desk.read("\n".join(lines))
        errors = [one for one in report if severity_of(one.code) == "error"]
        found.blamed += tuple(lines[number - 1] for one in report if blames_a_right_colon(one, lines))
        if errors:
            found.told += 1
            found.named += any(one.place and one.place.line == number for one in errors)
        elif said == meaning:
            found.same += 1
        elif not Counter(one.code for one in report) - usual:
            found.silent += (number,)
    return found


@pytest.mark.parametrize("name", MOVES)
def test_a_line_in_the_wrong_column_is_named_in_19_of_20_and_never_silent(desk: Desk, name: str) -> None:
    found = rates(desk, MOVES[name])
    print(f"{desk.path.stem}: {name}: {found}")
    assert found.silent == ()
    assert found.blamed == ()
    assert found.told > found.same
    assert found.named >= 0.95 * found.told
