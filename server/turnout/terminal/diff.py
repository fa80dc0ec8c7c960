"""A unified diff in colour."""

from __future__ import annotations

from turnout.terminal.style import Style


def painted(diff: str, style: Style) -> str:
    """The text of a diff with its lines coloured; without colours exactly the text."""
    if not style.is_on:
        return diff
    return "".join(_painted(line, style) for line in diff.splitlines(keepends=True))


def _painted(line: str, style: Style) -> str:
    text = line.rstrip("\r\n")
    end = line[len(text) :]
    if text.startswith(("+++", "---")):
        return style("path", text) + end
    if text.startswith("@@"):
        return style("place", text) + end
    if text.startswith("+"):
        return style("added", text) + end
    if text.startswith("-"):
        return style("removed", text) + end
    return line
