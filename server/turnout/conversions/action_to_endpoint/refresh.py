"""Refreshing the page after a call: Next.js does it for an action that revalidates, and for nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.conversions.imports import Wanted, fresh_name
from turnout.conversions.users import User
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.surface import name_of
from turnout.model.uses import Use
from turnout.project.boundary import PAGES_LAYERS
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass(frozen=True)
class Refresh:
    """What one file needs, so that its page shows what the call changed."""

    edits: tuple[Edit, ...]
    wanted: tuple[Wanted, ...]


def refreshed(project: Snapshot, user: User, style: Style) -> Refresh | None:
    """``router.refresh()`` behind every call; None when one of the uses is no plain ``await`` in a component."""
    if project.layers(user.path) & PAGES_LAYERS:
        return None
    edits: dict[Edit, None] = {}
    wanted: tuple[Wanted, ...] = ()
    for use in user.uses:
        statement = _awaited_in(user.module, use)
        component = _component_of(user.module, use)
        if statement is None or component is None:
            return None
        router = _router_of(user.module, component)
        if router is None:
            router = fresh_name(user.module, "router", "pageRouter")
            hook = user.module.import_of.get("useRouter")
            if hook is None:
                wanted = (Wanted("useRouter", "next/navigation"),)
            elif hook.source.value != "next/navigation":
                return None
            first = component.body[0].span.start
            indent = user.module.source.indent_at(first)
            line = style.statement(f"const {router} = useRouter()")
            edits[Edit(Span(first, first), f"{line}{style.newline}{indent}")] = None
        behind = _behind(user.module, statement)
        if behind is None:
            return None
        indent = user.module.source.indent_at(statement.span.start)
        line = style.statement(f"{router}.refresh()")
        edits[Edit(Span(behind, behind), f"{style.newline}{indent}{line}")] = None
    return Refresh(tuple(edits), wanted)


def _awaited_in(module: Module, use: Use) -> c.Statement | None:
    """The statement of a block that awaits the call, whatever happens: no condition, no function between."""
    if use.how != "call" or not use.is_awaited or use.in_loop or use.in_parallel:
        return None
    path = module.path_to(use.span.start)
    for above, below in zip(reversed(path[:-1]), reversed(path), strict=False):
        match above:
            case c.Block():
                return below if isinstance(below, (c.ExpressionStatement, c.Declare)) else None
            case c.Call() | c.Await() | c.Cast() | c.Assign() | c.Declarator() | c.Declare() | c.ExpressionStatement():
                continue
            case _:
                return None
    return None


def _component_of(module: Module, use: Use) -> c.Block | None:
    """The body of the component or hook around a call, where other hooks may be called."""
    functions = [code for code in module.path_to(use.span.start) if isinstance(code, c.Function)]
    calls = [code for code in module.path_to(use.span.start) if isinstance(code, c.Call)]
    if not functions or any((c.dotted(call.callee) or "").rpartition(".")[2].startswith("use") for call in calls):
        # In useCallback or useEffect the router would have to join the dependencies.
        return None
    outer = functions[0]
    name = name_of(module, outer)
    is_component = name is not None and (name.name[:1].isupper() or name.name.startswith("use"))
    if not is_component or len(functions) < 2 or not isinstance(outer.body, c.Block) or not outer.body.body:
        return None
    return outer.body


def _router_of(module: Module, body: c.Block) -> str | None:
    """The name of a router that the component has already."""
    for statement in body.body:
        for each in statement.declarators if isinstance(statement, c.Declare) else ():
            value = each.value
            if isinstance(each.pattern, c.Name) and isinstance(value, c.Call) and isinstance(value.callee, c.Name):
                imported = module.import_of.get(value.callee.name)
                if imported is not None and imported.source.value == "next/navigation":
                    if imported.imported == "useRouter":
                        return each.pattern.name
    return None


def _behind(module: Module, statement: c.Statement) -> int | None:
    """The end of a statement's line, comments included; None when other code follows on it."""
    lines = module.source.lines
    end = lines.line_span(lines.line_of(statement.span.end - 1)).end
    rest = module.source.text(Span(statement.span.end, end)).strip()
    return end if not rest or rest.startswith("//") else None
