"""What the rules of choice share: the entries of a file with their verdicts, and the words for reasons."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.project.entries import Entry
from turnout.rules.rule import FileView
from turnout.verdicts import Verdict, verdict_of
from turnout.verdicts.words import KINDS, name_of


def verdicts(view: FileView) -> Iterator[Verdict]:
    """The verdicts of the file's entries that are sure enough to be told."""
    for entry in view.project.entries(view.path):
        verdict = verdict_of(view.project, entry)
        if verdict.confidence != "low":
            yield verdict


def reasons(verdict: Verdict) -> str:
    """The two strongest reasons as sentences."""
    return " ".join(each.text for each in verdict.reasons[:2] if each.weight > 0)


def called(entry: Entry) -> str:
    """``The route handler POST /api/tasks``"""
    return f"The {KINDS[entry.kind]} {name_of(entry)}"


def speaks(verdict: Verdict, *signals: str) -> bool:
    """Whether a signal is among the reasons for the answer."""
    return any(each.signal in signals for each in verdict.reasons)
