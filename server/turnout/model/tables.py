"""Which table of the database a call reads or writes, as far as the call itself says."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span

_NAMED = frozenset({"from", "into", "table", "collection", "insertInto", "updateTable", "deleteFrom", "selectFrom"})
_TAKES_TABLE = frozenset({"insert", "update", "delete"})


def table_of(module: Module, span: Span) -> str | None:
    """The table of the call that stands at a place, in small letters: ``task`` of ``prisma.task.create(…)``, ``tasks``
    of ``db.insert(tasks)`` and ``db.select().from(tasks)``; None when it can't be told."""
    call = _calls(module).get(span)
    if call is None:
        return None
    found = _of_chain(call) or _of_what_follows(module, call)
    return found.lower() if found is not None else None


def _of_chain(call: c.Call) -> str | None:
    """Along ``supabase.from('tasks').insert(…)``, from its end to its root."""
    current: c.Expression = call
    while True:
        if isinstance(current, c.Call):
            found = _of_call(current)
            if found is not None:
                return found
            current = current.callee
        elif isinstance(current, c.Member):
            current = current.object
        elif isinstance(current, (c.Await, c.Cast)):
            current = current.value
        else:
            return None


def _of_call(call: c.Call) -> str | None:
    """``prisma.task.create()``, ``db.query.tasks.findMany()``, ``db.insert(tasks)``, ``x.from('tasks')``,
    ``Task.create()``"""
    match call:
        case c.Call(callee=callee, arguments=(first, *_)) if c.last_name(callee) in _NAMED:
            return _name(first)
        case c.Call(callee=c.Member(object=c.Name(), name=name), arguments=(c.Name(name=table), *_)) if (
            name in _TAKES_TABLE
        ):
            return table
        case c.Call(callee=c.Member(object=c.Member(name=table, object=below))) if isinstance(
            below, (c.Name, c.Member)
        ):
            return table
        case c.Call(callee=c.Member(object=c.Name(name=model))) if model[:1].isupper():
            return model
        case _:
            return None


def _of_what_follows(module: Module, call: c.Call) -> str | None:
    """``db.select().from(tasks)``"""
    for above in module.ancestors(call):
        if isinstance(above, c.Call) and c.last_name(above.callee) in _NAMED and above.arguments:
            return _name(above.arguments[0])
        if not isinstance(above, (c.Member, c.Call)):
            return None
    return None


def _name(argument: c.Expression | c.Spread) -> str | None:
    bare = c.bare(argument) if not isinstance(argument, c.Spread) else argument
    match bare:
        case c.String(value=value):
            return value
        case c.Name(name=name):
            return name
        case _:
            return None


def _calls(module: Module) -> dict[Span, c.Call]:
    kept: dict[Span, c.Call] | None = module.__dict__.get("_calls_by_place")
    if kept is None:
        kept = {code.span: code for code in module.everything if isinstance(code, c.Call)}
        module.__dict__["_calls_by_place"] = kept
    return kept
