"""Writers: frames in, files out. They know no YAML and take no layout decision. One table names the outputs."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.printing import HandoutForm
from deckgen.model.publication import Publication
from deckgen.writers.rendered import File, MadeFile


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose for the files."""

    pdf: Literal["ua", "archive"] = "ua"
    """`ua`: tagged PDF/UA-1; `archive`: PDF/A-2a as well."""
    forms: tuple[str, ...] = ()
    """Names of the forms of the test, e.g. A, B and C; one form without a name where empty."""
    handout: HandoutForm | None = None
    """Which handout the participants get; as the company has it where None."""
    duplex: bool | None = None
    """Whether the margin for binding changes sides; as the company has it where None."""

    def applied(self, publication: Publication) -> Publication:
        """The publication, printed as the user chose."""
        asked = {name: value for name in ("handout", "duplex") if (value := getattr(self, name)) is not None}
        course = publication.course
        return replace(publication, course=replace(course, printing=replace(course.printing, **asked)))


@dataclass(frozen=True, slots=True)
class OutputKind:
    """One kind of output: one file, or several that belong together."""

    render: Callable[[Publication, Options, Sequence[MadeFile]], Sequence[File]]
    """Makes the files; it is told which others there are already."""
    lists_others: bool = False
    """True for what is made last, since it lists the other files."""
    options: frozenset[str] = frozenset(("pdf", "duplex"))
    """Names of the options that it depends on."""
    lacking: Callable[[Course], str | None] = lambda course: None
    """The code of what to tell where there is nothing to make of a course."""
    findings: Callable[[Publication], Iterable[Diagnostic]] = lambda publication: ()
    """What somebody should know of the files, the same as `render` tells, found by measuring alone."""


def _deck(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.pptx.deck import render

    return [File("deck.pptx", "slides", render(publication.shown))]


def _handout(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.handout import render

    return [File("handout.pdf", "pages", render(publication, "handout", options.pdf))]


def _trainer(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.handout import render

    return [File("trainer.pdf", "pages", render(publication, "trainer", options.pdf))]


def _worksheet(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.worksheet import render

    return render(publication, options.pdf)


def _quiz(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.quiz import render_forms

    return render_forms(publication, options.forms, options.pdf)


def _answers(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.quiz import render_answers

    return render_answers(publication, options.forms, options.pdf)


def _record(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.record import render

    return render(publication, made, options.pdf)


def _card(publication: Publication, options: Options, made: Sequence[MadeFile]) -> Sequence[File]:
    from deckgen.writers.card import render

    return render(publication, options.pdf)


def _notes_findings(publication: Publication) -> Iterable[Diagnostic]:
    from deckgen.writers.pptx.notes_fit import findings

    return findings(publication)


def _card_findings(publication: Publication) -> Iterable[Diagnostic]:
    from deckgen.writers.card import findings

    return findings(publication)


def _paper_findings(publication: Publication) -> Iterable[Diagnostic]:
    from deckgen.writers.pdf.papers import head_findings

    return head_findings(publication)


def _handout_findings(publication: Publication) -> Iterable[Diagnostic]:
    from deckgen.writers.handout import findings

    return findings(publication)


def _lacks_test(course: Course) -> str | None:
    return None if course.quiz else "output-needs-test"


def _lacks_emergency(course: Course) -> str | None:
    return None if any(slide.kind == "emergency" for slide in course.slides) else "output-needs-emergency"


_OF_TESTS = frozenset(("pdf", "duplex", "forms"))

OUTPUTS: dict[str, OutputKind] = {
    "deck": OutputKind(_deck, options=frozenset(), findings=_notes_findings),
    "handout": OutputKind(_handout, options=frozenset(("pdf", "duplex", "handout")), findings=_handout_findings),
    "trainer": OutputKind(_trainer, findings=_paper_findings),
    "worksheet": OutputKind(_worksheet, findings=_paper_findings),
    "quiz": OutputKind(_quiz, options=_OF_TESTS, lacking=_lacks_test, findings=_paper_findings),
    "answers": OutputKind(_answers, options=_OF_TESTS, lacking=_lacks_test, findings=_paper_findings),
    "card": OutputKind(_card, options=frozenset(("pdf",)), lacking=_lacks_emergency, findings=_card_findings),
    "record": OutputKind(_record, lists_others=True, findings=_paper_findings),
}
"""In the order in which they are made."""
