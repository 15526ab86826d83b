"""Answers of the test: who marks every statement alike gets none of them for nothing."""

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.model.quiz import TrueFalseItem

_FEW = 2
"""So many statements may well have the same answer."""


def find(subject: Subject) -> Findings:
    """A test whose statements are all right, or all wrong."""
    quiz = subject.course.quiz if subject.course else None
    statements = [item for item in quiz.items if isinstance(item, TrueFalseItem)] if quiz else []
    if len(statements) > _FEW and len({item.answer for item in statements}) == 1:
        answer = "○" if statements[0].answer else "×"
        yield finding("quiz-one-sided", statements[0].place, owner=subject.owner, count=len(statements), answer=answer)
