"""What a company's own words take the place of: noted on request, told once it has changed."""

from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.pipeline.checking import originals_of, write_originals
from deckgen.pipeline.material import Material, read_material
from tests.writers.paper.sample import COMPANY, ROOT, SLIDES, workspace

CHANGE = "slides: { change: { mail: { title: 開く前に見ます } } }\n"


def read(profile: Path) -> tuple[Material, list[str]]:
    report = Report()
    material = read_material(profile, str(ROOT / "themes" / "standard"), report)
    return material, [found.code for found in report if found.code.startswith("original")]


def note(material: Material) -> dict[str, int]:
    return write_originals(originals_of(material.course, material.profile), Report())


def test_a_changed_original_of_a_company_s_words_is_told_until_it_is_noted_anew(tmp_path: Path) -> None:
    profile = workspace(tmp_path, COMPANY + CHANGE, slides=SLIDES)
    material, told = read(profile)
    assert told == ["original-unnoted"]
    assert [Path(file).name for file in note(material)] == [f"{profile.stem}.originals"]
    assert read(profile)[1] == []
    (slides,) = tmp_path.rglob("slides.yaml")
    slides.write_text(slides.read_text("utf-8").replace("送る前に開きます", "送る前に、必ず開きます"), "utf-8")
    material, told = read(profile)
    assert told == ["original-changed"]
    note(material)
    assert read(profile)[1] == []


def test_what_was_noted_is_told_on_request_with_both_places_and_the_old_text(tmp_path: Path) -> None:
    profile = workspace(tmp_path, COMPANY + CHANGE, slides=SLIDES)
    note(read(profile)[0])
    report = Report()
    read_material(profile, str(ROOT / "themes" / "standard"), report)
    (told,) = [found for found in report if found.code == "course-override"]
    assert told.place
    assert told.place.file.endswith(profile.name)
    assert dict(told.values)["was"] == "「送る前に開きます」"


def test_notes_that_a_company_replaces_are_an_original_too(tmp_path: Path) -> None:
    profile = workspace(
        tmp_path, COMPANY + "slides: { notes: [{ slide: mail, replace: 当社の話。 }] }\n", slides=SLIDES
    )
    material, told = read(profile)
    assert told == ["original-unnoted"]
    assert [each.path for each in material.profile.originals] == ["mail.notes"]


def test_a_company_that_changes_nothing_has_nothing_to_note(tmp_path: Path) -> None:
    material, told = read(workspace(tmp_path, COMPANY, slides=SLIDES))
    assert told == []
    assert note(material) == {}
