"""`python -m tests.cli.filling FILE KEY=ANSWER …`: type answers into a sheet of questions."""

import sys

from openpyxl import load_workbook


def main(path: str, *typed: str) -> None:
    """Each answer goes beside its key."""
    book = load_workbook(path)
    sheet = book.worksheets[1]
    rows = {str(row[0].value): row[0].row for row in sheet.iter_rows(max_col=1)}
    for key, _, answer in (each.partition("=") for each in typed):
        sheet.cell(rows[key], 4).value = answer
    book.save(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
