"""Hours of contacts as people write them: whether one line answers whenever another would."""

import re
import unicodedata

_ALWAYS = re.compile(r"24時間|二十四時間|終日|いつでも|常時|昼夜|年中無休(?!.*[0-9]:)")
_OUT_OF_HOURS = re.compile(r"夜|早朝|未明|休日|休業日|土|日曜|祝|時間外|宿直|当直|守衛|警備|年末年始|連休|お盆")
_SPAN = re.compile(r"([0-9]{1,2})[:時]([0-9]{2})?(?:分)?[~-]([0-9]{1,2})[:時]([0-9]{2})?")


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
    spans = _SPAN.findall(_narrow(hours))
    if not spans:
        return None
    return int(spans[0][0]) * 60 + int(spans[0][1] or 0), int(spans[-1][2]) * 60 + int(spans[-1][3] or 0)


def _narrow(text: str) -> str:
    return re.sub(r"[〜～‐–—−ー]|から", "-", "".join(unicodedata.normalize("NFKC", text).split())).replace("~", "-")
