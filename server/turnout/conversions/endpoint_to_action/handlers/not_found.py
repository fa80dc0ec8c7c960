"""``notFound()`` in a route handler: Next.js catches what it throws and answers 404 without a body."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.model import code as c
from turnout.model.module import Module


def leaves_by_it(module: Module, function: c.Function, statement: c.Code) -> bool:
    """``notFound();``, ``throw notFound();``: refuses one that a ``catch`` of the handler sees first."""
    value = statement.expression if isinstance(statement, c.ExpressionStatement) else None
    if isinstance(statement, (c.Throw, c.Return)):
        value = statement.value
    if value is None or not _is_not_found(module, value) or module.function_around(statement) is not function:
        return False
    child: c.Code = statement
    for above in module.ancestors(statement):
        if above is function:
            break
        if isinstance(above, c.Try) and above.block is child and above.handler is not None:
            raise refused("The handler catches what notFound() throws, which is no answer then.", module, value)
        child = above
    return True


def _is_not_found(module: Module, value: c.Expression) -> bool:
    if not isinstance(value, c.Call) or not isinstance(value.callee, c.Name) or value.arguments:
        return False
    imported = module.import_of.get(value.callee.name)
    return imported is not None and (imported.source.value, imported.imported) == ("next/navigation", "notFound")
