"""One app's endpoints and actions as a table for people: what should be something else comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from turnout.commands.output import Output, count, line_and_column
from turnout.commands.projects import Project
from turnout.features import AppMap, Entry
from turnout.terminal.columns import fit, fit_path
from turnout.terminal.table import table

_NARROW = 76
"""Columns below which each entry takes lines of its own."""
_CERTAINTY = ("high", "medium", "low")
_HEAD = ("", "Entry", "Callers", "Verdict", "Sure", "File")


@dataclass(frozen=True)
class AppTable:
    app: AppMap
    entries: Sequence[Entry]
    project: Project
    output: Output

    def show(self, wants_reasons: bool) -> None:
        entries = sorted(self.entries, key=_rank)
        self._head(entries)
        columns = self.output.columns
        if columns is not None and columns < _NARROW:
            lines = [self._stacked(entry, columns) for entry in entries]
        else:
            rows = [_HEAD, *(self._row(entry) for entry in entries)]
            head, *lines = table(rows, columns, {1: _fit_name, 5: fit_path})
            if entries:
                self.output.line(self.output.style("dim", head))
        for entry, line in zip(entries, lines, strict=True):
            mark = _mark(entry)
            self.output.line(self.output.style(_ROLES[mark], mark) + line.removeprefix(mark))
            if wants_reasons:
                self._reasons(entry)
        if entries and not wants_reasons:
            self.output.line()

    def _head(self, entries: Sequence[Entry]) -> None:
        style, app = self.output.style, self.app
        routers = " and ".join("App Router" if router == "app" else "Pages Router" for router in app.routers)
        about = " · ".join(part for part in (f"Next.js {app.next or '(version unknown)'}", routers) if part)
        self.output.line(f"{style('heading', self.project.shown(app.root))}  {style('dim', about)}")
        misplaced = [entry for entry in entries if entry.is_misplaced]
        unused = sum(entry.verdict == "unused" for entry in misplaced)
        parts = [count(len(entries), "entry", "entries")]
        if len(misplaced) > unused:
            parts.append(style("warning", f"{len(misplaced) - unused} better elsewhere"))
        if unused:
            parts.append(style("warning", f"{unused} without a caller that can be seen"))
        if entries and not misplaced:
            parts.append("each what it should be")
        self.output.line(", ".join(parts))
        self.output.line()

    def _row(self, entry: Entry) -> tuple[str, ...]:
        said = entry.said[0].lower() + entry.said[1:]
        return _mark(entry), entry.name, _callers(entry), said, entry.confidence, self._where(entry)

    def _stacked(self, entry: Entry, columns: int) -> str:
        mark, name, callers, said, confidence, where = self._row(entry)
        return "\n".join(
            (
                f"{mark} {_fit_name(name, columns - 2)}",
                fit(f"  {said} ({confidence}), callers: {callers}", columns),
                f"  {fit_path(where, columns - 2)}",
            )
        )

    def _reasons(self, entry: Entry) -> None:
        for evidence in sorted(entry.evidence, key=lambda each: not each.speaks_for(entry.verdict)):
            lead = "" if evidence.speaks_for(entry.verdict) else "against it: "
            is_here = (evidence.path, evidence.span) == (entry.path, entry.span)
            place = "" if is_here else f" {self._place(evidence.path, evidence.span.start)}"
            self.output.paragraph(f"{lead}{evidence.text}{place}")
        self.output.line()

    def _where(self, entry: Entry) -> str:
        return self._place(entry.path, entry.span.start)

    def _place(self, path: str, offset: int) -> str:
        line = line_and_column(self.project.snapshot.source(path), offset)[0]
        return f"{self.project.shown(path)}:{line}"


_ROLES = {"!": "warning", "?": "dim", "✓": "good"}


def _mark(entry: Entry) -> str:
    if not entry.is_misplaced:
        return "✓"
    return "?" if entry.confidence == "low" else "!"


def _rank(entry: Entry) -> tuple[bool, int, bool, str, str]:
    """Misplaced first, the surest of them before; then by place in the app."""
    is_fine = not entry.is_misplaced
    certainty = 0 if is_fine else _CERTAINTY.index(entry.confidence)
    return is_fine, certainty, entry.verdict == "unused", entry.path, entry.name


def _callers(entry: Entry) -> str:
    sides = Counter(caller.side for caller in entry.callers)
    return ", ".join(f"{number} {side}" for side, number in sides.most_common()) or "none"


def _fit_name(name: str, columns: int) -> str:
    """``POST …/tasks/[id]``: the method stays, and the end of the URL."""
    if len(name) <= columns:
        return name
    method, space, url = name.partition(" ")
    return f"{method} {fit_path(url, columns - len(method) - 1)}" if space else fit(name, columns)
