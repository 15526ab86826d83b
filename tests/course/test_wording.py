"""The words of the courses and of the sample companies keep to the rules of wording."""

import re
from pathlib import Path

import pytest
import yaml

from deckgen.model.course import Course, CourseSource
from deckgen.model.quiz import TrueFalseItem
from deckgen.model.slots import Items
from deckgen.model.text import Text
from tests.course.samples import COMPANIES, COURSES, OF_TELEWORK, PHISHING, SOURCE, TELEWORK, course_in, merged_of
from tests.course.wording import ASKED_TWICE, BRACKETED, HARD, NAMES, OF_THE_LAW, RUBY, RULES, SPOKEN

ROOT = SOURCE.parent
NAMED = [
    *sorted((ROOT / "docs" / "ja").glob("*.md")),
    ROOT / "docs" / "slots.md",
    ROOT / "README.ja.md",
    *sorted((ROOT / "deckgen" / "messages").glob("*.py")),
    *sorted((ROOT / "deckgen" / "cli").glob("*.py")),
    *sorted((ROOT / "deckgen" / "layout").rglob("*.py")),
    *COMPANIES,
]
FILES = [*(path for course in COURSES for path in sorted(course.rglob("*.yaml"))), *COMPANIES]
each_company = pytest.mark.parametrize("company", COMPANIES, ids=lambda path: path.stem)
each_course = pytest.mark.parametrize("course", COURSES, ids=lambda path: path.name)
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))


@pytest.fixture(scope="module")
def telework() -> CourseSource:
    return course_in(TELEWORK)


@pytest.fixture(scope="module", params=OF_TELEWORK, ids=lambda path: path.stem)
def merged(request: pytest.FixtureRequest) -> Course:
    """The telework course of one of its companies."""
    return merged_of(request.param)


def lines_of(path: Path) -> list[tuple[int, str]]:
    return [*enumerate(path.read_text("utf-8").splitlines(), 1)]


@each_file
def test_one_thing_has_one_form(path: Path) -> None:
    wrong = [
        f"{path.name}:{number}: 「{found[0]}」は「{right}」"
        for number, line in lines_of(path)
        for pattern, right in RULES
        if (found := re.search(pattern, line))
    ]
    assert wrong == []


@each_file
def test_readings_stand_beside_hard_words_alone(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(RUBY.findall(text)) <= HARD
    assert BRACKETED.findall(text) == []


@pytest.mark.parametrize("path", NAMED, ids=lambda path: str(path.relative_to(ROOT)))
def test_one_part_of_deckgen_has_one_name(path: Path) -> None:
    wrong = [
        f"{path.name}:{number}: 「{found[0]}」は「{right}」"
        for number, line in lines_of(path)
        for pattern, right in NAMES
        if (found := re.search(pattern, line))
    ]
    assert wrong == []


def test_the_rules_find_what_they_are_for() -> None:
    assert found("四つの窓に道具を足す。") == ["算用数字", "ウィンドウ", "ツール"]
    assert found("もう一件を、回線から切り離して一報する。") == ["算用数字", "ネットワークから切り離す", "第一報"]
    assert found("一人ひとり、一つひとつ、相談窓口、第一報、十分に、一度、二重、1万件") == []


def found(text: str) -> list[str]:
    return [right for pattern, right in RULES if re.search(pattern, text)]


@each_company
def test_every_slide_has_a_text_for_readers_that_nobody_would_say_aloud(company: Path) -> None:
    for slide in merged_of(company).slides:
        written = slide.written or slide.notes
        assert not SPOKEN.search(written.plain), (slide.id, written.plain)


@each_course
def test_a_course_writes_for_participants_what_its_trainer_says(course: Path) -> None:
    assert [slide.id for slide in course_in(course).slides if not slide.written] == []


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name != "law.yaml"], ids=lambda path: str(path.relative_to(SOURCE))
)
def test_figures_and_articles_of_the_law_stand_in_its_own_file_alone(path: Path) -> None:
    assert OF_THE_LAW.findall(path.read_text("utf-8")) == []


def test_each_of_them_has_its_article_its_day_and_a_text_that_names_it(telework: CourseSource) -> None:
    told = "".join(path.read_text("utf-8") for path in TELEWORK.rglob("*.yaml"))
    for fact in telework.law:
        assert re.search(r"第\d+条", fact.article), fact.id
        assert fact.legal_as_of.year >= 2026
        assert f"law.{fact.id}." in told, fact.id


def test_people_are_told_of_a_report_s_period_its_cases_and_the_notice_to_those_concerned(merged: Course) -> None:
    emergency = next(slide for slide in merged.slides if slide.kind == "emergency")
    assert emergency.kind == "emergency"
    steps = [step for flow in emergency.flows for step in flow.steps]
    shown = "".join(part.plain for step in steps for part in (step.heading, step.body) if part)
    for words in ("知った日から、おおむね3〜5日以内", "1,000人超", "知った日から30日以内", "60日以内", "ご本人へ通知"):
        assert words in shown


def test_the_threshold_for_my_number_holds_for_every_company(merged: Course) -> None:
    emergency = next(slide for slide in merged.slides if slide.kind == "emergency")
    assert emergency.written
    assert merged.quiz
    notice = next(item for item in merged.quiz.items if item.id == "notice")
    for text in (emergency.notes, emergency.written, notice.explanation):
        assert text
        assert "1,000人超、マイナンバーは100人超" in text.plain.replace("（個人情報保護法施行規則 第7条）", "")
    assert emergency.cues
    assert "番号利用法 第29条の4" in emergency.cues.plain


@each_course
def test_the_cases_are_numbered(course: Path) -> None:
    titles = [slide.title.text for slide in course_in(course).slides if slide.kind == "case"]
    assert len(titles) >= 3
    assert [title.split("　")[0] for title in titles] == [f"事例{number}" for number in range(1, len(titles) + 1)]


def test_how_long_it_takes_is_what_the_agenda_adds_up_to(merged: Course) -> None:
    about = next(slide for slide in merged.slides if slide.id == "about")
    minutes = sum(slide.minutes for slide in merged.slides)
    assert f"約{minutes:g}分" in about.notes.plain
    assert about.written
    assert f"約{minutes:g}分" in about.written.plain


@each_company
def test_true_and_false_answers_are_balanced(company: Path) -> None:
    quiz = merged_of(company).quiz
    assert quiz
    answers = [item.answer for item in quiz.items if isinstance(item, TrueFalseItem)]
    assert len(answers) >= 2
    assert abs(answers.count(True) - answers.count(False)) <= 1


@each_company
def test_no_question_says_again_how_it_is_answered(company: Path) -> None:
    quiz = merged_of(company).quiz
    assert quiz
    assert [item.id for item in quiz.items if ASKED_TWICE.search(item.question.plain)] == []


@each_course
def test_no_question_takes_for_granted_what_a_company_s_own_rules_may_forbid(course: Path) -> None:
    for item in yaml.safe_load((course / "quiz.yaml").read_text("utf-8"))["items"]:
        choices = [choice for choice in item.get("choices", ()) if isinstance(choice, dict)]
        right = [choice["text"] for choice in choices if "correct" in choice]
        assert not re.search(r"添付(し|を付け)|メールに付け|USB|私物", "".join([item["question"], *right])), item["id"]


def test_the_short_course_takes_twenty_minutes_in_twelve_slides() -> None:
    slides = course_in(PHISHING).slides
    assert (len(slides), sum(slide.minutes for slide in slides)) == (12, 20)
    assert len(getattr(course_in(PHISHING).quiz, "items", ())) == 8


def test_what_means_the_same_in_both_courses_has_one_name_and_one_form() -> None:
    one, other = ({slot.name: slot for slot in course_in(course).slots} for course in COURSES)
    shared = one.keys() & other.keys()
    assert {name.split(".")[0] for name in shared} >= {"company", "edition", "people", "desk", "emergency", "session"}
    for name in shared:
        for key in ("type", "label", "help", "required", "options"):
            assert getattr(one[name], key) == getattr(other[name], key), (name, key)


def test_no_word_of_one_course_is_in_the_other() -> None:
    """Whatever a company makes of the course on mail: neither slides nor papers speak of telework."""
    for company in COMPANIES:
        if company not in OF_TELEWORK:
            told = str(merged_of(company))
            assert not re.search("テレワーク|個人情報|プライバシーマーク", told)


@pytest.mark.parametrize(
    ("drill", "shown"),
    [
        ("", []),
        ("  people: 9\n", ["送った人：9人"]),
        ("  people: 9\n  opened: 0\n", ["送った人：9人", "開いた人：0人"]),
        ("  opened: 2\n  reported: 6\n  lesson: 早かった。\n", ["開いた人：2人", "知らせた人：6人", "早かった。"]),
    ],
)
def test_a_figure_of_the_drill_that_a_company_has_not_got_leaves_no_hole(
    drill: str, shown: list[str], tmp_path: Path
) -> None:
    sample, base = (SOURCE / "companies" / f"{name}.yaml" for name in ("hinata-design-phishing", "hinata-design"))
    (tmp_path / base.name).write_bytes(base.read_bytes())
    text = re.sub(
        r"^drill:\n(  .*\n)+", f"drill:\n{drill}" if drill else "", sample.read_text("utf-8"), flags=re.MULTILINE
    )
    (tmp_path / sample.name).write_text(text, "utf-8")
    (slide,) = (slide for slide in merged_of(tmp_path / sample.name).slides if slide.kind == "rules")
    (items,) = (rule.content for rule in slide.rules if rule.heading.plain == "訓練メール")
    assert isinstance(items, Items)
    assert [item.plain for item in items.items if isinstance(item, Text)][1:] == shown
    assert "、人" not in slide.notes.plain
