"""Endpoint, Server Action or plain function? One file per signal; ``verdict`` weighs what they find."""

from __future__ import annotations

from turnout.verdicts.evidence import Answer, Evidence
from turnout.verdicts.verdict import Confidence, Verdict, arithmetic, points, stands_as, verdict_of
from turnout.verdicts.view import EntryView

__all__ = [
    "Answer", "Confidence", "EntryView", "Evidence", "Verdict", "arithmetic", "points", "stands_as", "verdict_of",
]  # fmt: skip
