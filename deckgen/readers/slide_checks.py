"""What must hold in one slide beyond the types of its fields."""

import re
from typing import Any

from deckgen.diagnostics import Place, Report
from deckgen.messages.spelling import closest
from deckgen.model.course import SourceSlide
from deckgen.model.slides import PictureSlide, ReferencesSlide, TableSlide, TwoFlowsSlide
from deckgen.model.slots import SlotDeclaration, SlotRef
from deckgen.readers.scene_checks import check_scene
from deckgen.readers.slide_contents import Spot, spots

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WEB = re.compile(r"https?://[^\s<>\"]+")


def is_id(name: str) -> bool:
    """Whether a name can be an id: lower-case letters and digits, parted by hyphens."""
    return _ID.fullmatch(name) is not None


def check_id(slide_id: str, place: Place, seen: dict[str, Place], report: Report) -> None:
    """Report an id that is ill-formed or taken; `seen` is where ids have been met, and is added to."""
    if not is_id(slide_id) or slide_id == "start":
        report.add("slide-id", place, slide=slide_id)
    if slide_id in seen:
        report.add("slide-duplicate", place, slide=slide_id, other=seen[slide_id])
    seen.setdefault(slide_id, place)


def check_slide(slide: SourceSlide, place: Place, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    """Report what a slide contradicts; `slots` is None where the declarations could not be read."""
    for spot in spots(slide):
        _check_spot(spot, place, slots, report)
    if scene := getattr(slide, "scene", None):
        check_scene(scene, report)
    _check_kind(slide, place, report)


def _check_spot(spot: Spot, slide: Place, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    place = spot.place if spot.place.line else slide
    form = spot.form if not isinstance(spot.content, SlotRef) else None
    if isinstance(spot.content, SlotRef):
        if slots is None:
            return
        name = spot.content.name
        if name not in slots:
            report.add("slot-unknown", place, slot=name, suggestion=closest(name, slots))
            return
        form = slots[name].type
    if form not in spot.takes:
        report.add("content-unfit", place, expected=", ".join(sorted(spot.takes)), found=form)


def _check_kind(slide: Any, place: Place, report: Report) -> None:
    match slide:
        case TwoFlowsSlide(flows=flows) if len(flows) != 2:
            report.add("wrong-length", place, expected=2, found=len(flows))
        case TableSlide():
            _check_table(slide, place, report)
        case PictureSlide():
            _check_picture(slide, place, report)
        case ReferencesSlide():
            _check_addresses(slide, report)


def _check_picture(slide: Any, place: Place, report: Report) -> None:
    if (slide.scene is None) == (slide.file is None):
        report.add("picture-source", place)
    if slide.file is not None and slide.alt is None:
        report.add("missing-key", place, key="alt")


def _check_addresses(slide: Any, report: Report) -> None:
    if not any(reference.applies == "always" for reference in slide.references):
        report.add("references-certified", slide.title.place, slide=slide.id)
    for reference in slide.references:
        if reference.url is not None and not _WEB.fullmatch(reference.url):
            report.add("reference-url", reference.title.place, found=reference.url)


def _check_table(slide: Any, place: Place, report: Report) -> None:
    columns = len(slide.columns)
    for row in slide.rows:
        if len(row) != columns:
            report.add("table-row", row[0].place, expected=columns, found=len(row))
    if slide.widths and len(slide.widths) != columns:
        report.add("table-widths", place, expected=columns, found=len(slide.widths))
