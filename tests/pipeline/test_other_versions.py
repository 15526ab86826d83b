"""What other versions of a course show is looked at, whichever version a company holds."""

import shutil
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report
from deckgen.messages import hint_of, message_of, severity_of
from deckgen.model.choice import AS_WRITTEN
from deckgen.pipeline.checking import check
from deckgen.pipeline.material import read_material
from deckgen.pipeline.other_versions import check_others

ROOT = Path(__file__).parents[2]
FLOOR = """
- kind: text
  id: floor-only
  only: floor
  title: 現場の人だけ
  notes: 現場の話です。 **強く言います。
  minutes: 0.5
  points:
    - { heading: "{{ company.shrt_name }}", body: TODO }
    - { heading: 二つ目, icon: mop }
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A company of the course on phishing, whose slides a test adds to."""
    shutil.copytree(ROOT / "source/courses/phishing-mail", tmp_path / "source/courses/phishing-mail")
    shutil.copytree(ROOT / "themes/standard", tmp_path / "themes/standard")
    (tmp_path / "source/companies").mkdir()
    for name in ("hinata-design.yaml", "hinata-design-phishing.yaml"):
        shutil.copyfile(ROOT / "source/companies" / name, tmp_path / "source/companies" / name)
    return tmp_path / "source/companies/hinata-design-phishing.yaml"


def found_with(text: str, profile: Path) -> list[Diagnostic]:
    """What is found with more slides at the end of the course, the infos aside."""
    slides = max((profile.parents[1] / "courses/phishing-mail/slides").glob("*.yaml"))
    slides.write_text(slides.read_text(encoding="utf-8") + text, encoding="utf-8")
    report = Report()
    material = read_material(profile, None, report)
    check(material, None, draft=False, report=report)
    check_others(material, None, AS_WRITTEN, None, draft=False, report=report)
    return [each for each in report if severity_of(each.code) != "info"]


def test_a_course_without_a_fault_has_none_in_any_version(profile: Path) -> None:
    assert found_with("", profile) == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("body: TODO", "text-unfinished"),
        ("icon: mop", "icon-unknown"),
        ("{{ company.shrt_name }}", "template-undefined"),
        ("**強く言います。", "mark-strong"),
    ],
)
def test_a_fault_of_a_slide_that_another_version_shows_is_told_with_that_version(
    profile: Path, fault: str, code: str
) -> None:
    sound = {"body: TODO": "body: 本文", "icon: mop": "icon: mail", "{{ company.shrt_name }}": "一つ目", "**強": "強"}
    text = FLOOR
    for wrong, right in sound.items():
        text = text if fault.startswith(wrong) else text.replace(wrong, right)
    (found,) = [each for each in found_with(text, profile) if each.code == code]
    assert dict(found.values)["shown_in"] == "floor"
    assert message_of(found, "en").startswith("in the version floor: ")
    assert "takes away" not in hint_of(found, "en")


def test_a_fault_that_every_version_shows_is_told_once_and_of_no_version(profile: Path) -> None:
    found = found_with(FLOOR.replace("  only: floor\n", ""), profile)
    assert len(found) == len({(each.code, each.place) for each in found}) > 0
    assert not any("shown_in" in dict(each.values) for each in found)
