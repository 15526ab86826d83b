"""Questions go out as workbooks, answers come back into the profile: all of them, at their cells, and nothing else."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.material import open_profile
from deckgen.readers.company import load_profile
from deckgen.readers.questions import questions_of
from tests.pipeline.sheets import DAY, asked, change_all, collected, fill, midori, outcomes, rows

IT, MANAGER, LEGAL, TRAINING, AFFAIRS = "情報システム", "個人情報保護管理者", "法務", "教育担当", "総務"
"""Staff roles of the sample course."""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return midori(tmp_path)


def test_the_same_questions_make_the_same_bytes(profile: Path) -> None:
    first = {owner: path.read_bytes() for owner, path in asked(profile).items()}
    assert first == {owner: path.read_bytes() for owner, path in asked(profile).items()}
    assert len(first) == 8


def test_sheets_that_come_back_as_they_went_change_nothing(profile: Path) -> None:
    before = profile.read_bytes()
    done, found = collected(profile, *asked(profile).values())
    assert done
    assert not done.lines
    assert not done.is_written
    assert found == []
    assert profile.read_bytes() == before


@pytest.mark.slow
def test_every_slot_that_is_changed_in_its_sheet_arrives(profile: Path) -> None:
    sheets = asked(profile)
    typed = {key: value for path in sheets.values() for key, value in change_all(path).items()}
    done, found = collected(profile, *sheets.values())
    assert [each for each in found if "error" in each] == []
    assert outcomes(done) == dict.fromkeys(typed, "applied")
    report = Report()
    course = open_profile(profile, report).course
    after = {
        cell.key: cell.now for each in questions_of(course, load_profile(profile, report).tree) for cell in each.cells
    }
    wanted = {
        key.replace("[new]", "[0]"): value.date().isoformat() if isinstance(value, datetime) else str(value)
        for key, value in typed.items()
    }
    assert {key: after[key] for key in wanted} == wanted
    assert {slot.name for slot in course.slots if not any(key.startswith(slot.name) for key in typed)} == set()


@pytest.mark.slow
def test_answers_of_two_roles_make_the_same_file_in_either_order(tmp_path: Path) -> None:
    made = []
    for number, order in enumerate(((IT, MANAGER, AFFAIRS), (AFFAIRS, MANAGER, IT))):
        profile = midori(tmp_path / str(number))
        sheets = asked(profile)
        for owner in order:
            change_all(sheets[owner])
        for owner in order:
            collected(profile, sheets[owner])
        made.append(profile.read_bytes())
    assert made[0] == made[1]


def test_nothing_is_written_unless_it_is_asked_for(profile: Path) -> None:
    before = profile.read_bytes()
    sheet = fill(asked(profile)[MANAGER], {"emergency.deadline": "気づいてから15分以内"})
    done, _ = collected(profile, sheet, apply=False)
    assert outcomes(done) == {"emergency.deadline": "applied"}
    assert profile.read_bytes() == before


def test_an_answer_changes_its_line_and_the_day_of_review_and_no_other(profile: Path) -> None:
    before = profile.read_text("utf-8")
    collected(profile, fill(asked(profile)[IT], {"emergency.system_admin.phone": "03-0000-0077"}))
    assert profile.read_text("utf-8") == before.replace(
        "    role: 社内ヘルプデスク\n    phone: 03-0000-0007\n",
        "    reviewed_on: 2026-11-29\n    role: 社内ヘルプデスク\n    phone: 03-0000-0077\n",
    )


def test_no_change_is_an_answer_that_sets_the_day_of_review(profile: Path) -> None:
    sheet = fill(asked(profile)[IT], {"rules.approved_tools": "変更なし", "rules.wifi.decision": "変更なし"})
    done, found = collected(profile, sheet)
    assert found == []
    assert done
    assert done.reviewed == dict.fromkeys(("rules.approved_tools", "rules.wifi"), DAY)
    assert "  approved_tools:\n    reviewed_on: 2026-11-29\n" in profile.read_text("utf-8")


def test_a_day_that_is_typed_is_the_day_of_review(profile: Path) -> None:
    sheet = fill(asked(profile)[IT], {}, {"rules.byod": datetime(2026, 11, 20)})
    done, _ = collected(profile, sheet)
    assert done
    assert {name: str(day) for name, day in done.reviewed.items()} == {"rules.byod": "2026-11-20"}


def test_a_group_of_one_role_that_was_looked_at_as_a_whole_has_one_day(profile: Path) -> None:
    collected(profile, fill(asked(profile)[TRAINING], {"discussion.prompts": "変更なし"}))
    assert "discussion:\n  reviewed_on: 2026-11-29\n  prompts:\n    - 似た" in profile.read_text("utf-8")


def test_what_both_changed_is_a_conflict_and_stays(profile: Path) -> None:
    sheet = fill(
        asked(profile)[MANAGER],
        {"emergency.deadline": "気づいてから15分以内", "emergency.deputy.phone": "03-0000-0066"},
    )
    text = profile.read_text("utf-8").replace("気づいてから30分以内", "気づいてから20分以内")
    profile.write_text(text, "utf-8")
    done, _ = collected(profile, sheet)
    assert outcomes(done) == {"emergency.deadline": "conflict", "emergency.deputy.phone": "applied"}
    assert "20分以内" in profile.read_text("utf-8")
    assert "03-0000-0066" in profile.read_text("utf-8")


def test_collecting_twice_changes_nothing_more(profile: Path) -> None:
    sheets = asked(profile)
    fill(sheets[MANAGER], {"rules.mail[1]": "削除", "rules.mail[5]": "最後に時刻を見る。"})
    edition = {"version": "2.1", "issued_on": datetime(2026, 11, 20), "summary": "題材を改めた。"}
    fill(sheets[TRAINING], {f"edition.history[new].{part}": text for part, text in edition.items()})
    files = (sheets[MANAGER], sheets[TRAINING])
    collected(profile, *files)
    once = profile.read_bytes()
    done, _ = collected(profile, *files)
    assert profile.read_bytes() == once
    assert {*outcomes(done).values()} == {"unchanged"}
    assert "添付を開き" not in once.decode()
    first = '    - version: "2.1"\n      issued_on: 2026-11-20\n      summary: 題材を改めた。\n'
    assert f'{first}    - version: "2.0"' in once.decode()


def test_what_its_reader_refuses_is_told_at_its_cell_and_the_rest_is_taken(profile: Path) -> None:
    answers = {
        "emergency.system_admin.phone": "お問い合わせください",
        "emergency.system_admin.hours": "平日 9:00〜18:00",
    }
    done, found = collected(profile, fill(asked(profile)[IT], answers))
    assert outcomes(done) == {
        "emergency.system_admin.phone": "refused",
        "emergency.system_admin.hours": "applied",
    }
    assert [each for each in found if each.startswith("D7: ")] != []
    assert done
    assert done.reviewed == {}
    assert "9:00〜18:00" in profile.read_text("utf-8")


def test_a_slot_that_must_be_filled_is_not_emptied(profile: Path) -> None:
    before = profile.read_bytes()
    done, found = collected(profile, fill(asked(profile)[MANAGER], {"emergency.deadline": "削除"}))
    assert outcomes(done) == {"emergency.deadline": "refused"}
    assert len(found) == 1
    assert profile.read_bytes() == before


def test_a_slot_that_may_be_empty_is_emptied(profile: Path) -> None:
    done, _ = collected(profile, fill(asked(profile)[TRAINING], {"session.place": "削除"}))
    assert outcomes(done) == {"session.place": "applied"}
    assert "本社工場 3階 研修室\n  trainer" not in profile.read_text("utf-8")


def test_two_sheets_of_one_role_that_disagree_are_both_in_conflict(profile: Path, tmp_path: Path) -> None:
    one = asked(profile, owner=MANAGER)[MANAGER]
    other = asked(profile, owner=MANAGER, out=tmp_path / "other")[MANAGER]
    fill(one, {"emergency.deadline": "15分以内"})
    fill(other, {"emergency.deadline": "20分以内"})
    done, _ = collected(profile, one, other)
    assert outcomes(done) == {"emergency.deadline": "conflict"}
    assert done
    assert done.counts["conflict"] == 2


def test_only_what_is_stale_or_missing_is_asked_where_that_is_wanted(profile: Path) -> None:
    text = profile.read_text("utf-8").replace("deadline: 気づいてから30分以内", "deadline: 要記入")
    profile.write_text(text, "utf-8")
    found = {owner: set(rows(path)) for owner, path in asked(profile, stale=True).items()}
    assert "emergency.deadline" in found[MANAGER]
    assert "emergency.primary" not in found[MANAGER]
    later = asked(profile, stale=True, as_of=DAY.replace(year=2027, month=6), out=profile.parent / "later")
    assert "emergency.primary" in rows(later[MANAGER])


def test_a_sheet_that_holds_answers_is_not_written_over(profile: Path) -> None:
    sheet = fill(asked(profile)[LEGAL], {"legal_as_of": datetime(2026, 11, 2)})
    before = sheet.read_bytes()
    with pytest.raises(Stop):
        asked(profile)
    assert sheet.read_bytes() == before


def test_a_company_is_begun_with_sheets_before_it_has_a_profile(profile: Path) -> None:
    new = profile.with_name("acme.yaml")
    sheets = asked(new, is_new=True)
    assert not new.exists()
    fill(sheets[AFFAIRS], {"company.name": "株式会社アクメ", "company.name_kana": "カブシキガイシャアクメ"})
    fill(sheets[MANAGER], {
        "emergency.primary.role": "受付", "emergency.primary.phone": "110",
        "emergency.first_actions[0]": "受付に電話する。", "emergency.first_actions[1].when": "誤送信したとき",
        "emergency.first_actions[1]": "削除を頼む。", "emergency.first_actions[2]": "時刻を控える。",
        "rules.takeout.decision": "条件付き", "rules.takeout.conditions[0]": "上長の承認を受ける。",
    })  # fmt: skip
    done, found = collected(new, sheets[AFFAIRS], sheets[MANAGER])
    assert {*outcomes(done).values()} == {"applied"}, found
    text = new.read_text("utf-8")
    assert "name: 株式会社アクメ" in text
    assert (
        "  first_actions:\n    reviewed_on: 2026-11-29\n    steps:\n      - 受付に電話する。\n"
        "      - when: 誤送信したとき\n        do: 削除を頼む。\n      - 時刻を控える。\n"
    ) in text
    assert '    role: 受付\n    phone: "110"\n' in text
    assert "version: 要記入" in text
    later, _ = collected(new, fill(sheets[TRAINING], {"edition.version": "1.0", "edition.fiscal_year": 2027}))
    assert {*outcomes(later).values()} == {"applied"}
    assert 'version: "1.0"' in new.read_text("utf-8")


def test_a_sheet_of_another_year_company_or_course_is_refused(profile: Path) -> None:
    sheet = fill(asked(profile)[MANAGER], {"emergency.deadline": "15分以内"})
    before = profile.read_text("utf-8")
    for old, new, told in (
        ("fiscal_year: 2026", "fiscal_year: 2027", "this was asked for the year 2026, the profile is of 2027"),
        ("course: telework-privacy", "company_id: other\ncourse: telework-privacy", "not of other"),
    ):
        profile.write_text(before.replace(old, new), "utf-8")
        done, found = collected(profile, sheet)
        assert done is None
        assert told in found[0]
    next_year = profile.rename(profile.with_name("midori-seiki-2027.yaml"))
    next_year.write_text(before.replace("course:", "company_id: midori-seiki\ncourse:", 1), "utf-8")
    assert "not for midori-seiki-2027" in collected(next_year, sheet)[1][0]


def test_answers_in_cells_that_were_moved_merged_or_copied_are_refused_one_by_one(profile: Path) -> None:
    sheet = fill(
        asked(profile)[IT],
        {
            "rules.wifi.conditions[0]": "家では有線にする。",
            "rules.wifi.conditions[1]": "持ち出し用を使う。",
            "rules.lost_device[0]": "すぐ電話する。",
            "rules.lost_device": "書きまちがい",
            "rules.approved_tools[0]": "保管：新しいサーバー",
        },
    )
    at = rows(sheet)
    book = load_workbook(sheet)
    questions = book["質問"]
    questions.cell(at["rules.wifi.conditions[0]"], 3).value = "別の行にあったもの"
    first = at["rules.lost_device[0]"]
    questions.merge_cells(f"D{first}:D{first + 1}")
    copy = book.copy_worksheet(questions)
    copy.title = "質問のコピー"
    copy.cell(at["rules.approved_tools[0]"], 4).value = "保管：別のサーバー"
    book.save(sheet)
    before = profile.read_text("utf-8")
    done, found = collected(profile, sheet)
    assert outcomes(done) == {
        "rules.approved_tools[0]": "refused",
        "rules.wifi.conditions[0]": "refused",
        "rules.wifi.conditions[1]": "applied",
        "rules.lost_device": "refused",
        "rules.lost_device[0]": "refused",
        "rules.lost_device[1]": "refused",
    }
    assert done
    assert done.reviewed == {}
    text = profile.read_text("utf-8")
    assert text != before
    assert not any(each in text for each in ("サーバー（新", "新しいサーバー", "別のサーバー", "有線", "すぐ電話"))
    assert {line.partition(": ")[0] for line in found} >= {f"D{first}", f"D{at['rules.lost_device']}"}


def test_a_formula_is_never_an_answer(profile: Path) -> None:
    sheet = fill(asked(profile)[MANAGER], {"emergency.deadline": "=1+1", "emergency.deputy.role": "'=部署"})
    done, found = collected(profile, sheet)
    assert outcomes(done)["emergency.deadline"] == "refused"
    assert any("found a formula" in line for line in found)


def test_what_begins_like_a_formula_goes_out_and_comes_in_as_text(profile: Path) -> None:
    text = profile.read_text("utf-8").replace("role: 総務課の当番", 'role: "=総務課の当番"')
    profile.write_text(text, "utf-8")
    sheet = asked(profile)[MANAGER]
    cell = load_workbook(sheet)["質問"].cell(rows(sheet)["emergency.deputy.role"], 3)
    assert (cell.value, cell.data_type) == ("=総務課の当番", "s")


def test_a_value_that_an_alias_shares_is_refused(profile: Path) -> None:
    text = profile.read_text("utf-8")
    text = text.replace("role: 個人情報相談窓口", "role: &desk 個人情報相談窓口").replace(
        "role: 事故受付（情報管理課）", "role: *desk", 1
    )
    profile.write_text(text, "utf-8")
    done, found = collected(profile, fill(asked(profile)[MANAGER], {"emergency.primary.role": "別の窓口"}))
    assert outcomes(done) == {"emergency.primary.role": "refused"}
    assert "cannot change emergency.primary alone" in found[0]
    assert profile.read_text("utf-8") == text


RESULTS = """
- name: drill.results
  type: table
  columns: [部署, 開いた人]
  label: 部署ごとの結果
  help: 一行に一つの部署を書きます。
  owner: 情報システム
  required: optional
  example: "- [営業, 5人]"
- name: drill.desks
  type: contacts
  label: 夜の窓口
  help: 一つずつ書きます。
  owner: 情報システム
  required: optional
  example: "- { duty: 夜, role: 守衛室, phone: 03-0000-0001 }"
- name: drill.steps
  type: steps
  label: 訓練の手順
  help: 順に書きます。
  owner: 情報システム
  required: optional
  example: "- 訓練だと伝える。\\n- { when: 開いたとき, do: 知らせる。 }"
"""


@pytest.fixture
def drilled(profile: Path) -> Path:
    """A company of a course that asks for the rows of a table."""
    course = profile.parents[1] / "courses" / "ours"
    course.mkdir()
    (course / "course.yaml").write_text("extends: telework-privacy\ntitle: 当社の研修\nslots: slots.yaml\n", "utf-8")
    (course / "slots.yaml").write_text(RESULTS, "utf-8")
    text = profile.read_text("utf-8").replace("course: telework-privacy", "course: ours")
    profile.write_text(
        f"{text}\ndrill:\n  results: [[営業, 5人], [管理, 6人]]\n"
        "  desks: [{ duty: 昼, role: 総務, phone: 03-0000-0001 }]\n"
        "  steps: [伝える。, { when: 開いたとき, do: 待つ。 }]\n",
        "utf-8",
    )
    return profile


def test_a_row_that_is_half_filled_in_is_refused_and_the_others_arrive(drilled: Path) -> None:
    rows_of = "drill.results"
    typed = {f"{rows_of}[1].2": "7人", f"{rows_of}[2].1": "製造", f"{rows_of}[3].1": "品質", f"{rows_of}[3].2": "1人"}
    sheet = fill(asked(drilled)[IT], typed)
    done, found = collected(drilled, sheet)
    assert outcomes(done) == dict.fromkeys(typed, "applied") | {f"{rows_of}[2].1": "refused"}
    at_cells = [each.partition(":")[0] for each in found if each.startswith("D")]
    assert at_cells == [f"D{rows(sheet)[f'{rows_of}[2].1']}"]
    assert "[[営業, 5人], [管理, 7人], [品質, 1人]]" in drilled.read_text("utf-8")


def test_a_row_of_which_one_cell_is_taken_away_stays_as_it_was(drilled: Path) -> None:
    before = drilled.read_bytes()
    done, _ = collected(drilled, fill(asked(drilled)[IT], {"drill.results[1].2": "削除"}))
    assert outcomes(done) == {"drill.results[1].2": "refused"}
    assert drilled.read_bytes() == before


def test_a_row_of_which_every_cell_is_taken_away_goes(drilled: Path) -> None:
    typed = dict.fromkeys(("drill.results[0].1", "drill.results[0].2"), "削除")
    collected(drilled, fill(asked(drilled)[IT], typed))
    assert "[[管理, 6人]]" in drilled.read_text("utf-8")


DESKS = "drill.desks"
GUARD = {f"{DESKS}[1].duty": "夜", f"{DESKS}[1].role": "守衛室", f"{DESKS}[1].phone": "03-0000-0002"}
OLD = "{ duty: 昼, role: 総務, phone: 03-0000-0001 }"
NEW = "{ duty: 夜, role: 守衛室, phone: 03-0000-0002 }"


def at_cells(found: list[str]) -> dict[str, str]:
    """What is told at cells of a sheet."""
    return dict(each.split(": ", 1) for each in found if each.startswith("D"))


def desks_in(profile: Path) -> str:
    return next(line.strip() for line in profile.read_text("utf-8").split("\n") if line.startswith("  desks:"))


@pytest.mark.parametrize(
    ("half", "lacking"),
    [
        ({"duty": "休日", "role": "警備"}, "電話 / メール / 補足"),
        ({"duty": "休日", "phone": "03-0000-0003"}, "役割・名称"),
        ({"role": "警備"}, "何の連絡か, 電話 / メール / 補足"),
    ],
)
def test_a_contact_that_is_half_filled_in_is_told_and_the_others_arrive(
    drilled: Path, half: dict[str, str], lacking: str
) -> None:
    typed = {f"{DESKS}[2].{part}": text for part, text in half.items()}
    sheet = fill(asked(drilled)[IT], GUARD | typed)
    done, found = collected(drilled, sheet)
    assert outcomes(done) == dict.fromkeys(GUARD, "applied") | dict.fromkeys(typed, "refused")
    first = rows(sheet)[next(iter(typed))]
    assert at_cells(found) == {f"D{first}": f"entry 3 of '夜の窓口' lacks {lacking}, and was not taken in"}
    assert desks_in(drilled) == f"desks: [{OLD}, {NEW}]"
    assert done
    assert DESKS not in done.reviewed


def test_a_contact_in_the_middle_that_cannot_be_taken_loses_none_behind_it(drilled: Path) -> None:
    good = {key.replace("[1]", "[2]"): text for key, text in GUARD.items()}
    bad = {f"{DESKS}[1].duty": "休日", f"{DESKS}[1].role": "警備", f"{DESKS}[1].phone": "不明"}
    done, found = collected(drilled, fill(asked(drilled)[IT], good | bad))
    assert outcomes(done) == dict.fromkeys(good, "applied") | dict.fromkeys(bad, "refused")
    assert [text for text in at_cells(found).values() if "telephone" in text]
    assert desks_in(drilled) == f"desks: [{OLD}, {NEW}]"


def test_a_contact_that_would_lose_its_only_number_stays_as_it_was(drilled: Path) -> None:
    typed = {f"{DESKS}[0].phone": "削除", f"{DESKS}[0].role": "人事"}
    done, found = collected(drilled, fill(asked(drilled)[IT], GUARD | typed))
    assert outcomes(done) == dict.fromkeys(GUARD, "applied") | dict.fromkeys(typed, "refused")
    assert len(at_cells(found)) == 1
    assert desks_in(drilled) == f"desks: [{OLD}, {NEW}]"


def test_a_contact_is_not_taken_away_while_the_one_in_its_place_lacks_something(drilled: Path) -> None:
    before = drilled.read_bytes()
    away = dict.fromkeys((f"{DESKS}[0].{part}" for part in ("duty", "role", "phone")), "削除")
    half = {f"{DESKS}[1].duty": "夜", f"{DESKS}[1].role": "守衛室"}
    done, found = collected(drilled, fill(asked(drilled)[IT], away | half))
    assert outcomes(done) == dict.fromkeys(away | half, "refused")
    assert sum("since an entry that was to come" in text for text in at_cells(found).values()) == 3
    assert drilled.read_bytes() == before


def test_steps_of_which_a_new_one_cannot_be_taken_stay_as_they_were(drilled: Path) -> None:
    before = drilled.read_bytes()
    typed = {"drill.steps[0]": "訓練だと伝える。", "drill.steps[2]": "=1+1", "drill.steps[3]": "終える。"}
    done, found = collected(drilled, fill(asked(drilled)[IT], typed))
    assert outcomes(done) == dict.fromkeys(typed, "refused")
    assert len(at_cells(found)) == 3
    assert drilled.read_bytes() == before


def test_a_case_without_what_to_do_then_is_told_and_the_other_steps_arrive(drilled: Path) -> None:
    typed = {"drill.steps[0]": "訓練だと伝える。", "drill.steps[1]": "削除"}
    done, found = collected(drilled, fill(asked(drilled)[IT], typed))
    assert outcomes(done) == {"drill.steps[0]": "applied", "drill.steps[1]": "refused"}
    assert "lacks" in "".join(at_cells(found).values())
    assert "steps: [訓練だと伝える。, { when: 開いたとき, do: 待つ。 }]" in drilled.read_text("utf-8")


def test_a_contact_alone_that_lacks_its_number_is_told_once(profile: Path) -> None:
    sheet = asked(profile)[IT]
    ways = [f"emergency.system_admin.{part}" for part in ("phone", "mail", "note")]
    typed = dict.fromkeys(ways, "削除") | {"emergency.system_admin.role": "別の窓口"}
    done, found = collected(profile, fill(sheet, typed))
    assert "applied" not in outcomes(done).values()
    assert list(at_cells(found).values()) == ["'システムの担当' lacks 電話 / メール / 補足, and was not taken in"]


def test_a_value_by_language_is_changed_in_the_language_of_the_questions_and_the_others_are_told(profile: Path) -> None:
    text = profile.read_text("utf-8")
    spoken = text.replace("phone: 03-0000-0005", "phone: { ja: 03-0000-0005, en: +81-3-0000-0005 }")
    assert spoken != text
    profile.write_text(spoken, "utf-8")
    sheets = asked(profile)
    key, path = next((key, path) for path in sheets.values() for key in rows(path) if key == "emergency.primary.phone")
    done, found = collected(profile, fill(path, {key: "03-0000-9999"}))
    assert outcomes(done) == {key: "applied"}
    assert "answer-tied" not in str(found)
    assert [
        each for each in found if "emergency.primary has changed in 'ja'; what the profile says in en has not" in each
    ]
    assert profile.read_text("utf-8").count("phone: { ja: 03-0000-9999, en: +81-3-0000-0005 }") == 1
