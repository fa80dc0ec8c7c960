"""What a request carries: the action's parameters as its callers see them, and whether the answer has a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.action_to_endpoint.carry import function_may_give_undefined
from turnout.conversions.action_to_endpoint.case import Case, call_at, is_new_form
from turnout.conversions.conversion import Refusal
from turnout.model import code as c

Body: TypeAlias = Literal["none", "members", "whole", "form"]
"""What the request carries: nothing, ``{ name }``, the one argument itself, FormData."""
Answers: TypeAlias = Literal["nothing", "value", "maybe"]
"""Whether the action gives a value; ``maybe`` answers 204 for undefined, which JSON has no word for."""


@dataclass(frozen=True)
class Argument:
    """One parameter of the action as its caller sees it."""

    name: str
    type: str | None
    """As it can be written in the client's file and in the route's; None where it isn't or can't be."""
    is_optional: bool = False
    is_rest: bool = False
    is_sent: bool = True
    """False for the state of ``useActionState`` that the action never looks at."""


def form_index(case: Case) -> int | Refusal | None:
    """Which parameter is FormData."""
    parameters = case.function.parameters
    forms = [index for index, each in enumerate(parameters) if is_form(case, each)]
    for user in case.clients:
        for use in user.uses:
            if use.how in ("form-action", "action-state") and not forms and parameters:
                reason = f"the form hands over FormData, and `{case.name.name}` does not say that it takes it"
                return Refusal(reason, user.path, use.span)
    if not forms:
        for parameter in parameters:
            if not isinstance(parameter.pattern, c.Name):
                continue
            if "getAll" in (methods := set(_methods(case, parameter.pattern))) or "get" in methods:
                if parameter.type is None:
                    reason = f"`{parameter.pattern.name}` may be FormData, a Map or something else: nothing says so"
                    return Refusal(reason, case.module.path, parameter.span)
        return None
    for index, parameter in enumerate(parameters):
        if index != forms[0] and not _is_ignored(case, parameter):
            reason = "FormData together with other arguments: a request has one body"
            return Refusal(reason, case.module.path, parameter.span)
    return forms[0]


def is_form(case: Case, parameter: c.Parameter) -> bool:
    """Whether a parameter is FormData: by its type, else by what is done with it and what callers give."""
    if parameter.type is not None:
        return case.module.source.text(parameter.type.span).strip() == "FormData"
    if case.is_typescript or not isinstance(parameter.pattern, c.Name):
        return False
    at = case.function.parameters.index(parameter)
    is_read = any(method in ("get", "getAll", "entries", "has") for method in _methods(case, parameter.pattern))
    if is_read and re.search(r"form|^fd$", parameter.pattern.name, re.IGNORECASE):
        return True
    for use in (use for user in case.clients for use in user.uses):
        if (use.how == "form-action" and at == 0) or (use.how == "action-state" and at == 1):
            return True
    for user in case.clients:
        for use in user.uses:
            call = call_at(user.module, use)
            if call is not None and at < len(call.arguments):
                argument = call.arguments[at]
                if not isinstance(argument, c.Spread) and is_new_form(user.module, argument):
                    return True
    return False


def _methods(case: Case, name: c.Name) -> Iterator[str]:
    """The methods that the action calls on a parameter."""
    binding = case.module.scopes.binding(name)
    for reference in binding.references if binding is not None else ():
        above = case.module.parents.get(id(reference))
        if isinstance(above, c.Member) and isinstance(case.module.parents.get(id(above)), c.Call):
            yield above.name


def _is_ignored(case: Case, parameter: c.Parameter) -> bool:
    """Whether the action never looks at a parameter, and undefined can stand in for it."""
    if not isinstance(parameter.pattern, c.Name):
        return False
    binding = case.module.scopes.binding(parameter.pattern)
    if binding is None or binding.references:
        return False
    if parameter.type is None:
        return not case.is_typescript
    text = case.module.source.text(parameter.type.span)
    return bool(re.search(r"\b(?:any|unknown|undefined)\b", text))


def arguments_of(case: Case, form: int | None) -> tuple[Argument, ...] | Refusal:
    found: list[Argument] = []
    taken = {name.name for each in case.function.parameters for name in c.bound_names(each.pattern)}
    for index, parameter in enumerate(case.function.parameters):
        if isinstance(parameter.pattern, c.Name):
            name = parameter.pattern.name
        else:
            name = "input" if len(case.function.parameters) == 1 else f"input{index + 1}"
            if name in taken:
                name = f"{name}Value"
        if name in (case.name.name, "request", "POST", "Response", "fetch", "response", "JSON"):
            reason = f"the parameter `{name}` would clash with what the endpoint needs: rename it first"
            return Refusal(reason, case.module.path, parameter.span)
        is_optional = parameter.is_optional or parameter.default is not None
        is_sent = form is None or index == form
        found.append(Argument(name, _type_text(case, parameter), is_optional, parameter.is_rest, is_sent))
    return tuple(found)


def _type_text(case: Case, parameter: c.Parameter) -> str | None:
    if not case.is_typescript:
        return None
    if parameter.type is not None:
        return case.module.source.text(parameter.type.span)
    match parameter.default:
        case c.String() | c.Template():
            return "string"
        case c.Number():
            return "number"
        case c.Constant(text="true" | "false"):
            return "boolean"
        case _:
            return None


def body_of(case: Case, form: int | None, arguments: Sequence[Argument]) -> Body:
    if not arguments:
        return "none"
    if form is not None:
        return "form"
    parameter = case.function.parameters[0]
    if len(arguments) == 1 and not arguments[0].is_rest and not arguments[0].is_optional:
        text = arguments[0].type or ""
        is_object = isinstance(parameter.pattern, c.ObjectPattern) or (
            text.startswith("{") and text.endswith("}") and "|" not in _outside_braces(text)
        )
        if is_object and "undefined" not in _outside_braces(text):
            return "whole"
    return "members"


def _outside_braces(text: str) -> str:
    depth, found = 0, ""
    for char in text:
        depth += char == "{"
        if not depth:
            found += char
        depth -= char == "}"
    return found


def answers_of(case: Case) -> Answers:
    function = case.function
    if function.return_type is not None:
        text = re.sub(r"\s", "", case.module.source.text(function.return_type.span))
        if text in ("Promise<void>", "Promise<undefined>", "void", "undefined"):
            return "nothing"
    elif isinstance(function.body, c.Block) and not case.returned:
        return "nothing"
    return "maybe" if function_may_give_undefined(case.project, case.module, function) else "value"
