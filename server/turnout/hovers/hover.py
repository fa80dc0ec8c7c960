"""What a hover is: a place and the Markdown about it."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.text.span import Span


@dataclass(frozen=True)
class Pointed:
    """The thing that the cursor points at, and what there is to say."""

    span: Span
    markdown: str
