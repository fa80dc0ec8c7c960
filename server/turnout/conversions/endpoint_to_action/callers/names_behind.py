"""What others call the body that a function gives back: those who call it, and the callbacks of ``useMutation``."""

from __future__ import annotations

from collections.abc import Iterable

from turnout.conversions.endpoint_to_action.callers.call_sites import Read
from turnout.conversions.endpoint_to_action.ground.known_texts import KnownTexts
from turnout.model import code as c
from turnout.model.module import Export, Module
from turnout.model.scope import Binding
from turnout.project.snapshot import Snapshot

_PLAIN_STATE = frozenset(
    {"mutate", "isPending", "isLoading", "isError", "isSuccess", "isIdle", "status", "error", "reset"}
)
"""What ``useMutation`` gives besides the data."""


def names_behind(module: Module, read: Read) -> list[c.Pattern] | None:
    """The names and patterns that have it, all in this file; None where it goes elsewhere, too."""
    given = _given_back(module, read)
    return given if given is not None else _mutation_names(module, read)


def names_elsewhere(project: Snapshot, module: Module, read: Read) -> list[tuple[Module, c.Pattern]] | None:
    """The same for a function that other files import, without a type of its own; None where one can't be seen."""
    function = next((each for each in module.ancestors(read.code) if _is_named(module, each)), None)
    if not isinstance(function, c.Function) or function.return_type is not None:
        return None
    if not _is_returned(module, read.code, function):
        return None
    return _taken(KnownTexts(project).references(module, function))


def _taken(references: Iterable[tuple[Module, c.Code | None]]) -> list[tuple[Module, c.Pattern]] | None:
    """``const data = await send()`` for each use of a function whose result is used; None for any other use."""
    found: list[tuple[Module, c.Pattern]] = []
    for home, reference in references:
        call = home.parents.get(id(reference)) if reference is not None else None
        awaited = home.parents.get(id(call)) if isinstance(call, c.Call) and call.callee is reference else None
        above = home.parents.get(id(awaited)) if isinstance(awaited, c.Await) else None
        if isinstance(awaited, c.ExpressionStatement) or isinstance(above, c.ExpressionStatement):
            continue
        if not isinstance(above, c.Declarator) or above.type is not None:
            return None
        found.append((home, above.pattern))
    return found


def _given_back(module: Module, read: Read) -> list[c.Pattern] | None:
    """``const send = () => fetch(…).then((res) => res.json())`` of this file, and ``const data = await send()``."""
    function = next((each for each in module.ancestors(read.code) if _is_named(module, each)), None)
    if not isinstance(function, c.Function) or not _is_returned(module, read.code, function):
        return None
    declarator = module.parents.get(id(function))
    name = declarator.pattern if isinstance(declarator, c.Declarator) else function.name
    binding = module.scopes.binding(name) if isinstance(name, c.Name) else None
    if binding is None or binding.writes or any(_is_exported(module, each, binding) for each in module.exports):
        return None
    found = _taken((module, reference) for reference in binding.references)
    return [pattern for _, pattern in found] if found is not None else None


def _is_exported(module: Module, export: Export, binding: Binding) -> bool:
    return export.local is not None and module.scopes.binding(export.local) is binding


def _is_named(module: Module, code: c.Code) -> bool:
    """Whether a function has a name by which it is called."""
    if not isinstance(code, c.Function):
        return False
    above = module.parents.get(id(code))
    return isinstance(above, (c.FunctionDeclaration, c.Declarator, c.ExportDeclaration, c.ExportDefault))


def _is_returned(module: Module, code: c.Code, function: c.Function) -> bool:
    """Whether a value is all that a function gives back, through the chain that it is read in."""
    below = code
    for above in module.ancestors(code):
        match above:
            case c.Function() if above is function:
                return above.body is below or isinstance(below, c.Block)
            case c.Function() | c.Await() | c.Return():
                pass
            case c.Block():
                if sum(isinstance(each, c.Return) for each in c.walk(above)) != 1:
                    return False
            case c.Call(callee=c.Member(name="then")) if above.arguments[0] is below:
                pass
            case c.Member() | c.Call():
                return False
            case _:
                return False
        below = above
    return False


def _mutation_names(module: Module, read: Read) -> list[c.Pattern] | None:
    """``useMutation({ mutationFn: () => fetch(…).then((res) => res.json()), onSuccess: (data) => … })``"""
    code: c.Code = read.code
    for above in module.ancestors(read.code):
        if isinstance(above, c.Property):
            break
        if isinstance(above, (c.If, c.Try, c.Declarator, c.Conditional)):
            return None
        code = above
    member = module.parents.get(id(code))
    options = module.parents.get(id(member)) if isinstance(member, c.Property) and member.key == "mutationFn" else None
    hook = module.parents.get(id(options)) if isinstance(options, c.Object) else None
    if not isinstance(hook, c.Call) or not isinstance(options, c.Object) or not _is_unread(module, hook):
        return None
    found: list[c.Pattern] = []
    for key in ("onSuccess", "onSettled"):
        taker = options.get(key)
        taker = c.bare(taker) if taker is not None else None
        if taker is None:
            continue
        if not isinstance(taker, c.Function):
            return None
        if taker.parameters and (key == "onSettled" or taker.parameters[0].type is not None):
            return None
        found += [taker.parameters[0].pattern] if taker.parameters else []
    return found


def _is_unread(module: Module, hook: c.Call) -> bool:
    """Whether nobody looks at what the mutation gives, but for its own callbacks."""
    declarator = module.parents.get(id(hook))
    pattern = declarator.pattern if isinstance(declarator, c.Declarator) else None
    if isinstance(pattern, c.ObjectPattern):
        return all(isinstance(each, c.PatternProperty) and each.key in _PLAIN_STATE for each in pattern.members)
    binding = module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
    above = [module.parents.get(id(name)) for name in binding.references] if binding is not None else [None]
    return all(isinstance(each, c.Member) and each.name in _PLAIN_STATE for each in above)
