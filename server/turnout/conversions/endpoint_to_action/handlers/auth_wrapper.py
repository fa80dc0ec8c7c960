"""``export const POST = auth(async (req) => …)`` of NextAuth.js: what it adds to the request, an action asks for."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.model import code as c
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot


def session_function(project: Snapshot, module: Module, wrappers: Sequence[Wrapper]) -> c.Name | None:
    """The function that wraps the handler and gives the session when it is called alone; None for all others."""
    if len(wrappers) != 1 or not isinstance(callee := wrappers[0].call.callee, c.Name):
        return None
    imported = module.import_of.get(callee.name)
    if imported is None:
        return None
    found = project.definition(module.path, imported.source.value, imported.imported)
    if found is None:
        return None
    home, local = found.module, found.export.local
    declared = home.scopes.top.find(local.name if local is not None else found.export.name)
    made = c.bare(declared.value) if declared is not None and declared.value is not None else None
    # A callback that answers itself is a check that auth() alone does not make.
    answers = "authorized" in home.source.text() and "Response" in home.source.text()
    return callee if _is_next_auth(home, made) and declared is not None and declared.pattern and not answers else None


def _is_next_auth(home: Module, value: c.Expression | None) -> bool:
    if not isinstance(value, c.Call) or not isinstance(value.callee, c.Name):
        return False
    imported = home.import_of.get(value.callee.name)
    return imported is not None and imported.source.value == "next-auth" and imported.imported == "default"
