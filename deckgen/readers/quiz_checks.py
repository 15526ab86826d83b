"""What must hold in the questions of a test beyond the types of their fields."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from deckgen.diagnostics import Place, Report
from deckgen.messages.spelling import closest_slide
from deckgen.messages.terms import span
from deckgen.model.quiz import AnyItem, Item, MultipleItem, OrderingItem, SingleItem, TrueFalseItem
from deckgen.model.text import Source
from deckgen.readers.slide_checks import is_id
from deckgen.readers.translation import FOLDER

MOST_CHOICES = 10
"""Choices are named by the first ten of the kana that Japanese tests use."""
_LEAST_STEPS = 3
LONGEST_QUESTION, LONGEST_CHOICE, LONGEST_EXPLANATION = 800, 400, 2_000
"""Characters."""


def check_items(
    items: Iterable[AnyItem[Source]], seen: dict[str, Place], slides: Mapping[str, str] | None, report: Report
) -> None:
    """Report what contradicts itself; `seen` is where ids have been met, and is added to.

    `slides` are the titles of the slides that there are, by id; None where some could not be read.
    """
    for item in items:
        _check_id(item, seen, report)
        if slides is not None and item.slide not in slides:
            meant = closest_slide(item.slide, slides)
            report.add(
                "quiz-slide-unknown",
                item.keys.of("slide", item.place),
                item=item.id,
                slide=item.slide,
                suggestion=meant,
            )
        _check_choices(item, report)
        _check_lengths(item, report)


def _check_id(item: Item[Source], seen: dict[str, Place], report: Report) -> None:
    if not is_id(item.id):
        report.add("quiz-id", item.keys.of("id", item.place), item=item.id)
    if item.id in seen:
        report.add("quiz-duplicate", item.keys.of("id", item.place), item=item.id, other=seen[item.id])
    seen.setdefault(item.id, item.keys.of("id", item.place))


def _check_choices(item: AnyItem[Source], report: Report) -> None:
    match item:
        case SingleItem(choices=choices):
            right = sum(choice.correct for choice in choices)
            if not right:
                report.add("quiz-no-answer", item.keys.of("choices", item.place), item=item.id)
            elif right != 1:
                report.add("quiz-single", item.keys.of("choices", item.place), item=item.id, found=right)
            _check_texts(item, [choice.text for choice in choices], 2, report)
        case MultipleItem(choices=choices):
            right = sum(choice.correct for choice in choices)
            if not 1 <= right < len(choices):
                report.add("quiz-multiple", item.keys.of("choices", item.place), item=item.id)
            _check_texts(item, [choice.text for choice in choices], 2, report)
        case OrderingItem(choices=steps):
            _check_texts(item, steps, _LEAST_STEPS, report)


def _check_lengths(item: AnyItem[Source], report: Report) -> None:
    """What cannot be taken in at a glance is no question; what fills a page is no choice."""
    choices = () if isinstance(item, TrueFalseItem) else item.choices
    texts = [(item.question, LONGEST_QUESTION), (item.explanation, LONGEST_EXPLANATION)]
    texts += [(choice if isinstance(choice, Source) else choice.text, LONGEST_CHOICE) for choice in choices]
    for text, limit in texts:
        if len(text.text) > limit:
            report.add("text-too-long", text.place, limit=limit, found=len(text.text))


def _check_texts(item: Item[Source], texts: Iterable[Source], least: int, report: Report) -> None:
    texts = list(texts)
    if not least <= len(texts) <= MOST_CHOICES:
        report.add(
            "list-length",
            item.keys.of("choices", item.place),
            name="@choices",
            expected=span(least, MOST_CHOICES),
            found=len(texts),
        )
    for text, count in Counter(text.text for text in texts).items():
        if count > 1:
            same = [each.place for each in texts if each.text == text]
            report.add("quiz-same-choice", _to_change(same, texts), item=item.id, text=text)


def _to_change(same: Sequence[Place], texts: Sequence[Source]) -> Place:
    """Where texts that are the same are told apart: the last of them, but where one is laid over another file, there.

    A translation is laid over whole questions; what an edition changes stands beside others that it does not.
    """
    file, _ = Counter(text.place.file for text in texts).most_common(1)[0]
    laid_over = [place for place in same if _is_translated(place)] or [place for place in same if place.file != file]
    return (laid_over or same)[-1]


def _is_translated(place: Place) -> bool:
    return PurePath(place.file).parent.name == FOLDER
