"""Asks Turnout's command line, as a user would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from oracle.next import REPOSITORY


@dataclass(frozen=True)
class TurnoutFinding:
    path: str
    line: int
    column: int
    code: str
    severity: str
    category: str


def turnout_available() -> str | None:
    """Why Turnout can't be asked, in words for a skipped test; None when it can."""
    if not (REPOSITORY / "server" / "turnout" / "cli.py").is_file():
        return "turnout has no command line yet"
    return None


def conversions_available(option: str = "--to") -> str | None:
    """The same for `turnout convert` with this option."""
    if reason := turnout_available():
        return reason
    answer = turnout("convert", "--help", folder=REPOSITORY)
    return None if option in answer.stdout else f"turnout convert knows no {option} yet"


def turnout(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs `turnout …` in a folder, with the code of this repository."""
    return subprocess.run(
        [sys.executable, "-m", "turnout", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "server"), "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def turnout_findings(folder: Path) -> list[TurnoutFinding]:
    """What `turnout check` finds in a folder; paths are relative to it."""
    answer = turnout("check", "--format", "json", "--min-severity", "hint", ".", folder=folder)
    # An uncaught error ends Python with 1, too, but prints no answer.
    if answer.returncode not in (0, 1) or not answer.stdout:
        raise RuntimeError(f"turnout check ended with {answer.returncode}:\n{answer.stderr}")
    return [
        TurnoutFinding(
            path=finding["path"],
            line=finding["range"]["start"]["line"],
            column=finding["range"]["start"]["column"],
            code=finding["code"],
            severity=finding["severity"],
            category=finding["category"],
        )
        for finding in json.loads(answer.stdout)["findings"]
    ]
