"""Writers: frames in, files out. They know no YAML and take no layout decision. One table names the outputs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from deckgen.model.publication import Publication
from deckgen.writers.rendered import Rendered


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose for the files."""

    pdf: Literal["ua", "archive"] = "ua"
    """`ua`: tagged PDF/UA-1; `archive`: PDF/A-2a as well."""


@dataclass(frozen=True, slots=True)
class OutputKind:
    """One kind of file."""

    suffix: str
    """End of the file's name."""
    unit: Literal["slides", "pages"]
    render: Callable[[Publication, Options], Rendered]


def _deck(publication: Publication, options: Options) -> Rendered:
    from deckgen.writers.pptx import render

    return render(publication)


def _handout(publication: Publication, options: Options) -> Rendered:
    from deckgen.writers.handout import render

    return render(publication, "handout", options.pdf)


def _trainer(publication: Publication, options: Options) -> Rendered:
    from deckgen.writers.handout import render

    return render(publication, "trainer", options.pdf)


OUTPUTS: dict[str, OutputKind] = {
    "deck": OutputKind("deck.pptx", "slides", _deck),
    "handout": OutputKind("handout.pdf", "pages", _handout),
    "trainer": OutputKind("trainer.pdf", "pages", _trainer),
}
"""In the order in which they are made."""
