"""Findings in words, for people and for machines: each code with its severity here, its words in `deckgen/wording`."""

from itertools import islice

from deckgen.diagnostics import Diagnostic, Report, Severity
from deckgen.messages.codes import SEVERITIES
from deckgen.messages.terms import in_words
from deckgen.wording import Language, say, words_in

IN_VERSION = "in_version"
"""Name of the value of a finding that holds in some versions of a course alone, which lack something: their ids."""
SHOWN_IN = "shown_in"
"""The same of a finding on what these versions alone show."""


def severity_of(code: str) -> Severity:
    """How much a finding of this code weighs."""
    return SEVERITIES[code]


def has_errors(report: Report, since: int = 0) -> bool:
    """True if an error is among the findings after the first `since`."""
    return any(severity_of(item.code) is Severity.ERROR for item in islice(report, since, None))


def message_of(diagnostic: Diagnostic, lang: Language) -> str:
    """The message with its values in place; what holds in some versions of a course alone names these."""
    message = say(f"messages.{diagnostic.code}", lang, **_values(diagnostic, lang))
    values = dict(diagnostic.values)
    versions = values.get(IN_VERSION) or values.get(SHOWN_IN)
    return say("messages.in-version", lang, version=versions, message=message) if versions else message


def hint_of(diagnostic: Diagnostic, lang: Language) -> str:
    """What to do about it: a suggested word first, then the advice for its code; may be empty.

    What a version lacks is mended at what takes it away.
    """
    if IN_VERSION in dict(diagnostic.values):
        return say("messages.in-version.hint", lang)
    suggestion = dict(diagnostic.values).get("suggestion", "")
    meant = say("messages.suggestion", lang, word=suggestion) if suggestion else ""
    key = f"{diagnostic.code}.hint"
    has_advice = key in words_in(lang, "messages")
    advice = say(f"messages.{key}", lang, **_values(diagnostic, lang)) if has_advice else ""
    return ("" if lang == "ja" else " ").join(part for part in (meant, advice) if part)


def render(diagnostic: Diagnostic, lang: Language) -> str:
    """`file:line:column: error[code]: message`, and the hint on an indented line under it."""
    place = f"{diagnostic.place}: " if diagnostic.place else ""
    severity = say(f"messages.{severity_of(diagnostic.code)}", lang)
    head = f"{place}{severity}[{diagnostic.code}]: {message_of(diagnostic, lang)}"
    hint = hint_of(diagnostic, lang)
    return f"{head}\n  {say('messages.hint', lang)}: {hint}" if hint else head


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


def _values(diagnostic: Diagnostic, lang: Language) -> dict[str, str]:
    return {name: in_words(value, lang) for name, value in diagnostic.values}
