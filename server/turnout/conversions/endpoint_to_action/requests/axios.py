"""What a call of axios does, written with ``fetch``: it rejects when the answer is none of success."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.functions import clashes
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.ground.url import const_value
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span

_VERBS = ("get", "post", "put", "patch", "delete")
_HARMLESS = frozenset({"method", "url", "data", "withCredentials", "responseType", "validateStatus"})


@dataclass(frozen=True)
class _Asked:
    url: c.Expression
    method: str
    data: c.Expression | None
    base: str


def is_axios(project: Snapshot, module: Module, call: c.Call) -> bool:
    return _client(project, module, call) is not None


def axios_edits(project: Snapshot, module: Module, call: c.Call, style: Style) -> list[Edit]:
    """The edits that make it a ``fetch``; refuses where what it gives or throws is looked at in other ways."""
    wanted = _asked_of_error(module, call)
    asked = _asked(project, module, call)
    above = module.parents.get(id(call))
    if isinstance(above, c.Await):
        return list(_awaited(module, call, above, asked, wanted, style))
    return list(_chained(module, call, above, asked, wanted, style))


# ------------------------------------------------------------------- what it asks


def _client(project: Snapshot, module: Module, call: c.Call) -> str | None:
    """The base URL of the client that is called; None when it is none of axios."""
    callee = call.callee
    name = callee.object if isinstance(callee, c.Member) else callee
    if not isinstance(name, c.Name) or (isinstance(callee, c.Member) and callee.name not in (*_VERBS, "request")):
        return None
    imported = module.import_of.get(name.name)
    if imported is not None and imported.source.value == "axios":
        return ""
    home, value = module, const_value(module, name)
    if imported is not None:
        found = project.definition(module.path, imported.source.value, imported.imported)
        if found is None or found.export.value is None:
            return None
        home, value = found.module, const_value(found.module, found.export.value)
    if not isinstance(value, c.Call) or c.dotted(value.callee) != "axios.create":
        return None
    config = c.bare(value.arguments[0]) if value.arguments else None
    if not isinstance(config, c.Object):
        return "" if config is None else None
    if {member.key for member in config.members if isinstance(member, c.Property)} - {"baseURL", "headers"}:
        return None
    base = config.get("baseURL")
    return (literal(home, base) or "").rstrip("/") if base is not None else ""


def _asked(project: Snapshot, module: Module, call: c.Call) -> _Asked:
    base = _client(project, module, call)
    arguments = [each for each in call.arguments if not isinstance(each, c.Spread)]
    if base is None or not arguments or len(arguments) != len(call.arguments):
        raise _unclear(module, call)
    verb = call.callee.name if isinstance(call.callee, c.Member) else "request"
    has_data = verb in ("post", "put", "patch")
    url: c.Expression | None = arguments[0]
    config: c.Expression | None = None
    data: c.Expression | None = None
    if verb == "request" and isinstance(first := const_value(module, arguments[0]), c.Object):
        config, url, data = first, first.get("url"), first.get("data")
    else:
        data = arguments[1] if has_data and len(arguments) > 1 else None
        at = 2 if has_data else 1
        config = const_value(module, arguments[at]) if len(arguments) > at else None
    method = verb.upper()
    if isinstance(config, c.Object):
        for member in config.members:
            if not isinstance(member, c.Property) or member.key not in _HARMLESS | {"headers"}:
                raise _unclear(module, member)
            if member.key == "headers" and not _is_json(module, member.value):
                raise refused("This request sends headers, which an action's call can't.", module, member)
        data = data if data is not None else config.get("data")
        if verb == "request":
            method = (literal(module, config.get("method")) or "GET").upper()
    elif config is not None or verb == "request":
        raise _unclear(module, call)
    if url is None:
        raise _unclear(module, call)
    is_nothing = data is not None and isinstance(c.bare(data), c.Constant)
    return _Asked(url, method, None if is_nothing else data, base)


def _is_json(module: Module, headers: c.Expression) -> bool:
    value = const_value(module, headers)
    return isinstance(value, c.Object) and all(
        isinstance(member, c.Property) and (member.key or "").lower() in ("content-type", "accept")
        for member in value.members
    )


def _request(module: Module, asked: _Asked, style: Style) -> str:
    source = module.source
    url = source.text(asked.url.span)
    if asked.base:
        slash = "" if url[1:2] == "/" else "/"
        url = f"`{asked.base}{slash}${{{url}}}`"
    options = [f"method: {style.string(asked.method)}"]
    if asked.data is not None:
        value = const_value(module, asked.data)
        data = source.text(asked.data.span)
        if isinstance(value, c.New) and c.dotted(value.callee) == "FormData":
            options.append(f"body: {data}")
        else:
            options.append(f"headers: {{ {style.string('Content-Type')}: {style.string('application/json')} }}")
            options.append(f"body: JSON.stringify({data})")
    return f"fetch({url}, {{ {', '.join(options)} }})"


def _check(name: str, wanted: frozenset[str], style: Style) -> list[str]:
    """axios's own words for an answer that it throws for, and as much of that answer as is looked at."""
    error = f"new Error(`Request failed with status code ${{{name}.status}}`)"
    members = [f"status: {name}.status"] if "status" in wanted else []
    if "data" in wanted:
        none = f"{name}.text()" if "text" in wanted else "({})" if "object" in wanted else "null"
        members.append(f"data: await {name}.json().catch(() => {none})")
    if not members:
        return [style.statement(f"if (!{name}.ok) throw {error}")]
    inner = style.unit * 2
    return [
        f"if (!{name}.ok) {{",
        f"{style.unit}throw Object.assign({error}, {{",
        f"{inner}response: {{ {', '.join(members)} }}{style.comma}",
        style.unit + style.statement("})"),
        "}",
    ]


# ---------------------------------------------------------- what becomes of it


def _asked_of_error(module: Module, call: c.Call) -> frozenset[str]:
    """What is read of the answer in the error that this call throws: ``status``, ``data``; with ``object`` where a
    member of its data is read of any answer, with ``text`` where its data is used as it is, be it text."""
    found: set[str] = set()
    for code in module.everything:
        match code:
            case c.Member(object=below, name="response") if _is_error(module, c.bare(below), call):
                above = module.parents.get(id(code))
                if isinstance(above, c.Member) and above.name in ("data", "status"):
                    found.add(above.name)
                    found |= _use_of_data(module.parents.get(id(above))) if above.name == "data" else set()
                    continue
                if isinstance(above, (c.If, c.Unary)) or (isinstance(above, c.Binary) and above.operator == "&&"):
                    found.add("status")  # asked whether there was an answer at all
                    continue
            case c.Member(name="isAxiosError") | c.Call(callee=c.Name(name="isAxiosError")):
                pass
            case _:
                continue
        raise refused(
            "What axios throws is looked at here; an action's failure is a result, not an error of axios.",
            module,
            code,
        )
    return frozenset(found)


def _use_of_data(above: c.Code | None) -> set[str]:
    """What ``error.response.data`` must be for an answer without JSON."""
    if not isinstance(above, (c.Member, c.Index)):
        return {"text"}
    return set() if above.optional else {"object"}


def _is_error(module: Module, value: c.Expression, call: c.Call) -> bool:
    """Whether a name can be the error of a call: that of a ``catch`` around it, or a parameter of some handler."""
    inner = c.bare(value.value) if isinstance(value, c.Cast) else value
    binding = module.scopes.binding(inner) if isinstance(inner, c.Name) else None
    if binding is None or binding.kind not in ("catch", "parameter"):
        return False
    if binding.kind == "parameter":
        return True
    tried = next((each for each in module.ancestors(binding.site) if isinstance(each, c.Try)), None)
    return tried is None or tried.block.span.contains(call.span)


def _awaited(
    module: Module, call: c.Call, awaited: c.Await, asked: _Asked, wanted: frozenset[str], style: Style
) -> Iterator[Edit]:
    above = module.parents.get(id(awaited))
    if isinstance(above, c.Member) and above.name == "data":
        yield from _direct(module, call, above, asked, wanted, style)
        return
    declaration = module.parents.get(id(above)) if isinstance(above, c.Declarator) else above
    source = module.source
    if not isinstance(declaration, (c.ExpressionStatement, c.Declare)):
        raise _given_on(module, call)
    if not isinstance(module.parents.get(id(declaration)), c.Block):
        raise _given_on(module, call)
    if isinstance(declaration, c.Declare) and len(declaration.declarators) != 1:
        raise _given_on(module, call)
    name = "res"
    data: str | None = None
    reads: list[c.Member] = []
    statuses: list[c.Name] = []
    match above:
        case c.Declarator(pattern=c.Name() as pattern):
            name = pattern.name
            reads = list(_data_reads(module, pattern, call))
            if reads:
                data = "data" if not clashes(module, call, ["data"]) else f"{name}Data"
        case c.Declarator(pattern=c.ObjectPattern(members=members)):
            for member in members:
                match member:
                    case c.PatternProperty(key="data", target=target):
                        data = source.text(target.span)
                    case c.PatternProperty(key="status", target=c.Name() as target):
                        statuses += _plain_uses(module, target, call)
                    case _:
                        raise _given_on(module, call)
        case c.ExpressionStatement():
            pass
        case _:
            raise _given_on(module, call)
    if not isinstance(above, c.Declarator) or not isinstance(above.pattern, c.Name):
        name = _free_name(module, call)
    indent = source.indent_at(declaration.span.start)
    lines = [style.statement(f"const {name} = await {_request(module, asked, style)}"), *_check(name, wanted, style)]
    if data is not None:
        lines.append(style.statement(f"const {data} = await {name}.json()"))
    yield Edit(declaration.span, f"{style.newline}{indent}".join(lines))
    for read in reads:
        yield Edit(read.span, data or "")
    for status in statuses:
        yield Edit(status.span, f"{name}.status")


def _direct(
    module: Module, call: c.Call, read: c.Member, asked: _Asked, wanted: frozenset[str], style: Style
) -> Iterator[Edit]:
    """``const { id } = (await axios.post(…)).data``, where nothing else happens in front of it."""
    below, statement = read, module.parents.get(id(read))
    is_member = isinstance(statement, c.Member)
    while isinstance(statement, (c.Member, c.Cast)) or (
        isinstance(statement, c.Declarator) and statement.value is below
    ):
        below, statement = statement, module.parents.get(id(statement))
    is_alone = not isinstance(statement, c.Declare) or len(statement.declarators) == 1
    if not isinstance(statement, (c.Declare, c.Return, c.ExpressionStatement)) or not is_alone:
        raise _given_on(module, call)
    if not isinstance(module.parents.get(id(statement)), c.Block):
        raise _given_on(module, call)
    name, indent = _free_name(module, call), module.source.indent_at(statement.span.start)
    lines = [style.statement(f"const {name} = await {_request(module, asked, style)}"), *_check(name, wanted, style)]
    body = f"(await {name}.json())" if is_member else f"await {name}.json()"
    before = module.source.text(Span(statement.span.start, read.span.start))
    after = module.source.text(Span(read.span.end, statement.span.end))
    yield Edit(statement.span, f"{style.newline}{indent}".join([*lines, before + body + after]))


def _free_name(module: Module, call: c.Call) -> str:
    """What the response is called where the caller has no name for it."""
    return next((name for name in ("res", "response") if not clashes(module, call, [name])), "answer")


def _plain_uses(module: Module, name: c.Name, call: c.Call) -> list[c.Name]:
    """Where ``status`` of ``const { data, status } = …`` is read, each of which can be ``res.status`` as well."""
    binding = module.scopes.binding(name)
    if binding is None or binding.writes or any(_is_short(module, each) for each in binding.references):
        raise _given_on(module, call)
    return list(binding.references)


def _is_short(module: Module, name: c.Name) -> bool:
    """``{ status }``"""
    above = module.parents.get(id(name))
    return isinstance(above, c.Property) and above.shorthand


def _data_reads(module: Module, name: c.Name, call: c.Call) -> Iterator[c.Member]:
    """``response.data``: all that is done with the response."""
    binding = module.scopes.binding(name)
    for reference in binding.references if binding is not None else ():
        match module.parents.get(id(reference)):
            case c.Member(name="data") as read:
                yield read
            case c.Member(name="status"):
                pass
            case _:
                raise _given_on(module, call)


def _chained(
    module: Module, call: c.Call, above: c.Code | None, asked: _Asked, wanted: frozenset[str], style: Style
) -> Iterator[Edit]:
    request = _request(module, asked, style)
    parameter: c.Pattern | None = None
    reads: list[c.Member] = []
    name: str | None = None
    match above:
        case c.Member(name="then"):
            then = module.parents.get(id(above))
            first = c.bare(then.arguments[0]) if isinstance(then, c.Call) and then.arguments else None
            if not isinstance(first, c.Function):
                raise _given_on(module, call)
            parameter = first.parameters[0].pattern if first.parameters else None
        case c.Member(name="catch" | "finally") | c.ExpressionStatement() | c.Unary(operator="void"):
            pass
        case c.Call(callee=callee) if c.dotted(callee) == "toast.promise":
            pass
        case _:
            raise _given_on(module, call)
    match parameter:
        case None:
            pass
        case c.Name():
            reads = list(_data_reads(module, parameter, call))
            name = "data"
        case c.ObjectPattern(members=(c.PatternProperty(key="data", target=c.Name() as target),)):
            name = target.name
        case _:
            raise _given_on(module, call)
    indent = module.source.indent_at(call.span.start)
    lines = _check("res", wanted, style)
    if parameter is not None and name is not None:
        lines.append(style.statement("return res.json()"))
        yield Edit(parameter.span, name)
        for read in reads:
            yield Edit(read.span, name)
    inner = style.newline.join(f"{indent}{style.unit}{line}" for line in lines)
    is_async = "async " if "data" in wanted else ""
    yield Edit(call.span, f"{request}.then({is_async}(res) => {{{style.newline}{inner}{style.newline}{indent}}})")


def _given_on(module: Module, call: c.Call) -> Refused:
    return refused("The response of axios is handed on here, which an action's result can't stand for.", module, call)


def _unclear(module: Module, at: c.Code | Span) -> Refused:
    return refused("What this call of axios sends can't be followed.", module, at)
