"""Evidence: one reason for or against an answer, and how strongly it speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.project.effects import Traced
from turnout.text.span import Span
from turnout.verdicts.view import Contact, EntryView

Answer: TypeAlias = Literal["http-endpoint", "server-action", "server-function", "unused"]

DECISIVE = 3
CLEAR = 2
WEAK = 1


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


def at_entry(view: EntryView, signal: str, answer: Answer, weight: int, text: str) -> Evidence:
    """A reason that stands with the entry itself."""
    return Evidence(signal, answer, weight, text, view.entry.path, view.entry.span)


def at_effect(seen: Traced, signal: str, answer: Answer, weight: int, text: str) -> Evidence:
    """A reason that stands where something is done."""
    return Evidence(signal, answer, weight, text, seen.path, seen.effect.span)


def at_contact(contact: Contact, signal: str, answer: Answer, weight: int, text: str) -> Evidence:
    """A reason that stands where somebody calls."""
    return Evidence(signal, answer, weight, text, contact.caller.path, contact.caller.span)
