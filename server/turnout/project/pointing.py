"""Which entry a cursor points at: its name, its export statement's head, or its directive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from turnout.model import code as c
from turnout.model.module import Module, directives_of
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


def entry_at(project: Snapshot, path: str, offset: int) -> Entry | None:
    """The entry at a place: on its name first, else anywhere in the head of the statement or function it stands in."""
    return _smallest(project, path, offset, _heads)


def named_at(project: Snapshot, path: str, offset: int) -> Entry | None:
    """The same for who only looks: parameters and types have something else to say for themselves."""
    return _smallest(project, path, offset, _names)


Places: TypeAlias = Callable[[Snapshot, Module, Entry], Iterable[Span]]


def _smallest(project: Snapshot, path: str, offset: int, places: Places) -> Entry | None:
    entries = project.entries(path)
    for entry in entries:
        if entry.span.touches(offset):
            return entry
    module = project.module(path) if entries else None
    if module is None:
        return None
    best: tuple[int, Entry] | None = None
    for entry in entries:
        for place in places(project, module, entry):
            if place.touches(offset) and (best is None or place.end - place.start < best[0]):
                best = (place.end - place.start, entry)
    return best[1] if best is not None else None


def _names(project: Snapshot, module: Module, entry: Entry) -> Iterator[Span]:
    """``export async function POST``, the name that is exported as ``POST``, and the function's own directive."""
    for export in module.exports:
        if not entry.is_inline and export.name == entry.symbol and not export.is_type:
            if export.statement.span.contains(entry.span):
                yield Span(export.statement.span.start, entry.span.end)
            if export.local is not None:
                yield export.local.span
    here = project.implementation(entry)
    if here is None or here[0].path != entry.path or here[1].function is None:
        return
    function = here[1].function
    if function.name is not None:
        yield Span(function.span.start, function.name.span.end)
    elif entry.is_inline:
        yield _until_body(module, function.span, function)
    yield from (each.span for each in directives_of(function) if each.text == "use server")


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
