"""What a company's material, or a course by itself, says: resolved into plain values."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from typing import Any

from deckgen.diagnostics import LOCATIONS, Report
from deckgen.model.blocks import CalloutBlock, ContentBlock
from deckgen.model.company import Profile
from deckgen.model.content import Content, ContentSlide, ContentSlot, Fields, Tree
from deckgen.model.course import Course, CourseSource, Filled, MergedSlide, SourceSlide
from deckgen.model.frames import Deck
from deckgen.model.pieces import Scene, SceneLabel, SceneShape
from deckgen.model.slides import Slide
from deckgen.model.slots import (
    Awaited,
    AwaitedWords,
    Contact,
    Image,
    Items,
    Missing,
    Prose,
    Ruling,
    SlotDeclaration,
    SlotRef,
)
from deckgen.model.standard_slots import HISTORY, STANDARD_SLOTS
from deckgen.model.text import Source, Text
from deckgen.model.theme import Theme
from deckgen.text.inline import parse_blocks
from deckgen.text.marks import marked_line, marked_paragraphs
from deckgen.wording import Wording

_OF_EVERY_SLIDE = frozenset(field.name for field in fields(Slide)) | {"kind"}
_BLOCKS = (ContentBlock, CalloutBlock)
"""Parts of a slide that nothing but their `type` tells apart."""
_FILLINGS = (Prose, Items, Ruling, Contact, Missing)


def company_content(course: Course, source: CourseSource, profile: Profile, theme: Theme) -> Content:
    """What a company's own course says; `source` and `profile` are what it was merged from."""
    walker = _Walker(course.fillings)
    edition = course.edition
    return Content(
        scope="company",
        course=_course(course.id, course.title, course.course_edition, course.words, walker),
        company=_present(id=course.company_id, name=course.company_name, short_name=course.short_name)
        | walker.named(logo=course.logo),
        edition=walker.named(
            fiscal_year=edition.fiscal_year,
            version=edition.version,
            issued_on=edition.issued_on,
            next_review=edition.next_review,
            confidentiality=edition.confidentiality,
            draft=course.is_draft or None,
            public=course.is_public or None,
        ),
        session=walker.fields(course.session),
        look=_present(theme=theme.name, primary=theme.colours["primary"]),
        history=_history(course, source, profile, walker),
        slots=tuple(_filled_slots(course.fillings, source.slots, profile)),
        parts=tuple(
            walker.named(title=part.title, minutes=part.minutes, slides=part.slide_ids) for part in course.parts
        ),
        requirements=tuple(_requirements(course.requirements, course.slides, walker)),
        slides=tuple(_slide(slide, walker) for slide in course.slides),
        quiz=walker.fields(course.quiz) if course.quiz else {},
        training=walker.fields(replace(course.training, staff=None)),  # names go into the record and nowhere else
    )


def with_pages(content: Content, deck: Deck) -> Content:
    """The content with the number of pages that each slide goes over in the deck."""
    pages = Counter(page.slide_id for page in deck.pages)
    return replace(content, slides=tuple(replace(slide, pages=pages[slide.id] or 1) for slide in content.slides))


def course_content(course: CourseSource) -> Content:
    """What a course says before any company's words are in it."""
    walker = _Walker(())
    return Content(
        scope="course",
        course=_course(course.id, course.title, course.edition, Wording(course.language, course.words), walker),
        slots=tuple(_declared(slot, walker) for slot in course.slots),
        requirements=tuple(_requirements(course.requirements, course.slides, walker)),
        law=walker.series(course.law),
        slides=tuple(_slide(slide, walker) for slide in course.slides),
        quiz=walker.fields(course.quiz) if course.quiz else {},
    )


def _history(course: Course, source: CourseSource, profile: Profile, walker: "_Walker") -> tuple[Tree, ...]:
    """The editions so far; of a list that somebody has still to write something in, that it is missing."""
    if HISTORY in profile.placeholders:
        return tuple({"missing": slot.label} for slot in source.slots if slot.name == HISTORY)
    return walker.series(course.history.entries)


def _course(name: str, title: Text | Source, edition: str, words: Wording, walker: "_Walker") -> Fields:
    told = walker.named(id=name, title=title, edition=edition, language=words.language)
    return told | ({"words": dict(words.own)} if words.own else {})


def _requirements(
    requirements: Iterable[Any], slides: Sequence[MergedSlide] | Sequence[SourceSlide], walker: "_Walker"
) -> Iterator[Tree]:
    """Each requirement with the ids of the slides that meet it."""
    for requirement in requirements:
        covering = tuple(slide.id for slide in slides if requirement.id in slide.covers)
        yield {**walker.fields(requirement), **_present(slides=covering)}


def _filled_slots(
    fillings: Iterable[Filled], declared: Iterable[SlotDeclaration], profile: Profile
) -> Iterator[ContentSlot]:
    """What fills each slot, but for those that make up the edition, which has a place of its own."""
    declarations = {slot.name: slot for slot in declared}
    walker = _Walker(())
    for filled in fillings:
        if filled.slot in STANDARD_SLOTS:
            continue
        slot, review = declarations[filled.slot], profile.reviews.get(filled.slot)
        value = walker.tree(filled.filling)
        assert value is not None
        yield ContentSlot(
            name=slot.name,
            label=slot.label,
            type=slot.type,
            value=value,
            reviewed_on=review.day.isoformat() if review else "",
        )


def _declared(slot: SlotDeclaration, walker: "_Walker") -> ContentSlot:
    asked = walker.fields(slot)
    value = {key: tree for key, tree in asked.items() if key not in ("name", "label", "type")}
    return ContentSlot(name=slot.name, label=slot.label, type=slot.type, value=value)


def _slide(slide: MergedSlide | SourceSlide, walker: "_Walker") -> ContentSlide:
    body = {key: tree for key, tree in walker.fields(slide).items() if key not in _OF_EVERY_SLIDE}
    return ContentSlide(
        id=slide.id,
        kind=slide.kind,
        title="\n".join(_paragraphs(slide.title)),
        minutes=int(slide.minutes) if slide.minutes == int(slide.minutes) else slide.minutes,
        covers=slide.covers,
        body=body | ({"optional": True} if slide.optional and isinstance(slide.title, Source) else {}),
        notes=_paragraphs(slide.notes),
        written=_paragraphs(slide.written) if slide.written else (),
        cues=_paragraphs(slide.cues) if slide.cues else (),
    )


def _present(**values: Tree) -> dict[str, Tree]:
    """The values that are there."""
    return {name: value for name, value in values.items() if value not in ("", ())}


def _paragraphs(text: Text | Source) -> tuple[str, ...]:
    """A text in lines; that of a course alone keeps its `{{ values }}`."""
    found = parse_blocks(text.text, text, Report()) if isinstance(text, Source) else text
    return tuple(line for line in marked_paragraphs(found) if line)


class _Walker:
    """Turns any part of the model into plain values; what says nothing, and what is as by default, is left out."""

    def __init__(self, fillings: Iterable[Filled]) -> None:
        self._fillings = tuple(fillings)
        self._names = {id(filled.filling): filled.slot for filled in self._fillings}

    def named(self, **parts: Any) -> dict[str, Tree]:
        """Parts by name."""
        trees = {name: self.tree(part) for name, part in parts.items()}
        return {name: tree for name, tree in trees.items() if tree not in (None, "", ())}

    def fields(self, record: Any) -> dict[str, Tree]:
        """The fields of a record by their names."""
        return self.named(
            **{
                field.name: value
                for field in fields(record)
                if not isinstance(value := getattr(record, field.name), LOCATIONS)
                and (value != _default(field) or (field.name == "type" and isinstance(record, _BLOCKS)))
            }
        )

    def series(self, parts: Iterable[Any]) -> tuple[Tree, ...]:
        """Parts in order."""
        trees = map(self.tree, parts)
        return tuple(tree for tree in trees if tree is not None)

    def tree(self, part: Any) -> Tree | None:
        """A part as plain values; None for nothing."""
        if isinstance(part, _FILLINGS) and (slot := self._slot_of(part)):
            return {"slot": slot}
        if isinstance(part, Awaited) and not (isinstance(part, AwaitedWords) and not part.slot):
            return {"slot": part.slot}
        match part:
            case None | bool() | int():
                return part
            case float():
                return int(part) if part.is_integer() else part
            case str():
                return marked_line(part)
            case date():
                return part.isoformat()
            case Text() | Source():
                lines = _paragraphs(part)
                return lines if len(lines) > 1 else "".join(lines)
            case tuple():
                return self.series(part)
            case _:
                return self._record(part)

    def _record(self, part: Any) -> Tree | None:
        match part:
            case SlotRef(name=name):
                return {"slot": name}
            case Prose(text=text):
                return self.tree(text)
            case Items(items=items, ordered=ordered):
                return {"steps" if ordered else "items": self.series(items)}
            case Missing(label=label):
                return {"missing": label}
            case Image():
                size = f"{part.width} × {part.height}"
                return {"picture": f"{part.format.upper()} {size}", "sha256": hashlib.sha256(part.data).hexdigest()}
            case Scene():
                return _scene(part)
        assert is_dataclass(part), part
        return self.fields(part)

    def _slot_of(self, part: Any) -> str | None:
        """The slot that a part of a slide is the filling of.

        The merge puts one object wherever a slot is named; where numbers were masked, equal ones.
        """
        found = self._names.get(id(part))
        return found or next((each.slot for each in self._fillings if each.filling == part), None)


def _default(field: "Field[Any]") -> object:
    return field.default if field.default is not MISSING else None


def _scene(scene: Scene) -> Mapping[str, Tree]:
    """What a picture says: its description, the words in it, and a checksum of how it is drawn."""
    labels = []
    for part in scene.parts:
        if isinstance(part, SceneLabel):
            labels.append(part.text)
        elif isinstance(part, SceneShape) and part.label:
            labels.append(part.label)
    drawing = hashlib.sha256(repr((scene.width, scene.height, scene.parts)).encode()).hexdigest()
    words = {"labels": tuple(map(marked_line, labels))} if labels else {}
    return {"alt": marked_line(scene.alt), **words, "drawing": drawing}
