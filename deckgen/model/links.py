"""Web addresses of the material, and what came back when they were asked."""

from dataclasses import dataclass
from typing import Literal

from deckgen.diagnostics import Place

Outcome = Literal["fine", "forwarded", "moved", "refused", "dead", "unasked"]
"""`fine`: it answers. `forwarded`: it answers under another address for now. `moved`: for good. `refused`: the site is
there and does not serve programs. `dead`: nothing is there. `unasked`: it leads into a network that is not public, or
time was over."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address at one place."""

    url: str
    place: Place
    reference: Place | None = None
    """Where the publication is named whose address it is; None for an address in a text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address said."""

    outcome: Outcome
    found: str
    """The address that answered in the end; the one that was asked where none did."""
    reason: str = ""
    """Why it is refused, dead or unasked: a status, a term of the message catalogue, or the system's words."""
    status: int = 0
    """The HTTP status (RFC 9110, 15) of a refusal or a fault; 0 where none came back."""

    @property
    def has_answered(self) -> bool:
        """Whether a page came back."""
        return self.outcome in ("fine", "forwarded", "moved")

    @property
    def has_spoken(self) -> bool:
        """Whether anything came back, if only a refusal."""
        return self.has_answered or self.status > 0
