"""The comprehension test on paper: a file for each form, and the key with explanations for the trainer."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.publication import Publication
from deckgen.model.quiz import Quiz
from deckgen.model.text import Text
from deckgen.writers.paper.describe import Document
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.quiz.forms import Form, make_forms
from deckgen.writers.quiz.key import compose_key
from deckgen.writers.quiz.sheets import compose_form
from deckgen.writers.rendered import File

__all__ = ["answer_document", "form_documents", "render_answers", "render_forms"]


def render_forms(publication: Publication, names: tuple[str, ...], variant: Variant) -> Sequence[File]:
    """One PDF a form, without a trace of the answers. Raises EngineMissing where the PDF engine cannot be loaded."""
    return [
        File(f"quiz_{name}.pdf" if name else "quiz.pdf", "pages", document.render(variant))
        for name, document in form_documents(publication, names).items()
    ]


def render_answers(publication: Publication, names: tuple[str, ...], variant: Variant) -> Sequence[File]:
    """The key to every form. Raises EngineMissing where the PDF engine cannot be loaded."""
    return [File("answers.pdf", "pages", answer_document(publication, names).render(variant))]


def form_documents(publication: Publication, names: tuple[str, ...]) -> dict[str, Document]:
    """The sheets of each form, by its name."""
    test = _test(publication, names)
    return {form.name: Document(compose_form(publication, test.quiz, form), test.title) for form in test.forms}


def answer_document(publication: Publication, names: tuple[str, ...]) -> Document:
    """The key, marked as the trainer's on every sheet."""
    test = _test(publication, names)
    return Document(compose_key(publication, test.quiz, test.forms), f"{test.title} 解答と解説", "trainer")


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
