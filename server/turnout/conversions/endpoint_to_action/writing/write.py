"""The whole change as text: the action file, each calling file, what is left of the endpoint."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.gate.durations import duration_edit, layout_text
from turnout.conversions.endpoint_to_action.ground.inputs import Widened
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, render
from turnout.conversions.endpoint_to_action.planned import ActionPlan, FilePlan, Plan, SitePlan
from turnout.conversions.endpoint_to_action.shared_file import shared_text, type_names
from turnout.conversions.endpoint_to_action.writing.action_text import action_text
from turnout.conversions.endpoint_to_action.writing.caller_text import caller_edits
from turnout.conversions.endpoint_to_action.writing.layer_text import wanted_of, wrapper_edits
from turnout.conversions.imports import Wanted, change_imports, import_statement, rebased, specifier, unused_imports
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit, SourceChange, apply_edits
from turnout.text.span import Span


def write(project: Snapshot, plan: Plan) -> SourceChange:
    """The whole change."""
    edits: dict[str, tuple[Edit, ...]] = {}
    created: dict[str, str] = {}
    for path, files in _by_place(plan):
        target = files[0].place.module
        style = _style(project, files)
        body = (style.newline * 2).join(_declarations(file, style) for file in files)
        wanted = _wanted(project, files)
        if target is None:
            created[path] = new_file(style, files[0].place.directive, wanted, body)
        else:
            edits[path] = appended(target, wanted, body, style)
    for module, sites in _by_file(plan):
        unused = plan.written.unused.get(module.path, frozenset())
        sources = {
            action.name: specifier(project, module.path, file.place.path)
            for file in plan.files
            for action in file.actions
        }
        made = caller_edits(module, sites, sources, unused, style_of(project, module))
        made = plan.written.joined(project, module.path, made)
        edits[module.path] = tuple(sorted((*edits.get(module.path, ()), *made)))
    for path, made in wrapper_edits([each.layer for action in plan.actions for each in action.layers]).items():
        edits[path] = tuple(sorted((*edits.get(path, ()), *made)))
    widened = (each for action in plan.actions for each in action.handler.inputs.widened)
    for path, made in widened_edits(widened, [file.module.path for file in plan.files]).items():
        edits[path] = tuple(sorted((*edits.get(path, ()), *made)))
    for each in plan.durations:
        page = project.module(each.path)
        if page is None:
            created[each.path] = layout_text(each, _style(project, plan.files))
        else:
            edits[each.path] = tuple(sorted((*edits.get(each.path, ()), duration_edit(page, each))))
    deleted = [file.module.path for file in plan.files if file.leaving.deletes]
    emptied: list[str] = []
    for path, made in plan.written.edits.items():
        if path in deleted or (path not in edits and path not in plan.written.moved):
            continue  # It is gone, or asks another endpoint, as turned out once it was written out.
        if path not in edits and _is_emptied(project, path, made):
            emptied.append(path)
        elif path not in edits:
            edits[path] = made
    for file in plan.files:
        if not file.leaving.deletes:
            left = plan.written.joined(project, file.module.path, _left(project, file))
            edits[file.module.path] = left
            if (shared := file.leaving.shared) is not None:
                created[shared.path] = shared_text(file.module, shared, Style.of(file.module.source))
    is_unfinished = any(action.to_check for action in plan.actions)
    return SourceChange(edits, created, (*deleted, *emptied), plan.notes, is_unfinished)


def widened_edits(widened: Iterable[Widened], own: Collection[str]) -> dict[str, tuple[Edit, ...]]:
    """Functions of other files that were given a whole request, and take less from now on."""
    found: dict[str, tuple[Edit, ...]] = {}
    every = {(each.module.path, each.span): each for each in widened}
    for path in dict.fromkeys(path for path, _ in every if path not in own):
        less = [each for (at, _), each in every.items() if at == path]
        module = less[0].module
        change = change_imports(
            module, remove=unused_imports(module, [each.span for each in less if not each.keeps_name])
        )
        found[path] = (*change.edits, *(Edit(each.span, each.text) for each in less))
    return found


def widened_inside(actions: Iterable[ActionPlan], module: Module) -> list[Replace]:
    """The same for functions of the endpoint's own file, which move."""
    widened = (each for action in actions for each in action.handler.inputs.widened)
    less = {each.span: each for each in widened if each.module is module}
    return [Replace(span, (each.text,)) for span, each in less.items()]


def _by_place(plan: Plan) -> list[tuple[str, list[FilePlan]]]:
    found: dict[str, list[FilePlan]] = {}
    for file in plan.files:
        found.setdefault(file.place.path, []).append(file)
    return list(found.items())


def _is_emptied(project: Snapshot, path: str, made: Sequence[Edit]) -> bool:
    """Whether nothing but a directive is left of a file whose function is an action now."""
    source = project.source(path)
    left = apply_edits(source.data, made).decode().strip() if source is not None else "?"
    return left.strip(";").strip("\"'") in ("", "use client")


def _by_file(plan: Plan) -> list[tuple[Module, list[tuple[ActionPlan, SitePlan]]]]:
    found: dict[str, tuple[Module, list[tuple[ActionPlan, SitePlan]]]] = {}
    for action in plan.actions:
        for site in action.sites:
            found.setdefault(site.site.module.path, (site.site.module, []))[1].append((action, site))
    return list(found.values())


def _left(project: Snapshot, file: FilePlan) -> tuple[Edit, ...]:
    """The endpoint file without what left it."""
    module = file.module
    spans = [with_comments(module, statement) for statement in file.leaving.gone]
    parting, apart = file.leaving.parting, file.leaving.apart
    cut, edits = (parting.spans, parting.edits(apart)) if parting is not None else ((), ())
    own = module
    if apart is not None:
        # It stands at the end, and was never meant to stay.
        source = replace(module.source, data=module.source.data[: apart.start])
        own = project.supposing(source).module(module.path) or module
        cut, edits = (*cut, apart), (*edits, Edit(apart, ""))
    shared = file.leaving.shared
    wanted = _from_shared(project, file, module.path, shared.staying) if shared is not None else []
    freed = [each.name for each in wanted]
    unused = [
        name
        for name in unused_imports(module, [*spans, *cut])
        if apart is None or not apart.contains(module.import_of[name].statement)
    ]
    change = change_imports(own, add=wanted, remove=unused, freed=freed)
    listed = (_unlisted(module, each) for each in file.leaving.unexported)
    return tuple(sorted((*change.edits, *removed(own.source, spans), *listed, *edits)))


def _from_shared(project: Snapshot, file: FilePlan, path: str, names: Sequence[str]) -> list[Wanted]:
    """What a file imports of what the endpoint and its action share."""
    shared = file.leaving.shared
    if shared is None:
        return []
    source, types = specifier(project, path, shared.path), type_names(file.module, shared)
    return [Wanted(name, source, name, name in types) for name in names]


def _unlisted(module: Module, specifier: c.ExportSpecifier) -> Edit:
    """``export { list as GET, create as POST }`` without one of them."""
    data, start, end = module.source.data, specifier.span.start, specifier.span.end
    behind = re.compile(rb"\s*,\s*").match(data, end)
    if behind is not None and data[behind.end() : behind.end() + 1] != b"}":
        return Edit(Span(start, behind.end()), "")
    before = re.compile(rb",?\s*$").search(data[:start])
    return Edit(Span(before.start() if before is not None else start, end), "")


# ---------------------------------------------------------------- action file


def style_of(project: Snapshot, module: Module) -> Style:
    """The style of a file as it is, before anything in it was written out."""
    return Style.of(project.source(module.path) or module.source)


def _style(project: Snapshot, files: Sequence[FilePlan]) -> Style:
    """The action file's own, else the endpoint's; a short file shows no width, its callers may."""
    sites = [site.site.module for file in files for action in file.actions for site in action.sites]
    callers = [project.source(module.path) or module.source for module in sites]
    target = files[0].place.module
    style = Style.of(*([target.source] if target is not None else []), files[0].module.source, *callers)
    return replace(style, width=max(style.width, *(Style.of(source).width for source in callers)))


def new_file(style: Style, directive: str, wanted: Sequence[Wanted], body: str) -> str:
    """The text of a new file of actions, or of plain functions."""
    imports = imports_text(style, wanted)
    if directive == "server-only":
        first = style.statement(f"import {style.string(directive)}")
        imports = style.newline.join(each for each in (first, imports) if each)
    head = style.statement(style.string(directive)) if directive == "use server" else ""
    return (style.newline * 2).join(each for each in (head, imports, body) if each) + style.newline


def imports_text(style: Style, wanted: Sequence[Wanted]) -> str:
    """The import statements of a new file, one for each source."""
    statements: list[str] = []
    groups: dict[tuple[str, bool, bool], list[Wanted]] = {}
    for each in wanted:
        groups.setdefault((each.source, each.is_type, each.name == "*"), []).append(each)
    for (source, is_type, _), members in groups.items():
        statements.append(import_statement(style, source, members, is_type=is_type))
    return style.newline.join(statements)


def appended(target: Module, wanted: Sequence[Wanted], body: str, style: Style) -> tuple[Edit, ...]:
    data = target.source.data
    end = len(data)
    before = style.newline if data.endswith((b"\n", b"\r")) else style.newline * 2
    after = style.newline
    # What only functions of that file call by the same name is in nobody's way.
    names = [each.local or each.name for each in wanted]
    change = change_imports(target, add=wanted, freed=[each for each in names if target.scopes.top.find(each) is None])
    return (*change.edits, Edit(Span(end, end), before + body + after))


def _wanted(project: Snapshot, files: Sequence[FilePlan]) -> list[Wanted]:
    """What the action file at the place of ``files`` imports, and has not yet."""
    path, target = files[0].place.path, files[0].place.module
    actions = [action for file in files for action in file.actions]
    found: list[Wanted] = []
    for module, name in ((file.module, name) for file in files for name in file.leaving.imports):
        imported = module.import_of[name]
        source = imported.source.value
        if project.resolve(module.path, source) == path or any(each.name == name for each in found):
            continue
        if target is not None and name in target.import_of and not target.import_of[name].type_only:
            continue
        found.append(Wanted(imported.imported, rebased(source, module.path, path), name, imported.type_only))
    for file in files:
        shared_names = file.leaving.shared.action if file.leaving.shared is not None else ()
        found += _from_shared(project, file, path, shared_names)
    found += built_wanted(project, actions, path)
    needed = sorted({name for action in actions for name in action.handler.inputs.next_headers})
    added = [
        Wanted(each, "next/headers", each)
        for each in needed
        if not any(one.source == "next/headers" and one.name == each for one in found)
    ]
    shared = wanted_of(project, [each for action in actions for each in action.layers], path)
    shared = [each for each in shared if target is None or each.local not in target.import_of]
    # Packages come first, as nearly everybody has them.
    return [*added, *found, *(each for each in shared if all(each.local != one.local for one in found))]


def built_wanted(project: Snapshot, actions: Iterable[ActionPlan], path: str) -> list[Wanted]:
    """The clients that make the actions."""
    built = {each.built.client: each.built for each in actions if each.built is not None}
    return [Wanted(each.client, specifier(project, path, each.path)) for each in built.values()]


def _declarations(file: FilePlan, style: Style) -> str:
    blank = style.newline * 2
    replaced = widened_inside(file.actions, file.module)
    parts: list[str] = []
    above: c.Statement | None = None
    for statement in file.leaving.moved:
        text = _moved(file.module, statement, replaced)
        if above is not None and _is_right_behind(file.module, above, statement):
            parts[-1] += style.newline + text
        else:
            parts.append(text)
        above = statement
    last: c.Statement | None = None
    for action in file.actions:
        comment, statement = "", action.handler.statement
        if statement is not last:
            start = with_comments(file.module, statement).start
            text = file.module.source.text(Span(start, statement.span.start)).rstrip()
            comment = text + style.newline if text else ""
        last = statement
        parts.append(comment + action_text(action, style))
    return blank.join(parts)


def _is_right_behind(module: Module, above: c.Statement, statement: c.Statement) -> bool:
    """Whether no empty line is between two statements of the file."""
    between = module.source.text(Span(above.span.end, with_comments(module, statement).start))
    return not between.strip() and between.count("\n") == 1


def _moved(module: Module, statement: c.Statement, replaced: Sequence[Replace]) -> str:
    span = with_comments(module, statement)
    if isinstance(statement, c.ExportDeclaration):
        replaced = (*replaced, Replace(Span(statement.span.start, statement.declaration.span.start)))
    return render(module.source, span, replaced)
