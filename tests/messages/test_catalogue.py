"""The message catalogue: complete, in two languages, in one style."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import deckgen
from deckgen.diagnostics import Diagnostic, Place, Severity
from deckgen.messages import has_errors, render, severity_of, to_json
from deckgen.messages.codes import SEVERITIES
from deckgen.messages.spelling import closest
from deckgen.messages.terms import REASONS, in_words
from deckgen.wording import LANGUAGES, Language, words_in

PACKAGE = Path(deckgen.__file__).parent
HEADS = {"error", "warning", "info", "hint", "suggestion", "in-version", "in-version.hint"}
"""Words that are no message."""
REPORTERS = ("add", "fault", "_complain", "_stop", "finding")
CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def sources() -> Iterator[ast.AST]:
    for path in PACKAGE.rglob("*.py"):
        if path.name != "codes.py" and "wording" not in path.parts:
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


def test_every_code_that_is_reported_has_a_message() -> None:
    assert reported() - SEVERITIES.keys() == set()


def test_every_message_is_used() -> None:
    assert SEVERITIES.keys() - named() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_message_and_no_message_is_without_a_code(language: Language) -> None:
    told = [key for key in words_in(language, "messages") if key not in HEADS]
    assert [key for key in told if not key.endswith(".hint")] == list(SEVERITIES)
    assert {key.removesuffix(".hint") for key in told} == SEVERITIES.keys()


@pytest.mark.parametrize("code", SEVERITIES)
def test_messages_are_in_the_style_of_the_house(code: str) -> None:
    english, japanese = (words_in(language, "messages") for language in ("en", "ja"))
    assert CODE.fullmatch(code)
    assert not english[code].endswith(".")
    assert not english.get(f"{code}.hint", "").endswith(".")
    assert not re.match("[A-Z][a-z]", english[code])
    assert re.search("[ぁ-ん]", japanese[code]), "Japanese"
    assert not japanese[code].endswith("。")


def test_every_reason_of_the_system_is_a_term() -> None:
    assert set(REASONS.values()) <= words_in("en", "terms").keys()


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
    assert severity_of("hygiene-radical") is Severity.INFO


@pytest.mark.parametrize(
    ("word", "meant"),
    [("titel", "title"), ("Notes", "notes"), ("会社目", "会社名"), ("ｔｉｔｌｅ", "title"), ("xyz", "")],
)
def test_the_closest_known_word_is_suggested(word: str, meant: str) -> None:
    assert closest(word, ["title", "notes", "会社名"]) == meant
