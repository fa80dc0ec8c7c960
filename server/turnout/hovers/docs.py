"""Links to the official pages; the copies that a project has in node_modules come first."""

from __future__ import annotations

from collections.abc import Mapping

from turnout.hovers.links import place_link
from turnout.project.entries import Entry
from turnout.project.paths import folders_above, join
from turnout.project.snapshot import Snapshot
from turnout.text.span import NOWHERE

_BASE = "https://nextjs.org/docs"
_PAGES: Mapping[str, tuple[str, str, str]] = {
    "mutating": (
        "Mutating data",
        "app/getting-started/mutating-data",
        "01-app/01-getting-started/07-mutating-data.md",
    ),
    "handlers": (
        "Route handlers",
        "app/getting-started/route-handlers",
        "01-app/01-getting-started/15-route-handlers.md",
    ),
    "api-routes": (
        "API routes",
        "pages/building-your-application/routing/api-routes",
        "02-pages/03-building-your-application/01-routing/07-api-routes.md",
    ),
    "backend": (
        "Backend for Frontend",
        "app/guides/backend-for-frontend",
        "01-app/02-guides/backend-for-frontend.md",
    ),
    "fetching": (
        "Fetching data",
        "app/getting-started/fetching-data",
        "01-app/01-getting-started/06-fetching-data.md",
    ),
    "security": ("Data security", "app/guides/data-security", "01-app/02-guides/data-security.md"),
}
"""The title, the address below the docs' root, and the file below node_modules/next/dist/docs."""


def docs_line(project: Snapshot, entry: Entry, answer: str) -> str:
    """The pages that matter for an entry and its verdict, as one line of links."""
    keys = {
        "server-action": ("mutating", "security"),
        "server-function": ("fetching", "security"),
        "unused": ("security",),
        "http-endpoint": ("api-routes" if entry.kind == "api-route" else "handlers", "backend"),
    }[answer]
    return " · ".join(_link(project, entry, key) for key in keys)


def _link(project: Snapshot, entry: Entry, key: str) -> str:
    title, page, file = _PAGES[key]
    for folder in folders_above(entry.app):
        local = join(folder, f"node_modules/next/dist/docs/{file}")
        if project.exists(local):
            return place_link(title, local, NOWHERE)
    return f"[{title}]({_BASE}/{page})"
