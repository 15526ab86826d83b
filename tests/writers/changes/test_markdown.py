"""Comparisons as Markdown."""

import pytest

from deckgen.writers.changes import markdown
from tests.writers.changes.sample import ECHOED, SAME, SAMPLE


def test_the_head_names_both_editions() -> None:
    lines = markdown.render(SAMPLE, "ja").splitlines()
    assert lines[0] == "# 変更点：株式会社みほん　テレワークの研修"
    assert lines[4] == r"| 旧 | 令和8年度（2026年度）、第1\.0版、2026年11月2日発行 | スライド4枚、8分 |  |"
    assert lines[7] == "変更点9件（追加1、削除1、変更6、移動1）。ほかに、見直して変えなかったもの1件"


def test_sections_entries_and_details() -> None:
    written = markdown.render(SAMPLE, "en")
    assert (
        "## Contacts\n\n### changed: 相談窓口 \\(desk\\.help\\)\n\n"
        r"- phone: <del>03\-0000\-0001</del><ins>03\-0000\-0002</ins>" in written
    )
    assert "### moved: 終わります \\(d\\) \\(4 → 1\\)" in written
    assert "- condition 2 (removed): <del>駅の公衆Wi\\-Fiにはつながない。</del>" in written


def test_a_companys_text_is_text() -> None:
    written = markdown.render(SAMPLE, "en")
    assert "<b" not in written.replace("\\<b", "")
    assert r"- lead: \<b" in written
    assert r"### added: \*新しい\*話 \(e\)" in written


@pytest.mark.parametrize("character", "\\`*_{}[]<>()#+-.!|~&")
def test_every_character_with_a_meaning_is_escaped(character: str) -> None:
    assert markdown.escaped(f"a{character}b") == f"a\\{character}b"


def test_nothing_that_differs() -> None:
    assert markdown.render(SAME, "en").endswith("\n\nNothing differs.\n")


def test_reasons_have_a_column_and_echoes_a_line_below_their_cause() -> None:
    found = markdown.render(ECHOED, "ja")
    assert r"| 第2\.0版：期限を改めた。 第1\.1版：連絡先を改めた。 |" in found
    assert "\n\n同じ変更：ノートと進行「始めます」\n" in found
