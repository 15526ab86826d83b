"""The merged course: slides left out and added, notes, edition, parts, requirements."""

from datetime import date

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.merge import merge
from deckgen.merge.completeness import appearances
from deckgen.merge.edition import fiscal_year_of
from deckgen.messages import hint_of
from deckgen.model.course import Edition, Session
from deckgen.model.slides import ReferencesSlide
from deckgen.model.text import Text
from deckgen.text.dates import era_date, fiscal_year
from deckgen.wording import Wording
from tests.merge.material import COURSE, COVER, merged, read

SECTIONS = """
- { kind: section, id: one, title: 一, notes: 文, minutes: 2 }
- { kind: text, id: extra, title: 題, notes: 文, minutes: 3, optional: true, points: [{ heading: 一 }] }
- { kind: section, id: two, title: 二, notes: 文, minutes: 4 }
"""


def ids(slides: str, company: str) -> list[str]:
    return [slide.id for slide in merged(slides, company).made.slides]


def own(slide_id: str, after: str) -> str:
    return f"{{ after: {after}, slide: {{ kind: section, id: {slide_id}, title: 当社, notes: 文 }} }}"


def test_without_changes_every_slide_of_the_course_is_there_in_order() -> None:
    assert ids(SECTIONS, "") == ["cover", "one", "extra", "two"]


def test_an_optional_slide_can_be_left_out() -> None:
    assert ids(SECTIONS, "slides: { leave_out: [extra] }") == ["cover", "one", "two"]


def test_slides_of_the_company_follow_the_slide_they_name_in_the_order_of_the_profile() -> None:
    company = f"slides: {{ add: [{own('x', 'one')}, {own('y', 'one')}, {own('z', 'x')}, {own('w', 'start')}] }}"
    assert ids(SECTIONS, company) == ["cover", "w", "one", "x", "z", "y", "extra", "two"]


def test_the_cover_stays_first_and_what_is_placed_at_the_start_follows_it() -> None:
    company = f"slides: {{ add: [{own('x', 'start')}, {own('y', 'cover')}, {own('z', 'start')}] }}"
    assert ids(SECTIONS, company) == ["cover", "x", "y", "z", "one", "extra", "two"]


def test_a_slide_may_follow_one_that_is_left_out() -> None:
    assert ids(SECTIONS, f"slides: {{ leave_out: [extra], add: [{own('x', 'extra')}] }}") == [
        "cover",
        "one",
        "x",
        "two",
    ]


def notes(company: str) -> list[str]:
    slides: Text = merged(SECTIONS, company).made.slides[1].notes
    return [paragraph.plain for paragraph in slides.paragraphs]


def test_notes_are_added_to_or_replaced() -> None:
    assert notes("slides: { notes: [{ slide: one, add: 追記。 }] }") == ["文", "追記。"]
    assert notes("slides: { notes: [{ slide: one, replace: 置換。 }] }") == ["置換。"]
    assert notes("slides: { notes: [{ slide: one, replace: 置換。 }, { slide: one, add: 追記。 }] }") == [
        "置換。",
        "追記。",
    ]


def test_notes_have_paragraphs_and_other_text_has_one() -> None:
    slides = "- kind: section\n  id: a\n  title: |\n    一\n    二\n  notes: |\n    - 一\n\n    二\n"
    slide = merged(slides).made.slides[1]
    assert slide.title.plain == "一二"
    assert [paragraph.marker for paragraph in slide.notes.paragraphs] == ["-", None]


def test_each_section_opens_a_part_with_the_minutes_of_its_slides() -> None:
    parts = merged(SECTIONS).made.parts
    assert [(part.title.plain, part.minutes, part.slide_ids, part.numbered) for part in parts] == [
        ("開始の案内", 1.5, ("cover",), False),
        ("一", 5.0, ("one", "extra"), True),
        ("二", 4.0, ("two",), True),
    ]


def test_the_edition_is_what_the_company_says() -> None:
    course = merged(company="session: { place: 会議室 }").made
    assert course.edition == Edition(
        fiscal_year=2026, version="1.0", issued_on=date(2026, 11, 2), next_review=None, confidentiality=""
    )
    assert course.session == Session(place="会議室")
    assert (course.company_id, course.company_name, course.short_name) == ("mihon", "株式会社みほん", "株式会社みほん")
    assert (course.id, course.course_edition, course.language, course.is_draft) == ("course", "2026.1", "ja", False)


def test_requirements_for_certified_companies_apply_to_them_only() -> None:
    assert [item.id for item in merged().made.requirements] == ["basics"]
    certified = merged(company="certified: true\na: { certified: 文 }").made
    assert [item.id for item in certified.requirements] == ["policy", "basics"]


def test_leaving_out_the_slide_that_covers_a_requirement_is_refused() -> None:
    course = COURSE.replace("id: basics", "id: own")
    slides = "- { kind: section, id: a, title: 題, notes: 文, optional: true, covers: [own] }\n"
    source, _ = read(slides, course=course, cover=COVER.replace("basics", "policy"))
    assert source.slides[1].covers == ("own",)
    outcome = merged(slides, "slides: { leave_out: [a] }", course=course, cover=COVER.replace("basics", "policy"))
    assert outcome.course is None
    assert outcome.found == ["requirement-lost: no slide is left that covers the requirement own (基本)"]


def test_a_draft_without_its_particulars_takes_those_of_the_course_and_says_so() -> None:
    outcome = merged(draft=True, base="course: course\n")
    course = outcome.made
    assert course.is_draft
    assert course.company_name == "要記入"
    assert (course.edition.fiscal_year, course.edition.version, course.edition.issued_on) == (
        2026,
        "0",
        date(2026, 4, 1),
    )
    assert course.edition.missing == (
        "company.name", "edition.fiscal_year", "edition.version", "edition.issued_on",
    )  # fmt: skip
    assert [line.split(":")[0] for line in outcome.found] == ["draft-missing"] * 4


def test_every_fault_of_a_profile_is_reported_before_the_merge_gives_up() -> None:
    slides = "- { kind: section, id: a, title: '{{ nothing }}', notes: 文 }\n"
    outcome = merged(slides, "slides: { leave_out: [b], notes: [{ slide: c, add: 文 }] }\na: { text: 要記入 }")
    codes = sorted(line.split(":")[0] for line in outcome.found)
    assert codes == ["slide-to-leave-unknown", "slide-unknown", "slot-placeholder", "template-undefined"]


@pytest.mark.parametrize(
    ("optional", "hint"),
    [("", "optional slides: none"), (", optional: true", "did you mean wash? optional slides: wash (題)")],
)
def test_only_a_slide_that_can_be_left_out_is_suggested_for_leaving_out(optional: str, hint: str) -> None:
    source, profile = read(
        f"- {{ kind: section, id: wash, title: 題, notes: 文{optional} }}\n", "slides: { leave_out: [wsh] }"
    )
    report = Report()
    with pytest.raises(Stop):
        merge(source, profile, draft=False, report=report)
    assert [hint_of(each, "en") for each in report] == [hint]


def test_the_history_is_taken_literally_and_newest_first() -> None:
    history = "edition:\n  fiscal_year: 2026\n  version: 1.10\n  issued_on: 2026-11-02\n  history:\n"
    history += "    - { version: 1.10, issued_on: 2026-11-02, summary: '**直した**' }\n"
    course = merged(base="course: course\ncompany: { name: みほん }\n" + history).made
    (entry,) = course.history.entries
    assert (entry.version.plain, entry.summary.plain) == ("1.10", "**直した**")


def test_slots_are_known_by_the_slides_that_show_them() -> None:
    slides = "- { kind: section, id: a, title: '{{ a.text }}', notes: 文 }\n" + RULES
    shown = appearances(read(slides)[0])
    assert shown["a.text"] == ("a", "rules")
    assert shown["a.date"] == ()
    assert shown["edition.version"] == ("cover",)


RULES = """- kind: rules
  id: rules
  title: ルール
  notes: 守ります。
  rules: [{ heading: 一, icon: wifi, content: { slot: a.text } }]
"""


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 4, 1), 2026), (date(2027, 3, 31), 2026), (date(2026, 1, 1), 2025)]
)
def test_a_fiscal_year_begins_in_april(day: date, year: int) -> None:
    assert fiscal_year_of(day) == year


def test_years_and_days_by_era() -> None:
    assert fiscal_year(2026, Wording()) == "令和8年度（2026年度）"
    assert fiscal_year(2019, Wording()) == "令和元年度（2019年度）"
    assert fiscal_year(2020, Wording()) == "令和2年度（2020年度）"
    assert fiscal_year(1900, Wording()) == "1900年度"
    assert era_date(date(2019, 4, 30), Wording()) == "平成31年4月30日"
    assert era_date(date(2019, 5, 1), Wording()) == "令和元年5月1日"
    assert era_date(date(1900, 1, 1), Wording()) == Wording().date(date(1900, 1, 1)) == "1900年1月1日"


REFERENCES = """
- kind: references
  id: books
  title: 資料
  notes: 文
  references:
    - { title: 一般, publisher: 省, checked_on: 2026-11-02 }
    - { title: 会員のページ, publisher: 協会, checked_on: 2026-11-02, applies: certified }
"""


@pytest.mark.parametrize(("certified", "titles"), [("false", ["一般"]), ("true", ["一般", "会員のページ"])])
def test_what_certified_companies_alone_can_read_is_offered_to_them_alone(certified: str, titles: list[str]) -> None:
    company = f"certified: {certified}\na: {{ certified: 認証 }}"
    (slide,) = (each for each in merged(REFERENCES, company).made.slides if isinstance(each, ReferencesSlide))
    assert [reference.title.plain for reference in slide.references] == titles


WRITTEN = "- { kind: section, id: a, title: 一, notes: 話します。, written: 書きます。 }\n"


@pytest.mark.parametrize(
    ("change", "notes", "written"),
    [
        ("add: 当社は別です。", ["話します。", "当社は別です。"], ["書きます。", "当社は別です。"]),
        ("replace: 当社は別です。", ["当社は別です。"], None),
    ],
)
def test_a_company_s_words_are_said_and_printed(change: str, notes: list[str], written: list[str] | None) -> None:
    slide = merged(WRITTEN, f"slides: {{ notes: [{{ slide: a, {change} }}] }}").made.slides[1]
    assert [paragraph.plain for paragraph in slide.notes.paragraphs] == notes
    assert (slide.written and [paragraph.plain for paragraph in slide.written.paragraphs]) == written


@pytest.mark.parametrize(("escape", "character"), [("\\x00", "U+0000"), ("\\uffff", "U+FFFF"), ("\\ud800", "U+D800")])
def test_an_escape_in_braces_makes_no_character_that_a_file_may_not_hold(escape: str, character: str) -> None:
    slides = f"- kind: section\n  id: a\n  title: '{{{{ \"{escape}\" }}}}'\n  notes: 文\n"
    found = [(one.code, dict(one.values)) for one in merged(slides).report]
    assert ("control-character", {"character": character}) in found
