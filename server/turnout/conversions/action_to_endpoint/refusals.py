"""Why an action can't be an endpoint: by its users, by its code, by what JSON can't carry."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.conversions.action_to_endpoint.arguments import is_form
from turnout.conversions.action_to_endpoint.carry import Lost, lost_by_type, lost_by_value
from turnout.conversions.action_to_endpoint.case import Case, call_at, is_new_form
from turnout.conversions.conversion import Refusal
from turnout.conversions.users import local_uses
from turnout.model import code as c
from turnout.model.uses import Use


def refusals(case: Case) -> Iterator[Refusal]:
    for user in case.users:
        if user.side == "both" and user.uses:
            reason = f"{user.path} runs in the browser and on the server, and a server can't fetch a path"
            yield Refusal(reason, user.path, user.uses[0].span)
        if user.side == "server":
            yield from (_on_server(case, user.path, use) for use in user.uses if use.how != "call")
    for use in local_uses(case.module, (case.name.name,)):
        if use.how not in ("call", "re-export"):
            yield _on_server(case, case.module.path, use)
    if case.servers and not case.clients and not case.is_used_here:
        where = case.servers[0]
        at = where.uses[0].span if where.uses else None
        yield Refusal("only server code calls it: it needs no endpoint, but to be a plain function", where.path, at)
    function = case.function
    if function.is_generator:
        yield Refusal("it is a generator: an endpoint would have to stream", case.module.path, case.entry.span)
    if function.type_parameters is not None and case.is_typescript:
        yield Refusal("it is generic, and JSON is not", case.module.path, function.type_parameters.span)
    for code in c.walk(function):
        if isinstance(code, c.This) and case.module.function_around(code) is function:
            yield Refusal("it uses `this`", case.module.path, code.span)
        if isinstance(code, c.Name) and code.name == "arguments" and case.module.scopes.is_global(code):
            yield Refusal("it uses `arguments`", case.module.path, code.span)
    if case.name.name in ("fetch", "POST", "Response", "NextResponse", "Request", "JSON", "Error"):
        yield Refusal(f"`{case.name.name}` would clash with what the endpoint needs", case.module.path, case.entry.span)
    yield from _lost(case)


def _on_server(case: Case, path: str, use: Use) -> Refusal:
    match use.how:
        case "form-action" | "action-state":
            reason = (
                f"a form of a Server Component submits to `{case.name.name}` without any client code;"
                " an endpoint needs some"
            )
        case "prop":
            reason = f"a Server Component hands `{case.name.name}` to another: only a Server Action can be handed over"
        case "bind":
            reason = f"server code binds arguments to `{case.name.name}`, which only Server Actions carry to the client"
        case _:
            reason = f"server code passes `{case.name.name}` on instead of calling it"
    return Refusal(reason, path, use.span)


def _lost(case: Case) -> Iterator[Refusal]:
    """What JSON can't carry: in the types, in what is returned, in what callers hand over."""
    for parameter in case.function.parameters:
        if parameter.type is not None and not is_form(case, parameter):
            yield from _refused(lost_by_type(case.project, case.module, parameter.type))
    if case.function.return_type is not None:
        lost = lost_by_type(case.project, case.module, case.function.return_type, in_promise=True)
        yield from _refused(lost)
    for value in case.returned:
        yield from _refused(lost_by_value(case.module, value))
    form = next((at for at, each in enumerate(case.function.parameters) if is_form(case, each)), None)
    for user in case.clients:
        for use in user.uses:
            call = call_at(user.module, use)
            for index, argument in enumerate(call.arguments if call is not None else ()):
                if index != form and not isinstance(argument, c.Spread) and not is_new_form(user.module, argument):
                    yield from _refused(lost_by_value(user.module, argument))


def _refused(lost: Lost | None) -> Iterator[Refusal]:
    if lost is not None:
        yield Refusal(f"{lost.why}; a Server Action carries it", lost.path, lost.span)
