"""An edition of a course: what it says, what it has from the other one, and what is told of both."""

import contextlib
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import hint_of, severity_of
from deckgen.model.course import CourseSource
from deckgen.pipeline.checking import write_originals
from deckgen.readers.course import read_course
from deckgen.readers.course_trees import ORIGINALS
from tests.merge.material import COURSE, COVER, SLOTS

SLIDES = """
- kind: text
  id: points
  title: 要点
  notes: 要点です。
  points:
    - { heading: 一つ目 }
    - { heading: 二つ目 }
- { kind: section, id: closing, title: 結び, notes: 終わります。 }
"""
REPLACED = "  replace: { closing: { kind: section, title: 別, notes: 別です。 } }"
MOVED = "slides:\n  move:\n    - { slide: points, after: closing }"
QUIZ = """
title: 確認テスト
items:
  - { type: true-false, id: one, slide: points, question: 問い。, answer: true, explanation: 解説。 }
  - { type: true-false, id: two, slide: closing, question: 問い。, answer: true, explanation: 解説。 }
"""


def base(folder: Path) -> Path:
    """The folder of a course that others extend."""
    texts = {"course": COURSE + "quiz: quiz.yaml\n", "slots": SLOTS, "slides": COVER + SLIDES, "quiz": QUIZ}
    (folder / "base").mkdir()
    for name, text in texts.items():
        (folder / "base" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "base"


def edition(folder: Path, text: str, **files: str) -> tuple[CourseSource, Report]:
    """The course `ours`, which extends `base`."""
    if not (folder / "base").exists():
        base(folder)
    (folder / "ours").mkdir(exist_ok=True)
    for name, each in {"course": f"extends: base\n{text}", **files}.items():
        (folder / "ours" / f"{name}.yaml").write_text(each, encoding="utf-8")
    report = Report()
    return read_course(folder / "ours", report), report


def codes(report: Report) -> list[str]:
    return [found.code for found in report]


def test_an_edition_has_what_the_other_course_says(tmp_path: Path) -> None:
    course, report = edition(tmp_path, "")
    assert (course.id, course.title.text) == ("ours", "{{ company.short_name }}の研修")
    assert [slide.id for slide in course.slides] == ["cover", "points", "closing"]
    assert {path.parent.name for path in course.files} == {"ours", "base"}
    assert not list(report)


CHANGES = """title: 別の研修
slides:
  change:
    points: { points.2.heading: 別の二つ目, minutes: 4 }
  add:
    - { after: points, slide: { kind: section, id: own, title: 当社, notes: 当社です。 } }
    - { after: start, slide: { kind: section, id: first, title: 先頭, notes: 先頭です。 } }
  move:
    - { slide: closing, after: cover }
quiz:
  change: { one: { question: 別の問い。 } }
  add: [{ type: true-false, id: three, slide: own, question: 問い。, answer: true, explanation: 解説。 }]
slots: slots.yaml
"""
OWN_SLOT = (
    "- { name: own.word, type: text, label: 合言葉, help: 書く。, owner: 総務, example: 例, required: optional }\n"
)


def test_an_edition_changes_adds_and_moves(tmp_path: Path) -> None:
    course, _ = edition(tmp_path, CHANGES, slots=OWN_SLOT)
    slides = {slide.id: slide for slide in course.slides}
    assert list(slides) == ["cover", "closing", "first", "points", "own"]
    assert [point.heading.text for point in slides["points"].points] == ["一つ目", "別の二つ目"]  # type: ignore[union-attr]
    assert (course.title.text, slides["points"].minutes) == ("別の研修", 4)
    assert course.quiz
    assert [(item.id, item.question.text) for item in course.quiz.items] == [
        ("one", "別の問い。"),
        ("two", "問い。"),
        ("three", "問い。"),
    ]
    assert course.slots[-1].name == "own.word"


def test_every_override_is_told_with_both_places(tmp_path: Path) -> None:
    _, report = edition(tmp_path, "slides: { change: { points: { points.2.heading: 別 } } }\n")
    (found,) = report
    assert (found.code, found.place and found.place.line) == ("original-unnoted", 2)
    assert dict(found.values)["path"] == "points.points.2.heading"
    assert dict(found.values)["other"].endswith("base/slides.yaml:10:18")


def test_a_changed_original_is_told_until_it_is_noted_anew(tmp_path: Path) -> None:
    text = "slides: { change: { points: { points.2.heading: 別 } }, leave_out: [closing] }\n"
    course, report = edition(tmp_path, text)
    assert codes(report) == ["quiz-item-left-out"] + ["original-unnoted"] * 2
    write_originals({course.folder / ORIGINALS: course.originals[course.folder]}, Report())
    course, report = edition(tmp_path, text)
    assert codes(report) == ["quiz-item-left-out"] + ["course-override"] * 2
    slides = tmp_path / "base" / "slides.yaml"
    slides.write_text(slides.read_text("utf-8").replace("二つ目", "二番目"), encoding="utf-8")
    course, report = edition(tmp_path, text)
    assert codes(report) == ["quiz-item-left-out", "original-changed", "course-override"]
    write_originals({course.folder / ORIGINALS: course.originals[course.folder]}, Report())
    assert "original-changed" not in codes(edition(tmp_path, text)[1])


def test_a_slide_is_replaced_as_a_whole(tmp_path: Path) -> None:
    text = "slides: { replace: { points: { kind: section, title: 別, notes: 別です。 } } }\n"
    course, _ = edition(tmp_path, text)
    assert [(slide.id, slide.kind) for slide in course.slides][1] == ("points", "section")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("slides: { leave_out: [point] }", "slide-unknown", 2),
        ("slides: { change: { points: { kind: section } } }", "change-fixed", 2),
        ("slides: { change: { points: { points.4.heading: 四 } } }", "change-number", 2),
        ("slides: { change: { points: { titel: 題 } } }", "unknown-key", 2),
        ("quiz: { change: { onee: { question: 問い。 } } }", "quiz-unknown", 2),
        ("titel: 題", "unknown-key", 2),
    ],
)
def test_a_fault_is_told_at_the_line_of_the_edition(tmp_path: Path, text: str, code: str, line: int) -> None:
    report = Report()
    base(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "course.yaml").write_text(f"extends: base\n{text}\n", encoding="utf-8")
    with pytest.raises(Stop):
        read_course(tmp_path / "ours", report)
    places = [(found.code, found.place and found.place.line) for found in report if found.code == code]
    assert places == [(code, line)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("slides: { leave_out: [x] }", "slides that there are: cover, points, closing"),
        ("slides: { move: [{ slide: points, after: x }] }", "slides that there are: cover, points, closing"),
        ("quiz: { leave_out: [x] }", "questions that there are: one, two"),
    ],
)
def test_a_name_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path, text: str, hint: str) -> None:
    """No command lists them: `deckgen slides` takes a company, and none can be read while its course cannot."""
    report = Report()
    base(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "course.yaml").write_text(f"extends: base\n{text}\n", encoding="utf-8")
    with pytest.raises(Stop):
        read_course(tmp_path / "ours", report)
    assert hint in [hint_of(found, "en") for found in report]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("language: en", "edition-language", 2),
        (f"slides:\n{REPLACED}\n  change: {{ closing: {{ title: 別 }} }}", "change-undone", 4),
        (f"slides:\n  change: {{ closing: {{ title: 別 }} }}\n{REPLACED}", "change-undone", 4),
        ("slides: { move: [{ slide: points, after: points }] }", "move-itself", 2),
        (f"{MOVED}\n    - {{ slide: points, after: start }}", "said-twice", 5),
        (f"{MOVED}\n    - {{ slide: closing, after: points }}", "move-undone", 5),
        ("slides:\n  add:\n    - { after: closing, slide: { kind: section, id: a, title: 題, notes: 文 } }\n"
         "  move: [{ slide: closing, after: cover }]", "move-undone", 5),
        ("slides:\n  leave_out: [closing]\n  move: [{ slide: points, after: closing }]", "anchor-left-out", 4),
        ("slides:\n  leave_out:\n    - closing\n    - closing", "said-twice", 5),
        ("slides: { replace: { points: { kind: section, id: foo, title: 題, notes: 文 } } }", "change-fixed", 2),
        ("slides: { leave_out: [cover] }", "cover-kept", 2),
        ("slides: { move: [{ slide: cover, after: points }] }", "cover-kept", 2),
        ("slides:\n  leave_out:\n    - points\n    - closing", "slides-left-none", 5),
        ("quiz:\n  leave_out:\n    - one\n    - two", "quiz-empty", 5),
    ],
)  # fmt: skip
def test_what_an_edition_says_to_no_purpose_is_an_error_at_its_line_and_all_that_is_told(
    tmp_path: Path, text: str, code: str, line: int
) -> None:
    report = Report()
    base(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "course.yaml").write_text(f"extends: base\n{text}\n", encoding="utf-8")
    with pytest.raises(Stop):
        read_course(tmp_path / "ours", report)
    told = [each for each in report if severity_of(each.code) != "info"]
    assert [(each.code, each.place and (Path(each.place.file).parent.name, each.place.line)) for each in told] == [
        (code, ("ours", line))
    ]


def test_a_test_on_slides_that_are_all_left_out_is_told_where_they_are(tmp_path: Path) -> None:
    report = Report()
    folder = base(tmp_path)
    quiz = folder / "quiz.yaml"
    quiz.write_text(quiz.read_text("utf-8").replace("slide: closing", "slide: points"), encoding="utf-8")
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "course.yaml").write_text("extends: base\nslides: { leave_out: [points] }", encoding="utf-8")
    with pytest.raises(Stop):
        read_course(tmp_path / "ours", report)
    told = [(each.code, each.place and each.place.line) for each in report if severity_of(each.code) != "info"]
    assert told == [("quiz-empty", 2)]


def test_a_slide_may_be_moved_and_replaced_in_either_order(tmp_path: Path) -> None:
    moved = "  move: [{ slide: closing, after: start }]\n"
    replaced = "  replace: { closing: { id: closing, kind: section, title: 別, notes: 別です。 } }\n"
    for text in (moved + replaced, replaced + moved):
        course, _ = edition(tmp_path, f"slides:\n{text}")
        assert [slide.title.text for slide in course.slides] == ["研修", "別", "要点"]


def test_an_unknown_key_of_a_change_is_told_without_the_keys_that_cannot_be_changed(tmp_path: Path) -> None:
    report = Report()
    base(tmp_path)
    (tmp_path / "ours").mkdir()
    text = "extends: base\nslides: { change: { points: { titel: 題 } } }"
    (tmp_path / "ours" / "course.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Stop):
        read_course(tmp_path / "ours", report)
    (values,) = [dict(each.values) for each in report if each.code == "unknown-key"]
    assert values["suggestion"] == "title"
    assert "title" in values["known"]
    assert not {"id", "kind"}.intersection(values["known"].split(", "))


TOPICS = """slides:
  change:
    cover: { covers: [] }
  add:
    - after: start
      slide:
        kind: text
        id: topics
        title: 話題
        notes: 話題です。
        covers: [policy]
        points:
          - { heading: 一つ目 }
          - { heading: 基本, covers: [basics] }
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("slides:\n  change: { topics: { points.2: } }", [("requirement-lost", "edition", 3)]),
        ("slides:\n  change: { topics: { points.1: } }", [("requirement-lost", "edition", 3)]),
        (
            "slides:\n  change:\n    topics:\n      title: 別\n      covers: []",
            [("requirement-lost", "edition", 6)],
        ),
        ("slides:\n  leave_out:\n    - topics", [("requirement-lost", "edition", 4)] * 2),
        (
            "slides:\n  replace:\n    topics: { kind: section, title: 別, notes: 別です。, covers: [policy] }",
            [("requirement-lost", "edition", 4)],
        ),
        ("slides:\n  change: { topics: { points: [{ heading: 一つ, covers: [basics] }, { heading: 二つ }] } }", []),
        ("slides:\n  change: { topics: { points.2: , covers: [policy, basics] } }", []),
        ("requirements: [{ id: policy, label: 方針, source: 規程 }]\nslides:\n  change: { topics: { points.2: } }", []),
    ],
)
def test_an_edition_that_takes_a_topic_away_is_told_at_its_own_line(
    tmp_path: Path, text: str, found: list[tuple[str, str, int]]
) -> None:
    edition(tmp_path, TOPICS)
    report = Report()
    (tmp_path / "edition").mkdir()
    (tmp_path / "edition" / "course.yaml").write_text(f"extends: ours\n{text}\n", encoding="utf-8")
    with contextlib.suppress(Stop):
        read_course(tmp_path / "edition", report)
    lost = [each for each in report if each.code.startswith("requirement-") and each.code != "requirement-reworded"]
    assert [(each.code, Path(each.place.file).parent.name, each.place.line) for each in lost if each.place] == found


def test_an_edition_in_other_words_of_what_is_mandatory_is_warned_until_it_is_noted(tmp_path: Path) -> None:
    edition(tmp_path, TOPICS)
    (tmp_path / "edition").mkdir()
    text = "extends: ours\nslides: { change: { topics: { points.2.heading: 後で配ります } } }\n"
    (tmp_path / "edition" / "course.yaml").write_text(text, encoding="utf-8")
    report = Report()
    course = read_course(tmp_path / "edition", report)
    (told,) = [each for each in report if each.code == "requirement-reworded"]
    assert dict(told.values) | {"other": ""} == {
        "path": "topics.points.2.heading",
        "was": "「基本」",
        "other": "",
        "names": "基本",
    }
    write_originals({folder / ORIGINALS: each for folder, each in course.originals.items()}, Report())
    report = Report()
    read_course(tmp_path / "edition", report)
    assert [each for each in codes(report) if each != "course-override"] == []
    noted = (tmp_path / "ours" / ORIGINALS).read_text("utf-8")
    assert noted.startswith('"cover.covers": ')


def test_the_old_text_is_told_once_an_original_has_changed(tmp_path: Path) -> None:
    text = "slides: { change: { points: { points.2.heading: 別 } } }\n"
    course, _ = edition(tmp_path, text)
    write_originals({course.folder / ORIGINALS: course.originals[course.folder]}, Report())
    slides = tmp_path / "base" / "slides.yaml"
    slides.write_text(slides.read_text("utf-8").replace("二つ目", "二番目"), encoding="utf-8")
    (told,) = edition(tmp_path, text)[1]
    assert told.code == "original-changed"
    assert dict(told.values)["before"] == "「二つ目」"
    assert dict(told.values)["was"] == "「二番目」"


def test_what_is_moved_or_left_out_is_told_with_its_place_in_the_other_course(tmp_path: Path) -> None:
    text = "slides:\n  change: { closing: { title: 別 } }\n  move: [{ slide: closing, after: cover }]\n"
    _, report = edition(tmp_path, text)
    assert [dict(each.values)["other"].rpartition("/")[2] for each in report] == [
        "slides.yaml:11:40",
        "slides.yaml:11:3",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "slides:\n  change: { closing: { title: 別 } }\n  leave_out: [closing]",
        "slides:\n  leave_out: [closing]\n  change: { closing: { title: 別 } }",
        "slides:\n  leave_out: [closing]\n  replace: { closing: { kind: section, title: 別, notes: 別です。 } }",
        "slides:\n  leave_out: [closing]\n  move: [{ slide: closing, after: cover }]",
        "quiz:\n  change: { one: { question: 別の問い。 } }\n  leave_out: [one]",
    ],
)
def test_what_is_changed_and_left_out_is_told_with_both_lines(tmp_path: Path, text: str) -> None:
    report = Report()
    base(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "course.yaml").write_text(f"extends: base\n{text}\n", encoding="utf-8")
    with pytest.raises(Stop):
        read_course(tmp_path / "ours", report)
    (told,) = [each for each in report if each.code == "change-undone"]
    assert (told.place and told.place.line, dict(told.values)["other"].split(":")[1]) == (4, "3")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "quiz: { add: [{ type: true-false, id: one, slide: points, question: 問い。, answer: true, "
            "explanation: 解説。 }] }",
            "quiz-duplicate",
        ),
        (
            "slides: { add: [{ after: start, slide: { kind: section, id: closing, title: 題, notes: 文 } }] }",
            "slide-duplicate",
        ),
        ("slides: { add: [{ kind: section, id: closing, title: 題, notes: 文 }] }", "missing-key"),
    ],
)
def test_what_is_added_takes_no_place_of_another(tmp_path: Path, text: str, code: str) -> None:
    report = Report()
    base(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "course.yaml").write_text(f"extends: base\n{text}\n", encoding="utf-8")
    with pytest.raises(Stop):
        read_course(tmp_path / "ours", report)
    assert code in codes(report)


def test_minutes_that_an_edition_changes_are_told_at_its_own_line(tmp_path: Path) -> None:
    folder = base(tmp_path)
    course = folder / "course.yaml"
    course.write_text(
        course.read_text("utf-8") + "versions: [{ id: full, title: 全編, minutes: 2 }]\n", encoding="utf-8"
    )
    _, report = edition(tmp_path, "slides:\n  change:\n    points: { minutes: 9 }\n")
    (told,) = [each for each in report if each.code == "version-minutes"]
    assert told.place
    assert (Path(told.place.file).parent.name, told.place.line) == ("ours", 4)


@pytest.mark.parametrize(("mark", "code"), [("not: short", "version-empty"), ("minutes: 2", "version-quiz-lost")])
def test_a_version_that_an_edition_leaves_nothing_of_is_told_at_its_own_line(
    tmp_path: Path, mark: str, code: str
) -> None:
    folder = base(tmp_path)
    with (folder / "course.yaml").open("a", encoding="utf-8") as file:
        file.write("versions: [{ id: full, title: 全編 }, { id: short, title: 短縮版 }]\n")
    slides = folder / "slides.yaml"
    slides.write_text(slides.read_text("utf-8").replace("id: points", "id: points\n  not: short"), encoding="utf-8")
    read_course(folder, report := Report())
    assert not codes(report)
    other = f"    - {{ after: cover, slide: {{ kind: section, id: own, title: 題, notes: 文, {mark} }} }}\n"
    text = f"slides:\n  leave_out: [closing]\n  add:\n{other}"
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "course.yaml").write_text(f"extends: base\n{text}", encoding="utf-8")
    report = Report()
    with contextlib.suppress(Stop):
        read_course(tmp_path / "ours", report)
    places = [each.place for each in report if each.code == code and each.place]
    assert [(Path(place.file).parent.name, place.line) for place in places] == [("ours", 3)]


def test_declarations_of_the_same_name_are_told(tmp_path: Path) -> None:
    slot = "- { name: a.text, type: text, label: 別の枠, help: 書く。, owner: 総務, example: 例, required: optional }\n"
    _, report = edition(tmp_path, "slots: slots.yaml\n", slots=slot)
    assert [(each.code, dict(each.values)["path"]) for each in report] == [("original-unnoted", "slots.a.text")]


def test_a_cover_that_keeps_the_title_of_the_other_course_is_told(tmp_path: Path) -> None:
    folder = base(tmp_path)
    course = folder / "course.yaml"
    title = next(line for line in COURSE.splitlines() if line.startswith("title:"))
    course.write_text(course.read_text("utf-8").replace(title, "title: 研修"), encoding="utf-8")
    assert "cover-title-kept" in codes(edition(tmp_path, "title: 当社の研修\n")[1])
    both = "title: 当社の研修\nslides: { change: { cover: { title: 当社の研修 } } }\n"
    assert "cover-title-kept" not in codes(edition(tmp_path, both)[1])


def test_what_a_replaced_slide_said_of_versions_and_minutes_is_told_where_its_replacement_does_not(
    tmp_path: Path,
) -> None:
    text = "slides: { change: { points: { minutes: 3 } } }\n"
    edition(tmp_path, text)
    (tmp_path / "edition").mkdir()
    own = "extends: ours\nslides: { replace: { points: { kind: section, title: 別, notes: 別です。 } } }\n"
    (tmp_path / "edition" / "course.yaml").write_text(own, encoding="utf-8")
    report = Report()
    read_course(tmp_path / "edition", report)
    assert [dict(each.values)["key"] for each in report if each.code == "replace-drops"] == ["minutes"]


def test_courses_do_not_extend_each_other_in_a_circle(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "course.yaml").write_text(f"extends: {other}\n", encoding="utf-8")
    report = Report()
    with pytest.raises(Stop):
        read_course(tmp_path / "one", report)
    assert codes(report) == ["course-base-loop"]
    assert [dict(each.values)["chain"] for each in report] == ["one → two → one"]
