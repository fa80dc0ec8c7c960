"""The façade: what an editor or a terminal can ask, in plain data; ``lsp/`` and ``cli`` call nothing else.

A ``Workspace`` is one folder. It changes only by ``apply``; every question is put to the frozen ``Snapshot``
of the moment. All paths are POSIX style and relative to the folder; all places are spans of bytes, which
``snapshot.source(path).lines`` turns into lines and columns.

Markdown made here links to places as ``[text](turnout-place:PATH#START-END)``; whoever shows it puts real addresses
in by ``link_places``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from turnout.features import converting, everywhere, lights, maps, navigating
from turnout.features.data import (
    Action,
    ActionKind,
    Answer,
    AppMap,
    Caller,
    Category,
    Completion,
    Confidence,
    Definition,
    Diagnostic,
    Entry,
    EntryKind,
    Evidence,
    Fixed,
    Hover,
    Lens,
    LensText,
    Place,
    References,
    Refusal,
    Repair,
    Router,
    RulePage,
    Side,
    Symbol,
    Target,
)
from turnout.features.findings import diagnostics
from turnout.features.fixing import fix_all
from turnout.hovers import explained, pointed_at
from turnout.hovers.links import link_places
from turnout.project import roots
from turnout.project.files import CONFIG_NAMES
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Change, Held, Progress, Released, Touched, Workspace
from turnout.rules import RULES
from turnout.settings import Settings
from turnout.syntax.grammar import SUFFIXES
from turnout.text.edits import SourceChange
from turnout.text.span import Span

__all__ = [
    "Action", "ActionKind", "Answer", "AppMap", "Caller", "Category", "Change", "Completion", "Confidence",
    "Definition", "Diagnostic", "Entry", "EntryKind", "Evidence", "Fixed", "Held", "Hover", "Lens", "LensText",
    "Place", "Progress", "References", "Refusal", "Released", "Repair", "Router", "RulePage", "Settings", "Side",
    "Snapshot", "Symbol", "Target", "Touched", "Workspace",
    "actions", "app_maps", "check", "check_all", "completions", "convert", "definition", "explain", "fix", "hover",
    "lens", "lenses", "link_places", "misplaced", "project_root", "references", "resolve", "rules", "scan", "search",
    "symbols", "watched",
]  # fmt: skip


def check(snapshot: Snapshot, path: str) -> tuple[Diagnostic, ...]:
    """The findings of one file, in order of their places. Before the first scan: what it alone shows."""
    return diagnostics(snapshot, path)


def check_all(root: str, snapshot: Snapshot, paths: Sequence[str]) -> Iterator[Mapping[str, tuple[Diagnostic, ...]]]:
    """The findings of many files of a project on disk by path, some at a time; by several processes where that pays."""
    return everywhere.check_all(root, snapshot, paths)


def hover(snapshot: Snapshot, path: str, offset: int) -> Hover | None:
    """What to show for the thing at a place."""
    found = pointed_at(snapshot, path, offset)
    return Hover(found.span, found.markdown) if found is not None else None


def actions(snapshot: Snapshot, path: str, span: Span, kinds: Sequence[str]) -> tuple[Action, ...]:
    """The code actions for a selection. ``kinds`` are kind prefixes, empty for all."""
    return tuple(lights.actions(snapshot, path, span, kinds))


def resolve(snapshot: Snapshot, data: Mapping[str, Any]) -> SourceChange | Refusal:
    """The edit of an action, made anew from its data."""
    return lights.resolve(snapshot, data)


def fix(snapshot: Snapshot, path: str, wanted: Callable[[Diagnostic], bool]) -> Repair | None:
    """All safe fixes of a file for the findings that are ``wanted``; None where there is nothing to be done."""
    return fix_all(snapshot, path, wanted)


def scan(workspace: Workspace) -> Iterator[Progress]:
    """The first reading of a project: yields between files, may be dropped at any yield."""
    return workspace.scan()


def app_maps(snapshot: Snapshot, tell: Callable[[int, int], None] = lambda done, total: None) -> tuple[AppMap, ...]:
    """Every app of a project with its entries and their verdicts; ``tell`` hears how far that is."""
    return tuple(maps.app_maps(snapshot, tell))


def definition(snapshot: Snapshot, path: str, offset: int) -> Definition | None:
    """Where the URL at a place leads: a handler's method, an API route, a page."""
    return navigating.definition(snapshot, path, offset)


def references(snapshot: Snapshot, path: str, offset: int) -> References | None:
    """Everything that calls the endpoint or action at a place, or that the URL there leads to."""
    return navigating.references_at(snapshot, path, offset)


def completions(snapshot: Snapshot, path: str, offset: int) -> tuple[Completion, ...]:
    """The app's URLs that fit where one is being written."""
    return tuple(navigating.completions_at(snapshot, path, offset))


def lenses(snapshot: Snapshot, path: str) -> tuple[Lens, ...]:
    """The places of a file above which something is to be said; cheap."""
    return tuple(navigating.lenses_of(snapshot, path))


def lens(snapshot: Snapshot, data: Mapping[str, Any]) -> LensText | None:
    """What is said there; None when the code has changed since."""
    return navigating.lens(snapshot, data)


def search(snapshot: Snapshot, query: str) -> tuple[Symbol, ...]:
    """The endpoints and actions whose name is like the query."""
    return tuple(navigating.symbols_like(snapshot, query))


def rules() -> tuple[RulePage, ...]:
    """Every rule, in order of code."""
    pages = [RulePage(rule.code, rule.severity, rule.category, rule.title, rule.page, rule.docs) for rule in RULES]
    return tuple(sorted(pages, key=lambda page: page.code))


def explain(snapshot: Snapshot, path: str, offset: int) -> str | None:
    """What ``hover`` says, with a verdict's arithmetic, in Markdown; None where nothing is to be said."""
    found = explained(snapshot, path, offset)
    return found.markdown if found is not None else None


def convert(
    snapshot: Snapshot, path: str, symbol: str, to: Target, *, keeps_entry: bool = False
) -> SourceChange | Refusal:
    """One entry turned into ``to`` with its callers; ``keeps_entry`` leaves it there for callers that can't follow."""
    return converting.convert(snapshot, path, symbol, to, keeps_entry=keeps_entry)


def symbols(snapshot: Snapshot, path: str) -> tuple[str, ...]:
    """The names of a file's entries, in their order."""
    return converting.symbols(snapshot, path)


def misplaced(snapshot: Snapshot, path: str, to: Target) -> tuple[str, ...]:
    """The names of those entries of a file that should be ``to`` by their verdict, and are something else."""
    return converting.misplaced(snapshot, path, to)


def project_root(path: str) -> str | None:
    """The folder (absolute) to read for a file or folder, so that whoever may call its code is read too.

    The nearest folder from it upwards that is a monorepo's root, else the nearest with Next.js. None where
    there is neither: nothing is to be found there.
    """
    return roots.project_root(path)


def watched() -> tuple[str, ...]:
    """Globs of the files on disk whose changes matter, as editors watch them."""
    suffixes = ",".join(sorted(suffix.removeprefix(".") for suffix in SUFFIXES))
    return (f"**/*.{{{suffixes}}}", f"**/{{{','.join(sorted(CONFIG_NAMES))}}}", "**/tsconfig.*.json")
