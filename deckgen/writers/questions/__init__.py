"""Sheets of questions for those who know the answers: a workbook for each staff role."""

from deckgen.writers.questions.workbook import Request, workbook

__all__ = ["Request", "workbook"]
