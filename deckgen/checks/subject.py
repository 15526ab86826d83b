"""What the checks look at: a company's material, before and after the merge."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deckgen.checks.texts import Piece, pieces_of
from deckgen.diagnostics import Place
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource, MergedSlide
from deckgen.model.slots import Contact, History, Value
from deckgen.model.text import Source


@dataclass(frozen=True, slots=True)
class OtherCompany:
    """A company that has a profile of its own."""

    names: tuple[str, ...]
    """Its full name, and its short one if it has one."""
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One company's material. Whatever it has not got is not there to be found wanting."""

    source: CourseSource
    profile: Profile
    course: Course | None
    """None where the merge failed: its faults have been reported."""
    shown: Mapping[str, tuple[str, ...]]
    """For each slot the slides of this company's course that show it."""
    others: tuple[OtherCompany, ...]
    pieces: tuple[Piece, ...]
    """Every text of the company, and those of the course that the company uses."""

    @property
    def owner(self) -> str:
        """Who looks after the material as a whole."""
        return self.source.owner

    @property
    def whole(self) -> Place:
        """The profile as a whole."""
        return Place(next(iter(self.profile.places.values()), Place(str(self.profile.path))).file)

    @property
    def slides(self) -> tuple[MergedSlide, ...]:
        """The slides of this company's course."""
        return self.course.slides if self.course else ()

    def owner_of(self, slot: str) -> str:
        """The staff role that knows what belongs into a slot."""
        return next((each.owner for each in self.source.slots if each.name == slot), self.owner)

    def label_of(self, slot: str) -> str:
        """What people call a slot."""
        return next((each.label for each in self.source.slots if each.name == slot), slot)

    def place_of(self, slot: str) -> Place:
        """Where a slot stands in the profile."""
        return self.profile.places[slot]

    def day(self, slot: str) -> date | None:
        """The day that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, date) else None

    def text(self, slot: str) -> str | None:
        """The single line that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, str) else None

    def number(self, slot: str) -> int | None:
        """The whole number that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling.value if isinstance(filling, Value) and isinstance(filling.value, int) else None

    def contact(self, slot: str) -> Contact[Source] | None:
        """The contact that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling if isinstance(filling, Contact) else None

    def history(self, slot: str) -> History[Source] | None:
        """The editions that a slot holds."""
        filling = self.profile.fillings.get(slot)
        return filling if isinstance(filling, History) else None


def subject_of(
    source: CourseSource,
    profile: Profile,
    course: Course | None,
    shown: Mapping[str, tuple[str, ...]],
    others: tuple[OtherCompany, ...] = (),
) -> Subject:
    """The material of one company, its texts gathered once for all checks."""
    pieces = tuple(pieces_of(source, profile))
    return Subject(source=source, profile=profile, course=course, shown=shown, others=others, pieces=pieces)
