"""Asking those who know: a workbook of questions for each staff role of a company."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.merge.values import is_required
from deckgen.model.course import CourseSource
from deckgen.model.questions import Question, Sheet
from deckgen.model.slots import SlotDeclaration, is_placeholder
from deckgen.model.standard_slots import COMPANY_NAME, FISCAL_YEAR, ISSUED_ON
from deckgen.model.theme import Theme
from deckgen.pipeline.checking import judged
from deckgen.pipeline.material import (
    DEFAULT_THEME,
    Opened,
    check_name,
    course_named,
    open_profile,
    stamp_for,
    theme_named,
    theme_of,
)
from deckgen.pipeline.placing import telling_unwritable, write_file
from deckgen.pipeline.workspace import find_workspace, only_course
from deckgen.readers.answers import read_answers
from deckgen.readers.company import LoadedProfile
from deckgen.readers.files import can_name_folder, is_file
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.questions import keys_in, questions_of
from deckgen.readers.renewal import find
from deckgen.readers.scalars import as_boolean, as_date
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.tree import Scalar
from deckgen.wording import Wording

FOLDER = "ask"
"""Where workbooks lie that nobody asked to be put elsewhere, in the company's folder of outputs."""
CELL_LIMIT = 32_767
"""UTF-16 units of a text in a cell (Excel's specifications and limits)."""
STALE = frozenset(
    {
        "review-stale", "review-missing", "review-never", "day-ahead", "slot-missing", "slot-placeholder",
        "legal-outdated", "legal-stale", "review-overdue", "review-date", "review-before-issue",
    }
)  # fmt: skip
"""What `check` finds of values that are missing, or that nobody has looked at for long."""
_NO_DAY = date(2000, 1, 1)
"""Stands in files for a day of issue that is not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be asked."""

    profile: Path
    owner: str | None = None
    """The staff role that is asked; None for all."""
    stale: bool = False
    """True to ask only for what is missing, or was not looked at for long."""
    out: Path | None = None
    until: date | None = None
    as_of: date
    theme: str | None = None
    is_new: bool = False
    """True for a company that has no profile yet."""
    course: str | None = None
    is_certified: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A workbook that was written."""

    path: Path
    owner: str
    questions: int


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom and what the questions are about."""

    wanted: Wanted
    course: CourseSource
    theme: Theme
    loaded: LoadedProfile | None
    output: Path
    checksum: str

    @property
    def tree(self) -> Tree | None:
        return self.loaded.tree if self.loaded else None

    def text(self, name: str) -> str:
        """What a slot of one datum says, or a key of the profile; empty for nothing."""
        node = find(self.tree, name) if self.tree else None
        return node.text if isinstance(node, Scalar) else ""

    @property
    def is_certified(self) -> bool:
        return bool(as_boolean(self.text("certified"))) if self.tree else self.wanted.is_certified


def ask(wanted: Wanted, report: Report) -> list[Asked]:
    """Write the workbooks; none where there is nothing to be asked. Raises Stop."""
    subject = _new(wanted, report) if wanted.is_new else _known(wanted, report)
    questions = questions_of(subject.course, subject.tree)
    owners = list(dict.fromkeys(question.slot.owner for question in questions))
    if wanted.owner and wanted.owner not in owners:
        report.add("ask-owner-unknown", None, owner=wanted.owner, known=", ".join(owners))
        raise Stop
    chosen = _stale(subject, report) if wanted.stale else {question.slot.name for question in questions}
    files = {}
    for owner in [wanted.owner] if wanted.owner else owners:
        theirs = tuple(each for each in questions if each.slot.owner == owner and each.slot.name in chosen)
        theirs = tuple(each for each in theirs if _fits_cells(each, report))
        if theirs:
            path = _folder(subject) / f"{wanted.profile.stem}_{_file_name(owner)}.xlsx"
            files[path] = Asked(path, owner, len(theirs)), _workbook(subject, owner, theirs, report)
    _write({path: data for path, (_, data) in files.items()}, report)
    return [asked for asked, _ in files.values()]


def _known(wanted: Wanted, report: Report) -> _Subject:
    opened = open_profile(wanted.profile, report)
    theme = theme_of(opened, wanted.theme, report)
    checksum = sha256(wanted.profile.read_bytes()).hexdigest()
    return _Subject(wanted, opened.course, theme, opened.loaded, _output(opened, wanted), checksum)


def _output(opened: Opened, wanted: Wanted) -> Path:
    return opened.workspace.output / wanted.profile.stem


def _new(wanted: Wanted, report: Report) -> _Subject:
    if is_file(wanted.profile):
        report.add("profile-exists", None, path=wanted.profile)
        raise Stop
    check_name(wanted.profile, report)
    workspace = find_workspace(wanted.profile.parent, report)
    course = course_named(wanted.course or only_course(workspace, report), workspace, report)
    theme = theme_named(wanted.theme or DEFAULT_THEME, workspace, report).spoken(course.language)
    return _Subject(wanted, course, theme, None, workspace.output / wanted.profile.stem, "")


def _folder(subject: _Subject) -> Path:
    return subject.wanted.out or subject.output / FOLDER


def _file_name(owner: str) -> str:
    """The role as part of a file's name, on any system."""
    name = "".join("_" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in owner).strip(" .")
    return name if can_name_folder(name) else sha256(owner.encode()).hexdigest()[:8]


def _fits_cells(question: Question, report: Report) -> bool:
    """Whether what a slot says has room in cells; told where it has not."""
    if all(len(cell.now.encode("utf-16-le")) <= 2 * CELL_LIMIT for cell in question.cells):
        return True
    report.add("ask-too-long", None, slot=question.slot.name, label=question.slot.label)
    return False


# What is asked ------------------------------------------------------------------------------------------------------


def _stale(subject: _Subject, report: Report) -> set[str]:
    """The slots that are missing, or that nobody looked at for long, on the day of asking."""
    if subject.loaded is None:
        return {slot.name for slot in subject.course.slots}
    found = judged(subject.loaded, subject.course, subject.wanted.as_of)
    return {name for each in found if each.code in STALE for name in _slots_of(each, subject)}


def _slots_of(found: Diagnostic, subject: _Subject) -> Iterator[str]:
    if found.code == "review-never":
        questions = questions_of(subject.course, subject.tree)
        yield from (each.slot.name for each in questions if each.is_reviewed and any(cell.now for cell in each.cells))
    elif name := dict(found.values).get("slot"):
        yield name
    elif found.place and subject.loaded:
        yield from slots_at(subject.loaded.tree, subject.course.slots, found.place)


def slots_at(tree: Tree, slots: Sequence[SlotDeclaration], place: Place) -> Iterator[str]:
    """The slot in whose lines a place is; for a group's day of review all below the group."""
    path = next((path for found, path in reversed(keys_in(tree)) if found <= place), "")
    group, _, key = path.rpartition(".")
    above = group if key == REVIEWED_ON else ""
    for name in (slot.name for slot in slots):
        if path == name or path.startswith(f"{name}.") or (key == REVIEWED_ON and f"{name}.".startswith(f"{above}.")):
            yield name


def _workbook(subject: _Subject, owner: str, questions: tuple[Question, ...], report: Report) -> bytes:
    from deckgen.writers.questions import Request, workbook

    issued = as_date(subject.text(ISSUED_ON))
    slots = subject.course.slots
    return workbook(
        Request(
            title=subject.course.title.text,
            company=_known_text(subject.text(COMPANY_NAME)),
            sheet=_sheet(subject, owner, questions),
            questions=questions,
            required=frozenset(slot.name for slot in slots if is_required(slot, is_certified=subject.is_certified)),
            until=subject.wanted.until,
            back_to=_back_to(subject),
            theme=subject.theme,
            words=Wording(subject.course.language, subject.course.words),
            stamp=stamp_for(issued or _NO_DAY, report),
        )
    )


def _sheet(subject: _Subject, owner: str, questions: Sequence[Question]) -> Sheet:
    stem = subject.wanted.profile.stem
    return Sheet(
        course=subject.course.id,
        company=subject.text("company_id") or stem,
        profile=stem,
        year=_known_text(subject.text(FISCAL_YEAR)),
        owner=owner,
        checksum=subject.checksum,
        is_certified=subject.is_certified,
        base={cell.key: cell.now for question in questions for cell in question.cells if cell.now},
        days={each.slot.name: each.reviewed_on.isoformat() for each in questions if each.reviewed_on},
    )


def _known_text(text: str) -> str:
    return "" if is_placeholder(text) else text


def _back_to(subject: _Subject) -> str:
    """Whoever looks after the material, with the first contact that is theirs."""
    owner = subject.course.owner
    slot = next((each for each in subject.course.slots if each.type == "contact" and each.owner == owner), None)
    questions = questions_of(replace(subject.course, slots=(slot,)), subject.tree) if slot else ()
    told = [
        cell.now for each in questions for cell in each.cells if cell.part in ("role", "mail", "phone") and cell.now
    ]
    return "\n".join(told or [owner])


# Writing ------------------------------------------------------------------------------------------------------------


def _write(files: dict[Path, bytes], report: Report) -> None:
    """Write all workbooks; one that somebody has begun to fill in is never written over. Raises Stop."""
    for path, data in files.items():
        if is_file(path) and path.read_bytes() != data and _is_answered(path):
            report.add("ask-answered", None, path=shown(path))
    if any(found.code == "ask-answered" for found in report):
        raise Stop
    for path, data in files.items():
        with telling_unwritable(path, report):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, data)


def _is_answered(path: Path) -> bool:
    """Whether anything is typed into a workbook; True as well for a file that is none."""
    try:
        returned = read_answers(path, Report())
    except Stop:
        return True
    days = returned.sheet.days
    return any(row.answer or (row.day and str(row.day.value)[:10] != days.get(row.key, "")) for row in returned.rows)
