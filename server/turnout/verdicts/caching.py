"""Answers that are kept: cache headers, revalidate, force-static."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import CLEAR, Evidence, at_effect
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action or (view.methods and "GET" not in view.methods):
        return
    for seen in view.trace.of("response-header"):
        if seen.effect.what.lower() in (
            "cache-control",
            "cdn-cache-control",
            "vercel-cdn-cache-control",
            "etag",
            "last-modified",
            "expires",
        ):
            text = f"Its answer may be cached ({seen.effect.what}); an action's never is."
            yield at_effect(seen, "caching", "http-endpoint", CLEAR, text)
            return
