"""Where an endpoint is only named: path lists of middleware, and texts that addresses are compared with."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot

_COMPARES = frozenset({"startsWith", "endsWith", "includes", "indexOf"})
_LOOKS_UP = frozenset({"includes", "has", "indexOf"})
_SEARCHES = frozenset({"some", "every", "find", "findIndex"})


def is_own_name(entry: Entry, caller: Caller) -> bool:
    """``metrics.record({ endpoint: '/api/users' })`` in the handler of that very address: it says where it is."""
    return caller.how in ("call", "mention") and caller.path == entry.path and caller.method is None


def is_only_named(project: Snapshot, caller: Caller) -> bool:
    """Whether a mention asks for nothing: no request is lost when the endpoint goes.

    A test that looks for a request of that address waits for it: it is a caller like others.
    """
    if caller.how not in ("mention", "call") or caller.side == "test":
        return False
    if {layer for layer in project.layers(caller.path) if layer != "test"} == {"middleware"}:
        return caller.how == "mention" or not _is_asked_for(project, caller)
    if caller.how == "call":
        return False
    module = project.module(caller.path)
    if module is None:
        return False
    around = (each for each in module.body if each.span.contains(caller.span))
    text = next((code for each in around for code in c.walk(each) if code.span == caller.span), None)
    return text is not None and _is_compared(module, text)


def notes_on_names(project: Snapshot, entry: Entry) -> Iterator[str]:
    """What still names an endpoint that goes."""
    for caller in project.callers(entry):
        source = project.source(caller.path)
        if source is not None and is_only_named(project, caller):
            line = source.lines.position(caller.span.start).line + 1
            yield f"{caller.path}:{line} names {entry.url}, which nothing asks for any more."


def _is_asked_for(project: Snapshot, caller: Caller) -> bool:
    """Whether the function that middleware gives an address to requests it: ``createRouteMatcher`` does not."""
    targets = (each for each in project.targets(caller.path) if each.request.url_span == caller.span)
    return any(each.via_wrapper or each.request.methods is not None for each in targets)


def _is_compared(module: Module, text: c.Code) -> bool:
    """``path.startsWith('/api/x')``, ``['/api/x'].includes(path)``, and lists of which nothing else is made."""
    match above := module.parents.get(id(text)):
        case c.Call(callee=c.Member(name=name)) if above.callee is not text:
            return name in _COMPARES
        case c.Array():
            return _is_compared_list(module, above)
        case c.Cast():
            return _is_compared(module, above)
        case _:
            return False


def _is_compared_list(module: Module, whole: c.Code) -> bool:
    match above := module.parents.get(id(whole)):
        case c.Cast() | c.New(callee=c.Name(name="Set")) | c.Binary(operator="??" | "||"):
            return _is_compared_list(module, above)
        case c.Property(value=value) if value is whole:
            table = module.parents.get(id(above))
            return isinstance(table, c.Object) and _is_compared_list(module, table)
        case c.Unary(operator="!"):
            return True
        case c.Index(object=below) if below is whole:
            return _is_compared_list(module, above)
        case c.Member(name=name, object=below) if below is whole:
            call = module.parents.get(id(above))
            if not isinstance(call, c.Call) or call.callee is not above:
                return _is_compared_list(module, above)
            return _asks_list(module, call, name)
        case c.Declarator(pattern=c.Name() as name):
            binding = module.scopes.binding(name)
            is_exported = any(each.local is not None and each.local.name == name.name for each in module.exports)
            return (
                binding is not None
                and bool(binding.references)
                and not is_exported
                and all(_is_compared_list(module, each) for each in binding.references)
            )
        case c.ForEach(operator="of", pattern=c.Name() as name, source=source) if source is whole:
            return _is_only_compared(module, name)
        case _:
            return False


def _asks_list(module: Module, call: c.Call, name: str) -> bool:
    """``list.includes(path)``, ``list.some((each) => path.startsWith(each))``"""
    if name in _LOOKS_UP:
        return True
    function = c.bare(call.arguments[0]) if name in _SEARCHES and call.arguments else None
    pattern = function.parameters[0].pattern if isinstance(function, c.Function) and function.parameters else None
    return isinstance(pattern, c.Name) and _is_only_compared(module, pattern)


def _is_only_compared(module: Module, name: c.Name) -> bool:
    binding = module.scopes.binding(name)
    return binding is not None and all(_is_looked_for(module, each) for each in binding.references)


def _is_looked_for(module: Module, part: c.Code) -> bool:
    """``path === each``, ``path.startsWith(`${each}/`)``"""
    match above := module.parents.get(id(part)):
        case c.Binary(operator="+") | c.Template():
            return _is_looked_for(module, above)
        case c.Binary(operator="===" | "!==" | "==" | "!="):
            return True
        case _:
            return _is_compared(module, part)
