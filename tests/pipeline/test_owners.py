"""Whoever looks after a slot has to act on what is found in it, read or not."""

import re
from contextlib import suppress
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.checking import check
from deckgen.pipeline.material import read_material
from deckgen.pipeline.tables import owners_of, with_owners

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "source" / "companies" / "hinata-design.yaml"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A profile in a workspace that has the courses and themes of the house."""
    (tmp_path / "source" / "companies").mkdir(parents=True)
    (tmp_path / "source" / "courses").symlink_to(ROOT / "source" / "courses")
    (tmp_path / "themes").symlink_to(ROOT / "themes")
    return tmp_path / "source" / "companies" / "company.yaml"


def found(path: Path, text: str) -> dict[str, str]:
    """By code, who has to act on the findings in a profile with this text; nobody in particular: empty."""
    path.write_text(text, encoding="utf-8")
    report = Report()
    with suppress(Stop):
        check(read_material(path, None, report), None, draft=False, report=report)
    owners = owners_of(path)
    assert owners is not None
    assert owners.whole == "教育担当"
    return {each.code: dict(each.values).get("owner", "") for each in with_owners(report, owners)}


def changed(old: str, new: str) -> str:
    text = SAMPLE.read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


def test_a_character_that_no_font_has_is_the_business_of_who_wrote_it(house: Path) -> None:
    text = changed("first_actions:\n    - ", "first_actions:\n    - 𠮷𩸽👨‍👩‍👧 ")
    assert found(house, text)["glyph-missing"] == "個人情報保護管理者"


def test_what_cannot_be_read_has_the_owner_of_its_slot(house: Path) -> None:
    assert found(house, changed("\nlegal_as_of: ", "\nlegal_as_of: いつか")) == {"wrong-type": "法務"}


def test_a_group_that_cannot_be_read_has_the_owner_of_all_its_slots(house: Path) -> None:
    assert found(house, SAMPLE.read_text("utf-8") + "\nsession: あとで\n") == {"wrong-type": "教育担当"}
    text = re.sub("\ndesk:.*?\n\n", "\ndesk: あとで\n\n", SAMPLE.read_text("utf-8"), flags=re.DOTALL)
    assert found(house, text) == {"wrong-type": "個人情報保護管理者"}


def test_what_is_in_no_slot_has_no_owner_of_its_own(house: Path) -> None:
    assert found(house, changed("sample: true", "sample: maybe")) == {"wrong-type": ""}


def test_a_profile_that_is_no_yaml_names_nobody(house: Path) -> None:
    house.write_text("course: [", encoding="utf-8")
    assert owners_of(house) is None
