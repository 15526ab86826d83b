"""Whatever is written into a slot of a profile is read back as it was written, and nothing else is."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.model.slots import SlotDeclaration
from deckgen.pipeline.material import course_named
from deckgen.pipeline.workspace import find_workspace
from deckgen.readers.questions import value_in
from deckgen.readers.renewal import scalars
from deckgen.readers.splicing import Change, spliced
from deckgen.readers.tree import Mapping
from deckgen.readers.yaml_tree import parse

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
COMPANIES = ("midori-seiki", "hinata-design")
COURSE = course_named("telework-privacy", find_workspace(ROOT, Report()), Report())
ORDER = [slot.name for slot in COURSE.slots]
SIGNS = "あ漢ア。、「」：・ー〜 a1:#-=+@!&*?|>%{}[],'\"\\`~"
LINES = st.text(SIGNS, min_size=1, max_size=14).map(str.strip).filter(lambda text: text.strip() != "")
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n\n".join)
ENTRIES = st.lists(LINES, min_size=1, max_size=7)
STEPS = st.lists(st.one_of(LINES, st.fixed_dictionaries({"when": LINES, "do": LINES})), min_size=1, max_size=6)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": LINES,
    "rich": PARAGRAPHS,
    "steps": STEPS,
    "list": ENTRIES,
    "contact": st.fixed_dictionaries({"role": LINES}, optional={"phone": LINES, "mail": LINES, "note": LINES}),
    "ruling": st.fixed_dictionaries({"decision": st.just("allowed")}, optional={"conditions": ENTRIES}),
    "history": st.lists(
        st.fixed_dictionaries({"version": LINES, "issued_on": st.just("2027-11-01"), "summary": LINES}),
        min_size=1,
        max_size=4,
    ),
}
SLOTS = [slot for slot in COURSE.slots if slot.type in VALUES]


def tree_of(data: bytes) -> Mapping:
    tree = parse(data.decode(), "", Report())
    assert isinstance(tree, Mapping)
    return tree


def others(tree: Mapping, slot: SlotDeclaration) -> list[tuple[str, str]]:
    return [(path, node.text) for path, node in scalars(tree) if not f"{path}.".startswith(f"{slot.name}.")]


def stripped(value: Any) -> Any:
    """Without the line end that a block of text has."""
    return value.strip() if isinstance(value, str) else value


@pytest.mark.parametrize("company", COMPANIES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_value_is_read_back_as_it_was_written(company: str, data: st.DataObject) -> None:
    slot = data.draw(st.sampled_from(SLOTS))
    value = data.draw(VALUES[slot.type])
    before = (ROOT / "source" / "companies" / f"{company}.yaml").read_bytes()
    after = spliced(before, [Change(slot.name, slot, value, is_new_value=True)], ORDER)
    assert stripped(value_in(tree_of(after), slot)) == value
    assert others(tree_of(after), slot) == others(tree_of(before), slot)
    again = spliced(after, [Change(slot.name, slot, value, is_new_value=True)], ORDER)
    assert again == after
