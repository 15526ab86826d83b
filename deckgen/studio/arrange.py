"""Arranging: which slides there are, what is said with them, what all of it looks like; and how long it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deckgen.diagnostics import Diagnostic, Report
from deckgen.messages import severity_of
from deckgen.model.questions import Plain
from deckgen.pipeline.material import DEFAULT_THEME
from deckgen.readers.arranging import said
from deckgen.readers.yaml_edit import Tied
from deckgen.studio.asking import Told, in_words, unreadable
from deckgen.studio.cards import (
    ADD,
    LEAVE_OUT,
    NOTES,
    cards_of,
    entries_of,
    looks_of,
    own_number,
)
from deckgen.studio.desk import Desk, Saved
from deckgen.studio.pages import is_part, page
from deckgen.studio.reading import Reading, mark_of
from deckgen.studio.studio import desk_of, reading_of, refuse_roles, studio_of
from deckgen.studio.uploads import keep_picture
from deckgen.wording import Language

LOGO = "company.logo"
_SAID = ("saved", "unchanged", "tied", "unwritable", "undone", "undo-late")
_ABOUT_LOOKS = ("theme-missing", "brand-pale", "brand-darkened", "colour-form")


@dataclass(frozen=True, slots=True)
class Open:
    """A control whose change is not saved."""

    at: str = ""
    """`look`, `logo`, or the entry of notes: `emergency:0`; empty for none."""
    is_conflict: bool = False
    told: tuple[Told, ...] = ()
    mine: tuple[str, ...] = ()
    """What was typed."""
    theirs: tuple[str, ...] = ()
    """What the file has, where somebody else has changed it."""


NOTHING = Open()


def show(request: Request) -> Response:
    """The slides as cards, and the looks."""
    refuse_roles(request)
    word = request.query_params.get("said", "")
    return _page(request, desk_of(request), word if word in _SAID else "")


def _page(request: Request, desk: Desk, word: str, held: Open = NOTHING, opened: str = "") -> Response:
    """The page, or what a script of ours exchanges of it; `opened` is the slide whose notes are seen."""
    studio = studio_of(request)
    reading = reading_of(request)
    if reading.opened is None:
        return unreadable(request, reading)
    material, language = reading.material, studio.language
    logo = next((each for each in reading.questions if each.slot.name == LOGO), None)
    looks = looks_of(reading)
    colour = _colour(reading)
    return page(
        "arranged.html.j2" if is_part(request) else "arrange.html.j2",
        request,
        company=desk.path.stem,
        name=reading.name,
        cards=cards_of(reading, material, language) if material else None,
        looks=looks,
        colour=colour,
        shown_colour=colour or next((each.colours[0] for each in looks if each.is_chosen), "#000000").lower(),
        look_mark=_look_mark(reading),
        look_told=[in_words(found, language) for found in reading.findings if found.code in _ABOUT_LOOKS],
        logo=logo,
        logo_mark=reading.mark_of(LOGO) if logo else "",
        logo_told=[in_words(found, language) for found in reading.findings_at(LOGO)] if logo else [],
        told=[in_words(found, language) for found in _errors(reading)],
        held=held,
        opened=opened,
        stamp=reading.stamp,
        can_undo=desk.can_undo,
        word=word,
        is_part=is_part(request),
    )


def _errors(reading: Reading) -> list[Diagnostic]:
    """What keeps parts of the profile from being read, beside the answers: those are told where they are given."""
    if reading.usable is reading and reading.material:
        return []
    return [found for found in reading.findings if severity_of(found.code) == "error" and not reading.slot_of(found)]


def _colour(reading: Reading) -> str:
    found = said(reading.data, ("brand_colour",))
    return found if isinstance(found, str) else ""


def _theme(reading: Reading) -> str:
    found = said(reading.data, ("theme",))
    return found if isinstance(found, str) else ""


def _look_mark(reading: Reading) -> str:
    return mark_of((_theme(reading), _colour(reading)))


def answer(
    request: Request, desk: Desk, saved: Saved, anchor: str = "", held: Open = NOTHING, opened: str = ""
) -> Response:
    """What a change makes of the page; the page as a whole where the browser asked for one."""
    if held is NOTHING and not is_part(request):
        return RedirectResponse(f"/c/{desk.path.stem}/arrange?said={saved.result}{anchor}", 303)
    return _page(request, desk, saved.result, held, opened)


def put(desk: Desk, reading: Reading, *changes: tuple[Sequence[str], "Plain | None"]) -> Saved:
    """Put values under paths of keys, unless the file was changed since it was read."""
    try:
        return desk.put(reading.data, reading.with_values(*changes).data)
    except Tied:
        return Saved("tied")


# Slides --------------------------------------------------------------------------------------------------------------


def place(request: Request, form: FormData) -> Response:
    """Leave a slide out, take it back, or remove one of the company's own: `do` is `leave`, `take` or `remove`."""
    refuse_roles(request)
    desk, slide, do = desk_of(request), request.path_params["slide"], form.get("do")
    reading = reading_of(request)
    anchor = f"#card-{slide}"
    if do == "remove":
        number = own_number(reading, slide)
        entries = entries_of(reading, ADD)
        if number is None:
            return answer(request, desk, Saved("unchanged"))
        if form.get("mark") != mark_of(entries[number]):
            return answer(request, desk, Saved("conflict"), held=Open(f"own:{slide}", is_conflict=True))
        return answer(request, desk, put(desk, reading, (ADD, [*entries[:number], *entries[number + 1 :]] or None)))
    if not reading.material or slide not in reading.material.course.titles:
        raise HTTPException(404)
    left_out = entries_of(reading, LEAVE_OUT)
    kept = [each for each in left_out if each != slide]
    wanted = kept if do == "take" else [*kept, slide] if slide not in left_out else left_out
    return answer(request, desk, put(desk, reading, (LEAVE_OUT, wanted or None)), anchor)


def speak(request: Request, form: FormData) -> Response:
    """Change what the company says in the speaker notes of a slide; nothing is left of an entry without a text."""
    refuse_roles(request)
    desk, slide = desk_of(request), request.path_params["slide"]
    reading = reading_of(request)
    if not reading.material or slide not in reading.material.course.titles:
        raise HTTPException(404)
    text = str(form.get("text", "")).replace("\r\n", "\n").strip()
    mode = "replace" if form.get("mode") == "replace" else "add"
    entries = entries_of(reading, NOTES)
    about = [at for at, each in enumerate(entries) if isinstance(each, dict) and each.get("slide") == slide]
    number = next((at for at in about if str(at) == form.get("number")), about[0] if about else -1)
    there = entries[number] if number >= 0 else {}
    assert isinstance(there, dict)
    if "mine" not in form and form.get("mark") != mark_of(there):
        theirs = tuple(str(each) for key, each in there.items() if key != "slide")
        held = Open(f"{slide}:{number}", is_conflict=True, mine=(text, mode), theirs=theirs)
        return answer(request, desk, Saved("conflict"), held=held)
    entry: list[Plain] = [{"slide": slide, mode: text}] if text else []
    wanted = [*entries[:number], *entry, *entries[number + 1 :]] if number >= 0 else [*entries, *entry]
    return answer(request, desk, put(desk, reading, (NOTES, wanted or None)), f"#card-{slide}", opened=slide)


# Looks ---------------------------------------------------------------------------------------------------------------


def look(request: Request, form: FormData) -> Response:
    """Choose a theme and a colour of the company's own."""
    refuse_roles(request)
    studio, desk = studio_of(request), desk_of(request)
    reading = reading_of(request)
    theme, colour = str(form.get("theme", "")), _chosen_colour(form)
    if theme not in {each.name for each in looks_of(reading)}:
        theme = _theme(reading)
    if "mine" not in form and form.get("mark") != _look_mark(reading):
        theirs = (_theme(reading) or DEFAULT_THEME, _colour(reading))
        held = Open("look", is_conflict=True, mine=(theme, colour), theirs=theirs)
        return answer(request, desk, Saved("conflict"), held=held)
    is_same = theme == (_theme(reading) or DEFAULT_THEME)
    changes: list[tuple[Sequence[str], Plain | None]] = [] if is_same else [(("theme",), theme)]
    if colour.lower() != _colour(reading).lower():
        changes.append((("brand_colour",), colour or None))
    if told := _refusals(reading, changes, studio.language):
        return answer(request, desk, Saved("unchanged"), held=Open("look", told=told, mine=(theme, colour)))
    return answer(request, desk, put(desk, reading, *changes), "#look")


def _chosen_colour(form: FormData) -> str:
    """What was typed; what was picked where that was changed and the typed one was not."""
    typed, picked = str(form.get("colour", "")).strip(), str(form.get("picked", "")).strip()
    is_picked = typed == form.get("colour-was", "") and picked != form.get("picked-was", picked)
    return picked if is_picked else typed


def _refusals(
    reading: Reading, changes: Sequence[tuple[Sequence[str], "Plain | None"]], language: Language
) -> tuple[Told, ...]:
    """Why the profile could not be read any more."""
    try:
        after = reading.with_values(*changes)
    except Tied:
        return ()
    known = set(map(_gist, reading.findings))
    found = [each for each in after.findings if each.code == "colour-form" and _gist(each) not in known]
    return tuple(in_words(each, language) for each in found)


def _gist(found: Diagnostic) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A finding wherever it has come to lie."""
    return found.code, found.values


def logo(request: Request, form: FormData) -> Response:
    """Keep the picture that was handed in as the logo; or have none, with `do` as `remove`."""
    refuse_roles(request)
    studio, desk = studio_of(request), desk_of(request)
    reading = reading_of(request)
    if not any(each.slot.name == LOGO for each in reading.questions):
        raise HTTPException(404)
    report, kept = Report(), ""
    if form.get("do") != "remove":
        upload = form.get("file")
        if not isinstance(upload, UploadFile) or not upload.size:
            return answer(request, desk, Saved("unchanged"), "#look")
        kept = keep_picture(upload, desk.path, LOGO, report) or ""
        if not kept:
            told = tuple(in_words(found, studio.language) for found in report)
            return answer(request, desk, Saved("unchanged"), held=Open("logo", told=told))
    saved = desk.save(LOGO, {None: {LOGO: kept}}, str(form.get("mark", "")), reading.day)
    held = Open("logo", is_conflict=True) if saved.result == "conflict" else NOTHING
    return answer(request, desk, saved, "#look", held)


def undo(request: Request, form: FormData) -> Response:
    """Take back the newest change."""
    refuse_roles(request)
    desk = desk_of(request)
    told = "undone" if desk.undo().result == "saved" else "undo-late"
    if is_part(request):
        return _page(request, desk, told)
    return RedirectResponse(f"/c/{desk.path.stem}/arrange?said={told}", 303)
