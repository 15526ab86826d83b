"""The files that a build reads, by names that are the same on every machine."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from deckgen.model.company import Profile
from deckgen.model.slides import PictureSlide
from deckgen.model.slots import Image
from deckgen.pipeline.material import Material

COMPANY = "company"
"""Stands for the folder of a profile that lies outside of the workspace."""
THEME = "theme"
"""Stands for the folder that holds the folder of a theme which lies outside of the workspace."""


def input_files(material: Material) -> Mapping[str, Path]:
    """Every file that was read, by its name in records, in the order of names."""
    files = {material.profile.path, *_beside(material.profile), *material.course.files, *material.theme.files}
    named = {input_name(file, material): file for file in files}
    return dict(sorted(named.items()))


def _beside(profile: Profile) -> Iterator[Path]:
    """The files that a profile names: pictures, and the staff list."""
    if profile.training.staff:
        yield profile.training.staff.path
    yield from (filling.path for filling in profile.fillings.values() if isinstance(filling, Image))
    for addition in profile.additions:
        if isinstance(addition.slide, PictureSlide) and addition.slide.file:
            yield addition.slide.file.path


def input_name(path: Path, material: Material) -> str:
    """A file's name from the root of the workspace; else from the profile's folder, or from that of the theme."""
    file = path.resolve()
    if file.is_relative_to(material.workspace.root):
        return file.relative_to(material.workspace.root).as_posix()
    company = material.profile.path.resolve().parent
    if file.is_relative_to(company):
        return f"{COMPANY}/{file.relative_to(company).as_posix()}"
    folders = (each.parent.resolve() for each in material.theme.files if each.name == "theme.yaml")
    theme = next((folder.parent for folder in folders if file.is_relative_to(folder)), file.parent)
    return f"{THEME}/{file.relative_to(theme).as_posix()}"
