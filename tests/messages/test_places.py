"""Places of findings as people read them."""

from contextlib import chdir
from pathlib import Path

from deckgen.diagnostics import shown


def test_a_path_there_and_back_is_shown_without_its_detour(tmp_path: Path) -> None:
    (tmp_path / "companies").mkdir()
    with chdir(tmp_path):
        assert shown(Path("companies/../group.yaml")) == "group.yaml"
        assert shown(tmp_path / "companies" / ".." / "group.yaml") == "group.yaml"
        assert shown(Path("../group.yaml")) == "../group.yaml"


def test_a_detour_over_a_link_is_shown_as_it_is_since_it_ends_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "companies").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "companies").symlink_to(tmp_path / "elsewhere" / "companies")
    with chdir(tmp_path / "work"):
        assert shown(Path("companies/../group.yaml")) == "companies/../group.yaml"
