"""Versions of the libraries that made an output, for its record."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path


def versions(names: Iterable[str]) -> dict[str, str]:
    """The version of each library; empty for one that is not installed.

    An installed library has a folder `NAME-VERSION.dist-info` beside its code (Python Packaging User Guide: recording
    installed projects). `importlib.metadata` would read the mail-like file in each of them, for which it loads the
    mail and zip readers of the standard library.
    """
    installed = {name: version for path in reversed(sys.path) for name, version in _installed(path)}
    return {name: installed.get(_normal(name), "") for name in names}


def _installed(folder: str) -> Iterator[tuple[str, str]]:
    try:
        entries = [entry.name for entry in Path(folder).iterdir()]
    except OSError:
        return
    for entry in entries:
        name, dash, version = entry.removesuffix(".dist-info").rpartition("-")
        if dash and entry.endswith(".dist-info"):
            yield _normal(name), version


def _normal(name: str) -> str:
    """The form in which names are compared (the same guide: names and normalization)."""
    return re.sub(r"[-_.]+", "-", name).lower()
