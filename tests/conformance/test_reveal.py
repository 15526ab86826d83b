"""What appears on a click is sound, and other programs keep it."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.conformance import profiles
from tests.conformance.builds import COMPANIES, build
from tests.conformance.judges import office_to_decks, open_xml_errors

EFFECT = re.compile(rb'nodeType="clickEffect"')


def effects(deck: Path) -> list[int]:
    """How many clicks each slide that has any takes."""
    with zipfile.ZipFile(deck) as archive:
        slides = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
        counts = [
            len(EFFECT.findall(archive.read(name))) for name in sorted(slides, key=lambda name: (len(name), name))
        ]
    return [count for count in counts if count]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with its answers on a click."""
    folder = tmp_path_factory.mktemp("reveal")
    written = folder / "profile"
    profile = profiles.write(COMPANIES / "midori-seiki.yaml", lambda values: values | {"reveal": True}, written)
    return build(profile, folder / "output", "--only", "deck").deck


@pytest.mark.usefixtures("open_xml_sdk")
def test_a_deck_whose_answers_come_on_a_click_opens_without_repair(deck: Path) -> None:
    assert open_xml_errors(deck) == []


@pytest.mark.usefixtures("libreoffice")
def test_its_clicks_are_there_after_libreoffice_has_saved_it(deck: Path, tmp_path: Path) -> None:
    (saved,) = office_to_decks([deck], tmp_path)
    assert effects(saved) == effects(deck)
    assert len(effects(deck)) >= 7
