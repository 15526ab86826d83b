"""Which archive is meant by a company's name."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.editions.latest import archives_meant, archives_named
from deckgen.model.choice import Choice
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


FORMS = (
    "2026FY_passwords_v1.0", "2027FY_passwords_v1.0", "2027FY_passwords_en_v1.0", "2027FY_passwords_short_v2.0",
    "2028FY_passwords_short_en_v1.0",
)  # fmt: skip


def versioned(tmp_path: Path) -> Path:
    """The profile of a company whose course has a short version, of which archives of all forms are kept."""
    root = workspace(tmp_path / "w")
    kept(root / "output" / "mihon" / "archive", *FORMS)
    course = root / "source" / "courses" / "passwords" / "course.yaml"
    text = "versions: [{ id: full, title: 全編 }, { id: short, title: 短縮版 }]\n"
    course.write_text(f"{course.read_text('utf-8')}{text}", encoding="utf-8")
    return root / "source" / "companies" / "mihon.yaml"


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [(Choice(), FORMS[1::-1]), (Choice(version="short"), FORMS[3:4]), (Choice(version="full"), FORMS[1::-1])],
)
def test_the_newest_is_looked_for_among_archives_of_one_version_and_language(
    tmp_path: Path, choice: Choice, wanted: tuple[str, ...]
) -> None:
    found = archives_meant(versioned(tmp_path), None, Report(), choice)
    assert [path.stem for path in found.wanted] == [*wanted]
    assert {path.stem for path in found.others} == {*FORMS} - {*wanted}


def test_a_form_of_which_nothing_is_kept_is_told_with_what_there_is(tmp_path: Path) -> None:
    profile = versioned(tmp_path)
    for path in (tmp_path / "w" / "output" / "mihon" / "archive").glob("*_short_v*.zip"):
        path.unlink()
    report = Report()
    with pytest.raises(Stop):
        archives_meant(profile, None, report, Choice(version="short"))
    (found,) = report
    assert (found.code, dict(found.values)["form"]) == ("archive-none-of", "short")
    assert "2027FY_passwords_en_v1.0.zip" in dict(found.values)["names"]
