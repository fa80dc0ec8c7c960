"""``context.params`` in the ways in which people write it."""

from __future__ import annotations

from turnout.model import code as c


def params_of(value: c.Expression | None) -> c.Name | c.Member | None:
    """``context.params`` of ``await context.params``, ``(await context?.params) ?? {}``, ``await context!.params!``."""
    while value is not None:
        match bare := c.bare(value):
            case c.Await(value=inner):
                value = inner
            case c.Binary(operator="??" | "||", left=left, right=c.Object(members=())):
                value = left
            case c.Member(name="params") | c.Name():
                return bare
            case _:
                return None
    return None


def is_plain(read: c.Name | c.Member) -> bool:
    """Whether it is written so that it needs no other words."""
    return isinstance(read, c.Name) or (isinstance(read.object, c.Name) and not read.optional)
