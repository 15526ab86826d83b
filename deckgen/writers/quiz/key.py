"""The key: what to mark in each form, and for every question the answer, why it is right, and the slide it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.publication import Publication
from deckgen.model.quiz import AnyItem, MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text, join, plain_text
from deckgen.writers.paper.book import BOUND, Book
from deckgen.writers.paper.canvas import Canvas, Look
from deckgen.writers.paper.grid import Cell, Grid
from deckgen.writers.paper.heads import BODY_LOOK, SMALL_LOOK, STRONG_LABEL, draw_heading, draw_title
from deckgen.writers.paper.ink import line
from deckgen.writers.paper.sizes import BODY, LABEL, SMALL
from deckgen.writers.paper.tools import Tools
from deckgen.writers.quiz.forms import Asked, Form
from deckgen.writers.typeset.lengths import mm

_LEFT = mm(20)
"""Column of labels."""
_FORMS_IN_A_TABLE = 6
_NUMBER_WIDTH = mm(14)
_KEY_WIDTH = mm(38)
_CENTRED = Look(SMALL, align="center")
_CENTRED_HEAD = Look(LABEL, bold=True, colour="ink", align="center")
_HEAD = Look(LABEL, bold=True, colour="ink")
_QUESTION = Look(BODY, bold=True)


def compose_key(publication: Publication, quiz: Quiz[Text], forms: tuple[Form, ...]) -> Book:
    """The sheets of the key."""
    book = Book(Tools(publication))
    slides = _Slides(publication)
    draw_title(book, f"{quiz.title.plain} 解答と解説")
    book.y = book.canvas.text(_marking(quiz), BODY_LOOK, 0, book.y + 6, book.page.width) + mm(6)
    draw_heading(book, "採点表")
    book.y += 5
    for tables in range(0, len(forms), _FORMS_IN_A_TABLE):
        _table(book, forms[tables : tables + _FORMS_IN_A_TABLE], slides)
        book.y += mm(5)
    _explanations(book, forms, slides)
    return book


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


# What to mark -------------------------------------------------------------------------------------------------------


def _table(book: Book, forms: Sequence[Form], slides: _Slides) -> None:
    """The answers by number: one column a form; for the only form, the slides as well."""
    width = book.page.width
    widths: tuple[float, ...]
    if len(forms) == 1:
        widths = (_NUMBER_WIDTH, _KEY_WIDTH, width - _NUMBER_WIDTH - _KEY_WIDTH)
        head = (*_heads("番号", forms[0].name or "正解"), Cell("確かめるスライド", "col", _HEAD))
    else:
        each = (width - _NUMBER_WIDTH) / len(forms)
        widths = (_NUMBER_WIDTH, *(each for _ in forms))
        head = _heads("番号", *(form.name for form in forms))
    rows = [_marks(questions, slides) for questions in zip(*(form.questions for form in forms), strict=True)]
    grid = Grid(book.tools, widths, SMALL_LOOK, _HEAD, padding=(5, 2.5))
    grid.flow(book, 0, rows, head)


def _heads(*names: str) -> tuple[Cell, ...]:
    return tuple(Cell(name, "col", _CENTRED_HEAD) for name in names)


def _marks(questions: Sequence[Asked], slides: _Slides) -> tuple[Cell, ...]:
    number = Cell(str(questions[0].number), "row", _CENTRED)
    keys = tuple(Cell(asked.key, look=_CENTRED) for asked in questions)
    return (number, *keys, Cell(slides.name(questions[0].item.slide))) if len(questions) == 1 else (number, *keys)


# Why ----------------------------------------------------------------------------------------------------------------


def _explanations(book: Book, forms: Sequence[Form], slides: _Slides) -> None:
    for index, asked in enumerate(forms[0].questions):
        rows = (
            ("正解", _answer(asked, forms)),
            ("解説", asked.item.explanation),
            ("スライド", slides.name(asked.item.slide)),
            *((("設問番号", _numbers(asked.item, forms)),) if len(forms) > 1 else ()),
        )
        question = _numbered(asked, forms[0])
        needed = _height(book.canvas, question, rows)
        book.need(min(needed + (mm(14) if not index else mm(6)), book.page.height))
        if not index:
            draw_heading(book, "解説")
        elif book.canvas.parts:
            book.canvas.draw(line((0, book.y), (book.page.width, book.y), book.tools.colour("muted", 0.5)))
        book.y += mm(3)
        _explanation(book, question, rows)
        book.y += mm(3)


def _numbered(asked: Asked, form: Form) -> Text:
    """The question behind the number that it has in the first form: whoever marks finds it in that order."""
    return join((plain_text(f"{form.name}問{asked.number}"), asked.item.question), "　")


def _answer(asked: Asked, forms: Sequence[Form]) -> Text:
    """The right answer in words; behind its sign where there is but one form."""
    words = answer_text(asked.item)
    text = plain_text(words) if isinstance(words, str) else words
    has_sign = len(forms) == 1 and not isinstance(asked.item, TrueFalseItem)
    return join((plain_text(asked.key), text), "　") if has_sign else text


def answer_text(item: AnyItem[Text]) -> str | Text:
    """The right answer in words."""
    match item:
        case TrueFalseItem(answer=answer):
            return "○（正しい）" if answer else "×（正しくない）"
        case OrderingItem(choices=steps):
            return join(steps, " → ")
        case SingleItem(choices=choices) | MultipleItem(choices=choices):
            return join((choice.text for choice in choices if choice.correct), "／")


def _numbers(item: AnyItem[Text], forms: Sequence[Form]) -> str:
    """Where each form asks the question, and what is right there."""
    found = ((form, next(asked for asked in form.questions if asked.item.id == item.id)) for form in forms)
    return "　".join(f"{form.name}問{asked.number}（{asked.key}）" for form, asked in found)


def _height(canvas: Canvas, question: Text, rows: Sequence[tuple[str, str | Text]]) -> float:
    width = BOUND.width - _LEFT
    return canvas.set(question, _QUESTION, width + _LEFT).height + sum(
        canvas.set(text, SMALL_LOOK, width).height + 3 for _, text in rows
    )


def _explanation(book: Book, question: Text, rows: Sequence[tuple[str, str | Text]]) -> None:
    book.flow(book.canvas.set(question, _QUESTION, book.page.width), 0, book.page.width, tag="h3")
    width = book.page.width - _LEFT
    for label, text in rows:
        book.y += 3
        block = book.canvas.set(text, SMALL_LOOK, width)
        book.need(min(block.height, 2 * SMALL.pitch))
        book.canvas.text(label, STRONG_LABEL, 0, book.y + (SMALL.pitch - LABEL.pitch) / 2, _LEFT)
        book.flow(block, _LEFT, width)
