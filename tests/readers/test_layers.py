"""A profile over another: what a site writes, and what it has from its group."""

import contextlib
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.merge import merge
from deckgen.model.company import Profile
from deckgen.model.slots import Value
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from tests.merge.material import COURSE, COVER, SLOTS

GROUP = """
course: course
company_id: group
reviewed_on: 2026-04-01
company: { name: 株式会社みほん, short_name: みほん }
edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-02 }
a:
  reviewed_on: 2026-05-01
  text: 本社の文
  list: [一, 二]
  contact: { role: 総務課, phone: 03-0000-1111, hours: 平日 }
  ruling: { decision: allowed, conditions: [届け出る] }
record: { expected: 20, method: 集合 }
slides: { leave_out: [], notes: [{ slide: cover, add: 本社の話。 }] }
"""


def read(folder: Path, site: str, group: str = GROUP) -> tuple[Profile, Report]:
    """A site's profile over that of its group, which lies a folder above."""
    files = {"course": COURSE, "slots": SLOTS, "slides": COVER}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "group.yaml").write_text(group, encoding="utf-8")
    (folder / "companies").mkdir()
    path = folder / "companies" / "site.yaml"
    path.write_text(f"extends: ../group.yaml\n{site}", encoding="utf-8")
    report = Report()
    source = read_course(folder, report)
    return read_profile(load_profile(path, report, folder), source, report), report


def test_a_site_has_what_its_group_says_and_says_what_differs(tmp_path: Path) -> None:
    profile, report = read(tmp_path, "company: { short_name: 大阪 }\nrecord: { expected: 5 }\n")
    names = [profile.fillings[name] for name in ("company.name", "company.short_name")]
    assert [name.value for name in names if isinstance(name, Value)] == ["株式会社みほん", "大阪"]
    assert (profile.training.expected, profile.training.method and profile.training.method.text) == (5, "集合")
    assert [change.slide_id for change in profile.notes_changes] == ["cover"]
    told = [(each.code, each.place and each.place.line, dict(each.values)) for each in report]
    assert [(code, line, values["path"], values["was"]) for code, line, values in told] == [
        ("extends-override", 2, "company.short_name", "「みほん」"),
        ("extends-override", 3, "record.expected", "「20」"),
    ]
    assert told[0][2]["other"].endswith("group.yaml:5:39")


SLIDES = """slides:
  add:
    - after: start
      slide: { kind: section, id: one, title: 本社の一, notes: 本社です。 }
    - after: start
      slide: { kind: section, id: two, title: 本社の二, notes: 本社です。 }
  notes: [{ slide: cover, add: 本社の話。 }]
"""
OWN_SLIDES = """slides:
  add:
    - after: start
      slide: { kind: section, id: three, title: 支店の三, notes: 支店です。 }
    - after: start
      slide: { kind: section, id: one, title: 支店の一, notes: 支店です。 }
  notes:
    - { slide: cover, add: 支店の話。 }
"""


def test_slides_and_notes_of_both_come_together_and_the_site_s_counts_where_both_have_one(tmp_path: Path) -> None:
    profile, report = read(tmp_path, OWN_SLIDES, GROUP[: GROUP.index("slides:")] + SLIDES)
    titles = {each.slide.id: each.slide.title.text for each in profile.additions}
    assert titles == {"one": "支店の一", "two": "本社の二", "three": "支店の三"}
    assert list(titles) == ["one", "two", "three"]
    assert [each.text.text for each in profile.notes_changes] == ["本社の話。", "支店の話。"]
    (told,) = list(report)
    assert (told.code, told.place and told.place.line) == ("extends-override", 6)
    assert dict(told.values)["path"] == "slides.add.one"


def test_questions_that_either_leaves_out_are_left_out(tmp_path: Path) -> None:
    group = GROUP + "quiz: { leave_out: [one], pass_line: 70 }\n"
    profile, report = read(tmp_path, "quiz: { leave_out: [two], pass_line: 90 }\n", group)
    assert [each.item_id for each in profile.quiz.leave_out] == ["one", "two"]
    assert [dict(each.values)["path"] for each in report if each.code == "extends-override"] == ["quiz.pass_line"]


def test_a_change_of_the_group_that_a_site_changes_again_is_told_in_whatever_form(tmp_path: Path) -> None:
    group = GROUP[: GROUP.index("slides:")] + "slides: { change: { cover: { title: 本社 } } }\n"
    profile, report = read(tmp_path, "slides: { change: { cover: { title: 支店 } } }\n", group)
    assert profile.changed["cover"].slide.title.text == "支店"
    (told,) = [each for each in report if each.code == "extends-override"]
    assert (dict(told.values)["path"], dict(told.values)["was"]) == ("slides.change.cover.title", "「本社」")


OPTIONAL = "- { kind: section, id: extra, title: 余談, notes: 余談です。, optional: true }\n"


def left_out(folder: Path, group: str, site: str) -> list[str]:
    """Codes of what is found where a site leaves out a slide of the course."""
    folder.mkdir()
    with contextlib.suppress(Stop):
        read(folder, "")
    (folder / "slides.yaml").write_text(COVER + OPTIONAL, encoding="utf-8")
    (folder / "group.yaml").write_text(GROUP[: GROUP.index("slides:")] + group, encoding="utf-8")
    path = folder / "companies" / "site.yaml"
    path.write_text(f"extends: ../group.yaml\n{site}", encoding="utf-8")
    report = Report()
    source = read_course(folder, report)
    profile = read_profile(load_profile(path, report, folder), source, report)
    with contextlib.suppress(Stop):
        merge(source, profile, draft=False, report=report)
    return [each.code for each in report]


def test_a_site_that_leaves_out_what_its_group_changes_is_told_of_both_places(tmp_path: Path) -> None:
    gone, said = "slides: { leave_out: [extra] }\n", "slides: { notes: [{ slide: extra, add: 本社の話。 }] }\n"
    assert left_out(tmp_path / "two", said, gone) == ["change-left-out"]
    both = "slides: { leave_out: [extra], change: { extra: { title: 支店 } } }\n"
    assert left_out(tmp_path / "one", "", both) == ["original-unnoted", "change-undone"]


def test_the_id_of_a_company_is_its_own(tmp_path: Path) -> None:
    assert read(tmp_path, "")[0].company_id == "site"


def test_contacts_meet_key_by_key_and_lists_take_the_place_of_lists(tmp_path: Path) -> None:
    profile, _ = read(tmp_path, "a: { contact: { phone: 06-1234-5678 }, list: [三] }\n")
    contact, listed = profile.fillings["a.contact"], profile.fillings["a.list"]
    assert [text.text for text in (contact.role, contact.phone, contact.hours)] == [  # type: ignore[union-attr]
        "総務課",
        "06-1234-5678",
        "平日",
    ]
    assert [item.text for item in listed.items] == ["三"]  # type: ignore[union-attr]


def test_what_is_left_empty_takes_away_what_the_group_says(tmp_path: Path) -> None:
    profile, _ = read(tmp_path, "a:\n  text:\n  contact: { hours: }\n")
    assert "a.text" not in profile.fillings
    assert profile.fillings["a.contact"].hours is None  # type: ignore[union-attr]


def test_a_day_of_review_is_about_the_file_that_it_stands_in(tmp_path: Path) -> None:
    profile, _ = read(tmp_path, "a:\n  list: [三]\n  contact: { phone: 06-1234-5678, reviewed_on: 2026-06-01 }\n")
    days = {name: review.day.isoformat() for name, review in profile.reviews.items() if name.startswith("a.")}
    assert days == {"a.text": "2026-05-01", "a.ruling": "2026-05-01", "a.contact": "2026-06-01"}


def test_a_fault_is_told_in_the_file_that_has_it(tmp_path: Path) -> None:
    group = GROUP.replace("decision: allowed", "decision: allowd")
    with pytest.raises(Stop):
        read(tmp_path, "a: { text: 支店の文 }\n", group)
    report = Report()
    source = read_course(tmp_path, report)
    loaded = load_profile(tmp_path / "companies" / "site.yaml", report, tmp_path)
    with pytest.raises(Stop):
        read_profile(loaded, source, report)
    assert [
        (found.code, found.place and found.place.file.rpartition("/")[2], found.place and found.place.line)
        for found in report
        if found.code != "extends-override"
    ] == [("unknown-choice", "group.yaml", 12)]


def test_every_file_that_is_extended_counts_as_an_input(tmp_path: Path) -> None:
    profile, _ = read(tmp_path, "")
    assert [path.resolve() for path in profile.bases] == [tmp_path / "group.yaml"]


OTHER = GROUP.replace("course: course", "course: another") + "of_that_one: { text: あちらだけの値 }\n"


def test_a_profile_may_extend_one_for_another_course_and_leaves_there_what_is_of_that_one_alone(tmp_path: Path) -> None:
    profile, report = read(tmp_path, "course: course\na: { text: こちらの文 }\n", OTHER)
    assert "a.list" in profile.fillings
    assert not profile.notes_changes
    assert [
        (found.code, found.place and found.place.line, dict(found.values)["names"])
        for found in report
        if found.code != "extends-override"
    ] == [("extends-other-course", 1, "slides, of_that_one")]


def test_a_key_of_no_course_is_a_fault_in_the_profile_s_own_file(tmp_path: Path) -> None:
    with pytest.raises(Stop):
        read(tmp_path, "course: course\na: { txt: こちらの文 }\n", OTHER)


def test_a_group_for_no_course_in_particular_is_judged_as_ever(tmp_path: Path) -> None:
    with pytest.raises(Stop):
        read(tmp_path, "course: course\n", OTHER.replace("course: another\n", ""))
