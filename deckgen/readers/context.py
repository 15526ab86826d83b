"""What every reader of a node needs besides the node."""

from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Place, Report
from deckgen.model.text import Source
from deckgen.readers.tree import Scalar


class Faulty(Exception):
    """A value cannot be read; why stands in the report already."""


@dataclass(frozen=True, slots=True)
class Context:
    """The file that is being read."""

    report: Report
    folder: Path
    """Pictures are looked up here and nowhere else."""
    is_template: bool
    """True for a course, whose texts may hold `{{ values }}`."""
    pictures: list[Path] = field(default_factory=list)
    """Every picture file that was read."""

    def fault(self, code: str, place: Place, **values: object) -> Faulty:
        """Report a problem; the caller raises what it gets."""
        self.report.add(code, place, **values)
        return Faulty()

    def source(self, node: Scalar) -> Source:
        """A scalar as text of the material."""
        return Source(node.text, node.place, self.is_template, node.raw)
