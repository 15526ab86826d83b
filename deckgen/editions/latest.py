"""The archives that are meant by the name of a company, the newest edition first."""

import re
from dataclasses import dataclass
from functools import cmp_to_key
from pathlib import Path

from deckgen.checks.editions import is_newer
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archive import locate
from deckgen.editions.renew import company_id_in
from deckgen.model.choice import AS_WRITTEN, Choice
from deckgen.pipeline.archived import DAMAGED, FOLDER
from deckgen.pipeline.material import open_profile, root_for
from deckgen.pipeline.recorded import known_record
from deckgen.pipeline.workspace import PROFILE_ENDINGS, Workspace, profile_path
from deckgen.readers.company import load_profile

_EDITION = re.compile(r"(?P<year>[0-9]+)FY_[^_]*(?P<form>(?:_.*)?)_v(?P<version>[^_]*)")
"""Name of an archive: `2026FY_telework-privacy_managers_en_v2.0`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Archives of one company, each kind the newest edition first."""

    wanted: tuple[Path, ...]
    """Those of the version of its course, and of the language, that are meant."""
    others: tuple[Path, ...] = ()
    """Those of other versions and languages."""


def archives_meant(given: Path, out: Path | None, report: Report, choice: Choice = AS_WRITTEN) -> Kept:
    """The archive at a path; of a company, those of the form of its course that is chosen, else that it builds.

    Raises Stop where there is no such company, or nothing of that form is kept.
    """
    profile = profile_path(str(given))
    if not _is_company(given, profile):
        return Kept((given,))
    every = archives_named(given, out, report)
    form = _form_of(profile, choice, report)
    wanted = tuple(path for path in every if _form_in(path) in (form, None))
    if not wanted:
        names = ", ".join(path.name for path in every)
        report.add("archive-none-of", None, form="_".join(form) or "@nothing", names=names)
        raise Stop
    return Kept(wanted, tuple(path for path in every if path not in wanted))


def _form_of(profile: Path, choice: Choice, report: Report) -> tuple[str, ...]:
    """What names of archives tell of the version and the language in which a profile is built. Raises Stop."""
    course = open_profile(profile, report, choice=choice).course
    version = (course.variant.id,) if course.variant else ()
    return (*version, *((course.language,) if course.is_translated else ()))


def _form_in(path: Path) -> tuple[str, ...] | None:
    """The same of an archive; None for one with another name, of which nobody knows."""
    found = _EDITION.match(path.stem)
    return tuple(filter(None, found["form"].split("_"))) if found else None


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
