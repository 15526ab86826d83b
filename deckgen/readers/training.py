"""`record:` of a profile: what is known of the training before it is held."""

from typing import cast

from deckgen.model.text import Source
from deckgen.model.training import Training
from deckgen.readers.context import Context
from deckgen.readers.shapes import reader_of
from deckgen.readers.tree import Node

MOST_ROWS = 2_000
MOST_APPROVALS = 6
LONGEST_APPROVAL = 300
"""Characters of what stands above a box for a seal."""


def read_training(node: Node, context: Context) -> Training[Source]:
    """The particulars, their numbers within bounds."""
    training = cast("Training[Source]", reader_of(Training)(node, context))
    for key, value, limit in (("rows", training.rows, MOST_ROWS), ("expected", training.expected, 1_000_000)):
        if value is not None and not 1 <= value <= limit:
            raise context.fault("number-range", node.place, expected=f"1-{limit}（{key}）", found=value)
    if len(training.approvals) > MOST_APPROVALS:
        found = len(training.approvals)
        raise context.fault("list-length", training.approvals[0].place, expected=f"1-{MOST_APPROVALS}", found=found)
    for label in training.approvals:
        if len(label.text) > LONGEST_APPROVAL:
            raise context.fault("text-too-long", label.place, limit=LONGEST_APPROVAL, found=len(label.text))
    return training
