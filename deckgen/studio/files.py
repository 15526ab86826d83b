"""Files of a company that may be looked at and taken away: only those that its record and its archives name."""

import io
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from deckgen.diagnostics import Report, Stop
from deckgen.editions.archives import pack
from deckgen.editions.latest import archives_named
from deckgen.pipeline.outputs_now import own_name
from deckgen.pipeline.recorded import RecordedOutput, known_record, pages_of
from deckgen.pipeline.unchanged import digest_now
from deckgen.studio.pages import page
from deckgen.studio.studio import Studio, desk_of, name_of, refuse_roles, studio_of
from deckgen.writers import OUTPUTS

_TYPES = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
_YEAR = "private, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that a build made and that lies in the company's folder."""

    path: Path
    output: str
    unit: str
    """What it has `pages` of: `slides`, `pages` or `sheets`."""
    pages: int
    size: int
    """Bytes."""
    is_draft: bool
    is_public: bool
    is_left: bool
    """Whether a later build, with other settings, made others in its place."""
    is_edited: bool
    """Whether it is as somebody changed it."""
    is_beside: bool
    """Whether it was put beside one that somebody had changed."""

    @property
    def name(self) -> str:
        """In its folder."""
        return self.path.name

    @property
    def kind(self) -> str:
        """What it is: the output, or the poster that comes with the cards."""
        return "poster" if own_name(self.name).endswith("_poster.pdf") else self.output

    @property
    def has_pictures(self) -> bool:
        """Whether its pages can be shown as pictures."""
        return self.path.suffix == ".pdf"


def made_files(folder: Path) -> tuple[MadeFile, ...]:
    """What the builds of a company left in its folder, as their record names it: what is current comes first."""
    record = known_record(folder)
    order = list(OUTPUTS)
    made = _made(folder, record["outputs"]) if record else ()
    return tuple(sorted(made, key=lambda file: (file.is_left, order.index(file.output), file.name)))


def _made(folder: Path, outputs: list[RecordedOutput]) -> Iterator[MadeFile]:
    for output in outputs:
        path = folder / output["name"]
        try:
            size = path.stat().st_size if path.is_file() and not path.is_symlink() else None
        except OSError:
            size = None
        if size is not None:
            unit, pages = pages_of(output)
            yield MadeFile(
                path=path,
                output=output["output"],
                unit=unit,
                pages=pages,
                size=size,
                is_draft=output["made"]["draft"],
                is_public=output["made"]["public"],
                is_left=output.get("superseded", False),
                is_edited=output.get("edited", False),
                is_beside=own_name(output["name"]) != output["name"],
            )


def archives_of(studio: Studio, company: str) -> dict[str, Path]:
    """The archives of a company by their names, the newest edition first."""
    try:
        found = archives_named(studio.desk(company).path, studio.workspace.output, Report())
    except (Stop, OSError):
        return {}
    return {path.name: path for path in found}


# Taking them away ----------------------------------------------------------------------------------------------------


def take(request: Request) -> Response:
    """One file of the last builds."""
    return _handed_out(_file(request).path)


def take_all(request: Request) -> Response:
    """All files that are current, in one."""
    refuse_roles(request)
    desk = desk_of(request)
    files = [file for file in _files(request).values() if not file.is_left]
    if not files:
        raise HTTPException(404)
    data = pack({file.name: file.path.read_bytes() for file in files})
    return attached(f"{desk.path.stem}.zip", data)


def take_archive(request: Request) -> Response:
    """An archive."""
    refuse_roles(request)
    found = archives_of(studio_of(request), desk_of(request).path.stem)
    path = found.get(request.path_params["name"])
    if path is None or path.is_symlink():
        raise HTTPException(404)
    return _handed_out(path)


def folder_of(request: Request) -> Path:
    """Where the files of the company lie."""
    return studio_of(request).workspace.output / desk_of(request).path.stem


def _files(request: Request) -> Mapping[str, MadeFile]:
    return {file.name: file for file in made_files(folder_of(request))}


def _file(request: Request) -> MadeFile:
    """The file in the address: a name that the record has, or nothing. Raises HTTPException."""
    refuse_roles(request)
    file = _files(request).get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    return file


def _handed_out(path: Path) -> Response:
    return attached(path.name, path.read_bytes())


def attached(name: str, data: bytes) -> Response:
    """A file to keep, under its name (RFC 6266)."""
    kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=kind, headers={"content-disposition": disposition})


# Pages as pictures ---------------------------------------------------------------------------------------------------

WIDTHS = (400, 1200)
"""Of a picture of a page, in pixels: among others, and to read."""
_TALLEST = 2
"""Times its width that a picture is high at most."""
_KEPT = 96
"""Pictures that are kept for whoever scrolls back."""
_PDFIUM = threading.Lock()
"""The library knows no threads."""


def show_pages(request: Request) -> Response:
    """The pages of a paper as pictures."""
    file = _file(request)
    if not file.has_pictures:
        raise HTTPException(404)
    return page(
        "papers.html.j2",
        request,
        company=desk_of(request).path.stem,
        name=name_of(request),
        file=file,
        mark=digest_now(file.path)[:16],
        widths=WIDTHS,
    )


def picture(request: Request) -> Response:
    """One page of a paper as a picture; the address has the checksum of the file, so it may be kept for ever."""
    file = _file(request)
    number, width = request.path_params["number"], request.path_params["width"]
    digest = digest_now(file.path)
    if not file.has_pictures or width not in WIDTHS or not digest.startswith(request.path_params["mark"]):
        raise HTTPException(404)
    data = _drawn(digest, file.path, number, width)
    if data is None:
        raise HTTPException(404)
    return Response(data, media_type="image/png", headers={"cache-control": _YEAR})


@lru_cache(maxsize=_KEPT)
def _drawn(digest: str, path: Path, number: int, width: int) -> bytes | None:
    """A page as PNG; None where there is no such page, or what lies there is no PDF any more."""
    import pypdfium2

    with _PDFIUM:
        try:
            paper = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError:
            return None
        try:
            if not 1 <= number <= len(paper):
                return None
            drawn = paper[number - 1]
            scale = min(width / max(drawn.get_width(), 1), _TALLEST * width / max(drawn.get_height(), 1))
            image = drawn.render(scale=scale).to_pil()
        finally:
            paper.close()
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=4)
    return buffer.getvalue()
