"""Expected findings, written as comments in the faulty file itself.

`# error: message` stands above the line that it is about; several may stand above one line. `# hint: …` and
`# column: 7` go with the expectation above them. `# エラー: …` is the same finding in Japanese. Where no comment
can stand above the line, `# at 12: error: …` names it; line 0 is the file as a whole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.diagnostics import Diagnostic
from deckgen.messages import hint_of, message_of, severity_of

Language = Literal["en", "ja"]

_SEVERITIES: dict[str, tuple[Language, str]] = {
    "error": ("en", "error"),
    "warning": ("en", "warning"),
    "info": ("en", "info"),
    "エラー": ("ja", "error"),
    "警告": ("ja", "warning"),
    "情報": ("ja", "info"),
}
_EXPECTED = re.compile(rf"\s*# (?:at (\d+): )?({'|'.join(_SEVERITIES)}): (.+)")
_DETAIL = re.compile(r"\s*# (hint|ヒント|column): (.+)")


@dataclass(frozen=True, slots=True, order=True)
class Expectation:
    line: int
    severity: str
    message: str
    language: Language = "en"
    column: int | None = None
    hint: str | None = None

    def is_met_by(self, found: Diagnostic) -> bool:
        place = found.place
        return (
            place is not None
            and place.line == self.line
            and self.column in (None, place.column)
            and severity_of(found.code) == self.severity
            and message_of(found, self.language) == self.message
            and self.hint in (None, hint_of(found, self.language))
        )


def expectations(text: str) -> list[Expectation]:
    """What the comments of a file expect, in order."""
    found: list[Expectation] = []
    waiting: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _EXPECTED.fullmatch(line):
            language, severity = _SEVERITIES[match[2]]
            found.append(Expectation(int(match[1] or 0), severity, match[3], language))
            if match[1] is None:
                waiting.append(len(found) - 1)
        elif match := _DETAIL.fullmatch(line):
            detail = {"column": int(match[2])} if match[1] == "column" else {"hint": match[2]}
            found[-1] = replace(found[-1], **detail)
        else:
            for index in waiting:
                found[index] = replace(found[index], line=number)
            waiting = []
    return found


def differences(expected: Iterable[Expectation], found: Iterable[Diagnostic]) -> list[str]:
    """What was expected and not found, and what was found and not expected (in English)."""
    expected, found = list(expected), list(found)
    missing = [item for item in expected if not any(item.is_met_by(one) for one in found)]
    english = [item for item in expected if item.language == "en"]
    surplus = [one for one in found if not any(item.is_met_by(one) for item in english)]
    return [f"missing: {item}" for item in missing] + [
        f"unexpected: {one.place} {severity_of(one.code)}: {message_of(one, 'en')} ({hint_of(one, 'en')})"
        for one in surplus
    ]
