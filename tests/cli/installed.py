"""deckgen installed from its wheel, in a place of its own: no checkout is near."""

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from tests.cli.session import ROOT

_SOURCES = (
    "pyproject.toml",
    "setup.py",
    "LICENSE",
    "THIRD-PARTY.md",
    "README.md",
    "README.ja.md",
    "deckgen",
    "docs",
    "source",
    "themes",
)
"""All that the wheel is built from."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A virtual environment with deckgen in it."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def pip(self, *arguments: str | Path) -> None:
        """Install into it, with the pip of the tests and this machine's settings of it."""
        quiet = ("--disable-pip-version-check", "--quiet", "--python", self.python)
        _run([sys.executable, "-m", "pip", *quiet, "install", *arguments], self.folder)

    def lend_libraries(self) -> None:
        """Let it see the libraries of these tests; deckgen among them has to come from its own folder."""
        (self.packages / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")

    @property
    def packages(self) -> Path:
        return next((self.folder / "lib").glob("python3*")) / "site-packages"

    def deckgen(self, folder: Path, *arguments: str | Path, code: int = 0) -> str:
        """What a command prints, in a folder; it ends with this exit code."""
        return _run([self.folder / "bin" / "deckgen", *arguments], folder, code)


def build_wheel(folder: Path, beside: tuple[str, ...] = ()) -> Path:
    """The wheel of this checkout, built from copies of its files alone; `beside` are more files that lie about."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    for name in _SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, sources / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy2(ROOT / name, sources)
    for name in beside:
        (sources / name).touch()
    options = ("--disable-pip-version-check", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    _run([sys.executable, "-m", "pip", "wheel", *options, sources], folder)
    (wheel,) = folder.glob("deckgen-*.whl")
    return wheel


def new_environment(folder: Path) -> Installed:
    """An environment with nothing in it but Python."""
    _run([sys.executable, "-m", "venv", "--without-pip", folder], Path(sys.executable).parent)
    return Installed(folder)


def _run(command: list[str | Path], folder: Path, code: int = 0) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment |= {"LANG": "C.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""}
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, f"{command}\n{done.stdout}"
    return done.stdout
