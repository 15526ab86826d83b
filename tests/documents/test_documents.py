"""What the documents say is so."""

import re
import shlex
import shutil
from collections.abc import Iterator
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import get_args

import pytest
import yaml

from deckgen import __version__
from deckgen.cli import build, main
from deckgen.cli.called import as_called, called
from deckgen.cli.commands import COMMANDS, read_arguments
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report
from deckgen.messages import severity_of
from deckgen.messages.codes import SEVERITIES
from deckgen.model.blocks import AnyBlock
from deckgen.model.choice import Choice
from deckgen.model.slots import SlotType
from deckgen.model.theme import ColourRole, SizeRole
from deckgen.pipeline.material import publish, read_material
from deckgen.readers.course import read_course
from deckgen.readers.profile_values import RESERVED
from deckgen.readers.shapes import variants
from deckgen.readers.slides import slide_kinds
from deckgen.readers.slot_values import read_content
from deckgen.readers.tree import Context, Mapping
from deckgen.readers.yaml_tree import parse
from deckgen.wording import say, words_in
from deckgen.writers import OUTPUTS
from tests.documents import examples
from tests.documents.pictures import IMAGES, PICTURES, PREVIEW, kinds_of_slides, types_of_blocks
from tests.documents.reading import FENCE, NAMES, ROOT, commands, text_of
from tests.documents.slots_reference import COURSE, PARTS, SECOND, with_part
from tests.documents.studio_pictures import VIEWS
from tests.documents.template_pictures import NAMES as TEMPLATES

_FINDING = re.compile(r"[\w./-]+(:\d+:\d+)?: (?P<severity>エラー|警告|情報)\[(?P<code>[a-z-]+)\]: (?P<message>.*)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FILE = re.compile(r"^`([\w./-]+\.yaml)`\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_link_leads_to_is_there(name: str) -> None:
    for target in _LINK.findall(text_of(name)):
        path, _, anchor = target.partition("#")
        if "://" in path:
            continue
        file = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), target


def anchors(document: str) -> Iterator[str]:
    """The headings as links name them: lower case, without punctuation, hyphens for spaces."""
    for heading in re.findall(r"^#+ (.*)$", document, re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_one_that_deckgen_takes(name: str) -> None:
    for command in commands(text_of(name)):
        arguments = shlex.split(command)[1:]
        assert read_arguments(arguments, "en", "").run, command


def test_there_are_commands_to_check() -> None:
    assert len(list(commands(text_of("README.md")))) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_examples_in_yaml_can_be_read(name: str) -> None:
    for language, body in FENCE.findall(text_of(name)):
        if language == "yaml":
            assert yaml.safe_load(body) is not None


@pytest.mark.parametrize("part", PARTS)
def test_the_reference_of_slots_is_that_of_the_course(part: str) -> None:
    name, make = PARTS[part]
    document = text_of(name)
    assert with_part(document, part, make(read_course(COURSE, Report()))) == document, (
        "run: .venv/bin/python -m tests.documents.slots_reference"
    )


def test_the_course_and_the_theme_of_the_documents_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [found for name in ("writing-a-course", "themes") for found in _FILE.findall(text_of(f"docs/{name}.md"))]
    assert len(files) == 4
    for name, body in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(body, encoding="utf-8")
    (tmp_path / "companies").mkdir()
    profile = tmp_path / "companies" / "trial.yaml"
    assert main(["new", str(profile), "--course", "passwords"]) == 0
    options = ["--draft", "--theme", "acme", "--only", "deck", "--out", str(tmp_path / "output")]
    assert main(["build", str(profile), *options]) == 0, capsys.readouterr().err


def test_the_test_and_the_law_of_the_documents_go_with_their_course(tmp_path: Path) -> None:
    document = text_of("docs/writing-a-course.md")
    for name, body in _FILE.findall(document):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(body, encoding="utf-8")
    folder = tmp_path / "courses" / "passwords"
    blocks = [body for language, body in FENCE.findall(document) if language == "yaml"]
    (quiz,) = (body for body in blocks if "pass_line:" in body)
    (law,) = (body for body in blocks if "article:" in body)
    (folder / "quiz.yaml").write_text(quiz, encoding="utf-8")
    (folder / "law.yaml").write_text(law, encoding="utf-8")
    with (folder / "course.yaml").open("a", encoding="utf-8") as sheet:
        sheet.write("quiz: quiz.yaml\nlaw: law.yaml\n")
    report = Report()
    course = read_course(folder, report)
    assert not [*report]
    assert course.quiz
    assert course.law


@pytest.mark.slow
def test_the_edition_of_the_documents_is_as_they_say(tmp_path: Path) -> None:
    document = text_of("docs/writing-a-course.md").partition("`courses/ours/course.yaml`:")[2]
    lines = takewhile(lambda line: not line or line.startswith("    "), document.split("\n")[1:])
    shutil.copytree(ROOT / "source/courses", tmp_path / "source/courses")
    shutil.copytree(ROOT / "themes/standard", tmp_path / "themes/standard")
    (tmp_path / "source/courses/ours").mkdir()
    sheet = "\n".join(line.removeprefix("    ") for line in lines)
    (tmp_path / "source/courses/ours/course.yaml").write_text(sheet, encoding="utf-8")
    shutil.copytree(ROOT / "source/companies", tmp_path / "source/companies")
    profile = (ROOT / "source/companies/midori-seiki.yaml").read_text("utf-8")
    company = tmp_path / "source/companies/ours.yaml"
    company.write_text(profile.replace("course: telework-privacy", "course: ours"), encoding="utf-8")
    courses, found = {}, Report()
    for version in ("full", "short", "managers"):
        report = Report()
        material = read_material(company, None, report, Choice(version=version))
        courses[version] = publish(material, draft=False, report=report).course
        found.extend(report)
    assert [each for each in found if severity_of(each.code) != "info"] == []
    cover = courses["full"].slides[0]
    assert cover.title.plain == courses["full"].title.plain == "当社の個人情報の取扱い"
    ids = {version: [slide.id for slide in course.slides] for version, course in courses.items()}
    assert "our-case" in ids["managers"]
    assert "our-case" not in ids["short"]
    assert ids["full"].index("statistics") == ids["full"].index("sec-cases") + 1
    parts = [part.title.plain for part in courses["full"].parts]
    assert parts == ["開始の案内", "当社の働き方", "事故事例", "注意すべきこと", "まとめ", "参考情報"]


def test_each_way_to_interrupt_is_told_once() -> None:
    assert text_of("docs/ja/year.md").count("Ctrl-C") == 1


def test_a_slide_of_the_documents_is_one(tmp_path: Path) -> None:
    (scene,) = (body for _, body in FENCE.findall(text_of("docs/writing-a-course.md")) if "kind: picture" in body)
    shutil.copytree(ROOT / "tests/cli/workspace/source/courses/passwords", tmp_path / "passwords")
    with (tmp_path / "passwords" / "slides.yaml").open("a", encoding="utf-8") as slides:
        slides.write(scene)
    assert read_course(tmp_path / "passwords", Report()).slides[-1].kind == "picture"


def test_every_kind_of_slide_and_type_of_slot_has_an_example() -> None:
    assert {slide["kind"] for slide in examples.entries(examples.slides())} == slide_kinds().keys()
    assert {slot["type"] for slot in examples.entries(examples.slots())} == set(get_args(SlotType))
    assert f"{len(slide_kinds())}種類の例" in text_of("docs/ja/slides.md")
    assert f"{len(get_args(SlotType))}の型の例" in text_of("docs/ja/slides.md")


def test_every_type_of_block_has_an_example_of_its_own() -> None:
    shown = {slide["id"]: slide["blocks"] for slide in examples.entries(examples.slides()) if "block-" in slide["id"]}
    assert shown.keys() == {f"block-{name}" for name in variants(get_args(AnyBlock))}
    assert all(f"block-{block['type']}" == name for name, (block,) in shown.items())


@pytest.mark.parametrize(("name", "told"), [("docs/course.md", "{} types"), ("docs/ja/course.md", "{}種類の部品")])
def test_the_manuals_count_the_types_of_blocks(name: str, told: str) -> None:
    assert told.format(len(variants(get_args(AnyBlock)))) in text_of(name)


def test_the_examples_make_a_course_that_lays_out_without_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples.write_workspace(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(examples.PROFILE), "--as-of", "2026-11-02", "--strict"]) == 0, capsys.readouterr().out
    assert main(["outline", str(examples.PROFILE)]) == 0, capsys.readouterr().err


def test_ways_to_write_content_in_a_slide_are_ways_that_it_is_read() -> None:
    cells = re.findall(r"^\| `(content: [^`]*)` \|", text_of("docs/ja/slides.md"), re.MULTILINE)
    assert len(cells) == 6
    for cell in cells:
        report = Report()
        node = parse(cell, "slides.yaml", report)
        assert isinstance(node, Mapping)
        read_content(node.entries["content"].value, Context(report, Path(), is_template=True))
        assert not list(report)


def test_pictures_are_those_that_are_made_and_small() -> None:
    names = [row.name for row in (*PICTURES, *kinds_of_slides(), *types_of_blocks())]
    made = {f"{name}.png" for name in (PREVIEW, *names, *TEMPLATES, *(view.name for view in VIEWS))}
    shown = {Path(link).name for name in NAMES for link in _LINK.findall(text_of(name)) if link.endswith(".png")}
    assert {path.name for path in IMAGES.iterdir()} == made == shown
    assert [path.name for path in IMAGES.iterdir() if path.stat().st_size > 80_000] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("docs/writing-a-course.md", slide_kinds()),
        ("docs/slots.md", get_args(SlotType)),
        ("README.ja.md", [*OUTPUTS, *(f"…_{output}.pdf" for output in OUTPUTS if output != "deck")]),
        ("README.md", OUTPUTS),
        ("docs/themes.md", [*get_args(ColourRole), *get_args(SizeRole)]),
        ("docs/ja/themes.md", [*get_args(ColourRole), *get_args(SizeRole)]),
    ],
)
def test_a_document_leaves_no_kind_out(name: str, words: list[str]) -> None:
    assert [word for word in words if f"`{word}`" not in text_of(name)] == []


def test_both_manuals_of_themes_have_the_same_examples_and_explain_the_same_keys() -> None:
    told = [text_of(name) for name in ("docs/themes.md", "docs/ja/themes.md")]
    assert _examples(told[0]) == _examples(told[1])
    assert _keys(told[0]) - _keys(told[1]) == set()


def _examples(text: str) -> list[str]:
    return [body for language, body in FENCE.findall(text) if language in ("yaml", "css")]


def _keys(text: str) -> set[str]:
    """What stands as code in the first column of tables."""
    rows = re.findall(r"^\| (`[^|]*?) \|", text, re.MULTILINE)
    return {word for row in rows for word in re.findall("`([^`]+)`", row)}


def test_every_setting_of_a_profile_is_explained() -> None:
    document = text_of("docs/slots.md")
    examples = "\n".join(body for _, body in FENCE.findall(document))
    named = {*re.findall(r"^(\w+):", examples, re.MULTILINE), *re.findall(r"`(\w+)(?:: ?[^`]*)?`", document)}
    assert set(RESERVED) - {"course"} - named == set()


@pytest.mark.parametrize(
    ("name", "least"), [("README.ja.md", 30), ("docs/ja/findings.md", 120), ("docs/ja/year.md", 6)]
)
def test_findings_that_a_document_explains_are_those_that_are_told(name: str, least: int) -> None:
    codes = codes_of(name)
    assert len(codes) > least
    assert [code for code in codes if code not in SEVERITIES] == []


def codes_of(name: str) -> list[str]:
    """The codes in the first column of its tables: names of findings, not options, files or keys."""
    rows = re.findall(r"^\| (`[^|]*`) \|", text_of(name), re.MULTILINE)
    return [code for row in rows for code in codes_in(row)]


def codes_in(cell: str) -> list[str]:
    return re.findall("`([a-z]+(?:-[a-z0-9]+)+)`", cell)


@pytest.mark.parametrize("name", ["docs/ja/findings.md", "docs/ja/year.md"])
def test_what_a_document_shows_of_the_screen_is_what_is_told(name: str) -> None:
    lines = [line for language, body in FENCE.findall(text_of(name)) if not language for line in body.splitlines()]
    shown = [line for line in lines if line.strip() != "…"]  # which stands for lines like those above it
    assert len(shown) >= 2
    messages = words_in("ja", "messages")
    for line in shown:
        if finding := _FINDING.fullmatch(line):
            assert finding["severity"] == messages[SEVERITIES[finding["code"]]], line
            assert could_come_of(messages[finding["code"]], finding["message"]), line
        elif line.startswith("  ヒント: "):
            advice = ["", *(word for key, word in messages.items() if key.endswith(".hint"))]
            hints = [suggestion + each for each in advice for suggestion in (messages["suggestion"], "")]
            assert any(could_come_of(hint, line.removeprefix("  ヒント: ")) for hint in hints if hint), line
        elif not re.match(r"  [a-z_.]+: ", line):  # a value of the profile
            assert any(could_come_of(word, line) for word in words_in("ja", "commands").values()), line


def could_come_of(pattern: str, line: str) -> bool:
    """Whether a sentence of the tool, with values in its places, reads like this."""
    parts = re.split(r"\{\w*(?:!q)?\}", pattern)
    is_telling = len("".join(parts).strip()) >= 3
    return is_telling and bool(re.fullmatch(".+".join(map(re.escape, parts)), line))


def test_the_guides_of_both_systems_show_what_a_new_workspace_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "研修", "--lang", "ja"]) == 0
    told = capsys.readouterr().out
    assert as_called(told, called("win32", "deckgen/__main__.py")) in text_of("docs/ja/windows.md")
    assert told.partition("\n")[0] in text_of("docs/ja/mac.md")


def test_what_the_guide_explains_stands_in_the_list_of_all_findings_too() -> None:
    assert set(codes_of("README.ja.md")) - set(codes_of("docs/ja/findings.md")) == set()


def test_the_list_of_findings_tells_warnings_from_errors() -> None:
    for section in re.split(r"^## ", text_of("docs/ja/findings.md"), flags=re.MULTILINE)[1:]:
        unmarked = "警告" if section.startswith("古さと不備") else "エラー"
        for cell, meaning in re.findall(r"^\| (`[^|]*`) \| ([^|]*) \|", section, re.MULTILINE):
            marked = re.match("エラー。|警告。|情報。", meaning)
            told = marked.group()[:-1] if marked else unmarked
            weights = {
                say(f"messages.{SEVERITIES[code]}", "ja") for code in re.findall("`([a-z]+(?:-[a-z0-9]+)+)`", cell)
            }
            assert weights == {told}, cell


@pytest.mark.parametrize("name", NAMES)
def test_a_command_named_in_a_sentence_has_the_options_that_it_is_named_with(name: str) -> None:
    for command in re.findall(r"`(deckgen [a-z][^`]*)`", text_of(name)):
        _, action, *rest = shlex.split(command)
        assert action in COMMANDS, command
        module = import_module(f"deckgen.cli.{action.replace('-', '_')}")
        parser = Parser(prog=action, about="", language="en")
        module.arguments(parser)
        parser.finish()
        known = {option for each in parser._actions for option in each.option_strings}
        assert {word for word in rest if word.startswith("-")} <= known, command


def test_options_of_a_build_are_in_the_guide() -> None:
    parser = Parser(prog="build", about="", language="en")
    build.arguments(parser)
    parser.finish()
    options = {option for each in parser._actions for option in each.option_strings if option.startswith("--")}
    named = set(re.findall(r"^\| `(--[a-z-]+)", text_of("README.ja.md"), re.MULTILINE))
    assert options - named == {"--help"}


def test_the_changelog_tells_of_every_command_and_of_this_version() -> None:
    text = text_of("CHANGELOG.md")
    assert f"## [{__version__}]" in text
    assert [name for name in COMMANDS if not re.search(rf"`(deckgen )?{name}\b", text)] == []


def test_judges_and_tests_that_the_document_on_quality_names_are_there() -> None:
    for path in re.findall(r"`(tests/[\w./-]+)`", text_of("docs/quality.md")):
        assert (ROOT / path).exists(), path


def test_the_readme_counts_what_the_courses_have() -> None:
    course, second = (read_course(folder, Report()) for folder in (COURSE, SECOND))
    for each in (course, second):
        assert f"{len(each.slides)} slides with pictures" in text_of("README.md")
        assert f"{len(each.slots)} slots" in text_of("README.md")
        assert f"分・{len(each.slides)}枚" in text_of("README.ja.md")
    assert f"コースは{len(course.slides)}枚" in text_of("README.ja.md")


def test_the_readme_names_outputs_that_there_are() -> None:
    for names in re.findall(r"--only ([a-z,]+)", text_of("README.md")):
        assert set(names.split(",")) <= OUTPUTS.keys()
