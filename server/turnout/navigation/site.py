"""A place that one can go to."""

from __future__ import annotations

from typing import NamedTuple

from turnout.project.entries import Entry
from turnout.text.span import Span


class Site(NamedTuple):
    path: str
    span: Span


def site_of(entry: Entry) -> Site:
    """Where an entry's name stands."""
    return Site(entry.path, entry.span)
