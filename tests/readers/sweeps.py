"""Every line of a sample profile changed in turn: what is told of it, and what is silent."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Diagnostic, Place, Report, Stop
from deckgen.merge import merge
from deckgen.messages import severity_of
from deckgen.model.company import Profile
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
    """Where a changed profile is read, and what the sound one says."""

    path: Path
    lines: list[str]
    profile: Profile
    usual: Report
    """What is told of it anyway."""
    meaning: object

    @classmethod
    def of(cls, company: str, folder: Path) -> "Desk":
        """A desk in an empty folder for one of the sample companies."""
        path = folder / f"{company}.yaml"
        if (SOURCE / "companies" / company).is_dir():
            shutil.copytree(SOURCE / "companies" / company, folder / company)
        lines, usual = (SOURCE / "companies" / path.name).read_text(encoding="utf-8").split("\n"), Report()
        profile = read(path, lines, usual)
        assert profile
        return cls(path, lines, profile, usual, shown(profile, usual))

    def moved(self, move: Callable[[str], str | None], every: int) -> Iterator[tuple[int, list[str]]]:
        """The profile with one in so many of its lines moved, each in turn, and the number of that line."""
        for index, line in enumerate(self.lines):
            instead = move(line) if line.strip() and not line.lstrip().startswith("#") else None
            if instead is not None and index % every == every // 2:
                yield index + 1, [*self.lines[:index], instead, *self.lines[index + 1 :]]


@cache
def the_course() -> CourseSource:
    return read_course(SOURCE / "courses" / "telework-privacy", Report())


def read(path: Path, lines: list[str], report: Report) -> Profile | None:
    """The profile of a text; None where it cannot be had."""
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        return read_profile(load_profile(path, report), the_course(), report)
    except Stop:
        return None


def words(part: Any) -> object:
    """A part of the model without the places that it comes from."""
    if isinstance(part, tuple):
        return tuple(map(words, part))
    if isinstance(part, dict):
        return [(key, words(value)) for key, value in part.items() if not isinstance(value, Place)]
    if is_dataclass(part):
        values = ((each.name, getattr(part, each.name)) for each in fields(part))
        return [(name, words(value)) for name, value in values if not isinstance(value, (Place, Path))]
    return part


def shown(profile: Profile, report: Report) -> object:
    """What the course of a company says, and what is judged of it; None where it cannot be had."""
    try:
        course = merge(the_course(), profile, draft=False, report=report)
    except Stop:
        return None
    return words(course), words(profile.reviews), profile.theme, profile.brand_colour


def blames_a_right_colon(found: Diagnostic, lines: list[str]) -> bool:
    if found.code not in ABOUT_COLONS or found.place is None:
        return False
    colons = len(re.findall(r":(?:\s|$)", lines[found.place.line - 1]))
    return (colons > 0) if found.code == "yaml-key-colon" else (colons < 1 + ABOUT_COLONS[found.code])


def rates(desk: Desk, move: Callable[[str], str | None], every: int = 1) -> Rates:
    """What comes of moving one in so many lines of a profile, each in turn."""
    said, known, found = words(desk.profile), Counter(one.code for one in desk.usual), Rates()
    for number, lines in desk.moved(move, every):
        report = Report()
        profile = read(desk.path, lines, report)
        is_same = profile is not None and (words(profile) == said or shown(profile, report) == desk.meaning)
        errors = [one for one in report if severity_of(one.code) == "error"]
        found.blamed += tuple(lines[number - 1] for one in report if blames_a_right_colon(one, lines))
        if errors:
            found.told += 1
            found.named += any(one.place and one.place.line == number for one in errors)
        elif is_same:
            found.same += 1
        elif not Counter(one.code for one in report) - known:
            found.silent += (number,)
    return found
