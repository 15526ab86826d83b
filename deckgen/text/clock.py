"""Times of day and hours of contacts that a text names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Times of day that a text names --------------------------------------------------------------------------------------

_NOON = 12
_MIDNIGHT = 24
_HALF = r"(?P<half{n}>午前|午後|[AaPp]\.?[Mm]\.?)?\s*"
_TIME = (
    r"(?P<time{n}>(?P<hour{n}>[0-9]{{1,2}})"
    r"(?::(?P<minute{n}>[0-9]{{2}})(?![0-9])|時(?!間)(?:(?P<minutes{n}>[0-9]{{1,2}})分|(?P<thirty{n}>半))?))"
    r"(?:\s*(?P<after{n}>[AaPp]\.?[Mm]\.?))?"
)
_CLOCK = rf"(?<![0-9:]){_HALF}{_TIME}"
_BETWEEN = r"\s*(?:開始|開場|開講)?\s*(?:[-~〜‐‑–—―ー−→]|から|より)\s*(?P<next>翌日?の?|次の日の?)?\s*"
_ONE = re.compile(_CLOCK.format(n=1))
_SPAN = re.compile(_CLOCK.format(n=1) + _BETWEEN + (_HALF + _TIME).format(n=2))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day."""

    found: str
    """As it was typed, in half-width signs."""
    hour: int
    minute: int

    @property
    def is_possible(self) -> bool:
        """Whether a clock shows it; 24:00 is the end of a day."""
        return self.minute < 60 and (self.hour < _MIDNIGHT or (self.hour, self.minute) == (_MIDNIGHT, 0))

    @property
    def total(self) -> int:
        """Minutes from midnight."""
        return self.hour * 60 + self.minute


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to another."""

    found: str
    begin: Moment
    end: Moment
    is_next_day: bool
    """Whether the text says that it ends on the next day."""

    @property
    def minutes(self) -> int:
        """How long it takes; what ends before it begins is taken to end on the next day."""
        return (self.end.total - self.begin.total) % (_MIDNIGHT * 60)


def narrow(text: str) -> str:
    """A text with half-width digits and signs, as spans and moments are found in it."""
    return unicodedata.normalize("NFKC", text)


def moments(text: str) -> Iterator[Moment]:
    """The times of a text."""
    for match in _ONE.finditer(narrow(text)):
        yield _moment(match, 1, "")


def spans(text: str) -> Iterator[Span]:
    """What a text says to last from one time to another; 午後1時〜3時 is all in the afternoon."""
    for match in _SPAN.finditer(narrow(text)):
        begin = _moment(match, 1, "")
        end = _moment(match, 2, _half(match, 1))
        yield Span(match.group().strip(), begin, end, is_next_day=bool(match["next"]))


def _half(match: "re.Match[str]", number: int) -> str:
    """`a` or `p`, before noon or after it; empty where nothing says."""
    told = match[f"half{number}"] or match[f"after{number}"] or ""
    return {"午前": "a", "午後": "p"}.get(told, told[:1].lower())


def _moment(match: "re.Match[str]", number: int, inherited: str) -> Moment:
    hour = int(match[f"hour{number}"])
    minute = 30 if match[f"thirty{number}"] else int(match[f"minute{number}"] or match[f"minutes{number}"] or 0)
    half = _half(match, number) or (inherited if inherited == "p" else "")
    return Moment(match[f"time{number}"], hour + (_NOON if half == "p" and hour < _NOON else 0), minute)


# Hours of contacts as people write them ------------------------------------------------------------------------------
# Whether one line answers whenever another would.

_ALWAYS = re.compile(r"24時間|二十四時間|終日|いつでも|常時|昼夜|年中無休(?!.*[0-9]:)")
_OUT_OF_HOURS = re.compile(r"夜|早朝|未明|休日|休業日|土|日曜|祝|時間外|宿直|当直|守衛|警備|年末年始|連休|お盆")
_OPEN_SPAN = re.compile(r"([0-9]{1,2})[:時]([0-9]{2})?(?:分)?[~-]([0-9]{1,2})[:時]([0-9]{2})?")


def is_always(hours: str) -> bool:
    """Whether hours are all there are."""
    return bool(_ALWAYS.search(_narrow(hours)))


def is_out_of_hours(words: str) -> bool:
    """Whether a duty, its holder or its hours are of nights or holidays."""
    narrow = _narrow(words)
    return bool(_ALWAYS.search(narrow) or _OUT_OF_HOURS.search(narrow))


def cover(hours: str, duty: str) -> bool:
    """Whether somebody who answers at some hours answers at all hours of a duty.

    Hours that nobody wrote are those of an office, on weekdays; only such hours can then be asked of it.
    """
    if is_always(hours) or (hours and _narrow(hours) == _narrow(duty)):
        return True
    if is_out_of_hours(duty):
        return False
    asked, offered = _span(duty), _span(hours)
    return asked is None or (offered is not None and offered[0] <= asked[0] and asked[1] <= offered[1])


def _span(hours: str) -> tuple[int, int] | None:
    """Minutes of the day from the first beginning to the last end; None where no hours of the clock are given."""
    spans = _OPEN_SPAN.findall(_narrow(hours))
    if not spans:
        return None
    return int(spans[0][0]) * 60 + int(spans[0][1] or 0), int(spans[-1][2]) * 60 + int(spans[-1][3] or 0)


def _narrow(text: str) -> str:
    return re.sub(r"[〜～‐–—−ー]|から", "-", "".join(unicodedata.normalize("NFKC", text).split())).replace("~", "-")
