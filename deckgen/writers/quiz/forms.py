"""A form of the test: its questions and their choices in an order of its own, and the key to it."""

from dataclasses import dataclass
from typing import assert_never

from deckgen.model.course import Course
from deckgen.model.quiz import AnyItem, MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text
from deckgen.wording import Wording
from deckgen.writers.quiz.shuffling import Shuffler

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
