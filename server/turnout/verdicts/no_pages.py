"""An app without pages is an API: whoever calls it lives elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import DECISIVE, Evidence, at_entry
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action or view.app is None or view.client or view.server:
        return
    if not any(route.kind in ("page", "pages-page") for route in view.project.routes(view.app).routes):
        yield at_entry(view, "no-pages", "http-endpoint", DECISIVE, "The app has no pages: others call its endpoints.")
