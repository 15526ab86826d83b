"""A company's profile as it stands at one moment: what it says, what is wrong with it, what it looks like.

Everything that follows from the file is found out once.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report, Stop, shown
from deckgen.merge.completeness import SlotState, overview
from deckgen.messages import severity_of
from deckgen.model.choice import AS_WRITTEN
from deckgen.model.company import Profile
from deckgen.model.publication import Publication
from deckgen.model.questions import Plain, Question, put_together
from deckgen.model.slots import is_placeholder
from deckgen.model.theme import Theme
from deckgen.pipeline.branding import branded
from deckgen.pipeline.material import (
    Material,
    Opened,
    asked_for,
    course_named,
    open_profile,
    theme_of,
)
from deckgen.readers.arranging import arranged
from deckgen.readers.by_language import InLanguage, by_language
from deckgen.readers.company import Owners, read_profile, slots_in
from deckgen.readers.questions import check_taken_away, questions_of, value_in
from deckgen.readers.splicing import Change, spliced
from deckgen.readers.spoken import in_language, only_in
from deckgen.readers.yaml_edit import Tied
from deckgen.studio.faulty import without_faults
from deckgen.studio.published import found_in, published
from deckgen.wording import LANGUAGES, Language

Texts = Mapping[Language | None, Mapping[str, str]]
"""Texts of the cells of a slot by language; None stands for that of the course, where the value has no languages."""
ORDER = ("course", "company_id", "theme", "certified", "sample", "brand_colour")
"""Top keys that stand first in a profile."""


@dataclass(frozen=True)
class Reading:
    """A profile as it stands in its file, or would stand with what is being typed."""

    path: Path
    data: bytes
    day: date
    """By which to judge whether it is fresh."""

    @property
    def stamp(self) -> str:
        """What tells this state of the file from any other (RFC 9110, 8.8.3)."""
        return sha256(self.data).hexdigest()[:16]

    @cached_property
    def _opened(self) -> tuple[Opened | None, tuple[Diagnostic, ...]]:
        report = Report()
        try:
            return open_profile(self.path, report, self.data), tuple(report)
        except Stop:
            return None, tuple(report)

    @property
    def opened(self) -> Opened | None:
        """The YAML and its course; None where they cannot be read."""
        return self._opened[0]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """A question a slot; none where the file cannot be read."""
        return questions_of(self.opened.course, self.opened.loaded.tree) if self.opened else ()

    @cached_property
    def _read(self) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
        if self.opened is None:
            return None, self._opened[1]
        report = Report()
        try:
            return read_profile(self.opened.loaded, self.opened.course, report), tuple(report)
        except Stop:
            return None, tuple(report)

    @property
    def profile(self) -> Profile | None:
        """What the company says; None where a value cannot be read."""
        return self._read[0]

    @cached_property
    def usable(self) -> "Reading":
        """This reading, without what cannot be read: what can be shown of it."""
        if self.opened is None or (self.profile is not None and self.themed[0] is not None):
            return self
        slots = {slot.name: slot for slot in self.opened.course.slots}
        faults = [found for found in (*self._read[1], *self.themed[1]) if severity_of(found.code) == "error"]
        changes = [Change(name, slots[name], None, is_new_value=True) for name in sorted(self._faulty)]
        try:
            data = spliced(self.data, changes, tuple(slots))
            if data == self.data:
                data = without_faults(data, self.opened.loaded.tree, faults)
        except Tied:
            return self
        return Reading(self.path, data, self.day).usable if data != self.data else self

    @cached_property
    def _faulty(self) -> set[str]:
        """The slots whose values cannot be read."""
        return {self._slot_at(found) for found in self._read[1] if severity_of(found.code) == "error"} - {""}

    @cached_property
    def _slots(self) -> Owners | None:
        return slots_in(self.opened.loaded, self.opened.course) if self.opened else None

    def _slot_at(self, found: Diagnostic) -> str:
        told = dict(found.values).get("slot", "")
        if told and any(question.slot.name == told for question in self.questions):
            return told
        return self._slots.at(found.place) if self._slots and found.place else ""

    def slot_of(self, found: Diagnostic) -> str:
        """The slot that a finding is about; empty for none."""
        return self._of_the_rest.get(found) or self._slot_at(found)

    @cached_property
    def _of_the_rest(self) -> dict[Diagnostic, str]:
        """What is said of the slots that can be read while something else cannot, each finding with its slot."""
        if self.usable is self:
            return {}
        told = {found: self.usable.slot_of(found) for found in self.usable.findings}
        return {found: slot for found, slot in told.items() if slot and slot not in self._faulty}

    @cached_property
    def material(self) -> Material | None:
        """What there is to show; None where the file, its course or its theme cannot be read."""
        reading = self.usable
        opened, profile = reading.opened, reading.profile
        theme = reading.themed[0]
        if opened is None or profile is None or theme is None:
            return None
        return Material(opened.workspace, opened.course, profile, theme)

    @cached_property
    def _theme(self) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        """The theme as it is for every company."""
        report = Report()
        try:
            return theme_of(self.opened, None, report) if self.opened else None, tuple(report)
        except Stop:
            return None, tuple(report)

    @cached_property
    def themed(self) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        """The theme in the company's own colour; None where it cannot be read."""
        theme, told = self._theme
        if theme is None or self.profile is None:
            return None, told
        report = Report()
        return branded(theme, self.profile, report), (*told, *report)

    def is_current(self) -> bool:
        """Whether course and theme are still those that this was read with: kept until a file of theirs changes."""
        if self.opened is None or self._theme[0] is None:
            return False
        unheard = Report()
        try:
            loaded = self.opened.loaded
            asked = asked_for(loaded, AS_WRITTEN)
            course = course_named(loaded.course, self.opened.workspace, unheard, language=loaded.language, asked=asked)
            if not loaded.is_current():
                return False
            return course is self.opened.course and theme_of(self.opened, None, unheard) == self._theme[0]
        except Stop:
            return False

    @property
    def name(self) -> str:
        """What the company is called; what its file is called while it has no name yet."""
        name = self.publication.course.company_name if self.publication else ""
        return self.path.stem if not name or is_placeholder(name) else name

    @cached_property
    def rows(self) -> tuple[SlotState, ...]:
        """How far the company has come, a row a slot."""
        return overview(self.material.course, self.material.profile) if self.material else ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing that is required is missing."""
        return bool(self.rows) and not any(row.state in ("missing", "placeholder") for row in self.rows)

    @cached_property
    def publication(self) -> Publication | None:
        """The slides, as a draft while something is missing; None where they cannot be laid out."""
        if self.material is None:
            return None
        return published(self.material, draft=not self.is_complete or self.usable is not self)

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All that `deckgen check` says of it."""
        report = Report()
        report.extend((*self._read[1], *self.themed[1]))
        if self.material and self.usable is self:
            report.extend(found_in(self.material, self.day))
        return (*report, *self._of_the_rest)

    def findings_at(self, slot: str) -> tuple[Diagnostic, ...]:
        """What is said of one slot, or with an empty name of none; infos are not asked for here."""
        return tuple(
            found for found in self.findings if self.slot_of(found) == slot and severity_of(found.code) != "info"
        )

    def value_of(self, name: str, language: Language | None = None) -> "Plain | None":
        """What the file has for a slot: in a language, else in that of the course."""
        if self.opened is None:
            return None
        question = next(each for each in self.questions if each.slot.name == name)
        said = in_language(self.opened.loaded.tree, language or self.opened.course.language, Report())
        value: Plain | None = value_in(said, question.slot)
        return value

    def mark_of(self, name: str) -> str:
        """What tells this value of a slot from any other."""
        return mark_of([self.value_of(name, language) for language in LANGUAGES])

    def by_language(self, question: Question) -> tuple[InLanguage, ...]:
        """A question in each language, in the course's own first; nothing where the value is the same in all."""
        if self.opened is None:
            return ()
        return by_language(question, self.opened.course, self.opened.loaded.tree, shown(self.path))

    def with_texts(self, name: str, texts: Texts, reviewed: date | None = None) -> "Reading":
        """The profile as it would be with other texts in the cells of a slot. Raises Tied."""
        slots = {question.slot.name: question.slot for question in self.questions}
        slot, made = slots[name], self
        for language, said in texts.items():
            change = Change(name, slot, put_together(slot, said), is_new_value=True, reviewed_on=reviewed)
            made = replace(made, data=spliced(made.data, [change], tuple(slots), language))
            if made.opened:
                own = language or made.opened.course.language
                check_taken_away(only_in(made.opened.loaded.tree, own), slot, change.value)
        return made

    def with_values(self, *changes: "tuple[Sequence[str], Plain | None]") -> "Reading":
        """The profile as it would be with other values under some paths of keys; None takes one away. Raises Tied."""
        data = self.data
        for path, value in changes:
            data = arranged(data, path, value, ORDER)
        return replace(self, data=data)


def mark_of(value: object) -> str:
    """What tells a value from any other."""
    return sha256(repr(value).encode()).hexdigest()[:16]


def is_gap(found: Diagnostic) -> bool:
    """Whether a finding says that something is still to be written, and no more."""
    return found.code in ("slot-missing", "slot-placeholder")


def slides_with(reading: Reading, slots: Collection[str]) -> tuple[str, ...]:
    """The ids of the slides that show any of some slots, in order."""
    named = {slide for row in reading.rows if row.slot.name in slots for slide in row.slides}
    pages = reading.publication.deck.pages if reading.publication else ()
    return tuple(dict.fromkeys(page.slide_id for page in pages if page.slide_id in named))
