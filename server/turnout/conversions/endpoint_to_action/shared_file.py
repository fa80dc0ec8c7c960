"""What the action and the methods that stay both need: it moves into a file of its own, which both import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.imports import Wanted, import_statement, rebased
from turnout.conversions.moving import declared_names, file_of, free_path, is_memory, kebab, with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span


@dataclass(frozen=True)
class SharedFile:
    """A file to be made, beside the endpoint's or in ``lib``."""

    path: str
    statements: tuple[c.Statement, ...]
    """In their order; each is exported from now on."""
    imports: tuple[str, ...]
    """Imported names of the endpoint file that they need."""
    action: tuple[str, ...]
    """The names of it that the action file imports."""
    staying: tuple[str, ...]
    """Those that the endpoint file imports."""


def shared_file(
    project: Snapshot,
    module: Module,
    needed: Sequence[c.Statement],
    staying: Sequence[c.Statement],
    used: Sequence[c.Name],
    folder: str,
    cut: Sequence[Span] = (),
) -> SharedFile | None:
    """The file, or None when nothing is needed by both. ``used`` are the names that the actions have, ``cut`` what
    goes of the statements that stay.

    Refuses state in memory: each bundle of a build has its own.
    """
    shared = [each for each in needed if _is_used(module, each, staying, cut)]
    pending = [*shared]
    while pending:
        above = pending.pop()
        below = [each for each in needed if each not in shared and _is_used(module, each, [above])]
        shared += below
        pending += below
    if not shared:
        return None
    for statement in shared:
        _check(module, statement)
    names = [name for statement in shared for name in declared_names(statement)]
    bindings = {id(module.scopes.binding(name)): name.name for name in names}
    moved = [each for each in needed if each not in shared]
    by_action = [*used, *(name for each in moved for name, _ in module.scopes.free(each))]
    by_rest = [name for each in staying for name, _ in module.scopes.free(each) if not _is_in(name, cut)]
    order = [each for each in module.body if each in shared]
    imports = {name.name for each in shared for name, binding in module.scopes.free(each) if binding.kind == "import"}
    first = next(declared_names(order[0])).name
    suffix = "ts" if is_typescript(module.path) else "js"
    stems = [kebab(first)] if len(order) == 1 else ["shared", "helpers"]
    return SharedFile(
        free_path(project, folder, stems, suffix),
        tuple(order),
        tuple(each.local.name for each in module.imports if each.local.name in imports),
        tuple(dict.fromkeys(_among(module, by_action, bindings))),
        tuple(dict.fromkeys(_among(module, by_rest, bindings))),
    )


def _is_in(name: c.Name, cut: Sequence[Span]) -> bool:
    return any(span.contains(name.span) for span in cut)


def _is_used(module: Module, statement: c.Statement, by: Sequence[c.Statement], cut: Sequence[Span] = ()) -> bool:
    bindings = (module.scopes.binding(name) for name in declared_names(statement))
    references = (each for binding in bindings if binding is not None for each in binding.references)
    return any(each.span.contains(name.span) for name in references if not _is_in(name, cut) for each in by)


def _among(module: Module, names: Sequence[c.Name], bindings: dict[int, str]) -> Iterator[str]:
    yield from (bindings[key] for name in names if (key := id(module.scopes.binding(name))) in bindings)


def _check(module: Module, statement: c.Statement) -> None:
    for name in declared_names(statement):
        binding = module.scopes.binding(name)
        if binding is not None and is_memory(module, binding):
            raise refused(
                f'"{name.name}" is kept in memory, and Next.js loads a file once for endpoints and once for actions: '
                "each would have one of its own.",
                module,
                name,
            )
    check_exported(module, statement)


def check_exported(module: Module, statement: c.Statement) -> None:
    """What goes along may not be what others import from the endpoint's file."""
    if isinstance(statement, c.ExportDeclaration):
        raise refused(
            "The handler needs what this file exports: move it to a file of its own first.", module, statement
        )


def shared_text(module: Module, shared: SharedFile, style: Style) -> str:
    """The text of the file."""
    groups: dict[tuple[str, bool, bool], list[Wanted]] = {}
    for local in shared.imports:
        each = module.import_of[local]
        source = rebased(each.source.value, module.path, shared.path)
        key = (source, each.type_only, each.imported == "*")
        groups.setdefault(key, []).append(Wanted(each.imported, source, local, each.type_only))
    imports = [
        import_statement(style, source, members, is_type=is_type) for (source, is_type, _), members in groups.items()
    ]
    parts: list[str] = []
    for statement in shared.statements:
        start, at = with_comments(module, statement).start, statement.span.start
        parts.append(module.source.text(Span(start, at)) + "export " + module.source.text(Span(at, statement.span.end)))
    return file_of(style, "\n".join(imports), *parts)


def type_names(module: Module, shared: SharedFile) -> frozenset[str]:
    """The names of it that are types only."""
    bindings = (module.scopes.binding(name) for each in shared.statements for name in declared_names(each))
    return frozenset(each.name for each in bindings if each is not None and each.kind == "type")
