"""The key: what to mark in each form, and for every question the answer, why it is right, and the slide it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.publication import Publication
from deckgen.model.quiz import AnyItem, MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text, join, plain_text
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
        title=f"{quiz.title.plain} 解答と解説",
        marking=_marking(quiz),
        tables=tuple(_table(forms[start : start + _FORMS_IN_A_TABLE], len(forms) == 1, slides) for start in starts),
        explanations=tuple(_explanation(asked, forms, slides) for asked in forms[0].questions),
    )


def _marking(quiz: Quiz[Text]) -> str:
    """How the test is marked."""
    count, points = len(quiz.items), quiz.pass_points
    return (
        f"1問1点、{count}点満点です。合格は{points}点以上（{quiz.pass_line}％）です。"
        "すべて選ぶ設問は、過不足なく選べたときに、順番の設問は、すべて合っているときに、1点とします。"
    )


@dataclass(frozen=True, slots=True)
class _Slides:
    """Where slides stand in the deck."""

    publication: Publication

    def name(self, slide_id: str) -> str:
        """Numbers and title of a slide, as the deck shows them: of all pages that it goes over."""
        title = next(slide.title.plain for slide in self.publication.course.slides if slide.id == slide_id)
        return f"{self.publication.numbers((slide_id,))}「{title}」"


def _table(forms: Sequence[Form], has_slides: bool, slides: _Slides) -> MarkTable:
    rows = zip(*(form.questions for form in forms), strict=True)
    return MarkTable(
        heads=tuple(form.name or "正解" for form in forms),
        has_slides=has_slides,
        rows=tuple(
            MarkRow(asked[0].number, tuple(each.key for each in asked), slides.name(asked[0].item.slide))
            for asked in rows
        ),
    )


def _explanation(asked: Asked, forms: Sequence[Form], slides: _Slides) -> Explanation:
    rows = (
        ("正解", _answer(asked, forms)),
        ("解説", asked.item.explanation),
        ("スライド", slides.name(asked.item.slide)),
        *((("設問番号", _numbers(asked.item, forms)),) if len(forms) > 1 else ()),
    )
    return Explanation(f"{forms[0].name}問{asked.number}", asked.item.question, rows)


def _answer(asked: Asked, forms: Sequence[Form]) -> Text:
    """The right answer in words; behind its sign where there is but one form."""
    text = answer_text(asked.item)
    has_sign = len(forms) == 1 and not isinstance(asked.item, TrueFalseItem)
    return join((plain_text(asked.key), text), "　") if has_sign else text


def answer_text(item: AnyItem[Text]) -> Text:
    """The right answer in words."""
    match item:
        case TrueFalseItem(answer=answer):
            return plain_text("○（正しい）" if answer else "×（正しくない）")
        case OrderingItem(choices=steps):
            return join(steps, " → ")
        case SingleItem(choices=choices) | MultipleItem(choices=choices):
            return join((choice.text for choice in choices if choice.correct), "／")


def _numbers(item: AnyItem[Text], forms: Sequence[Form]) -> str:
    """Where each form asks the question, and what is right there."""
    found = ((form, next(asked for asked in form.questions if asked.item.id == item.id)) for form in forms)
    return "　".join(f"{form.name}問{asked.number}（{asked.key}）" for form, asked in found)
