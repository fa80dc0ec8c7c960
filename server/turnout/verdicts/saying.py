"""What people are told of a verdict in a few words: the same in hover, map, findings and lenses."""

from __future__ import annotations

from turnout.verdicts.verdict import Verdict
from turnout.verdicts.words import ANSWERS


def said(verdict: Verdict) -> str:
    """``Better as a Server Action``, ``Right as an HTTP endpoint``, ``Seems unused``."""
    is_sure = verdict.confidence != "low"
    if verdict.answer == "unused":
        return "Unused" if verdict.confidence == "high" else "Seems unused"
    what = _with_article(_noun(verdict))
    if verdict.is_misplaced:
        return f"{'Better' if is_sure else 'Maybe better'} as {what}"
    return f"Right as {what}" if is_sure else f"Stays {what}"


def _noun(verdict: Verdict) -> str:
    """An action that should be an endpoint becomes a route handler, where the app can have some."""
    is_action = verdict.entry.kind == "server-action"
    if verdict.answer == "http-endpoint" and is_action and all(e.signal != "app-support" for e in verdict.evidence):
        return "route handler"
    return ANSWERS[verdict.answer]


def _with_article(what: str) -> str:
    return f"an {what}" if what.startswith(("H", "A")) else f"a {what}"
