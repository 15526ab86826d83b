"""Works that take long: done by worker processes, one at a time a company, so that every page stays quick."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from deckgen.pipeline.workers import Hand, Lost, usable_cpus
from deckgen.studio.works import warm_up

Kind = Literal["build", "archive", "verify"]
State = Literal["running", "done", "lost", "stopped"]
"""`lost`: its process was ended by somebody else; `stopped`: by whoever watches."""
_MOST_HANDS = 2


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done for a company."""

    kind: Kind
    do: Callable[..., Any]
    arguments: tuple[object, ...]
    steps: tuple[str, ...]
    """Names of what it tells of, in order."""
    stamp: str
    """Of the profile as it is when the work begins."""
    is_draft: bool = False


@dataclass(slots=True)
class Job:
    """A work that was begun."""

    work: Work
    state: State = "running"
    step: str = ""
    result: Any = None
    hand: Hand | None = None

    @property
    def at(self) -> int:
        """How many steps were begun."""
        return self.work.steps.index(self.step) + 1 if self.step in self.work.steps else 0


@dataclass(slots=True)
class Workshop:
    """The worker processes of one run of the studio, and what became of the last work for each company."""

    _jobs: dict[str, Job] = field(default_factory=dict)
    _idle: list[Hand] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _room: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(min(_MOST_HANDS, usable_cpus())))

    def begin(self, company: str, work: Work) -> bool:
        """Begin a work; False where one is at hand for the company."""
        with self._lock:
            known = self._jobs.get(company)
            if known and known.state == "running":
                return False
            job = self._jobs[company] = Job(work)
        threading.Thread(target=self._do, args=(job,), daemon=True).start()
        return True

    def job(self, company: str) -> Job | None:
        """The work that is at hand for a company, or was the last."""
        return self._jobs.get(company)

    def stop(self, company: str) -> None:
        """End what is at hand for a company."""
        with self._lock:
            job = self._jobs.get(company)
            if job and job.state == "running":
                job.state = "stopped"
                if job.hand:
                    job.hand.end()

    def close(self) -> None:
        """End what waits for work."""
        with self._lock:
            while self._idle:
                self._idle.pop().end()

    def ask(self, do: Callable[..., Any], *arguments: object) -> Any:
        """What a short work answers; waits for it. Raises Lost."""
        with self._room:
            return self._at_a_hand(do, arguments, lambda hand: None, lambda step: None)

    def warm(self) -> None:
        """Have a process ready that has loaded the stages."""
        with self._lock:
            is_cold = not self._idle and not any(job.state == "running" for job in self._jobs.values())
        if is_cold:
            threading.Thread(target=self.ask, args=(warm_up,), daemon=True).start()

    def _do(self, job: Job) -> None:
        def took(hand: Hand) -> None:
            with self._lock:
                job.hand = hand
                if job.state == "stopped":
                    hand.end()

        def tell(step: str) -> None:
            job.step = step

        state: State = "lost"
        try:
            with self._room:
                job.result = self._at_a_hand(job.work.do, job.work.arguments, took, tell)
            state = "done"
        except Lost:
            pass
        finally:
            with self._lock:
                job.hand = None
                if job.state == "running" or state == "done":
                    job.state = state

    def _at_a_hand(
        self,
        do: Callable[..., Any],
        arguments: tuple[object, ...],
        took: Callable[[Hand], None],
        tell: Callable[[str], None],
    ) -> Any:
        with self._lock:
            hand = self._idle.pop() if self._idle else None
        hand = hand or Hand()
        took(hand)
        found = hand.do(do, arguments, tell)
        with self._lock:
            self._idle.append(hand)
        return found
