"""The slides of a profile, merged and laid out once for each state that it is in.

What is typed is looked at before it is written, and read again when it is: both times the slides are the same. So they
are when a change is taken back.
"""

import threading

from deckgen.caches import of_newest
from deckgen.diagnostics import Report, Stop
from deckgen.model.publication import Publication
from deckgen.pipeline.material import Material, publish

WORK = threading.RLock()
"""Reading, merging and laying out remember much in common, and are done one after the other."""


def published(material: Material, *, draft: bool) -> Publication | None:
    """The slides of a company; None where they cannot be laid out."""
    with WORK:
        return _published(material, draft)


@of_newest(8)  # a company or two, with what is being typed
def _published(material: Material, draft: bool) -> Publication | None:
    try:
        return publish(material, draft=draft, report=Report())
    except Stop:
        return None
