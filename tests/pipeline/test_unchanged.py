"""A build whose outputs are there already is known without building; whatever decides them makes it build."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.pipeline.build import build
from deckgen.pipeline.recorded import RECORD
from deckgen.pipeline.request import Built, Request
from deckgen.pipeline.unchanged import unchanged
from deckgen.writers import Options
from tests.pipeline.companies import ROOT, workspace

DECK = ("deck",)


def silent(step: str) -> None:
    pass


@pytest.fixture
def request_made(tmp_path: Path) -> Request:
    """A request whose deck was built."""
    folder = workspace(tmp_path / "workspace")
    request = Request(folder / "source" / "companies" / "mihon.yaml", DECK)
    build(request, Report(), silent)
    return request


def found(request: Request) -> Built | None:
    return unchanged(request, Report())


def root_of(request: Request) -> Path:
    return request.profile.parents[2]


def folder_of(request: Request) -> Path:
    return root_of(request) / "output" / "mihon"


def test_what_was_built_is_found_with_its_pages(request_made: Request) -> None:
    built = found(request_made)
    assert built is not None
    assert built.is_unchanged
    assert [(file.output, file.unit, file.pages) for file in built.files] == [("deck", "slides", 3)]


@pytest.mark.parametrize("output", ["quiz", "card"])
def test_what_cannot_be_made_is_told_however_often_it_is_asked_for(request_made: Request, output: str) -> None:
    course = root_of(request_made) / "source/courses/passwords/course.yaml"
    course.write_text(course.read_text("utf-8") + f"outputs: [deck, {output}]\n", encoding="utf-8")
    build(replace(request_made, only=()), Report(), silent)
    assert found(replace(request_made, only=()))
    assert found(replace(request_made, only=(output,))) is None


def test_what_was_found_in_the_material_is_found_again(request_made: Request) -> None:
    first, second = Report(), Report()
    with request_made.profile.open("a", encoding="utf-8") as file:
        file.write("discussion: { prompts: [ﾒﾓ帳] }\n")
    build(request_made, first, silent)
    assert unchanged(request_made, second)
    assert list(second) == list(first)
    assert "hygiene-half-width" in [each.code for each in second]


def append(name: str) -> Callable[[Request], None]:
    def change(request: Request) -> None:
        path = root_of(request) / name
        path.write_bytes(path.read_bytes() + b"\n")

    return change


def add_to_theme(request: Request) -> None:
    (root_of(request) / "themes" / "standard" / "new.css").touch()


def remove_output(request: Request) -> None:
    next(folder_of(request).glob("*.pptx")).unlink()


def edit_output(request: Request) -> None:
    path = next(folder_of(request).glob("*.pptx"))
    path.write_bytes(path.read_bytes() + b"edited")


def break_record(request: Request) -> None:
    (folder_of(request) / RECORD).write_text('{"kept": []}', encoding="utf-8")


def of_another_version(request: Request) -> None:
    path = folder_of(request) / RECORD
    record = json.loads(path.read_text("utf-8"))
    record["kept"] = {key[::-1]: kept for key, kept in record["kept"].items()}
    path.write_text(json.dumps(record), encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        append("source/companies/mihon.yaml"),
        append("source/courses/passwords/slides.yaml"),
        append("themes/standard/theme.yaml"),
        add_to_theme,
        remove_output,
        edit_output,
        break_record,
        of_another_version,
    ],
    ids=["profile", "course", "theme", "new-file", "removed", "edited", "record", "version"],
)
def test_any_change_makes_it_build(change: Callable[[Request], None], request_made: Request) -> None:
    assert found(request_made)
    change(request_made)
    assert found(request_made) is None


@pytest.mark.parametrize(
    "asked",
    [
        {"only": ("deck", "handout")},
        {"only": ()},
        {"draft": True},
        {"public": True},
        {"force": True},
        {"theme": "contrast"},
        {"options": Options(pdf="archive")},
        {"options": Options(forms=("A",))},
    ],
    ids=str,
)
def test_another_request_makes_it_build(asked: dict[str, object], request_made: Request) -> None:
    names = ("profile", "only", "out", "theme", "draft", "force", "options", "public")
    values: dict[str, object] = {name: getattr(request_made, name) for name in names}
    assert found(Request(**values | asked)) is None  # type: ignore[arg-type]


def test_the_time_that_is_written_into_files_is_one_of_the_things_that_decide(
    request_made: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert found(request_made) is None


def test_outputs_that_were_made_one_after_the_other_are_found_together(request_made: Request) -> None:
    build(Request(request_made.profile, ("handout",)), Report(), silent)
    built = found(Request(request_made.profile, ("deck", "handout")))
    assert built is not None
    assert [file.output for file in built.files] == ["deck", "handout"]


def test_places_are_told_from_the_working_folder_or_found_anew(
    request_made: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root_of(request_made))
    assert found(request_made) is None


def test_a_build_with_nothing_to_do_loads_none_of_the_stages(request_made: Request) -> None:
    probe = (
        "import sys; from pathlib import Path; from deckgen.diagnostics import Report;"
        "from deckgen.pipeline.request import Request; from deckgen.pipeline.unchanged import unchanged;"
        "assert unchanged(Request(Path(sys.argv[1]), ('deck',)), Report());"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}),"
        "*sorted(name for name in sys.modules if name.startswith('deckgen.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(request_made.profile)],
        cwd=Path.cwd(), env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert "deckgen.pipeline.unchanged" in loaded
    assert loaded.isdisjoint({"yaml", "pptx", "weasyprint", "uharfbuzz", "lxml", "PIL"})
    assert loaded.isdisjoint({"deckgen.layout", "deckgen.merge", "deckgen.readers.course", "deckgen.writers.pptx"})


def test_a_new_file_that_waits_beside_an_edited_one_is_not_made_again_and_told_again(request_made: Request) -> None:
    edit_output(request_made)
    first, second = Report(), Report()
    made = build(request_made, first, silent)
    built = unchanged(request_made, second)
    assert built
    assert built.is_unchanged
    assert built.files == made.files
    assert built.files[0].path.stem.endswith(".new")
    assert set(second) == set(first)
    assert "output-edited" in {each.code for each in second}


@pytest.mark.parametrize("settle", ["edited again", "edited one gone", "new one gone", "renamed"])
def test_what_waits_beside_an_edited_file_is_made_again_once_either_is_another(
    settle: str, request_made: Request
) -> None:
    edit_output(request_made)
    new = build(request_made, Report(), silent).files[0].path
    edited = new.with_name(new.name.replace(".new", ""))
    match settle:
        case "edited again":
            edited.write_bytes(edited.read_bytes() + b"more")
        case "edited one gone":
            edited.unlink()
        case "new one gone":
            new.unlink()
        case _:
            new.replace(edited)
    assert found(request_made) is None
