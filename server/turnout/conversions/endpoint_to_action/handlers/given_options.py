"""``if (!rule) { rule = await guess(request); }``, where the wrapper is given a rule: nothing gets there."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.url import const_value
from turnout.conversions.endpoint_to_action.handlers.wrapper_opened import Through
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.text.span import Span


def never_run(through: Through, user: Module) -> list[Span]:
    """The branches of a wrapper for options that are left out, where this use of it (in ``user``) gives them."""
    module = through.module
    given = [
        binding
        for parameter, value in through.options
        if value is not None and _is_something(user, value) and isinstance(parameter.pattern, c.Name)
        if (binding := module.scopes.binding(parameter.pattern)) is not None and not binding.writes
    ]
    return [
        code.then.span
        for code in c.walk(through.inner)
        if isinstance(code, c.If)
        and (name := _missing(code.test)) is not None
        and (binding := module.scopes.binding(name)) is not None
        and _stands_for(module, binding, given, code.then)
    ]


def _missing(test: c.Expression) -> c.Name | None:
    """``!rule``, ``rule === undefined``, ``rule == null``"""
    match c.bare(test):
        case c.Unary(operator="!", operand=c.Name() as name):
            return name
        case c.Binary(operator="===" | "==", left=c.Name() as name, right=c.Constant(text="undefined" | "null")):
            return name
        case c.Binary(operator="===" | "==", left=c.Name() as name, right=c.Name(name="undefined")):
            return name
        case _:
            return None


def _stands_for(module: Module, binding: Binding, given: list[Binding], branch: c.Statement) -> bool:
    """Whether a name is an option that is given, or begins as one and is another in that branch only."""
    if any(binding is each for each in given):
        return True
    value = c.bare(binding.value) if binding.value is not None and binding.pattern is None else None
    source = module.scopes.binding(value) if isinstance(value, c.Name) else None
    is_given = any(source is each for each in given)
    return is_given and all(branch.span.contains(each.span) for each in binding.writes)


def _is_something(user: Module, value: c.Expression) -> bool:
    """Whether an option is there for sure, and none of the values that count as nothing."""
    match c.bare(const_value(user, value)):
        case c.Object() | c.Array() | c.Function() | c.New() | c.Constant(text="true"):
            return True
        case c.String(value=text):
            return bool(text)
        case _:
            return False
