"""Two contents side by side, sorted into what an approver looks at."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from deckgen.changes.align import align_names
from deckgen.changes.differences import SHELVES, differences, is_look, plain, shelf_of_slot
from deckgen.changes.slides import slide_entries
from deckgen.model.changes import Change, Comparison, Detail, Echo, Entry, Section, SectionKind, Side
from deckgen.model.content import Content, ContentSlot, Fields, Tree
from deckgen.text.dates import fiscal_year
from deckgen.wording import Wording

# What the heading of a comparison says of each content ---------------------------------------------------------------


def side_of(content: Content, since: str = "") -> Side:
    """A content in a few words; its reasons are those since another version, else that of its own."""
    year = content.edition.get("fiscal_year")
    return Side(
        scope=content.scope,
        company=_words(content.company, "name"),
        course=_words(content.course, "title"),
        course_edition=_words(content.course, "edition"),
        fiscal_year=year if isinstance(year, int) else None,
        version=_words(content.edition, "version"),
        issued_on=_words(content.edition, "issued_on"),
        is_draft=content.edition.get("draft") is True,
        is_public=content.edition.get("public") is True,
        slides=sum(slide.pages for slide in content.slides),
        minutes=sum(slide.minutes for slide in content.slides),
        confidentiality=_words(content.edition, "confidentiality"),
        reasons=tuple(_reasons(content, since)),
        approvals=tuple(map(plain, map(str, _series(content.training, "approvals")))),
        language=content.language,
    )


def _reasons(content: Content, since: str) -> list[tuple[str, str]]:
    """Why the edition is as it is, by its history: the entries above that of another version, else its own."""
    own = _words(content.edition, "version")
    entries = [entry for entry in content.history if isinstance(entry, Mapping)]
    told = [(_words(entry, "version"), _words(entry, "summary")) for entry in entries]
    versions = [version for version, _ in told]
    if since != own and since in versions:
        return told[: versions.index(since)]
    return [each for each in told if each[0] == own][:1]


def _words(values: Fields, name: str) -> str:
    return plain(str(values.get(name, "")))


def _series(values: Fields, name: str) -> tuple[Tree, ...]:
    value = values.get(name, ())
    return value if isinstance(value, tuple) else (value,)


# Changes that show in many places ------------------------------------------------------------------------------------
# Told once at their cause, with the texts of the course that changed with it: a text may hold `{{ values }}`, and where
# one of these is changed, every such text reads otherwise, though nobody wrote it anew.

_CAUSES: tuple[SectionKind, ...] = ("rules", "contacts", "edition")
"""Sections of what a company fills in."""
_ECHOING: tuple[SectionKind, ...] = ("slides", "texts", "notes", "figures", "references", "quiz")
"""Sections of texts that values may stand in."""
_SHORTEST = 2
"""Characters of a value that can be told in a text."""

Shelves = Mapping[SectionKind, list[Entry]]
_Pair = tuple[str, str]


def gather(shelves: Shelves, words: Wording) -> None:
    """Take the echoes out of the entries on the shelves, and name them in the entries of their causes."""
    causes = {pair: entry for kind in _CAUSES for entry in shelves[kind] for pair in _pairs(entry, words)}
    found: dict[int, list[Echo]] = {}
    for kind in _ECHOING:
        for entry in [*shelves[kind]] if causes else ():
            rest = []
            for detail in entry.details:
                heard = _heard(detail, causes)
                rest += [] if heard else [detail]
                for pair in heard:
                    found.setdefault(id(causes[pair]), []).append(Echo(kind, entry.subject, entry.label))
            _put(shelves[kind], entry, tuple(rest))
    for kind in _CAUSES:
        shelves[kind][:] = [
            replace(entry, echoes=tuple(dict.fromkeys(found[id(entry)]))) if id(entry) in found else entry
            for entry in shelves[kind]
        ]


def _put(shelf: list[Entry], entry: Entry, rest: tuple[Detail, ...]) -> None:
    """Leave what is no echo; an entry that held nothing else goes."""
    if len(rest) == len(entry.details):
        return
    place = next(place for place, each in enumerate(shelf) if each is entry)
    shelf[place : place + 1] = [replace(entry, details=rest)] if rest or entry.change != "changed" else []


def _pairs(entry: Entry, words: Wording) -> Iterator[_Pair]:
    """What a value was and is, in each form in which texts tell it."""
    for detail in entry.details:
        if detail.change == "changed" and not detail.marks_only:
            yield from (pair for pair in _forms(detail.old, detail.new, words) if min(map(len, pair)) >= _SHORTEST)


def _forms(old: str, new: str, words: Wording) -> Iterator[_Pair]:
    if old.isdecimal() and new.isdecimal():  # a number by itself says nothing: years are told in words
        if len(old) == len(new) == 4:
            yield fiscal_year(int(old), words), fiscal_year(int(new), words)
            yield words.say("fiscal-year", year=old), words.say("fiscal-year", year=new)
        return
    yield old, new
    try:
        yield words.date(date.fromisoformat(old)), words.date(date.fromisoformat(new))
    except ValueError:
        return


def _heard(detail: Detail, causes: Mapping[_Pair, Entry]) -> list[_Pair]:
    """The changed values that make all the difference between two wordings; none where they do not."""
    if detail.change != "changed" or detail.marks_only:
        return []
    text, heard = detail.old, []
    for old, new in sorted(causes, key=lambda pair: -len(pair[0])):
        if old in text and new in detail.new:
            text = text.replace(old, new)
            heard.append((old, new))
    return heard if text == detail.new else []


# Two contents side by side, sorted into what an approver looks at ----------------------------------------------------

_REVIEWS = (("reviewed_on",), ("checked_on",), ("legal_as_of",))
"""Where the day stands on which somebody last looked at something."""

Found = Iterator[tuple[SectionKind, Entry]]


def compare(old: Content, new: Content) -> Comparison:
    """All that differs. A company's material and a course by itself cannot be compared (ValueError)."""
    if old.scope != new.scope:
        raise ValueError("contents of different scopes")
    shelves: dict[SectionKind, list[Entry]] = {kind: [] for kind in SHELVES}
    for finder in (_facts, _slots, _law, slide_entries, _requirements, _quiz):
        for kind, entry in finder(old, new):
            shelves[kind].append(entry)
    if new.scope == "company":
        gather(shelves, Wording(new.language))
    if reviews := tuple(_reviews(shelves)):
        shelves["reviews"].append(Entry("reviews", "", "changed", reviews))
    sections = tuple(Section(kind, tuple(entries)) for kind, entries in shelves.items() if entries)
    before = side_of(old)
    return Comparison(before, side_of(new, since=before.version), sections)


def _reviews(shelves: Mapping[SectionKind, list[Entry]]) -> Iterator[Detail]:
    """Takes out what somebody looked at and left as it was: a day each, which all together fill a table."""
    for entries in shelves.values():
        for entry in entries[:]:
            if entry.change == "changed" and all(detail.path[-1:] in _REVIEWS for detail in entry.details):
                entries.remove(entry)
                yield from (replace(detail, path=(entry.label, detail.path[-1])) for detail in entry.details)


def _facts(old: Content, new: Content) -> Found:
    """Course, company, edition, session, the history of editions, looks, and what the record of training says."""
    yield from _changed("edition", "course", old.course, new.course)
    yield from _changed("edition", "company", old.company, new.company)
    yield from _changed("edition", "edition", old.edition, new.edition)
    if not _is_missing(new.history):
        yield from _changed("edition", "history", old.history, new.history)
    yield from _changed("edition", "session", old.session, new.session)
    yield from _changed("looks", "look", old.look, new.look)
    yield from _changed("record", "record", old.training, new.training)


def _is_missing(history: tuple[Tree, ...]) -> bool:
    """Whether a draft has still to write its history: it is then not compared, as nothing in it went."""
    return any(isinstance(entry, Mapping) and "missing" in entry for entry in history)


def _changed(kind: SectionKind, subject: str, old: Tree, new: Tree) -> Found:
    """One entry for a group of values, where any of them differs; how a logo is drawn goes to the looks."""
    details = tuple(differences(old, new))
    if told := tuple(detail for detail in details if not is_look(detail.path)):
        yield kind, Entry(subject, "", "changed", told)
    if drawn := tuple(detail for detail in details if is_look(detail.path)):
        yield "looks", Entry(subject, "", "changed", drawn)


def _slots(old: Content, new: Content) -> Found:
    before, after = ({slot.name: slot for slot in content.slots} for content in (old, new))
    for pair in align_names(list(before), list(after)):
        first = old.slots[pair.old] if pair.old is not None else None
        second = new.slots[pair.new] if pair.new is not None else None
        slot = second or first
        assert slot is not None
        details = tuple(differences(_said(first, second), _said(second, first)))
        if not details:
            continue
        kind: SectionKind = "slots" if new.scope == "course" else shelf_of_slot(slot.type)
        shown = _shown_by(slot.name, new if second else old)
        yield kind, Entry(slot.name, slot.label, _way(first, second), details, slides=shown)


def _said(slot: ContentSlot | None, other: ContentSlot | None) -> Tree | None:
    """A slot's value with the day of its review; and how it is declared, where the other is declared in another way."""
    if slot is None:
        return None
    value: Fields = slot.value if isinstance(slot.value, Mapping) else {"": slot.value}
    told = {"reviewed_on": slot.reviewed_on}
    if other and (slot.label, slot.type) != (other.label, other.type):
        told |= {"label": slot.label, "type": slot.type}
    return {**value, **{name: text for name, text in told.items() if text}}


def _way(old: object | None, new: object | None, *, moved: bool = False) -> Change:
    """How something changed that is there in one or both contents."""
    if old is None:
        return "added"
    if new is None:
        return "removed"
    return "moved" if moved else "changed"


def _shown_by(slot: str, content: Content) -> tuple[str, ...]:
    """The titles of the slides that a slot's filling stands on."""
    return tuple(plain(slide.title) for slide in content.slides if _names(slide.body, slot))


def _names(tree: Tree, slot: str) -> bool:
    match tree:
        case Mapping():
            return tree.get("slot") == slot or any(_names(value, slot) for value in tree.values())
        case tuple():
            return any(_names(value, slot) for value in tree)
    return False


def _law(old: Content, new: Content) -> Found:
    yield from _by_id("law", old.law, new.law, "text")


def _requirements(old: Content, new: Content) -> Found:
    yield from _by_id("requirements", old.requirements, new.requirements, "label")


def _quiz(old: Content, new: Content) -> Found:
    """The test as a whole, and its questions."""
    rests = [{name: value for name, value in content.quiz.items() if name != "items"} for content in (old, new)]
    yield from _changed("quiz", "quiz", *rests)
    first, second = (items if isinstance(items := content.quiz.get("items"), tuple) else () for content in (old, new))
    yield from _by_id("quiz", first, second, "question")


def _by_id(kind: SectionKind, old: tuple[Tree, ...], new: tuple[Tree, ...], label: str) -> Found:
    """Records with an id of their own."""
    before, after = ([record for record in records if isinstance(record, Mapping)] for records in (old, new))
    for pair in align_names(*([str(record.get("id", "")) for record in records] for records in (before, after))):
        first = before[pair.old] if pair.old is not None else None
        second = after[pair.new] if pair.new is not None else None
        record = second or first
        assert record is not None
        details = tuple(detail for detail in differences(first, second) if detail.path != ("id",))
        if details or pair.moved:
            yield (
                kind,
                Entry(
                    str(record.get("id", "")),
                    plain(str(record.get(label, ""))),
                    _way(first, second, moved=pair.moved and not details),
                    details,
                    old_position=0 if pair.old is None else pair.old + 1,
                    new_position=0 if pair.new is None else pair.new + 1,
                ),
            )
