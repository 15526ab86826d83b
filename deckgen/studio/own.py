"""Slides of a company's own: a form for each kind, what it looks like while it is typed, and its findings."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deckgen.diagnostics import Report
from deckgen.model.questions import Plain
from deckgen.pipeline.material import Material
from deckgen.readers.slide_checks import is_id
from deckgen.readers.yaml_edit import Tied
from deckgen.studio.asking import Told, in_words
from deckgen.studio.cards import ADD, entries_of, ordered, own_number
from deckgen.studio.desk import Desk
from deckgen.studio.own_slide import Own, cleaned, faults, fields_of, told_of
from deckgen.studio.pages import is_part, page
from deckgen.studio.reading import Reading, mark_of
from deckgen.studio.see import Seen, seen
from deckgen.studio.slide_forms import kinds_to_add, lacking
from deckgen.studio.slide_rows import rearranged
from deckgen.studio.slide_texts import ROOT, spread
from deckgen.studio.slide_words import help_of, label_of, option_of
from deckgen.studio.studio import desk_of, reading_of, refuse_roles, studio_of
from deckgen.studio.uploads import keep_picture
from deckgen.wording import Language

_KEY = re.compile(rf"{ROOT}(\.\w+|\[[0-9]{{1,3}}\])*(~\w*)?")


# What is shown -------------------------------------------------------------------------------------------------------


def show(request: Request) -> Response:
    """The form of a slide: one that is there, a new one of a kind; or the kinds to choose from."""
    refuse_roles(request)
    desk = desk_of(request)
    reading = reading_of(request)
    asked = request.query_params
    if "slide" in asked:
        return _form(request, desk, reading, _there(reading, asked["slide"], studio_of(request).language))
    after = asked.get("after", "start")
    if (kind := asked.get("kind", "")) not in kinds_to_add():
        kinds, name = list(kinds_to_add()), reading.name
        return page("kinds.html.j2", request, company=desk.path.stem, name=name, after=after, kinds=kinds)
    return _form(request, desk, reading, Own(kind, after, {f"{ROOT}.id": _new_id(reading)}))


def _there(reading: Reading, slide: str, language: Language) -> Own:
    """A slide of the profile. Raises HTTPException where there is none, or none that a form can show."""
    number = own_number(reading, slide)
    entry = entries_of(reading, ADD)[number] if number is not None else None
    inner = entry.get("slide") if isinstance(entry, dict) else None
    if number is None or not isinstance(entry, dict) or not isinstance(inner, dict):
        raise HTTPException(404)
    if (kind := str(inner.get("kind", ""))) not in kinds_to_add():
        raise HTTPException(404)
    own = Own(kind, str(entry.get("after", "")), spread(kinds_to_add()[kind], inner), slide, mark_of(entry))
    return replace(own, told=told_of(reading, number, own, language, reading.findings))


def _new_id(reading: Reading) -> str:
    """A name that no slide has yet."""
    stem = re.sub(r"[^a-z0-9]+", "-", reading.path.stem.lower()).strip("-") or "own"
    taken = {slide.id for slide in ordered(reading.material)} if reading.material else set()
    return next(name for at in range(1, len(taken) + 2) if (name := f"{stem}-{at}") not in taken)


def _form(request: Request, desk: Desk, reading: Reading, own: Own) -> Response:
    material, language = reading.material, studio_of(request).language
    slides = [slide for slide in ordered(material) if slide.id != own.of] if material else []
    return page(
        "own_form.html.j2" if is_part(request) else "own.html.j2",
        request,
        company=desk.path.stem,
        name=reading.name,
        own=own,
        fields=fields_of(reading, own),
        anchors=[(slide.id, _title(reading, slide.id, slide.title.text)) for slide in slides],
        icons=_icons(material) if material else (),
        label=partial(_worded, label_of, language),
        help=partial(_worded, help_of, language),
        option=partial(_worded, option_of, language),
        labels={slot.name: slot.label for slot in (material.course.slots if material else ())},
        requirements=material.course.requirements if material else (),
        seen=_preview(reading, own),
        stamp=reading.stamp,
    )


def _worded(say: Callable[[str, Language], str], language: Language, name: str) -> str:
    return say(name, language)


def _icons(material: Material) -> tuple[str, ...]:
    """The names of the theme's icons."""
    return tuple(sorted({path.stem for folder in material.theme.icons for path in folder.glob("*.svg")}))


def _title(reading: Reading, slide: str, written: str) -> str:
    shown = reading.publication.course.slides if reading.publication else ()
    return next((each.title.plain for each in shown if each.id == slide), written)


# What is taken -------------------------------------------------------------------------------------------------------


def _posted(form: FormData) -> Own:
    """Raises HTTPException where there is no such kind of slide."""
    kind = str(form.get("kind", ""))
    if kind not in kinds_to_add():
        raise HTTPException(404)
    texts = {key: value for key, value in form.multi_items() if isinstance(value, str) and _KEY.fullmatch(key)}
    return Own(kind, str(form.get("after", "")).strip(), texts, str(form.get("of", "")), str(form.get("mark", "")))


def save(request: Request, form: FormData) -> Response:
    """Put a slide into the profile; with `do` a row of its form comes, goes or moves, and nothing is written."""
    refuse_roles(request)
    studio, desk = studio_of(request), desk_of(request)
    reading = reading_of(request)
    own, refused = _with_pictures(_posted(form), form, desk, studio.language)
    if do := str(form.get("do", "")):
        return _form(request, desk, reading, replace(own, texts=rearranged(own.texts, do), told=refused))
    entries = entries_of(reading, ADD)
    number = own_number(reading, own.of) if own.of else None
    there = entries[number] if number is not None else None
    if own.of and own.mark != mark_of(there) and "mine" not in form:
        theirs = tuple(_texts_in(there)) if there is not None else ()
        return _form(request, desk, reading, replace(own, is_conflict=True, theirs=theirs))
    after, at = _with(reading, own, entries, number)
    if after is None:
        return _form(request, desk, reading, replace(own, is_tied=True))
    if told := {**faults(reading, after, at, own, studio.language), **refused}:
        return _form(request, desk, reading, replace(own, texts=cleaned(own), told=told, is_refused=True))
    saved = desk.put(reading.data, after.data)
    if saved.result not in ("saved", "unchanged"):
        return _form(request, desk, reading, replace(own, is_conflict=saved.result == "conflict"))
    address = f"/c/{desk.path.stem}/arrange?said={saved.result}#card-{own.id}"
    return Response(headers={"HX-Redirect": address}) if is_part(request) else RedirectResponse(address, 303)


def draft(request: Request, form: FormData) -> Response:
    """The slide as it is being typed; nothing is written."""
    refuse_roles(request)
    desk = desk_of(request)
    reading = reading_of(request)
    return page("seen_own.html.j2", request, company=desk.path.stem, seen=_preview(reading, _posted(form)))


@dataclass(frozen=True, slots=True)
class Preview:
    """What a slide would look like, and what would become of the time."""

    seen: Seen | None
    """None while something is missing."""
    minutes: float
    """Of all slides, with this one."""


def _preview(reading: Reading, own: Own) -> Preview:
    entries = entries_of(reading, ADD)
    number = own_number(reading, own.of) if own.of else None
    after, _ = _with(reading, own, entries, number)
    shown = after.publication if after else None
    minutes = sum(slide.minutes for slide in shown.course.slides) if shown else 0
    if after is None or any(lacking(fields_of(reading, own))):
        return Preview(None, minutes)
    return Preview(seen(after, [own.id]), minutes)


def _with(reading: Reading, own: Own, entries: Sequence[Plain], number: int | None) -> tuple[Reading | None, int]:
    """The profile with the slide, and which of its own slides it is; None where its place cannot be changed alone."""
    wanted = list(entries)
    at = len(wanted) if number is None else number
    old = wanted[at] if at < len(wanted) else {}
    wanted[at : at + 1] = [{**(old if isinstance(old, dict) else {}), **own.entry}]
    try:
        return reading.with_values((ADD, wanted)), at
    except Tied:
        return None, at


def _with_pictures(own: Own, form: FormData, desk: Desk, language: Language) -> tuple[Own, dict[str, tuple[Told, ...]]]:
    """The slide with the pictures that were handed in, and why some are none, by the key of their field."""
    texts, told = dict(own.texts), {}
    for name, upload in form.multi_items():
        key = name.removesuffix("~file")
        if key == name or not _KEY.fullmatch(key) or not isinstance(upload, UploadFile) or not upload.size:
            continue
        report = Report()
        if kept := keep_picture(upload, desk.path, own.id if is_id(own.id) else ROOT, report):
            texts[key] = kept
        told[key] = tuple(in_words(found, language) for found in report)
    return replace(own, texts=texts), {key: each for key, each in told.items() if each}


def _texts_in(value: Plain) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts_in(each)
        case dict():
            for each in value.values():
                yield from _texts_in(each)
