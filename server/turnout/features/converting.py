"""Entries turned into another kind: one by its name, and which of a file the verdict calls misplaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from turnout.conversions import CONVERSIONS
from turnout.conversions import conversion as conversions
from turnout.conversions.conversion import Conversion
from turnout.features.data import Place, Refusal, Target
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.text.edits import SourceChange
from turnout.verdicts import Answer, verdict_of

_NAMES: Mapping[Target, str] = {
    "server-action": "a Server Action",
    "route-handler": "a route handler",
    "server-function": "a plain server function",
}
_ANSWERS: Mapping[Target, Answer] = {
    "server-action": "server-action",
    "route-handler": "http-endpoint",
    "server-function": "server-function",
}


def convert(
    snapshot: Snapshot, path: str, symbol: str, to: Target, *, keeps_entry: bool = False
) -> SourceChange | Refusal:
    """One entry of a file with its callers; ``keeps_entry`` leaves it there for callers that can't follow."""
    entry = next((each for each in snapshot.entries(path) if each.symbol == symbol), None)
    if entry is None:
        return Refusal(f"There is no {symbol} in {path}.")
    able = [each for each in CONVERSIONS if each.to == to and each.look(snapshot, entry)]
    found = next((each for each in able if each.keeps_entry == keeps_entry), None)
    if found is None:
        reason = "what becomes something else can't stay as well" if able else "nothing converts this kind of code"
        return Refusal(f"{entry.name} can't be turned into {_NAMES[to]}: {reason}.", Place(entry.path, entry.span))
    result = plain(conversions.convert(found, snapshot, entry))
    if isinstance(result, Refusal) and can_stay(snapshot, entry, found):
        return replace(result, can_stay=True)
    return result


def can_stay(snapshot: Snapshot, entry: Entry, refused: Conversion) -> bool:
    """Whether what a conversion refuses can be done with the entry left beside what it becomes."""
    return not refused.keeps_entry and any(
        each.keeps_entry
        and each.to == refused.to
        and each.look(snapshot, entry)
        and not isinstance(conversions.planned_for(each, snapshot, entry), conversions.Refusal)
        for each in CONVERSIONS
    )


def symbols(snapshot: Snapshot, path: str) -> tuple[str, ...]:
    """The entries of a file by name, in their order."""
    return tuple(dict.fromkeys(each.symbol for each in snapshot.entries(path)))


def misplaced(snapshot: Snapshot, path: str, to: Target) -> tuple[str, ...]:
    """The entries of a file that are one kind of thing and should be turned into another, as the verdict says."""
    return tuple(
        entry.symbol
        for entry in snapshot.entries(path)
        if any(each.to == to and each.look(snapshot, entry) for each in CONVERSIONS)
        and verdict_of(snapshot, entry).answer == _ANSWERS[to]
    )


def plain(result: SourceChange | conversions.Refusal) -> SourceChange | Refusal:
    if isinstance(result, SourceChange):
        return result
    at = Place(result.path, result.span) if result.path is not None and result.span is not None else None
    return Refusal(result.reason, at)
