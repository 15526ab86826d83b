"""A form as the participants get it: head, questions with a box for each answer, nothing of the answers."""

from dataclasses import dataclass
from typing import assert_never

from deckgen.model.publication import Publication
from deckgen.model.quiz import AnyItem, MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text
from deckgen.text.fonts import FontSet, font_set
from deckgen.wording import Wording
from deckgen.writers.quiz.forms import Asked, Form

_SHORT = 15.0
"""Em that choices may take to stand two in a line."""
_KINDS = ("single", "multiple", "true-false", "ordering")
"""Kinds of question in the order in which it is said how they are answered."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its choices behind their labels, for a statement none."""

    number: int
    text: Text
    kind: str
    choices: tuple[tuple[str, Text], ...]
    is_short: bool
    """Whether two choices have room in a line."""


@dataclass(frozen=True, slots=True)
class FormView:
    """What the template of a form shows."""

    title: str
    form: str
    """The form's name; empty for the only one."""
    lead: Text | None
    points: int
    pass_points: int
    pass_line: int
    how: str
    """How answers are written down."""
    questions: tuple[Question, ...]


def form_view(publication: Publication, quiz: Quiz[Text], form: Form) -> FormView:
    """What the sheets of a form show."""
    fonts = font_set(publication.theme.fonts)
    return FormView(
        title=quiz.title.plain,
        form=form.name,
        lead=quiz.lead,
        points=len(quiz.items),
        pass_points=quiz.pass_points,
        pass_line=quiz.pass_line,
        how=_how(quiz, publication.words),
        questions=tuple(_question(asked, fonts, publication.words) for asked in form.questions),
    )


def _how(quiz: Quiz[Text], words: Wording) -> str:
    """What to write, said once: of the kinds of question that this test has."""
    kinds = {item.type for item in quiz.items}
    if kinds == {"single"}:
        return words.say("how-single-only")
    told = words.say("comma").join(words.say(f"how-{kind}") for kind in _KINDS if kind in kinds)
    return words.say("how", kinds=told)


def _question(asked: Asked, fonts: FontSet, words: Wording) -> Question:
    texts = _choices(asked.item, asked)
    return Question(
        number=asked.number,
        text=asked.item.question,
        kind="" if asked.item.type == "single" else words.say(f"kind-{asked.item.type}"),
        choices=tuple(zip(words.say("choice-marks"), texts, strict=False)),
        is_short=len(texts) != 3 and all(fonts.width(text.plain) <= _SHORT for text in texts),
    )


def _choices(item: AnyItem[Text], asked: Asked) -> tuple[Text, ...]:
    match item:
        case TrueFalseItem():
            return ()
        case SingleItem() | MultipleItem() | OrderingItem():
            return asked.choices
        case _:
            assert_never(item)
