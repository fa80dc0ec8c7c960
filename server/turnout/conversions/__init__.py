"""The registry of conversions. Opposite directions share ``callers``, not each other."""

from __future__ import annotations

from turnout.conversions.conversion import Conversion

CONVERSIONS: tuple[Conversion, ...] = ()
