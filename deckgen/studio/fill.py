"""Filling in: the questions of a staff role or of a slide, saved as soon as a field is left."""

from contextlib import suppress
from dataclasses import replace

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deckgen.diagnostics import Place, Report, shown
from deckgen.model.questions import Question
from deckgen.readers.yaml_edit import Tied
from deckgen.studio.asking import Group, asked_of, groups_of, in_words, names_of, texts_of, unreadable
from deckgen.studio.desk import Desk, Saved
from deckgen.studio.guard import Visitor
from deckgen.studio.pages import is_part, page
from deckgen.studio.reading import Reading, Texts, slides_with
from deckgen.studio.see import seen
from deckgen.studio.studio import Studio, desk_of, reading_of, refuse_roles, studio_of
from deckgen.studio.uploads import keep_picture
from deckgen.text.hygiene import FORBIDDEN, code_point


def show(request: Request) -> Response:
    """The questions of one group; the first that is not done, unless another is asked for."""
    studio, desk = studio_of(request), desk_of(request)
    reading = reading_of(request)
    if reading.material is None:
        return unreadable(request, reading)
    by = _by(request)
    groups = _groups(request, reading)
    wanted = request.query_params.get("group")
    group = next((each for each in groups if each.name == wanted), None) or _first(groups)
    asked = [
        asked_of(reading, question, studio.language)
        for question in reading.questions
        for row in reading.rows
        if row.slot is question.slot and group.name in names_of(row, by)
    ]
    return page(
        "fill.html.j2",
        request,
        company=desk.path.stem,
        name=reading.name,
        by=by,
        groups=groups,
        group=group,
        asked=asked,
        others=() if request.state.role else [in_words(each, studio.language) for each in reading.findings_at("")],
        stamp=reading.stamp,
        can_undo=desk.can_undo,
        said=said if (said := request.query_params.get("said")) in ("undone", "undo-late") else "",
        role_link=studio.door.link(f"/c/{desk.path.stem}", Visitor(desk.path.stem, group.name))
        if by == "owner"
        else "",
        is_alone=not studio.door.user_header,
        seen=seen(reading, slides_with(reading, [each.name for each in asked[:1]])),
        slides=slides_with(reading, [each.name for each in asked]),
    )


def _link(studio: Studio, desk: Desk, group: Group) -> str:
    """What lets somebody answer the questions of one staff role."""
    return studio.door.link(f"/c/{desk.path.stem}", Visitor(desk.path.stem, group.name))


def _by(request: Request) -> str:
    return "slide" if request.query_params.get("by") == "slide" and not request.state.role else "owner"


def _groups(request: Request, reading: Reading) -> tuple[Group, ...]:
    """The groups that somebody sees: all, or the one of a staff role."""
    groups = groups_of(reading, _by(request))
    return tuple(group for group in groups if request.state.role in ("", group.name))


def _first(groups: tuple[Group, ...]) -> Group:
    if not groups:
        raise HTTPException(404)
    return next((group for group in groups if group.done < group.count or group.errors), groups[0])


def _question(request: Request, reading: Reading) -> Question:
    """The question in the address. Raises HTTPException where there is none, or it is asked of somebody else."""
    name = request.path_params["slot"]
    question = next((each for each in reading.questions if each.slot.name == name), None)
    if question is None:
        raise HTTPException(404)
    if request.state.role not in ("", question.slot.owner):
        raise HTTPException(403)
    return question


def look(request: Request) -> Response:
    """The slides that show the answer to one question, as it stands."""
    reading = reading_of(request)
    question = _question(request, reading)
    return _slides_of(request, reading, question)


def _slides_of(request: Request, reading: Reading, question: Question) -> Response:
    found = seen(reading, slides_with(reading, [question.slot.name]))
    return page("seen.html.j2", request, company=reading.path.stem, seen=found)


def draft(request: Request, form: FormData) -> Response:
    """The slides with what is being typed; nothing is written."""
    reading = reading_of(request)
    question = _question(request, reading)
    with suppress(Tied):
        reading = reading.with_texts(question.slot.name, texts_of(question, reading, form))
    return _slides_of(request, reading, question)


def save(request: Request, form: FormData) -> Response:
    """Write an answer; with `move` a list is put in another order first, with `checked` it is as it was."""
    studio, desk = studio_of(request), desk_of(request)
    day = studio.day()
    reading = desk.reading(day)
    question = _question(request, reading)
    name = question.slot.name
    move = str(form.get("move", ""))
    texts = texts_of(question, reading, form, move)
    refused = Report()
    _refuse_controls(texts, desk, refused)
    path = next((cell.key for cell in question.cells if cell.kind == "path"), "")
    if isinstance(upload := form.get(f"{path}-file"), UploadFile) and upload.size:
        kept = keep_picture(upload, desk.path, name, refused) or ""
        texts = {language: {**told, path: kept} for language, told in texts.items()}
    reviewed = day if "checked" in form else None
    mark = reading.mark_of(name) if "mine" in form else str(form.get("mark", ""))
    saved = Saved("refused") if len(refused) else desk.save(name, texts, mark, day, reviewed=reviewed)
    if not is_part(request):
        return RedirectResponse(f"/c/{desk.path.stem}?by=owner&group={question.slot.owner}#q-{name}", 303)
    mine = texts if saved.result == "conflict" else None
    return _answer(request, desk, question, saved, move, mine, mark, refused)


def _refuse_controls(texts: Texts, desk: Desk, refused: Report) -> None:
    """Report the characters that no file may hold."""
    every = [text for told in texts.values() for text in told.values()]
    for character in sorted({match.group() for text in every for match in FORBIDDEN.finditer(text)}):
        refused.add("control-character", Place(shown(desk.path)), character=code_point(character))


def _answer(
    request: Request,
    desk: Desk,
    question: Question,
    saved: Saved,
    move: str,
    mine: Texts | None,
    mark: str,
    refused: Report,
) -> Response:
    """What a change of one answer changes on the page; the form itself only where it has other rows now."""
    studio, name = studio_of(request), question.slot.name
    reading = reading_of(request)
    question = next(each for each in reading.questions if each.slot.name == name)
    more = move.removesuffix("add") if move.endswith("add") else None
    each = asked_of(reading, question, studio.language, saved, refused, more)
    return page(
        "saved.html.j2",
        request,
        company=desk.path.stem,
        each=each if mine is None else replace(each, mark=mark),  # until somebody has chosen
        is_whole=bool(move) or question.slot.type in ("image", "picture"),
        mine=_as_read(question, mine) if mine is not None else (),
        by=_by(request),
        groups=_groups(request, reading),
        stamp=reading.stamp,
        can_undo=desk.can_undo,
        seen=seen(reading, slides_with(reading, [name])),
    )


def _as_read(question: Question, texts: Texts) -> list[str]:
    """What somebody gave, each text once."""
    told = (text for said in texts.values() for cell in question.cells if (text := said.get(cell.key, "")))
    return list(dict.fromkeys(told))


def undo(request: Request, form: FormData) -> Response:
    """Take back the newest change, whosever it was: so not for somebody who sees one staff role's questions only."""
    refuse_roles(request)
    desk = desk_of(request)
    saved = desk.undo()
    told = "undone" if saved.result == "saved" else "undo-late"
    return RedirectResponse(f"/c/{desk.path.stem}?{form.get('query', '')}&said={told}", 303)


def changed(request: Request) -> Response:
    """Whether somebody else has changed the file since a page was made."""
    reading = reading_of(request)
    is_same = request.query_params.get("stamp") == reading.stamp
    return Response(status_code=204, headers={} if is_same else {"HX-Trigger": "changed-outside"})
