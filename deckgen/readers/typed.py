"""What people and their programs make of an answer, healed where there is one thing it can have been.

A telephone number without its zero, a day as a number or by its era, digits of full width, a version that has become a
number. What is healed is told; what could have been two things is refused.
"""

import re
import unicodedata
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from deckgen.diagnostics import Report
from deckgen.model.questions import Cell
from deckgen.readers.answers import Typed
from deckgen.readers.contacts import is_phone, phone_meant, unify, with_extension
from deckgen.readers.questions import shown_text
from deckgen.readers.scalars import as_date, likely_date, likely_integer, likely_number, scalar
from deckgen.readers.slot_values import VERDICTS, verdict_of
from deckgen.text.dates import written_date
from deckgen.wording import LANGUAGES, Wording, say

_SERIALS = range(36_526, 73_051)
"""Days of the years 2000 to 2099 as numbers, counted from the end of 1899."""
_SINCE_1904 = 1_462
_DECIMALS = re.compile(r"0\.(0+)(?:_ )?$")
_MARKED_AS_TEXT = re.compile(r"\A\s*'(?=[=+@0-9０-９-])")
"""An apostrophe that tells a spreadsheet to take what follows as text; where a cell is text already, it stays."""
_MEASURED = re.compile(r"([+\-－]?[0-9０-９.．,，]*[0-9０-９])([^0-9０-９.．,，]*)")
"""A number and what it is measured in."""
_DIGITS_ONLY = re.compile(r"[0-9.\-]+")


class Unclear(Exception):
    """An answer cannot be taken; why is in the report."""


def is_unchanged(text: str) -> bool:
    """Whether somebody says that nothing changes."""
    return _is_word(text, "questions.unchanged")


def is_removal(text: str) -> bool:
    """Whether somebody says that nothing shall be there."""
    return _is_word(text, "questions.remove")


def _is_word(text: str, key: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).strip("。. 「」（）()").casefold()
    return any(plain == say(key, language).casefold() for language in LANGUAGES)


def answer_text(typed: Typed, cell: Cell, words: Wording, report: Report) -> str:
    """The answer as people read it. Raises Unclear."""
    if typed.is_formula:
        raise _unclear("answer-formula", typed, report)
    if isinstance(typed.value, bool) or (isinstance(typed.value, (time, timedelta)) and cell.kind == "date"):
        raise _unclear("answer-kind", typed, report, found=typed.value)
    if isinstance(typed.value, str):
        typed = replace(typed, value=_MARKED_AS_TEXT.sub("", typed.value, count=1))
    match cell.kind:
        case "date":
            text = _date(typed, report)
        case "phone":
            text = _phone(typed, report)
        case "number" if isinstance(typed.value, (int, float, str)):
            text = _measured(typed.value, typed, report)
        case _:
            text = _text(typed, cell, words, report)
    node, is_sound = scalar(text, text, typed.place, '"', report)
    if not is_sound:
        raise Unclear
    told = shown_text(_chosen(node.text, cell), cell.kind, cell.options)
    if "\n" in text and "\n" not in told:
        _healed(typed, text.replace("\n", "⏎"), told, report)
    return told


def _unclear(code: str, typed: Typed, report: Report, **values: object) -> Unclear:
    report.add(code, typed.place, **values)
    return Unclear()


def _healed(typed: Typed, found: object, instead: str, report: Report) -> str:
    if str(found) != instead:
        report.add("answer-healed", typed.place, found=found, instead=instead)
    return instead


def _date(typed: Typed, report: Report) -> str:
    match typed.value:
        case datetime():
            return typed.value.date().isoformat()
        case date():
            return typed.value.isoformat()
        case int() | float() as number:
            if len(str(number)) == 8 and isinstance(number, int) and (likely := likely_date(str(number))):
                return _healed(typed, number, likely, report)
            days = int(number) + (_SINCE_1904 if typed.uses_1904 else 0)
            if days not in _SERIALS:
                raise _unclear("answer-kind", typed, report, found=number)
            return _healed(typed, number, (date(1899, 12, 30) + timedelta(days=days)).isoformat(), report)
    text = str(typed.value).strip()
    likely = likely_date(text.split(" ")[0] if re.match(r"[0-9/-]+ [0-9:]+$", text) else text)
    parts = written_date(text)
    if likely and parts and date.fromisoformat(likely).day != parts[2]:
        return text  # no such day: told by whoever reads it
    return _healed(typed, text, likely, report) if likely else text


def _phone(typed: Typed, report: Report) -> str:
    if isinstance(typed.value, (int, float)):
        digits = str(int(typed.value))
        if typed.form and set(typed.form) == {"0"}:
            digits = digits.zfill(len(typed.form))
        if not is_phone(digits) and is_phone(f"0{digits}"):
            digits = f"0{digits}"
        return _healed(typed, int(typed.value), digits, report)
    text = str(typed.value).strip()
    number = unify(text)
    if is_phone(number):
        return with_extension(number)
    if not number.startswith("0") and is_phone(f"0{number}"):
        return _healed(typed, text, f"0{number}", report)
    meant = phone_meant(number)
    return _healed(typed, text, meant, report) if meant and _digits(meant) == _digits(number) else text


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number)


def _text(typed: Typed, cell: Cell, words: Wording, report: Report) -> str:
    match typed.value:
        case datetime() | date() as day:
            told = words.date(day)
            report.add("answer-healed", typed.place, found=day.isoformat()[:10], instead=told)
            return told
        case time() as hour:
            return f"{hour.hour}:{hour.minute:02}"
        case int() as number:
            return str(number)
        case float() as number:
            return _decimal(number, typed, cell, report)
        case timedelta() as span:
            raise _unclear("answer-kind", typed, report, found=span)
    text = str(typed.value).strip("\n 　")
    narrow = unicodedata.normalize("NFKC", text).replace("ー", "-")
    if narrow != text and _DIGITS_ONLY.fullmatch(narrow):
        return _healed(typed, text, narrow, report)
    if cell.kind == "integer" and (likely := likely_integer(text)):
        return _healed(typed, text, likely, report)
    if cell.kind == "mail":
        return unify(text)
    return text


def _measured(value: float | str, typed: Typed, report: Report) -> str:
    """A number, with its unit where that was typed too; a part of a hundred, as a spreadsheet keeps it, in per cent."""
    if isinstance(value, str):
        text = value.strip()
        parts = _MEASURED.fullmatch(text)
        likely = likely_number(parts[1]) if parts else ""
        return _healed(typed, text, f"{likely}{parts[2]}", report) if parts and likely else text
    number = Decimal(repr(value))
    if "%" not in typed.form:
        return f"{number.normalize():f}"
    return _healed(typed, value, f"{number.scaleb(2).normalize():f}%", report)


def _decimal(number: float, typed: Typed, cell: Cell, report: Report) -> str:
    """A number with a decimal point; as a text it may have lost a zero at its end, so its format must show its digits.

    Raises Unclear.
    """
    if decimals := _DECIMALS.search(typed.form):
        return f"{number:.{len(decimals[1])}f}"
    if number.is_integer():
        return str(int(number))
    raise _unclear("answer-number", typed, report, found=f"{number:g}", cell=typed.place.file.rpartition("!")[2])


def _chosen(text: str, cell: Cell) -> str:
    """The label of a choice that was typed in another way; else the text."""
    if cell.kind != "choice":
        return text
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    for option in cell.options:
        if plain in (option.value.casefold(), unicodedata.normalize("NFKC", option.label).casefold()):
            return option.label
    verdict = VERDICTS.get(verdict_of(text))
    return next((option.label for option in cell.options if option.value == verdict), text)


def written_text(text: str, cell: Cell) -> str:
    """An answer as it stands in a profile: the value of a choice for its label."""
    if cell.kind != "choice":
        return text
    return next((option.value for option in cell.options if option.label == text), text)


def answer_day(typed: Typed, report: Report) -> date:
    """A day of review. Raises Unclear."""
    if typed.is_formula or isinstance(typed.value, (bool, time, timedelta)):
        raise _unclear("answer-formula" if typed.is_formula else "answer-kind", typed, report, found=typed.value)
    day = as_date(_date(typed, report))
    if day is None:
        raise _unclear("answer-kind", typed, report, found=typed.value)
    return day
