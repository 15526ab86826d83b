"""Next year's profile: what changes in the text of this year's, and what somebody has to look at.

Year, version and dates move on; days of review stay, so that a check lists what is due. Nothing else is touched.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import has_errors
from deckgen.model.slots import is_placeholder
from deckgen.model.standard_slots import (
    FISCAL_YEAR,
    HISTORY,
    ISSUED_ON,
    NEXT_REVIEW,
    SESSION_DATE,
    VERSION,
)
from deckgen.model.text import within
from deckgen.readers.edits import Edit
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.scalars import as_date, as_integer
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence
from deckgen.text.years import named_days

COMPANY_ID = "company_id"
_COURSE = "course"
_YEARS = range(2000, 2101)
_OF_TRAINING = ("session.", "record.")
_OF_ONE_YEAR = frozenset(
    {SESSION_DATE, "record.number", "record.reported_on", "record.plan", "record.period", "record.expected"}
    | {"record.sessions.date", "record.sessions.time"}
)
"""What is of one year, whether it names a day or not."""
_OF_A_VERSION = re.compile(r"^versions\.[^.]+\.")
_STAYS = (FISCAL_YEAR, VERSION, ISSUED_ON, NEXT_REVIEW, HISTORY, SESSION_DATE)
"""Values in which the old year is no oversight: they change, or tell of the past."""
_NUMBERED = re.compile(r"(?P<head>[^0-9]*)(?P<number>[0-9]{1,9})(?P<rest>(?:\.[0-9]+)*)(?P<tail>版?)")
_PLAIN = re.compile(r"\w(?:[\w .-]*\w)?")
"""Names that YAML takes without quotes; a string of JSON is one of YAML in quotes (YAML 1.2.2, 1.3)."""
_QUOTES = ('"', "'")


@dataclass(frozen=True, slots=True)
class Moved:
    """A value that changed."""

    name: str
    old: str
    new: str


@dataclass(slots=True)
class Renewal:
    """The changes to one profile, in the making."""

    tree: Mapping
    text: str
    """What the tree was read from, with plain line feeds."""
    year: int
    report: Report
    placeholder: str
    """What is written where somebody has to decide."""
    edits: list[Edit] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    old_year: int = 0

    def plan(self) -> None:
        """Find all changes. Raises Stop after every reason why that cannot be is in the report."""
        before = len(self.report)
        old_year = self._read_year()
        for name in (ISSUED_ON, NEXT_REVIEW):
            self._check_date(name)
        if has_errors(self.report, before) or old_year is None:
            raise Stop
        self.old_year = old_year
        self._move(FISCAL_YEAR, str(self.year))
        version = self._version(old_year)
        issued_on = self._dates(self.year - old_year)
        self._training()
        self._history(version, issued_on)

    def name_company(self, company: str) -> None:
        """Say which company it is, in a profile whose own name is another."""
        if COMPANY_ID in self.tree.entries:
            return
        entry = self.tree.entries.get(_COURSE) or next(iter(self.tree.entries.values()))
        written = company if _PLAIN.fullmatch(company) else json.dumps(company, ensure_ascii=False)
        if self._character(self.tree.place) != "{":  # each key on a line of its own
            self._insert(entry.key.place, f"{COMPANY_ID}: {written}\n" + " " * (entry.key.place.column - 1))
        else:
            self._insert(entry.key.place, f"{COMPANY_ID}: {written}, ")
        self.moved.append(Moved(COMPANY_ID, "", company))

    # Values --------------------------------------------------------------------------------------

    def _read_year(self) -> int | None:
        """The year that the profile is for; None where it says none, or one that is not before the new one."""
        node = self._scalar(FISCAL_YEAR)
        if node is None:
            self.report.add("renew-missing", Place(self.tree.place.file), name=FISCAL_YEAR)
            return None
        old = as_integer(node.text)
        if old is None:
            self._unreadable(FISCAL_YEAR, node, "@integer")
            return None
        if self.year <= old or self.year not in _YEARS:
            self.report.add("renew-year", node.place, old=old, found=self.year)
            return None
        if self.year > old + 1:
            self.report.add("renew-gap", node.place, old=old, found=self.year)
        return old

    def _version(self, old_year: int) -> str | None:
        """Move the version on; the new one, or None where the profile has none."""
        node = self._scalar(VERSION)
        if node is None or is_placeholder(node.text):
            return None
        new = next_version(node.text, old_year, self.year)
        if new is None:
            self.report.add("renew-version", node.place, found=node.text)
        self._move(VERSION, new or self.placeholder)
        return new or self.placeholder

    def _dates(self, years: int) -> str:
        """Move the dates of the edition on; the day of issue, or the placeholder."""
        issued = self._date(ISSUED_ON)
        if issued is None:
            return self.placeholder
        new = on_a_weekday(years_later(issued, years))
        self._move(ISSUED_ON, new.isoformat())
        review = self._date(NEXT_REVIEW)
        if review is not None:
            latest = years_later(new, 1)
            due = min(years_later(review, years), latest)
            if due <= new:
                due = latest
            self._move(NEXT_REVIEW, before_the_weekend(due).isoformat())
        return new.isoformat()

    def _date(self, name: str) -> date | None:
        """A date; None where it is still to be written."""
        node = self._scalar(name)
        return as_date(node.text) if node else None

    def _check_date(self, name: str) -> None:
        node = self._scalar(name)
        if node and not is_placeholder(node.text) and as_date(node.text) is None:
            self._unreadable(name, node, "@date")

    def _unreadable(self, name: str, node: Scalar, expected: str) -> None:
        from deckgen.readers.scalars import LIKELY  # what a sound file never needs

        suggestion = LIKELY[expected](node.text)
        self.report.add("renew-unreadable", node.place, name=name, found=node.text, suggestion=suggestion)

    def _training(self) -> None:
        """What is of one training is no matter of arithmetic: its days, plan and numbers, and all that names a day."""
        for name, node in scalars(self.tree):
            plain = _OF_A_VERSION.sub("", name)
            is_of_training = plain.startswith(_OF_TRAINING) and not node.is_null and node.text
            if is_of_training and (plain in _OF_ONE_YEAR or any(named_days(node.text))):
                self._put(name, node, self.placeholder)

    def _move(self, name: str, text: str) -> None:
        """Replace a value, in the quotes that it has."""
        node = self._scalar(name)
        assert node is not None
        self._put(name, node, text)

    def _put(self, name: str, node: Scalar, text: str) -> None:
        if node.text == text or (text == self.placeholder and is_placeholder(node.text)):
            return
        end = node.raw[len(node.raw.rstrip()) :]
        raw = node.raw.replace(node.text, text) if node.text in node.raw else _quoted(text, node.raw) + end
        self.edits.append(Edit(node.place, node.raw, raw))
        self.moved.append(Moved(name, node.text, text))

    # The history of editions ---------------------------------------------------------------------

    def _history(self, version: str | None, issued_on: str) -> None:
        """The new edition above the earlier ones, and the old one with them where nobody had written it down."""
        history = self._node(HISTORY)
        if version is None or not isinstance(history, Sequence) or not history.items:
            return
        first = history.items[0]
        if not isinstance(first, Mapping):
            return
        known = {each.text for item in history.items if isinstance(each := _entry(item, "version"), Scalar)}
        entries = [(version, issued_on)]
        old_version, old_day = self._scalar(VERSION), self._scalar(ISSUED_ON)
        if old_version and old_day and old_version.text not in known:
            entries.append((old_version.text, old_day.text))
        sample = _entry(first, "version")
        raw = sample.raw if isinstance(sample, Scalar) else '"'
        self._insert_entries(history, first, [(_quoted(text, raw), day) for text, day in entries])
        self.moved += [Moved(HISTORY, "", f"{text}（{day}）") for text, day in entries]

    def _insert_entries(self, history: Sequence, first: Mapping, entries: list[tuple[str, str]]) -> None:
        """Write entries as the others are written: inside of brackets, or each after a dash."""
        place = history.place
        if self._character(place) == "[":
            flow = "".join(f"{{ version: {v}, issued_on: {d}, summary: {self.placeholder} }}, " for v, d in entries)
            self._insert(first.place, flow)
            return
        gap = first.place.column - place.column - 1 if first.place.line == place.line else 1
        dash = " " * (place.column - 1) + "-" + " " * gap
        indent = " " * len(dash)
        lines = "".join(
            f"{dash}version: {v}\n{indent}issued_on: {d}\n{indent}summary: {self.placeholder}\n" for v, d in entries
        )
        self._insert(Place(place.file, place.line, 1), lines)

    def _character(self, place: Place) -> str:
        return self.text.split("\n")[place.line - 1][place.column - 1]

    def _insert(self, place: Place, text: str) -> None:
        self.edits.append(Edit(place, "", text))

    # Finding -------------------------------------------------------------------------------------

    def _node(self, name: str) -> Node | None:
        return find(self.tree, name)

    def _scalar(self, name: str) -> Scalar | None:
        """A single value; None where there is nothing, or more than one."""
        node = self._node(name)
        return node if isinstance(node, Scalar) and not node.is_null and node.text else None


def find(tree: Mapping, name: str) -> Node | None:
    """The value of a slot at its dotted path, group by group or as one key."""
    if name in tree.entries:
        return tree.entries[name].value
    for key, entry in tree.entries.items():
        if name.startswith(f"{key}.") and isinstance(entry.value, Mapping):
            return find(entry.value, name[len(key) + 1 :])
    return None


def next_version(text: str, old_year: int, year: int) -> str | None:
    """The version of the first edition of another year; None for a text that counts in no way that is known.

    `2.1` is followed by `3.0`, `第2版` by `第3版`; a version that begins with its year, `2026.3`, by `2027.1`.
    """
    match = _NUMBERED.fullmatch(text)
    if match is None:
        return None
    parts = match["rest"].count(".")
    if int(match["number"]) == old_year:
        number, rest = year, ".1" * parts
    else:
        number, rest = int(match["number"]) + 1, ".0" * parts
    return f"{match['head']}{number}{rest}{match['tail']}"


def years_later(day: date, years: int) -> date:
    """The same day of a later year; of a leap day the day before, where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def on_a_weekday(day: date) -> date:
    """The day, or the Monday after it where it falls on a weekend."""
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() >= 5 else 0)


def before_the_weekend(day: date) -> date:
    """The day, or the Friday before it where it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _entry(node: Node, key: str) -> Node | None:
    return node.entries[key].value if isinstance(node, Mapping) and key in node.entries else None


def _quoted(text: str, like: str) -> str:
    """A text in the quotes that another value has."""
    quote = like[:1] if like[:1] in _QUOTES else ""
    return f"{quote}{text}{quote}"


def mentions(tree: Mapping, year: int) -> Iterator[tuple[Place, str]]:
    """Where texts name the old year, in either way of counting: the place, and what is written there."""
    era = f"令和{year - 2018}年" if year >= 2019 else "\x00"
    pattern = re.compile(rf"(?<![0-9]){year}(?![0-9])|{era}")
    for name, node in scalars(tree):
        if name.rpartition(".")[2] in (REVIEWED_ON, COMPANY_ID, _COURSE) or name.startswith(_STAYS):
            continue
        if as_date(node.text) is None and (match := pattern.search(node.raw)):
            yield within(node.place, node.raw, match.start()), _around(node.text, pattern)


def _around(text: str, pattern: "re.Pattern[str]") -> str:
    """The words around what is found."""
    match = pattern.search(text)
    start = max(0, match.start() - 8) if match else 0
    return " ".join(text[start : start + 28].split())


def scalars(node: Node, name: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every single value with the dotted path of the keys above it, in the order of the file."""
    match node:
        case Scalar():
            yield name, node
        case Mapping():
            for key, entry in node.entries.items():
                yield from scalars(entry.value, f"{name}.{key}" if name else key)
        case Sequence():
            for item in node.items:
                yield from scalars(item, name)
