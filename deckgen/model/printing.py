"""How papers are printed."""

from dataclasses import dataclass
from typing import Literal

HandoutForm = Literal["compact", "full"]
"""`compact`: three slides a page, and rules, contacts and references as text; `full`: a slide a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """How a company has its papers printed, as long as a build is not asked for something else."""

    handout: HandoutForm = "compact"
    """`compact`: three slides a page, and rules, contacts and references as text; `full`: a slide a page."""
    duplex: bool = False
    """True for sheets printed on both sides: the margin for binding changes sides from page to page."""
