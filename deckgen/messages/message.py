"""One row of the message catalogue."""

from dataclasses import dataclass

from deckgen.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Message:
    """The wording of one code. `{name}` stands for a value of the diagnostic; a value `@term` is put into words."""

    severity: Severity
    en: str
    ja: str
    en_hint: str = ""
    ja_hint: str = ""


def error(en: str, ja: str, en_hint: str = "", ja_hint: str = "") -> Message:
    """Something that stops the build."""
    return Message(Severity.ERROR, en, ja, en_hint, ja_hint)


def warning(en: str, ja: str, en_hint: str = "", ja_hint: str = "") -> Message:
    """Something that somebody should look at."""
    return Message(Severity.WARNING, en, ja, en_hint, ja_hint)


def info(en: str, ja: str, en_hint: str = "", ja_hint: str = "") -> Message:
    """A decision that was taken, for the record."""
    return Message(Severity.INFO, en, ja, en_hint, ja_hint)
