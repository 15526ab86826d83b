"""Next year's profile out of this year's.

It is written beside the old one, under a name with the year, and says by `company_id` that it is the same company: the
old edition can still be built while the new one is prepared, each has a folder of its own, and archives of all years
lie together. In place it is written only where an archive holds the old profile byte for byte.
"""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import cast

from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archive import locate
from deckgen.editions.archives import INPUTS, Unsound, open_archive
from deckgen.messages.terms import reason
from deckgen.model.slots import PLACEHOLDERS
from deckgen.model.standard_slots import HISTORY
from deckgen.pipeline.archived import FOLDER
from deckgen.pipeline.material import course_named, root_for
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.workspace import Workspace
from deckgen.readers.company import load_profile
from deckgen.readers.edits import edited
from deckgen.readers.renewal import COMPANY_ID, Moved, Renewal, mentions, scalars
from deckgen.readers.tree import Mapping, Scalar
from deckgen.readers.yaml_tree import parse
from deckgen.wording import Language

_YEAR = re.compile(r"-[0-9]{4}$")


@dataclass(frozen=True, slots=True)
class Renewed:
    """A profile that was written for another year."""

    old: Path
    new: Path
    """The same path where it was renewed in place."""
    moved: tuple[Moved, ...]
    placeholder: str
    """What stands where somebody has to decide."""


def renew(company: str, year: int, *, in_place: bool, out: Path | None, report: Report) -> Renewed:
    """Write the profile of another year; `out` is where outputs and archives are. Raises Stop."""
    old, workspace = locate(company, report)
    loaded = load_profile(old, report, root_for(old, workspace))
    base = _YEAR.sub("", old.stem)
    new = old if in_place else old.with_name(f"{base}-{year}{old.suffix}")
    own = loaded.own
    renewal = Renewal(
        own.tree, own.text, year, report, PLACEHOLDERS[loaded.language or _language(loaded.tree, workspace)]
    )
    renewal.plan()
    name = company_id_in(loaded.tree) or old.stem
    if in_place:
        _check_archived(old, name, out or workspace.output, report)
    else:
        renewal.name_company(name)
    data = _renewed(old, new, renewal, report)
    _write(new, data, in_place=in_place, report=report)
    return Renewed(old, new, tuple(renewal.moved), renewal.placeholder)


def _language(tree: Mapping, workspace: Workspace) -> Language:
    """The language of the profile's course; deckgen's first one where that cannot be read."""
    entry = tree.entries.get("course")
    try:
        name = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
        return course_named(name, workspace, Report()).language
    except Stop:
        return "ja"


def company_id_in(tree: Mapping) -> str:
    """The id that a profile gives to its company; empty where it has the name of its file."""
    entry = tree.entries.get(COMPANY_ID)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def _check_archived(profile: Path, company: str, out: Path, report: Report) -> None:
    """Raises Stop unless an archive of the company holds the profile as it is now."""
    folder = out / company / FOLDER
    data = profile.read_bytes()
    for path in sorted(folder.glob("*.zip")):
        try:
            if data in open_archive(path).below(INPUTS).values():
                return
        except (Unsound, OSError):
            continue
    report.add("renew-not-archived", None, profile=shown(profile), folder=shown(folder))
    raise Stop


def _renewed(profile: Path, new: Path, renewal: Renewal, report: Report) -> bytes:
    """The new profile's bytes: those of the old one but for the changes. Raises Stop where these reach further."""
    data = profile.read_bytes()
    end = "\r\n" if b"\r\n" in data else "\n"
    made = edited(data, [replace(edit, text=edit.text.replace("\n", end)) for edit in renewal.edits])
    text = made.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    try:
        tree = cast("Mapping", parse(text, shown(new), Report()))
    except Stop as problem:
        raise AssertionError(f"the changes to {shown(profile)} leave no YAML") from problem
    changed = {moved.name for moved in renewal.moved}
    before, after = (_others(each, changed) for each in (renewal.tree, tree))
    for old, now in zip_longest(before, after):
        if old != now:
            report.add("renew-aliases", None, name=(old or now)[0], profile=shown(profile))
            raise Stop
    for place, found in mentions(tree, renewal.old_year):
        report.add("renew-mention", place, found=found)
    return made


def _others(tree: Mapping, changed: set[str]) -> list[tuple[str, str]]:
    """Every value that was not to change."""
    return [(name, node.text) for name, node in scalars(tree) if name not in changed and not name.startswith(HISTORY)]


def _write(path: Path, data: bytes, *, in_place: bool, report: Report) -> None:
    try:
        if in_place:
            write_file(path, data)
        else:
            with path.open("xb") as file:
                file.write(data)
    except FileExistsError as problem:
        report.add("renew-exists", None, path=shown(path))
        raise Stop from problem
    except OSError as problem:
        report.add("profile-unwritable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem
