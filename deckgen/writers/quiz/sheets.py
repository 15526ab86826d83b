"""A form as the participants get it: head, questions with boxes to tick, nothing of the answers."""

from dataclasses import dataclass
from typing import assert_never

from deckgen.model.publication import Publication
from deckgen.model.quiz import MultipleItem, OrderingItem, Quiz, SingleItem, TrueFalseItem
from deckgen.model.text import Text
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look, SetText
from deckgen.writers.paper.choices import Choice, ChoiceList
from deckgen.writers.paper.heads import LABEL_LOOK, SMALL_LOOK, Blank, draw_blanks, draw_title
from deckgen.writers.paper.ink import HAIR, line, rectangle
from deckgen.writers.paper.sizes import BODY, HEADING, SMALL
from deckgen.writers.paper.tools import Tools
from deckgen.writers.quiz.forms import FALSE, LABELS, TRUE, Asked, Form
from deckgen.writers.typeset.lengths import mm

_NUMBER = mm(13)
"""Left column with the number of the question."""
_SCORE = (mm(38), mm(20))
_AFTER_HEAD = mm(8)
_BETWEEN = mm(7.5)
_BEFORE_CHOICES = 4.0
_ORDER_BOX = mm(10)
_ARROW = mm(6)
_LEAD = Look(BODY, even=True)
_QUESTION = Look(BODY, bold=True)
_NUMBER_LOOK = Look(HEADING, bold=True, colour="primary")


def compose_form(publication: Publication, quiz: Quiz[Text], form: Form) -> Book:
    """The sheets of a form."""
    book = Book(Tools(publication))
    _head(book, quiz, form)
    for asked in form.questions:
        question = _Question(book, asked)
        book.need(min(question.height, book.page.height))
        question.draw()
        book.y += _BETWEEN
    return book


def _head(book: Book, quiz: Quiz[Text], form: Form) -> None:
    canvas, width = book.canvas, book.page.width
    room = width - _SCORE[0] - mm(6)
    _score_box(book, len(quiz.items))
    draw_title(book, quiz.title.plain, room, form.name)
    book.y += 4
    if quiz.lead:
        book.y = canvas.text(quiz.lead, _LEAD, 0, book.y, room)
    points = f"全{len(quiz.items)}問、1問1点です。{quiz.pass_points}点以上（{quiz.pass_line}％）で合格です。"
    book.y = max(canvas.text(points, SMALL_LOOK, 0, book.y + 2, room), _SCORE[1])
    blanks = (Blank("所属", 0.38), Blank("氏名", 0.34), Blank("受験日", 0.28))
    book.y = draw_blanks(canvas, (blanks,), 0, book.y + 2, width) + _AFTER_HEAD


def _score_box(book: Book, points: int) -> None:
    canvas, (width, tall) = book.canvas, _SCORE
    left = book.page.width - width
    canvas.draw(rectangle(left, 0, width, tall, stroke=book.tools.colour("ink"), pen=2 * HAIR, radius=3))
    canvas.text("得点", LABEL_LOOK, left + 6, 4, width / 2)
    look = Look(BODY, align="right")
    canvas.text(f"／{points}点", look, left, tall - BODY.pitch - 4, width - 8)


@dataclass(slots=True)
class _Question:
    """One question with what is needed to answer it: as a whole on one sheet, if that holds it."""

    book: Book
    asked: Asked

    @property
    def _width(self) -> float:
        return self.book.page.width - _NUMBER

    @property
    def _text(self) -> SetText:
        return self.book.canvas.set(self.asked.item.question, _QUESTION, self._width)

    @property
    def _choices(self) -> tuple[Choice, ...]:
        match self.asked.item:
            case TrueFalseItem():
                return (Choice(TRUE, "正しい"), Choice(FALSE, "正しくない"))
            case SingleItem() | MultipleItem():
                return tuple(Choice(*each) for each in zip(LABELS, self.asked.choices, strict=False))
            case OrderingItem():
                labelled = zip(LABELS, self.asked.choices, strict=False)
                return tuple(Choice(label, text, has_box=False) for label, text in labelled)
            case _:
                assert_never(self.asked.item)

    @property
    def height(self) -> float:
        """From the number to the last choice."""
        extra = _ORDER_BOX + 6 if isinstance(self.asked.item, OrderingItem) else 0.0
        choices = ChoiceList(self.book.canvas, self._choices, self._width)
        return self._text.height + SMALL.pitch + _BEFORE_CHOICES + choices.height + extra

    def draw(self) -> None:
        """Write it where the book is filled."""
        book, canvas = self.book, self.book.canvas
        name = f"問{self.asked.number}"
        canvas.text(name, _NUMBER_LOOK, 0, book.y - (HEADING.pitch - BODY.pitch) / 2, _NUMBER, tag="h2", bookmark=name)
        is_whole = self.height <= book.room + 0.001
        book.flow(self._text, _NUMBER, self._width)
        how = canvas.set(f"〔{_HOW[self.asked.item.type]}〕", Look(SMALL, colour="muted"), self._width)
        book.flow(how, _NUMBER, self._width)
        book.y += _BEFORE_CHOICES
        for choices in [self._choices] if is_whole else [(choice,) for choice in self._choices]:
            listed = ChoiceList(book.canvas, choices, self._width)
            if book.need(listed.height):
                listed = ChoiceList(book.canvas, choices, self._width)
            book.y = listed.draw(_NUMBER, book.y) + (0.0 if is_whole else _BEFORE_CHOICES)
        if isinstance(self.asked.item, OrderingItem):
            book.need(_ORDER_BOX + 6)
            book.y = self._order_boxes(book.y + 6)

    def _order_boxes(self, top: float) -> float:
        canvas, colour = self.book.canvas, self.book.tools.colour("text")
        middle = top + _ORDER_BOX / 2
        x = _NUMBER
        for index in range(len(self.asked.choices)):
            if index:
                canvas.draw(
                    line((x + 3, middle), (x + _ARROW - 3, middle), colour, 2 * HAIR),
                    line((x + _ARROW - 6, middle - 3), (x + _ARROW - 3, middle), colour, 2 * HAIR),
                    line((x + _ARROW - 6, middle + 3), (x + _ARROW - 3, middle), colour, 2 * HAIR),
                )
                x += _ARROW
            canvas.draw(rectangle(x, top, _ORDER_BOX, _ORDER_BOX, stroke=colour, pen=2 * HAIR))
            x += _ORDER_BOX
        return top + _ORDER_BOX


_HOW = {
    "single": "一つ選んでください",
    "multiple": "当てはまるものをすべて選んでください",
    "true-false": "正しければ○、正しくなければ×を選んでください",
    "ordering": "記号を順番に書いてください",
}
