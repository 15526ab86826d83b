"""The company's own test: the questions of the course on slides that are left, and the company's own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from deckgen.diagnostics import Place, Report
from deckgen.merge.rebuild import Rebuilder
from deckgen.messages.spelling import closest
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, MergedSlide
from deckgen.model.quiz import AnyItem, Quiz
from deckgen.model.text import Source, Text


def merge_quiz(
    course: CourseSource, profile: Profile, slides: Sequence[MergedSlide], rebuilder: Rebuilder, report: Report
) -> Quiz[Text] | None:
    """The test with its values in place; None where the course has none."""
    if course.quiz is None:
        if profile.quiz.add:
            report.add("quiz-none", profile.quiz.add[0].place, course=course.id)
        return None
    chosen = [*_chosen(course.quiz.items, profile, report), *profile.quiz.add]
    items = tuple(_on_slides(chosen, {slide.id for slide in slides}, profile.quiz.add, report))
    if not items:
        report.add("quiz-empty", _place(profile))
        return None
    quiz = replace(course.quiz, items=items, pass_line=profile.quiz.pass_line or course.quiz.pass_line)
    return cast("Quiz[Text]", rebuilder.rebuild(quiz))


def _chosen(items: Sequence[AnyItem[Source]], profile: Profile, report: Report) -> list[AnyItem[Source]]:
    """The questions of the course that the company keeps."""
    known = [item.id for item in items]
    left_out = {change.item_id for change in profile.quiz.leave_out}
    for change in profile.quiz.leave_out:
        if change.item_id not in known:
            report.add("quiz-unknown", change.place, item=change.item_id, suggestion=closest(change.item_id, known))
    return [item for item in items if item.id not in left_out]


def _on_slides(
    items: Iterable[AnyItem[Source]], slides: set[str], own: Sequence[AnyItem[Source]], report: Report
) -> Iterable[AnyItem[Source]]:
    """The questions whose slide is shown; that one of the company's own gets lost, somebody should know."""
    for item in items:
        if item.slide in slides:
            yield item
        else:
            code = "quiz-own-left-out" if item in own else "quiz-item-left-out"
            report.add(code, item.place, item=item.id, slide=item.slide)


def _place(profile: Profile) -> Place:
    return profile.quiz.leave_out[0].place if profile.quiz.leave_out else Place(str(profile.path))
