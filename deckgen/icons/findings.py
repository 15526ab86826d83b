"""What is told of an icon that cannot be drawn."""

from deckgen.diagnostics import Place, Report, shown
from deckgen.icons.files import Folders, IconInvalid, IconMissing, load

_LONGEST = 60
"""Characters of a name that are told."""


def report_undrawable(folders: Folders, name: str, place: Place, report: Report) -> bool:
    """Report an icon, named at a place, that the folders lack or whose file cannot be drawn; whether it is one."""
    try:
        load(folders, name)
    except IconInvalid as problem:
        report.add("icon-invalid", Place(shown(problem.path), problem.line, 1), reason=problem.reason)
        return True
    except IconMissing as problem:
        report.add("icon-unknown", place, icon=name[:_LONGEST], suggestion=", ".join(problem.close))
        return True
    return False
