"""Findings of rules as an editor shows them."""

from __future__ import annotations

from turnout.features.data import Diagnostic, Place
from turnout.project.snapshot import Snapshot
from turnout.rules.run import Judgement, judge


def diagnostics(snapshot: Snapshot, path: str) -> tuple[Diagnostic, ...]:
    """The findings of one file, in order of their places. Before the first scan: what it alone shows."""
    return tuple(diagnostic(path, judgement) for judgement in judge(snapshot, path))


def diagnostic(path: str, judgement: Judgement) -> Diagnostic:
    """One finding as plain data."""
    rule, finding = judgement.rule, judgement.finding
    return Diagnostic(
        path=path,
        span=finding.span,
        code=rule.code,
        severity=judgement.severity,
        category=rule.category,
        message=finding.message,
        docs=rule.docs,
        fixes=tuple(fix.title for fix in finding.fixes),
        related=tuple(Place(each.path, each.span, each.text) for each in finding.related),
        is_unnecessary=finding.is_unnecessary,
    )
