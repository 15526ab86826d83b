"""Translations of a course, laid over its texts before they are read; and what a profile says by language."""

from pathlib import Path

import pytest
from PIL import Image

from deckgen.diagnostics import Report, Stop
from deckgen.messages import hint_of, message_of
from deckgen.model.slides import PictureSlide, TextSlide
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import Asked, read_course, texts_of
from deckgen.readers.translation import fingerprint, translation_text

COURSE = {
    "course.yaml": "title: 研修\nedition: '1'\nslots: slots.yaml\nslides: [slides.yaml]\nowner: 総務\n",
    "slots.yaml": """
- name: company.name
  type: text
  label: 会社名
  help: 名前です。
  owner: 総務
  example: 見本
- name: company.rules
  type: list
  label: ルール
  help: 並べます。
  owner: 総務
  example: "- 一つ"
- { name: edition.fiscal_year, type: integer, label: FY, help: A year., owner: X, example: "2026" }
- { name: edition.version, type: text, label: Version, help: A version., owner: X, example: "1.0" }
- { name: edition.issued_on, type: date, label: Day, help: A day., owner: X, example: "2026-11-02" }
""",
    "slides.yaml": """
- { kind: cover, id: cover, title: 表紙, notes: "1" }
- kind: text
  id: first
  title: はじめに
  minutes: 2
  points:
    - heading: 一つ目
      icon: book
    - heading: "{{ company.name }}"
      icon: book
  notes: 話します。
- kind: picture
  id: seen
  title: 絵
  scene:
    alt: 箱
    parts:
      - { shape: rectangle, at: [5, 5], size: [40, 20], label: 箱の中 }
  notes: 見ます。
""",
}
ENGLISH = {
    "course/title": ("研修", "Training"),
    "course/owner": ("総務", "Office"),
    "slots/company.name/label": ("会社名", "Company name"),
    "slides/first/title": ("はじめに", "To begin with"),
    "slides/first/points/1/heading": ("一つ目", "The first"),
    "slides/seen/scene/parts/1/label": ("箱の中", "Inside"),
}


def course_in(folder: Path, texts: dict[str, tuple[str, str]]) -> Path:
    course = folder / "course"
    (course / "i18n").mkdir(parents=True)
    for name, text in COURSE.items():
        (course / name).write_text(text, encoding="utf-8")
    told = translation_text({key: (fingerprint(source), text) for key, (source, text) in texts.items()})
    (course / "i18n" / "en.yaml").write_text(told, encoding="utf-8")
    return course


def told(report: Report) -> list[str]:
    return [f"{found.place}: {found.code}" for found in report]


def test_a_course_is_read_in_the_language_that_is_wanted(tmp_path: Path) -> None:
    course = read_course(course_in(tmp_path, ENGLISH), Report(), "en")
    _, first, seen = course.slides
    assert isinstance(first, TextSlide)
    assert isinstance(seen, PictureSlide)
    assert (course.title.text, course.owner, course.language, course.is_translated) == (
        "Training",
        "Office",
        "en",
        True,
    )
    assert [point.heading.text for point in first.points] == ["The first", "{{ company.name }}"]
    assert seen.scene
    assert [getattr(part, "label", None) for part in seen.scene.parts] == ["Inside"]
    assert [slot.label for slot in course.slots][:2] == ["Company name", "ルール"]


def test_in_its_own_language_nothing_of_a_translation_shows(tmp_path: Path) -> None:
    folder = course_in(tmp_path, ENGLISH)
    for language in (None, "ja"):
        course = read_course(folder, report := Report(), language)
        assert (course.title.text, course.is_translated, told(report)) == ("研修", False, [])
    assert folder / "i18n" / "en.yaml" in course.files


def test_what_is_wrong_with_a_translated_text_is_told_in_the_translation(tmp_path: Path) -> None:
    folder = course_in(tmp_path, {**ENGLISH, "slides/first/points/1/heading": ("一つ目", "- a\n- list")})
    _, first, _ = read_course(folder, Report(), "en").slides
    assert first.title.place.file.endswith("en.yaml")
    assert first.title.place.line == 12


def test_texts_without_a_translation_are_told_at_their_place(tmp_path: Path) -> None:
    report = Report()
    read_course(course_in(tmp_path, ENGLISH), report, "en")
    missing = [found for found in report if found.code == "translation-missing"]
    assert [found.place.line for found in missing if found.place and found.place.file.endswith("slides.yaml")] == [
        2, 12, 15, 17, 20,
    ]  # fmt: skip
    assert message_of(missing[-1], "en") == "not translated: 見ます。"


def test_a_translation_of_an_earlier_text_is_told_and_used(tmp_path: Path) -> None:
    report = Report()
    course = read_course(course_in(tmp_path, {**ENGLISH, "course/title": ("教育", "Education")}), report, "en")
    assert course.title.text == "Education"
    (outdated,) = [found for found in report if found.code == "translation-outdated"]
    assert outdated.place
    assert outdated.place.file.endswith("en.yaml")
    assert "course.yaml:1:8" in dict(outdated.values)["source"]


def test_a_translation_of_nothing_is_told(tmp_path: Path) -> None:
    report = Report()
    read_course(course_in(tmp_path, {**ENGLISH, "slides/gone/title": ("昔", "Long ago")}), report, "en")
    assert [dict(found.values)["key"] for found in report if found.code == "translation-unused"] == [
        "slides/gone/title"
    ]


def test_a_course_without_a_translation_names_the_languages_that_it_has(tmp_path: Path) -> None:
    folder = course_in(tmp_path, ENGLISH)
    (folder / "i18n" / "en.yaml").unlink()
    report = Report()
    with pytest.raises(Stop):
        read_course(folder, report, "en")
    (found,) = report
    assert (found.code, dict(found.values)["found"]) == ("translation-none", "ja")


def test_a_value_alone_a_key_and_the_name_of_a_file_are_not_to_be_translated(tmp_path: Path) -> None:
    _, texts = texts_of(course_in(tmp_path, {}), Report())
    keys = [each.key for each in texts]
    assert "slides/first/points/1/heading" in keys
    assert "slides/first/points/2/heading" not in keys
    assert not [key for key in keys if key.endswith(("/icon", "/id", "/kind", "course/slots", "course/slides/1"))]


PARAGRAPHS = """
- { kind: cover, id: cover, title: 表紙, notes: "1" }
- kind: text
  id: first
  title: はじめに
  minutes: 2
  points: [{ heading: "{{ company.name or '当社' }}", icon: book }, { heading: "2", icon: book }]
  notes:
    - 一段目
    - { entry: 二段目, only: short }
  written: [読む一, 読む二]
  cues:
    - 手がかり一
    - 手がかり二
"""
VERSIONS = "versions: [{ id: full, title: F }, { id: short, title: S }]\n"


def with_paragraphs(folder: Path, texts: dict[str, tuple[str, str]]) -> Path:
    course = course_in(folder, texts)
    (course / "course.yaml").write_text(COURSE["course.yaml"] + VERSIONS, "utf-8")
    (course / "slides.yaml").write_text(PARAGRAPHS, "utf-8")
    return course


def test_every_paragraph_of_a_list_is_to_be_translated_and_every_text_that_stands_for_a_value(tmp_path: Path) -> None:
    _, texts = texts_of(with_paragraphs(tmp_path, {}), Report())
    assert {text.key: text.source.text for text in texts if text.key.startswith("slides/first/")} == {
        "slides/first/title": "はじめに",
        "slides/first/points/1/heading": "{{ company.name or '当社' }}",
        "slides/first/notes/1": "一段目",
        "slides/first/notes/2/entry": "二段目",
        "slides/first/written/1": "読む一",
        "slides/first/written/2": "読む二",
        "slides/first/cues/1": "手がかり一",
        "slides/first/cues/2": "手がかり二",
    }


def test_a_paragraph_that_is_not_translated_is_told_where_it_stands_and_shown(tmp_path: Path) -> None:
    folder = with_paragraphs(
        tmp_path, {"slides/first/notes/1": ("一段目", "One."), "slides/first/cues/2": ("手がかり二", "B")}
    )
    _, first = read_course(folder, report := Report(), "en", Asked("short")).slides
    assert (first.notes.text, first.cues.text if first.cues else "") == ("One.\n\n二段目", "手がかり一\n\nB")
    missing = [str(found.place).rpartition("/")[2] for found in report if found.code == "translation-missing"]
    assert [place for place in missing if place.startswith("slides.yaml")] == [
        "slides.yaml:2:36", "slides.yaml:5:10", "slides.yaml:7:23", "slides.yaml:10:16",
        "slides.yaml:11:13", "slides.yaml:11:18", "slides.yaml:13:7",
    ]  # fmt: skip
    read_course(folder, whole := Report(), "en")
    assert [found for found in whole if found.code == "translation-missing"] == [
        found for found in report if found.code == "translation-missing"
    ], "what another version lacks is told in each"


def test_paragraphs_in_any_order_of_the_translation_s_lines_are_told_in_the_translation(tmp_path: Path) -> None:
    texts = {"slides/first/cues/2": ("手がかり二", "{{ nothing }}"), "slides/first/cues/1": ("手がかり一", "A")}
    _, first = read_course(with_paragraphs(tmp_path, texts), Report(), "en").slides
    assert first.cues
    assert str(first.cues.place_of("{{ nothing }}")).rpartition("/")[2].startswith("en.yaml")


def test_a_text_that_moves_keeps_its_translation_and_a_new_one_has_none(tmp_path: Path) -> None:
    folder = course_in(tmp_path, ENGLISH)
    slides = COURSE["slides.yaml"].replace("  points:\n", "  points:\n    - { heading: 新しい, icon: book }\n")
    (folder / "slides.yaml").write_text(slides, "utf-8")
    _, first, _ = read_course(folder, report := Report(), "en").slides
    assert isinstance(first, TextSlide)
    assert [point.heading.text for point in first.points] == ["新しい", "The first", "{{ company.name }}"]
    assert "translation-outdated" not in {found.code for found in report}


PROFILE = """
course: course
company:
  name: { ja: 見本社, en: Sample Ltd. }
  rules:
    ja: [一つ]
    en: [One., Two.]
"""


DRAWN = """
- kind: content
  id: drawn
  title: 図
  notes: 見ます。
  blocks:
    - { type: picture, file: a.png, alt: 箱の写真 }
    - { type: chart, form: column, alt: 件数の図, unit: 件, categories: [甲], series: [{ name: 乙, values: [1] }] }
- { kind: case, id: case, title: 例, notes: 話す。, setting: 庫, photo: { file: a.png, alt: 庫の写真 },
    incidents: [落とした], causes: [急いだ] }
"""


def test_what_a_picture_and_a_chart_show_is_to_be_translated_and_what_is_counted(tmp_path: Path) -> None:
    folder = course_in(tmp_path, {})
    Image.new("RGB", (40, 30)).save(folder / "a.png")
    (folder / "slides.yaml").write_text(COURSE["slides.yaml"] + DRAWN, "utf-8")
    _, texts = texts_of(folder, Report())
    assert {"箱の写真", "件数の図", "件", "庫の写真"} <= {text.source.text for text in texts}


def profile_in(folder: Path, text: str) -> Path:
    path = folder / "sample.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_slot_takes_a_value_for_each_language(tmp_path: Path) -> None:
    folder, path = course_in(tmp_path, ENGLISH), profile_in(tmp_path, PROFILE)
    for language, name, count in (("ja", "見本社", 1), ("en", "Sample Ltd.", 2)):
        course = read_course(folder, Report(), language)  # type: ignore[arg-type]
        fillings = read_profile(load_profile(path, Report()), course, report := Report()).fillings
        assert getattr(fillings["company.name"], "value", None) == name
        assert len(getattr(fillings["company.rules"], "items", ())) == count
        assert told(report) == []


def test_a_language_that_a_slot_lacks_is_told_and_the_one_it_has_is_shown(tmp_path: Path) -> None:
    folder = course_in(tmp_path, ENGLISH)
    path = profile_in(tmp_path, PROFILE.replace(", en: Sample Ltd.", ""))
    course = read_course(folder, Report(), "en")
    fillings = read_profile(load_profile(path, Report()), course, report := Report()).fillings
    assert getattr(fillings["company.name"], "value", None) == "見本社"
    assert [found.rpartition("/")[2] for found in told(report)] == ["sample.yaml:4:9: language-lacking"]


def found_in(report: Report, code: str) -> list[tuple[str, str]]:
    return [
        (str(found.place).rpartition("/")[2], dict(found.values).get("found", dict(found.values).get("text", "")))
        for found in report
        if found.code == code
    ]


@pytest.mark.parametrize(
    ("written", "place", "found", "hint"),
    [
        ("{ jp: 見本社, en: Sample Ltd. }", "sample.yaml:4:11", "jp", "did you mean ja?"),
        ("{ ja: 見本社, en: Sample Ltd., fr: Exemple }", "sample.yaml:4:37", "fr", "written below: ja, en"),
        ("{ JA: 見本社, English: Sample Ltd. }", "sample.yaml:4:11", "JA", "did you mean ja?"),
        ("{ en-GB: Sample Ltd. }", "sample.yaml:4:11", "en-GB", "did you mean en?"),
    ],
)
def test_a_language_that_there_is_not_is_told_at_its_key(
    tmp_path: Path, written: str, place: str, found: str, hint: str
) -> None:
    folder = course_in(tmp_path, ENGLISH)
    path = profile_in(tmp_path, PROFILE.replace("{ ja: 見本社, en: Sample Ltd. }", written))
    report = Report()
    with pytest.raises(Stop):
        read_profile(load_profile(path, Report()), read_course(folder, Report(), "en"), report)
    assert found_in(report, "language-unknown")[0] == (place, found)
    first = next(each for each in report if each.code == "language-unknown")
    assert hint in (hint_of(first, "en") or "")
    assert "wrong-type" not in {each.code for each in report}


def test_a_group_of_short_keys_is_no_value_by_language(tmp_path: Path) -> None:
    folder = course_in(tmp_path, ENGLISH)
    path = profile_in(tmp_path, PROFILE.replace("name: { ja: 見本社, en: Sample Ltd. }", "name: { no: 見本社, xx: A }"))
    report = Report()
    with pytest.raises(Stop):
        read_profile(load_profile(path, Report()), read_course(folder, Report(), "en"), report)
    assert [code for code in (found.code for found in report) if code.startswith("language")] == []


@pytest.mark.parametrize("native", [False, True])
def test_a_japanese_name_of_a_company_is_told_in_english_material(tmp_path: Path, *, native: bool) -> None:
    folder = course_in(tmp_path, ENGLISH)
    if native:
        (folder / "course.yaml").write_text(f"language: en\n{COURSE['course.yaml']}", "utf-8")
        (folder / "i18n" / "en.yaml").unlink()
    path = profile_in(tmp_path, PROFILE.replace("{ ja: 見本社, en: Sample Ltd. }", "見本社"))
    read_profile(load_profile(path, Report()), read_course(folder, Report(), "en"), report := Report())
    assert found_in(report, "language-other") == [("sample.yaml:4:9", "見本社")]
    path = profile_in(tmp_path, PROFILE)
    read_profile(load_profile(path, Report()), read_course(folder, Report(), "en"), report := Report())
    assert found_in(report, "language-other") == []
