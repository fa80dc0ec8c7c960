"""Requests made by axios or by the project's own functions, written out: from then on they are plain fetches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.axios import axios_edits, is_axios
from turnout.conversions.endpoint_to_action.opening import clashes
from turnout.conversions.endpoint_to_action.own_functions import Steps, steps_of
from turnout.conversions.endpoint_to_action.refused import Refused, refused
from turnout.conversions.endpoint_to_action.response_helpers import helper_edits
from turnout.conversions.imports import Wanted, change_imports, unused_imports
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.rewriting import Rewriting
from turnout.text.span import Span

_ROUNDS = 4
"""A function may call another of the project's, and hand the response to a third."""


@dataclass(frozen=True)
class WrittenOut:
    """The project as it would be with those requests written out."""

    project: Snapshot
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict[str, tuple[Edit, ...]])
    unused: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Imported names that only the calls used."""

    def joined(self, project: Snapshot, path: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Edits of the text written out, as edits of the text as it is."""
        made = tuple(edits)
        source = project.source(path)
        if path not in self.edits or source is None:
            return made
        text = Rewriting(source.data)
        text.edit(self.edits[path])
        text.edit(made)
        return text.edits

    def placed(self, project: Snapshot, refusal: Refusal) -> Refusal:
        """A refusal with its place in the text as it is."""
        if refusal.path is None or refusal.span is None or refusal.path not in self.edits:
            return refusal
        source = project.source(refusal.path)
        if source is None:
            return refusal
        text = Rewriting(source.data)
        text.edit(self.edits[refusal.path])
        start, end = (text.before(offset) for offset in refusal.span)
        return replace(refusal, span=Span(start, max(start, end)))


def calls_to_write_out(project: Snapshot, entry: Entry) -> tuple[Caller, ...]:
    """The callers that leave the request itself to axios or to a function of the project."""
    return tuple(
        caller
        for caller in project.callers(entry)
        if caller.how in ("call", "axios") and caller.side == "client" and "pages" not in caller.routers
    )


def write_out(project: Snapshot, entry: Entry) -> WrittenOut:
    """Write the calls of one endpoint out; refuses a function that can't be followed."""
    before = project
    texts: dict[str, Rewriting] = {}
    unused: dict[str, frozenset[str]] = {}
    for _ in range(_ROUNDS):
        changed = False
        for path, callers in _by_path(project, entry).items():
            source, module = project.source(path), project.module(path)
            if source is None or module is None or module.errors:
                continue
            try:
                made = _written(project, module, callers)
            except Refused as given_up:
                so_far = WrittenOut(project, {path: text.edits for path, text in texts.items()})
                raise Refused(so_far.placed(before, given_up.refusal)) from given_up
            if not made.edits:
                continue
            changed = True
            imported = change_imports(module, add=made.imports)
            dead = unused_imports(module, made.calls) - {each.local or each.name for each in made.imports}
            unused[path] = unused.get(path, frozenset()) | dead
            text = texts.setdefault(path, Rewriting(source.data))
            text.edit([*imported.edits, *made.edits])
            project = project.supposing(replace(source, data=text.data))
        if not changed:
            break
    return WrittenOut(project, {path: text.edits for path, text in texts.items()}, unused)


def _by_path(project: Snapshot, entry: Entry) -> dict[str, list[Caller]]:
    found: dict[str, list[Caller]] = {}
    for caller in project.callers(entry):
        if caller.how in ("call", "axios", "fetch") and caller.side == "client" and "pages" not in caller.routers:
            found.setdefault(caller.path, []).append(caller)
    return found


@dataclass
class _Made:
    """What one round makes of one file."""

    edits: list[Edit] = field(default_factory=list[Edit])
    calls: list[Span] = field(default_factory=list[Span])
    """The calls that are gone."""
    imports: list[Wanted] = field(default_factory=list[Wanted])

    def takes(self, edits: Sequence[Edit]) -> bool:
        """Whether edits have room beside the others; those that have not are the next round's."""
        return not any(edit.span.meets(other.span) for edit in edits for other in self.edits)


def _written(project: Snapshot, module: Module, callers: Iterable[Caller]) -> _Made:
    style = Style.of(module.source)
    made = _Made()
    taken: set[int] = set()
    for caller in callers:
        call = next(
            (code for code in module.everything if isinstance(code, c.Call) and code.span == caller.whole), None
        )
        if call is None:
            if caller.how == "fetch":
                continue
            raise refused("This call can't be rewritten.", module, caller.span)
        if caller.how == "fetch":
            helped = helper_edits(project, module, call)
            if made.takes(helped.edits):
                made.edits += helped.edits
                made.calls += helped.calls
                made.imports += helped.imports
            continue
        if is_axios(project, module, call):
            made.calls.append(call.span)
            made.edits += axios_edits(project, module, call, style)
            continue
        steps = steps_of(project, module, call)
        around = id(module.function_around(call))
        edit = _in_statements(module, call, steps, style) if around not in taken else None
        taken.add(around)
        edit = edit or _in_a_chain(module, call, steps, style)
        if not made.takes([edit]):
            continue  # One call inside of another: the next round's.
        made.edits.append(edit)
        made.calls.append(call.span)
        made.imports += steps.imports
    return made


def _in_statements(module: Module, call: c.Call, steps: Steps, style: Style) -> Edit | None:
    """``const user = await post('/x', data)`` as statements of its own, where the names are free."""
    if not steps.checks and steps.result is None:
        return Edit(call.span, steps.request)
    awaited = module.parents.get(id(call))
    if not isinstance(awaited, c.Await) or steps.returns_early or clashes(module, call, sorted(steps.names)):
        return None
    statement: c.Code | None = module.parents.get(id(awaited))
    while isinstance(statement, (c.Cast, c.Declarator)):
        statement = module.parents.get(id(statement))
    if not isinstance(statement, (c.ExpressionStatement, c.Declare, c.Return)):
        return None
    if not isinstance(module.parents.get(id(statement)), c.Block):
        return None
    source = module.source
    indent = source.indent_at(statement.span.start)
    is_unread = isinstance(statement, c.ExpressionStatement)
    is_named = bool(steps.checks) or not is_unread
    request = f"await {_indented(steps.request, indent, style)}"
    lines = [style.statement(f"const {steps.response} = {request}" if is_named else request)]
    lines += (_indented(check, indent, style) for check in steps.checks)
    if not is_unread:
        if steps.result is None:
            return None
        result = steps.result if steps.result.startswith(("await ", "(")) else f"await {steps.result}"
        if not module.source.text(awaited.span).startswith("await"):
            return None
        before = source.text(Span(statement.span.start, awaited.span.start))
        after = source.text(Span(awaited.span.end, statement.span.end))
        is_promise = steps.result.endswith((".json()", ".text()"))
        lines.append(before + (result if is_promise or steps.result.startswith("await ") else steps.result) + after)
    return Edit(statement.span, f"{style.newline}{indent}".join(lines))


def _in_a_chain(module: Module, call: c.Call, steps: Steps, style: Style) -> Edit:
    """``post('/x', data)`` as ``fetch(…).then(async (res) => { … })``."""
    indent = module.source.indent_at(call.span.start)
    request = _indented(steps.request, indent, style)
    body = [*steps.checks]
    if steps.result is not None:
        body.append(style.statement(f"return {steps.result}"))
    if not body:
        return Edit(call.span, request)
    is_async = "async " if any("await " in each for each in body) else ""
    inner = f"{style.newline}".join(
        f"{indent}{style.unit}{_indented(each, indent + style.unit, style)}" for each in body
    )
    text = f"{request}.then({is_async}({steps.response}) => {{{style.newline}{inner}{style.newline}{indent}}})"
    return Edit(call.span, text)


def _indented(text: str, indent: str, style: Style) -> str:
    first, *rest = text.splitlines()
    return style.newline.join([first, *(f"{indent}{line}" if line.strip() else "" for line in rest)])
