"""The commands of the documents do their work in the order in which they stand there."""

import re
import shlex
import shutil
from pathlib import Path

import polib
import pytest
import yaml

from deckgen import __version__
from deckgen.cli import main
from deckgen.cli.commands import read_arguments
from deckgen.pipeline.workspace import profile_path
from tests.documents import examples
from tests.documents.reading import FENCE, commands, text_of
from tests.template.made import made

pytestmark = pytest.mark.slow

COURSE = "telework-privacy"
"""As the documents call it; here it is the small course of their own examples."""
NEXT_YEAR = Path("companies", "acme-2027.yaml")
GAP = "要記入"


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples.write_workspace(tmp_path, COURSE)
    made(tmp_path / "company.potx")
    monkeypatch.chdir(tmp_path)


def live(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Give each command, and fill in what is missing once a command has refused to go on without it."""
    for command in commands(text_of(document)):
        arguments = shlex.split(command)[1:]
        if {"--links", "--write-checked"} & {*arguments} or "midori-seiki" in arguments:
            continue  # these ask the network; the sample's own course is built elsewhere
        if arguments[0] == "studio" or "--watch" in arguments:
            read_arguments(arguments, "ja", __version__)  # these go on until somebody ends them
            continue
        if arguments[0] == "collect":
            come_back(arguments[1], Path(arguments[2]))
        needs_all = arguments[0] in ("check", "build") and "--draft" not in arguments
        is_refused = needs_all and GAP in profile_path(arguments[1]).read_text("utf-8")
        assert main(arguments) == int(is_refused), f"{command}\n{capsys.readouterr().err}"
        if is_refused:
            fill_in(profile_path(arguments[1]))


@pytest.mark.parametrize(
    ("document", "locale", "other", "title"),
    [
        ("docs/ja/course.md", "ja_JP.UTF-8", "en", "Leave your desk, not your data"),
        ("docs/course.md", "en_GB.UTF-8", "ja", "席を離れるときの情報の守り方"),
    ],
)
def test_those_of_writing_a_course(
    document: str,
    locale: str,
    other: str,
    title: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a workspace as it is made; what the document says to write stands in its files before the next command."""
    for folder in ("companies", "courses"):
        shutil.rmtree(tmp_path / folder)
    assert main(["init", "."]) == 0
    monkeypatch.setenv("LC_ALL", locale)
    written = written_in(document)
    profile = Path("companies", "acme.yaml")
    for command in commands(text_of(document)):
        arguments = shlex.split(command)[1:]
        if arguments[:2] == ["check", "acme"]:
            declared = yaml.safe_load(Path("courses/clear-desk/slots.yaml").read_text("utf-8"))
            profile.write_text(examples.filled_in("clear-desk", declared), "utf-8")
        if arguments[:2] == ["schema", "company"]:
            add("courses/clear-desk/slides/1-lesson.yaml", written["courses/clear-desk/slides/1-lesson.yaml"])
            add("courses/clear-desk/slots.yaml", next(body for body in blocks_of(document) if "rules.printer" in body))
        if "--version" in arguments:
            course = Path("courses", "clear-desk", "course.yaml")
            lines = re.sub(
                r"^#(versions:|  - \{ id: (full|short))", r"\1", course.read_text("utf-8"), flags=re.MULTILINE
            )
            course.write_text(lines.replace("minutes: 7 }", "minutes: 8 }"), "utf-8")
            slides = Path("courses", "clear-desk", "slides", "1-lesson.yaml")
            text = slides.read_text("utf-8")
            slides.write_text(re.sub(r"(  id: (?:printer|evening)\n)", r"\1  not: short\n", text), "utf-8")
        if arguments[0] == "new" and "our-desk" in arguments:
            Path("courses", "our-desk").mkdir()
            add("courses/our-desk/course.yaml", written["courses/our-desk/course.yaml"])
        if "--take" in arguments:
            translate(Path(f"clear-desk_{other}.po"), title)
        code, said = main(arguments), capsys.readouterr()
        assert code == 0, f"{command}\n{said.out}{said.err}"
    assert len(list(Path("output", "acme", "short").glob("2026FY_clear-desk_short_v1.0_*"))) == 8
    assert list(Path("output", "acme", other).glob(f"2026FY_clear-desk_{other}_v1.0_deck.pptx"))


def written_in(document: str) -> dict[str, str]:
    """What the document says stands in a file, by the file's name above its block."""
    return dict(
        re.findall(r"^`(courses/\S+\.yaml)`[^\n]*\n\n```yaml\n(.*?)^```$", text_of(document), re.MULTILINE | re.DOTALL)
    )


def blocks_of(document: str) -> list[str]:
    return [body for _, body in FENCE.findall(text_of(document))]


def add(file: str, text: str) -> None:
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{text}")


def translate(file: Path, title: str) -> None:
    """The first text alone: a translation may come back in parts."""
    found = polib.pofile(str(file))
    found[0].msgstr = title
    found.save()


def come_back(company: str, folder: Path) -> None:
    """The sheets that were sent lie where what came back is looked for."""
    if not folder.exists():
        shutil.copytree(Path("output", company, "ask"), folder)


def fill_in(profile: Path) -> None:
    if profile == NEXT_YEAR:
        profile.write_text(profile.read_text("utf-8").replace(GAP, "報告の期限を改めた。"), "utf-8")
    else:
        profile.write_text(examples.filled_in(COURSE), "utf-8")


def test_those_of_the_year(capsys: pytest.CaptureFixture[str]) -> None:
    """Last year's edition, the second, is built and kept when the year begins."""
    profile = examples.PROFILE.read_text("utf-8")
    examples.PROFILE.write_text(profile.replace("'1.0'", "'2.0'"), "utf-8")
    assert main(["build", str(examples.PROFILE)]) == 0
    assert main(["archive", "acme"]) == 0
    live("docs/ja/year.md", capsys)
    assert Path("shinkyu-2027.pdf").exists()
    assert Path("output", "acme", "archive", "2027FY_telework-privacy_v3.0.zip").exists()
    assert Path("output", "summary.csv").exists()
    assert list(Path("output", "acme-2027").glob("*_public_poster.pdf"))


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_those_of_the_readme(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """They begin with a company that has no profile yet."""
    examples.PROFILE.unlink()
    live(name, capsys)
    assert Path("output", "acme", "2026FY_telework-privacy_v1.0_deck.pptx").exists()
