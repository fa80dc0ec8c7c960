"""A function that gives the response of its request back: each call of it is that request, and the function goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.ground.unused import unused_constants
from turnout.conversions.endpoint_to_action.requests.own_functions import steps_of
from turnout.conversions.imports import Wanted, change_imports, unused_imports
from turnout.conversions.moving import with_comments
from turnout.conversions.users import users_of
from turnout.model import code as c
from turnout.model.module import Export, Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass
class _File:
    """What becomes of one file."""

    module: Module
    edits: list[Edit] = field(default_factory=list[Edit])
    gone: list[Span] = field(default_factory=list[Span])
    taken: list[Span] = field(default_factory=list[Span])
    """Statements that go."""
    imports: list[Wanted] = field(default_factory=list[Wanted])


def written_back(project: Snapshot, module: Module, request: c.Call) -> Mapping[str, tuple[Edit, ...]]:
    """The edits of each file that calls the function around a request; none where it can't go."""
    function = _function_around(module, request)
    declared = _declaration(module, function) if function is not None else None
    if declared is None:
        return {}
    name, statement = declared
    found = _calls(project, module, name)
    if not found:
        return {}
    files: dict[str, _File] = {}
    for home, call in found:
        file = files.setdefault(home.path, _File(home))
        steps = steps_of(project, home, call)
        if steps.checks or steps.result is not None:
            return {}
        indent, style = home.source.indent_at(call.span.start), Style.of(home.source)
        first, *rest = steps.request.splitlines()
        text = style.newline.join([first, *(f"{indent}{line}" if line.strip() else "" for line in rest)])
        file.edits.append(Edit(call.span, text))
        file.gone.append(call.span)
        file.imports += steps.imports
    own = files.setdefault(module.path, _File(module))
    own.taken.append(with_comments(module, statement))
    return {path: tuple(sorted(_of_file(file))) for path, file in files.items()}


def _of_file(file: _File) -> Iterator[Edit]:
    taken = [*file.taken, *unused_constants(file.module, [*file.gone, *file.taken])]
    kept = {each.local or each.name for each in file.imports}
    dead = unused_imports(file.module, [*file.gone, *taken]) - kept
    yield from change_imports(file.module, add=file.imports, remove=dead).edits
    yield from file.edits
    yield from removed(file.module.source, taken)


def _function_around(module: Module, request: c.Call) -> c.Function | None:
    """The function that does nothing but to give back what the request gives."""
    value: c.Expression = request
    above = module.parents.get(id(request))
    if isinstance(above, c.Await):
        value, above = above, module.parents.get(id(above))
    function = above if isinstance(above, c.Function) else module.function_around(request)
    if function is None or function.is_generator:
        return None
    if above is function:
        return function if function.body is value else None
    last = function.statements[-1] if function.statements else None
    if above is not last or not isinstance(last, c.Return):
        return None
    return function if all(isinstance(each, c.Declare) for each in function.statements[:-1]) else None


def _declaration(module: Module, function: c.Function) -> tuple[c.Name, c.Statement] | None:
    """The name of a function that is declared by a statement of its own, and that statement with its ``export``."""
    above = module.parents.get(id(function))
    name, statement = function.name, above
    if isinstance(above, c.Declarator) and isinstance(above.pattern, c.Name):
        name, statement = above.pattern, module.parents.get(id(above))
        if not isinstance(statement, c.Declare) or len(statement.declarators) != 1:
            return None
    if name is None or not isinstance(statement, (c.Declare, c.FunctionDeclaration)):
        return None
    outer = module.parents.get(id(statement))
    return name, outer if isinstance(outer, c.ExportDeclaration) else statement


def _calls(project: Snapshot, module: Module, name: c.Name) -> list[tuple[Module, c.Call]]:
    """Every use of the function, when all of them are calls; none when one is something else."""
    found: list[tuple[Module, c.Call]] = []
    exports = [each for each in module.exports if _means(module, each, name)]
    if len(exports) > 1 or any(each.name == "default" or each.source is not None for each in exports):
        return []
    places = [(module, name)]
    for export in exports:
        users = users_of(project, module.path, export.name)
        if isinstance(users, Refusal) or any(user.side != "client" for user in users):
            return []
        places += [(user.module, each.local) for user in users for each in user.names]
    for home, local in places:
        binding = home.scopes.binding(local)
        if binding is None or binding.writes or home.errors:
            return []
        for reference in binding.references:
            call = home.parents.get(id(reference))
            if isinstance(call, (c.ExportSpecifier, c.ExportNamed)):
                return []
            if not isinstance(call, c.Call) or call.callee is not reference:
                return []
            found.append((home, call))
    return found


def _means(module: Module, export: Export, name: c.Name) -> bool:
    return export.local is not None and module.scopes.binding(export.local) is module.scopes.binding(name)
