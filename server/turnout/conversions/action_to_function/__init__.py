"""A Server Action that only server code calls becomes a plain function: nobody can reach it from outside any more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from turnout.conversions.conversion import Conversion, Refusal
from turnout.conversions.imports import Wanted, specifier
from turnout.conversions.moving import (
    Extraction,
    extract,
    file_of,
    free_path,
    function_file,
    joined,
    kebab,
    leftover,
    made_plain,
)
from turnout.conversions.users import User, local_uses, runs_outside_app_router, users_of
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.paths import folder_of
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.edits import Edit, SourceChange


@dataclass(frozen=True)
class Plan:
    """``extraction`` is None when the whole file becomes a plain one, because no action of it is needed as such."""

    module: Module
    extraction: Extraction | None
    to_path: str
    users: tuple[User, ...]
    is_server_only: bool
    notes: tuple[str, ...]


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """The function stays if all of its file may become plain, else it moves to its own file beside."""
    module = project.module(entry.path)
    if not project.is_complete:
        return Refusal("the project is still being read, so that callers may be missing")
    if module is None or project.app(entry.path) is None:
        return Refusal("the action stands outside of the app, in a package that others may use", entry.path, entry.span)
    if module.errors:
        return Refusal("the file has syntax errors", entry.path, module.errors[0])
    if entry.is_inline:
        reason = "the action is written inside of other code: without 'use server' it is a plain function already"
        return Refusal(reason, entry.path, entry.span)
    users = _callers(project, module, entry.symbol)
    if isinstance(users, Refusal):
        return users
    export = module.export(entry.symbol)
    own = export.local.name if export is not None and export.local is not None else entry.symbol
    if not any(user.uses for user in users) and not any(True for _ in local_uses(module, (own,))):
        return Refusal("nothing calls it: rather than to convert it, delete it", entry.path, entry.span)
    whole = _whole_file(project, module)
    if whole is not None:
        return Plan(module, None, entry.path, (), whole, (_note(entry.symbol, entry.path), *_others(module, entry)))
    extraction = extract(module, entry.symbol)
    if isinstance(extraction, Refusal):
        return extraction
    has_jsx = any(isinstance(code, c.Jsx) for each in extraction.moved for code in c.walk(each))
    extension = ("ts" if is_typescript(entry.path) else "js") + ("x" if has_jsx else "")
    stem = kebab(extraction.name)
    to_path = free_path(project, folder_of(entry.path), (stem, f"{stem}-on-server"), extension)
    outside = runs_outside_app_router(project, [user.path for user in users])
    return Plan(module, extraction, to_path, users, not outside, (_note(entry.symbol, to_path),))


def _callers(project: Snapshot, module: Module, symbol: str) -> tuple[User, ...] | Refusal:
    """All users, if each of them only calls it, on the server."""
    users = users_of(project, module.path, symbol)
    if isinstance(users, Refusal):
        return users
    for user in users:
        for use in user.uses:
            if user.side in ("client", "both"):
                return Refusal(f"`{symbol}` is called by client code too, in {user.path}", user.path, use.span)
            if use.how not in ("call", "argument", "transition", "reference") and user.side != "test":
                what = "a form's action" if use.how == "form-action" else "more than a function to call"
                return Refusal(f"`{symbol}` is used as {what}: that needs a Server Action", user.path, use.span)
            if use.how in ("argument", "reference") and _may_be_handed_over(user.module, use.span.start):
                reason = f"`{symbol}` is handed over in an object, maybe to client code"
                return Refusal(reason, user.path, use.span)
    export = module.export(symbol)
    own = export.local.name if export is not None and export.local is not None else symbol
    for use in local_uses(module, (own,)):
        if use.how not in ("call", "re-export"):
            return Refusal(f"`{symbol}` is used as more than a function to call", module.path, use.span)
    return users


def _may_be_handed_over(module: Module, offset: int) -> bool:
    """``{ onSave: save }``, ``const x = save``: where it goes from there nobody sees."""
    path = module.path_to(offset)
    above = path[-2] if len(path) > 1 else None
    return not isinstance(above, c.Call)


def _whole_file(project: Snapshot, module: Module) -> bool | None:
    """Whether all exports are plain functions to all their callers; then, whether ``server-only`` can be imported."""
    paths: set[str] = set()
    for export in module.exports:
        if export.is_type:
            continue
        if export.source is not None:
            return None
        users = _callers(project, module, export.name)
        if isinstance(users, Refusal) or not users:
            return None
        paths |= {user.path for user in users}
    return not runs_outside_app_router(project, paths)


def _note(symbol: str, path: str) -> str:
    return f"`{symbol}` in {path} is a plain function now: Next.js makes no endpoint for it, and its callers stay."


def _others(module: Module, entry: Entry) -> tuple[str, ...]:
    others = [f"`{each.name}`" for each in module.exports if not each.is_type and each.name != entry.symbol]
    if not others:
        return ()
    return (f"So {'is' if len(others) == 1 else 'are'} {', '.join(others)}, which only server code calls either.",)


def write(project: Snapshot, plan: Plan) -> SourceChange:
    """Edits and, when the function moves, its new file."""
    style = Style.of(plan.module.source)
    own = plan.module.path
    if plan.extraction is None:
        return SourceChange({own: made_plain(plan.module, style, server_only=plan.is_server_only)}, notes=plan.notes)
    edits: dict[str, list[Edit]] = defaultdict(list)
    add: tuple[Wanted, ...] = ()
    if plan.extraction.used_here:
        source = specifier(project, own, plan.to_path)
        wanted = plan.extraction.export.name
        add = (Wanted(wanted, source, plan.extraction.name, plan.extraction.is_used_as_type),)
    rest = leftover(plan.extraction, add)
    edits[own] += rest.edits
    for user in plan.users:
        edits[user.path] += user.retargeted(project, own, plan.to_path)
    text = function_file(project, plan.extraction, plan.to_path, style, server_only=plan.is_server_only)
    return SourceChange(
        edits={path: tuple(joined(each)) for path, each in sorted(edits.items()) if each},
        created={plan.to_path: file_of(style, rest.header, text)},
        deleted=(own,) if rest.is_empty else (),
        notes=plan.notes,
    )


def _title(entry: Entry) -> str:
    return f"Convert {entry.name} to a plain server function"


def _look(project: Snapshot, entry: Entry) -> bool:
    return entry.kind == "server-action"


ACTION_TO_FUNCTION = Conversion(
    id="action-to-function", to="server-function", title=_title, look=_look, plan=plan, write=write
)
