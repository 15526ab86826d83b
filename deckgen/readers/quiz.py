"""The comprehension test: questions of four types, and what a company changes in them."""

from typing import cast

from deckgen.messages.terms import span
from deckgen.model.quiz import AnyItem, ItemLeftOut, Quiz, QuizChanges
from deckgen.model.text import Source
from deckgen.readers.shapes import (
    listed,
    out_of_range,
    read_all,
    read_entries,
    read_integer,
    read_string,
    reader_of,
)
from deckgen.readers.tree import Context, Node


def read_item(node: Node, context: Context) -> AnyItem[Source]:
    """A question of any type; its faults are judged by its own type alone."""
    return cast("AnyItem[Source]", reader_of(AnyItem)(node, context))


def read_quiz(node: Node, context: Context) -> Quiz[Source]:
    """The whole test of a course."""
    quiz = cast("Quiz[Source]", reader_of(Quiz)(node, context))
    _check_pass_line(quiz.pass_line, node, context)
    return quiz


def read_quiz_changes(node: Node, context: Context) -> QuizChanges[Source]:
    """`quiz: {add: […], leave_out: […], pass_line: 80}` of a profile."""
    readers = {
        "add": lambda entry, where: read_all(listed(entry, where), read_item, where),
        "leave_out": lambda entry, where: read_all(listed(entry, where), _left_out, where),
        "pass_line": _read_pass_line,
    }
    return QuizChanges(**read_entries(node, readers, [], context))


def _left_out(node: Node, context: Context) -> ItemLeftOut:
    return ItemLeftOut(item_id=read_string(node, context), place=node.place)


def _read_pass_line(node: Node, context: Context) -> int:
    value: int = read_integer(node, context)
    _check_pass_line(value, node, context)
    return value


def _check_pass_line(value: int, node: Node, context: Context) -> None:
    """Per cent; a test that is passed with no point at all proves nothing."""
    if not 1 <= value <= 100:
        raise out_of_range("@pass-line", value, span(1, 100), node.place, context, advice="@advice-pass-line")
