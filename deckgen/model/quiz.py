"""The comprehension test of a course; generic in its text like slides."""

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from deckgen.diagnostics import Keys, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[T]):
    """One answer that can be ticked."""

    text: T
    correct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[T]):
    """What every question of a test has."""

    id: str
    """Short name in lower case, unique in the test: a company leaves a question out by it."""
    slide: str
    """Id of the slide whose message the question checks."""
    question: T
    """One sentence that can be understood without the slide."""
    explanation: T
    """Why the answer is right, and what is wrong with the others: read after the test."""
    place: Place = field(default=Place(""), compare=False)
    """Where the question stands."""
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleItem(Item[T]):
    """One of the choices is right."""

    type: Literal["single"] = "single"
    choices: tuple[Choice[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleItem(Item[T]):
    """Some of the choices are right; all of these, and no other, must be ticked."""

    type: Literal["multiple"] = "multiple"
    choices: tuple[Choice[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseItem(Item[T]):
    """A statement to be judged."""

    type: Literal["true-false"] = "true-false"
    answer: bool
    """True where the statement holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingItem(Item[T]):
    """Steps to be put into order."""

    type: Literal["ordering"] = "ordering"
    choices: tuple[T, ...]
    """The steps in their right order; the test shows them in another."""


AnyItem = SingleItem[T] | MultipleItem[T] | TrueFalseItem[T] | OrderingItem[T]

PASS_LINE = 80
"""Per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Generic[T]):
    """A test: each right answer is worth one point."""

    title: T
    lead: T | None = None
    """What the participants read before they begin."""
    pass_line: int = PASS_LINE
    """Per cent of the points that are needed to pass."""
    items: tuple[AnyItem[T], ...]

    @property
    def pass_points(self) -> int:
        """The fewest points that pass: the pass line, rounded up."""
        return -(-len(self.items) * self.pass_line // 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLeftOut:
    """A question that the company leaves out."""

    item_id: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizChanges(Generic[T]):
    """What a company changes in the test."""

    add: tuple[AnyItem[T], ...] = ()
    """Questions of the company's own, after those of the course."""
    leave_out: tuple[ItemLeftOut, ...] = ()
    pass_line: int | None = None
    """The company's own pass line in per cent."""
