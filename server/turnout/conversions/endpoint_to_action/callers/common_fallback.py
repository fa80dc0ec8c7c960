"""What all callers have for a body that is no JSON, ``await res.json().catch(() => ({}))``: the action gives it."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.model import code as c


def common_fallback(sites: Sequence[CallSite]) -> str | None:
    """The one value that all of them have, as text; None where they differ, or where it is more than a literal."""
    texts: set[str | None] = set()
    for site in sites:
        for read in site.reads:
            if read.form != "json":
                continue
            value = c.bare(read.fallback) if read.fallback is not None else None
            known = value is not None and _is_literal(value)
            texts.add(site.module.source.text(value.span) if value is not None and known else None)
    return texts.pop() if len(texts) == 1 else None


def _is_literal(value: c.Expression) -> bool:
    """Whether it means the same in every file, and stays the same in JSON."""
    match value:
        case c.String() | c.Number() | c.Constant(text="true" | "false" | "null"):
            return True
        case c.Object(members=members):
            return all(isinstance(each, c.Property) and each.key and _is_literal(each.value) for each in members)
        case c.Array(items=items):
            return all(each is not None and not isinstance(each, c.Spread) and _is_literal(each) for each in items)
        case _:
            return False
