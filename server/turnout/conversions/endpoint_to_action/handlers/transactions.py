"""``return db.transaction(async (tx) => { … });`` answers what is answered in the transaction."""

from __future__ import annotations

from turnout.conversions.flow import may_end
from turnout.model import code as c


def in_transaction(call: c.Call) -> c.Function | None:
    """``db.transaction(async (tx) => { … })`` of Drizzle, Knex and Prisma gives what its function gives."""
    if not isinstance(call.callee, c.Member) or call.callee.name not in ("transaction", "$transaction"):
        return None
    first = c.bare(call.arguments[0]) if call.arguments and not isinstance(call.arguments[0], c.Spread) else None
    if not isinstance(first, c.Function) or not first.is_async or first.is_generator:
        return None
    return None if first.statements and may_end(first.statements[-1]) else first
