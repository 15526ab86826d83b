"""Deck and handouts say the same, in the same order; what is for the trainer stays with the trainer."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import get_args

import pytest

from deckgen.diagnostics import Report
from deckgen.model.slots import Verdict
from deckgen.model.text import NOWHERE, Source
from deckgen.text.inline import parse_blocks
from deckgen.wording import LANGUAGES, Language, say
from tests.conformance.builds import CASES, ENGLISH, FULL, SECOND, SECOND_IN_ENGLISH, Built
from tests.conformance.texts import READING, SlideText, deck_texts, find, printed_text
from tests.layout.themes import FONTS

WITH_DECK = [name for name, case in CASES.items() if not case.archive]
FEWEST = {SECOND: 15, "acme": 12}
"""How many texts of a company its slides show at least, where those are few."""
PAUSES = ("pause",)
"""Slides that participants do not take home: breaks."""
ALIKE = [name for name in WITH_DECK if "--slides" not in CASES[name].options]
"""Cases whose slides and papers are in one language: titles and notes of a slide stand on paper in the same words."""
# Between two paragraphs a list prints its markers; PowerPoint makes them itself.
MARKERS = re.compile(r"(•|◦|–|□|\d+\.)*")
FOR_TRAINERS = ("_trainer.pdf", "_answers.pdf", "_record.pdf")
READABLE = 7.9
"""Points: smaller type is in the pictures of slides only, and what it says stands beside them."""
TITLE = 7.0
"""Points: of what a picture shows only titles are as large, those with the number of their part behind them too."""
PART = re.compile(r"(（\d+/\d+）|\(\d+/\d+\))$")
CONTINUED = tuple("".join(say("continued", language).split()) for language in LANGUAGES)

Texts = tuple[list[SlideText], str, str]


@cache
def texts_of(built: Built) -> Texts:
    """Slides, full handout and trainer's handout of a case."""
    slides = [as_printed(slide) for slide in deck_texts(built.deck)]
    handout, trainer = (printed_text(built.file(ending)) for ending in (FULL, "_trainer.pdf"))
    shown_on_slides = {PART.sub("", text) for slide in slides for text in slide.paragraphs}
    for title in {PART.sub("", slide.title) for slide in slides if slide.title}:
        # Where a text runs on to another page, that page opens with the slide's title once more. A list that goes on
        # says so in the same words, on the slide itself.
        for again in (title + continued for continued in CONTINUED):
            if again not in shown_on_slides:
                handout, trainer = (text.replace(again, "") for text in (handout, trainer))
    return slides, handout, trainer


def as_printed(slide: SlideText) -> SlideText:
    """A slide's texts as paper shows them: 〓 for a sign that no font of the theme holds."""
    paragraphs, notes, cues = (
        tuple("".join(FONTS.in_print(text).split()) for text in texts)
        for texts in (slide.paragraphs, slide.notes, slide.cues)
    )
    return replace(slide, paragraphs=paragraphs, notes=notes, cues=cues)


@pytest.fixture
def read(name: str, builds: dict[str, Built]) -> Texts:
    """The texts of one case."""
    assert builds[name].deck.exists()
    return texts_of(builds[name])


@pytest.mark.parametrize("name", WITH_DECK)
def test_the_full_handout_has_the_deck_s_slides_and_what_is_written_for_readers_in_order(
    name: str, read: Texts, builds: dict[str, Built]
) -> None:
    slides, handout, _ = read
    assert slides
    read_by_people = written_for(slides, builds[name])
    kept = (slide for slide in slides if slide.slide_id not in PAUSES)
    told = ((slide, [slide.paragraphs, read_by_people[slide.number]]) for slide in kept)
    assert [*differences(told, handout)] == []


@pytest.mark.parametrize("name", WITH_DECK)
def test_what_is_only_said_aloud_is_in_no_participant_s_file(name: str, read: Texts, builds: dict[str, Built]) -> None:
    slides, full, _ = read
    read_by_people = written_for(slides, builds[name])
    printed = "".join(line for lines in read_by_people.values() for line in lines)
    only_said = [line for slide in slides for line in slide.notes if line not in printed]
    for handout in (full, printed_text(builds[name].file("_handout.pdf"))):
        assert [line for line in only_said if find(line, handout)] == []


@pytest.mark.parametrize("name", ALIKE)
def test_the_compact_handout_has_every_slide_s_title_and_what_is_written_for_readers_in_order(
    name: str, read: Texts, builds: dict[str, Built]
) -> None:
    slides, *_ = read
    printed = printed_text(builds[name].file("_handout.pdf"), least=TITLE)
    read_by_people = written_for(slides, builds[name])
    firsts = {slide.slide_id: slide for slide in reversed(slides)}
    position, lacking = 0, []
    for slide in (slide for slide in slides if firsts[slide.slide_id] is slide and slide.slide_id not in PAUSES):
        for text in (PART.sub("", slide.title), *read_by_people[slide.number]):
            if found := find_readable("".join(FONTS.in_print(text).split()), printed, position):
                position = found[1]
            else:
                lacking.append(f"slide {slide.number}: 「{text}」 is missing or out of order")
    assert lacking == []


@pytest.mark.parametrize("name", WITH_DECK)
def test_the_compact_handout_has_all_that_slides_show_of_the_company_large_enough_to_read(
    name: str, builds: dict[str, Built]
) -> None:
    printed = printed_text(builds[name].file("_handout.pdf"), least=READABLE)
    content = json.loads(builds[name].file("build.json").read_text("utf-8"))["content"]
    values = {slot["name"]: slot["value"] for slot in content["slots"]}
    texts = {shown(text) for slot in slots_in(content["slides"]) for text in texts_in(values.get(slot))}
    least = 5 if "version" in name else FEWEST.get(CASES[name].company, 20)
    assert len(texts) > least or "empty" in name
    assert [text for text in sorted(texts) if not find_readable(text, printed)] == []


def find_readable(text: str, printed: str, start: int = 0) -> tuple[int, int] | None:
    """Where a text stands in print from which small type was left out, and with it the readings above words."""
    return find(text, printed, start) or find(READING.sub(r"\1", text), printed, start)


def slots_in(part: object) -> Iterator[str]:
    """The slots that some slides of a content show."""
    if isinstance(part, dict):
        yield from [part["slot"]] if "slot" in part else (slot for each in part.values() for slot in slots_in(each))
    elif isinstance(part, list):
        yield from (slot for each in part for slot in slots_in(each))


def texts_in(value: object) -> Iterator[str]:
    """The texts of a slot's value, line by line; a decision is a sign and a word."""
    if isinstance(value, str) and value not in get_args(Verdict):
        yield from filter(None, value.split("\n"))
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in texts_in(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in texts_in(each))


def written_for(slides: list[SlideText], built: Built) -> dict[int, tuple[str, ...]]:
    """By number of the slide what its handout prints of it: the course's text for readers, else the notes.

    The further pages of a slide have nothing to read but themselves.
    """
    content = json.loads(built.file("build.json").read_text("utf-8"))["content"]["slides"]
    written = {slide["id"]: tuple(map(shown, slide.get("written", ()))) for slide in content}
    met: set[str] = set()
    found = {}
    for slide in slides:
        is_first = slide.slide_id not in met
        found[slide.number] = (written[slide.slide_id] or slide.notes) if is_first else ()
        met.add(slide.slide_id)
    return found


def shown(line: str) -> str:
    """A line of a content as the deck says it, without marks and white space."""
    text = parse_blocks(line, Source(line, NOWHERE), Report())
    plain = "".join(run.text + (f"（{run.ruby}）" if run.ruby else "") for run in text.runs)
    return "".join(FONTS.in_print(plain).split())


@pytest.mark.parametrize("name", ALIKE)
def test_the_trainer_s_handout_has_slides_notes_and_cues_in_order(read: Texts) -> None:
    slides, _, trainer = read
    assert any(slide.cues for slide in slides)
    assert [*differences(((slide, [slide.paragraphs, slide.notes]) for slide in slides), trainer)] == []
    # Cues may stand beside the notes: before them or after them.
    assert [*differences(((slide, [slide.cues]) for slide in slides), trainer)] == []


@pytest.mark.parametrize("name", WITH_DECK)
def test_no_cue_is_in_a_participant_s_file(name: str, read: Texts, builds: dict[str, Built]) -> None:
    slides, _, _ = read
    for file in builds[name].files(".pdf"):
        if not file.name.endswith(FOR_TRAINERS):
            printed = printed_text(file)
            assert [cue for slide in slides for cue in slide.cues if find(cue, printed)] == [], file.name


@pytest.mark.parametrize("name", [name for name in WITH_DECK if CASES[name].workspace is None])
def test_no_answer_is_in_a_participant_s_file(name: str, builds: dict[str, Built]) -> None:
    built = builds[name]
    items = json.loads(built.file("build.json").read_text("utf-8"))["content"]["quiz"]["items"]
    language: Language = "en" if CASES[name].company in (ENGLISH, SECOND_IN_ENGLISH) else "ja"
    answers = [shown(item["explanation"]) for item in items] + [shown(say("marks", language))]
    key = printed_text(built.file("_answers.pdf"))
    assert [text for text in answers if not find(text, key)] == []
    for file in built.files(".pdf"):
        if not file.name.endswith(FOR_TRAINERS):
            printed = printed_text(file)
            assert [text for text in answers if find(text, printed)] == [], file.name


def test_the_parity_judge_finds_what_is_missing_out_of_order_or_too_much() -> None:
    slide = SlideText(7, ("題", "一つ目", "二つ目"), ("話すこと",), (), has_chart=False)
    groups = [(slide, [slide.paragraphs, slide.notes])]
    assert [*differences(groups, "題•一つ目•二つ目解説話すこと")] == []
    assert [*differences(groups, "題•一つ目解説話すこと")] == ["slide 7: 「二つ目」 is missing or out of order"]
    assert "slide 7: 「二つ目」 is missing or out of order" in [*differences(groups, "題•二つ目•一つ目解説話すこと")]
    assert [*differences(groups, "題•一つ目余り•二つ目解説話すこと")] == ["slide 7: 「余り•」 stands before 「二つ目」"]


def differences(slides: Iterable[tuple[SlideText, list[tuple[str, ...]]]], printed: str) -> Iterator[str]:
    """Which paragraphs are not in print where the deck has them, and what is in print between them."""
    position = 0
    for slide, groups in slides:
        for group in groups:
            for index, text in enumerate(group):
                found = find(text, printed, position)
                if found is None:
                    yield f"slide {slide.number}: 「{text}」 is missing or out of order"
                    continue
                between = printed[position : found[0]]
                if index and not slide.has_chart and not MARKERS.fullmatch(between):
                    yield f"slide {slide.number}: 「{between}」 stands before 「{text}」"
                position = found[1]
