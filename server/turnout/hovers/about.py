"""All that a hover says about one entry, the verdict first; wherever one points at it from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from turnout.hovers.docs import docs_line
from turnout.hovers.duties import duties
from turnout.hovers.links import place_link
from turnout.hovers.reasons import Reasons
from turnout.hovers.tradeoffs import tradeoffs
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.verdicts import Verdict, arithmetic, verdict_of
from turnout.verdicts.saying import said
from turnout.verdicts.view import view_of

Tell: TypeAlias = Callable[[Snapshot, Entry, str], str]
"""Says what there is to say about an entry, calling it by a name."""


def about(project: Snapshot, entry: Entry, name: str) -> str:
    """What fits into a small pop-up."""
    verdict, view = verdict_of(project, entry), view_of(project, entry)
    parts = [
        headline(project, verdict, name),
        Reasons(project, verdict, view.callers).in_short(),
        duties(view, verdict),
        tradeoffs(view, verdict),
        docs_line(project, entry, verdict.answer),
    ]
    return "\n\n".join(part for part in parts if part)


def about_in_full(project: Snapshot, entry: Entry, name: str) -> str:
    """With all evidence, all callers, and how it was weighed."""
    verdict, view = verdict_of(project, entry), view_of(project, entry)
    parts = [
        headline(project, verdict, name),
        Reasons(project, verdict, view.callers).in_full(),
        "\n".join(("**How it was weighed**", *(f"- {line}" for line in arithmetic(verdict)))),
        duties(view, verdict),
        tradeoffs(view, verdict),
        docs_line(project, entry, verdict.answer),
    ]
    return "\n\n".join(part for part in parts if part)


def headline(project: Snapshot, verdict: Verdict, name: str) -> str:
    """``**Better as a Server Action** · `POST /api/tasks` · high confidence``"""
    if not project.is_complete:
        return f"**Not weighed yet** · {name}"
    return f"**{said(verdict)}** · {name} · {verdict.confidence} confidence"


def name_here(entry: Entry) -> str:
    return f"`{entry.name}`"


def name_elsewhere(entry: Entry) -> str:
    """The name as a link to where the entry stands."""
    return place_link(f"`{entry.name}`", entry.path, entry.span)
