"""The state of every slot in a profile, with the numbers of the slides that show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.merge.completeness import SlotState, overview
from deckgen.model.company import Profile
from deckgen.model.frames import Page
from deckgen.pipeline.material import Material, Opened, branded, open_profile, publish, theme_of
from deckgen.readers.company import read_profile


@dataclass(frozen=True, slots=True)
class SlotTable:
    """The slots of a profile, and where its deck shows each slide."""

    rows: tuple[SlotState, ...]
    numbers: Mapping[str, tuple[int, ...]]
    """Numbers in the deck by id of the slide; empty where the deck cannot be laid out yet."""


def slot_table(path: Path, report: Report) -> SlotTable:
    """The slots of a profile, however little of it is filled in. Raises Stop where it cannot be read."""
    opened = open_profile(path, report)
    profile = read_profile(opened.loaded, opened.course, report)
    numbers: dict[str, tuple[int, ...]] = {}
    for page in draft_pages(opened, profile):
        numbers[page.slide_id] = (*numbers.get(page.slide_id, ()), page.number)
    return SlotTable(overview(opened.course, profile), numbers)


def draft_pages(opened: Opened, profile: Profile) -> tuple[Page, ...]:
    """The pages of a deck however little of the profile is filled in; none where it cannot be laid out yet."""
    unheard = Report()  # what is wrong with the deck is told by `check`
    try:
        theme = theme_of(opened, None, unheard)
        material = Material(opened.workspace, opened.course, profile, branded(theme, profile, unheard))
        return publish(material, draft=True, report=unheard).deck.pages
    except Stop:
        return ()
