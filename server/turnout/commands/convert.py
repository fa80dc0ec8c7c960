"""``turnout convert``: entries as another kind, with their callers: as a diff, or written to the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from turnout import features
from turnout.commands.drafting import Drafting
from turnout.commands.output import Output, count, line_and_column
from turnout.commands.projects import Project, open_project, open_projects
from turnout.commands.trouble import Trouble
from turnout.commands.writing import NotWritten, write
from turnout.features import Refusal, Target, Touched
from turnout.terminal.diff import painted
from turnout.terminal.frame import frame
from turnout.text.edits import SourceChange, apply_edits, unified_diff
from turnout.text.source import SourceFile


@dataclass(frozen=True)
class Way:
    """How the user wants it done."""

    to: Target
    keeps_endpoint: bool
    is_written: bool

    def change(self, project: Project, path: str, symbol: str) -> SourceChange | Refusal:
        return features.convert(project.snapshot, path, symbol, self.to, keeps_entry=self.keeps_endpoint)


def convert(what: str, way: Way, output: Output) -> int:
    """``what`` is FILE or FILE:SYMBOL: that entry, or all of the file or none."""
    path, symbol = _file_and_symbol(what)
    project = open_project(path)
    inside = project.one_file()
    drafting = Drafting(project)
    wanted = (symbol,) if symbol is not None else features.symbols(project.snapshot, inside)
    if not wanted:
        _refuse(Refusal(f"There is no endpoint and no Server Action in {inside}."), project, output)
        return 1
    for each in wanted:
        change = way.change(project, inside, each)
        if isinstance(change, Refusal):
            reason = change.reason if len(wanted) == 1 else f"{each}: {change.reason}"
            _refuse(replace(change, reason=reason), project, output)
            return 1
        drafting.take(change)
    if way.is_written:
        try:
            write(project.root, drafting.sources, drafting.change)
        except NotWritten as error:
            raise Trouble(str(error)) from error
        _tell_files(drafting.change, project, output)
        _tell_notes(drafting.change, output)
    else:
        _show(drafting, project, output)
    return 0


@dataclass(frozen=True)
class _Outcome:
    """What became of one entry."""

    path: str
    symbol: str
    reason: str | None
    """Why it was left as it is; None when it was converted."""
    place: str


def convert_all(paths: Sequence[str], way: Way, output: Output) -> int:
    """Every entry below ``paths`` that the verdict calls misplaced, each planned when those before are done."""
    code = 0
    for project in open_projects(paths):
        drafting = Drafting(project)
        outcomes = list(_all(project, drafting, way, output))
        if not way.is_written and any(each.reason is None for each in outcomes):
            _show(drafting, project, output)
        _sum_up(outcomes, project, output)
        if any(each.reason is not None for each in outcomes):
            code = 1
    return code


def _all(project: Project, drafting: Drafting, way: Way, output: Output) -> Iterator[_Outcome]:
    wanted = [(path, each) for path in project.wanted() for each in features.misplaced(project.snapshot, path, way.to)]
    for path, symbol in wanted:
        if symbol not in features.symbols(project.snapshot, path):
            continue  # It went with one before.
        change = way.change(project, path, symbol)
        if isinstance(change, Refusal):
            yield _Outcome(path, symbol, change.reason, _place(change, project) or project.shown(path))
            continue
        if change.is_unfinished:
            reason = "A person has to write its check, since middleware was its only guard: convert it by itself."
            yield _Outcome(path, symbol, reason, project.shown(path))
            continue
        if not way.is_written:
            drafting.take(change)
            yield _Outcome(path, symbol, None, project.shown(path))
            continue
        try:
            write(project.root, _sources(project, change), change)
        except NotWritten as error:
            yield _Outcome(path, symbol, str(error), project.shown(path))
            continue
        _tell_files(change, project, output)
        _tell_notes(change, output)
        project.workspace.apply([Touched(each) for each in change.paths])
        yield _Outcome(path, symbol, None, project.shown(path))


def _sources(project: Project, change: SourceChange) -> Mapping[str, SourceFile]:
    read = {path: project.snapshot.source(path) for path in (*change.edits, *change.deleted)}
    return {path: source for path, source in read.items() if source is not None}


def _sum_up(outcomes: Sequence[_Outcome], project: Project, output: Output) -> None:
    done = [each for each in outcomes if each.reason is None]
    left = [each for each in outcomes if each.reason is not None]
    if not outcomes:
        output.remark("Nothing here is misplaced.")
        return
    if done:
        output.remark(f"{count(len(done), 'entry', 'entries')} converted:")
        for each in done:
            output.remark(f"  {project.shown(each.path)}:{each.symbol}")
    if left:
        output.remark(f"{count(len(left), 'entry', 'entries')} not converted:")
        for each in left:
            output.remark(f"  {project.shown(each.path)}:{each.symbol}")
            output.remark(f"    {each.reason} ({each.place})")


def _file_and_symbol(what: str) -> tuple[str, str | None]:
    if os.path.exists(what):
        return what, None
    path, colon, symbol = what.rpartition(":")
    return (path, symbol) if colon and path and symbol else (what, None)


def _refuse(refusal: Refusal, project: Project, output: Output) -> None:
    output.remark(f"turnout: not converted. {refusal.reason}")
    place = _place(refusal, project)
    source = project.snapshot.source(refusal.at.path) if refusal.at is not None else None
    if refusal.at is not None and source is not None and place is not None:
        output.remark(place)
        output.remark(frame(source, refusal.at.span, output.style, "error", output.columns or 120))
    if refusal.can_stay:
        output.remark("It can be done with the endpoint left where it is: add --keep-endpoint.")


def _place(refusal: Refusal, project: Project) -> str | None:
    """Where the reason stands, ``path:line:column``."""
    source = project.snapshot.source(refusal.at.path) if refusal.at is not None else None
    if refusal.at is None or source is None:
        return None
    line, column = line_and_column(source, refusal.at.span.start)
    return f"{project.shown(refusal.at.path)}:{line}:{column}"


def _tell_files(change: SourceChange, project: Project, output: Output) -> None:
    for path in change.paths:
        output.line(f"{_what_happened(change, path)} {project.shown(path)}")


def _tell_notes(change: SourceChange, output: Output) -> None:
    for note in change.notes:
        output.remark(f"note: {note}")


def _show(drafting: Drafting, project: Project, output: Output) -> None:
    change = drafting.change
    for diff in _diffs(change, drafting.sources, project):
        output.text(painted(diff, output.style))
    _tell_notes(change, output)
    output.remark(f"{count(len(change.paths), 'file')} would change. Add --write to do it.")


def _diffs(change: SourceChange, sources: Mapping[str, SourceFile], project: Project) -> Iterator[str]:
    for path in sorted(change.paths):
        source = sources.get(path)
        before = source.text() if source is not None else None
        after = change.created.get(path)
        if source is not None and path in change.edits:
            after = apply_edits(source.data, change.edits[path]).decode("utf-8", "replace")
        yield unified_diff(project.shown(path), before, after)


def _what_happened(change: SourceChange, path: str) -> str:
    if path in change.created:
        return "made"
    return "deleted" if path in change.deleted else "changed"
