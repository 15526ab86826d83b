"""What the participants work out themselves: the discussion and the self-check, on sheets of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.slides import DiscussionSlide, Question, SelfCheckSlide
from deckgen.model.slots import Filling, Items, Missing, Prose, told
from deckgen.model.text import Text, join
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.heads import SMALL_LOOK, draw_heading
from deckgen.writers.paper.ink import HAIR, circle, line, rectangle, rules
from deckgen.writers.paper.sizes import BODY, HEADING
from deckgen.writers.typeset.lengths import mm
from deckgen.writers.worksheet.lines import PITCH, feet, writing_box

BOXES = ("気づいたこと", "明日から変えること")
_BOX_HEIGHT = mm(62)
_BOX_GAP = mm(6)
_BADGE = mm(6.5)
_INDENT = mm(10)
_MOST_LINES = 9
_LEAST_LINES = 3
_TICK = 9.5
_ANSWERS = ("はい", "いいえ")
_ANSWER_WIDTH = mm(17)
_STRONG = Look(BODY, bold=True)
_LEAD = Look(HEADING, bold=True, colour="ink")
_NUMBER = Look(BODY, bold=True, colour="background", align="center")


@dataclass(slots=True)
class Exercises:
    """Draws one exercise a sheet, on further sheets where that is too short."""

    book: Book

    def draw(self, slide: DiscussionSlide[Text, Filling] | SelfCheckSlide[Text]) -> None:
        """The exercise of a slide, from the top of a sheet."""
        draw_heading(self.book, slide.title.plain)
        self.book.y += mm(5)
        if isinstance(slide, DiscussionSlide):
            self._discussion(slide)
        else:
            self._self_check(slide)
        self._boxes()

    # Discussion ----------------------------------------------------------------------------------

    def _discussion(self, slide: DiscussionSlide[Text, Filling]) -> None:
        book = self.book
        book.y = book.canvas.text(slide.question, _LEAD, 0, book.y, book.page.width) + 2
        if slide.steps:
            steps = join(slide.steps, " → ")
            book.y = book.canvas.text(steps, SMALL_LOOK, 0, book.y, book.page.width)
        book.y += mm(5)
        prompts = prompts_of(slide.prompts)
        texts = [book.canvas.set(prompt, _STRONG, book.page.width - _INDENT) for prompt in prompts]
        free = book.room - _BOX_HEIGHT - mm(4) - sum(text.height + mm(8) for text in texts)
        lines = max(_LEAST_LINES, min(_MOST_LINES, int(free // PITCH // max(1, len(texts)))))
        for number, text in enumerate(texts, 1):
            book.need(min(text.height + lines * PITCH + mm(3), book.page.height))
            self._badge(number)
            book.flow(text, _INDENT, book.page.width - _INDENT)
            book.y += mm(1)
            book.need(lines * PITCH)
            foot = book.y + lines * PITCH
            colour = book.tools.colour("muted", 0.3)
            book.canvas.draw(rules(_INDENT, book.page.width - _INDENT, feet(foot, (lines - 1) * PITCH), colour))
            book.y = foot + mm(7)

    def _badge(self, number: int) -> None:
        book = self.book
        radius = _BADGE / 2
        middle = book.y + BODY.pitch / 2
        book.canvas.draw(circle(radius, middle, radius, fill=book.tools.colour("ink")))
        book.canvas.text(str(number), _NUMBER, 0, book.y, _BADGE)

    # Self-check ----------------------------------------------------------------------------------

    def _self_check(self, slide: SelfCheckSlide[Text]) -> None:
        book = self.book
        if slide.lead:
            book.y = book.canvas.text(slide.lead, SMALL_LOOK, 0, book.y, book.page.width)
        book.y += mm(3)
        for number, question in enumerate(slide.questions, 1):
            self._question(number, question)
        self._verdict(slide.verdict)

    def _question(self, number: int, question: Question[Text]) -> None:
        book = self.book
        width = book.page.width - _INDENT - _ANSWER_WIDTH * len(_ANSWERS) - mm(4)
        text = book.canvas.set(question.question, _STRONG, width)
        hint = book.canvas.set(question.hint or "", SMALL_LOOK, width)
        tall = text.height + hint.height + PITCH + mm(6)
        book.need(tall)
        top = book.y
        self._badge(number)
        y = book.canvas.text(text, _STRONG, _INDENT, top, width)
        book.canvas.text(hint, SMALL_LOOK, _INDENT, y, width)
        self._ticks(top)
        foot = top + tall - mm(4)
        colour = book.tools.colour("muted", 0.3)
        book.canvas.draw(rules(_INDENT, book.page.width - _INDENT, (foot,), colour))
        book.y = top + tall + mm(2)

    def _ticks(self, top: float) -> None:
        book = self.book
        left = book.page.width - _ANSWER_WIDTH * len(_ANSWERS)
        for index, answer in enumerate(_ANSWERS):
            x = left + _ANSWER_WIDTH * index
            y = top + (BODY.pitch - _TICK) / 2
            book.canvas.draw(rectangle(x, y, _TICK, _TICK, stroke=book.tools.colour("text"), pen=2 * HAIR, radius=1))
            book.canvas.text(answer, Look(BODY), x + _TICK + 4, top, _ANSWER_WIDTH - _TICK - 4)

    def _verdict(self, verdict: Text) -> None:
        book, padding = self.book, mm(4)
        text = book.canvas.set(verdict, Look(BODY), book.page.width - 2 * padding)
        tall = text.height + 2 * padding
        book.need(tall)
        book.y += mm(2)
        book.canvas.draw(
            rectangle(0, book.y, book.page.width, tall, fill=book.tools.colour("surface")),
            line((1.25, book.y), (1.25, book.y + tall), book.tools.colour("primary"), 2.5),
        )
        book.canvas.text(text, Look(BODY), padding, book.y + padding, book.page.width - 2 * padding)
        book.y += tall + mm(7)

    # Boxes ---------------------------------------------------------------------------------------

    def _boxes(self) -> None:
        """What stays of it, side by side at the foot of the sheet."""
        book = self.book
        book.need(_BOX_HEIGHT)
        width = (book.page.width - _BOX_GAP) / len(BOXES)
        tall = max(_BOX_HEIGHT, min(book.room, mm(95)))
        book.y = book.page.height - tall
        for index, label in enumerate(BOXES):
            writing_box(book, label, index * (width + _BOX_GAP), width, tall)
        book.y = book.page.height


def prompts_of(filling: Filling) -> Sequence[Text | str]:
    """What there is to talk about, one entry for each prompt."""
    match filling:
        case Items(items=items):
            return [*map(told, items)]
        case Prose(text=text):
            return [text]
        case Missing(label=label):
            return [f"要記入：{label}"]
        case _:
            return []
