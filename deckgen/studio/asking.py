"""A question as a page asks it, and what a form says in answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.merge.completeness import SlotState
from deckgen.messages import hint_of, message_of, severity_of
from deckgen.model.questions import Cell, Question, entry_of, taken_apart
from deckgen.readers.by_language import pattern_of
from deckgen.readers.questions import shown_text
from deckgen.studio.desk import Saved
from deckgen.studio.guard import FIELD
from deckgen.studio.pages import page
from deckgen.studio.reading import Reading, Texts, is_gap
from deckgen.studio.studio import studio_of
from deckgen.wording import Language, words_in

# What a page shows ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words."""

    severity: str
    message: str
    hint: str


def unreadable(request: Request, reading: Reading) -> Response:
    """The page in the place of any other while the file cannot be read at all."""
    told = [in_words(found, studio_of(request).language) for found in reading.findings]
    return page("unreadable.html.j2", request, company=reading.path.stem, path=reading.path, findings=told)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, with its cells; or all cells of what is no list."""

    number: int
    """In the form, from 0; -1 for what is no list."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a page asks it."""

    question: Question
    row: SlotState
    fields: tuple["Fields", ...]
    """In each language; once where the value has none."""
    mark: str
    """Of the value that was there when the page was made."""
    told: tuple[Told, ...]
    saved: Saved | None = None

    @property
    def name(self) -> str:
        """Of the slot."""
        return self.question.slot.name

    @property
    def state(self) -> str:
        """What is told of it in a word: as its row has it, unless something is there that cannot be taken."""
        is_written = any(cell.now for cell in self.question.cells)
        is_wrong = any(told.severity == "error" for told in self.told)
        return "wrong" if is_wrong and is_written and self.row.state in ("missing", "unused") else self.row.state

    @property
    def has_cases(self) -> bool:
        """Whether entries of the list may be for one case alone."""
        return any(cell.part == "when" for cell in self.question.cells)

    @property
    def lists(self) -> str:
        """The key of the list that the question asks for; empty where it asks for none."""
        return self.fields[0].lists


@dataclass(frozen=True, slots=True)
class Fields:
    """The cells of a question as a form shows them, in one language."""

    entries: tuple[Entry, ...]
    lists: str
    """The key of the list that the entries are of; empty where there is none."""
    language: Language | None = None
    """None where the value has no languages."""
    prefix: str = ""
    """Before the names of the fields: `en:`; nothing for the language of the course."""
    is_lacking: bool = False
    """Whether the value, or a part of it, is not said in this language."""

    @property
    def singles(self) -> tuple[Cell, ...]:
        """The cells that are in no list."""
        return next((entry.cells for entry in self.entries if entry.number < 0), ())

    @property
    def rows(self) -> tuple[Entry, ...]:
        """The entries of the list."""
        return tuple(entry for entry in self.entries if entry.number >= 0)


@dataclass(frozen=True, slots=True)
class Group:
    """The questions that are asked together."""

    name: str
    label: str
    done: int
    count: int
    errors: int
    """Without those of what is only empty: the counts tell it."""


def in_words(found: Diagnostic, language: Language) -> Told:
    """A finding in words: its advice is the studio's own where a page has a field or a button for it."""
    ours = words_in(language, "hints").get(found.code)
    return Told(
        str(severity_of(found.code)), message_of(found, language), hint_of(found, language) if ours is None else ours
    )


def asked_of(
    reading: Reading,
    question: Question,
    language: Language,
    saved: Saved | None = None,
    refused: Iterable[Diagnostic] = (),
    more: str | None = None,
) -> Asked:
    """A question with what is there now, what is said of it, and an empty row at the end of the list named by `more`.

    A list is named by the prefix of its fields.

    That it is empty is not said, but is its state.
    """
    name = question.slot.name
    row = next((row for row in reading.rows if row.slot.name == name), None)
    assert row is not None
    told = tuple(in_words(found, language) for found in (*refused, *reading.findings_at(name)) if not is_gap(found))
    return Asked(question, row, tuple(_fields(reading, question, more)), reading.mark_of(name), told, saved)


def _fields(reading: Reading, question: Question, more: str | None) -> Iterator[Fields]:
    """The fields of a question in each language in which it is told, in the course's own first."""
    spoken = reading.by_language(question)
    if not spoken:
        yield Fields(*_entries(question, int(more == "")))
    for at, each in enumerate(spoken):
        prefix = f"{each.language}:" if at else ""
        entries, lists = _entries(each.question, int(more == prefix))
        yield Fields(entries, lists, each.language, prefix, bool(each.lacking))


def _entries(question: Question, more: int) -> tuple[tuple[Entry, ...], str]:
    """The cells as a form shows them, but for spare rows at the end of a list; and the key of that list."""
    singles = tuple(cell for cell in question.cells if entry_of(cell.key) is None)
    by_number: dict[int, list[Cell]] = {}
    lists = ""
    for cell in question.cells:
        if entry := entry_of(cell.key):
            lists = entry[0]
            by_number.setdefault(cell.number - 1, []).append(cell)
    rows = [Entry(at, tuple(cells)) for at, (_, cells) in enumerate(sorted(by_number.items()))]
    filled = max((at for at, row in enumerate(rows, 1) if any(cell.now for cell in row.cells)), default=0)
    kept = tuple(rows[: max(filled, question.slot.minimum or 1) + more])
    return ((Entry(-1, singles), *kept) if singles else kept), lists


def groups_of(reading: Reading, by: str) -> tuple[Group, ...]:
    """The groups of questions, in the order of the course."""
    found: dict[str, list[SlotState]] = {}
    for row in reading.rows:
        for name in names_of(row, by):
            found.setdefault(name, []).append(row)
    titles = _titles(reading) if by == "slide" else {}
    order = [*titles, *(name for name in found if name not in titles)]
    return tuple(_group(name, titles.get(name, name), found[name], reading) for name in order if name in found)


def names_of(row: SlotState, by: str) -> tuple[str, ...]:
    """The groups that a question is in: its staff role, or the slides that show its answer."""
    return (row.slides or ("",)) if by == "slide" else (row.slot.owner,)


def _titles(reading: Reading) -> dict[str, str]:
    pages = reading.publication.deck.pages if reading.publication else ()
    titles: dict[str, str] = {}
    for each in pages:
        titles.setdefault(each.slide_id, each.title)
    return titles


def _group(name: str, label: str, rows: list[SlotState], reading: Reading) -> Group:
    names = {row.slot.name for row in rows}
    errors = [found for found in reading.findings if severity_of(found.code) is Severity.ERROR and not is_gap(found)]
    count = sum(reading.slot_of(found) in names for found in errors)
    asked = [row for row in rows if row.state != "unused"]
    done = sum(row.state in ("filled", "default") for row in asked)
    return Group(name, label, done, len(asked), count)


# From a form to the cells of a slot ---------------------------------------------------------------------------------


def texts_of(question: Question, reading: Reading, form: FormData, move: str = "") -> Texts:
    """The texts of the cells as they are to be written, in each language in which the slot is told.

    `move` puts the entries of a list in another order, or takes one away: `up:2`, `en:remove:0`.
    """
    spoken = reading.by_language(question)
    if not spoken:
        written = taken_apart(question.slot, reading.value_of(question.slot.name))
        return {None: moved(_given(question, written, form, ""), move)}
    own, *others = spoken
    told = own.whole(moved(_given(own.question, own.written, form, ""), move), own.written)
    found: dict[Language | None, Mapping[str, str]] = {own.language: told}
    for each in others:
        prefix = f"{each.language}:"
        given = moved(_given(each.question, each.written, form, prefix), move, prefix)
        same = {key: text for key, text in told.items() if not each.is_told(key)}
        found[each.language] = {**same, **each.whole(given, told)}
    return found


def _given(question: Question, written: Mapping[str, str], form: FormData, prefix: str) -> dict[str, str]:
    """What a form says in the fields with a prefix: what nobody changed stays as it is written now.

    What is empty on the page is empty in the file as well once anything of the slot is written, also where it says
    要記入 now.
    """
    raw: dict[tuple[str, str], str] = {}
    for cell in question.cells:
        if cell.key in written and cell.now:
            raw.setdefault((cell.kind, cell.now), written[cell.key].strip())
    cells = {pattern_of(cell.key): cell for cell in question.cells}
    found = {}
    for name, value in form.multi_items():
        key = name.removeprefix(prefix)
        asked = cells.get(pattern_of(key)) if name.startswith(prefix) else None
        if isinstance(value, str) and asked and name != FIELD:
            text = value.replace("\r\n", "\n").strip()
            found[key] = raw.get((asked.kind, shown_text(text, asked.kind, asked.options)), text)
    return found


def moved(texts: dict[str, str], move: str, prefix: str = "") -> dict[str, str]:
    """The entries of a list in another order, or one less: `up:2`, `down:2`, `remove:2`, after the list's prefix."""
    verb, _, where = move.removeprefix(prefix).partition(":") if move.startswith(prefix) else ("", "", "")
    if not where.isdecimal() or len(where) > 4:
        return texts
    entries: dict[int, dict[str, str]] = {}
    rest, name = {}, ""
    for key, text in texts.items():
        if (entry := entry_of(key)) and entry[1].isdecimal():
            name = entry[0]
            entries.setdefault(int(entry[1]), {})[entry[2]] = text
        else:
            rest[key] = text
    order, at = sorted(entries), int(where)
    if at not in order:
        return texts
    here = order.index(at)
    if verb == "remove":
        order.remove(at)
    elif verb in ("up", "down"):
        order.insert(max(0, here + (1 if verb == "down" else -1)), order.pop(here))
    for number, old in enumerate(order):
        rest |= {f"{name}[{number}]{part}": text for part, text in entries[old].items()}
    return rest
