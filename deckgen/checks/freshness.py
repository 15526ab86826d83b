"""What is stale on a day: values, law, figures and references that nobody has compared with their source for long."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, date, timedelta
from itertools import groupby

from deckgen.checks.subject import LEGAL_AS_OF, Findings, Subject, finding
from deckgen.diagnostics import Place
from deckgen.model.course import LegalFact
from deckgen.model.freshness import Limits, Months, Review
from deckgen.model.pieces import Reference
from deckgen.model.slides import ChartSlide, ReferencesSlide
from deckgen.model.slots import SlotDeclaration, traits_of
from deckgen.model.standard_slots import ISSUED_ON, NEXT_REVIEW
from deckgen.model.text import Text

# Calendar months between days ----------------------------------------------------------------------------------------


def months_after(day: date, months: int) -> date:
    """The same day of the month some months later, or that month's last day; never later than the last day there is."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(day.day, _last_day(year, month)))


def _last_day(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def is_over(day: date, months: int, as_of: date) -> bool:
    """Whether more than some months have gone by since a day."""
    return months_after(day, months) < as_of


# What a company wrote and nobody has looked at for long, or ever -----------------------------------------------------


def find_reviews(subject: Subject, as_of: date) -> Findings:
    """Days of review that are too long ago or lie ahead, and values that have none."""
    filled = [slot for slot in subject.source.slots if slot.name in subject.profile.fillings]
    slots = [slot for slot in filled if traits_of(slot.type).reviewed_under is not None]
    if slots and not subject.profile.reviews:
        whole = Place(subject.place_of(slots[0].name).file)
        yield finding("review-never", whole, owner=subject.owner, count=len(slots))
        return
    yield from _ahead(slots, subject, as_of)
    for slot in slots:
        yield from _judged(slot, subject, as_of)


def _ahead(slots: Sequence[SlotDeclaration], subject: Subject, as_of: date) -> Findings:
    """Each day that lies ahead, once, however many values it is for."""
    found: dict[Review, list[SlotDeclaration]] = {}
    for slot in slots:
        review = subject.profile.reviews.get(slot.name)
        if review and review.day > as_of:
            found.setdefault(review, []).append(slot)
    for review, theirs in found.items():
        owners = {slot.owner for slot in theirs}
        owner = owners.pop() if len(owners) == 1 else subject.owner
        label = theirs[0].label + (f" +{len(theirs) - 1}" if len(theirs) > 1 else "")
        yield finding("day-ahead", review.place, owner=owner, label=label, found=review.day, as_of=as_of)


def _judged(slot: SlotDeclaration, subject: Subject, as_of: date) -> Findings:
    review = subject.profile.reviews.get(slot.name)
    place, months = subject.place_of(slot.name), _limit(slot, subject.profile.freshness)
    if review is None:
        yield finding("review-missing", place, owner=slot.owner, slot=slot.name, label=slot.label)
    elif is_over(review.day, months, as_of):
        named = {"slot": slot.name, "label": slot.label, "found": review.day, "months": months}
        yield finding("review-stale", place, owner=slot.owner, **named)


def _limit(slot: SlotDeclaration, limits: Limits) -> Months:
    return limits.contacts if traits_of(slot.type).shape == "contact" else limits.rules


# What the law says, and when somebody last made sure of it -----------------------------------------------------------


def find_law_at_issue(subject: Subject) -> Findings:
    """A day that was too long ago when the edition was issued."""
    legal, issued, months = subject.day(LEGAL_AS_OF), subject.day(ISSUED_ON), subject.profile.freshness.legal
    if legal and issued and is_over(legal, months, issued):
        told = {"found": legal, "issued": issued, "months": months}
        yield finding("legal-outdated", subject.place_of(LEGAL_AS_OF), owner=subject.owner_of(LEGAL_AS_OF), **told)


def find_law(subject: Subject, as_of: date) -> Findings:
    """A day that has become too long ago since the edition was issued, or that lies ahead."""
    legal, months = subject.day(LEGAL_AS_OF), subject.profile.freshness.legal
    if not legal:
        return
    place, owner = subject.place_of(LEGAL_AS_OF), subject.owner_of(LEGAL_AS_OF)
    if legal > as_of:
        label = subject.label_of(LEGAL_AS_OF)
        yield finding("day-ahead", place, owner=owner, label=label, found=legal, as_of=as_of)
    elif is_over(legal, months, as_of) and not any(find_law_at_issue(subject)):
        yield finding("legal-stale", place, owner=owner, found=legal, as_of=as_of, months=months)


def find_facts(subject: Subject, as_of: date) -> Findings:
    """Figures and articles of the course that nobody has compared with the law for too long; one finding a day."""
    months, owner = subject.profile.freshness.legal, subject.owner_of(LEGAL_AS_OF)
    for day, facts in _by_day(subject.source.law):
        place, names = (
            facts[0].keys.of("legal_as_of", facts[0].place),
            "、".join(f"{fact.id}（{fact.article}）" for fact in facts),
        )
        if day > as_of:
            yield finding("day-ahead", place, owner=owner, label=names, found=day, as_of=as_of)
        elif is_over(day, months, as_of):
            yield finding("law-stale", place, owner=owner, found=day, as_of=as_of, months=months, names=names)


def _by_day(facts: Iterable[LegalFact]) -> Iterator[tuple[date, list[LegalFact]]]:
    def day(fact: LegalFact) -> date:
        return fact.legal_as_of

    for found, same in groupby(sorted(facts, key=day), day):
        yield found, list(same)


# References whose address nobody has looked at for long --------------------------------------------------------------


def find_references(subject: Subject, as_of: date) -> Findings:
    """Days of checking that are too long ago, or lie ahead."""
    months = subject.profile.freshness.references
    for reference in references_of(subject):
        day, title = reference.checked_on, reference.title.plain
        place = reference.keys.of("checked_on", reference.place)
        if day > as_of:
            yield finding("day-ahead", place, owner=subject.owner, label=title, found=day, as_of=as_of)
        elif is_over(day, months, as_of):
            found = {"title": title, "found": day, "months": months}
            yield finding("reference-stale", place, owner=subject.owner, **found)


def references_of(subject: Subject) -> Iterator[Reference[Text]]:
    """The publications that the company's course names."""
    for slide in subject.slides:
        if isinstance(slide, ReferencesSlide):
            yield from slide.references


# Figures -------------------------------------------------------------------------------------------------------------


def find_figures(subject: Subject, as_of: date) -> Findings:
    """Days of checking and of publication that are too long ago, or lie ahead."""
    months = subject.profile.freshness.statistics
    for slide in subject.slides:
        if not isinstance(slide, ChartSlide):
            continue
        checked, published = ("statistics-stale", "checked_on"), ("statistics-old", "published_on")
        for code, key in (checked, published):
            day, source, owner = getattr(slide, key), slide.source or slide.title, subject.owner
            place = slide.keys.of(key, source.place)
            if day > as_of:
                yield finding("day-ahead", place, owner=owner, label=source.plain, found=day, as_of=as_of)
            elif is_over(day, months, as_of):
                yield finding(code, place, owner=owner, slide=slide.id, found=day, months=months)


# The day on which an edition is to be looked at again as a whole -----------------------------------------------------

MONTHS = 12
"""The training is held once a year at least (JIS Q 15001:2023, 7.3)."""


def find_next_review_at_issue(subject: Subject) -> Findings:
    """A day that is not after the day of issue, or not within a year of it."""
    issued, review = subject.day(ISSUED_ON), subject.day(NEXT_REVIEW)
    if not issued or not review:
        return
    last = months_after(issued, MONTHS)
    if not issued < review <= last:
        code = "review-date" if review > last else "review-before-issue"
        told = {"found": review, "issued": issued, "months": MONTHS, "last": last}
        yield finding(code, subject.place_of(NEXT_REVIEW), owner=subject.owner_of(NEXT_REVIEW), **told)


def find_next_review(subject: Subject, as_of: date) -> Findings:
    """A day that has passed since the edition was issued."""
    issued, review = subject.day(ISSUED_ON), subject.day(NEXT_REVIEW)
    if review and (issued or date.min) < review < as_of:
        place, owner = subject.place_of(NEXT_REVIEW), subject.owner_of(NEXT_REVIEW)
        yield finding("review-overdue", place, owner=owner, found=review, as_of=as_of)
