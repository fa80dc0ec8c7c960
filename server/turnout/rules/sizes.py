"""How Next.js reads a size such as ``2mb``: as the package ``bytes`` does, which takes the digits of what it misses."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNITS = {"b": 1, "kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30, "tb": 1 << 40, "pb": 1 << 50}
_SIZE = re.compile(r"^([-+]?\d+(?:\.\d+)?) *(kb|mb|gb|tb|pb|b)?$", re.IGNORECASE)
_DIGITS = re.compile(r"^\s*[-+]?\d+")


class Size(NamedTuple):
    """A number of bytes. ``is_whole`` is False when only the digits counted: ``10 MiB`` comes to 10 bytes."""

    bytes: int
    is_whole: bool


def size_of(written: str) -> Size | None:
    """What a text comes to; None for texts that are no size at all."""
    if (found := _SIZE.match(written)) is not None:
        return Size(int(float(found[1]) * _UNITS[(found[2] or "b").lower()]), True)
    digits = _DIGITS.match(written)
    return Size(int(digits[0]), False) if digits is not None else None
