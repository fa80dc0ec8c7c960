"""What happens while Next.js renders on the server: in components and metadata, and in the functions that they call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.endpoints import page_functions
from turnout.model.module import Module, directives_of
from turnout.project.boundary import Layer
from turnout.rules.reach import function_called, known_layers
from turnout.rules.rule import FileView

DEEPEST = 3
_SERVER_COMPONENTS: frozenset[Layer] = frozenset({"rsc"})
_RENDERED = ("page", "layout", "template", "default", "loading", "not-found", "error")


@dataclass(frozen=True)
class Deed:
    """Something done during a render. ``call`` stands in the rendered file, ``deed`` where it is really done."""

    call: c.Call
    deed: c.Call
    module: Module
    via: str | None
    """The function that does it, when the component does not itself."""


def rendered_deeds(view: FileView, does: Callable[[Module, c.Call], bool]) -> Iterator[Deed]:
    """The calls that ``does`` accepts and a render surely reaches, caught ones excepted."""
    for function in rendered(view):
        for call in own_calls(view.module, function):
            if does(view.module, call):
                yield Deed(call, call, view.module, None)
                continue
            found = _within(view, view.module, call, does, DEEPEST, set())
            if found is not None:
                yield Deed(call, found[1], found[0], c.dotted(call.callee))


def rendered(view: FileView) -> Iterator[c.Function]:
    """The functions of a file that Next.js renders on the server."""
    is_component = view.role == "module" and known_layers(view) == _SERVER_COMPONENTS
    if view.app.app_dir is None or not (view.role in _RENDERED or is_component):
        return
    module = view.module
    if module.is_client_file or module.is_server_actions_file:
        return
    seen: set[int] = set()
    if view.role in _RENDERED:
        for endpoint in page_functions(module):
            seen.add(id(endpoint.function))
            yield endpoint.function
    for name, value in module.top_level.items():
        if isinstance(value, c.Function) and id(value) not in seen and name[:1].isupper() and _gives_jsx(value):
            yield value


def own_calls(module: Module, function: c.Function) -> Iterator[c.Call]:
    """The calls that a function makes itself, without those whose errors it catches."""
    for code in c.walk_own(function):
        if isinstance(code, c.Call) and not _is_caught(module, code, function):
            yield code


def _is_caught(module: Module, code: c.Code, function: c.Function) -> bool:
    below = code
    for above in module.ancestors(code):
        if above is function:
            return False
        if isinstance(above, c.Try) and above.block is below and above.handler is not None:
            return True
        if isinstance(above, c.Member) and above.name == "catch":
            return True  # save().catch(() => {})
        below = above
    return False


def _within(
    view: FileView, module: Module, call: c.Call, does: Callable[[Module, c.Call], bool], depth: int, seen: set[int]
) -> tuple[Module, c.Call] | None:
    found = function_called(view.project, module, call) if depth else None
    if found is None or id(found[1]) in seen or found[0].is_client_file:
        return None
    there, function = found
    if any(each.text.startswith("use cache") for each in (*directives_of(function), *there.directives)):
        return None
    seen.add(id(function))
    for inner in own_calls(there, function):
        if does(there, inner):
            return there, inner
        deeper = _within(view, there, inner, does, depth - 1, seen)
        if deeper is not None:
            return deeper
    return None


def _gives_jsx(function: c.Function) -> bool:
    return any(isinstance(code, c.Jsx) for code in c.walk_own(function))
