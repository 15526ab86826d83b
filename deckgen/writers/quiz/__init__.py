"""The comprehension test on paper: a file for each form, and the key with explanations for the trainer."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.publication import Publication
from deckgen.model.quiz import Quiz
from deckgen.model.text import Text
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.pdf.papers import Paper, paper_of
from deckgen.writers.quiz.form_view import form_view
from deckgen.writers.quiz.forms import Form, make_forms
from deckgen.writers.quiz.key_view import key_view
from deckgen.writers.rendered import File

__all__ = ["answer_paper", "form_papers", "render_answers", "render_forms"]


def render_forms(publication: Publication, names: tuple[str, ...], variant: Variant) -> Sequence[File]:
    """One PDF a form, without a trace of the answers. Raises EngineMissing where the PDF engine cannot be loaded."""
    return [
        File(f"quiz_{name}.pdf" if name else "quiz.pdf", "pages", paper.render(variant))
        for name, paper in form_papers(publication, names).items()
    ]


def render_answers(publication: Publication, names: tuple[str, ...], variant: Variant) -> Sequence[File]:
    """The key to every form. Raises EngineMissing where the PDF engine cannot be loaded."""
    return [File("answers.pdf", "pages", answer_paper(publication, names).render(variant))]


def form_papers(publication: Publication, names: tuple[str, ...]) -> dict[str, Paper]:
    """The sheets of each form, by its name."""
    test = _test(publication, names)
    return {
        form.name: paper_of(publication, "quiz", test.title, form_view(publication, test.quiz, form))
        for form in test.forms
    }


def answer_paper(publication: Publication, names: tuple[str, ...]) -> Paper:
    """The key, marked as the trainer's on every sheet."""
    test = _test(publication, names)
    view = key_view(publication, test.quiz, test.forms)
    return paper_of(publication, "answers", view.title, view, "trainer")


@dataclass(frozen=True, slots=True)
class _Test:
    quiz: Quiz[Text]
    forms: tuple[Form, ...]

    @property
    def title(self) -> str:
        return self.quiz.title.plain


def _test(publication: Publication, names: tuple[str, ...]) -> _Test:
    quiz = publication.course.quiz
    if quiz is None:
        raise ValueError("a course without a test has no forms")  # the pipeline sees to it
    return _Test(quiz, make_forms(publication.course, quiz, names))
