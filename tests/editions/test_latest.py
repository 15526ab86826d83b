"""Which archive is meant by a company's name."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.editions.latest import archives_named
from tests.pipeline.companies import add_company, workspace

OLDEST_FIRST = ("2025FY_passwords_v10.0", "2026FY_passwords_v1.9", "2026FY_passwords_v1.10", "2027FY_passwords_v1.0")


def kept(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True)
    for name in names:
        (folder / f"{name}.zip").touch()


def named(given: Path) -> list[str]:
    return [path.stem for path in archives_named(given, None, Report())]


def test_the_newest_edition_comes_first_by_year_then_by_the_numbers_of_its_version(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w")
    kept(root / "output" / "mihon" / "archive", "copy", "2027FY_passwords_v1.0.damaged", *OLDEST_FIRST)
    assert named(root / "source" / "companies" / "mihon.yaml") == [*reversed(OLDEST_FIRST), "copy"]


def test_a_profile_of_a_later_year_stands_for_the_company_that_it_says(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w")
    kept(root / "output" / "mihon" / "archive", *OLDEST_FIRST[:1])
    later = add_company(root, "mihon-2027")
    later.write_text(f"company_id: mihon\n{later.read_text('utf-8')}", encoding="utf-8")
    assert named(later) == ["2025FY_passwords_v10.0"]


def test_a_bare_name_is_a_company_s_and_a_path_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace(tmp_path / "w")
    kept(root / "output" / "mihon" / "archive", *OLDEST_FIRST[:1])
    monkeypatch.chdir(root)
    assert named(Path("mihon")) == ["2025FY_passwords_v10.0"]
    assert archives_named(Path("none.zip"), None, Report()) == (Path("none.zip"),)


def test_a_company_of_which_nothing_is_kept_is_told_how_to_keep_it(tmp_path: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        archives_named(workspace(tmp_path / "w") / "source" / "companies" / "mihon.yaml", None, report)
    assert [found.code for found in report] == ["archive-none"]
