"""Slots every course can count on: their fillings go where no slide names them (cover, footers, file names)."""

from deckgen.model.slots import SlotType

COMPANY_NAME = "company.name"
SHORT_NAME = "company.short_name"
LOGO = "company.logo"
FISCAL_YEAR = "edition.fiscal_year"
VERSION = "edition.version"
ISSUED_ON = "edition.issued_on"
NEXT_REVIEW = "edition.next_review"
CONFIDENTIALITY = "edition.confidentiality"
HISTORY = "edition.history"
SESSION_DATE = "session.date"
SESSION_PLACE = "session.place"
SESSION_TRAINER = "session.trainer"

STANDARD_SLOTS: dict[str, frozenset[SlotType]] = {
    COMPANY_NAME: frozenset({"text"}),
    SHORT_NAME: frozenset({"text"}),
    LOGO: frozenset({"image"}),
    FISCAL_YEAR: frozenset({"integer"}),
    VERSION: frozenset({"text"}),
    ISSUED_ON: frozenset({"date"}),
    NEXT_REVIEW: frozenset({"date"}),
    CONFIDENTIALITY: frozenset({"choice", "text"}),
    HISTORY: frozenset({"history"}),
    SESSION_DATE: frozenset({"text", "date"}),
    SESSION_PLACE: frozenset({"text"}),
    SESSION_TRAINER: frozenset({"text"}),
}
"""The types that each may be declared with."""

RESERVED = ("course", "law")
"""First parts of names that mean the course itself in its texts: `{{ course.minutes }}`, `{{ law.notice.text }}`."""

NEEDED = (COMPANY_NAME, FISCAL_YEAR, VERSION, ISSUED_ON)
"""What every course must declare: no edition goes out without them."""
