"""CORS and OPTIONS: other origins are allowed to call."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.project.config import header_rules
from turnout.verdicts.evidence import DECISIVE, WEAK, Evidence, at_effect, at_entry
from turnout.verdicts.patterns import is_below, is_same, vercel_tables
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
        return
    where = _configured(view)
    if where is not None:
        name, weight = where
        text = f"{name} sets CORS headers for its path: other origins may call it."
        yield at_entry(view, "cors", "http-endpoint", weight, text)


def _configured(view: EntryView) -> tuple[str, int] | None:
    """Headers for all of ``/api/*`` come with many a template: they say less than those for one path."""
    route, app = view.entry.route, view.app
    if route is None or app is None:
        return None
    rules = [("next.config", rule) for rule in app.config.headers]
    rules += [("vercel.json", rule) for table in vercel_tables(view) for rule in header_rules(table.get("headers"))]
    for name, rule in rules:
        if any(header.startswith("access-control-allow-origin") for header in rule.names):
            if is_same(rule.source, route.pattern):
                return name, DECISIVE
            if is_below(rule.source, route.pattern):
                return name, WEAK
    return None
