"""What came back: answers of workbooks into a company's profile, each applied, unchanged, in conflict or refused."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.model.slots import is_placeholder
from deckgen.model.standard_slots import FISCAL_YEAR
from deckgen.pipeline.material import check_name, course_named, open_profile, root_for
from deckgen.pipeline.new_profile import blank_text, write_new
from deckgen.pipeline.placing import replace_file, telling_unwritable
from deckgen.pipeline.said import Target, target_of
from deckgen.pipeline.taking_in import Line, Merge
from deckgen.pipeline.workspace import find_workspace, profile_path, profile_to_make
from deckgen.readers.answers import Returned, read_answers
from deckgen.readers.company import loaded_from
from deckgen.readers.files import is_file
from deckgen.readers.renewal import find
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.tree import Scalar
from deckgen.wording import Wording

__all__ = ["Collected", "Line", "collect"]


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of the workbooks."""

    path: Path
    words: Wording
    """Of the course."""
    files: tuple[str, ...]
    """The workbooks, as their cells name them."""
    lines: list[Line]
    reviewed: dict[str, date]
    """New days of review, by the names of slots."""
    is_written: bool

    @property
    def counts(self) -> Counter[str]:
        """How many answers met each end."""
        return Counter(line.decision.outcome for line in self.lines)


def collect(company: str, files: Sequence[Path], as_of: date, *, apply: bool, report: Report) -> Collected:
    """Read the workbooks and merge them; write only if `apply`. Raises Stop where there is nothing to merge."""
    returned = []
    for path in files:
        try:
            returned.append(read_answers(path, report))
        except Stop:  # told; the others may be sound
            continue
    if not returned:
        raise Stop
    profile = _opened(company, returned[0], report)
    fitting = [each for each in returned if _fits(each, profile, report)]
    if not fitting:
        raise Stop
    merged = Merge(profile, as_of, report).of(fitting)
    _tell_of_year(merged.lines, fitting, report)
    is_written = apply and (merged.data != profile.data or profile.is_new)
    if is_written:
        _write(profile, merged.data, report)
    names = tuple(shown(each.path) for each in fitting)
    return Collected(profile.loaded.path, profile.words, names, merged.lines, merged.reviewed, is_written)


def _opened(company: str, first: Returned, report: Report) -> Target:
    path = profile_path(company)
    if is_file(path) or first.sheet.checksum:
        opened = open_profile(path, report)
        return target_of(opened.course, opened.loaded, path.read_bytes(), is_new=False)
    path = profile_to_make(company)
    check_name(path, report)
    workspace = find_workspace(path.parent, report)
    course = course_named(first.sheet.course, workspace, report)
    text = blank_text(path, course, workspace, certified=first.sheet.is_certified)
    return target_of(course, loaded_from(text, path, report, root_for(path, workspace)), text.encode(), is_new=True)


def _fits(returned: Returned, profile: Target, report: Report) -> bool:
    """Whether a workbook was made for this very material; told where it was not."""
    sheet, tree = returned.sheet, profile.loaded.tree
    stem = profile.loaded.path.stem
    wanted = {
        "answers-course": (sheet.course, profile.course.id),
        "answers-company": (sheet.company, _text(tree, "company_id") or stem),
        "answers-profile": (sheet.profile, stem),
        "answers-year": (sheet.year or (year := _text(tree, FISCAL_YEAR)), _text(tree, FISCAL_YEAR) or year),
    }
    for code, (found, expected) in wanted.items():
        if found != expected:
            path = shown(profile.loaded.path)
            report.add(code, Place(shown(returned.path)), found=found, expected=expected, profile=path)
            return False
    return True


def _tell_of_year(lines: Sequence[Line], returned: Sequence[Returned], report: Report) -> None:
    """Report that the sheets which are not back yet will be of another year than the profile."""
    before = next((each.sheet.year for each in returned if each.sheet.year), "")
    for each in (line.decision for line in lines if line.decision.key == FISCAL_YEAR):
        if before and each.outcome == "applied":
            report.add("answer-year", each.answer.place, year=each.answer.wanted, before=before)


def _text(tree: Tree, name: str) -> str:
    node = find(tree, name)
    return node.text if isinstance(node, Scalar) and not is_placeholder(node.text) else ""


def _write(profile: Target, data: bytes, report: Report) -> None:
    path = profile.loaded.path
    if profile.is_new:
        write_new(path, data.decode(), report)
        return
    with telling_unwritable(path, report):
        if path.read_bytes() != profile.data:
            report.add("file-changed", Place(shown(path)))
            raise Stop
        replace_file(path, data)
