"""The message catalogue: complete, in two languages, in one style."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import deckgen
from deckgen.diagnostics import Diagnostic, Place, Severity
from deckgen.messages import (
    CATALOGUE,
    building,
    checking,
    has_errors,
    in_words,
    keeping,
    laying_out,
    merging,
    reading,
    render,
    to_json,
    writing,
    yaml,
)
from deckgen.messages.spelling import closest
from deckgen.messages.terms import TERMS

PACKAGE = Path(deckgen.__file__).parent
TABLES = (yaml, reading, merging, checking, laying_out, writing, building, keeping)
REPORTERS = ("add", "fault", "_complain", "_stop", "finding")
CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def sources() -> Iterator[ast.AST]:
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "messages":
            yield ast.parse(path.read_text(encoding="utf-8"))


def called(function: ast.expr) -> str:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def reported() -> set[str]:
    """Every code that is given to a report as a literal."""
    calls = (node for tree in sources() for node in ast.walk(tree) if isinstance(node, ast.Call))
    firsts = [call.args[0] for call in calls if called(call.func) in REPORTERS and call.args]
    literals = {node.value for first in firsts for node in ast.walk(first) if isinstance(node, ast.Constant)}
    return {text for text in literals if isinstance(text, str) and CODE.fullmatch(text)}


def named() -> set[str]:
    """Every string of the package."""
    constants = (node for tree in sources() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


def fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def test_every_code_that_is_reported_has_a_message() -> None:
    assert reported() - CATALOGUE.keys() == set()


def test_every_message_is_used() -> None:
    assert CATALOGUE.keys() - named() == set()


def test_no_code_stands_in_two_tables() -> None:
    counts = Counter(code for table in TABLES for code in table.ROWS)
    assert [code for code, count in counts.items() if count > 1] == []
    assert counts.keys() == CATALOGUE.keys()


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_messages_are_in_the_style_of_the_house(code: str) -> None:
    row = CATALOGUE[code]
    assert CODE.fullmatch(code)
    assert row.en
    assert row.ja
    assert not row.en.endswith(".")
    assert not row.en_hint.endswith(".")
    assert not re.match("[A-Z][a-z]", row.en)
    assert bool(row.en_hint) == bool(row.ja_hint)
    assert re.search("[ぁ-ん]", row.ja), "Japanese"
    assert not row.ja.endswith("。")


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_languages_name_values_only(code: str) -> None:
    row = CATALOGUE[code]
    for pattern in (row.en, row.ja, row.en_hint, row.ja_hint):
        assert all(name.isidentifier() for name in fields(pattern))


def test_terms_are_in_both_languages() -> None:
    assert all(english and japanese and english != japanese for english, japanese in TERMS.values())


SAMPLE = Diagnostic(
    "unknown-key", Place("a.yaml", 3, 5), (("key", "titel"), ("known", "title, notes"), ("suggestion", "title"))
)


def test_a_finding_in_english() -> None:
    assert render(SAMPLE, "en") == (
        "a.yaml:3:5: error[unknown-key]: unknown key titel\n  hint: did you mean title? known here: title, notes"
    )


def test_a_finding_in_japanese() -> None:
    assert render(SAMPLE, "ja") == (
        "a.yaml:3:5: エラー[unknown-key]: 「titel」という項目はありません\n"
        "  ヒント: 「title」のことですか？ここで使える項目：title, notes"
    )


def test_a_finding_about_a_whole_file_and_one_without_a_place() -> None:
    assert render(Diagnostic("file-empty", Place("a.yaml")), "en") == "a.yaml: error[file-empty]: the file is empty"
    assert render(Diagnostic("file-empty"), "en") == "error[file-empty]: the file is empty"


def test_a_finding_for_machines() -> None:
    assert to_json(SAMPLE, "en") == {
        "severity": "error",
        "code": "unknown-key",
        "message": "unknown key titel",
        "hint": "did you mean title? known here: title, notes",
        "file": "a.yaml",
        "line": 3,
        "column": 5,
        "values": {"key": "titel", "known": "title, notes", "suggestion": "title"},
    }


def test_terms_are_put_into_words_and_other_values_are_not() -> None:
    finding = Diagnostic("wrong-type", None, (("expected", "@integer"), ("found", "@nowhere else")))
    assert render(finding, "en") == "error[wrong-type]: expected a whole number, found @nowhere else"
    assert "整数" in render(finding, "ja")


def test_what_a_terminal_would_obey_is_shown_as_an_escape() -> None:
    finding = Diagnostic("unknown-key", None, (("key", "\x1b[31m\u202e"), ("known", "")))
    assert r"unknown key \u001b[31m\u202e" in render(finding, "en")


@pytest.mark.parametrize("typed", ["総務部長　副担当", "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥"])
def test_full_width_spaces_and_emoji_of_several_signs_are_shown_as_typed(typed: str) -> None:
    assert in_words(typed, "ja") == typed


def test_a_joiner_among_letters_is_shown_as_an_escape() -> None:
    assert in_words("会\u200d社", "ja") == r"会\u200d社"


def test_only_errors_count_as_errors() -> None:
    from deckgen.diagnostics import Report

    report = Report()
    report.add("hygiene-radical", None)
    report.add("hygiene-dependent", None)
    assert not has_errors(report)
    report.add("file-empty", None)
    assert has_errors(report)
    assert not has_errors(report, since=3)
    assert CATALOGUE["hygiene-radical"].severity is Severity.INFO


@pytest.mark.parametrize(
    ("word", "meant"),
    [("titel", "title"), ("Notes", "notes"), ("会社目", "会社名"), ("ｔｉｔｌｅ", "title"), ("xyz", "")],
)
def test_the_closest_known_word_is_suggested(word: str, meant: str) -> None:
    assert closest(word, ["title", "notes", "会社名"]) == meant
