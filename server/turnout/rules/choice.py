"""What the rules of choice share: the verdicts of a file that are sure enough to be told, and how they are told."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.rules.rule import FileView
from turnout.settings import Severity
from turnout.verdicts import Verdict, verdict_of
from turnout.verdicts.saying import said


def verdicts(view: FileView) -> Iterator[Verdict]:
    """The verdicts of the file's entries that are sure enough to be told."""
    for entry in view.project.entries(view.path):
        verdict = verdict_of(view.project, entry)
        if verdict.confidence != "low":
            yield verdict


def told(verdict: Verdict, instead: str = "") -> str:
    """The verdict as everywhere, another way beside it, and the reason that matters most; the hover has the rest."""
    reason = next((each.text for each in verdict.reasons if each.weight > 0), "")
    return f"{said(verdict)}{instead}. {reason}".rstrip()


def severity_of(verdict: Verdict) -> Severity:
    """Sure ones are listed, others only hinted at."""
    return "information" if verdict.confidence == "high" else "hint"


def speaks(verdict: Verdict, *signals: str) -> bool:
    """Whether a signal is among the reasons for the answer."""
    return any(each.signal in signals for each in verdict.reasons)
