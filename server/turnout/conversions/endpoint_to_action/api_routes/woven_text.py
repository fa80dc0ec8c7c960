"""The text of functions written one inside of the other, as one function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.api_routes.weaving import Body, Put
from turnout.conversions.endpoint_to_action.api_routes.woven_names import Naming
from turnout.conversions.endpoint_to_action.api_routes.woven_rest import Chosen
from turnout.conversions.endpoint_to_action.ground.pieces import Deeper, Part, Replace, removals, render
from turnout.conversions.moving import declared_names, with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import Style, reindent
from turnout.text.span import Span


def function_text(naming: Naming, name: str) -> str:
    """``async function name(req, res) { … }``, with the comment of what answers."""
    style = Style.of(naming.body.weaving.target.source)
    parameters = ", ".join(_parameters(naming))
    newline, unit = style.newline, style.unit
    return f"async function {name}({parameters}) {{{newline}{unit}{body_text(naming, unit)}{newline}}}"


def comment_of(body: Body) -> str:
    """What stands above the function that answers in the end, in the endpoint's file."""
    innermost = list(body.bodies)[-1]
    module = innermost.home
    if module.path != body.weaving.target.path:
        return ""
    for code in (innermost.function, *module.ancestors(innermost.function)):
        span = with_comments(module, code) if _is_statement(code) else None  # type: ignore[arg-type]
        if span is not None and span.start < code.span.start:
            text = module.source.text(Span(span.start, code.span.start))
            return reindent(text, module.source.indent_at(code.span.start), "").rstrip()
    return ""


def _is_statement(code: c.Code) -> bool:
    return isinstance(code, (c.FunctionDeclaration, c.Declare, c.ExportDeclaration, c.ExportDefault, c.Property))


def body_text(naming: Naming, indent: str) -> str:
    """The statements of a body; the first without indentation, the others at that of the place."""
    body = naming.body
    source, code = body.home.source, body.function.body
    replaced = [*_replaced(naming)]
    style = Style.of(source)
    if code is None:
        raise body.unknown()
    if not isinstance(code, c.Block):
        if body.puts:
            text = _put_text(naming, body.puts[0], source.indent_at(code.span.start))
        else:
            text = style.statement(f"return {render(source, code.span, replaced)}")
        return reindent(text, source.indent_at(code.span.start), indent)
    if not code.body:
        raise body.unknown()
    text = render(source, Span(code.span.start + 1, code.span.end - 1), replaced).strip()
    return reindent(text, source.indent_at(code.body[0].span.start), indent)


def _replaced(naming: Naming) -> Iterator[Replace]:
    """Everything that is different in the text of a body."""
    body = naming.body
    yield from naming.replaced()
    gone = [each for each in body.dropped if not _is_gone_with(body, each)]
    yield from removals(body.home.source, [with_comments(body.home, each) for each in gone])
    for thrown in body.left:
        yield Replace(thrown.span, (Style.of(body.home.source).statement("return"),))
    for whole, kept in body.picked:
        yield Replace(whole.span, (kept.span,))
    for chosen in body.chosen.values():
        if body.is_live(chosen.statement):
            yield Replace(chosen.statement.span, tuple(_chosen(naming, chosen)))
    for put in body.puts:
        yield Replace(put.at.span, (_put_text(naming, put, body.home.source.indent_at(put.at.span.start)),))


def _is_gone_with(body: Body, statement: c.Statement) -> bool:
    """Whether more than the statement goes."""
    return any(each is not statement and each.span.contains(statement.span) for each in body.dropped)


# --------------------------------------------------------------------- choices


def _chosen(naming: Naming, chosen: Chosen) -> Iterator[Part]:
    body = naming.body
    module, source = body.home, body.home.source
    indent = source.indent_at(chosen.statement.span.start)
    style = Style.of(source)
    needs_braces = bool(_declared(naming, chosen) & _beside(naming, chosen))
    level = indent + style.unit if needs_braces else indent
    yield "{" + style.newline + level if needs_braces else ""
    for number, group in enumerate(_groups(module, [each for each in chosen.statements if body.is_live(each)])):
        span = Span(with_comments(module, group[0]).start, with_comments(module, group[-1]).end)
        yield style.newline + level if number else ""
        yield Deeper(span, level, source.indent_at(span.start))
    yield style.newline + indent + "}" if needs_braces else ""


def _groups(module: Module, statements: Sequence[c.Statement]) -> list[list[c.Statement]]:
    """Neighbours in the same block."""
    found: list[list[c.Statement]] = []
    for each in statements:
        if found and module.parents.get(id(found[-1][-1])) is module.parents.get(id(each)):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _declared(naming: Naming, chosen: Chosen) -> set[str]:
    """The names of a branch that would stand in the block around it."""
    if isinstance(chosen.statement, c.Try):
        return set()
    return {name.name for each in naming.flat(chosen.statements) for name in declared_names(each)}


def _beside(naming: Naming, chosen: Chosen) -> set[str]:
    body = naming.body
    return {
        code.name
        for code in c.walk(naming.around(chosen.statement))
        if isinstance(code, c.Name) and not chosen.statement.span.contains(code.span) and body.is_live(code)
    }


# ----------------------------------------------------------------------- calls


def _put_text(naming: Naming, put: Put, indent: str) -> str:
    """What a function does, in place of its call."""
    guest = naming.guests[id(put.call)]
    source = naming.body.home.source
    style = Style.of(source)
    is_alone = isinstance(naming.body.home.parents.get(id(put.at)), (c.If, c.For, c.ForEach, c.While))
    is_alone = is_alone and not _is_chosen(naming.body, put)
    level = indent + style.unit if is_alone else indent
    lines = [_first(naming, guest, parameter, given, style) for _, parameter, given in guest.first]
    lines.append(body_text(guest, level))
    if put.needs_return:
        lines.append(style.statement("return"))
    text = f"{style.newline}{level}".join(lines)
    return f"{{{style.newline}{level}{text}{style.newline}{indent}}}" if is_alone else text


def _is_chosen(body: Body, put: Put) -> bool:
    return any(put.at in each.statements for each in body.chosen.values())


def _first(naming: Naming, guest: Naming, parameter: c.Parameter, given: c.Expression, style: Style) -> str:
    """``const userId = session.user.id``"""
    home, there = naming.body.home, guest.body.home
    value = render(home.source, given.span, list(naming.replaced()))
    pattern = render(there.source, parameter.pattern.span, list(guest.replaced()))
    return style.statement(f"const {pattern} = {value}")


# ------------------------------------------------------------------ parameters


def _parameters(naming: Naming) -> Iterator[str]:
    body = naming.body
    source = body.home.source
    for parameter in body.function.parameters:
        pattern = parameter.pattern
        binding = body.home.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
        if binding is None:
            yield source.text(parameter.span)
            continue
        types = [*_types(naming, binding.name)]
        own = [each for each in types if each[1] not in ("NextApiRequest", "NextApiResponse")]
        found = (own or types)[-1:]
        for home, text, type in found:
            for name in type.names if home.path != body.weaving.target.path else ():
                known = home.scopes.binding(name)
                if known is not None:
                    body.weaving.carrying.name(home, name, known.name, body.name)
            yield f"{binding.name}: {text}"
        if not found:
            yield binding.name


def _types(naming: Naming, name: str) -> Iterator[tuple[Module, str, c.Type]]:
    """The types that the functions give to one parameter, from the outside in."""
    home = naming.body.home
    for parameter in naming.body.function.parameters:
        binding = home.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
        if binding is not None and naming.named(binding) == name and parameter.type is not None:
            yield home, home.source.text(parameter.type.span).lstrip(": "), parameter.type
    for guest in naming.guests.values():
        yield from _types(guest, name)
