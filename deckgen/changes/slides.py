"""Slides: added, removed, moved, and what they say in other words."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, groupby

from deckgen.changes.align import align_names
from deckgen.changes.differences import differences, is_look, plain, shelf_of
from deckgen.model.changes import Change, Detail, Entry, SectionKind
from deckgen.model.content import Content, ContentSlide, Fields, Tree
from deckgen.text.marks import marked_line
from deckgen.wording import say


def slide_entries(old: Content, new: Content) -> Iterator[tuple[SectionKind, Entry]]:
    """An entry for each slide that came, went or moved; and one in each section that a slide's words belong to."""
    slots = [_Slots(content) for content in (old, new)]
    numbers = [_numbers(content) for content in (old, new)]
    for pair in align_names([slide.id for slide in old.slides], [slide.id for slide in new.slides]):
        first = old.slides[pair.old] if pair.old is not None else None
        second = new.slides[pair.new] if pair.new is not None else None
        places = zip(numbers, (pair.old, pair.new), strict=True)
        positions = tuple(0 if place is None else numbered[place] for numbered, place in places)
        details = list(differences(_fields(first, slots[0]), _fields(second, slots[1])))
        if first and second:
            if pair.moved:
                yield "slides", _entry(second, "moved", (), *positions)
            yield from _sorted(first, second, details, *positions)
        elif slide := second or first:
            told = (detail for detail in details if not is_look(detail.path) and detail.path != ("kind",))
            yield "slides", _entry(slide, "added" if second else "removed", told, *positions)


def _entry(slide: ContentSlide, change: Change, details: Iterable[Detail], old: int, new: int) -> Entry:
    return Entry(slide.id, plain(slide.title), change, tuple(details), old, new)


def _sorted(
    old: ContentSlide, new: ContentSlide, details: Iterable[Detail], *positions: int
) -> Iterator[tuple[SectionKind, Entry]]:
    """The differences of a slide that stayed, each in its section."""
    kind = new.kind if new.kind == old.kind else ""
    shelves: dict[SectionKind, list[Detail]] = {}
    for detail in details:
        shelves.setdefault(shelf_of(detail.path, kind), []).append(detail)
    for shelf, found in shelves.items():
        if shelf == "references":
            yield from ((shelf, entry) for entry in _references(old, new, found))
        else:
            yield shelf, _entry(new, "changed", found, *positions)


def _references(old: ContentSlide, new: ContentSlide, details: Iterable[Detail]) -> Iterator[Entry]:
    """An entry for each publication, in the order of the list."""
    for (is_gone, place), found in groupby(details, key=lambda each: (each.change == "removed", each.path[1])):
        group = tuple(found)
        publications = (old if is_gone else new).body["references"]
        assert isinstance(publications, tuple)
        publication = publications[int(place) - 1]
        title = plain(str(publication.get("title", ""))) if isinstance(publication, Mapping) else str(publication)
        yield Entry(new.id, title, _way(group), group)


def _way(details: tuple[Detail, ...]) -> Change:
    """How a publication changed: it came or went as a whole if its title did."""
    ways = {detail.change for detail in details}
    has_title = any(detail.path[-1] == "title" for detail in details)
    return ways.pop() if len(ways) == 1 and has_title else "changed"


def _fields(slide: ContentSlide | None, slots: "_Slots") -> Fields | None:
    """All of a slide by name, the label of a slot where its filling stands: what fills it has a section of its own."""
    if slide is None:
        return None
    told: dict[str, Tree] = {"title": slide.title, "kind": slide.kind}
    if slide.minutes:
        told["minutes"] = slide.minutes
    told |= {name: _with_labels(value, slots) for name, value in slide.body.items()}
    beside = (("notes", slide.notes), ("written", slide.written), ("cues", slide.cues))
    return told | {name: lines for name, lines in beside if lines}


def _numbers(content: Content) -> list[int]:
    """The number in the deck of the first page of each slide."""
    return list(accumulate((slide.pages for slide in content.slides), initial=1))


class _Slots:
    """What stands in a slide for the filling of a slot: its label, in the language of the course."""

    def __init__(self, content: Content) -> None:
        self._labels = {slot.name: slot.label for slot in content.slots}
        self._language = content.language

    def named(self, name: str) -> str:
        return marked_line(say("changes.slot", self._language, label=self._labels.get(name, name)))


def _with_labels(tree: Tree, slots: _Slots) -> Tree:
    match tree:
        case {"slot": str(name)}:
            return slots.named(name)
        case Mapping():
            return {key: _with_labels(value, slots) for key, value in tree.items()}
        case tuple():
            return tuple(_with_labels(value, slots) for value in tree)
    return tree
