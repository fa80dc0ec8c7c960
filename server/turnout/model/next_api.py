"""Which of a package's functions a call means: aliases, namespaces and local names seen through."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module

NAVIGATION = "next/navigation"
HEADERS = "next/headers"
CACHE = "next/cache"
SERVER = "next/server"
INTERRUPTS = frozenset({"redirect", "permanentRedirect", "notFound", "forbidden", "unauthorized"})
"""Functions of ``next/navigation`` that work by throwing: they never return."""


def imported_name(module: Module, callee: c.Expression, source: str) -> str | None:
    """The exported name of ``source`` that an expression means: ``go`` after ``import { redirect as go }``."""
    if not isinstance(callee, (c.Name, c.Member)):
        return None
    found = callee_of(module, callee)
    if found is None or found.source != source:
        return None
    if found.name == "*":
        return found.path[0] if len(found.path) == 1 else None
    return found.name if not found.path else None


def response_class(module: Module, expression: c.Expression) -> str | None:
    """``Response`` or ``NextResponse``, as it is called here."""
    bare = c.bare(expression)
    found = callee_of(module, bare) if isinstance(bare, c.Name) else None
    if found is None or found.path or (found.source, found.name) not in (("", "Response"), (SERVER, "NextResponse")):
        return None
    return bare.name if isinstance(bare, c.Name) else None


def interrupt(module: Module, call: c.Call) -> str | None:
    """``redirect``, ``notFound`` …, when the call is one of Next.js's functions that throw."""
    name = imported_name(module, call.callee, NAVIGATION)
    return name if name in INTERRUPTS else None


def cookie_write(module: Module, call: c.Call) -> str | None:
    """``set`` or ``delete``, when the call changes a cookie of the answer: ``(await cookies()).set(…)``."""
    callee = c.bare(call.callee)
    if not isinstance(callee, c.Member) or callee.name not in ("set", "delete"):
        return None
    found = callee_of(module, callee)
    if found is None or found.source != HEADERS:
        return None
    path = (found.name, *found.path) if found.name != "*" else found.path
    return callee.name if path == ("cookies", "()", callee.name) else None
