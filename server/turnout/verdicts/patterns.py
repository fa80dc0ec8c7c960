"""Paths as next.config and vercel.json write them (``/api/:path*``), next to routes (``/api/tasks/[id]``)."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from turnout.project.jsonc import Table, read_table
from turnout.project.paths import join
from turnout.project.snapshot import Snapshot
from turnout.verdicts.view import EntryView


def is_same(written: str, pattern: str) -> bool:
    """Whether a path means just this route: ``/api/sitemap/:id`` and ``/api/sitemap/[id]``."""
    wanted, given = _steps(pattern), _steps(written)
    return wanted == given and any(part not in (":", ":*") for part in given)


def is_below(written: str, pattern: str) -> bool:
    """Whether a path means this route among others (``/api/:path*``, ``/api/(.*)``), and not all pages too."""
    wanted, given = _steps(pattern), _steps(written)
    known = given[:-1] if given and given[-1] == ":*" else given
    return bool(known) and known[0] not in (":", ":*") and known == wanted[: len(known)] and len(known) < len(given)


def _steps(path: str) -> list[str]:
    return [_step(part) for part in path.partition("?")[0].split("/") if part]


def _step(part: str) -> str:
    if re.match(r"\[+\.\.\.|:\w+[*+]|:?\w*\(\.[*+]\)", part):
        return ":*"
    return ":" if part.startswith(("[", ":")) else part


_tables: WeakKeyDictionary[Snapshot, dict[str, tuple[Table, ...]]] = WeakKeyDictionary()


def vercel_tables(view: EntryView) -> tuple[Table, ...]:
    """The vercel.json of the entry's app, and the one of the repository."""
    kept = _tables.setdefault(view.project, {})
    root = view.entry.app
    if root not in kept:
        sources = (view.project.source(join(folder, "vercel.json")) for folder in dict.fromkeys((root, "")))
        kept[root] = tuple(read_table(source.data) for source in sources if source is not None)
    return kept[root]
