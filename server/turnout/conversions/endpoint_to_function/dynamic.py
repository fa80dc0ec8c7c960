"""Requests that nothing may keep: a page that made one was rendered for each visit, and has to say so without it.

``fetch(url, { cache: 'no-store' })`` gets an ``await connection()`` in front of it. What Next.js keeps by the words of
a request (``force-cache``, ``next: { revalidate }``) a function call has no word for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.callers.call_sites import call_of
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut
from turnout.conversions.imports import Wanted, change_imports
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project.entries import Caller
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit, apply_edits
from turnout.text.span import Span

_FRESH = ("no-store", "no-cache", "reload")


def written_dynamic(project: Snapshot, callers: Sequence[Caller]) -> WrittenOut:
    """The project with its pages rendered for each visit by their own word."""
    by_path: dict[str, list[Caller]] = {}
    for caller in callers:
        by_path.setdefault(caller.path, []).append(caller)
    edits: dict[str, tuple[Edit, ...]] = {}
    before = project
    for path, own in by_path.items():
        module = before.module(path)
        if module is None:
            continue
        made = _edits(module, [each for each in own if _is_fresh(module, each)], before.layers(path))
        if made:
            edits[path] = made
            project = project.supposing(replace(module.source, data=apply_edits(module.source.data, made)))
    return WrittenOut(project, edits)


def _is_fresh(module: Module, caller: Caller) -> bool:
    """Whether a request says that nothing may keep its answer; refuses one that wants it kept."""
    call = call_of(module, caller)
    for member in (each for argument in (call.arguments[1:] if call is not None else ()) for each in c.walk(argument)):
        if not isinstance(member, c.Property) or member.key not in ("next", "cache"):
            continue
        how = literal(module, member.value) if member.key == "cache" else None
        if how is None or how not in (*_FRESH, "default"):
            raise refused(
                "Next.js keeps what this request gives for a while; a function is called anew each time: cache what it "
                "gives first.",
                module,
                member,
            )
        return how in _FRESH
    return False


def _edits(module: Module, callers: Iterable[Caller], layers: frozenset[str]) -> tuple[Edit, ...]:
    """``await connection()`` in front of the statements that ask."""
    dynamic = module.export("dynamic")
    says_so = dynamic is not None and literal(module, dynamic.value) == "force-dynamic"
    if "rsc" not in layers or says_so or "connection" in module.import_of:
        return ()
    style = Style.of(module.source)
    found: dict[int, Edit] = {}
    for caller in callers:
        statement = next(
            (each for each in reversed(module.path_to(caller.span.start)) if _is_in_block(module, each)), None
        )
        if statement is None:
            raise refused("This request can't be taken apart from what it stands in.", module, caller.span)
        indent = module.source.indent_at(statement.span.start)
        text = style.statement("await connection()") + style.newline + indent
        function = module.function_around(statement)
        found.setdefault(id(function), Edit(Span(statement.span.start, statement.span.start), text))
    if not found:
        return ()
    change = change_imports(module, (Wanted("connection", "next/server"),))
    return tuple(sorted((*change.edits, *found.values())))


def _is_in_block(module: Module, code: c.Code) -> bool:
    above = module.parents.get(id(code))
    return isinstance(above, c.Block) and any(code is each for each in above.body)
