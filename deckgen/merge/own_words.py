"""A company's own words: in the speaker notes, and in the questions of the test."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Literal, cast

from deckgen.diagnostics import Place, Report
from deckgen.merge.rebuild import Rebuilder
from deckgen.merge.texts import Texts
from deckgen.messages.spelling import closest, closest_slide
from deckgen.model.company import NotesChange, Profile
from deckgen.model.course import CourseSource, MergedSlide
from deckgen.model.quiz import AnyItem, Quiz
from deckgen.model.spoken import place_of
from deckgen.model.text import Source, Text

# A company's own words in the speaker notes --------------------------------------------------------------------------


def change_notes(
    slides: Sequence[MergedSlide],
    changes: Sequence[NotesChange],
    elsewhere: Collection[str],
    texts: Texts,
    report: Report,
) -> list[MergedSlide]:
    """The slides with their notes replaced or added to, in the order of the changes.

    What is added is said and printed; what replaces the notes replaces what the handout prints too. Changes of slides
    that only other versions of the course have, and of those that the company leaves out, are let be (`elsewhere`: the
    ids of both).
    """
    changed = {slide.id: slide for slide in slides}
    for change in changes:
        slide = changed.get(change.slide_id)
        if slide is None and change.slide_id in elsewhere:
            continue
        if slide is None:
            titles = {slide.id: slide.title.plain for slide in slides}
            told = {"names": ", ".join(titles), "suggestion": closest_slide(change.slide_id, titles)}
            place = place_of(change.slide_id, change.place)
            report.add("slide-unknown", place, slide=change.slide_id, **told)
            continue
        changed[slide.id] = _changed(slide, texts.blocks(change.text), change.mode)
    return list(changed.values())


def _changed(slide: MergedSlide, text: Text, mode: Literal["add", "replace"]) -> MergedSlide:
    if mode == "replace":
        return replace(slide, notes=text, written=None)
    written = _joined(slide.written, text) if slide.written else None
    return replace(slide, notes=_joined(slide.notes, text), written=written)


def _joined(first: Text, second: Text) -> Text:
    return Text(first.paragraphs + second.paragraphs, first.place)


# The company's own test ----------------------------------------------------------------------------------------------


def merge_quiz(
    course: CourseSource, profile: Profile, slides: Sequence[MergedSlide], rebuilder: Rebuilder, report: Report
) -> Quiz[Text] | None:
    """The test with its values in place; None where the course has none."""
    if course.quiz is None:
        if profile.quiz.add:
            report.add("quiz-none", profile.quiz.add[0].place, course=course.id)
        return None
    chosen = [*_chosen(course.quiz.items, course.questions, profile, report), *profile.quiz.add]
    shown = {slide.id for slide in slides}
    chosen = [item for item in chosen if item.slide in shown or item.slide not in course.elsewhere]
    items = tuple(_on_slides(chosen, shown, profile.quiz.add, report))
    if not items:
        if course.quiz.items:  # a version that has no question has no test
            report.add("quiz-empty", _place(profile))
        return None
    quiz = replace(course.quiz, items=items, pass_line=profile.quiz.pass_line or course.quiz.pass_line)
    return cast("Quiz[Text]", rebuilder.rebuild(quiz))


def _chosen(
    items: Sequence[AnyItem[Source]], known: Sequence[str], profile: Profile, report: Report
) -> list[AnyItem[Source]]:
    """The questions of the course that the company keeps."""
    left_out = {change.item_id for change in profile.quiz.leave_out}
    for change in profile.quiz.leave_out:
        if change.item_id not in known:
            told = {"names": ", ".join(known), "suggestion": closest(change.item_id, known)}
            report.add("quiz-unknown", change.place, item=change.item_id, **told)
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
