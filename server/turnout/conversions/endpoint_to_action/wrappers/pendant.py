"""What the project writes its actions with, ``authActionClient`` or ``validatedActionWithUser``: told, not used.

Their callers get something else than callers of an endpoint read: ``{ data, serverError, validationErrors }``, a
message of the builder's own where nobody is signed in, or they take a form's state and data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.callees import Callee, callee_of
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot

_CLIENTS = ("next-safe-action", "zsa")
_BUILDS_ACTIONS = re.compile(r"(?:validated|auth\w*|protected|safe)Action(?:With\w+)?")
_ASKS = re.compile(r"session|user|auth|viewer|member|current", re.IGNORECASE)
_DEEPEST = 2

_Function = tuple[str, str]
"""A function by its file, or package, and its name there."""


@dataclass(frozen=True)
class _Builder:
    name: str
    path: str
    asks: frozenset[_Function]
    """What it finds out by who calls."""
    steps: int
    """How much it does besides."""


@dataclass(frozen=True)
class Client:
    """A client of next-safe-action that does nothing but to ask for a session."""

    name: str
    path: str
    method: str
    """What the project gives it a schema with: ``inputSchema``, or ``schema`` before."""
    asks: _Function
    test: str
    """When it throws, of what is then called ``session``, without blanks."""
    gives: tuple[tuple[str, tuple[str, ...]], ...]
    """``ctx: { user: session.user }`` as ``('user', ('user',))``."""


def clients(project: Snapshot, app: App) -> Iterator[Client]:
    """The clients of an app that are understood to the last step."""
    for path in project.paths():
        surface = project.surface(path)
        if surface is None or not app.owns(path):
            continue
        if not any(each.source == "next-safe-action" for each in surface.imports):
            continue
        module = project.module(path)
        for export in module.exports if module is not None else ():
            assert module is not None
            value = c.bare(export.value) if export.value is not None else None
            if value is not None and (client := _client(project, module, export.name, value)) is not None:
                yield client


def place_of_call(project: Snapshot, module: Module, call: c.Call) -> _Function | None:
    """The function that a call means."""
    callee = callee_of(module, call.callee)
    return _place(project, module, callee) if callee is not None and not callee.path and callee.source != "" else None


def _client(project: Snapshot, module: Module, name: str, value: c.Code) -> Client | None:
    """``createSafeActionClient().use(async ({ next }) => { … })``, and nothing more."""
    match value:
        case c.Call(callee=c.Member(object=base, name="use"), arguments=(c.Function(body=c.Block(body=body)),)):
            pass
        case _:
            return None
    made = c.bare(base)
    binding = module.scopes.binding(made) if isinstance(made, c.Name) else None
    made = c.bare(binding.value) if binding is not None and binding.value is not None else made
    if not isinstance(made, c.Call) or c.dotted(made.callee) != "createSafeActionClient":
        return None
    if "throw" in module.source.text(made.span):
        return None
    match body:
        case (
            c.Declare(declarators=(c.Declarator(pattern=c.Name(name=session), value=c.Await(value=c.Call() as call)),)),
            c.If(test=test, then=then, otherwise=None),
            c.Return(value=returned),
        ) if _throws(then) and not call.arguments:
            pass
        case _:
            return None
    asks = place_of_call(project, module, call)
    gives = _given(returned, session)
    if asks is None or gives is None:
        return None
    written = re.sub(rf"\b{re.escape(session)}\b", "session", module.source.text(test.span))
    return Client(name, module.path, _schema_method(project, module.path), asks, re.sub(r"\s+", "", written), gives)


def _throws(statement: c.Statement) -> bool:
    body = statement.body if isinstance(statement, c.Block) else (statement,)
    return len(body) == 1 and isinstance(body[0], c.Throw)


def _given(returned: c.Expression | None, session: str) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """``next({ ctx: { user: session.user } })``"""
    match c.bare(returned) if returned is not None else None:
        case c.Call(callee=c.Name(name="next"), arguments=(c.Object() as options,)):
            context = options.get("ctx")
        case _:
            return None
    whole = c.bare(context) if context is not None else None
    if not isinstance(whole, c.Object):
        return None
    found: list[tuple[str, tuple[str, ...]]] = []
    for member in whole.members:
        text = c.dotted(member.value) if isinstance(member, c.Property) else None
        if not isinstance(member, c.Property) or member.key is None or text is None:
            return None
        head, *steps = text.split(".")
        if head != session:
            return None
        found.append((member.key, tuple(steps)))
    return tuple(found)


def _schema_method(project: Snapshot, path: str) -> str:
    for other in project.paths():
        surface, source = project.surface(other), project.source(other)
        if surface is None or source is None or surface.directive != "use server":
            continue
        if any(project.resolve(other, each.source) == path for each in surface.imports):
            text = source.text()
            if ".inputSchema(" in text:
                return "inputSchema"
            if ".schema(" in text:
                return "schema"
    return "inputSchema"


def pendant_note(project: Snapshot, app: App, checked: Iterable[tuple[Module, c.Code]]) -> str | None:
    """What a person may want to write the action with, whose check is made with the same function."""
    asked = {each for module, code in checked for each in _asked(project, module, code, _DEEPEST)}
    if not asked:
        return None
    same = [each for each in _builders(project, app) if each.asks & asked]
    if not same:
        return None
    builder = min(same, key=lambda each: (each.steps, each.name))
    function = min(name for _, name in builder.asks & asked)
    return (
        f"{builder.name} in {builder.path} is what this project writes actions with. It asks {function}(), too, but is "
        "not used: its failures are not what the callers here read. What else the endpoint checks, it doesn't."
    )


def _builders(project: Snapshot, app: App) -> Iterator[_Builder]:
    for path in project.paths():
        surface = project.surface(path)
        if surface is None or not app.owns(path):
            continue
        has_client = any(each.source.startswith(_CLIENTS) for each in surface.imports)
        names = [each.name for each in surface.exports if has_client or _BUILDS_ACTIONS.fullmatch(each.name)]
        module = project.module(path) if names else None
        for name in names if module is not None else ():
            assert module is not None
            export = module.export(name)
            value = c.bare(export.value) if export is not None and export.value is not None else None
            if value is None or not (_is_client(value) if has_client else isinstance(value, c.Function)):
                continue
            asks = frozenset(_asked(project, module, value, 1))
            if asks:
                yield _Builder(name, path, asks, sum(isinstance(code, c.Await) for code in c.walk(value)))


def _is_client(value: c.Code) -> bool:
    """``actionClient.use(async ({ next }) => …)``"""
    return isinstance(value, c.Call) and c.last_name(value.callee) in ("use", "handler")


def _asked(project: Snapshot, module: Module, code: c.Code, depth: int) -> Iterator[_Function]:
    """The functions that code calls to know who is there, also by what it calls."""
    for each in c.walk(code):
        callee = callee_of(module, each.callee) if isinstance(each, c.Call) else None
        if callee is None or callee.path or callee.source == "":
            continue
        if _ASKS.search(callee.name) or callee.name == "default":
            yield _place(project, module, callee)
        if depth > 1 and (found := function_behind(project, module, callee)) is not None:
            yield from _asked(project, *found, depth - 1)


def _place(project: Snapshot, module: Module, callee: Callee) -> _Function:
    if callee.source is None:
        return module.path, callee.name
    found = project.definition(module.path, callee.source, callee.name)
    return (found.module.path, found.export.name) if found is not None else (callee.source, callee.name)
