"""The texts: the route handler, the function that client code calls, and what changes in the files there are."""

from __future__ import annotations

from collections import defaultdict

from turnout.conversions.action_to_endpoint.arguments import Argument
from turnout.conversions.action_to_endpoint.plan import Plan
from turnout.conversions.action_to_endpoint.refresh import Refresh
from turnout.conversions.imports import Wanted, import_statement, specifier
from turnout.conversions.moving import (
    file_of,
    function_file,
    imports_for,
    joined,
    leftover,
    made_plain,
    moved_text,
)
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit, SourceChange


def write(project: Snapshot, plan: Plan) -> SourceChange:
    """One change of all files."""
    style = Style.of(plan.case.module.source)
    edits: dict[str, list[Edit]] = defaultdict(list)
    created: dict[str, str] = {}
    deleted: list[str] = []
    header = ""
    own = plan.case.module.path
    if plan.extraction is None:
        edits[own] += made_plain(plan.case.module, style, server_only=plan.places.is_server_only)
    else:
        add = ()
        if plan.extraction.used_here:
            here = specifier(project, own, plan.places.function)
            add = (Wanted(plan.extraction.export.name, here, plan.name, plan.extraction.is_used_as_type),)
        rest = leftover(plan.extraction, add)
        if rest.is_empty:
            deleted.append(own)
            header = rest.header
        else:
            edits[own] += rest.edits
        if plan.places.home == "file":
            text = function_file(
                project, plan.extraction, plan.places.function, style, server_only=plan.places.is_server_only
            )
            created[plan.places.function] = file_of(style, header, text)
            header = ""
    created[plan.places.route] = _route_file(project, plan, style, header)
    refreshes = dict(plan.refreshes)
    if plan.places.client is not None:
        created[plan.places.client] = _client_file(plan, style)
        for user in plan.case.clients:
            refresh = refreshes.get(user.path, Refresh((), ()))
            edits[user.path] += user.retargeted(project, own, plan.places.client, refresh.wanted)
            edits[user.path] += refresh.edits
    if plan.places.home == "file":
        for user in plan.case.servers:
            edits[user.path] += user.retargeted(project, own, plan.places.function)
    return SourceChange(
        edits={path: tuple(joined(each)) for path, each in sorted(edits.items()) if each},
        created=dict(sorted(created.items())),
        deleted=tuple(deleted),
        notes=plan.notes,
    )


# ----------------------------------------------------------------------- route


def _route_file(project: Snapshot, plan: Plan, style: Style, header: str) -> str:
    imports: list[str] = []
    if plan.uses_next_response:
        imports.append(import_statement(style, "next/server", [Wanted("NextResponse", "next/server")]))
    code = ""
    if plan.places.home == "route" and plan.extraction is not None:
        imports += imports_for(project, plan.extraction, plan.places.route, style)
        code = moved_text(plan.extraction, exported=False)
    else:
        source = specifier(project, plan.places.route, plan.places.function)
        name = "default" if plan.is_default else plan.name
        imports.append(import_statement(style, source, [Wanted(name, source, plan.name)]))
    return file_of(style, header, "\n".join(imports), code, _handler(plan, style))


def _handler(plan: Plan, style: Style) -> str:
    """``POST``: reads the arguments, calls the function, answers."""
    respond = "NextResponse" if plan.uses_next_response else "Response"
    request = "" if plan.body == "none" else "request: Request" if plan.is_typescript else "request"
    lines = [f"export async function POST({request}) {{"]
    call = f"{plan.name}({_given(plan)})"
    if plan.body == "members":
        lines += _read_body(plan, style)
    nothing = f"new {respond}(null, {style.braces('status: 204')})"
    match plan.answers:
        case "nothing":
            lines += [style.statement(f"await {call}"), style.statement(f"return {nothing}")]
        case "value":
            answer = style.statement(f"return {respond}.json(await {call})")
            if len(style.unit.expandtabs(4) + answer) <= style.width:
                lines.append(answer)
            else:
                comma = "," if style.trailing_commas == "all" else ""
                lines += [f"return {respond}.json(", f"{style.unit}await {call}{comma}", style.statement(")")]
        case "maybe":
            result = "result" if all(each.name != "result" for each in plan.arguments) else "answer"
            lines += [
                style.statement(f"const {result} = await {call}"),
                f"if ({result} === undefined) {{",
                style.unit + style.statement(f"return {nothing}"),
                "}",
                style.statement(f"return {respond}.json({result})"),
            ]
    return "\n".join([lines[0], *(style.unit + line for line in lines[1:]), "}"])


def _given(plan: Plan) -> str:
    """What the handler calls the function with."""
    match plan.body:
        case "none":
            return ""
        case "whole":
            return "await request.json()"
        case "form":
            given = ["await request.formData()" if each.is_sent else "undefined" for each in plan.arguments]
            while given[-1] == "undefined":
                given.pop()
            return ", ".join(given)
        case "members":
            return ", ".join(f"...{each.name}" if each.is_rest else each.name for each in plan.arguments)


def _read_body(plan: Plan, style: Style) -> list[str]:
    """``const { name }: { name: string } = await request.json()``, on several lines when it is too long."""
    names = [each.name for each in plan.arguments]
    types = [f"{each.name}{'?' if each.is_optional else ''}: {each.type}" for each in plan.arguments]
    if not plan.is_typescript or plan.places.home != "route" or any(each.type is None for each in plan.arguments):
        types = []
    type_ = f": {{ {'; '.join(types)} }}" if types else ""
    head, tail = f"const {style.braces(', '.join(names))}{type_} =", style.statement("await request.json()")
    room = style.width - len(style.unit.expandtabs(4))
    if len(f"{head} {tail}") <= room:
        return [f"{head} {tail}"]
    if len(head) <= room:
        return [head, style.unit + tail]
    lines = ["const {", *(f"{style.unit}{name}," for name in names)]
    lines[-1] = lines[-1].removesuffix(",") + style.comma
    if types:
        lines += ["}: {", *(f"{style.unit}{each};" for each in types)]
    return [*lines, f"}} = {tail}"]


# ---------------------------------------------------------------------- client


def _client_file(plan: Plan, style: Style) -> str:
    imports = [import_statement(style, each.source, [each], is_type=True) for each in plan.client_types]
    return file_of(style, "\n".join(_merged(plan, style) if len(imports) > 1 else imports), _client(plan, style))


def _merged(plan: Plan, style: Style) -> list[str]:
    """Names of one source share a statement, but for defaults and namespaces."""
    groups: dict[tuple[str, str], list[Wanted]] = {}
    for each in plan.client_types:
        kind = each.name if each.name in ("*", "default") else ""
        groups.setdefault((each.source, kind), []).append(each)
    return [import_statement(style, source, each, is_type=True) for (source, _), each in groups.items()]


def _client(plan: Plan, style: Style) -> str:
    response = "response"
    lines = [*_signature(plan, style), *(style.unit + line for line in _request(plan, style, response))]
    checks = [
        f"if (!{response}.ok) {{",
        style.unit + style.statement(f"throw new Error(`POST {plan.url} answered ${{{response}.status}}`)"),
        "}",
    ]
    match plan.answers:
        case "nothing":
            pass
        case "value":
            checks.append(style.statement(f"return {response}.json()"))
        case "maybe":
            checks.append(style.statement(f"return {response}.status === 204 ? undefined : {response}.json()"))
    return "\n".join([*lines, *(style.unit + line for line in checks), "}"])


def _signature(plan: Plan, style: Style) -> list[str]:
    parameters = [_parameter(plan, index, each) for index, each in enumerate(plan.arguments)]
    result = f": {plan.result_type}" if plan.result_type is not None else ""
    start = f"export {'default ' if plan.is_default else ''}async function {plan.name}("
    line = f"{start}{', '.join(parameters)}){result} {{"
    if len(line) <= style.width or not parameters:
        return [line]
    comma = "," if style.trailing_commas == "all" and not plan.arguments[-1].is_rest else ""
    inner = [f"{style.unit}{each}," for each in parameters]
    inner[-1] = inner[-1].removesuffix(",") + comma
    return [start, *inner, f"){result} {{"]


def _parameter(plan: Plan, index: int, argument: Argument) -> str:
    name = f"...{argument.name}" if argument.is_rest else argument.name
    if not plan.is_typescript or argument.type is None:
        return name
    # `a?` before a required parameter is an error in TypeScript.
    is_last = all(each.is_optional or each.is_rest for each in plan.arguments[index:])
    if argument.is_optional and not is_last:
        return f"{name}: {argument.type} | undefined"
    return f"{name}{'?' if argument.is_optional and not argument.is_rest else ''}: {argument.type}"


def _request(plan: Plan, style: Style, response: str) -> list[str]:
    unit, comma = style.unit, style.comma
    lines = [
        f"const {response} = await fetch({style.string(plan.url)}, {{",
        f"{unit}method: {style.string('POST')},",
    ]
    body = _sent(plan, style)
    if body is not None:
        if plan.body != "form":
            header = f"{style.string('Content-Type')}: {style.string('application/json')}"
            lines.append(f"{unit}headers: {style.braces(header)},")
        lines.append(f"{unit}body{': ' + body if body != 'body' else ''},")
    lines[-1] = lines[-1].removesuffix(",") + comma
    if body is None:
        options = style.braces(f"method: {style.string('POST')}")
        return [style.statement(f"const {response} = await fetch({style.string(plan.url)}, {options})")]
    return [*lines, style.statement("})")]


def _sent(plan: Plan, style: Style) -> str | None:
    match plan.body:
        case "none":
            return None
        case "whole":
            return f"JSON.stringify({plan.arguments[0].name})"
        case "form":
            return next(each.name for each in plan.arguments if each.is_sent)
        case "members":
            return f"JSON.stringify({style.braces(', '.join(each.name for each in plan.arguments))})"
