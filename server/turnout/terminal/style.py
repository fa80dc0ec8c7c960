"""Colours by the role that a piece of text plays, or none at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import IO, Literal, TypeAlias

When: TypeAlias = Literal["auto", "always", "never"]

_CODES: Mapping[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "information": "1;34",
    "hint": "1;36",
    "heading": "1",
    "strong": "1",
    "code": "36",
    "link": "4;34",
    "path": "1",
    "good": "32",
    "dim": "2",
    "added": "32",
    "removed": "31",
    "place": "36",
}


class Style:
    """Paints text by role; ``Style(False)`` leaves it as it is."""

    def __init__(self, is_on: bool) -> None:
        self.is_on = is_on

    def __call__(self, role: str, text: str) -> str:
        code = _CODES.get(role)
        return f"\x1b[{code}m{text}\x1b[0m" if self.is_on and code and text else text

    @staticmethod
    def wanted(when: When, stream: IO[str]) -> Style:
        """The user's word first, then NO_COLOR and FORCE_COLOR, then whether a person looks at it."""
        if when != "auto":
            return Style(when == "always")
        if os.environ.get("NO_COLOR"):
            return Style(False)
        if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
            return Style(True)
        return Style(stream.isatty() and os.environ.get("TERM") != "dumb")


PLAIN = Style(False)
