"""Forms of the test, and the key that belongs to each."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.quiz import MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text
from deckgen.wording import Wording
from deckgen.writers.quiz.forms import Asked, Form, make_form, make_forms
from tests.writers.paper.sample import publication

WORDS = Wording()

COURSE = publication().course
NAMES = st.text("ABCXYZ0123456789", min_size=1, max_size=8)


def quiz() -> Quiz[Text]:
    assert COURSE.quiz
    return COURSE.quiz


def marked(asked: Asked) -> list[str]:
    """The texts that the key of a question points to."""
    labels = WORDS.say("choice-marks")
    return [asked.choices[labels.index(label)].plain for label in asked.key(WORDS) if label in labels]


def contents(form: Form) -> list[tuple[str, list[str]]]:
    return [(asked.item.id, [choice.plain for choice in asked.choices]) for asked in form.questions]


@given(NAMES)
def test_every_question_and_every_choice_is_asked_once(name: str) -> None:
    form = make_form(COURSE, quiz(), name)
    assert [asked.number for asked in form.questions] == [1, 2, 3, 4]
    assert sorted(asked.item.id for asked in form.questions) == sorted(item.id for item in quiz().items)
    for asked in form.questions:
        if isinstance(asked.item, SingleItem | MultipleItem):
            assert sorted(text.plain for text in asked.choices) == sorted(
                each.text.plain for each in asked.item.choices
            )


@given(NAMES)
def test_the_key_matches_the_form(name: str) -> None:
    for asked in make_form(COURSE, quiz(), name).questions:
        match asked.item:
            case TrueFalseItem():
                assert (asked.key(WORDS), asked.choices) == ("×", ())
            case OrderingItem(choices=steps):
                assert marked(asked) == [step.plain for step in steps]
                assert [text.plain for text in asked.choices] != [step.plain for step in steps]
            case SingleItem(choices=choices) | MultipleItem(choices=choices):
                assert sorted(marked(asked)) == sorted(choice.text.plain for choice in choices if choice.correct)


@given(NAMES)
def test_the_same_form_is_made_again(name: str) -> None:
    assert contents(make_form(COURSE, quiz(), name)) == contents(make_form(COURSE, quiz(), name))


def test_forms_differ_from_each_other_and_from_edition_to_edition() -> None:
    forms = [contents(form) for form in make_forms(COURSE, quiz(), ("A", "B", "C"))]
    assert len({str(form) for form in forms}) == 3
    later = replace(COURSE, edition=replace(COURSE.edition, version="2.0"))
    assert [contents(form) for form in make_forms(later, quiz(), ("A", "B", "C"))] != forms


def test_the_only_form_keeps_the_order_of_the_slides() -> None:
    (form,) = make_forms(COURSE, quiz(), ())
    assert form.name == ""
    assert [asked.item.id for asked in form.questions] == [item.id for item in quiz().items]
