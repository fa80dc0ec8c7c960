"""Functions of other files that answered for an API route, and that nothing needs any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.ground.needed import is_needed
from turnout.conversions.endpoint_to_action.leaving import unused_beside
from turnout.conversions.endpoint_to_action.planned import FilePlan, Plan
from turnout.conversions.imports import change_imports, unused_imports
from turnout.conversions.moving import declared_names, with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.paths import is_below
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import removed
from turnout.text.edits import Edit
from turnout.text.span import Span


def swept(plan: Plan) -> Plan:
    """The plan without what it would leave behind in other files."""
    written = plan.written
    gone: dict[str, list[c.Statement]] = {}
    for file in plan.files:
        for path, statement in _left_behind(written.project, plan, file):
            if path not in written.edits and statement not in gone.setdefault(path, []):
                gone[path].append(statement)
    edits: dict[str, tuple[Edit, ...]] = {}
    for path, statements in gone.items():
        module = written.project.module(path)
        if module is not None and statements:
            edits[path] = tuple(sorted(_edits(module, statements)))
    if not edits:
        return plan
    notes = (
        f"{name.name} leaves {path}: nothing needs it any more."
        for path in edits
        for statement in gone[path]
        for name in declared_names(statement)
    )
    moved = written.moved | frozenset(edits)
    written = replace(written, edits={**written.edits, **edits}, moved=moved)
    return replace(plan, written=written, notes=(*plan.notes, *notes))


def _left_behind(project: Snapshot, plan: Plan, file: FilePlan) -> Iterator[tuple[str, c.Statement]]:
    apart, app = plan.written.apart.get(file.module.path), project.app(file.module.path)
    if apart is None or app is None:
        return
    going = {action.handler.method for action in file.actions}
    answered = {entry.methods for entry in file.entries}
    staying = {method for methods in answered for method in methods} - going
    needed = [guest for method in staying for guest in apart.guests.get(method, ())]
    for method in going:
        for path, span in apart.guests.get(method, ()):
            module = project.module(path)
            if module is None or (path, span) in needed or (app.root and not is_below(path, app.root)):
                continue
            statement = next((each for each in module.body if each.span.contains(span)), None)
            if statement is not None and not is_needed(project, module, statement, file.module.path):
                yield path, statement


def _edits(module: Module, statements: Sequence[c.Statement]) -> Iterator[Edit]:
    rest = [each for each in module.body if each not in statements and not isinstance(each, c.Import)]
    gone = [*statements, *unused_beside(module, statements, rest)]
    if all(each in gone or _is_nothing(each) for each in rest):
        yield Edit(Span(0, len(module.source.data)), "")
        return
    spans = [with_comments(module, each) for each in gone]
    yield from change_imports(module, remove=unused_imports(module, spans)).edits
    yield from removed(module.source, spans)


def _is_nothing(statement: c.Statement) -> bool:
    """A directive."""
    return isinstance(statement, c.ExpressionStatement) and isinstance(statement.expression, c.String)
