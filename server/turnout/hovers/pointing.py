"""Which entry a cursor points at: its name, its export statement's head, or its directive."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module, directives_of
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


def entry_at(project: Snapshot, path: str, offset: int) -> Entry | None:
    """The entry at a place: on its name first, else anywhere in the head of the statement or function it stands in."""
    entries = project.entries(path)
    if not entries:
        return None
    for entry in entries:
        if entry.span.touches(offset):
            return entry
    module = project.module(path)
    if module is None:
        return None
    best: tuple[int, Entry] | None = None
    for entry in entries:
        for head in _heads(project, module, entry):
            if head.touches(offset) and (best is None or head.end - head.start < best[0]):
                best = (head.end - head.start, entry)
    return best[1] if best is not None else None


def _heads(project: Snapshot, module: Module, entry: Entry) -> list[Span]:
    found: list[Span] = []
    for export in module.exports:
        if not entry.is_inline and export.name == entry.symbol and not export.is_type:
            statement = export.statement.span
            found.append(_until_body(module, statement, export.value))
            if export.local is not None:
                found.append(export.local.span)
    here = project.implementation(entry)
    if here is not None and here[0].path == entry.path and here[1].function is not None:
        function = here[1].function
        found.append(_until_body(module, function.span, function))
        found += [each.span for each in directives_of(function) if each.text == "use server"]
    return found


def _until_body(module: Module, whole: Span, value: c.Expression | None) -> Span:
    """From the start of a statement to where the function's body begins, or the whole first line of it."""
    body = value.body if isinstance(value, c.Function) else None
    if isinstance(body, c.Block) and whole.contains(body.span):
        return Span(whole.start, body.span.start)
    line_end = module.source.lines.line_span(module.source.lines.line_of(whole.start)).end
    return Span(whole.start, min(whole.end, line_end))
