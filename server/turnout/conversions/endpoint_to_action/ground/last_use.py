"""A function of the file that nothing uses any more once a call of it is written out: its declaration goes, too."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import removed
from turnout.text.edits import Edit


def without_function(module: Module, use: c.Code, found: tuple[Module, c.Function]) -> Iterator[Edit]:
    """The function's own declaration goes when that was its last use and nobody else can have it."""
    home, function = found
    if home is not module:
        return
    above = module.parents.get(id(function))
    statement: c.Code | None = above
    name = function.name
    if isinstance(above, c.Declarator) and isinstance(above.pattern, c.Name):
        name, statement = above.pattern, module.parents.get(id(above))
        if not isinstance(statement, c.Declare) or len(statement.declarators) != 1:
            return
    binding = module.scopes.binding(name) if name is not None else None
    if binding is None or not isinstance(statement, (c.Declare, c.FunctionDeclaration)):
        return
    if isinstance(module.parents.get(id(statement)), c.ExportDeclaration):
        return
    if all(use.span.contains(each.span) for each in binding.references):
        yield from removed(module.source, [with_comments(module, statement)])
