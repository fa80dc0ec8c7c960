"""``turnout convert``: one entry as another kind, with its callers: as a diff, or written to the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from turnout import features
from turnout.commands.output import Output, count, line_and_column
from turnout.commands.projects import Project, open_project
from turnout.commands.trouble import Trouble
from turnout.commands.writing import NotWritten, write
from turnout.features import Refusal, Target
from turnout.terminal.diff import painted
from turnout.terminal.frame import frame
from turnout.text.edits import SourceChange, apply_edits, unified_diff
from turnout.text.source import SourceFile


def convert(what: str, to: Target, is_written: bool, output: Output) -> int:
    """``what`` is FILE or FILE:SYMBOL."""
    path, symbol = _file_and_symbol(what)
    project = open_project(path)
    inside = project.one_file()
    change = features.convert(project.snapshot, inside, symbol, to)
    if isinstance(change, Refusal):
        _refuse(change, project, output)
        return 1
    read = {path: project.snapshot.source(path) for path in (*change.edits, *change.deleted)}
    sources = {path: source for path, source in read.items() if source is not None}
    if is_written:
        try:
            write(project.root, sources, change)
        except NotWritten as error:
            raise Trouble(str(error)) from error
        for path in change.paths:
            output.line(f"{_what_happened(change, path)} {project.shown(path)}")
    else:
        for diff in _diffs(change, sources, project):
            output.text(painted(diff, output.style))
    for note in change.notes:
        output.remark(f"note: {note}")
    if not is_written:
        output.remark(f"{count(len(change.paths), 'file')} would change. Add --write to do it.")
    return 0


def _file_and_symbol(what: str) -> tuple[str, str | None]:
    if os.path.exists(what):
        return what, None
    path, colon, symbol = what.rpartition(":")
    return (path, symbol) if colon and path and symbol else (what, None)


def _refuse(refusal: Refusal, project: Project, output: Output) -> None:
    output.remark(f"turnout: not converted. {refusal.reason}")
    if refusal.at is None:
        return
    source = project.snapshot.source(refusal.at.path)
    if source is not None:
        line, column = line_and_column(source, refusal.at.span.start)
        output.remark(f"{project.shown(refusal.at.path)}:{line}:{column}")
        output.remark(frame(source, refusal.at.span, output.style, "error", output.columns or 120))


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
