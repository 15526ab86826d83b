"""The key: what to mark in each form, and for every question the answer, why it is right, and the slide it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.publication import Publication
from deckgen.model.quiz import AnyItem, MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text, join, plain_text
from deckgen.wording import Wording
from deckgen.writers.quiz.forms import Asked, Form

_FORMS_IN_A_TABLE = 6


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What is right at a number, in each form; the slide it is about where there is but one form."""

    number: int
    keys: tuple[str, ...]
    slide: str


@dataclass(frozen=True, slots=True)
class MarkTable:
    """The answers of some forms by number."""

    heads: tuple[str, ...]
    """One a form."""
    has_slides: bool
    rows: tuple[MarkRow, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an answer is right."""

    name: str
    """The number of the question in the first form."""
    question: Text
    rows: tuple[tuple[str, str | Text], ...]
    """Labels with what they name."""


@dataclass(frozen=True, slots=True)
class KeyView:
    """What the template of the key shows."""

    title: str
    marking: str
    """How the test is marked."""
    tables: tuple[MarkTable, ...]
    explanations: tuple[Explanation, ...]


def key_view(publication: Publication, quiz: Quiz[Text], forms: tuple[Form, ...]) -> KeyView:
    """What the sheets of the key show."""
    slides = _Slides(publication)
    starts = range(0, len(forms), _FORMS_IN_A_TABLE)
    return KeyView(
        title=publication.words.say("key-title", test=quiz.title.plain),
        marking=_marking(quiz, publication.words),
        tables=tuple(_table(forms[start : start + _FORMS_IN_A_TABLE], len(forms) == 1, slides) for start in starts),
        explanations=tuple(_explanation(asked, forms, slides) for asked in forms[0].questions),
    )


def _marking(quiz: Quiz[Text], words: Wording) -> str:
    """How the test is marked."""
    told = {"points": len(quiz.items), "needed": quiz.pass_points, "line": quiz.pass_line}
    return words.say("marking", **told)


@dataclass(frozen=True, slots=True)
class _Slides:
    """Where slides stand in the deck."""

    publication: Publication

    @property
    def words(self) -> Wording:
        """What the key says in words of the course's language."""
        return self.publication.words

    def name(self, slide_id: str) -> str:
        """Numbers and title of a slide, as the deck shows them: of all pages that it goes over."""
        title = next(slide.title.plain for slide in self.publication.course.slides if slide.id == slide_id)
        return self.words.say("slide-named", numbers=self.publication.numbers((slide_id,)), title=title)


def _table(forms: Sequence[Form], has_slides: bool, slides: _Slides) -> MarkTable:
    rows = zip(*(form.questions for form in forms), strict=True)
    return MarkTable(
        heads=tuple(form.name or slides.words.say("answer") for form in forms),
        has_slides=has_slides,
        rows=tuple(
            MarkRow(asked[0].number, tuple(each.key(slides.words) for each in asked), slides.name(asked[0].item.slide))
            for asked in rows
        ),
    )


def _explanation(asked: Asked, forms: Sequence[Form], slides: _Slides) -> Explanation:
    words = slides.words
    rows = (
        (words.say("answer"), _answer(asked, forms, words)),
        (words.say("explanation"), asked.item.explanation),
        (words.say("slide"), slides.name(asked.item.slide)),
        *(((words.say("question-numbers"), _numbers(asked.item, forms, words)),) if len(forms) > 1 else ()),
    )
    name = words.say("question-of", form=forms[0].name, number=asked.number).strip()
    return Explanation(name, asked.item.question, rows)


def _answer(asked: Asked, forms: Sequence[Form], words: Wording) -> Text:
    """The right answer in words; behind its sign where there is but one form."""
    text = answer_text(asked.item, words)
    has_sign = len(forms) == 1 and not isinstance(asked.item, TrueFalseItem)
    return join((plain_text(asked.key(words)), text), words.say("gap")) if has_sign else text


def answer_text(item: AnyItem[Text], words: Wording) -> Text:
    """The right answer in words."""
    match item:
        case TrueFalseItem(answer=answer):
            return plain_text(words.say("answer-true" if answer else "answer-false"))
        case OrderingItem(choices=steps):
            return join(steps, " → ")
        case SingleItem(choices=choices) | MultipleItem(choices=choices):
            return join((choice.text for choice in choices if choice.correct), words.say("slash"))


def _numbers(item: AnyItem[Text], forms: Sequence[Form], words: Wording) -> str:
    """Where each form asks the question, and what is right there."""
    found = ((form, next(asked for asked in form.questions if asked.item.id == item.id)) for form in forms)
    told = (
        words.say("question-in-form", form=form.name, number=asked.number, answer=asked.key(words))
        for form, asked in found
    )
    return words.say("gap").join(told)
