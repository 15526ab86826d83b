"""Which of the forms that a company's course has is wanted: its language, for one."""

from dataclasses import dataclass, fields

from deckgen.wording import Language


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for one build; what is not chosen is as the profile has it, else as the course is written."""

    language: Language | None = None

    @property
    def folder(self) -> str:
        """Where in a company's folder its files lie, so that they stand in no other's way; empty for no choice."""
        return "_".join(value for field in fields(self) if (value := getattr(self, field.name)))


AS_WRITTEN = Choice()
"""Nothing is chosen."""
