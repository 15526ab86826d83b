"""Which of the forms that a company's course has is wanted: its language, for one."""

from dataclasses import dataclass, replace

from deckgen.wording import Language


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for one build; what is not chosen is as the profile has it, else as the course is written."""

    language: Language | None = None
    slides: Language | None = None
    """The language of the slides that papers show beside texts in the other one; the same where None."""
    version: str | None = None
    """Id of a version of the course."""

    @property
    def of_slides(self) -> "Choice":
        """The same in the language of the slides."""
        return replace(self, language=self.slides, slides=None)

    @property
    def folder(self) -> str:
        """Where in a company's folder its files lie, so that they stand in no other's way; empty for no choice."""
        return "_".join(
            part for part in (self.version, self.language, self.slides and slides_mark(self.slides)) if part
        )

    @property
    def options(self) -> str:
        """What a command that is suggested has to say besides, so that it is about the same files."""
        chosen = {"version": self.version, "language": self.language, "slides": self.slides}
        return "".join(f" --{name} {value}" for name, value in chosen.items() if value)


def slides_mark(language: Language) -> str:
    """What names of files and folders say of papers whose slides are in another language."""
    return f"slides-{language}"


AS_WRITTEN = Choice()
"""Nothing is chosen."""
