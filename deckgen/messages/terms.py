"""What stands in messages for something else: terms like `@integer`, ranges like `@1..100`, why the system refuses."""

import errno
import re

from deckgen.wording import Language, say, words_in

_REASONS = (
    "EACCES", "EBUSY", "ECONNREFUSED", "ECONNRESET", "EDQUOT", "EEXIST", "EFBIG", "EIO", "EISDIR", "ENAMETOOLONG",
    "ENETUNREACH", "ENOENT", "ENOSPC", "ENOTDIR", "EPERM", "EROFS",
)  # fmt: skip
REASONS: dict[int, str] = {getattr(errno, name): name for name in _REASONS}
"""The terms for errors of the system, by their numbers."""

_SEEN_AS_TYPED = re.compile("\\u3000|(?<=[\\u2190-\\u2bff\\ufe0f\\U0001f000-\\U0001faff])\\u200d")
"""The full-width space of Japanese text, and what joins several signs into one emoji."""
_RANGE = re.compile(r"@(-?[0-9.]*[0-9])?\.\.(-?[0-9.]*[0-9])?")


def span(least: float | None, most: float | None) -> str:
    """A range of numbers as a value of a message; None where it has no end."""
    return f"@{_plain(least)}..{_plain(most)}"


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def in_words(value: str, language: Language) -> str:
    """A term or a range in words; any other value as it is, control characters made visible."""
    if value.startswith("@"):
        if word := words_in(language, "terms").get(value[1:]):
            return word
        if match := _RANGE.fullmatch(value):
            return _range_in_words(match, language)
    return visible(value)


def _range_in_words(match: re.Match[str], language: Language) -> str:
    """`1 to 1,000`, `1〜1,000`."""
    least, most = (_grouped(end) if end else "" for end in match.groups())
    if least == most:
        return least
    if least and most:
        return say("terms.between", language, least=least, most=most)
    return say("terms.at-least", language, least=least) if least else say("terms.at-most", language, most=most)


def _grouped(digits: str) -> str:
    """Digits in groups of three where there are more than four: a year is written without a comma."""
    whole, dot, rest = digits.partition(".")
    return (f"{int(whole):,}" if len(whole) > 4 else whole) + dot + rest


def visible(value: str) -> str:
    """A value with what a terminal would obey as escapes."""
    if value.isprintable():
        return value
    typed = {match.start() for match in _SEEN_AS_TYPED.finditer(value)}
    return "".join(
        character if character.isprintable() or index in typed else f"\\u{ord(character):04x}"
        for index, character in enumerate(value)
    )


def reason(problem: Exception) -> str:
    """Why the system refused, as a value of a message: a term where there is one, else the system's own words."""
    name = REASONS.get(getattr(problem, "errno", None) or 0)
    return f"@{name}" if name else getattr(problem, "strerror", None) or str(problem)
