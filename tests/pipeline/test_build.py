"""Outputs of several files, and the record that lists the others."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of, severity_of
from deckgen.pipeline.build import build
from deckgen.pipeline.placing import digest_file
from deckgen.pipeline.request import Built, Request
from deckgen.pipeline.unchanged import unchanged
from deckgen.writers import Options
from tests.writers.paper.sample import COMPANY, ROOT, SLIDES, printed, workspace

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
THEME = str(ROOT / "themes" / "standard")
PREFIX = "2026FY_course_v1.0_"


def run(profile: Path, *only: str, forms: tuple[str, ...] = (), **options: Any) -> Built:
    report = Report()
    request = Request(profile, only, theme=THEME, options=Options(forms=forms), **options)
    try:
        return build(request, report, lambda step: None)
    except Stop:
        raise AssertionError([message_of(finding, "en") for finding in report]) from None


def names(built: Built) -> list[str]:
    return [file.path.name.removeprefix(PREFIX) for file in built.files]


def listed(built: Built) -> dict[str, str]:
    """Names and checksums on the workbook of the record."""
    (path,) = (file.path for file in built.files if file.path.suffix == ".xlsx")
    rows = [[cell.value for cell in row] for row in load_workbook(path)["実施報告"].iter_rows()]
    return {row[0].removeprefix(PREFIX): row[4] for row in rows if row[0] and row[0].startswith(PREFIX)}


def test_an_output_can_make_several_files(tmp_path: Path) -> None:
    built = run(workspace(tmp_path), "quiz", "answers", "card", forms=("A", "B"))
    assert names(built) == ["quiz_A.pdf", "quiz_B.pdf", "answers.pdf", "card.pdf", "poster.pdf"]
    record = json.loads((built.folder / "build.json").read_text("utf-8"))
    assert {output["name"].removeprefix(PREFIX): output["output"] for output in record["outputs"]} == {
        "answers.pdf": "answers", "card.pdf": "card", "poster.pdf": "card", "quiz_A.pdf": "quiz", "quiz_B.pdf": "quiz",
    }  # fmt: skip


def test_the_record_is_made_last_and_lists_what_was_made_with_it(tmp_path: Path) -> None:
    built = run(workspace(tmp_path), "record", "quiz")
    assert names(built) == ["quiz.pdf", "record.pdf", "record.xlsx"]
    (quiz,) = (file.path for file in built.files if file.path.name.endswith("quiz.pdf"))
    assert listed(built) == {"quiz.pdf": digest_file(quiz)}


def test_files_of_an_earlier_build_from_the_same_inputs_serve(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    run(profile, "quiz")
    assert list(listed(run(profile, "record"))) == ["quiz.pdf"]
    assert list(listed(run(profile, "record", "answers"))) == ["answers.pdf", "quiz.pdf"]


def test_files_changed_by_hand_are_listed_as_they_lie_there_and_those_from_other_inputs_are_not(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    (quiz, answers) = (file.path for file in run(profile, "quiz", "answers").files)
    quiz.write_bytes(quiz.read_bytes() + b" ")
    assert listed(run(profile, "record")) == {
        path.name.removeprefix(PREFIX): digest_file(path) for path in (answers, quiz)
    }
    profile.write_text(COMPANY.replace("会議室", "食堂"), encoding="utf-8")
    assert listed(run(profile, "record")) == {}


@pytest.mark.slow
def test_a_final_record_lists_no_draft_and_a_draft_no_final_file(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    run(profile, "deck", "quiz", draft=True)
    assert list(listed(run(profile, "record", "deck"))) == ["deck.pptx"]
    (path,) = tmp_path.rglob("*_v1.0_record.pdf")
    assert "draft" not in printed(path.read_bytes())
    assert list(listed(run(profile, "record", draft=True))) == ["draft_deck.pptx", "draft_quiz.pdf"]


@pytest.mark.slow
def test_files_that_other_settings_made_do_not_serve(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    run(profile, "deck", "worksheet", "quiz")
    assert list(listed(run(profile, "record", "quiz", forms=("A", "B")))) == [
        "deck.pptx", "quiz_A.pdf", "quiz_B.pdf", "worksheet.pdf",
    ]  # fmt: skip
    request = Request(profile, ("record",), theme=THEME, options=Options(pdf="archive"))
    assert list(listed(build(request, Report(), lambda step: None))) == ["deck.pptx"]
    assert listed(run(profile, "record", public=True)) == {}


def test_what_was_known_of_a_file_is_forgotten_once_it_is_made_with_other_settings(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    with_forms = Request(profile, ("answers",), theme=THEME, options=Options(forms=("A", "B")))
    build(with_forms, Report(), lambda step: None)
    assert unchanged(with_forms, Report()) is not None
    run(profile, "answers")
    assert unchanged(with_forms, Report()) is None


def test_what_later_files_took_the_place_of_is_made_again_where_it_is_asked_for(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    plain = Request(profile, ("quiz",), theme=THEME)
    build(plain, Report(), lambda step: None)
    run(profile, "quiz", forms=("A",))
    assert superseded(tmp_path) == ["quiz.pdf"]
    assert unchanged(plain, Report()) is None
    build(plain, Report(), lambda step: None)
    assert superseded(tmp_path) == ["quiz_A.pdf"]
    run(profile, "quiz", forms=("A",), public=True)
    run(profile, "quiz", forms=("A",), draft=True)
    assert superseded(tmp_path) == ["quiz_A.pdf"]


@pytest.mark.slow
def test_files_that_a_build_with_other_options_left_are_told_until_they_are_gone(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    with_forms, plain = (
        Request(profile, ("quiz", "answers"), theme=THEME, options=Options(forms=forms)) for forms in (("A", "B"), ())
    )
    assert left_of(with_forms) == []
    assert left_of(plain) == [f"{PREFIX}quiz_A.pdf, {PREFIX}quiz_B.pdf"]
    assert unchanged(plain, report := Report()) is not None
    assert [dict(found.values)["names"] for found in report if found.code == "output-left"] == left_of(plain)
    assert left_of(Request(profile, ("deck",), theme=THEME)) == []
    assert left_of(Request(profile, ("quiz",), theme=THEME, draft=True)) == []
    for form in "AB":
        (tmp_path / "output" / "mihon" / f"{PREFIX}quiz_{form}.pdf").unlink()
    assert unchanged(plain, report := Report()) is not None
    assert "output-left" not in {found.code for found in report}
    assert left_of(plain) == []


def left_of(request: Request) -> list[str]:
    """What a build tells of files that an earlier one left."""
    report = Report()
    build(request, report, lambda step: None)
    return [dict(found.values)["names"] for found in report if found.code == "output-left"]


def superseded(folder: Path) -> list[str]:
    (path,) = folder.rglob("build.json")
    outputs = json.loads(path.read_text("utf-8"))["outputs"]
    return [output["name"].removeprefix(PREFIX) for output in outputs if output.get("superseded")]


def test_what_was_put_beside_an_edited_file_goes_once_that_is_replaced(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    (quiz,) = (file.path for file in run(profile, "quiz").files)
    quiz.write_bytes(b"edited")
    run(profile, "quiz")
    beside = quiz.with_name(f"{quiz.stem}.new.pdf")
    assert beside.exists()
    run(profile, "quiz", force=True)
    assert not beside.exists()
    assert names_in_record(tmp_path) == ["quiz.pdf"]


def test_what_was_put_beside_and_then_edited_stays(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    (quiz,) = (file.path for file in run(profile, "quiz").files)
    quiz.write_bytes(b"edited")
    run(profile, "quiz")
    beside = quiz.with_name(f"{quiz.stem}.new.pdf")
    beside.write_bytes(b"edited as well")
    (own := quiz.with_name(f"{quiz.stem}.newest.pdf")).write_bytes(b"somebody's")
    run(profile, "quiz", force=True)
    assert (beside.read_bytes(), own.read_bytes()) == (b"edited as well", b"somebody's")
    assert superseded(tmp_path) == ["quiz.new.pdf"]


def names_in_record(folder: Path) -> list[str]:
    (path,) = folder.rglob("build.json")
    return [output["name"].removeprefix(PREFIX) for output in json.loads(path.read_text("utf-8"))["outputs"]]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_where_a_file_should_be_is_told_as_one(tmp_path: Path, force: bool) -> None:
    profile = workspace(tmp_path)
    (tmp_path / "output" / "mihon" / f"{PREFIX}quiz.pdf").mkdir(parents=True)
    report = Report()
    with pytest.raises(Stop):
        build(Request(profile, ("deck", "quiz"), theme=THEME, force=force), report, lambda step: None)
    assert [finding.code for finding in report if severity_of(finding.code) != "info"] == ["output-folder"]
    assert not list(tmp_path.rglob("*.pptx"))


def test_a_draft_made_after_the_final_files_does_not_make_the_record_that_of_a_draft(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    told = []
    kinds: list[dict[str, Any]] = [{}, {"draft": True}, {"public": True}]
    for options in kinds:
        folder = run(profile, "card", **options).folder
        record = json.loads((folder / "build.json").read_text("utf-8"))
        told.append({name: record[name] for name in ("draft", "public", "content")})
    assert told[0] == told[1] == told[2]
    assert (told[0]["draft"], told[0]["public"]) == (False, False)
    profile.write_text(COMPANY.replace("会議室", "食堂"), encoding="utf-8")
    folder = run(profile, "card", draft=True).folder
    assert json.loads((folder / "build.json").read_text("utf-8"))["draft"] is True


def test_files_for_the_public_say_so_in_their_names(tmp_path: Path) -> None:
    built = run(workspace(tmp_path), "card", public=True)
    assert names(built) == [f"2026FY_course_v1.0_public_{name}"[len(PREFIX) :] for name in ("card.pdf", "poster.pdf")]
    assert json.loads((built.folder / "build.json").read_text("utf-8"))["public"] is True


@pytest.mark.parametrize(
    ("only", "told"),
    [
        ("quiz", "the output quiz needs a comprehension test, which the course course does not have"),
        ("answers", "the output answers needs a comprehension test, which the course course does not have"),
        ("card", "the output card needs an emergency slide, which this company's course does not have"),
    ],
)
def test_what_cannot_be_made_of_a_course_is_told_where_it_was_asked_for(only: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as stopped:
        run(workspace(tmp_path, slides=SLIDES.split("- kind: emergency")[0], quiz=None), only)
    assert told in stopped.value.args[0]


def test_what_cannot_be_made_is_left_out_where_the_course_lists_it(tmp_path: Path) -> None:
    profile = workspace(tmp_path, slides=SLIDES.split("- kind: emergency")[0], quiz=None)
    course = tmp_path / "source" / "courses" / "course" / "course.yaml"
    course.write_text(course.read_text("utf-8") + "outputs: [quiz, card, record]\n", encoding="utf-8")
    assert names(run(profile)) == ["record.pdf", "record.xlsx"]


def test_what_found_no_room_is_reported(tmp_path: Path) -> None:
    report = Report()
    profile = workspace(tmp_path, COMPANY.replace("気づいてから30分以内", "できるだけ早く、" * 20))
    build(Request(profile, ("card",), theme=THEME), report, lambda step: None)
    assert [finding.code for finding in report if finding.code.startswith("card")] == ["card-left-out"]


def test_other_bytes_from_the_same_material_are_put_down_to_the_part_of_the_system_that_is_another(
    tmp_path: Path,
) -> None:
    profile = workspace(tmp_path)
    built = run(profile, "quiz", "deck")
    record = built.folder / "build.json"
    data = json.loads(record.read_text("utf-8"))
    quiz = next(output for output in data["outputs"] if output["output"] == "quiz")
    here = quiz["made"]["system"]["pango"]
    quiz["made"]["system"]["pango"] = "1.44.0"
    for output in data["outputs"]:
        file = built.folder / output["name"]
        file.write_bytes(file.read_bytes() + b"as another machine wrote it")
        output["sha256"] = digest_file(file)
    record.write_text(json.dumps(data), encoding="utf-8")
    report = Report()
    build(Request(profile, ("quiz", "deck"), theme=THEME, force=True), report, lambda step: None)
    told = [dict(finding.values) for finding in report if finding.code == "output-other-system"]
    assert told == [{"names": f"{PREFIX}quiz.pdf", "part": "pango", "then": "1.44.0", "now": here}]
