"""All text of the conversion: the action file, the callers, what is left of the endpoint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.answers import Answer
from turnout.conversions.endpoint_to_action.call_sites import CallSite
from turnout.conversions.endpoint_to_action.dispatch import Run
from turnout.conversions.endpoint_to_action.pieces import Deeper, Part, Replace, render, rendered, with_comments
from turnout.conversions.endpoint_to_action.plan import (
    ActionPlan,
    Given,
    Plan,
    Shape,
    SitePlan,
    carries,
    effects_of,
    tidied,
)
from turnout.conversions.imports import Wanted, change_imports, import_statement, rebased, specifier, unused_imports
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style, reindent, removed
from turnout.text.edits import Edit, SourceChange
from turnout.text.source import SourceFile
from turnout.text.span import Span


def write(project: Snapshot, plan: Plan) -> SourceChange:
    """The whole change."""
    edits: dict[str, tuple[Edit, ...]] = {}
    created: dict[str, str] = {}
    target = plan.place.module
    style = _style(plan)
    body = _declarations(plan, style)
    wanted = _wanted(project, plan)
    if target is None:
        created[plan.place.path] = _new_file(style, wanted, body)
    else:
        edits[plan.place.path] = _appended(target, wanted, body, style)
    for module, sites in _by_file(plan):
        made = _caller(project, plan, module, sites)
        edits[module.path] = tuple(sorted((*edits.get(module.path, ()), *made)))
    deleted: tuple[str, ...] = ()
    if plan.deletes:
        deleted = (plan.module.path,)
    else:
        edits[plan.module.path] = _left(plan)
    return SourceChange(edits, created, deleted, plan.notes)


# ---------------------------------------------------------------- action file


def _style(plan: Plan) -> Style:
    """The action file's own, else the endpoint's; a short file shows no width, its callers may."""
    callers = [site.site.module.source for action in plan.actions for site in action.sites]
    target = plan.place.module
    style = Style.of(*([target.source] if target is not None else []), plan.module.source, *callers)
    return replace(style, width=max(style.width, *(Style.of(source).width for source in callers)))


def _new_file(style: Style, wanted: Sequence[Wanted], body: str) -> str:
    parts = [style.statement(style.string("use server"))]
    statements: list[str] = []
    groups: dict[tuple[str, bool, bool], list[Wanted]] = {}
    for each in wanted:
        groups.setdefault((each.source, each.is_type, each.name == "*"), []).append(each)
    for (source, is_type, _), members in groups.items():
        statements.append(import_statement(style, source, members, is_type=is_type))
    if statements:
        parts.append(style.newline.join(statements))
    parts.append(body)
    blank = style.newline * 2
    return blank.join(parts) + style.newline


def _appended(target: Module, wanted: Sequence[Wanted], body: str, style: Style) -> tuple[Edit, ...]:
    data = target.source.data
    end = len(data)
    before = style.newline if data.endswith((b"\n", b"\r")) else style.newline * 2
    after = style.newline
    change = change_imports(target, add=wanted)
    return (*change.edits, Edit(Span(end, end), before + body + after))


def _wanted(project: Snapshot, plan: Plan) -> list[Wanted]:
    found: list[Wanted] = []
    for name in plan.imports:
        imported = plan.module.import_of[name]
        source = imported.source.value
        if project.resolve(plan.module.path, source) == plan.place.path:
            continue
        target = plan.place.module
        if target is not None and name in target.import_of and not target.import_of[name].type_only:
            continue
        found.append(
            Wanted(imported.imported, rebased(source, plan.module.path, plan.place.path), name, imported.type_only)
        )
    needed = sorted({name for action in plan.actions for name in action.handler.inputs.next_headers})
    added = [
        Wanted(each, "next/headers", each)
        for each in needed
        if not any(one.source == "next/headers" and one.name == each for one in found)
    ]
    # Packages come first, as nearly everybody has them.
    return [*added, *found]


def _declarations(plan: Plan, style: Style) -> str:
    blank = style.newline * 2
    parts = [_moved(plan.module, statement) for statement in plan.moved]
    for index, action in enumerate(plan.actions):
        comment = ""
        if index == 0:
            statement = action.handler.statement
            start = with_comments(plan.module, statement.span).start
            text = plan.module.source.text(Span(start, statement.span.start)).rstrip()
            comment = text + style.newline if text else ""
        parts.append(comment + _action(action, style))
    return blank.join(parts)


def _moved(module: Module, statement: c.Statement) -> str:
    span = with_comments(module, statement.span)
    replaced: tuple[Replace, ...] = ()
    if isinstance(statement, c.ExportDeclaration):
        replaced = (Replace(Span(statement.span.start, statement.declaration.span.start)),)
    return render(module.source, span, replaced)


def _action(action: ActionPlan, style: Style) -> str:
    newline = style.newline
    header = f"export async function {action.name}("
    body = _body(action, style)
    if action.shape.catches:
        inner = style.indent(body, 1)
        lines = [
            f"{style.unit}try {{",
            *([inner] if inner else []),
            f"{style.unit}}} catch (error) {{",
            style.indent(style.statement("console.error(error)"), 2),
        ]
        if action.shape.form == "result":
            lines.append(style.indent(style.statement(f"return {_caught(action, style)}"), 2))
        lines.append(f"{style.unit}}}")
        body = newline.join(lines)
    parameters = _parameters(action, style, len(header) + len(") {"))
    return f"{header}{parameters}) {{{newline}{body}{newline}}}" if body else f"{header}{parameters}) {{}}"


def _caught(action: ActionPlan, style: Style) -> str:
    shape = action.shape
    members = [f"ok: false{_const(action)}"]
    if shape.status:
        members.append(f"status: 500{_status_const(action)}")
    if shape.failure_data:
        texts = any(read.form == "text" for site in action.sites for read in site.site.reads)
        is_api_route = bool(action.handler.runs) and not action.handler.is_route_handler
        members.append(
            f"data: {style.string('Internal Server Error' if is_api_route else '')}" if texts else "data: null"
        )
    return "{ " + ", ".join(members) + " }"


def _const(action: ActionPlan) -> str:
    """``ok`` tells results apart only when TypeScript keeps ``true`` from ``boolean``."""
    typed = is_typescript(action.handler.module.path)
    has_both = action.shape.has_failures and any(answer.ok for answer in action.handler.answers)
    return " as const" if typed and has_both else ""


def _status_const(action: ActionPlan) -> str:
    """Where callers tell answers apart by their status, TypeScript must keep the numbers apart too."""
    reads = (read for site in action.sites for read in site.site.reads)
    return " as const" if _const(action) and any(read.by == "status" for read in reads) else ""


def _parameters(action: ActionPlan, style: Style, around: int) -> str:
    parameters, source = action.parameters, action.handler.module.source
    members = parameters.members
    if not members:
        return ""

    def text(part: Part) -> str:
        return rendered(source, part, ())

    def typed(parts: tuple[Part, ...] | None) -> str:
        return "" if parts is None else ": " + "".join(map(text, parts))

    if not parameters.is_object:
        (member,) = members
        default = f" = {source.text(member.default)}" if member.default is not None else ""
        return f"{source.text(member.pattern) if member.pattern else member.local}{typed(member.type)}{default}"
    names: list[str] = []
    kinds: list[str] = []
    for member in members:
        if member.pattern is not None:
            name = f"{member.key}: {source.text(member.pattern)}"
        else:
            name = member.local if member.local == member.key else f"{_key(member.key, style)}: {member.local}"
        default = f" = {source.text(member.default)}" if member.default is not None else ""
        names.append(name + default)
        if member.type is not None:
            optional = "?" if member.is_optional or member.default is not None else ""
            kinds.append(f"{_key(member.key, style)}{optional}: {''.join(map(text, member.type))}")
    pattern = "{ " + ", ".join(names) + " }"
    kind = "{ " + "; ".join(kinds) + " }" if kinds else ""
    if parameters.base_type is not None:
        base = source.text(parameters.base_type)
        kind = f"{kind} & {base}" if kind else base
    one_line = f"{pattern}: {kind}" if kind else pattern
    if around + len(one_line) <= style.width:
        return one_line
    newline = style.newline
    lines = "".join(f"{style.unit}{name},{newline}" for name in names)
    if style.trailing_commas == "none":
        lines = lines[: -len(f",{newline}")] + newline
    pattern = f"{{{newline}{lines}}}"
    if kinds and parameters.base_type is None:
        kind = f"{{{newline}" + "".join(f"{style.unit}{each}{style.end}{newline}" for each in kinds) + "}"
    return f"{pattern}: {kind}" if kind else pattern


def _key(key: str, style: Style) -> str:
    return key if key.isidentifier() else style.string(key)


# ----------------------------------------------------------------------- body


def _body(action: ActionPlan, style: Style) -> str:
    handler = action.handler
    source = handler.module.source
    own = Style.of(source)
    if not handler.runs:
        (answer,) = handler.answers
        made = _answered(action, answer, 0, source, own)
        text = render(source, answer.span, (*action.replaced, *_gone(source, handler.inputs.gone), made))
        return style.indent(reindent(text, source.indent_at(answer.span.start), ""), 1) if text else ""
    replaced: list[Replace] = [*action.replaced]
    gone = list(handler.inputs.gone)
    for index, answer in enumerate(handler.answers):
        made = _answered(action, answer, index, source, own)
        if not made.parts and _stands_alone(handler.module, answer):
            gone.append(answer.span)
        else:
            replaced.append(made if made.parts else Replace(answer.span, ("return" + _end(source, answer, own),)))
    for each in tidied(action):
        if each.span in gone:
            continue
        if source.text(each.span).rstrip().endswith("="):
            replaced.append(each)
        else:
            gone.append(each.span)
    replaced += _gone(source, gone)
    body = ""
    previous: Span | None = None
    for run in handler.runs:
        span = _run_span(handler.module, run)
        text = render(source, span, replaced)
        text = _without_blank_edges(text)
        if not text.strip():
            continue
        indent = source.indent_at(run.statements[0].span.start)
        text = style.unit + reindent(text.lstrip(), indent, style.unit)
        if previous is not None:
            body += style.newline * (2 if _is_apart(source, previous, span) else 1)
        body += text
        previous = span
    return body


def _run_span(module: Module, run: Run) -> Span:
    first, last = run.statements[0], run.statements[-1]
    start = with_comments(module, first.span).start
    end = with_comments(module, last.span).end
    if run.ends_block and isinstance(run.block, c.Block):
        for comment in module.comments:
            if end <= comment.span.start and comment.span.end <= run.block.span.end:
                end = comment.span.end
    if run.block.span.start <= start and isinstance(run.block, c.Block) and first is run.block.body[0]:
        for comment in module.comments:
            if run.block.span.start < comment.span.start < start:
                start = comment.span.start
                break
    data = module.source.data
    while start > 0 and data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    while data[end : end + 1] in (b" ", b"\t"):
        end += 1
    if data[end : end + 2] == b"\r\n":
        end += 2
    elif data[end : end + 1] in (b"\n", b"\r"):
        end += 1
    return Span(start, end)


def _is_apart(source: SourceFile, before: Span, after: Span) -> bool:
    data = source.data[before.end : after.start].replace(b"\r\n", b"\n").replace(b" ", b"")
    return b"\n\n" in data or data.startswith(b"\n")


def _without_blank_edges(text: str) -> str:
    lines = text.splitlines(keepends=True)
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "".join(lines).rstrip()


def _gone(source: SourceFile, spans: Iterable[Span]) -> list[Replace]:
    unique = sorted(set(spans))
    return [Replace(edit.span, (edit.text,) if edit.text else ()) for edit in removed(source, unique)]


def _end(source: SourceFile, answer: Answer, style: Style) -> str:
    text = source.text(answer.span)
    return ";" if text.endswith(";") else "" if not answer.is_expression else style.end


def _stands_alone(module: Module, answer: Answer) -> bool:
    """Whether the statement can go without leaving a hole: ``if (x) return …`` can't lose its return."""
    if answer.code is None or not answer.is_last:
        return False
    above = module.parents.get(id(answer.code))
    if isinstance(above, c.Block):
        around = module.parents.get(id(above))
        return len(above.body) > 1 or isinstance(around, c.Function)
    return isinstance(above, (c.Case, c.Function))


def _answered(action: ActionPlan, answer: Answer, index: int, source: SourceFile, style: Style) -> Replace:
    """What stands in place of an answer; no parts: nothing at all."""
    shape: Shape = action.shape
    end = _end(source, answer, style)
    body: list[Part] = [] if answer.body is None else [answer.body.span]
    if answer.body is not None and index in action.json_answers:
        body = ["JSON.parse(JSON.stringify(", answer.body.span, "))"]
    kept = carries(shape, answer) and answer.body is not None
    statements: list[list[Part]] = []
    if not kept and answer.body is not None:
        statements = [[span, end] for span in effects_of(action.handler.module, answer.body)]
    if shape.form == "bare":
        statements.append(["return ", *(body or ["null"]), end])
    elif shape.form == "result":
        members: list[list[Part]] = [[f"ok: {'true' if answer.ok else 'false'}{_const(action)}"]]
        if shape.status:
            code = answer.status_code
            members.append(["status: ", code.span if code is not None else f"{answer.status}{_status_const(action)}"])
        if carries(shape, answer):
            members.append(["data: ", *(body if kept else ["null"])])
        statements.append(["return ", *_object(members, answer, source, style), end])
    elif statements and not answer.is_last:
        statements.append(["return", end])
    return Replace(answer.span, tuple(_in_place(action.handler.module, answer, statements, source)))


def _object(members: list[list[Part]], answer: Answer, source: SourceFile, style: Style) -> list[Part]:
    """``{ ok: true, data: … }``, on several lines when the body is."""
    is_long = answer.body is not None and "\n" in source.text(answer.body.span)
    parts: list[Part] = []
    if not is_long or not any(isinstance(part, Span) for member in members for part in member):
        for member in members:
            parts += [", ", *member] if parts else member
        return ["{ ", *parts, " }"]
    indent = source.newline + source.indent_at(answer.span.start)
    for number, member in enumerate(members):
        comma = "," if number + 1 < len(members) else style.comma
        parts += [indent + style.unit]
        parts += (Deeper(part, style.unit) if isinstance(part, Span) else part for part in member)
        parts += [comma]
    return ["{", *parts, indent, "}"]


def _in_place(module: Module, answer: Answer, statements: list[list[Part]], source: SourceFile) -> list[Part]:
    """Statements on lines of their own; in braces where the answer stood alone below an ``if``."""
    if len(statements) < 2:
        return [part for statement in statements for part in statement]
    above = module.parents.get(id(answer.code)) if answer.code is not None else None
    is_alone = isinstance(above, (c.If, c.For, c.ForEach, c.While))
    indent = " " if is_alone else source.newline + source.indent_at(answer.span.start)
    parts: list[Part] = []
    for statement in statements:
        parts += [indent, *statement] if parts else statement
    return ["{ ", *parts, " }"] if is_alone else parts


# -------------------------------------------------------------------- callers


def _by_file(plan: Plan) -> list[tuple[Module, list[tuple[ActionPlan, SitePlan]]]]:
    found: dict[str, tuple[Module, list[tuple[ActionPlan, SitePlan]]]] = {}
    for action in plan.actions:
        for site in action.sites:
            found.setdefault(site.site.module.path, (site.site.module, []))[1].append((action, site))
    return list(found.values())


def _caller(
    project: Snapshot, plan: Plan, module: Module, sites: Sequence[tuple[ActionPlan, SitePlan]]
) -> tuple[Edit, ...]:
    style = Style.of(module.source)
    names = list(dict.fromkeys(action.name for action, _ in sites))
    wanted = [Wanted(name, specifier(project, module.path, plan.place.path)) for name in names]
    replaced: list[Replace] = []
    gone: list[Span] = []
    for action, site in sites:
        made, lost = _site(action, site, style)
        replaced += made
        gone += lost
    change = change_imports(module, add=wanted, remove=unused_imports(module, gone))
    replaced += _gone(module.source, gone)
    return (*change.edits, *_edits(module.source, replaced))


def _edits(source: SourceFile, replaced: Sequence[Replace]) -> list[Edit]:
    """The outermost replacements as edits, the inner ones worked into them."""
    found: list[Edit] = []
    for each in replaced:
        if any(other is not each and other.span.contains(each.span) and other.span != each.span for other in replaced):
            continue
        rest = [other for other in replaced if other is not each]
        text = "".join(rendered(source, part, rest) for part in each.parts)
        found.append(Edit(each.span, text))
    return found


def _site(action: ActionPlan, planned: SitePlan, style: Style) -> tuple[list[Replace], list[Span]]:
    site, shape = planned.site, action.shape
    source = site.module.source
    call = _call(action, planned, style)
    replaced = [Replace(site.call.span, (call,))]
    gone = list(site.gone)
    if planned.merges is not None and site.declaration is not None:
        first, second = site.declaration.declarators[0], planned.merges.declarators[0]
        assert first.value is not None
        gone.append(planned.merges.span)
        if planned.destructures and isinstance(second.pattern, c.Name):
            data = second.pattern.name
            members = [name for name, reads in (("ok", site.ok_reads), ("status", site.status_reads)) if reads]
            members.append("data" if data == "data" else f"data: {data}")
            replaced.append(Replace(first.pattern.span, (style.braces(", ".join(members)),)))
            replaced += [Replace(read.span, ("ok",)) for read in site.ok_reads]
            replaced += [Replace(read.span, ("status",)) for read in site.status_reads]
            return replaced, gone
        replaced.append(Replace(Span(first.pattern.span.start, first.value.span.end), (second.span,)))
        replaced += [Replace(read.code.span, (f"await {call}",)) for read in site.reads]
        return replaced, gone
    if shape.drops_branches:
        gone += [branch.span for branch in site.ok_branches]
    if shape.form == "none":
        if site.declaration is not None:
            value = site.declaration.declarators[0].value
            assert value is not None
            replaced.append(Replace(Span(site.declaration.span.start, value.span.start)))
        return replaced, gone
    if shape.form == "bare":
        if site.json_step is not None:
            replaced.append(Replace(_with_join(site, site.json_step, call, style)))
        elif site.direct:
            replaced += [Replace(read.span, (f"await {call}",)) for read in site.reads]
        else:
            replaced += [Replace(read.span, (read.receiver,)) for read in site.reads]
        return replaced, gone
    for read in site.reads:
        if site.direct:
            replaced.append(Replace(read.span, ("(", read.receiver, ").data")))
        else:
            replaced.append(Replace(read.span, (source.text(read.receiver), ".data")))
    return replaced, gone


def _with_join(site: CallSite, step: Span, call: str, style: Style) -> Span:
    """A step of a chain, with the line break behind it when the rest of the chain fits on the line of the call."""
    data, lines = site.module.source.data, site.module.source.lines
    end = step.end
    while data[end : end + 1].isspace():
        end += 1
    if end == step.end or data[end : end + 1] != b".":
        return step
    rest = data[end : lines.line_span(lines.line_of(end)).end].decode()
    start = lines.line_span(lines.line_of(site.call.span.start)).start
    before = site.module.source.text(Span(start, site.call.span.start))
    is_last = (
        rest.count("(") == rest.count(")")
        and not rest.rstrip().endswith((".", ","))
        and rest.rstrip().endswith(style.end or ")")
    )
    if "\n" not in call and is_last and len(before) + len(call) + len(rest) <= style.width:
        return Span(step.start, end)
    return step


def _call(action: ActionPlan, planned: SitePlan, style: Style) -> str:
    """``createUser({ name, email })``"""
    site = planned.site
    name, source = action.name, site.module.source
    indent = source.indent_at(site.call.span.start)
    if not planned.arguments:
        return f"{name}()"
    if not action.parameters.is_object:
        (given,) = planned.arguments
        return f"{name}({_given(given, site, style, indent)})"
    whole = _whole_object(action, planned)
    if whole is not None:
        return f"{name}({reindent(source.text(whole.span), source.indent_at(whole.span.start), indent)})"
    members: list[str] = []
    for given in planned.arguments:
        text = _given(given, site, style, indent + style.unit)
        members.append(text if text == given.key else f"{_key(given.key, style)}: {text}")
    one_line = f"{name}({style.braces(', '.join(members))})"
    column = len(
        source.text(
            Span(source.lines.line_span(source.lines.line_of(site.call.span.start)).start, site.call.span.start)
        )
    )
    if "\n" not in one_line and column + len(one_line) + len(style.end) <= style.width:
        return one_line
    newline = style.newline
    lines = f",{newline}".join(f"{indent}{style.unit}{member}" for member in members)
    return f"{name}({{{newline}{lines}{style.comma}{newline}{indent}}})"


def _whole_object(action: ActionPlan, planned: SitePlan) -> c.Object | None:
    """The caller's own object, when it is passed just as it stands."""
    body = c.bare(planned.site.body) if planned.site.body is not None else None
    if not isinstance(body, c.Object) or any(given.wrap for given in planned.arguments):
        return None
    keys = [member.key for member in body.members if isinstance(member, c.Property)]
    passed = [given.key for given in planned.arguments]
    if len(keys) != len(body.members) or sorted(map(str, keys)) != sorted(passed):
        return None
    own = [given.value for given in planned.arguments if isinstance(given.value, c.Code)]
    return body if len(own) == len(passed) and all(body.span.contains(each.span) for each in own) else None


def _given(given: Given, site: CallSite, style: Style, indent: str) -> str:
    if isinstance(given.value, str):
        return style.string(given.value)
    if isinstance(given.value, c.Constant) and given.value.span == Span(0, 0):
        return given.value.text
    source = site.module.source
    text = reindent(source.text(given.value.span), source.indent_at(given.value.span.start), indent)
    match given.wrap:
        case "String":
            return f"String({text})"
        case "JSON":
            return f"JSON.parse(JSON.stringify({text}))"
        case _:
            return text


# ------------------------------------------------------------------- endpoint


def _left(plan: Plan) -> tuple[Edit, ...]:
    """The endpoint file without what moved."""
    module = plan.module
    spans = [with_comments(module, statement.span) for statement in plan.gone]
    unused = unused_imports(module, spans)
    change = change_imports(module, remove=unused)
    return tuple(sorted((*change.edits, *removed(module.source, spans))))
