"""The judges of this folder: on a developer's machine a test without its judge is skipped, in CI it fails."""

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conformance.builds import Built, build_all
from tests.conformance.judges import Judge, missing


def _need(judge: Judge) -> None:
    if reason := missing(judge):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


@pytest.fixture(scope="session")
def open_xml_sdk() -> None:
    """Microsoft's Open XML SDK is here."""
    _need("open-xml")


@pytest.fixture(scope="session")
def verapdf() -> None:
    """veraPDF is here."""
    _need("verapdf")


@pytest.fixture(scope="session")
def libreoffice() -> None:
    """LibreOffice is here."""
    _need("libreoffice")


@pytest.fixture(scope="session")
def other_font(libreoffice: None) -> None:
    """The font is here that LibreOffice sets texts in whose own is missing."""
    _need("other-font")


@pytest.fixture(scope="session")
def browser() -> None:
    """Chromium and axe-core are here."""
    _need("browser")


@pytest.fixture(scope="session")
def faketime() -> None:
    """A command that shifts the clock of a program is here."""
    _need("faketime")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> dict[str, Built]:
    """Every case of `builds.CASES`, built once, whichever process of the test run asks first."""
    if worker_id == "master":
        return build_all(tmp_path_factory.mktemp("builds"))
    folder = tmp_path_factory.getbasetemp().parent / "builds"
    known = folder / "built.pickle"
    with _alone(folder.with_suffix(".lock")):
        if not known.exists():
            folder.mkdir()
            known.write_bytes(pickle.dumps(build_all(folder)))
        made: dict[str, Built] = pickle.loads(known.read_bytes())
        return made


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other process of the test run is in here."""
    import fcntl

    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
