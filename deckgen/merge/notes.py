"""A company's own words in the speaker notes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from deckgen.diagnostics import Report
from deckgen.merge.texts import Texts
from deckgen.messages.spelling import closest_slide
from deckgen.model.company import NotesChange
from deckgen.model.course import MergedSlide
from deckgen.model.text import Text


def change_notes(
    slides: Sequence[MergedSlide], changes: Sequence[NotesChange], texts: Texts, report: Report
) -> list[MergedSlide]:
    """The slides with their notes replaced or added to, in the order of the changes.

    What is added is said and printed; what replaces the notes replaces what the handout prints too.
    """
    changed = {slide.id: slide for slide in slides}
    for change in changes:
        slide = changed.get(change.slide_id)
        if slide is None:
            suggestion = closest_slide(change.slide_id, {slide.id: slide.title.plain for slide in slides})
            report.add(
                "slide-unknown", change.place, slide=change.slide_id, profile=change.place.file, suggestion=suggestion
            )
            continue
        changed[slide.id] = _changed(slide, texts.blocks(change.text), change.mode)
    return list(changed.values())


def _changed(slide: MergedSlide, text: Text, mode: Literal["add", "replace"]) -> MergedSlide:
    if mode == "replace":
        return replace(slide, notes=text, written=None)
    written = _joined(slide.written, text) if slide.written else None
    return replace(slide, notes=_joined(slide.notes, text), written=written)


def _joined(first: Text, second: Text) -> Text:
    return Text(first.paragraphs + second.paragraphs, first.place)
