"""Which slides a company's course has: those of the course, less what it leaves out, with its own among them."""

from deckgen.diagnostics import Report
from deckgen.messages.spelling import closest
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, SourceSlide

START = "start"
"""Stands for the cover, which a course always begins with."""


def select(course: CourseSource, profile: Profile, report: Report) -> list[SourceSlide]:
    """The slides in order; what cannot be left out or placed is reported."""
    left_out = _left_out(course, profile, report)
    slides = list(course.slides)
    ids: list[str] = [slide.id for slide in slides]
    last_after: dict[str, str] = {}
    for addition in profile.additions:
        after = ids[0] if addition.after == START else addition.after
        anchor = last_after.get(after, after)
        if anchor not in ids:
            suggestion = closest(addition.after, [*ids, START])
            report.add("addition-anchor", addition.place, slide=addition.after, suggestion=suggestion)
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
            suggestion = closest(change.slide_id, known)
            report.add("slide-unknown", change.place, slide=change.slide_id, suggestion=suggestion)
        elif not slide.optional:
            optional = ", ".join(slide.id for slide in course.slides if slide.optional)
            told = {"slide": change.slide_id, "optional": optional or "@nothing", "owner": course.owner}
            report.add("slide-required", change.place, **told)
        else:
            left_out.add(slide.id)
    return left_out
