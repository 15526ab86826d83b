"""A company's own slide as a form has it, and what is found at its fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deckgen.diagnostics import Diagnostic, Place
from deckgen.messages import severity_of
from deckgen.model.questions import Plain
from deckgen.readers.slot_values import VERDICTS
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.tree import Node
from deckgen.readers.tree import Sequence as Listed
from deckgen.studio.asking import Told, in_words
from deckgen.studio.reading import Reading
from deckgen.studio.slide_forms import Field, Known, form_of, kinds_to_add, lacking
from deckgen.studio.slide_texts import ROOT, gathered, spread
from deckgen.wording import Language


@dataclass(frozen=True, slots=True)
class Own:
    """A slide as a form has it."""

    kind: str
    after: str
    """Id of the slide that it follows."""
    texts: Mapping[str, str]
    of: str = ""
    """Id of the slide that is changed; empty for a new one."""
    mark: str = ""
    told: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    """Findings by the key of the field that they are about; those of the slide as a whole at `slide`."""
    is_refused: bool = False
    """Whether it was to be saved and could not, for what is told."""
    is_tied: bool = False
    """Whether its place in the profile cannot be changed alone."""
    is_conflict: bool = False
    theirs: tuple[str, ...] = ()

    @property
    def entry(self) -> dict[str, Plain]:
        """What the profile has to say."""
        return {"after": self.after, "slide": gathered(kinds_to_add()[self.kind], self.texts)}

    @property
    def id(self) -> str:
        """The name that the slide is to have."""
        return self.texts.get(f"{ROOT}.id", "").strip()


def known_to(reading: Reading) -> Known:
    """What a form offers to choose from."""
    course = reading.opened.course if reading.opened else None
    if course is None:
        return Known()
    return Known(course.slots, tuple(word for word in VERDICTS if word.isascii() is (course.language == "en")))


def fields_of(reading: Reading, own: Own) -> tuple[Field, ...]:
    """The fields of a slide's form."""
    return form_of(kinds_to_add()[own.kind], own.texts, known_to(reading))


def cleaned(own: Own) -> dict[str, str]:
    """The texts as the profile would have them: rows that are empty are gone, so that places can be told."""
    kind = kinds_to_add()[own.kind]
    return spread(kind, gathered(kind, own.texts))


# Findings at their fields ---------------------------------------------------------------------------------------------

_ELSEWHERE = {"slide-id": f"{ROOT}.id", "slide-duplicate": f"{ROOT}.id", "addition-anchor": "after"}
"""Fields of findings that are told at the slide as a whole."""
NEEDED = Told("error", "", "")
"""That a field has to be filled; the page has the words."""


def faults(
    reading: Reading,
    after: Reading,
    number: int,
    own: Own,
    language: Language,
) -> dict[str, tuple[Told, ...]]:
    """Why a slide cannot be saved; nothing where only warnings are left."""
    known = {(found.code, found.values) for found in reading.findings}
    fresh = [found for found in after.findings if severity_of(found.code) == "error"]
    fresh = [found for found in fresh if found.code != "missing-key" and (found.code, found.values) not in known]
    told = told_of(after, number, own, language, fresh)
    needed = dict.fromkeys(lacking(fields_of(reading, replace(own, texts=cleaned(own)))), (NEEDED,))
    return told | needed


def told_of(
    reading: Reading, number: int, own: Own, language: Language, findings: Sequence[Diagnostic]
) -> dict[str, tuple[Told, ...]]:
    """The findings about a slide of the profile, by the key of the field that each is at."""
    places = _places(reading, number)
    asked = {each.key: each for each in _all(fields_of(reading, replace(own, texts=cleaned(own))))}
    told: dict[str, tuple[Told, ...]] = {}
    for found in findings:
        if severity_of(found.code) == "info":
            continue
        if key := _key_of(found, places, asked, own):
            told[key] = (*told.get(key, ()), in_words(found, language))
    return told


def _key_of(
    found: Diagnostic, places: list[tuple[Place, str | None]], asked: Mapping[str, Field], own: Own
) -> str | None:
    """The field that a finding is about, the whole slide where it is about none; None where it is about others."""
    values = dict(found.values)
    key = _key_at(found, places)
    if key is None and values.get("slide") != own.id:
        return None
    if found.code in _ELSEWHERE:
        return _ELSEWHERE[found.code]
    icons = (each.key for each in asked.values() if each.control == "icon" and each.value == values.get("icon"))
    return next(icons, None) or next((each for each in _shorter(key or ROOT) if each in asked), ROOT)


def _all(fields: Sequence[Field]) -> Iterator[Field]:
    for each in fields:
        yield each
        yield from _all(each.parts)
        for row in each.rows:
            yield from _all(row.fields)


def _shorter(key: str) -> Iterator[str]:
    """A key, and those of what it is in: `slide.points[0].icon`, `slide.points[0]`, `slide.points`."""
    while key:
        yield key
        key = key[: max(key.rfind("."), key.rfind("["), 0)]


def _key_at(found: Diagnostic, places: list[tuple[Place, str | None]]) -> str | None:
    if found.place is None or not places or found.place.file != places[0][0].file:
        return None
    return next((key for place, key in reversed(places) if place <= found.place), None)


def _places(reading: Reading, number: int) -> list[tuple[Place, str | None]]:
    """Where each part of a slide begins, with its key; None for what stands before and after it."""
    if reading.opened is None:
        return []
    tree = reading.opened.loaded.tree
    item = _below(tree, "slides", "add", number)
    slide = _below(item, "slide")
    inner = {item.place: ROOT} if item else {}
    inner |= dict(_keyed(slide, ROOT)) if slide else {}
    own = set(_all_places(item)) if item else set()
    outer = {place: None for place in _all_places(tree) if place not in own}
    return sorted({**outer, **inner}.items(), key=lambda each: each[0])


def _below(node: Node | None, *path: str | int) -> Node | None:
    """What stands under a path of keys and numbers; None where there is nothing."""
    for step in path:
        match node, step:
            case Tree(entries=entries), str() if step in entries:
                node = entries[step].value
            case Listed(items=items), int() if step < len(items):
                node = items[step]
            case _:
                return None
    return node


def _all_places(node: Node) -> Iterator[Place]:
    yield node.place
    if isinstance(node, Tree):
        for entry in node.entries.values():
            yield entry.key.place
            yield from _all_places(entry.value)
    elif isinstance(node, Listed):
        for item in node.items:
            yield from _all_places(item)


def _keyed(node: Node, key: str) -> Iterator[tuple[Place, str]]:
    yield node.place, key
    if isinstance(node, Tree):
        for name, entry in node.entries.items():
            yield entry.key.place, f"{key}.{name}"
            yield from _keyed(entry.value, f"{key}.{name}")
    elif isinstance(node, Listed):
        for at, item in enumerate(node.items):
            yield from _keyed(item, f"{key}[{at}]")
