"""The comprehension test: questions of four types, and what a company changes in them."""

from collections.abc import Collection
from collections.abc import Mapping as Mapping_
from dataclasses import replace
from pathlib import Path
from typing import cast

from deckgen.diagnostics import Place, Report
from deckgen.messages.terms import span
from deckgen.model.quiz import AnyItem, ItemLeftOut, Quiz, QuizChanges
from deckgen.model.text import Source
from deckgen.readers.forms import Read, read_forms
from deckgen.readers.leaves import read_integer, read_string
from deckgen.readers.overlay import below
from deckgen.readers.quiz_checks import check_items
from deckgen.readers.shapes import listed, out_of_range, read_all, read_entries, reader_of
from deckgen.readers.tree import Context, Mapping, Node, Scalar, Sequence
from deckgen.readers.version_checks import own_place
from deckgen.readers.versions import Cut


def read_item(node: Node, context: Context) -> AnyItem[Source]:
    """A question of any type; its faults are judged by its own type alone."""
    return cast("AnyItem[Source]", reader_of(AnyItem)(node, context))


def read_quiz(node: Node, context: Context) -> Quiz[Source]:
    """The whole test of a course."""
    quiz = cast("Quiz[Source]", reader_of(Quiz)(node, context))
    _check_pass_line(quiz.pass_line, below(node, "pass_line") or node, context)
    return quiz


def read_quizzes(cut: Cut, slides: Mapping_[str, str] | None, node: Node, context: Context) -> Read[Quiz[Source]]:
    """The test with all its questions, and with those of the version; what is wrong in any version is told.

    `slides` are the titles of the slides that there are, by id; None where some could not be read. Raises Faulty.
    """
    cut = cut.of_questions

    def read(tree: Node, where: Context) -> Quiz[Source]:
        if _asks(node) and not _asks(tree):
            where.report.add("version-quiz-empty", _items(tree).place)
            return replace(read_quiz(cut.of(None).inside(node, where), replace(where, report=Report())), items=())
        quiz = read_quiz(tree, where)
        check_items(quiz.items, {}, slides, where.report)
        return quiz

    return read_forms(node, cut, read, context)


def _items(tree: Node) -> Sequence:
    entry = tree.entries.get("items") if isinstance(tree, Mapping) else None
    return entry.value if entry and isinstance(entry.value, Sequence) else Sequence()


def _asks(tree: Node) -> bool:
    return bool(_items(tree).items)


def questions_in(tree: Node | None) -> tuple[str, ...]:
    """Ids of the questions of all versions."""
    ids = (each.entries.get("id") for each in (_items(tree).items if tree else ()) if isinstance(each, Mapping))
    return tuple(each.value.text.strip() for each in ids if each and isinstance(each.value, Scalar))


def check_asked(tree: Node | None, cut: Cut, slides: Collection[str], changed: Place | None, report: Report) -> None:
    """Report where a version has questions, and none of the slides (ids) that they are about.

    `changed`: as for `check_slides`.
    """
    assert cut.version
    own = cut.part(tree, Context(Report(), Path(), is_template=True)) if tree else None
    about = [each.entries.get("slide") for each in _items(own).items if isinstance(each, Mapping)] if own else []
    names = {each.value.text.strip() for each in about if each and isinstance(each.value, Scalar)}
    if names and names.isdisjoint(slides):
        report.add("version-quiz-lost", own_place(cut.version.place, changed), version=cut.version.id)


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
