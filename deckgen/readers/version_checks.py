"""What must hold of the versions of a course: their names, their slides, their minutes, and what each has to cover."""

from collections.abc import Iterable, Mapping
from collections.abc import Sequence as Several
from dataclasses import dataclass, field
from itertools import pairwise

from deckgen.diagnostics import Place, Report
from deckgen.messages.spelling import closest
from deckgen.model.choice import slides_mark
from deckgen.model.course import Covering, Requirement, SourceSlide
from deckgen.model.versions import EVERY, Audience, Reach, Version
from deckgen.readers.covering import Gone, Holder, covered, coverings, gone_from, lost
from deckgen.readers.files import can_name_folder
from deckgen.readers.slide_checks import is_id
from deckgen.readers.tree import Node
from deckgen.readers.versions import EVERYTHING, Cut
from deckgen.wording import LANGUAGES

RESERVED = ("archive", "ask", *LANGUAGES, *(slides_mark(language) for language in LANGUAGES))
"""Names that a folder of outputs has for something else."""
_SLACK = 0.1
"""Share by which the minutes of a version's slides may differ from what it is said to take; at least one minute may."""


def check_versions(versions: Iterable[Version], audiences: Iterable[Audience], report: Report) -> None:
    """Report ids that cannot be, stand twice or are not declared."""
    groups = {audience.id: audience for audience in audiences}
    _check_ids(list(audiences), report)
    _check_ids(list(versions), report)
    for version in versions:
        for name in version.audiences:
            if name not in groups:
                known, suggestion = ", ".join(groups) or "@none", closest(name, groups)
                report.add("audience-unknown", version.place, found=name, known=known, suggestion=suggestion)
        if version.id in groups and version.id not in version.audiences:
            report.add("version-id-shared", version.place, found=version.id)


def _check_ids(declared: Iterable[Version | Audience], report: Report) -> None:
    seen: dict[str, Place] = {}
    for each in declared:
        if not is_id(each.id):
            report.add("version-id", each.place, found=each.id)
        elif isinstance(each, Version) and _is_reserved(each):
            report.add("version-id-reserved", each.place, found=each.id, names=", ".join(RESERVED))
        if each.id in seen:
            report.add("version-id-twice", each.place, found=each.id, line=seen[each.id].line)
        seen.setdefault(each.id, each.place)


def _is_reserved(version: Version) -> bool:
    return version.id in RESERVED or not can_name_folder(version.id)


@dataclass(frozen=True, slots=True)
class Reaching:
    """A slide of a course, and for which versions it is."""

    slide: SourceSlide
    reach: Reach
    tree: Node
    """What it was read from, with the parts of all versions in it."""
    held: Several[Holder]
    """What in it holds requirements."""
    never: Mapping[str, Place] = field(default_factory=dict)
    """Requirements that an edition has taken away from it, each with the place."""

    def covers(self, cut: Cut) -> tuple[str, ...]:
        """What it covers as one version has it."""
        return tuple(name for name in covered(self.held, self._gone(cut)) if name not in self.never)

    def coverings(self, cut: Cut) -> tuple[Covering, ...]:
        """The same, with the parts that hold it."""
        return coverings(self.tree, self.held, self._gone(cut), self.never)

    def lost(self, cut: Cut) -> Mapping[str, Place]:
        """What a version takes away of what it covers, each with the place."""
        return lost(self.held, self._gone(cut))

    def _gone(self, cut: Cut) -> Gone:
        return gone_from(self.tree, cut, self._measure(cut)) if self.held else {}

    def _measure(self, cut: Cut) -> Version | None:
        """The first of the versions that have it."""
        return next(iter(cut.admitting(self.reach)), None)

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.tree.place


def check_requirements(
    slides: Several[Reaching], requirements: Several[Requirement], taken: Mapping[str, Place], report: Report
) -> None:
    """Report what is covered and not required, or required and not covered by any slide of the whole course.

    `taken`: what an edition takes away of another course, by requirement, each with the place.
    """
    known = [requirement.id for requirement in requirements]
    for each in slides:
        for holder in each.held:
            if holder.requirement not in known:
                told = {"name": holder.requirement, "suggestion": closest(holder.requirement, known)}
                report.add("requirement-unknown", holder.place, slide=each.slide.id, **told)
    covered = {name for each in slides for name in each.covers(EVERYTHING)}
    for requirement in requirements:
        told = {"name": requirement.id, "label": requirement.label}
        if requirement.id in covered:
            continue
        if requirement.id in taken:
            report.add("requirement-lost", taken[requirement.id], **told)
        else:
            report.add("requirement-uncovered", requirement.place, **told)


def check_slides(
    slides: Several[Reaching],
    cut: Cut,
    requirements: Iterable[Requirement],
    changed: Place | None,
    report: Report,
) -> None:
    """Report versions that have no slides, lose what must be covered, keep an empty part or take another time.

    `changed`: where an edition says the first of what changes the slides of another course; None for any other course.
    """
    for each in slides[:1]:
        if each.reach != EVERY:
            report.add("version-cover", each.reach.place)
    for version in (each for each in cut.versions if is_id(each.id) and not _is_reserved(each)):
        kept = [each for each in slides if each.reach.admits(version)]
        if len(kept) < 2:
            report.add("version-empty", own_place(version.place, changed), version=version.id)
            continue
        _check_covered(slides, cut.of(version), requirements, report)
        for each in _empty_parts(kept, slides):
            place = own_place(each.place, changed)
            report.add("version-part-empty", place, version=version.id, slide=each.slide.id)
        _check_minutes(kept, version, changed, report)


def _check_covered(slides: Several[Reaching], cut: Cut, requirements: Iterable[Requirement], report: Report) -> None:
    """What no slide of the whole course covers is told of the course."""
    assert cut.version
    covering = {name for each in slides if each.reach.admits(cut.version) for name in each.covers(cut)}
    for requirement in (each for each in requirements if each.id not in covering):
        lost = [(each, each.lost(cut)) for each in slides if requirement.id not in each.never]
        places = [(each, places[requirement.id]) for each, places in lost if requirement.id in places]
        if places:
            told = {"version": cut.version.id, "name": requirement.id, "label": requirement.label}
            report.add("version-requirement-lost", places[0][1], **told, slide=places[0][0].slide.id)


def _empty_parts(kept: Several[Reaching], slides: Several[Reaching]) -> Iterable[Reaching]:
    """The section slides of a version after which nothing comes, though something does in the whole course."""
    whole = {one.slide.id for one, other in pairwise(slides) if other.slide.kind != "section"}
    after = [*(each.slide.kind for each in kept[1:]), "section"]
    for each, following in zip(kept, after, strict=True):
        if each.slide.kind == following == "section" and each.slide.id in whole:
            yield each


def _check_minutes(kept: Several[Reaching], version: Version, changed: Place | None, report: Report) -> None:
    """Minutes that an edition changes, are told at what it says of the slides, unless it has versions of its own."""
    found = sum(each.slide.minutes for each in kept)
    if version.minutes and abs(found - version.minutes) > max(1, version.minutes * _SLACK):
        told = {"version": version.id, "minutes": f"{version.minutes:g}", "found": f"{found:g}"}
        report.add("version-minutes", own_place(version.place, changed), **told)


def own_place(place: Place, changed: Place | None) -> Place:
    """The place, or where an edition changes the slides, if what stands there is another course's."""
    return changed if changed and changed.file != place.file else place
