"""How often Python looks for garbage in cycles, which our facts never form."""

from __future__ import annotations

import gc


def look_seldom() -> None:
    """Have Python look for cycles seldom. Reading a project makes millions of values that live on and form no cycles;
    with Python's own pace, half of the time of a check went into looking through them."""
    gc.set_threshold(100_000, 20, 50)
