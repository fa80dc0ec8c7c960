"""The fixes that several rules have for exports: one too many, or one that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export, Module
from turnout.model.segment_options import is_alone
from turnout.rules.edits import insert
from turnout.rules.reach import imported_names
from turnout.rules.rule import FileView, Fix
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span


def unexported(view: FileView, statement: c.Statement) -> Iterator[Fix]:
    """What nothing else imports need not be exported."""
    if not isinstance(statement, c.ExportDeclaration) or not view.project.is_complete:
        return
    names = {export.name for export in view.module.exports if export.statement is statement}
    taken = imported_names(view.project, view.path)
    if taken is None or taken & names:
        return
    declaration = statement.declaration
    if isinstance(declaration, c.Declare) and len(declaration.declarators) > 1:
        return
    yield Fix("Don't export it: nothing imports it", (Edit(Span(statement.span.start, declaration.span.start), ""),))


def taken_away(view: FileView, export: Export) -> tuple[Fix, ...]:
    """An export that only Next.js reads, taken away with its line."""
    binding = view.module.scopes.binding(export.local) if export.local is not None else None
    if not is_alone(export) or binding is None or binding.references:
        return ()
    return (Fix("Take it away", removed(view.source, (export.statement.span,)), is_preferred=True),)


def statement_added(module: Module, text: str, name: str) -> Edit | None:
    """A statement that declares ``name``, put before the first one that is no import; None where that isn't safe."""
    if any(export.name == "*" for export in module.exports) or name in module.scopes.top.names:
        return None
    first = next((each for each in module.body if not isinstance(each, c.Import)), None)
    if first is None or any(first.span.start <= each.statement.start for each in module.directives):
        return None
    style, end = Style.of(module.source), module.source.newline
    above = [each.span.start for each in module.comments if each.span.end <= first.span.start]
    at = min((start for start in above if not module.source.data[start : first.span.start].count(b"\n\n") and not any(
        start < each.span.start < first.span.start for each in module.body)), default=first.span.start)  # fmt: skip
    return insert(at, f"{style.statement(text)}{end}{end}")
