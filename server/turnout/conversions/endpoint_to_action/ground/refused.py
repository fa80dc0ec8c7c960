"""Giving up on a conversion from anywhere inside its reading: caught once, in ``plan``."""

from __future__ import annotations

from turnout.conversions.conversion import Refusal
from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span


class Refused(Exception):
    """Carries the refusal to ``plan``; never leaves this package."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


def refused(reason: str, module: Module, at: c.Code | Span) -> Refused:
    """The one reason that matters, at its place in a file."""
    return Refused(Refusal(reason, module.path, at if isinstance(at, Span) else at.span))
