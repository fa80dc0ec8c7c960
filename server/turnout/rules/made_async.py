"""What the rules about functions that must be async say and offer."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.rules.rule import Fix
from turnout.text.edits import Edit
from turnout.text.span import Span


def shown_name(module: Module, function: c.Function, site: Span) -> str:
    """What a message calls a function."""
    name = module.source.text(site)
    return f"`{name}`" if function.name is not None or name.isidentifier() else "This function"


def async_fixes(module: Module, function: c.Function) -> Iterator[Fix]:
    """``async`` before it and ``Promise`` around its return type."""
    at = function.span.start
    if function.form == "method":
        above = module.parents.get(id(function))
        if not isinstance(above, (c.Property, c.ClassMember)):
            return
        at = above.key_span.start
    edits = [Edit(Span(at, at), "async ")]
    is_safe = True
    if function.return_type is not None:
        text = module.source.text(function.return_type.span)
        words = text.split()
        if "is" in words or "asserts" in words:
            return
        if not text.startswith(("Promise<", "PromiseLike<")):
            start, end = function.return_type.span
            edits += [Edit(Span(start, start), "Promise<"), Edit(Span(end, end), ">")]
    if function.name is not None and any(
        isinstance(statement, c.ExportDeclaration)
        and isinstance(statement.declaration, c.TypeDeclaration)
        and statement.declaration.name is not None
        and statement.declaration.name.name == function.name.name
        for statement in module.body
    ):
        is_safe = False  # The overloads above it want a Promise, too.
    yield Fix("Make it async", tuple(edits), is_preferred=True, is_safe=is_safe)
