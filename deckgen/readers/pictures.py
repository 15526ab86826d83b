"""Picture files of a profile or a course: inside the folder, PNG or JPEG, within bounds, and sound."""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from deckgen.diagnostics import Place, Report
from deckgen.messages.spelling import closest
from deckgen.messages.terms import reason
from deckgen.model.box import Box
from deckgen.model.colours import luminance
from deckgen.model.slots import AwaitedImage, Image
from deckgen.readers.files import is_file
from deckgen.readers.leaves import leaf, slot_of, words
from deckgen.readers.tree import Context, Faulty, Node

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

BYTES_LIMIT = 5_000_000
PIXELS_LIMIT = 40_000_000
SHOWN_SIDE = 2_400
"""Pixels of a picture's longer side that no reader can tell more from: a slide's width at 300 dpi on A4."""
_QUALITY = 88
"""Of a JPEG that is written anew: nobody sees its losses in print."""
_PARTS = 96
"""Into how many parts a picture's width is divided."""
_ORIENTATION = 0x0112
_UPRIGHT = (None, 1)
_RESIZABLE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"})
_ENDINGS = frozenset({".png", ".jpg", ".jpeg"})
_FORMATS: dict[str, Literal["png", "jpeg"]] = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg"}


@leaf(Image)
def read_picture(node: Node, context: Context) -> Image:
    """The picture of a slide, or the slot that has it."""
    slot = slot_of(node, context)
    return AwaitedImage(Path(), b"", "png", 0, 0, node.place, slot) if slot else read_image(node, context)


def read_image(node: Node, context: Context) -> Image:
    """Read and decode the picture that a scalar names."""
    name = words(node, context, "@path")
    path = inside(name, node.place, context, "picture-missing")
    data = _bytes(path, name, node.place, context)
    image = _decoded(path, data, name, node.place, context)
    context.pictures.append(path)
    return image


def handed_in(data: bytes, name: str, folder: Path, report: Report, place: Place | None = None) -> Image | None:
    """A picture that somebody hands in, to be kept in a folder; None after the reason why it is none is reported.

    It is told at the place that names the picture, else by its own name.
    """
    place, context = place or Place(name), Context(report, folder, is_template=False)
    try:
        if len(data) > BYTES_LIMIT:
            raise context.fault("picture-too-large", place, path=name, size=len(data), limit=BYTES_LIMIT)
        return _decoded(folder / name, data, name, place, context)
    except Faulty:
        return None


def filling(image: Image, box: Box) -> Image:
    """The middle of a picture that fills a box of another shape to its edges."""
    from PIL import Image as Pictures

    with Pictures.open(io.BytesIO(image.data)) as picture:
        width = min(image.width, round(image.height * box.width / box.height))
        height = min(image.height, round(image.width * box.height / box.width))
        left, top = (image.width - width) // 2, (image.height - height) // 2
        written = io.BytesIO()
        profile = picture.info.get("icc_profile")
        cut = picture.crop((left, top, left + width, top + height))
        cut.save(written, picture.format or "", quality=_QUALITY, optimize=True, icc_profile=profile)
    return replace(image, data=written.getvalue(), width=width, height=height)


def shades_of(image: Image) -> tuple[str, str]:
    """`rrggbb` of the darkest and of the lightest part of a picture behind text, each about as large as a letter."""
    from PIL import Image as Pictures

    size = (_PARTS, max(1, _PARTS * image.height // image.width))
    with Pictures.open(io.BytesIO(image.data)) as picture:
        parts = picture.convert("RGB").resize(size, Pictures.Resampling.BOX).tobytes()
    colours = {parts[at : at + 3].hex().upper() for at in range(0, len(parts), 3)}
    return min(colours, key=luminance), max(colours, key=luminance)


def inside(name: str, place: Place, context: Context, missing: str) -> Path:
    """The path below the folder, every symbolic link followed; `missing` is the fault of what can name no file."""
    try:
        folder = context.origin(place).folder.resolve()
        path = (folder / name).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise context.fault(missing, place, path=name) from error
    if Path(name).is_absolute() or not path.is_relative_to(folder):
        raise context.fault("path-outside", place, path=name, folder=context.origin(place).folder)
    return path


def _bytes(path: Path, name: str, place: Place, context: Context) -> bytes:
    if not is_file(path):
        raise context.fault("picture-missing", place, path=name, suggestion=_meant(path, context.origin(place).folder))
    data = read_bytes(path, place, context, BYTES_LIMIT + 1)
    if len(data) > BYTES_LIMIT:
        raise context.fault("picture-too-large", place, path=name, size=path.stat().st_size, limit=BYTES_LIMIT)
    return data


def read_bytes(path: Path, place: Place, context: Context, most: int) -> bytes:
    """The beginning of a file that is named at a place, `most` bytes of it. Raises Faulty where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise context.fault("file-unreadable", place, reason=reason(error)) from error


def _meant(path: Path, folder: Path) -> str:
    """The picture that a path most likely stands for: written as on Windows, or one beside it with a similar name."""
    folder = folder.resolve()
    slashed = folder / path.name.replace("\\", "/")
    if slashed.resolve().is_relative_to(folder) and is_file(slashed):
        return slashed.relative_to(folder).as_posix()
    try:
        near = {each.stem: each for each in path.parent.iterdir() if each.suffix.lower() in _ENDINGS}
    except OSError:
        return ""
    found = near.get(closest(path.stem, near))
    return found.relative_to(folder).as_posix() if found else ""


def _decoded(path: Path, data: bytes, name: str, place: Place, context: Context) -> Image:
    try:
        with _whole_pictures_only(), _opened(data) as picture:
            width, height = picture.size
            format_name = picture.format or ""
            if width * height > PIXELS_LIMIT:
                raise context.fault("picture-pixels", place, path=name, width=width, height=height, limit=PIXELS_LIMIT)
            picture.load()
            data, (width, height) = _as_shown(picture, data)
    except _NoPictureError as error:
        raise context.fault("picture-format", place, path=name) from error
    except (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error) as error:
        raise context.fault("picture-broken", place, path=name, reason=error) from error
    return Image(path, data, _FORMATS[format_name], width, height, place)


def _as_shown(picture: "ImageFile", data: bytes) -> tuple[bytes, tuple[int, int]]:
    """The file with the picture the right way up and no larger than can be seen, once for all outputs; its size.

    Some programs follow the note in which a camera says how it was held, some do not: what is turned needs no note.
    """
    is_upright = _orientation(picture) in _UPRIGHT
    if is_upright and max(picture.size) <= SHOWN_SIDE:
        return data, picture.size
    from PIL import ImageOps

    image = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    if max(image.size) > SHOWN_SIDE:
        image = image if image.mode in _RESIZABLE else image.convert("RGBA")
        image.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    written = io.BytesIO()
    image.save(written, _FORMATS[picture.format or ""], quality=_QUALITY, optimize=True, icc_profile=profile)
    if is_upright and written.tell() >= len(data):
        return data, picture.size
    return written.getvalue(), image.size


def _orientation(picture: "ImageFile") -> object:
    """How the camera was held (EXIF 2.3, 4.6.4), if the picture says so in a form that can be read."""
    try:
        return picture.getexif().get(_ORIENTATION)
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, struct.error):
        return None


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """The PDF engine tells Pillow to make do with pictures that are cut off, once it has been loaded.

    What Pillow would say on the screen is of notes in the file, which are no part of the picture.
    """
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


class _NoPictureError(Exception):
    """Neither PNG nor JPEG."""


def _opened(data: bytes) -> "ImageFile":
    """The picture, its header read. By the reader of its format alone: `PIL.Image.open` loads five."""
    if data.startswith(b"\x89PNG"):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(io.BytesIO(data))
    if data.startswith(b"\xff\xd8\xff"):
        from PIL.JpegImagePlugin import jpeg_factory

        return jpeg_factory(io.BytesIO(data))
    raise _NoPictureError
