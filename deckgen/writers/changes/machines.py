"""A comparison for machines: plain values to be written as JSON."""

from deckgen.model.changes import Comparison, Detail, Entry, Side
from deckgen.writers.changes.heads import counts, reviewed

DIFF_VERSION = 1
"""Of this form; a higher one may lack or rename what is here."""


def plain(comparison: Comparison) -> dict[str, object]:
    """The comparison as plain values."""
    return {
        "diff_version": DIFF_VERSION,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "counts": dict(counts(comparison)),
        "reviewed": reviewed(comparison),
        "sections": [
            {"kind": section.kind, "entries": list(map(_entry, section.entries))} for section in comparison.sections
        ],
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "scope": side.scope,
        "company": side.company,
        "course": side.course,
        "course_edition": side.course_edition,
        "fiscal_year": side.fiscal_year,
        "version": side.version,
        "issued_on": side.issued_on or None,
        "draft": side.is_draft,
        "public": side.is_public,
        "slides": side.slides,
        "minutes": side.minutes,
        "reasons": [{"version": version, "summary": summary} for version, summary in side.reasons],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "subject": entry.subject,
        "label": entry.label,
        "change": entry.change,
        "old_position": entry.old_position or None,
        "new_position": entry.new_position or None,
        "slides": list(entry.slides),
        "echoes": [{"section": each.kind, "subject": each.subject, "label": each.label} for each in entry.echoes],
        "details": list(map(_detail, entry.details)),
    }


def _detail(detail: Detail) -> dict[str, object]:
    return {
        "path": list(detail.path),
        "change": detail.change,
        "old": None if detail.change == "added" else detail.old,
        "new": None if detail.change == "removed" else detail.new,
        "marks_only": detail.marks_only,
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in detail.pieces],
    }
