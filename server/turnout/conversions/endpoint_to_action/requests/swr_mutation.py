"""``useSWRMutation('/api/x', fetcher)``: the fetcher written out where it is given, with the URL in its request."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.conversions.endpoint_to_action.ground.functions import function_called
from turnout.conversions.endpoint_to_action.ground.last_use import without_function
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.requests.opening import Opening
from turnout.conversions.imports import Wanted
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import reindent
from turnout.text.edits import Edit
from turnout.text.span import Span


def fetcher_edits(project: Snapshot, module: Module, call: c.Call) -> tuple[list[Edit], list[Wanted]]:
    """The edits that put the key in place of the fetcher's URL, and what the file must import for them."""
    key = _url(call.arguments[0]) if call.arguments else None
    fetcher = c.bare(call.arguments[1]) if len(call.arguments) > 1 else None
    if key is None or fetcher is None:
        raise refused("What useSWRMutation asks for here can't be followed.", module, call)
    if isinstance(fetcher, c.Function):
        return list(_filled(module, fetcher, module.source.text(key.span))), []
    found = function_called(project, module, fetcher) if isinstance(fetcher, (c.Name, c.Member)) else None
    if found is None or not found[1].parameters or found[1].is_generator:
        raise refused("The fetcher of useSWRMutation can't be followed.", module, fetcher)
    return _written_out(project, module, call, key, fetcher, found)


def _url(key: c.Expression | c.Spread) -> c.Expression | None:
    """The URL in ``id ? `/api/users/${id}` : null``: without one, SWR calls no fetcher."""
    match c.bare(key) if not isinstance(key, c.Spread) else None:
        case c.Conditional(then=then, otherwise=c.Constant(text="null" | "undefined" | "false")):
            return _url(then)
        case c.Binary(operator="&&", right=right):
            return _url(right)
        case c.String() | c.Template() | c.Name() | c.Member() | c.Binary() as url:
            return url
        case _:
            return None


def _filled(module: Module, fetcher: c.Function, url: str) -> Iterator[Edit]:
    """``(url, { arg }) => fetch(url, …)`` with the URL itself."""
    pattern = fetcher.parameters[0].pattern if fetcher.parameters else None
    binding = module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
    if not isinstance(pattern, c.Name) or binding is None or binding.writes:
        raise refused("What this fetcher does with its key can't be followed.", module, fetcher)
    yield Edit(pattern.span, _unused(pattern.name))
    for reference in binding.references:
        above = module.parents.get(id(reference))
        is_short = isinstance(above, c.Property) and above.shorthand
        yield Edit(reference.span, f"{reference.name}: {url}" if is_short else url)


def _written_out(
    project: Snapshot,
    module: Module,
    call: c.Call,
    key: c.Expression,
    fetcher: c.Expression,
    found: tuple[Module, c.Function],
) -> tuple[list[Edit], list[Wanted]]:
    home, function = found
    asked = c.Call(call.span, fetcher, (key,), optional=False, type_arguments=None)
    opening = Opening(project, module, asked, home, function)
    for parameter in function.parameters[1:]:
        for name in c.bound_names(parameter.pattern):
            opening.values.pop(id(home.scopes.binding(name)), None)
    first, *others = function.parameters
    if not isinstance(first.pattern, c.Name):
        raise opening.unclear()
    kind = home.source.text(Span(first.pattern.span.end, first.span.end))
    texts = [_unused(first.pattern.name) + kind, *(opening.text(each) for each in others)]
    if is_typescript(module.path) and any("unknown" in text for text in texts):
        raise refused("What is sent here has no type: give the fetcher's `arg` one first.", module, fetcher)
    body = function.body
    if body is None:
        raise opening.unclear()
    indent = module.source.indent_at(fetcher.span.start)
    text = reindent(opening.text(body), home.source.indent_at(body.span.start), indent)
    head = f"{'async ' if function.is_async else ''}({', '.join(texts)}) => "
    edits = [Edit(fetcher.span, head + text), *without_function(module, fetcher, found)]
    return edits, list(opening.imports.values())


def _unused(name: str) -> str:
    """How TypeScript is told that a parameter is left unused."""
    return name if name.startswith("_") else f"_{name}"
