"""A course's texts as a PO file, and what comes back as its translation."""

from pathlib import Path

import polib
import pytest

from deckgen.diagnostics import Diagnostic, Report, Stop
from deckgen.model.text import NOWHERE
from deckgen.pipeline.new_profile import write_new_profile
from deckgen.pipeline.translating import Translating, take_po, write_po
from deckgen.readers.course import read_course
from deckgen.readers.translation import read_translations
from deckgen.readers.translation_faults import tell_faults
from tests.readers.test_translation import COURSE


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    course = tmp_path / "courses" / "course"
    course.mkdir(parents=True)
    (tmp_path / "companies").mkdir()
    (tmp_path / "themes").mkdir()
    for name, text in COURSE.items():
        (course / name).write_text(text, encoding="utf-8")
    return tmp_path


def entries(path: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(path))}


def filled(path: Path, texts: dict[str, str]) -> None:
    po = polib.pofile(str(path))
    for entry in po:
        entry.msgstr = texts.get(entry.msgctxt, entry.msgstr)
    po.save(str(path))


def translated(workspace: Path) -> Translating:
    """A course whose title and first slide are translated."""
    wanted = Translating("course", "en", workspace)
    path = write_po(wanted, None, Report()).path
    filled(path, {"course/title": "Training", "slides/first/title": "To begin with"})
    take_po(wanted, path, Report())
    return wanted


def test_a_po_file_has_every_text_with_its_key_and_its_place(workspace: Path) -> None:
    written = write_po(Translating("course", "en", workspace), None, Report())
    assert written.path == workspace / "course_en.po"
    title = entries(written.path)["slides/first/points/1/heading"]
    assert (title.msgid, title.msgstr, title.occurrences) == ("一つ目", "", [("slides.yaml", "8")])
    assert polib.pofile(str(written.path)).metadata["Language"] == "en"
    assert (written.texts, written.done) == (len(entries(written.path)), 0)


def test_the_same_course_gives_the_same_po_file(workspace: Path) -> None:
    wanted = Translating("course", "en", workspace)
    first = write_po(wanted, workspace / "a.po", Report()).path.read_bytes()
    assert write_po(wanted, workspace / "b.po", Report()).path.read_bytes() == first


def test_what_is_filled_in_becomes_the_translation(workspace: Path) -> None:
    translated(workspace)
    course = read_course(workspace / "courses" / "course", Report(), "en")
    assert course.title.text == "Training"
    assert [slide.title.text for slide in course.slides] == ["表紙", "To begin with", "絵"]


def test_a_text_that_has_changed_since_is_fuzzy_and_stays_so_until_somebody_looked(workspace: Path) -> None:
    wanted = translated(workspace)
    slides = workspace / "courses" / "course" / "slides.yaml"
    slides.write_text(slides.read_text("utf-8").replace("はじめに", "最初に"), encoding="utf-8")
    written = write_po(wanted, None, Report())
    found = entries(written.path)["slides/first/title"]
    assert (found.msgid, found.msgstr, found.flags, written.outdated) == ("最初に", "To begin with", ["fuzzy"], 1)
    assert take_po(wanted, written.path, Report()).outdated == 1
    po = polib.pofile(str(written.path))
    for entry in po:
        entry.flags = []
    po.save(str(written.path))
    assert take_po(wanted, written.path, Report()).outdated == 0


def told(report: Report) -> list[tuple[str, int]]:
    return [(found.code, found.place.line if found.place else 0) for found in report]


def changed(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def line_of(path: Path, part: str, after: str = "") -> int:
    lines = list(enumerate(path.read_text("utf-8").splitlines(), start=1))
    start = next(number for number, line in lines if after in line)
    return next(number for number, line in lines if number >= start and part in line)


def texts_in(workspace: Path) -> dict[str, str]:
    known = read_translations(workspace / "courses" / "course", "en", Report())
    return {key: each.text.text.strip() for key, each in known.items()}


def test_what_is_translated_of_no_text_is_told_at_its_line(workspace: Path) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    changed(path, ('"slides/first/title"', '"slides/other/title"'), ('msgid "はじめに"', 'msgid "別の文"'))
    take_po(wanted, path, report := Report())
    assert told(report) == [("po-unknown", line_of(path, 'msgctxt "slides/other/title"'))]


def test_what_a_po_file_lacks_or_leaves_open_keeps_its_translation(workspace: Path) -> None:
    wanted = translated(workspace)
    po = polib.pofile(str(write_po(wanted, None, Report()).path))
    part = polib.POFile()
    part.metadata = po.metadata
    part.extend([entry for entry in po if entry.msgctxt in ("course/title", "slides/seen/title")])
    for entry, text in zip(part, ("", "A picture"), strict=True):
        entry.msgstr = text
    part.save(str(workspace / "part.po"))
    take_po(wanted, workspace / "part.po", report := Report())
    assert told(report) == []
    assert texts_in(workspace) == {
        "course/title": "Training", "slides/first/title": "To begin with", "slides/seen/title": "A picture",
    }  # fmt: skip


def test_what_the_course_has_no_more_is_dropped_and_told_with_its_text(workspace: Path) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    slides = workspace / "courses" / "course" / "slides.yaml"
    changed(slides, ("  title: はじめに\n", '  title: "1"\n'))
    changed(path, ("Training", "A training"))
    take_po(wanted, path, report := Report())
    (unknown, dropped) = report
    assert (unknown.code, dropped.code, dict(dropped.values)["text"]) == (
        "po-unknown", "translation-dropped", "To begin with",
    )  # fmt: skip
    assert texts_in(workspace) == {"course/title": "A training"}


def test_a_po_file_of_an_earlier_course_is_taken_where_its_texts_have_moved_to(workspace: Path) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    filled(path, {"slides/first/points/1/heading": "The first"})
    slides = workspace / "courses" / "course" / "slides.yaml"
    changed(slides, ("  points:\n", "  points:\n    - { heading: 新しい, icon: book }\n"))
    take_po(wanted, path, report := Report())
    assert told(report) == []
    assert texts_in(workspace)["slides/first/points/2/heading"] == "The first"
    assert entries(write_po(wanted, None, Report()).path)["slides/first/points/1/heading"].msgstr == ""


def test_a_newer_translation_stays_and_so_does_a_sure_one(workspace: Path) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, workspace / "old.po", Report()).path
    slides = workspace / "courses" / "course" / "slides.yaml"
    changed(slides, ("はじめに", "最初に"))
    new = write_po(wanted, None, Report()).path
    filled(new, {"slides/first/title": "At first"})
    changed(new, ("#, fuzzy\n", ""))
    take_po(wanted, new, Report())
    take_po(wanted, path, report := Report())
    assert told(report) == [("po-older", line_of(path, 'msgstr "To begin'))]
    assert texts_in(workspace)["slides/first/title"] == "At first"
    filled(new, {"slides/first/title": "Or so"})
    changed(new, ('msgctxt "slides/first/title"', '#, fuzzy\nmsgctxt "slides/first/title"'))
    take_po(wanted, new, report := Report())
    assert [code for code, _ in told(report)] == ["po-older"]
    assert texts_in(workspace)["slides/first/title"] == "At first"


SOURCE = "{{ company.name }}の**強い**人は[IPA](https://www.ipa.go.jp/)へ{% if company.rules %}行く{% endif %}"
GOOD = "**Strong** people of {{company.name}} go to [IPA](https://example.com/en){% if company.rules %}, too{% endif %}"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{{company.name}}", "Sample Ltd.", "translation-values-lost"),
        ("{{company.name}}", "{{ company.nam }}", "translation-values-lost"),
        ("{{company.name}}", "{{company.name}", "translation-values-lost"),
        ("{{company.name}}", "{{ company.name }} ({{ edition.version }})", "translation-values-added"),
        ("{% endif %}", "", "translation-values-lost"),
        ("{% if company.rules %}, too{% endif %}", "", "translation-values-lost"),
        ("**Strong**", "**Strong", "translation-marks"),
        ("**Strong**", "** Strong **", "translation-marks"),
        ("](https", "] (https", "translation-link"),
        ("/en)", "/en", "translation-marks"),
        ("[IPA](https://example.com/en)", "IPA", "translation-link"),
        ("people", "｜people《who", "translation-marks"),
        (GOOD, SOURCE, "translation-still"),
    ],
)
def test_an_entry_with_a_fault_is_told_at_its_line_and_the_earlier_translation_stays(
    workspace: Path, old: str, new: str, code: str
) -> None:
    changed(workspace / "courses" / "course" / "slides.yaml", ("notes: 見ます。", f"notes: {SOURCE!r}"))
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    filled(path, {"slides/seen/notes": GOOD})
    take_po(wanted, path, report := Report())
    assert told(report) == []
    filled(path, {"slides/seen/notes": GOOD.replace(old, new), "course/title": "A training"})
    take_po(wanted, path, report := Report())
    line = line_of(path, "msgstr", after="slides/seen/notes")
    assert told(report) == [(code, line), ("po-not-taken", line)]
    assert texts_in(workspace)["slides/seen/notes"] == GOOD
    assert texts_in(workspace)["course/title"] == "A training"


def test_a_japanese_term_in_an_english_sentence_is_no_fault(workspace: Path) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    filled(path, {"course/title": "Training (研修) for everybody"})
    take_po(wanted, path, report := Report())
    assert (told(report), texts_in(workspace)["course/title"]) == ([], "Training (研修) for everybody")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgstr "To begin with"', 'msgstr "To begin with'),
        ('"To begin with"', '"To "begin" with"'),
        ('msgstr "To', 'msgst "To'),
    ],
)
def test_a_torn_line_is_told_and_shortens_no_text(workspace: Path, old: str, new: str) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    changed(path, (old, new), ("Training", "A training"))
    take_po(wanted, path, report := Report())
    assert told(report) == [("po-torn", line_of(path, "begin"))]
    assert texts_in(workspace) == {"course/title": "A training", "slides/first/title": "To begin with"}


def faults_of(source: str, text: str) -> list[Diagnostic]:
    report = Report()
    tell_faults(source, NOWHERE, text, NOWHERE, "en", report)
    return list(report)


def test_a_link_that_is_lost_is_named() -> None:
    two = "[IPA](https://www.ipa.go.jp/)と[窓口](https://example.jp/)"
    assert faults_of(two, "[IPA](https://www.ipa.go.jp/en/) and [us](https://example.jp/)") == []
    (lost,) = faults_of(two, "IPA and [us](https://example.jp/)")
    assert (lost.code, dict(lost.values)["found"]) == ("translation-link", "[IPA](https://www.ipa.go.jp/)")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"Language: en\\n"', '"Language: fr\\n"', "po-language"),
        ('"Language: en\\n"', '"Language: ja\\n"', "po-language"),
        ('Version: course\\n"', 'Version: other\\n"', "po-project"),
    ],
)
def test_a_file_of_another_language_or_another_course_is_not_taken(
    workspace: Path, old: str, new: str, code: str
) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    changed(path, (old, new), ("Training", "A training"))
    report = Report()
    with pytest.raises(Stop):
        take_po(wanted, path, report)
    assert told(report) == [(code, line_of(path, new))]
    assert texts_in(workspace)["course/title"] == "Training"


@pytest.mark.parametrize("header", ["Language: en_GB", "Language: en-US", "Language: "])
def test_a_language_of_a_country_or_none_is_taken(workspace: Path, header: str) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    changed(path, ("Language: en", header))
    take_po(wanted, path, report := Report())
    assert told(report) == []


def test_an_entry_without_its_context_is_told_with_the_places_of_its_text(workspace: Path) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    changed(path, ('msgctxt "slides/first/title"\n', ""), ("To begin with", "Now"))
    take_po(wanted, path, report := Report())
    (found,) = report
    assert (found.code, dict(found.values)["keys"]) == ("po-context", "slides/first/title")
    assert found.place
    assert found.place.line == line_of(path, 'msgid "はじめに"')
    assert texts_in(workspace)["slides/first/title"] == "To begin with"


def test_a_text_that_is_translated_twice_is_told(workspace: Path) -> None:
    wanted = translated(workspace)
    path = write_po(wanted, None, Report()).path
    po = polib.pofile(str(path))
    (title,) = (entry for entry in po if entry.msgctxt == "course/title")
    po.append(polib.POEntry(msgctxt=title.msgctxt, msgid=title.msgid, msgstr="Another"))
    po.save(str(path))
    take_po(wanted, path, report := Report())
    assert [code for code, _ in told(report)] == ["po-twice"]
    assert texts_in(workspace)["course/title"] == "Training"


def test_a_file_that_is_not_there_is_told_as_missing(workspace: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        take_po(translated(workspace), workspace / "gone.po", report)
    assert told(report) == [("po-missing", 0)]


def edition(workspace: Path, text: str) -> Translating:
    """An edition of the course."""
    folder = workspace / "courses" / "ours"
    folder.mkdir()
    (folder / "course.yaml").write_text(f"extends: course\n{text}", encoding="utf-8")
    return Translating("ours", "en", workspace)


OURS = """title: 当社の研修
slides:
  change:
    first: { title: 当社では, points.1.heading: 当社の一つ目 }
  add:
    - after: first
      slide:
        { kind: text, id: own, title: 足した, notes: [段一, 段二],
          points: [{ heading: 甲, icon: book }, { heading: "2", icon: book }] }
"""


def test_an_edition_has_texts_of_its_own_and_the_base_serves_for_the_rest(workspace: Path) -> None:
    translated(workspace)
    wanted = edition(workspace, OURS)
    path = write_po(wanted, None, Report()).path
    assert {key: entry.msgid for key, entry in entries(path).items()} == {
        "course/title": "当社の研修",
        "course/slides/change/first/title": "当社では",
        "course/slides/change/first/points.1.heading": "当社の一つ目",
        "course/slides/add/1/slide/title": "足した",
        "course/slides/add/1/slide/points/1/heading": "甲",
        "course/slides/add/1/slide/notes/1": "段一",
        "course/slides/add/1/slide/notes/2": "段二",
    }
    filled(path, {"course/title": "Our training", "course/slides/add/1/slide/title": "Added"})
    written = take_po(wanted, path, report := Report())
    assert (told(report), written.path) == ([], workspace / "courses" / "ours" / "i18n" / "en.yaml")
    course = read_course(workspace / "courses" / "ours", report := Report(), "en")
    assert (course.title.text, [slide.title.text for slide in course.slides]) == (
        "Our training",
        ["表紙", "当社では", "Added", "絵"],
    )
    assert written.path in course.files
    missing = {dict(found.values)["text"] for found in report if found.code == "translation-missing"}
    assert {"当社では", "当社の一つ目", "甲", "段一", "段二", "表紙"} <= missing
    assert not {"当社の研修", "はじめに", "研修", "一つ目"} & missing


def test_an_edition_with_no_text_of_its_own_has_nothing_to_translate(workspace: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        write_po(edition(workspace, "slides: { leave_out: [first] }\n"), None, report)
    assert told(report) == [("translation-nothing", 0)]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff\xfe", "po-unreadable"), (b'msgid ""\nmsgstr ""\n', "po-empty"), (b"rubbish", "po-unreadable")],
)
def test_a_file_that_translates_nothing_leaves_the_course_as_it_is(workspace: Path, data: bytes, code: str) -> None:
    path = workspace / "other.po"
    path.write_bytes(data)
    report = Report()
    with pytest.raises(Stop):
        take_po(Translating("course", "en", workspace), path, report)
    assert [found.code for found in report] == [code]
    assert not (workspace / "courses" / "course" / "i18n" / "en.yaml").exists()


def test_a_course_is_not_translated_into_its_own_language(workspace: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        write_po(Translating("course", "ja", workspace), None, report)
    assert [found.code for found in report] == ["translation-own"]


@pytest.mark.parametrize(("is_translated", "placeholder"), [(True, "TO FILL IN"), (False, "要記入")])
def test_a_profile_for_an_edition_is_begun_in_the_language_that_its_base_has(
    workspace: Path, *, is_translated: bool, placeholder: str
) -> None:
    if is_translated:
        translated(workspace)
    edition(workspace, OURS)
    path = workspace / "companies" / "acme.yaml"
    made = write_new_profile(path, "ours", certified=False, report=(report := Report()), language="en")
    text = path.read_text("utf-8")
    assert (made.placeholder, placeholder in text, "\nlanguage: en\n" in text) == (placeholder, True, is_translated)
    assert ("new-language" in {found.code for found in report}) is not is_translated
