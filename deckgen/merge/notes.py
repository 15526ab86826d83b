"""A company's own words in the speaker notes."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.diagnostics import Report
from deckgen.merge.texts import Texts
from deckgen.messages.spelling import closest_slide
from deckgen.model.company import NotesChange
from deckgen.model.course import MergedSlide
from deckgen.model.text import Text


def change_notes(
    slides: Sequence[MergedSlide], changes: Sequence[NotesChange], texts: Texts, report: Report
) -> list[MergedSlide]:
    """The slides with their notes replaced or added to, in the order of the changes."""
    changed = {slide.id: slide for slide in slides}
    for change in changes:
        slide = changed.get(change.slide_id)
        if slide is None:
            suggestion = closest_slide(change.slide_id, {slide.id: slide.title.plain for slide in slides})
            report.add(
                "slide-unknown", change.place, slide=change.slide_id, profile=change.place.file, suggestion=suggestion
            )
            continue
        text = texts.blocks(change.text)
        if change.mode == "add":
            text = Text(slide.notes.paragraphs + text.paragraphs, slide.notes.place)
        changed[slide.id] = replace(slide, notes=text)
    return list(changed.values())
