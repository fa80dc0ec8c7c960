"""Drives a served app in a real browser and tells what a person would have seen."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any, TypeAlias

from oracle import next as nextjs
from oracle.scenes import Step

Seen: TypeAlias = dict[str, Any]
"""A moment: `url`, `text`, `fields`, `cookies`, and `problems`, the errors that nothing caught."""


def browser_available() -> str | None:
    """Why there is no browser, in words for a skipped test; None when there is one."""
    if chromium() is None:
        return "Chromium is missing: install it (on Debian: apt-get install chromium)"
    return None


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def play(address: str, steps: Sequence[Step]) -> list[Seen]:
    """What was seen after each step that waits."""
    scene = {
        "home": str(nextjs.HOME),
        "address": address,
        "steps": [dict(step) for step in steps],
        "executablePath": chromium(),
    }
    process = subprocess.run(
        ["node", str(nextjs.HERE / "browse.js")],
        input=json.dumps(scene),
        capture_output=True,
        encoding="utf-8",
        env=nextjs.environment(),
        timeout=300,
    )
    if process.returncode != 0:
        raise RuntimeError(f"the scene could not be played:\n{process.stderr}")
    seen: list[Seen] = json.loads(process.stdout)
    return seen
