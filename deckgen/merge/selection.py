"""Which slides a company's course has, and the parts that they make."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.diagnostics import Report
from deckgen.messages.spelling import closest_slide
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, MergedSlide, Part, SourceSlide
from deckgen.model.slides import SectionSlide
from deckgen.model.spoken import place_of
from deckgen.model.text import Text, plain_text
from deckgen.wording import Wording

# Which slides a company's course has ---------------------------------------------------------------------------------

START = "start"
"""Stands for the cover, which a course always begins with."""


def select(course: CourseSource, profile: Profile, report: Report) -> list[SourceSlide]:
    """The slides in order; what cannot be left out or placed is reported."""
    left_out = _left_out(course, profile, report)
    ids = list(course.titles)
    changed = {name: each.slide for name, each in profile.changed.items()}
    slides = {slide.id: changed.get(slide.id, slide) for slide in course.slides}
    titles = {**course.titles, **{each.slide.id: each.slide.title.text for each in profile.additions}, START: ""}
    last_after: dict[str, str] = {}
    for addition in profile.additions:
        after = ids[0] if addition.after == START else addition.after
        anchor = last_after.get(after, after)
        if anchor not in ids:
            told = {"slide": addition.after, "profile": addition.place.file}
            suggestion = closest_slide(addition.after, titles)
            place = place_of(addition.after, addition.place)
            report.add("addition-anchor", place, **told, suggestion=suggestion)
            continue
        ids.insert(ids.index(anchor) + 1, addition.slide.id)
        last_after[after] = addition.slide.id
        if addition.is_shown:
            slides[addition.slide.id] = addition.slide
    kept = [slides[name] for name in ids if name in slides and name not in left_out]
    return [replace(slide, reveal=True) for slide in kept] if profile.reveals else kept


def _left_out(course: CourseSource, profile: Profile, report: Report) -> set[str]:
    known = {slide.id: slide for slide in course.every or course.slides}
    left_out = set()
    for change in profile.left_out:
        slide = known.get(change.slide_id)
        if slide is None:
            told = {"slide": change.slide_id, "optional": _optional(course)}
            meant = closest_slide(change.slide_id, course.titles)
            suggestion = meant if meant in known and known[meant].optional else ""
            report.add("slide-to-leave-unknown", change.place, **told, suggestion=suggestion)
        elif not slide.optional:
            told = {"slide": change.slide_id, "optional": _optional(course), "owner": course.owner}
            report.add("slide-required", change.place, **told)
        else:
            left_out.add(slide.id)
    return left_out


def _optional(course: CourseSource) -> str:
    """The slides that may be left out, by name and title."""
    found = [f"{slide.id} ({slide.title.text})" for slide in course.every or course.slides if slide.optional]
    return ", ".join(found) or "@none"


# The parts of a course -----------------------------------------------------------------------------------------------
# Each section slide opens one.


def parts_of(slides: Sequence[MergedSlide], title: Text, words: Wording) -> tuple[Part, ...]:
    """The parts with the minutes of their slides; a course without sections is one part, of the course's `title`."""
    groups: list[list[MergedSlide]] = []
    for slide in slides:
        if isinstance(slide, SectionSlide) or not groups:
            groups.append([])
        groups[-1].append(slide)
    opening = plain_text(words.say("opening")) if len(groups) > 1 else title
    return tuple(_part(group, opening) for group in groups)


def _part(slides: Sequence[MergedSlide], opening: Text) -> Part:
    first = slides[0]
    is_section = isinstance(first, SectionSlide)
    return Part(
        title=first.title if is_section else opening,
        minutes=sum(slide.minutes for slide in slides),
        slide_ids=tuple(slide.id for slide in slides),
        numbered=is_section,
    )
