"""Rows in columns of equal width."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from turnout.terminal.columns import fit, pad, width

Cut = Callable[[str, int], str]
"""Shortens the text of a cell to so many columns."""


def table(rows: Sequence[Sequence[str]], columns: int | None = None, cut: Mapping[int, Cut] | None = None) -> list[str]:
    """The rows as lines. With ``columns``, the widest columns give way until all fits into so many."""
    if not rows:
        return []
    widths = [max(width(row[index]) for row in rows) for index in range(len(rows[0]))]
    if columns is not None:
        _shrink(widths, columns - 2 * (len(widths) - 1))
    cuts = [(cut or {}).get(index, fit) for index in range(len(widths))]
    return [
        "  ".join(
            pad(shorten(cell, room), room) for cell, room, shorten in zip(row, widths, cuts, strict=True)
        ).rstrip()
        for row in rows
    ]


def _shrink(widths: list[int], room: int) -> None:
    while sum(widths) > room and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
