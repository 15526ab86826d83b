"""Material text -> merged text: values put in, marks parsed."""

from collections.abc import Callable, Mapping
from functools import cached_property

from deckgen.diagnostics import Report
from deckgen.merge.values import Leaf
from deckgen.model.text import Source, Text, plain_text
from deckgen.text import inline
from deckgen.text.stray import report_stray
from deckgen.wording import Wording


class Texts:
    """Turns the texts of a course and a company into what the layout takes."""

    def __init__(self, values: Mapping[str, Leaf], report: Report, words: Wording) -> None:
        self.words = words
        self._values = values
        self._report = report
        self._faulty: set[Source] = set()

    def line(self, source: Source) -> Text:
        """A text of one paragraph."""
        self._expect_one(source)
        report_stray(source, "line", self._report)
        return inline.parse(self._rendered(source), source, self._report)

    def item(self, source: Source) -> Text:
        """The same as the entry of a list, which has a bullet or a number of its own."""
        self._expect_one(source)
        report_stray(source, "item", self._report)
        return inline.parse(self._rendered(source), source, self._report)

    def literal(self, source: Source) -> Text:
        """A company's words in which nothing is a mark: names, numbers, contacts."""
        self._expect_one(source)
        report_stray(source, "literal", self._report)
        return plain_text(inline.join_lines(map(str.strip, source.text.split("\n"))), source.place)

    def blocks(self, source: Source) -> Text:
        """Running text: paragraphs and list items."""
        report_stray(source, "blocks", self._report)
        return inline.parse_blocks(self._rendered(source), source, self._report)

    def nothing(self, source: Source) -> Text:
        """What stands where there must be something and a company has nothing."""
        return plain_text(self.words.say("no-value"), source.place)

    def is_emptied(self, source: object, made: object) -> bool:
        """Whether a text is written, and this company's values leave nothing of it."""
        if not isinstance(source, Source) or not isinstance(made, Text) or made.plain.strip():
            return False
        return source.is_template and source not in self._faulty and bool(source.text.strip())

    def report_emptied(self, source: Source) -> None:
        """Report a text that must not be empty and is."""
        self._report.add("text-emptied", source.place, text=source.text.strip()[:60])

    def _expect_one(self, source: Source) -> None:
        if inline.has_blocks(source.text):
            self._report.add("text-one-paragraph", source.place)

    def _rendered(self, source: Source) -> str:
        if source.is_template and ("{{" in source.text or "{%" in source.text):
            before = len(self._report)
            text = self._render(source)
            if len(self._report) > before:
                self._faulty.add(source)
            return text
        return source.text

    @cached_property
    def _render(self) -> Callable[[Source], str]:
        from deckgen.merge.templates import Templates  # most courses need it; a check of a plain one does not

        return Templates(self._values, self._report, self.words).render
