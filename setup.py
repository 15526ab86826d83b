"""The build of the wheel: material, themes and guides of the checkout go along as `deckgen/material`.

All else that a build has to know stands in pyproject.toml.
"""

from collections.abc import Iterator
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

MATERIAL = (
    "README.ja.md",
    "README.md",
    "docs/**/*",
    "source/companies/hinata-design.yaml",
    "source/companies/hinata-design-phishing.yaml",
    "source/companies/midori-seiki.yaml",
    "source/companies/midori-seiki/logo.png",
    "source/companies/shiosai-logistics.yaml",
    "source/companies/shiosai-logistics-phishing.yaml",
    "source/courses/**/*",
    "source/new-course/**/*",
    "source/schema/*",
    "source/workspace/**/*",
    "themes/**/*",
)
"""What goes along. Of companies only the samples: a profile that lies beside them is nobody else's business."""


def material() -> Iterator[str]:
    """The files, from the root of the checkout."""
    for pattern in MATERIAL:
        yield from (path.as_posix() for path in sorted(Path().glob(pattern)) if path.is_file())


class BuildWithMaterial(build_py):
    """Copies the material beside the code, but for an installation in place: that finds it in the checkout."""

    def run(self) -> None:
        super().run()
        for file, target in self._copies().items():
            self.mkpath(str(Path(target).parent))
            self.copy_file(file, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        return [*super().get_outputs(include_bytecode), *self._copies().values()]

    def get_source_files(self) -> list[str]:
        return [*super().get_source_files(), *material()]

    def _copies(self) -> dict[str, str]:
        """Where each file goes."""
        folder = Path(self.build_lib, "deckgen", "material")
        return {} if self.editable_mode else {file: str(folder / file) for file in material()}


setup(cmdclass={"build_py": BuildWithMaterial})
