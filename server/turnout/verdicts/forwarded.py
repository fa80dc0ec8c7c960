"""Other addresses that lead to it: rewrites and redirects of next.config and vercel.json."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from turnout.verdicts.evidence import CLEAR, Evidence, at_entry
from turnout.verdicts.patterns import is_same, vercel_tables
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action or view.entry.route is None:
        return
    for where, kind, destination in _destinations(view):
        if is_same(destination, view.entry.route.pattern):
            text = f"{where} {kind} another address to it."
            yield at_entry(view, "forwarded", "http-endpoint", CLEAR, text)
            return


def _destinations(view: EntryView) -> Iterator[tuple[str, str, str]]:
    config = view.app.config if view.app is not None else None
    for forward in config.rewrites if config is not None else ():
        yield "next.config", "forwards", forward.destination
    for forward in config.redirects if config is not None else ():
        yield "next.config", "redirects", forward.destination
    for table in vercel_tables(view):
        for key, kind in (("rewrites", "forwards"), ("redirects", "redirects")):
            items: Any = table.get(key)
            for item in cast("list[Any]", items) if isinstance(items, list) else []:
                destination: Any = cast("dict[str, Any]", item).get("destination") if isinstance(item, dict) else None
                if isinstance(destination, str):
                    yield "vercel.json", kind, destination
