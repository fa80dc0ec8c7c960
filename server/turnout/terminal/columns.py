"""How wide text is on a terminal, and text that can't do anything to one."""

from __future__ import annotations

import re
import unicodedata

TAB = 2
"""Columns that a tab takes in a code frame: code is shown to be found again, not to be lined up."""

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def shown(text: str) -> str:
    """Source text as it may be printed: tabs as spaces, and no control character reaches the terminal."""
    return "".join(_shown(char) for char in text)


def width(text: str) -> int:
    """The columns that printed text takes: two for wide characters and emoji, none for colours and accents."""
    if text.isascii() and "\x1b" not in text:
        return len(text)
    return sum(_width(char) for char in _COLOURS.sub("", text))


def fit(text: str, columns: int) -> str:
    """Uncoloured text in at most so many columns, with … for what is left out."""
    if width(text) <= columns:
        return text
    taken = 0
    for index, char in enumerate(text):
        taken += _width(char)
        if taken > columns - 1:
            return text[:index].rstrip() + "…"
    return text


def fit_path(path: str, columns: int) -> str:
    """The same for a path, whose end says more than its beginning."""
    return path if width(path) <= columns else "…" + path[len(path) - columns + 1 :]


def pad(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _shown(char: str) -> str:
    if char == "\t":
        return " " * TAB
    # Bidirectional controls would show code in another order than it runs in (category Cf), ESC would speak to
    # the terminal (Cc), U+2028 would break the frame (Zl, Zp).
    if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or (char in _TURNING):
        return "\N{REPLACEMENT CHARACTER}"
    return char


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
