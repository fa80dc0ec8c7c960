"""The functions of a file that Next.js itself calls: a route handler's methods, an API route, what makes a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.handler import unwrap
from turnout.model.module import Export, Module
from turnout.model.requests import METHODS
from turnout.model.scope import Binding

METADATA_FUNCTIONS = ("generateMetadata", "generateViewport")

PAGES_RESPONSE = frozenset({
    "status", "json", "send", "end", "redirect", "setHeader", "getHeader", "removeHeader", "write", "writeHead",
    "revalidate", "setPreviewData", "setDraftMode", "statusCode",
})  # fmt: skip
"""What API routes take from their ``res``."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A function that Next.js calls as it stands: no wrapper changes what it is given or what it gives back."""

    name: str
    """The export: ``GET``, ``default``, ``generateMetadata``."""
    function: c.Function
    export: Export


def route_methods(module: Module) -> Iterator[Endpoint]:
    """The methods of a route.* file, each function once (``export { handler as GET, handler as POST }``)."""
    yield from _functions(module, METHODS)


def api_handler(module: Module) -> c.Function | None:
    """The function of a pages/api file that answers, when no wrapper stands around it."""
    found = next(_functions(module, ("default",)), None)
    return found.function if found is not None else None


def page_functions(module: Module) -> Iterator[Endpoint]:
    """The component of a page or layout, and the functions that make its metadata."""
    yield from _functions(module, ("default", *METADATA_FUNCTIONS))


def request_of(module: Module, function: c.Function) -> Binding | None:
    """What a handler calls its request: its first parameter, when that is a plain name."""
    first = function.parameters[0].pattern if function.parameters else None
    return module.scopes.binding(first) if isinstance(first, c.Name) else None


def response_of(module: Module, function: c.Function) -> Binding | None:
    """What an API route calls its response: its second parameter, when that is a plain name."""
    second = function.parameters[1].pattern if len(function.parameters) > 1 else None
    return module.scopes.binding(second) if isinstance(second, c.Name) else None


def node_api_handler(module: Module) -> tuple[c.Function, Binding] | None:
    """The function of an API route for Node.js, wrappers seen through, and what it calls its response."""
    export = module.export("default") if not is_edge(module) else None
    function = unwrap(module, export.value).function if export is not None else None
    response = response_of(module, function) if function is not None else None
    return (function, response) if function is not None and response is not None else None


def is_said_by(module: Module, expression: c.Expression, response: Binding) -> bool:
    """Whether a chain of calls begins at the response: ``res``, ``res.status(200)``."""
    root = c.bare(expression)
    while isinstance(root, c.Call) and isinstance(root.callee, c.Member):
        root = c.bare(root.callee.object)
    return isinstance(root, c.Name) and module.scopes.binding(root) is response


def pages_answer(module: Module, function: c.Function) -> c.Member | None:
    """``res.status`` in ``(req, res) => …``: where a function uses its second parameter as API routes do to answer."""
    response = response_of(module, function)
    for reference in response.references if response is not None and not response.writes else ():
        above = module.parents.get(id(reference))
        if isinstance(above, c.Member) and above.object is reference and above.name in PAGES_RESPONSE:
            return above
    return None


def is_edge(module: Module) -> bool:
    """``export const config = { runtime: 'edge' }``, ``export const runtime = 'edge'``."""
    for name in ("config", "runtime"):
        export = module.export(name)
        value = c.bare(export.value) if export is not None and export.value is not None else None
        if isinstance(value, c.Object):
            value = value.get("runtime")
            value = c.bare(value) if value is not None else None
        if isinstance(value, c.String) and "edge" in value.value:
            return True
    return False


def _functions(module: Module, names: tuple[str, ...]) -> Iterator[Endpoint]:
    seen: set[int] = set()
    for export in module.exports:
        if export.name not in names or export.is_type or export.source is not None:
            continue
        behind = unwrap(module, export.value)
        if behind.function is not None and not behind.wrappers and id(behind.function) not in seen:
            seen.add(id(behind.function))
            yield Endpoint(export.name, behind.function, export)
