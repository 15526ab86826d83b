"""Answers that a profile gives by language: a field for each language, and each saved in its place."""

from pathlib import Path

import pytest

from tests.studio.client import Client, studio_in, workspace_in
from tests.studio.test_fill import changed_lines, forms_of, profile_of

COMPANY = "midori-seiki"


def spoken(folder: Path, *pairs: tuple[str, str]) -> Path:
    """The profile of the sample with some values by language."""
    path = profile_of(folder)
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workspace_in(tmp_path, COMPANY)


@pytest.fixture
def client(folder: Path) -> Client:
    return studio_in(folder).enter()


def saved(client: Client, slot: str, **changes: str) -> str:
    form = forms_of(client, COMPANY)[slot]
    answer = client.post(f"/c/{COMPANY}/q/{slot}", form | changes)
    assert answer.status == 200
    return answer.text


NAME = ("  name: 株式会社みどり丘精機\n", "  name: { ja: 株式会社みどり丘精機, en: Midori Seiki }  # 登記の名前\n")
ROLE = ("    role: 個人情報相談窓口\n", "    role: { ja: 個人情報相談窓口 }\n")
PAPER = (
    "    - 自宅では印刷しない。必要なときは課長の許可を得る。\n    - 書類は鍵のかかる引き出しにしまう。\n"
    "    - 自宅では捨てず、会社の溶解箱に入れる。\n    - 郵便は総務課が午前中に開封し、写しを担当者へ送る。\n"
    "    - 不在の人の机に置かず、部署の受け箱に入れる。\n",
    "    ja:\n      - 印刷しない。  # 例外なし\n      - しまう。\n    en:\n      - Do not print.\n",
)
LACKS = "英語の文がまだありません"


def test_a_value_by_language_has_a_field_for_each_and_any_other_has_one(client: Client, folder: Path) -> None:
    spoken(folder, NAME)
    forms = forms_of(client, COMPANY)
    assert forms["company.name"]["company.name"] == "株式会社みどり丘精機"
    assert forms["company.name"]["en:company.name"] == "Midori Seiki"
    assert not [field for field in forms["company.short_name"] if field.startswith("en:")]


def test_one_language_changes_alone_and_comments_stay(client: Client, folder: Path) -> None:
    path = spoken(folder, NAME)
    before = path.read_text("utf-8")
    assert "保存しました" in saved(client, "company.name", **{"en:company.name": "Midorigaoka Seiki"})
    gone, new = changed_lines(before, path.read_text("utf-8"))
    assert new == {"  name: { ja: 株式会社みどり丘精機, en: Midorigaoka Seiki }  # 登記の名前"}
    assert len(gone) == 1
    assert "保存しました" in saved(client, "company.name", **{"company.name": "みどり丘", "en:company.name": "Midori"})
    assert "name: { ja: みどり丘, en: Midori }  # 登記の名前" in path.read_text("utf-8")


def test_a_form_that_is_sent_as_it_came_changes_nothing(client: Client, folder: Path) -> None:
    path = spoken(folder, NAME, ROLE, PAPER)
    before = path.read_bytes()
    for slot in ("company.name", "desk.consultation", "rules.paper"):
        assert "変わりはありません" in saved(client, slot)
    assert path.read_bytes() == before


def test_the_language_that_is_missing_is_told_until_it_is_said(client: Client, folder: Path) -> None:
    path = spoken(folder, ROLE)
    form = forms_of(client, COMPANY)["desk.consultation"]
    fields = {field for field in form if field.startswith("en:")}
    assert (fields, form["en:desk.consultation.role"]) == ({"en:desk.consultation.role"}, ""), "a number is no words"
    assert LACKS in client.get(f"/c/{COMPANY}", by="owner", group="総務課").text + saved(client, "desk.consultation")
    answer = saved(client, "desk.consultation", **{"en:desk.consultation.role": "Privacy desk"})
    assert LACKS not in answer
    assert "role: { ja: 個人情報相談窓口, en: Privacy desk }" in path.read_text("utf-8")


def test_what_one_language_lacks_is_not_filled_with_another_when_that_changes(client: Client, folder: Path) -> None:
    path = spoken(folder, ROLE)
    changes = {"desk.consultation.role": "相談の窓口", "desk.consultation.phone": "03-0000-0044"}
    assert "保存しました" in saved(client, "desk.consultation", **changes)
    text = path.read_text("utf-8")
    assert "role: { ja: 相談の窓口 }\n    phone: 03-0000-0044\n" in text


def test_lists_have_entries_of_their_own_in_each_language(client: Client, folder: Path) -> None:
    path = spoken(folder, PAPER)
    english = {"en:rules.paper[0]": "Never print.", "en:rules.paper[1]": "Lock it away."}
    assert "保存しました" in saved(client, "rules.paper", **english, **{"rules.paper[0]": "刷らない。"})
    assert (
        "    ja:\n      - 刷らない。  # 例外なし\n      - しまう。\n"
        "    en:\n      - Never print.\n      - Lock it away.\n" in path.read_text("utf-8")
    )
    saved(client, "rules.paper", move="en:up:1")
    assert "    en:\n      - Lock it away.\n      - Never print.\n" in path.read_text("utf-8")
    saved(client, "rules.paper", move="remove:0")
    assert "    ja:\n      - しまう。\n    en:\n      - Lock it away.\n" in path.read_text("utf-8")
    assert 'name="en:rules.paper[2]"' in saved(client, "rules.paper", move="en:add")


def test_a_language_that_is_emptied_goes_and_the_other_stays(client: Client, folder: Path) -> None:
    path = spoken(folder, NAME, PAPER)
    saved(client, "company.name", **{"en:company.name": ""})
    saved(client, "rules.paper", **{"en:rules.paper[0]": ""})
    text = path.read_text("utf-8")
    assert "  name: { ja: 株式会社みどり丘精機 }  # 登記の名前\n" in text
    assert "    ja:\n      - 印刷しない。  # 例外なし\n      - しまう。\n  lost_device:" in text


def test_what_is_typed_in_the_other_language_is_written_by_nobody_else(client: Client, folder: Path) -> None:
    path = spoken(folder, NAME)
    form = forms_of(client, COMPANY)["company.name"]
    path.write_text(path.read_text("utf-8").replace("Midori Seiki", "Midori Precision"), "utf-8")
    answer = client.post(f"/c/{COMPANY}/q/company.name", form | {"en:company.name": "Mine"})
    assert answer.has('data-result="conflict"')
    assert "Midori Precision" in path.read_text("utf-8")


def test_single_entries_by_language_are_left_to_the_file(client: Client, folder: Path) -> None:
    path = spoken(folder, (PAPER[0][:40].splitlines()[0] + "\n", "    - { ja: 印刷しない。, en: Do not print. }\n"))
    before = path.read_bytes()
    assert not [field for field in forms_of(client, COMPANY)["rules.paper"] if field.startswith("en:")]
    assert 'data-result="tied"' in saved(client, "rules.paper", **{"rules.paper[0]": "刷らない。"})
    assert path.read_bytes() == before
