"""The merge: what a company says, put into a course."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from deckgen.diagnostics import Place, Report, Stop
from deckgen.merge.absence import Scope
from deckgen.merge.completeness import check_complete
from deckgen.merge.edition import Particulars
from deckgen.merge.fillings import Fillings, absent_slots
from deckgen.merge.headings import Headings
from deckgen.merge.own_words import change_notes, merge_quiz
from deckgen.merge.public import without_personal_numbers
from deckgen.merge.rebuild import Rebuilder
from deckgen.merge.selection import parts_of, select
from deckgen.merge.texts import Texts
from deckgen.merge.values import values
from deckgen.messages import has_errors
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource, Covering, MergedSlide, Requirement, SourceSlide
from deckgen.model.slides import CoverSlide, EmergencySlide
from deckgen.model.text import Text, join, plain_text
from deckgen.model.training import Training
from deckgen.wording import Wording


def merge(course: CourseSource, profile: Profile, *, draft: bool, report: Report, public: bool = False) -> Course:
    """The company's own course. Raises Stop after every problem is in the report.

    In a draft a required slot that is empty shows as a marked gap; otherwise each is an error.
    For the public no personal telephone number is left in it.
    """
    before, words = len(report), Wording(course.language, course.words)
    check_complete(course, profile, draft=draft, report=report)
    scope = Scope(absent_slots(course, profile), profile.is_certified)
    headings = Headings({slot.name: slot for slot in course.slots}, profile, scope.absent, words, report)
    chosen = [headings.put_in(slide) for slide in select(course, profile, report)]
    selected = _with_contents(chosen, scope, course, profile, report)
    selected = tuple(_covering(slide, course, profile, scope) for slide in selected)
    _check_left_out(course, profile, report)
    texts = Texts(values(course, profile, selected, words), report, words)
    fillings = Fillings(course, profile, texts)
    rebuilder = Rebuilder(texts, fillings, scope, report)
    slides = [cast("MergedSlide", rebuilder.rebuild(slide)) for slide in selected]
    slides = [_named(slide, course, words) for slide in slides]
    elsewhere = course.elsewhere | {each.slide_id for each in profile.left_out}
    slides = change_notes(slides, profile.notes_changes, elsewhere, texts, report)
    requirements = _applying(course, profile)
    emptied = {name: profile.places[slot] for each in chosen if (slot := scope.empties(each)) for name in each.covers}
    _check_covered(slides, requirements, course, profile, scope, emptied, report)
    title = _in_version(texts.line(course.title), course, words)
    quiz = merge_quiz(course, profile, slides, rebuilder, report)
    training = cast("Training[Text]", rebuilder.rebuild(profile.training))
    if has_errors(report, before):
        raise Stop
    facts = Particulars(course, profile, texts)
    merged = Course(
        id="_".join([course.id, *([course.variant.id] if course.variant else [])]),
        title=title,
        edition=facts.edition,
        course_edition=course.edition,
        marks=(course.language,) if course.is_translated else (),
        words=words,
        company_id=profile.company_id,
        company_name=facts.company_name,
        short_name=facts.short_name,
        logo=facts.logo,
        session=facts.session,
        history=facts.history,
        slides=tuple(slides),
        parts=parts_of(slides, title, words),
        requirements=requirements,
        version=course.version.id if course.version else "",
        is_draft=draft,
        quiz=quiz,
        training=training,
        printing=profile.printing,
        fillings=fillings.all(),
    )
    return without_personal_numbers(merged, course, profile, report) if public else merged


def _in_version(title: Text, course: CourseSource, words: Wording) -> Text:
    """A title with the name of the version behind it, where it is another than the first."""
    if not course.variant:
        return title
    return join([title, plain_text(words.say("bracketed", text=course.variant.title))], "")


def _named(slide: MergedSlide, course: CourseSource, words: Wording) -> MergedSlide:
    """The slide; a cover tells the version, where it is another than the first."""
    if not isinstance(slide, CoverSlide) or not course.variant:
        return slide
    told = _in_version(slide.subtitle, course, words) if slide.subtitle else plain_text(course.variant.title)
    return replace(slide, subtitle=told)


def _with_contents(
    slides: Sequence[SourceSlide], scope: Scope, course: CourseSource, profile: Profile, report: Report
) -> tuple[SourceSlide, ...]:
    """The slides that have something to show."""
    kept: list[SourceSlide] = []
    slots = {slot.name: slot for slot in course.slots}
    for slide in slides:
        if slot := scope.empties(slide):
            # A course says by `optional` and `certified` of which slides it reckons with that; no other goes unnoticed.
            told = {"slide": slide.id, "slot": slot}
            if slide.optional or slots[slot].required == "certified":
                report.add("slide-left-empty", profile.places[slot], **told)
            else:
                told |= {"label": slots[slot].label, "owner": slots[slot].owner}
                lost = "emergency-lost" if isinstance(slide, EmergencySlide) else "slide-lost"
                report.add(lost, profile.places[slot], **told)
        else:
            kept.append(slide)
    return tuple(kept)


def _applying(course: CourseSource, profile: Profile) -> tuple[Requirement, ...]:
    """The requirements that this company must meet."""
    return tuple(
        requirement for requirement in course.requirements if requirement.applies == "always" or profile.is_certified
    )


def _whole(profile: Profile) -> Place:
    """The profile's file, named as its other places name it."""
    return Place(next(iter(profile.places.values())).file)


def _check_left_out(course: CourseSource, profile: Profile, report: Report) -> None:
    """Report what is said of slides that are left out: one file that says both is wrong, a site may do without them."""
    gone = {each.slide_id: each.place for each in profile.left_out}
    may_go = {slide.id for slide in course.every or course.slides if slide.optional}
    said = [(name, each.place) for name, each in profile.changed.items()]
    for name, place in (*said, *((each.slide_id, each.place) for each in profile.notes_changes)):
        if name in gone and name in may_go:
            code = "change-undone" if gone[name].file == place.file else "change-left-out"
            report.add(code, gone[name], slide=name, other=place)


def _covering(slide: SourceSlide, course: CourseSource, profile: Profile, scope: Scope) -> SourceSlide:
    """The slide; what held a requirement and is not shown, since a slot of it is empty, covers it no longer."""
    held = {each.requirement for each in _coverings(slide.id, course, profile) if not each.slots & scope.absent}
    return replace(slide, covers=tuple(name for name in slide.covers if name in held))


def _coverings(name: str, course: CourseSource, profile: Profile) -> Sequence[Covering]:
    if name in profile.changed:
        return profile.changed[name].covering
    added = {each.slide.id: each.covering for each in profile.additions}
    return added[name] if name in added else course.covering.get(name, ())


def _check_covered(
    slides: Sequence[MergedSlide],
    requirements: Sequence[Requirement],
    course: CourseSource,
    profile: Profile,
    scope: Scope,
    emptied: Mapping[str, Place],
    report: Report,
) -> None:
    """`emptied` is where what a slide lacks could be filled in, by the requirements that the slide would cover."""
    covered = {name for slide in slides for name in slide.covers}
    for requirement in requirements:
        if requirement.id not in covered:
            place = _taken_at(requirement.id, course, profile, scope) or emptied.get(requirement.id) or _whole(profile)
            told = {"name": requirement.id, "label": requirement.label, "owner": course.owner}
            report.add("requirement-lost", place, **told)


def _taken_at(name: str, course: CourseSource, profile: Profile, scope: Scope) -> Place | None:
    """Where a company takes away what covers a requirement; None where it does not."""
    changed = [each.lost[name] for each in profile.changed.values() if name in each.lost]
    covering = {slide.id: slide.covers for slide in course.slides}
    left_out = [each.place for each in profile.left_out if name in covering.get(each.slide_id, ())]
    held = (each for slide in course.slides for each in _coverings(slide.id, course, profile))
    empty = [profile.places[slot] for each in held if each.requirement == name for slot in each.slots & scope.absent]
    return next(iter((*changed, *left_out, *empty)), None)
