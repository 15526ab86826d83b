"""Where automatic numbers begin."""

from collections.abc import Sequence

from deckgen.model.frames import FramedParagraph


def starts(paragraphs: Sequence[FramedParagraph]) -> list[int]:
    """The number from which PowerPoint counts, for each paragraph; 1 where it is no numbered item.

    PowerPoint counts on from item to item of a level while they agree on the start, so every item of a run carries
    the number of the first one. A run ends at a plain paragraph, at a bullet of its level, or at a shallower item.
    """
    found: list[int] = []
    runs: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level = paragraph.level
        runs = {depth: run for depth, run in runs.items() if paragraph.marker and depth <= level}
        if paragraph.marker != "1.":
            runs.pop(level, None)
            found.append(1)
            continue
        start, expected = runs.get(level, (paragraph.number, paragraph.number))
        if paragraph.number != expected:
            start = paragraph.number
        runs[level] = (start, paragraph.number + 1)
        found.append(start)
    return found
