"""Pictures that come by a form: looked at as closely as those in a folder, and kept beside the profile."""

from itertools import count
from pathlib import Path

from starlette.datastructures import UploadFile

from deckgen.diagnostics import Report
from deckgen.pipeline.placing import write_file
from deckgen.readers.pictures import BYTES_LIMIT, handed_in

_ENDINGS = {"png": ".png", "jpeg": ".jpg"}


def keep_picture(upload: UploadFile, profile: Path, slot: str, report: Report) -> str | None:
    """Keep a picture in the profile's own folder; its path from there, or None after the reason why not is reported.

    Its name is ours, since that on another computer says nothing here; another picture is never written over. Raises
    OSError where the folder does not take it.
    """
    data = upload.file.read(BYTES_LIMIT + 1)
    told = "".join(sign for sign in upload.filename or "" if sign.isprintable())[:80] or "–"
    image = handed_in(data, told, profile.parent, report)
    if image is None:
        return None
    folder = profile.with_suffix("")
    folder.mkdir(exist_ok=True)
    stem, ending = slot.rpartition(".")[2], _ENDINGS[image.format]
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
        if not path.exists():
            write_file(path, image.data)
        if path.is_file() and path.read_bytes() == image.data:
            return path.relative_to(profile.parent).as_posix()
    raise AssertionError
