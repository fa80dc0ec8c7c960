"""CORS and OPTIONS: other origins are allowed to call."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import DECISIVE, Evidence, at_effect, at_entry
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    if view.entry.symbol in ("OPTIONS", "HEAD"):
        text = f"{view.entry.symbol} exists only in HTTP."
        yield at_entry(view, "cors", "http-endpoint", DECISIVE, text)
        return
    for seen in view.seen("cors"):
        text = f"Other origins may call it ({seen.effect.what})."
        yield at_effect(seen, "cors", "http-endpoint", DECISIVE, text)
        return
    options = next((each for each in view.project.entries(view.entry.path) if each.symbol == "OPTIONS"), None)
    if options is not None:
        text = "The route answers OPTIONS: other origins may call it."
        yield at_entry(view, "cors", "http-endpoint", DECISIVE, text)
