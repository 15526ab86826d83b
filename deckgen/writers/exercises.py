"""Exercises that participants write into, as worksheet and handout print them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.model.slides import AnySlide, DiscussionSlide, SelfCheckSlide
from deckgen.model.slots import Filling, Items, Missing, Prose, told
from deckgen.model.text import Text, join, plain_text
from deckgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Discussion:
    """A question to talk about, with room to write below each of its prompts."""

    title: str
    question: Text
    steps: Text | None
    prompts: tuple[Text, ...]
    kind: Literal["discussion"] = "discussion"


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """Questions to answer for oneself, each with boxes to tick and a line to write on."""

    title: str
    lead: Text | None
    questions: tuple[tuple[Text, Text | None], ...]
    """Each with its hint."""
    verdict: Text | None
    kind: Literal["self-check"] = "self-check"


def exercise_of(slide: AnySlide[Text, Filling], words: Wording) -> Discussion | SelfCheck | None:
    """The exercise that a slide is; None for any other slide."""
    match slide:
        case DiscussionSlide():
            steps = join(slide.steps, " → ") if slide.steps else None
            prompts = tuple(prompts_of(slide.prompts, words)) if slide.prompts else ()
            return Discussion(slide.title.plain, slide.question, steps, prompts)
        case SelfCheckSlide():
            questions = tuple((each.question, each.hint) for each in slide.questions)
            return SelfCheck(slide.title.plain, slide.lead, questions, slide.verdict)
        case _:
            return None


def prompts_of(filling: Filling, words: Wording) -> Iterator[Text]:
    """What there is to talk about, one entry for each prompt."""
    match filling:
        case Items(items=items):
            yield from (told(each, words) for each in items)
        case Prose(text=text):
            yield text
        case Missing(label=label):
            yield plain_text(words.say("missing", label=label))
