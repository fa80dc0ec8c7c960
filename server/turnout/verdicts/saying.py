"""What people are told of a verdict in a few words: the same in hover, map, findings and lenses."""

from __future__ import annotations

from turnout.project.entries import Entry
from turnout.verdicts.evidence import Answer
from turnout.verdicts.verdict import Verdict
from turnout.verdicts.words import ANSWERS


def said(verdict: Verdict) -> str:
    """``Better as a Server Action``, ``Right as an HTTP endpoint``, ``Seems unused``."""
    is_sure = verdict.confidence != "low"
    if verdict.answer == "unused":
        return "Unused" if verdict.confidence == "high" else "Seems unused"
    what = with_article(noun(verdict.entry, verdict.answer))
    if verdict.is_misplaced:
        return f"{'Better' if is_sure else 'Maybe better'} as {what}"
    return f"Right as {what}" if is_sure else f"Stays {what}"


def noun(entry: Entry, answer: Answer) -> str:
    """What an answer is called: an action that should be an endpoint becomes a route handler."""
    if answer == "http-endpoint" and entry.kind == "server-action":
        return "route handler"
    return ANSWERS[answer]


def with_article(what: str) -> str:
    return f"an {what}" if what.startswith(("H", "A")) else f"a {what}"
