"""Which slides a company's course has: those of the course, less what it leaves out, with its own among them."""

from deckgen.diagnostics import Report
from deckgen.messages.spelling import closest_slide
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, SourceSlide

START = "start"
"""Stands for the cover, which a course always begins with."""


def select(course: CourseSource, profile: Profile, report: Report) -> list[SourceSlide]:
    """The slides in order; what cannot be left out or placed is reported."""
    left_out = _left_out(course, profile, report)
    slides = list(course.slides)
    ids: list[str] = [slide.id for slide in slides]
    titles = {**course.titles, **{each.slide.id: each.slide.title.text for each in profile.additions}, START: ""}
    last_after: dict[str, str] = {}
    for addition in profile.additions:
        after = ids[0] if addition.after == START else addition.after
        anchor = last_after.get(after, after)
        if anchor not in ids:
            told = {"slide": addition.after, "profile": addition.place.file}
            suggestion = closest_slide(addition.after, titles)
            report.add("addition-anchor", addition.place, **told, suggestion=suggestion)
            continue
        index = ids.index(anchor) + 1
        slides.insert(index, addition.slide)
        ids.insert(index, addition.slide.id)
        last_after[after] = addition.slide.id
    return [slide for slide in slides if slide.id not in left_out]


def _left_out(course: CourseSource, profile: Profile, report: Report) -> set[str]:
    known = {slide.id: slide for slide in course.slides}
    left_out = set()
    for change in profile.left_out:
        slide = known.get(change.slide_id)
        if slide is None:
            told = {"slide": change.slide_id, "optional": _optional(course)}
            suggestion = closest_slide(change.slide_id, course.titles)
            report.add("slide-to-leave-unknown", change.place, **told, suggestion=suggestion)
        elif not slide.optional:
            told = {"slide": change.slide_id, "optional": _optional(course), "owner": course.owner}
            report.add("slide-required", change.place, **told)
        else:
            left_out.add(slide.id)
    return left_out


def _optional(course: CourseSource) -> str:
    """The slides that may be left out, by name and title."""
    found = [f"{slide.id} ({slide.title.text})" for slide in course.slides if slide.optional]
    return ", ".join(found) or "@nothing"
