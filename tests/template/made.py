"""Small templates of our own: the one that python-pptx starts from, with what a test changes."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pptx

from deckgen.diagnostics import Report
from deckgen.pipeline.template import adopt_template

PLAIN = Path(pptx.__file__).parent / "templates" / "default.pptx"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
MASTER, LAYOUTS = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout{}.xml"
THEME, TYPES = "ppt/theme/theme1.xml", "[Content_Types].xml"
Edit = Callable[[str], str]


def made(
    path: Path,
    edits: Mapping[str, Edit] | None = None,
    more: Mapping[str, bytes] | None = None,
    *,
    kind: str = TEMPLATE,
) -> Path:
    """A template with parts changed and added; each edit gets a part as text, and gives it back."""
    edits = {TYPES: lambda text: text.replace(MAIN, kind), **(edits or {})}
    with ZipFile(PLAIN) as source, ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, edits[name](data.decode()) if name in edits else data)
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return path


def replaced(*pairs: tuple[str, str]) -> Edit:
    """An edit that puts texts in the place of others, each of which is there."""

    def edit(text: str) -> str:
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        return text

    return edit


def before(mark: str, added: str) -> Edit:
    """An edit that adds something before the first of a mark."""
    return replaced((mark, added + mark))


def picture(across: int, down: int, colours: tuple[str, ...] = ("#0B5C8A",)) -> bytes:
    """A PNG file in stripes of some colours."""
    from io import BytesIO

    from PIL import Image

    image = Image.new("RGB", (across, down))
    for x in range(across):
        image.paste(colours[x * len(colours) // across], (x, 0, x + 1, down))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def rectangle(left: int, top: int, width: int, height: int, fill: str) -> str:
    """A shape on a master or layout, in mm."""
    left, top, width, height = (side * 36_000 for side in (left, top, width, height))
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Panel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr></p:sp>"
    )


def workspace_with(template: Path, folder: Path, name: str = "ours") -> Path:
    """A workspace with the sample companies and a theme that is built on a template; the theme's folder."""
    from deckgen.pipeline.new_workspace import write_workspace

    write_workspace(folder, "ja", Report())
    kept = folder / template.name
    shutil.copyfile(template, kept)
    adopt_template(kept, name, "ja", Report(), force=False, start=folder)
    return folder / "themes" / name
