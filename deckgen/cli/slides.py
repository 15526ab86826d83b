"""`deckgen slides`."""

from deckgen.cli.arguments import add_format, add_language, add_profile, add_version
from deckgen.cli.printing import Printer
from deckgen.cli.tables import TableCommand, ranges
from deckgen.cli.usage import Parser
from deckgen.pipeline.tables import SlideRow, slide_table
from deckgen.wording import Language, say

EXAMPLE = "deckgen slides acme"

_COLUMNS = ("number", "slide", "title", "minutes", "kind")


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_profile(parser)
    add_version(parser)
    add_language(parser)
    add_format(parser, with_table=True)


def _fields(rows: tuple[SlideRow, ...]) -> dict[str, object]:
    return {"slides": [_record(row) for row in rows]}


def _all_cells(rows: tuple[SlideRow, ...], language: Language) -> list[list[str]]:
    return [[say(f"commands.head-{column}", language) for column in _COLUMNS], *(_cells(row, language) for row in rows)]


def _summary(rows: tuple[SlideRow, ...], printer: Printer) -> None:
    printer.say("slides-count", slides=sum(row.is_shown for row in rows), minutes=_minutes(rows))
    printer.say("slides-next")


def _minutes(rows: tuple[SlideRow, ...]) -> str:
    return f"{sum(row.minutes for row in rows if row.is_shown):g}"


def _cells(row: SlideRow, language: Language) -> list[str]:
    kind = say(f"commands.slide-{row.kind}" if row.is_shown else "commands.slide-left-out", language)
    return [ranges(row.numbers) if row.numbers else "–", row.id, row.title, f"{row.minutes:g}", kind]


def _record(row: SlideRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "minutes": row.minutes,
        "kind": row.kind,
        "numbers": list(row.numbers),
        "shown": row.is_shown,
    }


run = TableCommand(slide_table, _fields, {"slides": []}, _all_cells, _summary).run
"""Print the table."""
