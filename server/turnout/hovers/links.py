"""Links to places of the project, as text that whoever shows it turns into real addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from turnout.text.span import Span

_PLACE = re.compile(r"turnout-place:([^#)\s]*)#(\d+)-(\d+)")


def place_link(text: str, path: str, span: Span) -> str:
    """``[text](turnout-place:PATH#START-END)``, the path percent-encoded."""
    return f"[{text}](turnout-place:{quote(path, safe='/')}#{span.start}-{span.end})"


def link_places(markdown: str, render: Callable[[str, Span], str]) -> str:
    """The Markdown with ``render(path, span)`` as the address of each place: a URI with a line, or ``path:line``."""
    return _PLACE.sub(lambda found: render(unquote(found[1]), Span(int(found[2]), int(found[3]))), markdown)
