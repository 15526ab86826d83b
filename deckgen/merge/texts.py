"""Material text -> merged text: values put in, marks parsed."""

from collections.abc import Callable, Mapping
from functools import cached_property

from deckgen.diagnostics import Report
from deckgen.merge.values import Leaf
from deckgen.model.text import Source, Text, plain_text
from deckgen.text import inline
from deckgen.text.stray import report_stray


class Texts:
    """Turns the texts of a course and a company into what the layout takes."""

    def __init__(self, values: Mapping[str, Leaf], report: Report) -> None:
        self._values = values
        self._report = report

    def line(self, source: Source) -> Text:
        """A text of one paragraph."""
        report_stray(source, "line", self._report)
        return inline.parse(self._rendered(source), source, self._report)

    def item(self, source: Source) -> Text:
        """The same as the entry of a list, which has a bullet or a number of its own."""
        report_stray(source, "item", self._report)
        return inline.parse(self._rendered(source), source, self._report)

    def literal(self, source: Source) -> Text:
        """A company's words in which nothing is a mark: names, numbers, contacts."""
        report_stray(source, "literal", self._report)
        return plain_text(inline.join_lines(map(str.strip, source.text.split("\n"))), source.place)

    def blocks(self, source: Source) -> Text:
        """Running text: paragraphs and list items."""
        report_stray(source, "blocks", self._report)
        return inline.parse_blocks(self._rendered(source), source, self._report)

    def _rendered(self, source: Source) -> str:
        if source.is_template and ("{{" in source.text or "{%" in source.text):
            return self._render(source)
        return source.text

    @cached_property
    def _render(self) -> Callable[[Source], str]:
        from deckgen.merge.templates import Templates  # most courses need it; a check of a plain one does not

        return Templates(self._values, self._report).render
