"""Outputs of several files, and the record that lists the others."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of
from deckgen.pipeline.build import build
from deckgen.pipeline.outputs import digest_file
from deckgen.pipeline.request import Built, Request
from deckgen.writers import Options
from tests.writers.paper.sample import COMPANY, ROOT, SLIDES, workspace

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


def test_files_from_other_inputs_or_changed_by_hand_do_not_serve(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    (quiz, answers) = (file.path for file in run(profile, "quiz", "answers").files)
    quiz.write_bytes(quiz.read_bytes() + b" ")
    assert list(listed(run(profile, "record"))) == [answers.name.removeprefix(PREFIX)]
    profile.write_text(COMPANY.replace("会議室", "食堂"), encoding="utf-8")
    assert listed(run(profile, "record")) == {}


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
