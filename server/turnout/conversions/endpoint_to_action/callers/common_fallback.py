"""What all callers have for a body that is no JSON, ``await res.json().catch(() => ({}))``: the action gives it."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.ground.pure import is_literal
from turnout.model import code as c


def common_fallback(sites: Sequence[CallSite]) -> str | None:
    """The one value that all of them have, as text; None where they differ, or where it is more than a literal."""
    if keeps_text(sites):
        return TEXT
    texts: set[str | None] = set()
    for site in sites:
        for read in site.reads:
            if read.form != "json":
                continue
            value = c.bare(read.fallback) if read.fallback is not None else None
            known = value is not None and is_literal(value)
            texts.add(site.module.source.text(value.span) if value is not None and known else None)
    return texts.pop() if len(texts) == 1 else None


TEXT = '""'
"""What an answer without a body is to who reads JSON or text."""


def keeps_text(sites: Sequence[CallSite]) -> bool:
    """Whether all of them read text where a failure has no JSON: ``await res.json().catch(() => res.text())``."""
    reads = [read for site in sites for read in site.reads if read.form == "json"]
    failures = [read for read in reads if read.outcome != "success" or read.fallback is not None]
    return bool(failures) and all(each.fallback is not None and _is_text(c.bare(each.fallback)) for each in failures)


def _is_text(value: c.Expression) -> bool:
    return isinstance(value, c.Call) and isinstance(value.callee, c.Member) and value.callee.name == "text"
