"""Where and with what was measured."""

import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version

from benchmarks import tools

BUSY = 0.3
"""Other work for each processor from which on times say more about the machine than about the tools."""


def described() -> dict[str, str]:
    """The machine and the versions of what is compared."""
    return {
        "system": platform.platform(terse=True),
        "processors": str(os.cpu_count()),
        "Python": platform.python_version(),
        "pandoc": _first_line(tools.pandoc(), "--version").removeprefix("pandoc "),
        "LibreOffice": _first_line("soffice", "--version").removeprefix("LibreOffice "),
        "Marp": _first_line("marp", "--version"),
        "WeasyPrint": _version("weasyprint"),
        "load": f"{_load():.2f}",
    }


def is_busy() -> bool:
    """Whether the machine has other things to do."""
    return _load() / (os.cpu_count() or 1) > BUSY


def _load() -> float:
    return os.getloadavg()[0]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _first_line(*command: str | None) -> str:
    try:
        told = subprocess.run(list(filter(None, command)), capture_output=True, check=True, text=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return "not installed"
    return told.stdout.strip().splitlines()[0]
