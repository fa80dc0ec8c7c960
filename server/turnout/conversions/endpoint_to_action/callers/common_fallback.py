"""What all callers have for a body that is no JSON, ``await res.json().catch(() => ({}))``: the action gives it."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.ground.pure import is_literal
from turnout.model import code as c
from turnout.syntax.write import Style


def common_fallback(sites: Sequence[CallSite]) -> str | None:
    """The one value that all of them have, as text; None where they differ, or where it is more than a literal."""
    if keeps_text(sites):
        return Style.of(sites[0].module.source).string("")  # what an answer without a body is to them
    texts: set[str | None] = set()
    for site in sites:
        for read in site.reads:
            if read.form != "json":
                continue
            value = c.bare(read.fallback) if read.fallback is not None else None
            known = value is not None and is_literal(value)
            texts.add(site.module.source.text(value.span) if value is not None and known else None)
    return texts.pop() if len(texts) == 1 else None


def keeps_text(sites: Sequence[CallSite]) -> bool:
    """Whether all of them read text where a failure has no JSON: ``await res.json().catch(() => res.text())``."""
    reads = [read for site in sites for read in site.reads if read.form == "json"]
    failures = [read for read in reads if read.outcome != "success" or read.fallback is not None]
    return bool(failures) and all(each.fallback is not None and is_text(c.bare(each.fallback)) for each in failures)


def is_text(value: c.Expression) -> bool:
    """``() => res.text()``"""
    return isinstance(value, c.Call) and isinstance(value.callee, c.Member) and value.callee.name == "text"
