"""The judges of this folder: on a developer's machine a test without its judge is skipped, in CI it fails."""

import os

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
def faketime() -> None:
    """A command that shifts the clock of a program is here."""
    _need("faketime")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Every case of `builds.CASES`, built once."""
    return build_all(tmp_path_factory.mktemp("builds"))
