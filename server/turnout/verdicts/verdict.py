"""The answer for one entry, and how it is weighed from the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.handler import Implementation
from turnout.model.module import Module
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

Answer: TypeAlias = Literal["http-endpoint", "server-action", "server-function", "unused"]
Confidence: TypeAlias = Literal["high", "medium", "low"]


@dataclass(frozen=True)
class EntryView:
    """One entry with everything that speaks about it, as a signal sees it."""

    entry: Entry
    callers: tuple[Caller, ...]
    module: Module | None
    """The file that holds the function."""
    implementation: Implementation | None
    project: Snapshot

    @property
    def function(self) -> c.Function | None:
        return self.implementation.function if self.implementation is not None else None


@dataclass(frozen=True)
class Evidence:
    """One reason: what was seen, what it speaks for or against, how strongly (1 weak, 2 clear, 3 decisive)."""

    signal: str
    speaks_for: Answer
    weight: int
    """Negative speaks against."""
    text: str
    """A sentence for a person."""
    path: str | None = None
    span: Span | None = None


Signal: TypeAlias = Callable[[EntryView], Iterator[Evidence]]


@dataclass(frozen=True)
class Verdict:
    """``stands`` is what the entry is today; the entry is misplaced when the answer is another."""

    entry: Entry
    answer: Answer
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    unseen: tuple[str, ...] = ()
    """What could not be seen, in sentences."""

    @property
    def stands(self) -> Answer:
        return "server-action" if self.entry.kind == "server-action" else "http-endpoint"

    @property
    def is_misplaced(self) -> bool:
        return self.answer != self.stands


def verdict_of(project: Snapshot, entry: Entry) -> Verdict:
    """Weigh an entry: a pure function of the snapshot."""
    raise NotImplementedError
