"""What a handler throws again, ``if (e instanceof AuthError) return …; throw e;``, where no other error leaves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from turnout.model import code as c
from turnout.model.module import Module


def rethrown(module: Module, live: Sequence[c.Code], can_throw: Callable[[c.Code], bool]) -> c.Throw | None:
    """The end of the one ``catch`` that all errors of a handler go through; None where some come out elsewhere."""
    match live:
        case (*before, c.Try(handler=c.Block(body=(*first, c.Throw(value=c.Name() as name) as last)), finalizer=None)):
            binding = module.scopes.binding(name)
        case _:
            return None
    is_caught = binding is not None and binding.kind == "catch" and not binding.writes
    return last if is_caught and not any(can_throw(each) for each in (*before, *first)) else None
