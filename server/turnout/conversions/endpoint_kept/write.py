"""The whole change as text: the function's file, the action, the calling files, what is left of the endpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_kept.planned import Method, Plan
from turnout.conversions.endpoint_kept.route_text import call_text, endpoint_edits
from turnout.conversions.endpoint_kept.taking import READ_BODY
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, property_name, render
from turnout.conversions.endpoint_to_action.planned import ActionPlan, SitePlan
from turnout.conversions.endpoint_to_action.writing.action_text import action_text, with_body
from turnout.conversions.endpoint_to_action.writing.body_text import left_with
from turnout.conversions.endpoint_to_action.writing.caller_text import caller_edits
from turnout.conversions.endpoint_to_action.writing.caught_text import as_const
from turnout.conversions.endpoint_to_action.writing.layer_text import wanted_of, wrapper_edits
from turnout.conversions.endpoint_to_action.writing.write import (
    appended,
    imports_text,
    new_file,
    style_of,
    widened_edits,
    widened_inside,
)
from turnout.conversions.imports import Wanted, change_imports, rebased, specifier
from turnout.conversions.moving import declared_names, file_of, with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit, SourceChange
from turnout.text.span import Span


def write(project: Snapshot, plan: Plan) -> SourceChange:
    """The whole change."""
    edits: dict[str, tuple[Edit, ...]] = {}
    style = _style(plan)
    created = {plan.path: _function_file(project, plan, style)}
    body = (style.newline * 2).join(_action(method, style) for method in plan.methods)
    wanted = _wanted_by_action(project, plan)
    target = plan.place.module
    if target is None:
        created[plan.place.path] = new_file(style, plan.place.directive, wanted, body)
    else:
        edits[plan.place.path] = appended(target, wanted, body, style)

    def add(path: str, made: tuple[Edit, ...]) -> None:
        edits[path] = tuple(sorted((*edits.get(path, ()), *made)))

    for module, sites in _by_file(plan):
        unused = plan.written.unused.get(module.path, frozenset())
        source = specifier(project, module.path, plan.place.path)
        sources = {method.action.name: source for method in plan.methods}
        made = caller_edits(module, sites, sources, unused, style_of(project, module))
        add(module.path, plan.written.joined(project, module.path, made))
    for path, made in wrapper_edits([each.layer for method in plan.methods for each in method.action.layers]).items():
        add(path, made)
    widened = (each for method in plan.methods for each in method.function.handler.inputs.widened)
    for path, made in widened_edits(widened, [plan.module.path]).items():
        add(path, made)
    add(plan.module.path, _left(project, plan))
    return SourceChange(edits, created, (), plan.notes)


def _style(plan: Plan) -> Style:
    """The endpoint's own: most of the text is its text."""
    sources = [site.site.module.source for method in plan.methods for site in method.action.sites]
    style = Style.of(plan.module.source, *sources)
    return replace(style, width=max(style.width, *(Style.of(source).width for source in sources)))


def _by_file(plan: Plan) -> list[tuple[Module, list[tuple[ActionPlan, SitePlan]]]]:
    found: dict[str, tuple[Module, list[tuple[ActionPlan, SitePlan]]]] = {}
    for action, site in ((method.action, site) for method in plan.methods for site in method.action.sites):
        found.setdefault(site.site.module.path, (site.site.module, []))[1].append((action, site))
    return list(found.values())


# --------------------------------------------------------------- the function


def _function_file(project: Snapshot, plan: Plan, style: Style) -> str:
    moving, module = plan.moving, plan.module
    wanted = [_as_in(module, name, plan.path) for name in moving.imports]
    needed = sorted({name for method in plan.methods for name in method.function.handler.inputs.next_headers})
    added = [Wanted(each, "next/headers", each) for each in needed if each not in moving.imports]
    contexts = list(dict.fromkeys(each for method in plan.methods for each in method.taking.contexts))
    for context in contexts:
        if all(each.local != context.wrapper for each in wanted):
            wanted.append(replace(_as_in(module, context.wrapper, plan.path), is_type=True))
    replaced = widened_inside([method.function for method in plan.methods], module)
    parts = [_moved(module, statement, moving.needed_back + moving.types, replaced) for statement in moving.moved]
    parts = [*(style.statement(f"type {each.name} = {each.type}") for each in contexts), *parts]
    parts += [action_text(method.function, style) for method in plan.methods]
    head = style.statement(f"import {style.string('server-only')}") if plan.is_server_only else ""
    imports = imports_text(style, [*added, *wanted])
    return file_of(style, "\n".join(each for each in (head, imports) if each), *parts)


def _as_in(module: Module, name: str, path: str) -> Wanted:
    """An import of the endpoint's file, as another file has it."""
    imported = module.import_of[name]
    return Wanted(imported.imported, rebased(imported.source.value, module.path, path), name, imported.type_only)


def _moved(module: Module, statement: c.Statement, exported: tuple[str, ...], replaced: Sequence[Replace]) -> str:
    span = with_comments(module, statement)
    before = module.source.text(Span(span.start, statement.span.start))
    after = render(module.source, Span(statement.span.start, span.end), replaced)
    names = {name.name for name in declared_names(statement)}
    return before + ("export " if names & set(exported) else "") + after


# ----------------------------------------------------------------- the action


def _wanted_by_action(project: Snapshot, plan: Plan) -> list[Wanted]:
    target, module = plan.place.module, plan.module
    there = frozenset(target.import_of) if target is not None else frozenset[str]()
    here = specifier(project, plan.place.path, plan.path)
    found = [_as_in(module, name, plan.place.path) for name in plan.moving.action_imports]
    found += wanted_of(project, [each for method in plan.methods for each in method.action.layers], plan.place.path)
    found += [Wanted(method.function.name, here) for method in plan.methods]
    found += [Wanted(name, here, name, is_type=True) for name in plan.moving.types]
    return [each for each in found if (each.local or each.name) not in there]


def _action(method: Method, style: Style) -> str:
    """``export async function createTaskAction({ title }: …) { return createTask(async () => ({ title })); }``"""
    lines = _with_responses(method, style) if method.whole is not None else _without(method, style)
    return with_body(method.action, style.newline.join(style.unit + line for line in lines), style)


def _without(method: Method, style: Style) -> Iterator[str]:
    """The body of an action whose function gives results only."""
    action, function = method.action, method.function
    call = "await " + _call(method, style)
    wanted, given = action.shape, function.shape
    match wanted.form, given.form:
        case "none", _:
            yield style.statement(call)
        case "bare", "result":
            yield style.statement(f"const {style.braces('data')} = {call}")
            yield style.statement("return data")
        case "result", "result" if not wanted.success_data and not wanted.failure_data:
            members = style.braces("ok, status" if wanted.status else "ok")
            yield style.statement(f"const {members} = {call}")
            yield style.statement(f"return {members}")
        case "result", "bare" | "none":
            if not wanted.success_data:
                yield style.statement(call)
            yield style.statement(f"return {_success(method, call, style)}")
        case _:
            is_inside = wanted.catches or any(each.mapped is not None for each in action.layers)
            yield style.statement(f"return {call if is_inside else call.removeprefix('await ')}")


def _with_responses(method: Method, style: Style) -> Iterator[str]:
    """The body of an action whose function may give a Response: what callers look at is read off it."""
    action, function = method.action, method.function
    call = "await " + _call(method, style)
    wanted, given = action.shape, function.shape
    if wanted.form == "none":
        yield style.statement(call)
        return
    assert method.whole is not None
    taken = {member.local for member in action.parameters.members}
    local = "result" if "result" not in taken else "answer"
    left = style.statement(left_with(action, replace(method.whole, local=local)))
    yield style.statement(f"const {local} = {call}")
    if not function.answers:
        yield left
        return
    yield f"if ({local} instanceof Response) {{"
    yield style.unit + left
    yield "}"
    match wanted.form, given.form:
        case "bare", "result":
            yield style.statement(f"return {local}.data")
        case "result", "result" if not wanted.success_data and not wanted.failure_data:
            members = f"ok: {local}.ok, status: {local}.status" if wanted.status else f"ok: {local}.ok"
            yield style.statement(f"return {style.braces(members)}")
        case "result", "bare" | "none":
            yield style.statement(f"return {_success(method, local, style)}")
        case _:
            yield style.statement(f"return {local}")


def _success(method: Method, data: str, style: Style) -> str:
    """``{ ok: true as const, data: … }`` around what a function without failures gives."""
    action = method.action
    members = [f"ok: true{as_const(action.tells_by_ok)}"]
    if action.shape.status:
        number = method.function.answers[0].answer.status
        members.append(f"status: {number}{as_const(action.tells_by_status)}")
    members += [f"data: {data}"] if action.shape.success_data else []
    return style.braces(", ".join(members))


def _call(method: Method, style: Style) -> str:
    given = {member.key: member.local for member in method.action.parameters.members}
    members: list[tuple[str, str]] = []
    for member in method.taking.parameters.members:
        if member.key == READ_BODY:
            members.append((READ_BODY, _read_body(method, style)))
        elif member.key in method.taking.made:
            members.append((member.key, method.taking.made[member.key]))
        else:
            absent = (
                "null"
                if any(
                    each.key == member.key and each.absent == "null" for each in method.function.handler.inputs.scalars
                )
                else "undefined"
            )
            members.append((member.key, given.get(member.key, absent)))
    return call_text(method.function.name, members, method.taking.parameters.is_object, style.unit, style)


def _read_body(method: Method, style: Style) -> str:
    """``async () => ({ title })``, or ``async () => body`` where the action is given the whole of it."""
    own = [member for member in method.action.parameters.members if member.key in method.taking.reads]
    if not method.taking.is_split:
        return f"async () => {own[0].local}"
    parts = [
        member.key if member.key == member.local else f"{property_name(member.key, style)}: {member.local}"
        for member in own
    ]
    return f"async () => ({style.braces(', '.join(parts))})"


# --------------------------------------------------------------- the endpoint


def _left(project: Snapshot, plan: Plan) -> tuple[Edit, ...]:
    module, style = plan.module, Style.of(plan.module.source)
    edits = [edit for method in plan.methods for edit in endpoint_edits(method, style)]
    edits += removed(module.source, [with_comments(module, statement) for statement in plan.moving.moved])
    here = specifier(project, module.path, plan.path)
    add = [Wanted(method.function.name, here) for method in plan.methods]
    add += [Wanted(name, here, name, name in plan.moving.type_names) for name in plan.moving.needed_back]
    change = change_imports(module, tuple(add), plan.moving.unused, plan.moving.needed_back)
    return tuple(sorted((*edits, *change.edits)))
