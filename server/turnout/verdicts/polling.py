"""Asked again and again: by a timer, by a query that refreshes itself, with each key that is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.verdicts.client_reads import only_reads
from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_contact
from turnout.verdicts.view import EntryView

_TIMERS = frozenset({"setInterval", "useInterval", "usePolling", "useTimer"})
_PATIENT = frozenset({"debounce", "throttle", "useDebouncedCallback", "useThrottledCallback", "useDebounce"})
_REFRESHES = ("refreshInterval", "refetchInterval", "pollingInterval", "pollInterval")
_TYPED = frozenset({"onInput", "onInputChange", "onSearch", "onQueryChange", "onKeyUp"})
_LIKELY = re.compile(
    "|".join((*_TIMERS, *_PATIENT, *_REFRESHES, *_TYPED)).encode("ascii"),
)


def signal(view: EntryView) -> Iterator[Evidence]:
    for contact in view.client:
        source = view.project.source(contact.caller.path)
        if source is None or not _LIKELY.search(source.data):
            continue
        module = view.project.module(contact.caller.path)
        how = next(_repeats(module, contact.caller.span.start), None) if module is not None else None
        if how is None:
            continue
        if not view.is_action:
            weight = DECISIVE if contact.caller.method in ("GET", None) else WEAK
            yield at_contact(contact, "polling", "http-endpoint", weight, f"It is asked {how}.")
            return
        text = f"It is asked {how}: each time a POST, for which the other actions of the page wait."
        weight = CLEAR if only_reads(view) else WEAK
        yield at_contact(contact, "polling", "http-endpoint", weight, text)
        return


def _repeats(module: Module, offset: int) -> Iterator[str]:
    path = module.path_to(offset)
    for above in reversed(path):
        match above:
            case c.Call(callee=callee, arguments=arguments):
                name = c.last_name(callee)
                if name in _TIMERS:
                    yield f"again and again ({name})"
                elif name in _PATIENT:
                    yield f"while somebody types ({name})"
                for argument in arguments:
                    options = c.bare(argument) if not isinstance(argument, c.Spread) else None
                    if isinstance(options, c.Object):
                        yield from (f"again and again ({key})" for key in _REFRESHES if _is_on(options.get(key)))
            case c.JsxAttribute(name=name) if name in _TYPED:
                yield f"while somebody types ({name})"
            case c.Function():
                yield from _handed_to(module, above)
            case _:
                pass


def _is_on(value: c.Expression | None) -> bool:
    bare = c.bare(value) if value is not None else None
    return bare is not None and not (isinstance(bare, (c.Number, c.Constant)) and bare.text in ("0", "false"))


def _handed_to(module: Module, function: c.Function) -> Iterator[str]:
    """``const poll = async () => …; setInterval(poll, 1000)``"""
    above = module.parents.get(id(function))
    while isinstance(above, (c.Call, c.Cast)):
        above = module.parents.get(id(above))
    name = function.name if function.name is not None else above.pattern if isinstance(above, c.Declarator) else None
    binding = module.scopes.binding(name) if isinstance(name, c.Name) else None
    for reference in binding.references if binding is not None else ():
        call = module.parents.get(id(reference))
        if isinstance(call, c.Call) and reference in call.arguments:
            called = c.last_name(call.callee)
            if called in _TIMERS:
                yield f"again and again ({called})"
            elif called in _PATIENT:
                yield f"while somebody types ({called})"
