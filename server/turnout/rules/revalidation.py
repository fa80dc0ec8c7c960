"""A quick fix that has a page rendered again after a change: ``revalidatePath`` behind the statement that makes it."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module
from turnout.rules.edits import added_import, insert
from turnout.rules.rule import Fix
from turnout.syntax.write import Style
from turnout.text.span import Span


def revalidation(module: Module, span: Span, pattern: str) -> Fix | None:
    """Render the page of a URL again after the change at a place; None where no statement can follow it."""
    if "[" in pattern or "revalidatePath" in module.top_level:
        return None
    change = next((code for code in module.everything if isinstance(code, c.Call) and code.span == span), None)
    statement = _statement(module, change) if change is not None else None
    if statement is None:
        return None
    source, style = module.source, Style.of(module.source)
    text = style.statement(f"revalidatePath({style.string(pattern)})")
    edits = [insert(statement.span.end, f"{source.newline}{source.indent_at(statement.span.start)}{text}")]
    if "revalidatePath" not in module.import_of:
        added = added_import(module, "revalidatePath", "next/cache")
        if added is None:
            return None
        edits.insert(0, added)
    return Fix(f"Render {pattern} again after the change", tuple(edits))


def _statement(module: Module, change: c.Call) -> c.Code | None:
    """The awaited statement that makes a change, when another one can follow it."""
    below: c.Code = change
    is_awaited = False
    for above in module.ancestors(change):
        if isinstance(above, c.Await):
            is_awaited = True
        if isinstance(above, c.Block):
            is_alone = isinstance(below, (c.ExpressionStatement, c.Declare))
            return below if is_awaited and is_alone else None
        if isinstance(above, c.Function):
            return None
        below = above
    return None
