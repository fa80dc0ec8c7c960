"""What a user is told in one line, with exit code 2."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class Trouble(Exception):
    """Wrong usage, or a path that can't be read. The message is the line."""


def one_of(kind: str, given: str, known: Iterable[str]) -> str:
    """``given`` when it is known; else a Trouble that names what was perhaps meant."""
    names = tuple(known)
    if given in names:
        return given
    near = difflib.get_close_matches(given, names, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise Trouble(f"there is no {kind} {given!r}.{meant}")
