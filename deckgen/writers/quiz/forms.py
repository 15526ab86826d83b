"""Forms of the test: each its questions and their choices in an order of its own, the same everywhere and always."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar, assert_never

from deckgen.model.course import Course
from deckgen.model.quiz import AnyItem, MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text
from deckgen.wording import Wording

# Random orders that are the same everywhere and always ---------------------------------------------------------------
# The numbers come from SHA-256 of a seed and a counter (as in NIST SP 800-90A's Hash_DRBG, without its reseeding), the
# orders from Fisher and Yates' shuffle (Knuth, TAOCP 2, 3.4.2, algorithm P), so no library's choice of generator and
# no hash of the interpreter comes in.

V = TypeVar("V")

_BYTES = 8
_WHOLE = 1 << (8 * _BYTES)


@dataclass(slots=True)
class Shuffler:
    """A source of orders for one seed."""

    seed: str
    _drawn: int = field(default=0)

    def order(self, values: Sequence[V]) -> tuple[V, ...]:
        """The values in an order of their own."""
        shuffled = list(values)
        for last in range(len(shuffled) - 1, 0, -1):
            other = self._below(last + 1)
            shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
        return tuple(shuffled)

    def other_order(self, values: Sequence[V]) -> tuple[V, ...]:
        """The values in an order that is not the given one, where there is another."""
        shuffled = self.order(values)
        return (*shuffled[1:], *shuffled[:1]) if shuffled == tuple(values) else shuffled

    def _below(self, limit: int) -> int:
        """A number from 0 to `limit` - 1, each as likely: what would favour some is drawn again."""
        fair = _WHOLE - _WHOLE % limit
        while True:
            digest = sha256(f"{self.seed}\n{self._drawn}".encode()).digest()
            self._drawn += 1
            number = int.from_bytes(digest[:_BYTES], "big")
            if number < fair:
                return number % limit


# A form of the test --------------------------------------------------------------------------------------------------

_ARROW = " → "


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one form asks it."""

    number: int
    """From 1."""
    item: AnyItem[Text]
    choices: tuple[Text, ...]
    """In the order of this form; none for a statement to be judged."""
    answer: tuple[int, ...]
    """Right choices as indices into `choices`: in their order for steps, rising for choices; none for a statement."""

    def key(self, words: Wording) -> str:
        """The right answer as it is marked."""
        marks = words.say("choice-marks")
        match self.item:
            case TrueFalseItem(answer=answer):
                return words.say("mark-true" if answer else "mark-false")
            case OrderingItem():
                return _ARROW.join(marks[index] for index in self.answer)
            case SingleItem() | MultipleItem():
                return words.say("choices-join").join(marks[index] for index in self.answer)
            case _:
                assert_never(self.item)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the test."""

    name: str
    """Empty for the only form."""
    questions: tuple[Asked, ...]


def make_form(course: Course, quiz: Quiz[Text], name: str) -> Form:
    """The form of a name: the same for the same course, edition and name, in whatever build.

    Named forms have the questions in an order of their own; the only one keeps the order of the slides.
    """
    edition = course.edition
    shuffler = Shuffler(f"{course.id} {course.course_edition} {edition.fiscal_year} {edition.version} {name}")
    items = shuffler.order(quiz.items) if name else quiz.items
    return Form(name, tuple(_asked(number, item, shuffler) for number, item in enumerate(items, 1)))


def make_forms(course: Course, quiz: Quiz[Text], names: tuple[str, ...]) -> tuple[Form, ...]:
    """The forms of the names; the only one without a name where there are none."""
    return tuple(make_form(course, quiz, name) for name in names or ("",))


def _asked(number: int, item: AnyItem[Text], shuffler: Shuffler) -> Asked:
    match item:
        case TrueFalseItem():
            return Asked(number, item, (), ())
        case OrderingItem(choices=steps):
            order = shuffler.other_order(range(len(steps)))
            answer = tuple(order.index(step) for step in range(len(steps)))
            return Asked(number, item, tuple(steps[index] for index in order), answer)
        case SingleItem(choices=choices) | MultipleItem(choices=choices):
            order = shuffler.order(range(len(choices)))
            answer = tuple(place for place, index in enumerate(order) if choices[index].correct)
            return Asked(number, item, tuple(choices[index].text for index in order), answer)
        case _:
            assert_never(item)
