"""The fonts of a theme: of its text and of its headings, and those of languages that have their own."""

from dataclasses import dataclass, replace

from deckgen.model.text import Source
from deckgen.model.theme import Embedding, Family, Fonts
from deckgen.readers.font_files import refuse_embedding
from deckgen.readers.theme_layers import ThemeFiles
from deckgen.readers.theme_sheet import FamilySheet, FontsSheet, HeadingSheet, ThemeSheet
from deckgen.wording import Language


def fonts_of(sheet: ThemeSheet, files: ThemeFiles) -> Fonts:
    """The fonts of a theme."""
    fonts = sheet.fonts
    more = fonts.supplement
    behind = (Family(more.family, files.face(more.regular, False), files.face(more.bold, True)),) if more else ()
    made = _Maker(sheet, files).fonts(fonts, fonts.bold, fonts.east_asian, fonts.line_height, behind)
    return replace(_with_heading(made, fonts, sheet, files), office=fonts.east_asian)


def families_of(own: Fonts, sheet: ThemeSheet, files: ThemeFiles) -> dict[Language, Fonts]:
    """The families of languages that have one of their own, with the theme's for the signs that they lack; a company's
    template keeps to its fonts.
    """
    family = sheet.fonts.en
    if not family or sheet.template:
        return {}
    made = _Maker(sheet, files).fonts(family, family.bold, own.east_asian, family.line_height, _behind(own))
    return {"en": _with_heading(made, family, sheet, files)}


def _with_heading(text: Fonts, named: FontsSheet | FamilySheet, sheet: ThemeSheet, files: ThemeFiles) -> Fonts:
    """The fonts with those of their headings; a company's template has its own."""
    heading = named.heading
    if not heading or sheet.template:
        return text
    japanese = heading.east_asian or text.east_asian
    made = _Maker(sheet, files).fonts(heading, heading.bold, japanese, text.line_height, _behind(text))
    return replace(text, heading=made)


def _behind(fonts: Fonts) -> tuple[Family, ...]:
    """The families that stand behind another one."""
    return (Family(fonts.family, fonts.regular, fonts.bold), *fonts.supplements)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes fonts of what a theme says of a family."""

    sheet: ThemeSheet
    files: ThemeFiles

    def fonts(
        self,
        named: FontsSheet | FamilySheet | HeadingSheet,
        bold: Source | None,
        japanese: str,
        line_height: float,
        behind: tuple[Family, ...],
    ) -> Fonts:
        """The family, with those behind it; without a bold file it has one weight."""
        wanted = self._embedding(named, japanese)
        regular = self.files.face(named.regular, False, wanted)
        return Fonts(
            family=named.family,
            regular=regular,
            bold=self.files.face(bold, True, wanted) if bold else replace(regular, bold=True),
            latin=named.latin,
            east_asian=japanese,
            line_height=line_height,
            office=named.latin,
            supplements=behind,
            fit=self.sheet.fit,
        )

    def _embedding(self, named: FontsSheet | FamilySheet | HeadingSheet, japanese: str) -> Embedding:
        """How much of the family goes into decks: they call it by one of two names, and under another one nobody
        would look for it.
        """
        if self.sheet.embed_fonts == "none" or named.family in (named.latin, japanese):
            return self.sheet.embed_fonts
        refuse_embedding(named.regular, "@font-other-name", self.files.context)
        return "none"
