"""Constants of a caller that only served its requests: they go with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span

_WORK = (c.Call, c.New, c.Await, c.Assign, c.Update, c.TaggedTemplate, c.Yield, c.Function)


def unused_constants(module: Module, gone: Iterable[Span]) -> list[Span]:
    """The statements of plain constants that are used, but only inside of the given spans, or of each other."""
    spans = list(gone)
    found: list[Span] = []
    while True:
        more = next(
            (
                statement.span
                for statement in module.everything
                if isinstance(statement, c.Declare) and _is_unused_constant(module, statement, spans)
            ),
            None,
        )
        if more is None:
            return found
        found.append(more)
        spans.append(more)


def _is_unused_constant(module: Module, statement: c.Declare, spans: Sequence[Span]) -> bool:
    """``const headers = { … }`` of which no use is left, and which does nothing by itself."""
    if statement.kind != "const" or len(statement.declarators) != 1 or any(s.contains(statement.span) for s in spans):
        return False
    declarator = statement.declarators[0]
    if isinstance(module.parents.get(id(statement)), c.ExportDeclaration) or declarator.value is None:
        return False
    binding = module.scopes.binding(declarator.pattern) if isinstance(declarator.pattern, c.Name) else None
    if binding is None or not binding.references:
        return False
    if not all(any(span.contains(each.span) for span in spans) for each in binding.references):
        return False
    return not any(isinstance(code, _WORK) for code in c.walk(declarator.value))
