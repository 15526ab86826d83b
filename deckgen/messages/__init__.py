"""The wording of every diagnostic, in English and Japanese, and its form for people and for machines.

One table, joined from one file for each stage. English messages are lower case, "expected X, found Y", without a full
stop; advice goes to the hint.
"""

import re
from itertools import islice

from deckgen.diagnostics import Diagnostic, Report, Severity
from deckgen.messages import building, checking, keeping, laying_out, merging, reading, writing, yaml
from deckgen.messages.message import Message
from deckgen.messages.quoting import fill
from deckgen.messages.terms import TERMS, span_in_words
from deckgen.wording import Language

CATALOGUE: dict[str, Message] = {
    **yaml.ROWS,
    **reading.ROWS,
    **merging.ROWS,
    **checking.ROWS,
    **laying_out.ROWS,
    **writing.ROWS,
    **building.ROWS,
    **keeping.ROWS,
}

_SEVERITIES = {
    Severity.ERROR: ("error", "エラー"),
    Severity.WARNING: ("warning", "警告"),
    Severity.INFO: ("info", "情報"),
}
_HINT = ("hint", "ヒント")
_SEEN_AS_TYPED = re.compile("\u3000|(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
"""The full-width space of Japanese text, and what joins several signs into one emoji."""
_SUGGESTION = ("did you mean {}?", "「{}」のことですか？")


def severity_of(code: str) -> Severity:
    """How much a finding of this code weighs."""
    return CATALOGUE[code].severity


def has_errors(report: Report, since: int = 0) -> bool:
    """True if an error is among the findings after the first `since`."""
    return any(severity_of(item.code) is Severity.ERROR for item in islice(report, since, None))


def message_of(diagnostic: Diagnostic, lang: Language) -> str:
    """The message with its values in place."""
    row = CATALOGUE[diagnostic.code]
    return _fill(row.ja if lang == "ja" else row.en, diagnostic, lang)


def hint_of(diagnostic: Diagnostic, lang: Language) -> str:
    """What to do about it: a suggested word first, then the advice of the catalogue; may be empty."""
    row = CATALOGUE[diagnostic.code]
    suggestion = dict(diagnostic.values).get("suggestion", "")
    meant = _SUGGESTION[lang == "ja"].format(suggestion) if suggestion else ""
    advice = _fill(row.ja_hint if lang == "ja" else row.en_hint, diagnostic, lang)
    return ("" if lang == "ja" else " ").join(part for part in (meant, advice) if part)


def render(diagnostic: Diagnostic, lang: Language) -> str:
    """`file:line:column: error[code]: message`, and the hint on an indented line under it."""
    place = f"{diagnostic.place}: " if diagnostic.place else ""
    severity = _SEVERITIES[severity_of(diagnostic.code)][lang == "ja"]
    head = f"{place}{severity}[{diagnostic.code}]: {message_of(diagnostic, lang)}"
    hint = hint_of(diagnostic, lang)
    return f"{head}\n  {_HINT[lang == 'ja']}: {hint}" if hint else head


def to_json(diagnostic: Diagnostic, lang: Language) -> dict[str, object]:
    """A diagnostic for machines: plain values, `file`, `line` and `column` null where there is no place."""
    place = diagnostic.place
    return {
        "severity": str(severity_of(diagnostic.code)),
        "code": diagnostic.code,
        "message": message_of(diagnostic, lang),
        "hint": hint_of(diagnostic, lang) or None,
        "file": place.file if place else None,
        "line": place.line if place and place.line else None,
        "column": place.column if place and place.line else None,
        "values": dict(diagnostic.values),
    }


def _fill(pattern: str, diagnostic: Diagnostic, lang: Language) -> str:
    values = {name: in_words(value, lang) for name, value in diagnostic.values}
    return fill(pattern, values)


def in_words(value: str, lang: Language) -> str:
    """A term or a range in words; any other value as it is, control characters made visible."""
    if value.startswith("@") and value[1:] in TERMS:
        return TERMS[value[1:]][lang == "ja"]
    if value.startswith("@") and (words := span_in_words(value)):
        return words[lang == "ja"]
    if value.isprintable():
        return value
    typed = {match.start() for match in _SEEN_AS_TYPED.finditer(value)}
    return "".join(
        character if character.isprintable() or index in typed else f"\\u{ord(character):04x}"
        for index, character in enumerate(value)
    )
