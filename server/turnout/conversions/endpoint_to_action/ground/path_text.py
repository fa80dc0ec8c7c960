"""The path that an endpoint had, as text with its segments in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from turnout.project.routes import Segment
from turnout.syntax.write import Style


def path_text(segments: Sequence[Segment], locals_of: Mapping[str, str], style: Style, origin: str = "") -> str:
    """``'/api/notes'``, or a template where values are part of it: ``/api/notes/${id}``"""
    steps = [f"${{{locals_of[each.name]}}}" if each.kind == "dynamic" else each.name for each in segments]
    text = f"{origin}/{'/'.join(steps)}"
    return f"`{text}`" if any(each.kind == "dynamic" for each in segments) else style.string(text)
