"""The archives that are meant by the name of a company, the newest edition first."""

import re
from functools import cmp_to_key
from pathlib import Path

from deckgen.checks.editions import is_newer
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archive import locate
from deckgen.editions.renew import company_id_in
from deckgen.pipeline.archived import DAMAGED, FOLDER
from deckgen.pipeline.material import root_for
from deckgen.pipeline.recorded import known_record
from deckgen.pipeline.workspace import PROFILE_ENDINGS, Workspace, profile_path
from deckgen.readers.company import load_profile

_EDITION = re.compile(r"(?P<year>[0-9]+)FY_.*_v(?P<version>[^_]*)")
"""Name of an archive."""


def archives_named(given: Path, out: Path | None, report: Report) -> tuple[Path, ...]:
    """The archive at a path; of a company named by its profile, or by that one's bare name, all of its archives.

    Raises Stop where there is no such company, or nothing of it is kept.
    """
    profile = profile_path(str(given))
    if not _is_company(given, profile):
        return (given,)
    profile, workspace = locate(str(profile), report)
    out = out or workspace.output
    folder = out / _company_of(profile, out, workspace, report) / FOLDER
    kept = (path for path in folder.glob("*.zip") if DAMAGED not in path.stem)
    found = sorted(sorted(kept), key=cmp_to_key(_order))
    if not found:
        report.add("archive-none", None, folder=shown(folder), profile=shown(profile))
        raise Stop
    return tuple(found)


def _is_company(given: Path, profile: Path) -> bool:
    """Whether what was given names a profile, and no archive or anything else that is there."""
    return profile.suffix in PROFILE_ENDINGS or (len(given.parts) == 1 and not given.suffix and not given.exists())


def _company_of(profile: Path, out: Path, workspace: Workspace, report: Report) -> str:
    """The company's id: a profile of a later year has that of the first."""
    record = known_record(out / profile.stem)
    if record:
        return record["company"]
    return company_id_in(load_profile(profile, report, root_for(profile, workspace)).tree) or profile.stem


def _order(one: Path, other: Path) -> int:
    """Below 0 where the first path is that of the newer edition."""
    first, second = _EDITION.match(one.stem), _EDITION.match(other.stem)
    if first is None or second is None:
        return (first is None) - (second is None)
    if years := int(second["year"]) - int(first["year"]):
        return years
    return is_newer(second["version"], first["version"]) - is_newer(first["version"], second["version"])
