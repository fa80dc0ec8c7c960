"""Where a file uses what it imports (and its own functions, where they may be actions), and in which way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.module import Module, directives_of
from turnout.model.phase import Phase, phase_of
from turnout.model.scope import Binding, pattern_path
from turnout.text.span import Span

UseHow: TypeAlias = Literal[
    "call",
    "form-action",
    "action-state",
    "hook",
    "bind",
    "prop",
    "argument",
    "transition",
    "re-export",
    "reference",
]
"""``form-action`` is ``<form action>`` and ``formAction``; ``hook`` is any ``useX(action)``; ``argument`` any other
call that is given the function; ``prop`` any other JSX attribute."""

_PACKAGES = (
    "react",
    "next",
    "swr",
    "zod",
    "node:",
    "lodash",
    "@radix-ui/",
    "lucide-react",
    "clsx",
    "@heroicons/",
)


@dataclass(frozen=True, slots=True)
class Use:
    """One use of an imported name, or of a function of this file that has its own 'use server'."""

    local: str
    member: str | None
    """For namespace imports: which export."""
    source: str | None
    """What it was imported from; None for the file's own."""
    imported: str
    how: UseHow
    phase: Phase
    detail: str = ""
    """The hook's, prop's or called function's name."""
    is_awaited: bool = False
    is_ignored: bool = False
    """The promise is dropped: a statement of its own, or ``void``."""
    has_then: bool = False
    in_parallel: bool = False
    """In Promise.all and its like, or in a callback of ``map`` inside of one."""
    in_loop: bool = False
    arguments: int = 0
    span: Span = field(default=Span(0, 0), compare=False)
    """The name."""
    whole: Span = field(default=Span(0, 0), compare=False)
    """The call, or the name when it isn't called."""


def find_uses(module: Module) -> tuple[Use, ...]:
    """All uses in source order. JSX tags and types are none: neither can be an action."""
    return tuple(sorted(_uses(module), key=lambda use: use.span))


def _uses(module: Module) -> Iterator[Use]:
    for imported in module.imports:
        if imported.type_only or imported.source.value.startswith(_PACKAGES):
            continue
        binding = module.scopes.binding(imported.local)
        if binding is None:
            continue
        for reference in binding.references:
            yield from _use(module, reference, imported.local.name, imported.source.value, imported.imported)
    yield from _loaded_uses(module)
    for name, value in module.top_level.items():
        if isinstance(value, c.Function) or (value is not None and module.is_server_actions_file):
            if module.is_server_actions_file or _is_inline_action(value):
                yield from _own_uses(module, name)
    for function in module.functions:
        if function.name is not None and function.form == "declaration" and _is_inline_action(function):
            binding = module.scopes.binding(function.name)
            if binding is not None and binding.scope.parent is not None:
                for reference in binding.references:
                    yield from _use(module, reference, binding.name, None, binding.name)
    for binding in module.scopes.all:
        if binding.kind == "const" and binding.scope.parent is not None and isinstance(binding.value, c.Function):
            if _is_inline_action(binding.value):
                for reference in binding.references:
                    yield from _use(module, reference, binding.name, None, binding.name)


def _loaded_uses(module: Module) -> Iterator[Use]:
    """``const { save } = await import('./actions')``, ``(await import('./actions')).save()``, ``import(…).then(…)``."""
    if b"import(" not in module.source.data:
        return
    for binding in module.scopes.all:
        source = _loaded_from(binding.value) if binding.kind != "parameter" else _loaded_into(module, binding)
        path = pattern_path(binding.pattern, binding.site) if binding.pattern is not None else ()
        if source is None or path is None or len(path) > 1:
            continue
        for reference in binding.references:
            yield from _use(module, reference, binding.name, source, path[0] if path else "*")
    for code in module.everything:
        if isinstance(code, c.Member) and (source := _loaded_from(c.bare(code.object))) is not None:
            name = c.Name(code.name_span, code.name)
            yield _described(module, name, code, module.parents.get(id(code)), code.name, None, source, code.name)


def _loaded_from(value: c.Expression | None) -> str | None:
    match c.bare(value) if value is not None else None:
        case c.Await(value=c.Call(callee=c.Name(name="import"), arguments=(c.String(value=source), *_))):
            return source
        case _:
            return None


def _loaded_into(module: Module, binding: Binding) -> str | None:
    """The parameter of ``import('./actions').then((actions) => …)``."""
    call = module.parents.get(id(binding.function)) if binding.index == 0 else None
    match call:
        case c.Call(callee=c.Member(object=c.Call(callee=c.Name(name="import")) as load)):
            return load.arguments[0].value if isinstance(load.arguments[0], c.String) else None
        case _:
            return None


def loaded_names(module: Module, load: c.Call) -> tuple[tuple[str, str], ...]:
    """What is taken of ``import('./actions')``, as (imported, local); nothing when it may be anything."""
    above = module.parents.get(id(load))
    pattern: c.Pattern | None = None
    if isinstance(above, c.Await):
        around = module.parents.get(id(above))
        match around:
            case c.Member(name=name):
                return ((name, name),)
            case c.Declarator(pattern=c.ObjectPattern() as found):
                pattern = found
            case _:
                return ()
    elif isinstance(above, c.Member) and above.name == "then":
        call = module.parents.get(id(above))
        function = c.bare(call.arguments[0]) if isinstance(call, c.Call) and call.arguments else None
        if isinstance(function, c.Function) and function.parameters:
            pattern = function.parameters[0].pattern
    if not isinstance(pattern, c.ObjectPattern):
        return ()
    names = [(each.key, each.key) for each in pattern.members if isinstance(each, c.PatternProperty) and each.key]
    return tuple(names) if len(names) == len(pattern.members) else ()


def _own_uses(module: Module, name: str) -> Iterator[Use]:
    binding = module.scopes.top.names.get(name)
    for reference in binding.references if binding is not None else ():
        yield from _use(module, reference, name, None, name)


def _is_inline_action(value: c.Expression | None) -> bool:
    return isinstance(value, c.Function) and any(each.text == "use server" for each in directives_of(value))


def _use(module: Module, reference: c.Name, local: str, source: str | None, imported: str) -> Iterator[Use]:
    node: c.Code = reference
    member: str | None = None
    above = module.parents.get(id(node))
    if isinstance(above, (c.Type, c.TypeDeclaration, c.ExportSpecifier)) or above is None:
        if isinstance(above, c.ExportSpecifier):
            yield Use(
                local,
                None,
                source,
                imported,
                "re-export",
                "module",
                span=reference.span,
                whole=reference.span,
            )
        return
    if isinstance(above, c.Jsx) and above.tag_name is not None and reference in (above.tag_name,):
        return
    if isinstance(above, c.Member) and above.object is node:
        if imported == "*" or (source is not None and _is_object_use(module, above)):
            member, node = above.name, above
            above = module.parents.get(id(node))
        elif above.name != "bind":
            return  # a property of the imported thing: not the thing
    while isinstance(above, c.Cast):
        node, above = above, module.parents.get(id(above))
    yield _described(module, reference, node, above, local, member, source, imported)


def _is_object_use(module: Module, member: c.Member) -> bool:
    """``actions.save(…)``, where ``actions`` is an imported object."""
    above = module.parents.get(id(member))
    return member.name not in ("bind", "name", "length", "then") and isinstance(above, (c.Call, c.JsxAttribute))


def _described(
    module: Module, reference: c.Name, node: c.Code, above: c.Code | None,
    local: str, member: str | None, source: str | None, imported: str,
) -> Use:  # fmt: skip
    how: UseHow = "reference"
    detail = ""
    whole: c.Code = node
    awaited = ignored = then = False
    count = 0
    match above:
        case c.Call(callee=callee, arguments=arguments) if callee is node:
            how, whole, count = "call", above, len(arguments)
            awaited, ignored, then = _what_becomes_of(module, above)
        case c.Member(name="bind"):
            how, whole = "bind", above
        case c.Call(callee=callee):
            detail = c.last_name(callee)
            if detail in ("useActionState", "useFormState"):
                how = "action-state"
            elif detail in ("startTransition", "transition"):
                how = "transition"
            else:
                how = "hook" if detail.startswith("use") and detail[3:4].isupper() else "argument"
            whole = above
        case c.JsxAttribute(name=name):
            how = "form-action" if name in ("action", "formAction") else "prop"
            detail, whole = name, above
        case c.Property(key=key):
            how, detail = "argument", key or ""
        case c.ExportDefault() | c.ExportNamed() | c.ExportSpecifier():
            how = "re-export"
        case _:
            pass
    in_parallel, in_loop = _repeated(module, whole)
    return Use(
        local, member, source, imported, how, phase_of(module, whole), detail, awaited, ignored, then,
        in_parallel, in_loop, count, reference.span, whole.span,
    )  # fmt: skip


def _what_becomes_of(module: Module, call: c.Call) -> tuple[bool, bool, bool]:
    """Whether the promise of a call is awaited, dropped, or continued by ``then``."""
    above = module.parents.get(id(call))
    match above:
        case c.Await():
            return True, False, False
        case c.Member(name="then" | "catch" | "finally"):
            return False, False, True
        case c.ExpressionStatement() | c.Unary(operator="void"):
            return False, True, False
        case _:
            return False, False, False


def _repeated(module: Module, code: c.Code) -> tuple[bool, bool]:
    """Whether a call runs in parallel with others of its kind, and whether it stands in a loop."""
    parallel = loop = False
    for above in module.ancestors(code):
        match above:
            case c.For() | c.ForEach() | c.While():
                loop = True
            case c.Call(callee=callee):
                name = c.dotted(callee) or (callee.name if isinstance(callee, c.Member) else "")
                if name in ("Promise.all", "Promise.allSettled", "Promise.race", "Promise.any"):
                    parallel = True
            case c.Function() if not _is_callback(module, above):
                break
            case _:
                pass
    return parallel, loop


def _is_callback(module: Module, function: c.Function) -> bool:
    above = module.parents.get(id(function))
    return (
        isinstance(above, c.Call)
        and isinstance(above.callee, c.Member)
        and above.callee.name in ("map", "flatMap", "forEach")
    )
