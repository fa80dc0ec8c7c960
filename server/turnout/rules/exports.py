"""The fixes that several rules have for an export that is too much."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export
from turnout.model.segment_options import is_alone
from turnout.rules.reach import imported_names
from turnout.rules.rule import FileView, Fix
from turnout.syntax.write import removed
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
