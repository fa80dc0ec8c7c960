"""What leaves the endpoint's file together with its work, and who needs it afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_kept.planned import Method, Moving
from turnout.conversions.endpoint_kept.route_text import work_span
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.layers import Option
from turnout.conversions.endpoint_to_action.leaving import needed_by
from turnout.conversions.moving import declared_names, is_memory, with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span


def moving_of(module: Module, methods: Sequence[Method]) -> Moving:
    """Decide it; refuses what can't be in two files."""
    needed, imports = needed_by(
        module, [each.function for each in methods], [each.function.handler.statement for each in methods]
    )
    moved = tuple(each for each in module.body if each in needed)
    gone = [*(work_span(each) for each in methods), *(with_comments(module, each) for each in moved)]
    kept = [statement.span for each in methods for statement in each.taking.statements]
    used = _used(methods)
    back: list[str] = []
    type_names: set[str] = set()
    for statement in moved:
        if isinstance(statement, (c.ExportDeclaration, c.ExportDefault)):
            raise refused(
                "The handler needs what this file exports: move it to a file of its own first.", module, statement
            )
        for name in declared_names(statement):
            binding = module.scopes.binding(name)
            if binding is not None and is_memory(module, binding):
                raise refused(
                    f'"{name.name}" is kept in memory, and Next.js loads a file once for endpoints and once for '
                    "actions: each would have one of its own.",
                    module,
                    name,
                )
            if binding is None or not (name.name in used or _stays(binding.references, gone, kept)):
                continue
            back.append(name.name)
            type_names |= {name.name} if binding.kind == "type" else set()
    types, action_imports = _of_actions(module, methods, moved)
    unused = frozenset(
        imported.local.name
        for imported in module.imports
        if (binding := module.scopes.binding(imported.local)) is not None
        and binding.references
        and imported.local.name not in used
        and not _stays(binding.references, gone, kept)
    )
    return Moving(moved, imports, tuple(back), frozenset(type_names), types, action_imports, unused)


def _stays(references: Sequence[c.Name], gone: Sequence[Span], kept: Sequence[Span]) -> bool:
    """Whether one of the uses is still in the endpoint's file."""
    return any(
        any(span.contains(each.span) for span in kept) or not any(span.contains(each.span) for span in gone)
        for each in references
    )


def _used(methods: Sequence[Method]) -> set[str]:
    """The names of what is written into the endpoint anew."""
    used = {
        sending.by for each in methods if each.function.answers for sending in (each.sent.success, each.sent.failure)
    }
    for text in (text for each in methods for text in each.taking.arguments.values()):
        used |= set(re.findall(r"(?<![.\w$])[A-Za-z_$][\w$]*", text))
    return used


def _of_actions(
    module: Module, methods: Sequence[Method], moved: Sequence[c.Statement]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The types that moved, and the imported names, that the actions' own text has."""
    types: dict[str, None] = {}
    imports: dict[str, None] = {}
    for name in (name for each in methods for name in _named(each)):
        binding = module.scopes.binding(name)
        if binding is None or binding.scope.parent is not None:
            continue
        if binding.kind == "import":
            imports[binding.name] = None
        elif any(each.span.contains(binding.site.span) for each in moved):
            types[binding.name] = None
        else:
            raise refused(
                f'The action needs "{name.name}", too: give it a file of its own first.', module, binding.site
            )
    return tuple(types), tuple(imports)


def _named(method: Method) -> Iterator[c.Name]:
    """The names of the endpoint's file in the types of an action's parameters, and in what its wrappers are given."""
    parameters = method.action.parameters
    copied = [parameters.base_type, *(part for member in parameters.members for part in member.type or ())]
    for code in c.walk(method.action.handler.function):
        if isinstance(code, c.Name) and any(isinstance(span, Span) and span.contains(code.span) for span in copied):
            yield code
    for layer in method.action.handler.layers:
        for argument in layer.shared.arguments if layer.shared is not None else ():
            if isinstance(argument, Option) and argument.value is not None:
                yield from (code for code in c.walk(argument.value) if isinstance(code, c.Name))
