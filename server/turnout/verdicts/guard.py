"""Who checks the caller of an entry: its wrappers, the function itself, what it calls, or the page around it."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.auth import Guard, carries_caller, guard_in, guard_of_wrappers
from turnout.verdicts.view import EntryView


def guard_of(about: EntryView) -> Guard:
    """Whether an entry checks who calls: in its wrappers, in itself, in what it calls."""
    module, function = about.module, about.function
    if module is None or function is None:
        return Guard("unsure")
    if about.wrappers:
        around = guard_of_wrappers(about.project, _wrapping(about, module), about.wrappers)
        if not around.is_open:
            return around
        if (carried := carries_caller(function)) != "":
            return Guard("checked", carried)
    guard = guard_in(about.project, module, function)
    if guard.is_open and (captured := _captured_caller(about, module, function)):
        return Guard("checked", captured)
    return guard


def _wrapping(about: EntryView, module: Module) -> Module:
    """The file that the wrappers stand in: the entry's own, unless the whole export comes from elsewhere."""
    if about.entry.is_inline or about.entry.origin is not None:
        return module
    own = about.project.module(about.entry.path)
    calls = {id(wrapper.call) for wrapper in about.wrappers}
    return own if own is not None and any(id(each) in calls for each in own.everything) else module


def _captured_caller(about: EntryView, module: Module, function: c.Function) -> str:
    """An inline action that uses the ``user`` of the page around it: Next.js sends it encrypted, nobody can make it
    up."""
    for name, binding in module.scopes.free(function):
        outer = binding.scope.function
        if outer is None or binding.value is None or isinstance(c.bare(binding.value), c.Function):
            continue
        if binding.kind != "parameter" and guard_in(about.project, module, binding.value).standing != "unchecked":
            return name.name
    return ""
