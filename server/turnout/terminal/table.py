"""Rows in columns of equal width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from turnout.terminal.columns import fit, pad, width

Paint = Callable[[int, str], str]
"""Colours the cell of a column; it gets the text as it will be printed."""


def table(rows: Sequence[Sequence[str]], columns: int | None = None, paint: Paint | None = None) -> list[str]:
    """The rows as lines. With ``columns``, the widest columns give way until all fits into so many."""
    if not rows:
        return []
    widths = [max(width(row[index]) for row in rows) for index in range(len(rows[0]))]
    if columns is not None:
        _shrink(widths, columns - 2 * (len(widths) - 1))
    lines: list[str] = []
    for row in rows:
        cells: list[str] = []
        for index, cell in enumerate(row):
            text = pad(fit(cell, widths[index]), widths[index])
            cells.append(paint(index, text) if paint is not None else text)
        lines.append("  ".join(cells).rstrip())
    return lines


def _shrink(widths: list[int], room: int) -> None:
    while sum(widths) > room and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
