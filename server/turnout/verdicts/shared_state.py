"""State in memory: each bundle of a build may have its own copy, and endpoints of one router share theirs."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import WEAK, Evidence, at_effect
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action or view.module is None:
        return
    neighbours = [each for each in view.project.entries(view.entry.path) if each.symbol != view.entry.symbol]
    for seen in view.trace.of("memory-write"):
        if seen.path == view.entry.path and neighbours:
            text = f"It changes data in memory ({seen.effect.what}) that its neighbours in this file read."
            yield at_effect(seen, "shared-state", "http-endpoint", WEAK, text)
            return
