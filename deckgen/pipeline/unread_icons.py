"""Icons of material that cannot be read: those that nobody has are told along with what else is wrong.

Where it can be read, laying it out tells them.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Report, Stop
from deckgen.icons import Folders
from deckgen.icons.findings import report_undrawable
from deckgen.pipeline.workspace import Workspace
from deckgen.readers.company import LoadedProfile
from deckgen.readers.course_icons import icons_of
from deckgen.readers.course_trees import read_trees
from deckgen.readers.leaves import is_empty
from deckgen.readers.shelves import folder_on
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence

_ICON = "icon"


def tell_unknown(loaded: LoadedProfile, workspace: Workspace, theme: Folders, report: Report) -> None:
    """Report the icons on the slides of a profile and its course that neither the theme nor the course has."""
    own = loaded.tree.entries.get("slides")
    slides = [own.value] if own else []
    folder = folder_on(workspace.course_shelves, loaded.course, Report())
    if folder is None:
        return  # the course may have icons of its own
    try:
        trees = read_trees(folder, Report(), workspace.course_shelves, None)
    except Stop:
        return
    folders = (*theme, *icons_of(folder, trees.files, Report()).folders)
    for icon in (icon for node in (*slides, *trees.slides) for icon in _icons(node)):
        report_undrawable(folders, icon.text.strip(), icon.place, report)


def _icons(node: Node) -> Iterator[Scalar]:
    match node:
        case Mapping():
            for key, entry in node.entries.items():
                if key == _ICON and isinstance(entry.value, Scalar) and not is_empty(entry.value):
                    yield entry.value
                yield from _icons(entry.value)
        case Sequence():
            for item in node.items:
                yield from _icons(item)
