"""Material text -> merged text: values put in, marks parsed."""

from collections.abc import Callable, Mapping
from functools import cached_property

from deckgen.diagnostics import Report
from deckgen.merge.values import Leaf
from deckgen.model.text import Source, Text
from deckgen.text import inline


class Texts:
    """Turns the texts of a course and a company into what the layout takes."""

    def __init__(self, values: Mapping[str, Leaf], report: Report) -> None:
        self._values = values
        self._report = report

    def line(self, source: Source) -> Text:
        """A text of one paragraph."""
        return inline.parse(self._rendered(source), source, self._report)

    def blocks(self, source: Source) -> Text:
        """Running text: paragraphs and list items."""
        return inline.parse_blocks(self._rendered(source), source, self._report)

    def _rendered(self, source: Source) -> str:
        if source.is_template and ("{{" in source.text or "{%" in source.text):
            return self._render(source)
        return source.text

    @cached_property
    def _render(self) -> Callable[[Source], str]:
        from deckgen.merge.templates import Templates  # most courses need it; a check of a plain one does not

        return Templates(self._values, self._report).render
