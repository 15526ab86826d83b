"""One YAML scalar: its text cleaned, read as a number, a date or a yes or no; and what was most likely meant."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from deckgen.diagnostics import Place, Report
from deckgen.model.text import within
from deckgen.readers.tree import Scalar
from deckgen.text import hygiene
from deckgen.text.dates import written_date, written_year
from deckgen.text.hygiene import FORBIDDEN, code_point
from deckgen.text.inline import join_lines

# Likely --------------------------------------------------------------------------------------------------------------

_YES = frozenset(
    {"はい", "有", "有り", "あり", "○", "◯", "〇", "する", "1", "y", "ok", "取得", "取得済", "取得済み", "真"}
)
_NO = frozenset({"いいえ", "無", "無し", "なし", "×", "✕", "✗", "しない", "0", "n", "未取得", "偽"})
_COUNTED = re.compile(
    r"約?([+-]?[0-9]{1,3}(?:,[0-9]{3})+|[+-]?[0-9]{1,15})(?:名|人|行|分|点|問|回|個|文?字|%|[かカヵヶケ箇]月)?"
)
_DECIMAL = re.compile(
    r"約?([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,15})?)"
    r"(?:名|人|社|店|件|台|本|枚|冊|分|点|問|回|度|個|歳|倍|円|ページ|%|mm|pt)?"
)
_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_RGB = re.compile(r"(?:rgb)?\(?([0-9]{1,3}),([0-9]{1,3}),([0-9]{1,3})\)?", re.IGNORECASE)
_COLOURS = {
    "#1f5fa8": "青 あお ブルー blue",
    "#1b2f5b": "紺 こん ネイビー navy",
    "#3fa9dc": "水 空 みず スカイブルー ライトブルー cyan skyblue lightblue",
    "#00737a": "青緑 ティール teal turquoise",
    "#1e7b3a": "緑 みどり グリーン green",
    "#6aa81f": "黄緑 きみどり ライム lime",
    "#f2c200": "黄 きいろ イエロー yellow",
    "#e07b00": "橙 だいだい オレンジ orange",
    "#c0262d": "赤 あか 紅 レッド red",
    "#8c1c2e": "えんじ エンジ 臙脂 ワインレッド ボルドー maroon",
    "#d94f8a": "桃 もも ピンク pink magenta",
    "#6a3d9a": "紫 むらさき パープル purple violet",
    "#7a4a21": "茶 ちゃ ブラウン brown",
    "#666666": "灰 はい グレー グレイ gray grey",
    "#000000": "黒 くろ ブラック black",
    "#ffffff": "白 しろ ホワイト white",
}
"""What somebody may mean by the name of a colour: a proposal, dark enough to be read on white where the name allows."""


def likely_boolean(text: str) -> str:
    """`true` or `false`; empty where the text is neither a yes nor a no."""
    word = _narrow(text).lower()
    if word in _YES or word in ("true", "yes", "on"):
        return "true"
    return "false" if word in _NO or word in ("false", "no", "off") else ""


def likely_integer(text: str) -> str:
    """A whole number without full-width digits, separators or what is counted; a year of an era as that of our own."""
    if year := written_year(_bare(text)):
        return str(year)
    match = _COUNTED.fullmatch(_narrow(text))
    return str(int(match[1].replace(",", ""))) if match else ""


def likely_number(text: str) -> str:
    """A decimal number without full-width digits, separators or its unit."""
    match = _DECIMAL.fullmatch(_narrow(text))
    return match[1].replace(",", "") if match else ""


def likely_date(text: str) -> str:
    """The date in ISO 8601's extended form; the last day of its month for one that the month has not got."""
    parts = written_date(_bare(text))
    if parts is None:
        return ""
    year, month, day = parts
    if not (date.min.year <= year <= date.max.year and 1 <= month <= 12 and day >= 1):
        return ""
    return date(year, month, min(day, _last_day(year, month))).isoformat()


def _last_day(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def is_impossible(text: str) -> bool:
    """True for what has the form of a date and is no day of any calendar year."""
    parts = written_date(_bare(text))
    if parts is None:
        return False
    try:
        date(*parts)
    except ValueError:
        return True
    return False


def likely_colour(text: str) -> str:
    """`"#rrggbb"` with its quotes, for a colour without its sign or half of its digits, in numbers, or by its name."""
    if (named := _named_colour(_narrow(text).lower())) or (named := _in_numbers(_narrow(text))):
        return f'"{named}"'
    match = _HEX.fullmatch(_narrow(text))
    if match is None:
        return ""
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    return f'"#{digits.lower()}"'


def _named_colour(name: str) -> str:
    bare = re.sub(r"(?<=.)(?:色|いろ|カラー)$", "", name)
    return next((colour for colour, names in _COLOURS.items() if {name, bare} & set(names.split())), "")


def _in_numbers(text: str) -> str:
    """Red, green and blue of 0 to 255, as programs for drawing tell them."""
    match = _RGB.fullmatch(text)
    parts = [int(part) for part in match.groups()] if match else []
    return "#" + "".join(f"{part:02x}" for part in parts) if parts and max(parts) < 256 else ""


LIKELY: dict[str, Callable[[str], str]] = {
    "@boolean": likely_boolean,
    "@colour": likely_colour,
    "@date": likely_date,
    "@integer": likely_integer,
    "@number": likely_number,
}
"""By what is expected, as a term of the message catalogue."""


def _narrow(text: str) -> str:
    return _bare("".join(unicodedata.normalize("NFKC", text).split()))


def _bare(text: str) -> str:
    """The text without quotes of word processors around it, and without the sign that ends a sentence."""
    return text.strip().rstrip("。、.,，．").strip("“”„‘’「」『』\"' ")


# One YAML scalar -----------------------------------------------------------------------------------------------------

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def scalar(value: str, raw: str, place: Place, style: str | None, report: Report) -> tuple[Scalar, bool]:
    """The node of a scalar, and whether it is sound; findings of hygiene are reported where they stand in `raw`."""
    if not style and value in _NULLS:
        return Scalar("", place, raw, is_null=True), True
    if control := FORBIDDEN.search(value):  # written as an escape; others do not pass `read_text`
        report.add("control-character", place, character=code_point(control.group()))
        return Scalar(value, place, raw), False
    text, findings = hygiene.clean(_unfolded(value, raw, style))
    if findings:
        _report(findings, value, raw, place, report)
    return Scalar(text, place, raw), True


def _unfolded(value: str, raw: str, style: str | None) -> str:
    """The value without the space that YAML puts for a line end, where it came between Japanese characters.

    An empty line parts paragraphs, as it does after `|`; YAML would leave a mere line end of it.
    Walks value and lines side by side; from the first line that is not found as it stands (escapes), all stays.
    """
    if "\n" not in raw or style == "|":
        return value
    written = raw[1:-1].replace("''", "'") if style in ("'", '"') else raw
    lines = [line.strip() for line in written.split("\n")][style == ">" :]
    done: list[str] = []
    position = 0
    for line, following in pairwise(lines):
        if not value.startswith(line, position):
            break
        done.append(line)
        position += len(line)
        if (
            line
            and following
            and " " not in join_lines([line[-1], following[0]])
            and value[position : position + 1] == " "
        ):
            position += 1
        ends = len(value) - position - len(value[position:].lstrip("\n"))
        is_paragraph_end = ends and line and not following and position + ends < len(value)
        done.append("\n" * (ends + bool(is_paragraph_end)))
        position += ends
        if following and value[position : position + 1] == " ":
            done.append(" ")
            position += 1
    return "".join(done) + value[position:]


def _report(findings: list[hygiene.Finding], value: str, raw: str, place: Place, report: Report) -> None:
    """Report each finding at the n-th occurrence of its text in `raw`, as it is the n-th in the value."""
    for finding in findings:
        offset = -1
        for _ in range(value.count(finding.found, 0, finding.offset) + 1):
            offset = raw.find(finding.found, offset + 1)
        where = place if offset < 0 else within(place, raw, offset)
        report.add(
            finding.code,
            where,
            found=finding.found,
            code_point=code_points(finding.found.strip()),
            text=finding.instead or "@nothing",
        )


def code_points(text: str) -> str:
    """`U+FF76 U+FF9E` for the characters of a text."""
    return " ".join(code_point(character) for character in text)


def as_integer(text: str) -> int | None:
    """A whole number of at most 15 digits, or None."""
    return int(text) if _INTEGER.fullmatch(text) else None


def as_number(text: str) -> float | None:
    """A decimal number, or None; no exponents, infinities or thousands separators."""
    return float(text) if _NUMBER.fullmatch(text) else None


def as_boolean(text: str) -> bool | None:
    """YAML 1.1's words for yes and no, or None."""
    return _BOOLEANS.get(text.lower())


def as_date(text: str) -> date | None:
    """A calendar date in ISO 8601's extended form, or None."""
    match = _DATE.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
